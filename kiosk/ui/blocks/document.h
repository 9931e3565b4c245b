/* SPDX-License-Identifier: MIT */
/* A page for reading: a plain ground, a row of chips at the top, and a panel of water with whole
 * rings. The panel stands at the side of wide screens and at the foot of high upright screens. */
#ifndef UI_BLOCKS_DOCUMENT_H
#define UI_BLOCKS_DOCUMENT_H

#include "ui/blocks.h"

enum { DOCUMENT_CHIP_MAX = 8 };

struct document_panel {
    int32_t width_um;    /* width of a panel at the side; 0: the page has no panel at all */
    flow_content *words; /* draws the words of the panel; NULL: no words, and no panel at the
                          * foot */
    const void *context; /* of words */
    int32_t clear_um;    /* kept free between the words and the rings under them */
};

struct document_plan {
    /* left: chips from the margin on. right: chips against the other end; they stand below left
     * when one row does not hold both. more: added while the page is split; only its words and its
     * action are used. */
    const struct ui_button *left, *right, *more;
    uint32_t left_count, right_count;
    struct document_panel panel;
};

struct document {
    struct box content; /* the box below the chips */
    struct box panel;   /* the box for words in the panel; empty when there is no panel */
    struct document_panel planned;
    /* The chips that the first row does not hold, on a screen too low for two rows of chips on
     * every page. The caller draws these in its flow. */
    struct ui_button loose[DOCUMENT_CHIP_MAX];
    uint32_t loose_count;
};

/* Draws the chips and makes room for the panel. A panel at the foot is as high as its words.
 * document_end draws these words, so that they are read last. */
void document_begin(struct ui *ui, const struct document_plan *plan, struct document *document);
/* Draws the loose chips where the flow stands; draws nothing when there are none. */
void document_flow_loose(struct flow *flow, const struct document *document);
/* Draws the words of the panel, and its rings. Returns false if there is no panel; then the caller
 * places the words. */
bool document_end(struct ui *ui, const struct document *document);
/* Draws the rings of the panel alone, as large as fits below y. */
void document_panel_end(struct ui *ui, const struct document *document, int32_t y);
/* Returns whether the screen has room for a panel at its foot: a high upright screen whose page is
 * not split has. */
bool document_has_foot(const struct ui *ui);

#endif
