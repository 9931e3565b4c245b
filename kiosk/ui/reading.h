/* SPDX-License-Identifier: MIT */
/* A frame read aloud: a cursor that goes from node to node, sentence by sentence, and the words
 * that stood there before and so are not said. This file must not know when something is said, or
 * who asked for it. */
#ifndef UI_READING_H
#define UI_READING_H

#include "ui/spoken.h"

/* A zeroed cursor stands at the beginning of the frame. */
struct reading_cursor {
    char id[NODE_ID_BYTES]; /* id of the node that is read; "": the first node */
    uint32_t byte;          /* where the next sentence begins in the node's words */
};

/* Writes the next sentence to text and moves the cursor to the sentence's beginning. Returns the
 * sentence's length; 0 when the whole frame has been read. *pause_ms: silence before the sentence,
 * ms. */
size_t reading_next(struct reading_cursor *reading, const struct spoken *spoken,
                    char text[SPOKEN_BYTES], uint32_t *pause_ms);
/* Moves the cursor past the sentence on which it stands. */
void reading_pass(struct reading_cursor *reading, const struct spoken *spoken);

/* Writes a sentence as a voice takes it (one line, numbers in words, no blank at the end) and
 * returns its length. */
size_t reading_words(const struct spoken *spoken, const char *text, size_t bytes, char *out,
                     size_t size);

/* Hashes of the words of a frame, controls aside. */
struct heard {
    uint32_t count;
    uint32_t hash[NODE_MAX];
};
void heard_remember(struct heard *heard, const struct frame *frame);
/* Writes the words that were not there before, without those of controls, as many as a voice takes
 * at once, and returns their length. pressed: all new words; else only those of nodes that are said
 * when they change by themselves. */
size_t heard_news(const struct heard *heard, const struct frame *frame, bool pressed,
                  char out[SPOKEN_BYTES]);

#endif
