/* SPDX-License-Identifier: MIT */
/* The words of a pack in the language of a catalogue: its translation where the catalogue has one,
 * else what the pack says itself. */
#ifndef CORE_PACK_WORDS_H
#define CORE_PACK_WORDS_H

#include "core/catalog.h"
#include "core/pack.h"

/* By key: "question.q1.statement" is kind, id and field; an empty field stands for none. */
const char *pack_words(const struct catalog *catalog, const char *kind, const char *id,
                       const char *field, const char *own);

const char *pack_words_statement(const struct pack_question *question,
                                 const struct catalog *catalog);
const char *pack_words_brief(const struct pack_question *question, const struct catalog *catalog);
const char *pack_words_subject(const struct pack_question *question, const struct catalog *catalog);
const char *pack_words_prompt(const struct pack_item *prompt, const struct catalog *catalog);
const char *pack_words_theme(const struct pack_theme *theme, const struct catalog *catalog);

#endif
