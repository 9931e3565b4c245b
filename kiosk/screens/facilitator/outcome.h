/* SPDX-License-Identifier: MIT */
/* What came of a request: the words for each status that the keeper may answer with. */
#ifndef SCREENS_OUTCOME_H
#define SCREENS_OUTCOME_H

#include "core/catalog.h"
#include "core/status.h"

enum deed {
    DEED_DRIVES, /* looking which drives there are; STATUS_OK: there is none */
    DEED_REPORT, /* saving a report to a drive */
    DEED_BACKUP,
    DEED_RESTORE, /* looking at a backup, and putting it back */
    DEED_OPEN,    /* opening a meeting; the words are 0 where there is nothing to say */
    DEED_CLOSE,
    DEED_PIN, /* comparing a PIN, which could not be done */
    DEED_COUNT,
};

/* Returns the words for a deed and a status. {drive} in the words stands for the drive's name. */
enum message_id outcome_words(enum deed deed, enum status status);

#endif
