/* SPDX-License-Identifier: MIT */
/* The table of settings: one row each, in the order of the file. The file's form, the checks of the
 * messages and the tests go by the rows and name no setting. Private to core/settings*.c and tests.
 */
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
    uint16_t offset, bytes;   /* its place in struct settings */
    uint8_t usual;            /* of a number: what it is until somebody chooses */
    uint8_t max;              /* of a number */
    bool is_required;         /* the file has its line, so that a file cut short is seen */
    enum message_id problem;  /* what a value is told that breaks the kind's rule */
    const char *const *words; /* of a word max + 1, of a set one for each bit of max */
};

/* NULL behind the last. */
const struct setting *settings_row(uint32_t index);
/* Within the limits of its row, and zeros behind a text. */
bool setting_is_valid(const struct setting *row, const void *value);

#endif
