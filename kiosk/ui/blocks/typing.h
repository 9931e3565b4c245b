/* SPDX-License-Identifier: MIT */
/* A line being typed: its title, the line as people will read it, and the keyboard below both.
 * typed is the line as it was typed, and tells where the cursor stands; words is the line as it
 * shows. */
#ifndef UI_BLOCKS_TYPING_H
#define UI_BLOCKS_TYPING_H

#include "core/input.h"
#include "core/typed.h"
#include "ui/keyboard.h"

struct typing {
    const char *title;
    const char *full_words; /* says that nothing more can be typed */
    struct ui_button back;  /* the Back button beside the title, except on low panels */
    const struct typed *typed;
    const char *words; /* the line as it shows: only these words have marks of direction around
                        * numbers */
    const char *hint;  /* stands in place of an empty line */
    /* Draws what the page says above the line, where there is room. */
    void (*above)(const void *context, struct flow *flow);
    const void *context;
    const struct keyboard *keyboard;
    struct keyboard_keys keys;
};

/* Does a press on a key of the keyboard on the screen. Returns false for KEYBOARD_DONE, which the
 * screen does itself; else true. */
bool typing_press(struct typed *typed, struct keyboard *keyboard, const struct language *language,
                  enum keyboard_key key, int32_t arg);
/* Does what a key of a real keyboard that edits does. Returns false if the key does not edit. rtl:
 * the direction of the screen, for an empty line. */
bool typing_edit(struct typed *typed, struct keyboard *keyboard, const struct language *language,
                 enum key key, bool rtl);

void ui_typing(struct ui *ui, const struct typing *typing);

#endif
