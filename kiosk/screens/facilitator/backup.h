/* SPDX-License-Identifier: MIT */
/* The totals as a whole: saved to a drive, and put back from one. Two screens: what can be saved
 * and put back, and the question before totals are put back. */
#ifndef SCREENS_BACKUP_H
#define SCREENS_BACKUP_H

#include "screens/facilitator/saving.h"

enum backup_action { BACKUP_PICK = ACTION_OWN /* arg: the backup's index */ };

/* Five years of backups, one a week. */
enum { BACKUP_FOUND_MAX = 8 * MESSAGE_BACKUP_MAX };

STATE_BEGIN
/* The backups that a drive holds, as far as they are known; the keeper tells them in pieces. */
struct backup_found {
    char label[MESSAGE_LABEL_BYTES]; /* of the drive */
    char name[BACKUP_FOUND_MAX][MESSAGE_NAME_BYTES];
    uint32_t count;
    uint32_t unused;
};

struct backup {
    struct backup_found found;
    struct message_pick pick; /* the backup that was pressed */
    uint32_t looked;          /* saving_changes when the newest look began */
    uint16_t more;            /* the last piece was full: another one is due */
    uint16_t goes_on;         /* the piece that was asked for goes on after another */
};
STATE_END

/* backup_state is for the screen itself. */
PART_STATE(struct backup, SCREEN_BACKUP, backup_of, backup_state)

extern const struct saving BACKUP_SAVING;

/* Returns the backups known of the drive that is chosen; NULL when nothing is known. */
const struct backup_found *backup_found(const struct app *app);
/* Returns the words that say why nothing can be saved or put back; MSG_COUNT when it can. */
enum message_id backup_obstacle(const struct app *app);
void backup_build(const struct app *app, struct ui *ui);

/* Opens the question whether to put this backup back. month: of the backup's newest set. */
void restore_ask(struct app *app, const struct message_pick *pick, struct month month);
/* Opens the same screen with the words that say why the backup cannot be put back. */
void restore_refuse(struct app *app, const struct message_pick *pick, enum status why);

#endif
