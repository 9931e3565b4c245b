/* SPDX-License-Identifier: MIT */
/* The words in which a frame is read aloud: a node in its turn, a node that got focus, a choice
 * that was made, a sentence of a text, a number. Everything that is said comes from the nodes. What
 * is chosen on a secret node is named to the person alone. This file must not know when something
 * is said. */
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
    bool alone; /* nobody but the person hears the voice */
};

/* Returns whether the node has words and is no decoration. */
bool spoken_has(const struct node *node);

/* All that write to out return the length of the words and put a zero behind them. */
/* Writes a node as it is read in its turn. A chosen choice is called chosen where others may hear
 * that. */
size_t spoken_node(const struct spoken *spoken, const struct node *node, char out[SPOKEN_BYTES]);
/* Writes a node that got focus: its group, when before_id is in another group; its words; its place
 * in the group. */
size_t spoken_focus(const struct spoken *spoken, const struct node *node, const char *before_id,
                    char out[SPOKEN_BYTES]);
/* Writes what became of a choice: "Chosen.", with the choice's name where only the person hears it,
 * or "Mark taken off." */
size_t spoken_choice(const struct spoken *spoken, const struct node *node, bool was_chosen,
                     char out[SPOKEN_BYTES]);
/* Copies text[0..bytes) with the signs, ranges and units of its numbers in words of the language:
 * "-2", "51–64" and "12 kB" become "minus 2", "51 to 64" and "12 kilobytes". size: of out; what
 * does not fit is cut at a number or a character. */
size_t spoken_numbers(const struct catalog *catalog, const char *text, size_t bytes, char *out,
                      size_t size);
/* Returns the name of a sign that a voice would pass over; NULL when the sign has no name. */
const char *spoken_sign(const struct catalog *catalog, uint32_t code);
/* Writes text behind the words in out[0..length), with a blank between. */
size_t spoken_append(char out[SPOKEN_BYTES], size_t length, const char *text);

/* Returns where the sentence that begins at byte `from` ends, behind its blanks. A sentence is
 * never longer than a record of the voice holds. */
size_t spoken_sentence(const struct language *language, const char *text, size_t from);

#endif
