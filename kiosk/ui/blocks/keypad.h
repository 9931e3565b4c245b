/* SPDX-License-Identifier: MIT */
/* A keypad for digits that nobody is to see, with a stone for each that is typed and the words
 * beside it. All keys look and flash alike. Knows how many digits there are, and none of them. */
#ifndef UI_BLOCKS_KEYPAD_H
#define UI_BLOCKS_KEYPAD_H

#include "ui/ui.h"

struct keypad {
    const char *title, *enter, *note;
    const char *more; /* below the note; NULL: nothing */
    enum ink note_ink;
    /* What else stands above the title and below the words; NULL: nothing. A title with something
     * above it stays at the top of a high page. */
    void (*above)(const void *context, struct flow *flow);
    void (*below)(const void *context, struct flow *flow);
    const void *context;
    uint32_t typed, typed_least; /* digits so far; places that show at least */
    const char *typed_spoken;
    const char *clear_word, *delete_word;
    uint16_t digit, clear, delete; /* actions; digit has which as its arg */
};

/* The words on the left, the pad on the right; in a tall frame the pad stands below. */
void ui_keypad(struct ui *ui, struct box box, const struct keypad *keypad);

#endif
