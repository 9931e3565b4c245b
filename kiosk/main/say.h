/* SPDX-License-Identifier: MIT */
/* Words on a terminal, from the catalogue. The catalogue is read when the first word is needed. */
#ifndef MAIN_SAY_H
#define MAIN_SAY_H

#include "core/language.h"
#include "main/options.h"

#include <stdio.h>

/* Chooses the language of --lang; called before the first word is said. */
void say_in(const char *language);

/* Prints a message with its arguments, and a line feed. args may be NULL. */
void say(FILE *to, enum message_id id, const struct text_arg *args, size_t arg_count);
void say_plural(FILE *to, enum message_id id, uint64_t n, const struct text_arg *args,
                size_t arg_count);

/* Returns the plain text of a message; say_find: of a key of the catalogue that is no compiled id.
 */
const char *say_text(enum message_id id);
const char *say_find(const char *key);

/* Copies text, with "?" in place of what a terminal would obey or cannot show, because names of
 * files hold anything. Returns out; what does not fit is left out. */
enum { SAY_SAFE_BYTES = 2 * 4096 };
const char *say_safe(const char *text, char out[SAY_SAFE_BYTES]);

/* Returns the form for n of a message that has several. */
const char *say_text_plural(enum message_id id, uint64_t n);

/* Prints a message on stderr, with one argument (name NULL: none). Returns result. */
enum result say_error(enum message_id id, const char *name, const char *value, enum result result);
/* Tells what is wrong with the command line. Returns the exit status. */
enum result say_misuse(const struct misuse *misuse);
/* As say_misuse, for a word that is not understood. */
enum result say_misused(const char *word);

/* Returns the language in which words are said. Without a catalogue the result's catalogue is NULL.
 */
struct language_offer say_words(void);

/* Writes a path as one word of a shell, for a command that somebody is told to type. Returns out.
 */
enum { SAY_WORD_BYTES = 2 * 4096 };
const char *say_shell_word(const char *path, char out[SAY_WORD_BYTES]);

#define SAY_COUNT(args) (sizeof(args) / sizeof((args)[0]))

#endif
