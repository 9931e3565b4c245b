/* SPDX-License-Identifier: MIT */
/* The keypad that a PIN is typed on, with a stone for each digit and the words beside it. All keys
 * look and flash alike. The digits are in locked memory (config.secret->pin). */
#ifndef SCREENS_KEYPAD_H
#define SCREENS_KEYPAD_H

#include "screens/app/screen.h"
#include "ui/blocks/keypad.h"

enum keypad_action {
    KEYPAD_DIGIT = ACTION_PAD, /* arg: the digit */
    KEYPAD_CLEAR,
    KEYPAD_DELETE, /* takes the last digit back */
};

/* Draws a keypad for a PIN. The caller fills the words of pad, and what is drawn above and below
 * them; keypad_build sets the rest. */
void keypad_build(const struct app *app, struct ui *ui, struct box box, struct keypad pad);
/* Does what a press on a key of the pad asks for. Returns true if the action was one of the pad. */
bool keypad_act(struct app *app, enum action action, int32_t arg);
/* Does what a key of a real keyboard means on the pad, through the screen's own act. Returns true
 * if the key meant something. */
bool keypad_key(struct app *app, enum key key);
/* Returns whether a PIN that was typed is being checked or hashed. No digit is taken meanwhile, and
 * the screen stays: it waits for the machine, not for a person. */
bool keypad_checks(const struct app *app);
/* Wipes the digits typed so far; the first of two entries stays. */
void keypad_clear(struct app *app);

#endif
