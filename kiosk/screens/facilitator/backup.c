/* SPDX-License-Identifier: MIT */
/* Backup and restore: what the screen asks of the keeper, and where the keeper's answers lead. */
#include "screens/facilitator/backup.h"

#include <string.h>

static void enter(struct app *app)
{
    backup_state(app)->looked = saving_changes(app);
    saving_enter(app); /* when the drives are known, the look at the chosen one is due */
}

static void leave(struct app *app)
{
    app_abandon(app, MESSAGE_READ_BACKUPS);
    app_abandon(app, MESSAGE_CHECK_BACKUP);
}

/* Looks for backups one at a time, however often drives come and go. */
static uint64_t look_due(const struct app *app)
{
    bool is_due = backup_of(app)->more || backup_of(app)->looked != saving_changes(app);
    return is_due && !app_is_asking(app, MESSAGE_READ_BACKUPS) ? 0 : UINT64_MAX;
}

static void look(struct app *app)
{
    const char *drive = saving_drive(app);
    const struct backup_found *found = backup_found(app);
    bool is_more =
        backup_of(app)->more && backup_of(app)->looked == saving_changes(app) && found != NULL;
    backup_state(app)->looked = saving_changes(app);
    backup_state(app)->more = false;
    if (drive == NULL || backup_obstacle(app) != MSG_COUNT) {
        return;
    }
    struct message *message = app_ask(app, SCREEN_BACKUP, MESSAGE_READ_BACKUPS);
    if (message != NULL) {
        struct message_pick *after = &message->as.pick;
        memcpy(after->label, drive, strnlen(drive, MESSAGE_LABEL_BYTES - 1));
        if (is_more) {
            memcpy(after->name, found->name[found->count - 1], sizeof(after->name));
        }
        backup_state(app)->goes_on = is_more;
    }
}

static void take_found(struct app *app, const struct message *answer)
{
    struct backup_found *found = &backup_state(app)->found;
    const struct message_backups *piece = &answer->as.backups;
    if (!backup_of(app)->goes_on || answer->type != MESSAGE_BACKUPS) {
        memset(found, 0, sizeof(*found));
    }
    if (answer->type == MESSAGE_BACKUPS) {
        memcpy(found->label, piece->label, sizeof(found->label));
        for (uint32_t i = 0; i < piece->count && found->count < BACKUP_FOUND_MAX; i++) {
            memcpy(found->name[found->count++], piece->name[i], sizeof(found->name[0]));
        }
        backup_state(app)->more =
            piece->count == MESSAGE_BACKUP_MAX && found->count < BACKUP_FOUND_MAX;
    }
}

/* Returns whether the screen shows what came of it. */
static bool take_checked(struct app *app, const struct message *answer)
{
    const struct message_pick *pick = &backup_of(app)->pick;
    if (answer->type == MESSAGE_BACKUP) {
        restore_ask(app, pick, answer->as.backup.month);
    } else if (answer->as.refused.why != STATUS_DENIED) {
        restore_refuse(app, pick, (enum status)answer->as.refused.why);
    }
    return answer->as.refused.why != STATUS_DENIED;
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    if (asked == MESSAGE_READ_BACKUPS) {
        take_found(app, answer);
        return answer->type == MESSAGE_BACKUPS;
    }
    return take_checked(app, answer);
}

static void pick(struct app *app, int32_t index)
{
    const struct backup_found *found = backup_found(app);
    if (found == NULL || index < 0 || (uint32_t)index >= found->count || saving_is_under_way(app)) {
        return;
    }
    struct message *message = app_ask(app, SCREEN_BACKUP, MESSAGE_CHECK_BACKUP);
    if (message == NULL) {
        return;
    }
    struct message_pick *pick = &backup_state(app)->pick;
    memcpy(pick->label, found->label, sizeof(pick->label));
    memcpy(pick->name, found->name[index], sizeof(pick->name));
    message->as.pick = *pick;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if ((int)action == BACKUP_PICK) {
        pick(app, arg);
    } else {
        (void)saving_act(app, &BACKUP_SAVING, action, arg);
    }
}

const struct screen_ops SCREEN_OPS_BACKUP = {
    .part = {.state_bytes = sizeof(struct backup), .answer = answer, .due = look_due, .fire = look},
    .patience = PATIENCE_FACILITATOR,
    .enter = enter,
    .leave = leave,
    .build = backup_build,
    .act = act,
};
