/* SPDX-License-Identifier: MIT */
/* What came of something that the keeper was asked for: the words for each status that it may
 * answer with. */
#ifndef SCREENS_OUTCOME_H
#define SCREENS_OUTCOME_H

#include "core/catalog.h"
#include "core/status.h"

enum deed {
    DEED_DRIVES, /* looking which there are; done, there is none */
    DEED_REPORT, /* saving one to a drive */
    DEED_BACKUP,
    DEED_RESTORE, /* looking at a backup, and putting it back */
    DEED_OPEN,    /* a meeting; 0 where there is nothing to say */
    DEED_CLOSE,
    DEED_PIN, /* comparing it, which could not be done */
    DEED_COUNT,
};

/* In the words {drive} may stand for the drive's name. */
enum message_id outcome_words(enum deed deed, enum status status);

#endif
