/* SPDX-License-Identifier: MIT */
/* What the drive holds, and whether it can be saved to: for the screen and for its page. */
#include "screens/facilitator/backup.h"

#include <string.h>

const struct saving BACKUP_SAVING = {.request = MESSAGE_SAVE_BACKUP,
                                     .deed = DEED_BACKUP,
                                     SAVING_IDS("backup"),
                                     .save = MSG_BACKUP_SAVE};

const struct backup_found *backup_found(const struct app *app)
{
    const struct backup_found *found =
        &((const struct backup *)part_state_of(app, SCREEN_BACKUP))->found;
    const char *drive = saving_drive(app);
    return drive != NULL && strcmp(drive, found->label) == 0 ? found : NULL;
}

enum message_id backup_obstacle(const struct app *app)
{
    if (app->status.simulated) {
        return MSG_BACKUP_DEMO;
    }
    switch ((enum file_state)app->status.file) {
    case FILE_NEWER:
        return MSG_ERROR_NEWER;
    case FILE_UNREADABLE:
        return MSG_ERROR_FOLDER_TERMINAL;
    case FILE_NONE:
    case FILE_GOOD:
    case FILE_SET_ASIDE:
    case FILE_CHANGED:
        break;
    }
    return MSG_COUNT;
}
