/* SPDX-License-Identifier: MIT */
/* A frame read aloud: a cursor that goes from node to node, sentence by sentence, and the words
 * that were there before and need no saying. Must not know when something is said, or who asked. */
#ifndef UI_READING_H
#define UI_READING_H

#include "ui/spoken.h"

/* Zeroed, it stands at the beginning. */
struct reading_cursor {
    char id[NODE_ID_BYTES]; /* of the node that is read; "": the first */
    uint32_t byte;          /* of its words: the next sentence begins there */
};

/* Writes the next sentence to text and moves the cursor to its beginning. Returns its length; 0:
 * the frame has been read. pause_ms: of silence before it. */
size_t reading_next(struct reading_cursor *reading, const struct spoken *spoken,
                    char text[SPOKEN_BYTES], uint32_t *pause_ms);
/* Moves the cursor past the sentence that it stands on. */
void reading_pass(struct reading_cursor *reading, const struct spoken *spoken);

/* Writes a sentence as a voice takes it: one line, its numbers in words, no blank at its end. */
size_t reading_words(const struct spoken *spoken, const char *text, size_t bytes, char *out,
                     size_t size);

/* Hashes of the words of a frame, controls aside. */
struct heard {
    uint32_t count;
    uint32_t hash[NODE_MAX];
};
void heard_remember(struct heard *heard, const struct frame *frame);
/* Writes the words, not controls, that were not there before: as many as a voice takes at once.
 * After a press all of them, else only what is meant to be said when it changes by itself. */
size_t heard_news(const struct heard *heard, const struct frame *frame, bool pressed,
                  char out[SPOKEN_BYTES]);

#endif
