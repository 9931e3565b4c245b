/* SPDX-License-Identifier: MIT */
/* One table says who may send which message. The file also says what each message sets off. */
#include "keeper/keeper.h"

#include "keeper/keeper_parts.h"

#include <string.h>

/* A face says who it is. If a face came before it in the same meeting, a person in a turn may have
 * lost that turn, and the facilitator is told. */
static enum status greet(struct keeper *keeper, struct request *request)
{
    const struct keeper_status *status = &keeper->status;
    bool goes_on = status->meeting == MEETING_OPEN || status->meeting == MEETING_ENDING;
    keeper->status.face_again |= keeper->greeted && goes_on;
    keeper->greeted = true;
    keeper_face_came(keeper);
    keeper_answer_status(keeper, request, STATUS_OK);
    keeper_answer_settings(keeper, request);
    keeper_answer_machine(keeper, request);
    return STATUS_OK;
}

static enum status add(struct keeper *keeper, struct request *request)
{
    enum status status = keeper_meeting_add(keeper, request->in->as.sides);
    if (status == STATUS_OK) {
        keeper_answer_send(keeper_answer(request, MESSAGE_ADDED));
    }
    return status;
}

static enum status free_turn(struct keeper *keeper, struct request *request)
{
    if (keeper->status.meeting ==
        MEETING_ENDING) { /* else it was said before the face heard that the meeting is ending */
        enum status status = keeper_meeting_close(keeper, keeper->ending_alone);
        (void)status; /* unsaved_why tells the failure */
        struct request unasked = *request;
        unasked.in = NULL;
        keeper_answer_status(keeper, &unasked, STATUS_OK);
    }
    return STATUS_OK;
}

static enum status lock(struct keeper *keeper, struct request *request)
{
    (void)request;
    keeper_pin_lock(keeper);
    return STATUS_OK;
}

static enum status stay(struct keeper *keeper, struct request *request)
{
    keeper_pin_stay(keeper, request->now_ms);
    return STATUS_OK;
}

static enum status open_meeting(struct keeper *keeper, struct request *request)
{
    return keeper_meeting_open(keeper, &request->in->as.open, request->now_ms);
}

static enum status pause_starts(struct keeper *keeper, struct request *request)
{
    return keeper_meeting_pause(keeper, request->in->as.flag);
}

static enum status close_meeting(struct keeper *keeper, struct request *request)
{
    (void)request;
    return keeper_meeting_close(keeper, false);
}

static enum status discard(struct keeper *keeper, struct request *request)
{
    (void)request;
    return keeper_meeting_discard(keeper);
}

static enum status leave(struct keeper *keeper, struct request *request)
{
    return keeper_meeting_leave(keeper, (enum leave)request->in->as.leave);
}

static enum status see(struct keeper *keeper, struct request *request)
{
    (void)request;
    struct keeper_status *status = &keeper->status;
    if (status->meeting == MEETING_NONE && keeper->guard.flag != GUARD_NO_MEETING) {
        enum status saved = keeper_guard_flag(keeper, GUARD_NO_MEETING, false);
        if (saved != STATUS_OK) {
            return saved; /* a notice that could not be noted as read is shown again */
        }
    }
    status->last = LAST_FINE;
    status->face_again = 0;
    /* The face shows one notice after the other, the one about the totals first. */
    if (status->file == FILE_SET_ASIDE || status->file == FILE_CHANGED) {
        status->file = status->file_bytes == 0 ? FILE_NONE : FILE_GOOD;
        return STATUS_OK;
    }
    bool is_mended = status->settings == SETTINGS_DAMAGED && status->meeting == MEETING_NONE;
    return is_mended ? keeper_settings_write(keeper, &keeper->settings) : STATUS_OK;
}

/* New settings follow the status that tells of them, so that a face knows both at once. */
static enum status tell_settings(struct keeper *keeper, struct request *request, enum status status)
{
    if (status == STATUS_OK || status == STATUS_UNSURE) {
        keeper_answer_status(keeper, request, status);
        keeper_answer_settings(keeper, request);
    }
    return status;
}

static enum status set_settings(struct keeper *keeper, struct request *request)
{
    return tell_settings(keeper, request, keeper_settings_choose(keeper, &request->in->as.choice));
}

static enum status set_support(struct keeper *keeper, struct request *request)
{
    return tell_settings(keeper, request,
                         keeper_settings_support(keeper, &request->in->as.support));
}

static enum status settle(struct keeper *keeper, struct request *request)
{
    return tell_settings(keeper, request,
                         keeper_settings_settle(keeper, (enum chore)request->in->as.chore));
}

static enum status set_machine(struct keeper *keeper, struct request *request)
{
    enum status status = keeper_machine_set(keeper, &request->in->as.machine);
    if (status == STATUS_OK || status == STATUS_UNSURE) {
        keeper_answer_status(keeper, request, status);
        keeper_answer_machine(keeper, request);
    }
    return status;
}

/* Who may send a message. */
enum may {
    MAY_ANYBODY,
    MAY_UNLOCKED,
    MAY_FIRST, /* until there is a PIN, the person who sets the machine up; then as UNLOCKED */
};

/* What else a message needs, and what it brings with it. */
enum rule_flag {
    NO_MEETING = 1, /* no meeting is open, and none waits for its close */
    NO_MADE_UP = 2, /* made-up answers must not come into a real group's folder, nor real ones into
                       a made-up folder */
    STAYS = 4,      /* a facilitator is there: the time-out begins anew */
    TO_THE_END =
        8, /* what the message's errand brought is taken, even if the person who asked is gone */
};

/* Every message of a face once, as X(name, enum may, enum rule_flag, handler). core/message.h says
 * which message answers it. */
#define RULES_OF_MESSAGES(X)                                                                       \
    X(HELLO, ANYBODY, 0, greet)                                                                    \
    X(ADD, ANYBODY, 0, add)                                                                        \
    X(TURN_FREE, ANYBODY, 0, free_turn)                                                            \
    X(READ_ROWS, ANYBODY, 0, keeper_read_rows)                                                     \
    X(UNLOCK, ANYBODY, TO_THE_END, keeper_pin_unlock)                                              \
    X(LOCK, ANYBODY, 0, lock)                                                                      \
    X(STAY, ANYBODY, 0, stay)                                                                      \
                                                                                                   \
    X(SET_PIN, FIRST, NO_MEETING, keeper_pin_set)                                                  \
    X(SET_MACHINE, FIRST, NO_MEETING | STAYS, set_machine)                                         \
    X(SET_CLOCK, FIRST, NO_MEETING | STAYS | TO_THE_END, keeper_clock_set)                         \
                                                                                                   \
    X(OPEN, UNLOCKED, STAYS, open_meeting)                                                         \
    X(PAUSE, UNLOCKED, STAYS, pause_starts)                                                        \
    X(CLOSE, UNLOCKED, STAYS, close_meeting)                                                       \
    X(DISCARD, UNLOCKED, STAYS, discard)                                                           \
    X(SEEN, UNLOCKED, STAYS, see)                                                                  \
    X(LEAVE, UNLOCKED, STAYS, leave)                                                               \
    X(SET_SETTINGS, UNLOCKED, NO_MEETING | STAYS, set_settings)                                    \
    X(SET_SUPPORT, UNLOCKED, NO_MEETING | STAYS, set_support)                                      \
    X(SETTLE, UNLOCKED, NO_MEETING | STAYS, settle)                                                \
                                                                                                   \
    X(READ_HEALTH, UNLOCKED, 0, keeper_read_health)                                                \
    X(READ_LINE, UNLOCKED, 0, keeper_read_line)                                                    \
    X(READ_REPORT, UNLOCKED, 0, keeper_read_report)                                                \
    X(READ_DRIVES, UNLOCKED, TO_THE_END, keeper_read_drives)                                       \
    X(SAVE_REPORT, UNLOCKED, 0, keeper_save_report)                                                \
                                                                                                   \
    X(SAVE_BACKUP, UNLOCKED, NO_MEETING | NO_MADE_UP | STAYS, keeper_save_backup)                  \
    X(READ_BACKUPS, UNLOCKED, NO_MEETING | NO_MADE_UP, keeper_read_backups)                        \
    X(CHECK_BACKUP, UNLOCKED, NO_MEETING | NO_MADE_UP | STAYS, keeper_check_backup)                \
    X(RESTORE, UNLOCKED, NO_MEETING | NO_MADE_UP | STAYS, keeper_restore)                          \
    X(ERASE_ALL, UNLOCKED, NO_MEETING | STAYS, keeper_erase_all)

struct rule {
    enum may may;
    unsigned flags; /* of enum rule_flag */
    handle_request *handle;
};

#define RULE(name, who, needs, handler) [MESSAGE_##name] = {MAY_##who, needs, handler},
static const struct rule RULES[MESSAGE_FACE_COUNT] = {RULES_OF_MESSAGES(RULE)};
#undef RULE

/* A message without a rule does not compile, nor does one with two rules. */
#define RULE_OF(name, ...)  RULE_OF_##name,
#define HAS_RULE(name, ...) _Static_assert(RULE_OF_##name >= 0, "a rule for each message");
enum { RULES_OF_MESSAGES(RULE_OF) };
MESSAGES_FROM_FACE(HAS_RULE)
#undef RULE_OF
#undef HAS_RULE

static bool is_allowed(const struct keeper *keeper, const struct rule *rule)
{
    const struct keeper_status *status = &keeper->status;
    bool known = rule->may == MAY_ANYBODY || keeper_is_unlocked(keeper) ||
                 (rule->may == MAY_FIRST && !status->pin_set);
    bool stands = ((rule->flags & NO_MEETING) == 0 || status->meeting == MEETING_NONE) &&
                  ((rule->flags & NO_MADE_UP) == 0 || !status->simulated);
    return known && stands;
}

static enum status carry_out(struct keeper *keeper, struct request *request,
                             const struct rule *rule)
{
    if (!is_allowed(keeper, rule)) {
        return STATUS_DENIED;
    }
    if ((rule->flags & STAYS) != 0) {
        keeper_pin_stay(keeper, request->now_ms);
    }
    return rule->handle(keeper, request);
}

static void answer_request(struct keeper *keeper, struct request *request, enum status status)
{
    enum message_type answer = message_answer_of((enum message_type)request->in->type);
    if (answer == MESSAGE_STATUS && *request->count == 0) {
        keeper_answer_status(keeper, request, status);
    } else if (answer != MESSAGE_STATUS && answer != MESSAGE_NONE && status != STATUS_OK) {
        *request->count = 0; /* the answer that was begun is dropped */
        keeper_answer_refused(request, status);
    }
}

/* An errand is done. Whether the message is allowed is checked again, because the screens may have
 * been locked or a meeting opened since. */
static void finish(struct keeper *keeper, struct request *request, enum message_type type,
                   const struct errand_answer *answer, keeper_errand_end *end)
{
    const struct rule *rule = &RULES[type];
    if (request->in == NULL && (rule->flags & TO_THE_END) == 0) {
        return;
    }
    enum status status = is_allowed(keeper, rule) ? end(keeper, request, answer) : STATUS_DENIED;
    if (request->in != NULL) {
        answer_request(keeper, request, status);
    } else if (status != STATUS_OK) {
        *request->count = 0;
    }
}

void keeper_errand_done(struct keeper *keeper, enum errand_slot slot,
                        const struct errand_answer *answer, uint64_t now_ms,
                        struct message out[KEEPER_OUT_MAX], uint32_t *count)
{
    struct keeper_errand *running = &keeper->errand[slot];
    keeper_errand_end *end = running->end;
    struct message in;
    message_init(&in, (enum message_type)running->type);
    in.sequence = running->sequence;
    memcpy(in.as.pick.label, running->label, sizeof(running->label));
    struct request request = {running->sequence != 0 ? &in : NULL, now_ms, out, count, false};
    *count = 0;
    running->end = NULL;
    if (end != NULL) {
        finish(keeper, &request, (enum message_type)running->type, answer, end);
    }
    if (keeper->drives_again && *count < KEEPER_OUT_MAX) {
        struct request unasked = {NULL, now_ms, out, count, false};
        keeper_list_drives(keeper, &unasked);
    }
}

enum status keeper_handle(struct keeper *keeper, const struct message *in, size_t length,
                          uint64_t now_ms, struct message out[KEEPER_OUT_MAX], uint32_t *count)
{
    struct request request = {in, now_ms, out, count, false};
    *count = 0;
    if (message_check_from_face(in, length) != STATUS_OK) {
        return STATUS_INVALID;
    }
    enum status status = carry_out(keeper, &request, &RULES[in->type]);
    if (status == STATUS_INVALID && in->type == MESSAGE_ADD) {
        return status; /* our face never sends such sides */
    }
    if (!request.waits) {
        answer_request(keeper, &request, status);
    }
    return STATUS_OK;
}

void keeper_tick(struct keeper *keeper, uint64_t now_ms, struct message out[KEEPER_OUT_MAX],
                 uint32_t *count)
{
    struct request unasked = {NULL, now_ms, out, count, false};
    *count = 0;
    bool pin_changed = keeper_pin_tick(keeper, now_ms);
    bool power_changed = keeper_power_tick(keeper, now_ms);
    keeper_meeting_spare(keeper, now_ms);
    bool meeting_changed = keeper_meeting_tick(keeper, now_ms);
    if (pin_changed || power_changed || meeting_changed) {
        keeper_answer_status(keeper, &unasked, STATUS_OK);
    }
}

void keeper_power_changed(struct keeper *keeper, uint64_t now_ms,
                          struct message out[KEEPER_OUT_MAX], uint32_t *count)
{
    struct request unasked = {NULL, now_ms, out, count, false};
    *count = 0;
    bool changed = keeper_power_look(keeper, now_ms);
    keeper_meeting_spare(keeper, now_ms);
    if (changed) {
        keeper_answer_status(keeper, &unasked, STATUS_OK);
    }
}

uint64_t keeper_deadline(const struct keeper *keeper)
{
    uint64_t meeting = keeper_meeting_deadline(keeper);
    uint64_t pin = keeper_pin_deadline(keeper), power = keeper_power_deadline(keeper);
    uint64_t first = meeting < pin ? meeting : pin;
    return first < power ? first : power;
}

void keeper_face_came(struct keeper *keeper)
{
    keeper_errand_forget(keeper);
    keeper_pin_lock(keeper);
}

/* The last close failed for the reason why. Returns what the folder holds. */
static enum status look_after_failure(struct keeper *keeper, enum status why)
{
    struct store_known there;
    size_t length = 0;
    const struct store_close *close = &keeper->close;
    enum status status =
        store_look(keeper->host->folder, keeper->scratch, sizeof(keeper->scratch), &there, &length);
    if (close->begun && (status != STATUS_OK || store_is_known(&there, &close->with))) {
        return STATUS_UNSURE;
    }
    return status == STATUS_OK && store_is_known(&there, &keeper->known) ? why : STATUS_CHANGED;
}

enum status keeper_end(struct keeper *keeper, bool *was_open)
{
    *was_open = keeper->status.meeting != MEETING_NONE && keeper->status.room == ROOM_MANY;
    keeper_pin_lock(keeper);
    if (keeper->status.meeting == MEETING_NONE) {
        keeper_guard_catch_up(keeper);
        return STATUS_OK;
    }
    enum status status = keeper_meeting_close(keeper, true);
    keeper_guard_catch_up(keeper);
    return status == STATUS_OK ? status : look_after_failure(keeper, status);
}
