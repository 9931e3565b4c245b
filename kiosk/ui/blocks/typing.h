/* SPDX-License-Identifier: MIT */
/* A line being typed: its title, the line as people will read it, and below both the keyboard. What
 * was typed before its words were marked for the screen tells where the cursor stands. */
#ifndef UI_BLOCKS_TYPING_H
#define UI_BLOCKS_TYPING_H

#include "core/input.h"
#include "core/typed.h"
#include "ui/keyboard.h"

struct typing {
    const char *title;
    const char *full_words; /* that nothing more can be typed */
    struct ui_button back;  /* beside the title, but on low panels */
    const struct typed *typed;
    const char *words; /* as they show: marks around numbers are in these alone */
    const char *hint;  /* in place of an empty line */
    /* What the page says above, where there is room. */
    void (*above)(const void *context, struct flow *flow);
    const void *context;
    const struct keyboard *keyboard;
    struct keyboard_keys keys;
};

/* A key of the keyboard was pressed; done is for the screen. Returns whether it was another one. */
bool typing_press(struct typed *typed, struct keyboard *keyboard, const struct language *language,
                  enum keyboard_key key, int32_t arg);
/* A key of a real keyboard that edits: false, it does not. rtl: of the screen, for an empty line.
 */
bool typing_edit(struct typed *typed, struct keyboard *keyboard, const struct language *language,
                 enum key key, bool rtl);

void ui_typing(struct ui *ui, const struct typing *typing);

#endif
