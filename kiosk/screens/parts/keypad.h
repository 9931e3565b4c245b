/* SPDX-License-Identifier: MIT */
/* The keypad that a PIN is typed on, with a stone for each digit and the words beside it. All keys
 * look and flash alike. The digits are in locked memory (config.secret->pin). */
#ifndef SCREENS_KEYPAD_H
#define SCREENS_KEYPAD_H

#include "screens/app/screen.h"

enum keypad_action {
    KEYPAD_DIGIT = ACTION_PAD, /* arg: the digit */
    KEYPAD_CLEAR,
    KEYPAD_DELETE, /* takes the last digit back */
};

struct keypad_words {
    const char *title, *enter, *note;
    const char *more; /* words below the note; NULL: none */
    enum ink note_ink;
    /* Draw what else a screen has above its title and below its words; NULL: nothing. A title with
     * something above it stays at the top of a high page. context is the app. */
    void (*above)(const void *context, struct flow *flow);
    void (*below)(const void *context, struct flow *flow);
};

/* The words on the left, the pad on the right; in a tall frame the pad stands below. */
void keypad_build(const struct app *app, struct ui *ui, struct box box,
                  const struct keypad_words *words);
/* Does what a press on a key of the pad asks for. Returns true if the action was one of the pad. */
bool keypad_act(struct app *app, enum action action, int32_t arg);
/* Does what a key of a real keyboard means on the pad, through the screen's own act. Returns true
 * if the key meant something. */
bool keypad_key(struct app *app, enum key key);
/* Wipes the digits typed so far; the first of two entries stays. */
void keypad_clear(struct app *app);

#endif
