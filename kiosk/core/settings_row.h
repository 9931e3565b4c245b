/* SPDX-License-Identifier: MIT */
/* The table of settings: a row each, in the order of the file. The form of the file, the checks of
 * the messages and the tests follow the rows and name no setting. For core/settings*.c and tests
 * alone. */
#ifndef CORE_SETTINGS_ROW_H
#define CORE_SETTINGS_ROW_H

#include "core/settings.h"
#include "message_ids.h"

#include <stdint.h>

enum setting_kind {
    SETTING_HASH,      /* of the PIN */
    SETTING_SCALE,     /* of the noise: a digit, one that is offered */
    SETTING_WORD,      /* one of the row's words; its index is the value */
    SETTING_QUESTIONS, /* ids of the pack's questions; a bit each is the value */
    SETTING_SET,       /* several of the row's words; a bit each is the value */
    SETTING_LINE,      /* the group's own words */
};

struct setting {
    const char *key;
    enum setting_kind kind;
    uint16_t offset, bytes; /* its place in struct settings */
    uint8_t usual;          /* usual value of a number */
    uint8_t max;            /* largest value of a number */
    bool is_required; /* the line must be there, so that a file that was cut short is noticed */
    enum message_id problem;  /* the words for a value that breaks the kind's rule */
    const char *const *words; /* of a word: max + 1 words; of a set: a word for each bit of max */
};

/* Returns a row; NULL behind the last one. */
const struct setting *settings_row(uint32_t index);
/* Returns whether a value is within the limits of its row, with zeros behind a text. */
bool setting_is_valid(const struct setting *row, const void *value);

#endif
