/* SPDX-License-Identifier: MIT */
/* Blocks of words. A screen says what a block is: a title, a lead, a body. The block knows its role
 * and its letters, measures itself and stands where the flow has come to. */
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
    BLOCK_CAPTION,
    BLOCK_F_LEDE,
    BLOCK_F_TEXT, /* in a column of its like, whose lines are filled, */
    BLOCK_F_NOTE, /* and alone */
    BLOCK_F_CAPTION,
    BLOCK_STATUS,  /* something that changed by itself */
    BLOCK_NOTICE,  /* the same, as large as a body */
    BLOCK_WARNING, /* and as a caution */
    BLOCK_KIND_COUNT,
};

struct ui_block {
    enum block_kind kind;
    const char *id;
    const char *text;   /* NULL: the block and its gap are left out */
    int32_t gap_um;     /* above it, but at the top of a page */
    const char *spoken; /* NULL: the text is said */
};

/* Each block in turn. */
void flow_blocks(struct flow *flow, const struct ui_block *blocks, uint32_t count);

/* The same of one block. */
void flow_said(struct flow *flow, enum block_kind kind, const char *id, const char *text,
               int32_t gap_um);

/* A short rule under a heading; in pages there is none. */
void flow_short_rule(struct flow *flow);

/* Sets a text in the first of these types in which it is at most so high and no word is cut; else
 * in the last. */
void ui_text_fit(const struct ui *ui, const enum type *types, uint32_t count, int32_t most,
                 struct ui_text *text);

/* Whatever a caller puts into a flow. */
typedef void flow_content(const void *context, struct flow *flow);
/* The height of that in a column so wide, from building it and taking that back. */
int32_t flow_content_height(struct ui *ui, flow_content *words, const void *context, int32_t w);

#endif
