/* SPDX-License-Identifier: MIT */
/* The languages on offer: those of the table whose catalogue and fonts are on this machine. Where
 * something is missing, only its own language is left out, and "kiosk health" says what to add. */
#ifndef PLATFORM_LANGUAGES_H
#define PLATFORM_LANGUAGES_H

#include "platform/display/text.h"
#include "platform/system/words.h"

/* Static in its process. */
struct languages {
    uint32_t count;
    uint32_t first; /* the language that greets people */
    struct language_offer offer[LANGUAGE_MAX];
    uint32_t gap_count;
    struct language_gap gap[LANGUAGE_MAX];
    struct words words[LANGUAGE_MAX];
};

/* Reads all catalogues and adds their letters to the text engine. first: the tag of the language
 * that greets people, or NULL for the first of the table. Where only the letters of that language
 * are missing, the first language on offer greets people. MISSING: first is in no table or has no
 * catalogue. DAMAGED: its catalogue is damaged. */
MUST_USE enum status languages_open(struct languages *languages, const struct assets *assets,
                                    struct text_engine *text, const char *first,
                                    struct error *error);

#endif
