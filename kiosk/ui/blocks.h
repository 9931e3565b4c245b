/* SPDX-License-Identifier: MIT */
/* Blocks of words. A screen says what a block is: a title, a lead, a body. The kind decides the
 * block's role and letters. A block measures itself and stands where the flow has come to. */
#ifndef UI_BLOCKS_H
#define UI_BLOCKS_H

#include "ui/ui.h"

enum block_kind {
    BLOCK_DISPLAY, /* headings, the largest first */
    BLOCK_DISPLAY_SMALL,
    BLOCK_TITLE,
    BLOCK_CARD_TITLE,
    BLOCK_F_DISPLAY, /* F: the facilitator's sizes */
    BLOCK_F_TITLE,
    BLOCK_F_HEADING,
    BLOCK_LEAD, /* sentences below a heading, the largest first */
    BLOCK_LEAD_SMALL,
    BLOCK_BODY,
    BLOCK_STRONG, /* a body in the colour of a heading, whose lines are filled */
    BLOCK_LABEL,  /* a heading in the letters of a body, over a few controls */
    BLOCK_CAPTION,
    BLOCK_F_LEDE,
    BLOCK_F_TEXT, /* in a column of such blocks, whose lines are filled, */
    BLOCK_F_NOTE, /* and alone */
    BLOCK_F_CAPTION,
    BLOCK_STATUS,  /* words about something that changed by itself */
    BLOCK_NOTICE,  /* as BLOCK_STATUS, in letters as large as a body */
    BLOCK_WARNING, /* as BLOCK_NOTICE, in the colour of a caution */
    BLOCK_KIND_COUNT,
};

struct ui_block {
    enum block_kind kind;
    const char *id;
    const char *text;   /* NULL: the block and its gap are left out */
    int32_t gap_um;     /* gap above the block; there is none at the top of a page */
    const char *spoken; /* NULL: the text is said */
};

/* Draws the blocks, one below the other. */
void flow_blocks(struct flow *flow, const struct ui_block *blocks, uint32_t count);

/* Draws one block. */
void flow_said(struct flow *flow, enum block_kind kind, const char *id, const char *text,
               int32_t gap_um);

/* Draws a short rule under a heading; a paged screen has no such rule. */
void flow_short_rule(struct flow *flow);

/* Sets text->type to the first of these types in which the text is at most `most` px high and no
 * word is cut; if there is none, to the last type. */
void ui_text_fit(const struct ui *ui, const enum type *types, uint32_t count, int32_t most,
                 struct ui_text *text);

/* A function of a caller that draws into a flow. */
typedef void flow_content(const void *context, struct flow *flow);
/* Returns the height in px of what words draws in a column w px wide. It is built for that and
 * taken back. */
int32_t flow_content_height(struct ui *ui, flow_content *words, const void *context, int32_t w);
/* Returns whether they have room in a box, without drawing them. */
bool flow_content_fits(struct ui *ui, flow_content *words, const void *context, struct box box);

#endif
