/* SPDX-License-Identifier: MIT */
/* The languages on offer: those of the table whose catalogue and fonts are on this machine. What is
 * missing only takes its own language off the list; "kiosk health" says what to add. */
#ifndef PLATFORM_LANGUAGES_H
#define PLATFORM_LANGUAGES_H

#include "platform/display/text.h"
#include "platform/system/words.h"

/* Static in its process. */
struct languages {
    uint32_t count;
    uint32_t first; /* the one that greets people */
    struct language_offer offer[LANGUAGE_MAX];
    uint32_t gap_count;
    struct language_gap gap[LANGUAGE_MAX];
    struct words words[LANGUAGE_MAX];
};

/* Reads all catalogues and adds their letters to the text engine. first: the tag of the one that
 * greets people, or NULL for the table's first; where only its letters are missing, that one stands
 * in. MISSING when first is in no table or has no catalogue, DAMAGED when its catalogue is. */
MUST_USE enum status languages_open(struct languages *languages, const struct assets *assets,
                                    struct text_engine *text, const char *first,
                                    struct error *error);

#endif
