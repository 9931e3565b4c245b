/* SPDX-License-Identifier: MIT */
/* Something to talk about: a heading, the prompt that is read aloud, what it is for, buttons, and
 * a note that always stands with it. */
#ifndef UI_BLOCKS_TALK_H
#define UI_BLOCKS_TALK_H

#include "ui/blocks.h"

enum { TALK_HEAD, TALK_OPEN, TALK_PROMPT, TALK_WHICH, TALK_NOTE, TALK_TEXTS };
enum { TALK_BUTTON_MAX = 2 };

struct talk {
    struct {
        const char *id, *text;
    } text[TALK_TEXTS];
    struct ui_button button[TALK_BUTTON_MAX]; /* below what it is for */
    uint32_t button_count;
};

/* In a panel, with a large prompt; the flow goes on below it. */
void talk_panel(struct flow *flow, const struct talk *talk);
/* In a column, under a hairline: as one block, or part by part on pages that are lower than it. */
void talk_flow(struct flow *flow, const struct talk *talk);
/* The height of that block. */
int32_t talk_height(struct ui *ui, const struct talk *talk, int32_t w);

#endif
