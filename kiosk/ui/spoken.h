/* SPDX-License-Identifier: MIT */
/* The words in which a frame is read aloud: a node in its turn, a node that got focus, a choice
 * that was made, a sentence of a text, a number. Everything that is said comes from the nodes. What
 * is chosen on a secret node is named to the person alone. Must not know when something is said. */
#ifndef UI_SPOKEN_H
#define UI_SPOKEN_H

#include "core/catalog.h"
#include "core/language.h"
#include "ui/frame.h"

enum { SPOKEN_BYTES = 1536 }; /* a node's words and what is said with them */

/* Who reads what to whom. */
struct spoken {
    const struct frame *frame;
    const struct catalog *catalog;
    const struct language *language;
    bool alone; /* nobody but the person hears it */
};

/* It has words, and they are no picture's. */
bool spoken_has(const struct node *node);

/* All return the length; out is ended. */
/* A node as it is read in its turn: a choice that is chosen says so where that is allowed. */
size_t spoken_node(const struct spoken *spoken, const struct node *node, char out[SPOKEN_BYTES]);
/* A node that got focus: its group when that is a new one, its words, its place in the group. */
size_t spoken_focus(const struct spoken *spoken, const struct node *node, const char *before_id,
                    char out[SPOKEN_BYTES]);
/* "Chosen.", or with its name where only the person hears it; "Mark taken off." */
size_t spoken_choice(const struct spoken *spoken, const struct node *node, bool was_chosen,
                     char out[SPOKEN_BYTES]);
/* Copies text[0..bytes) with the signs, ranges and units of its numbers in words of the language:
 * "-2", "51–64" and "12 kB" become "minus 2", "51 to 64" and "12 kilobytes". size: of out; what
 * does not fit is cut at a number or a character. */
size_t spoken_numbers(const struct catalog *catalog, const char *text, size_t bytes, char *out,
                      size_t size);
/* The name of a sign, which a voice passes over; NULL: it has none. */
const char *spoken_sign(const struct catalog *catalog, uint32_t code);
/* Words that follow those in out[0..length), with a blank between. */
size_t spoken_append(char out[SPOKEN_BYTES], size_t length, const char *text);

/* The end of the sentence that begins at from: never more than a record of the voice holds, and
 * past blanks. */
size_t spoken_sentence(const struct language *language, const char *text, size_t from);

#endif
