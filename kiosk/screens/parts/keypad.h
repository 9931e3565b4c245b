/* SPDX-License-Identifier: MIT */
/* The keypad that a PIN is typed on, with a stone for each digit and the words beside it. All keys
 * look and flash alike. The digits are in locked memory (config.secret->pin). */
#ifndef SCREENS_KEYPAD_H
#define SCREENS_KEYPAD_H

#include "screens/app/screen.h"

enum keypad_action {
    KEYPAD_DIGIT = ACTION_PAD, /* which */
    KEYPAD_CLEAR,
    KEYPAD_DELETE, /* the last digit */
};

struct keypad_words {
    const char *title, *enter, *note;
    const char *more; /* below the note; NULL: nothing */
    enum ink note_ink;
    /* What else a screen has above its title and below its words; NULL: nothing. A title with
     * something above it stays at the top of a high page. context is the app. */
    void (*above)(const void *context, struct flow *flow);
    void (*below)(const void *context, struct flow *flow);
};

/* The words on the left, the pad on the right; in a tall frame the pad stands below. */
void keypad_build(const struct app *app, struct ui *ui, struct box box,
                  const struct keypad_words *words);
/* A press on one of its keys. True: it was that. */
bool keypad_act(struct app *app, enum action action, int32_t arg);
/* A key of a keyboard that does what one of the pad does, through the screen's own act. True: it is
 * taken. */
bool keypad_key(struct app *app, enum key key);
/* The digits typed so far go; the first of two entries stays. */
void keypad_clear(struct app *app);

#endif
