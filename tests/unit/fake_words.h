/* SPDX-License-Identifier: MIT */
/* A catalogue whose texts are their ids, so that a test sees which of them was chosen. */
#ifndef FAKE_WORDS_H
#define FAKE_WORDS_H

#include "core/catalog.h"

static inline void fake_words(struct catalog *catalog)
{
    for (int i = 0; i < MSG_COUNT; i++) {
        catalog->text[i] = message_id_name((enum message_id)i);
        catalog->text_forms[i] = 1;
    }
    catalog->mo = (struct mo){.count = 0}; /* a translated pack of no words */
}

#endif
