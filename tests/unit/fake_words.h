/* SPDX-License-Identifier: MIT */
/* A catalogue whose texts are their ids, so that a test sees which of them was chosen. */
#ifndef FAKE_WORDS_H
#define FAKE_WORDS_H

#include "core/catalog.h"

static inline void fake_words(struct catalog *catalog)
{
    /* A translated pack of no words: the header of an empty catalogue file. */
    static const uint32_t EMPTY_MO[] = {
        0x950412de, 0, 0, sizeof(uint32_t[7]), sizeof(uint32_t[7]), 0, sizeof(uint32_t[7])};
    for (int i = 0; i < MSG_COUNT; i++) {
        catalog->text[i] = message_id_name((enum message_id)i);
        catalog->text_forms[i] = 1;
    }
    catalog->bytes = (const char *)EMPTY_MO;
    catalog->length = sizeof(EMPTY_MO);
}

#endif
