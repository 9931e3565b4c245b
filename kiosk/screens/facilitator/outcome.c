/* SPDX-License-Identifier: MIT */
#include "screens/facilitator/outcome.h"

#define ON_A_DRIVE                                                                                 \
    [STATUS_NO_SPACE] = MSG_REPORT_FULL, [STATUS_READ_ONLY] = MSG_REPORT_READONLY,                 \
    [STATUS_STUCK] = MSG_REPORT_STUCK, [STATUS_GONE] = MSG_DRIVES_GONE,                            \
    [STATUS_BUSY] = MSG_DRIVES_BUSY

static const enum message_id WORDS[DEED_COUNT][STATUS_COUNT] = {
    [DEED_DRIVES] = {[STATUS_OK] = MSG_REPORT_NONE,
                     [STATUS_BUSY] = MSG_DRIVES_BUSY,
                     [STATUS_GONE] = MSG_DRIVES_GONE},
    [DEED_REPORT] =
        {ON_A_DRIVE, [STATUS_OK] = MSG_REPORT_SAVED, [STATUS_MISSING] = MSG_REPORT_PULLED},
    [DEED_BACKUP] =
        {ON_A_DRIVE, [STATUS_OK] = MSG_BACKUP_DONE, [STATUS_MISSING] = MSG_BACKUP_PULLED},
    [DEED_RESTORE] = {[STATUS_OK] = MSG_RESTORE_DONE,
                      [STATUS_NEWER] = MSG_RESTORE_NEWER,
                      [STATUS_MISSING] = MSG_RESTORE_PULLED,
                      [STATUS_STUCK] = MSG_RESTORE_STUCK,
                      [STATUS_GONE] = MSG_DRIVES_GONE,
                      [STATUS_DAMAGED] = MSG_RESTORE_BAD,
                      [STATUS_CHANGED] = MSG_RESTORE_OTHER,
                      [STATUS_DENIED] = MSG_RESTORE_LATE,
                      [STATUS_BUSY] = MSG_DRIVES_BUSY,
                      [STATUS_IO] = MSG_RESTORE_UNSURE},
    [DEED_OPEN] = {[STATUS_NO_LOCK] = MSG_MEETING_NOLOCK_BODY,
                   [STATUS_DENIED] = MSG_ERROR_BATTERY_OPEN,
                   [STATUS_NO_RANDOM] = MSG_MEETING_NORANDOM,
                   [STATUS_NEWER] = MSG_ERROR_NEWER,
                   [STATUS_LIMIT] = MSG_MEETING_FULL,
                   [STATUS_NO_SPACE] = MSG_ERROR_FOLDER,
                   [STATUS_READ_ONLY] = MSG_ERROR_FOLDER,
                   [STATUS_IO] = MSG_ERROR_FOLDER},
    [DEED_CLOSE] = {[STATUS_NO_SPACE] = MSG_MEETING_UNSAVED_FULL,
                    [STATUS_READ_ONLY] = MSG_MEETING_UNSAVED_READONLY},
    [DEED_PIN] = {[STATUS_NO_MEMORY] = MSG_PIN_MEMORY, [STATUS_NO_RANDOM] = MSG_HEALTH_RANDOM_STOP},
};

/* The words for every other status. */
static const enum message_id OTHERWISE[DEED_COUNT] = {
    [DEED_DRIVES] = MSG_ERROR_REFUSED,
    [DEED_REPORT] = MSG_REPORT_OTHER,
    [DEED_BACKUP] = MSG_REPORT_OTHER,
    [DEED_RESTORE] = MSG_ERROR_FOLDER, /* this machine's folder did not take it */
    [DEED_CLOSE] = MSG_MEETING_UNSAVED_OTHER,
    [DEED_PIN] = MSG_PIN_GONE,
};

enum message_id outcome_words(enum deed deed, enum status status)
{
    const enum message_id words = WORDS[deed][status];
    return words != 0 ? words : OTHERWISE[deed];
}
