/* SPDX-License-Identifier: MIT */
/* The totals as a whole: saved to a drive, and put back from one. Two screens: what can be saved
 * and put back, and the question before totals are put back. */
#ifndef SCREENS_BACKUP_H
#define SCREENS_BACKUP_H

#include "screens/facilitator/saving.h"

enum backup_action { BACKUP_PICK = ACTION_OWN /* index */ };

STATE_BEGIN
struct backup {
    struct message_backups found; /* on the drive in its label */
    struct message_pick pick;     /* the backup that was pressed */
    uint32_t looked;              /* saving_changes when the newest look began */
};
STATE_END

extern const struct saving BACKUP_SAVING;

/* What is known of the drive that is chosen; NULL: nothing. */
const struct message_backups *backup_found(const struct app *app);
/* Why nothing can be saved or put back; MSG_COUNT: it can. */
enum message_id backup_obstacle(const struct app *app);
void backup_build(const struct app *app, struct ui *ui);

/* Asks whether to put that backup back. month: of its newest set. */
void restore_ask(struct app *app, const struct message_pick *pick, struct month month);
/* Says why it cannot be put back. */
void restore_refuse(struct app *app, const struct message_pick *pick, enum status why);

#endif
