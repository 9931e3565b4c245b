/* SPDX-License-Identifier: MIT */
/* A keypad for digits that nobody is to see, with a stone for each digit that is typed, and with
 * words beside the pad. All keys look and flash alike. This block knows how many digits are typed,
 * and none of the digits. */
#ifndef UI_BLOCKS_KEYPAD_H
#define UI_BLOCKS_KEYPAD_H

#include "ui/ui.h"

struct keypad {
    const char *title, *enter, *note;
    const char *more; /* words below the note; NULL: none */
    enum ink note_ink;
    /* Draw what else stands above the title and below the words; NULL: nothing. A title with
     * something above it stays at the top of a high page. */
    void (*above)(const void *context, struct flow *flow);
    void (*below)(const void *context, struct flow *flow);
    const void *context;
    uint32_t typed, typed_least; /* digits so far; places that show at least */
    const char *typed_spoken;
    const char *clear_word, *delete_word;
    uint16_t digit, clear, delete; /* actions of the keys; the arg of digit is the digit */
};

/* The words on the left, the pad on the right; in a tall frame the pad stands below. */
void ui_keypad(struct ui *ui, struct box box, const struct keypad *keypad);

#endif
