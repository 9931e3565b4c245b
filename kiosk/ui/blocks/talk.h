/* SPDX-License-Identifier: MIT */
/* Something to talk about: a heading, the prompt that somebody reads to the group, words on what
 * the prompt is for, buttons, and a note that always stands with the prompt. */
#ifndef UI_BLOCKS_TALK_H
#define UI_BLOCKS_TALK_H

#include "ui/blocks.h"

enum { TALK_HEAD, TALK_OPEN, TALK_PROMPT, TALK_WHICH, TALK_NOTE, TALK_TEXTS };
enum { TALK_BUTTON_MAX = 2 };

struct talk {
    struct {
        const char *id, *text;
    } text[TALK_TEXTS];
    struct ui_button button[TALK_BUTTON_MAX]; /* buttons below the words on what the prompt is
                                               * for */
    uint32_t button_count;
};

/* Draws it in a panel, with a large prompt; the flow goes on below it. */
void talk_panel(struct flow *flow, const struct talk *talk);
/* Draws it in a column, under a hairline: as one block, or part by part on pages that are lower
 * than the block. */
void talk_flow(struct flow *flow, const struct talk *talk);
/* Returns the height of that block in a column w px wide, px. */
int32_t talk_height(struct ui *ui, const struct talk *talk, int32_t w);

#endif
