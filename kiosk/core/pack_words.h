/* SPDX-License-Identifier: MIT */
/* The words of a pack in the language of a catalogue: the translation where the catalogue has one,
 * else the pack's own words. */
#ifndef CORE_PACK_WORDS_H
#define CORE_PACK_WORDS_H

#include "core/catalog.h"
#include "core/pack.h"

/* Returns the text of a key such as "question.q1.statement", which is made of kind, id and field;
 * with an empty field the key has two parts. own: the pack's own text, for a key that the catalogue
 * lacks. */
const char *pack_words(const struct catalog *catalog, const char *kind, const char *id,
                       const char *field, const char *own);

/* Return the fields that screens show, by pack_words; never NULL. */
const char *pack_words_statement(const struct pack_question *question,
                                 const struct catalog *catalog);
const char *pack_words_brief(const struct pack_question *question, const struct catalog *catalog);
const char *pack_words_subject(const struct pack_question *question, const struct catalog *catalog);
const char *pack_words_prompt(const struct pack_item *prompt, const struct catalog *catalog);
const char *pack_words_theme(const struct pack_theme *theme, const struct catalog *catalog);

#endif
