/* SPDX-License-Identifier: MIT */
/* Words on a terminal, from the catalogue, which is read when the first of them is needed. */
#ifndef MAIN_SAY_H
#define MAIN_SAY_H

#include "core/language.h"
#include "main/options.h"

#include <stdio.h>

/* --lang of the command line; before the first word is said. */
void say_in(const char *language);

/* One line: the message with its arguments, and a line feed. args may be NULL. */
void say(FILE *to, enum message_id id, const struct text_arg *args, size_t arg_count);
void say_plural(FILE *to, enum message_id id, uint64_t n, const struct text_arg *args,
                size_t arg_count);

/* The plain text of a message, or of a catalogue key that is no compiled id. */
const char *say_text(enum message_id id);
const char *say_find(const char *key);

/* Text with what a terminal would obey, or cannot show, as "?": names of files hold anything.
 * Returns out; what does not fit is left out. */
enum { SAY_SAFE_BYTES = 2 * 4096 };
const char *say_safe(const char *text, char out[SAY_SAFE_BYTES]);

/* The form for n of a message that has several. */
const char *say_text_plural(enum message_id id, uint64_t n);

/* stderr, with one argument (name NULL: none); returns result. */
enum result say_error(enum message_id id, const char *name, const char *value, enum result result);
/* Wrong use of the command line: says what is wrong. */
enum result say_misuse(const struct misuse *misuse);
/* The same of a word that is not understood. */
enum result say_misused(const char *word);

/* The language that is said, for what is written in it. Without a catalogue its catalogue is NULL.
 */
struct language_offer say_words(void);

/* A path as one word of a shell, for a command that somebody is told to type; returns out. */
enum { SAY_WORD_BYTES = 2 * 4096 };
const char *say_shell_word(const char *path, char out[SAY_WORD_BYTES]);

#define SAY_COUNT(args) (sizeof(args) / sizeof((args)[0]))

#endif
