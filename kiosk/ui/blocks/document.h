/* SPDX-License-Identifier: MIT */
/* A page for reading: plain paper, a row of chips at its top, and a panel of water with whole
 * rings: at the side of wide screens, at the foot of high upright ones. */
#ifndef UI_BLOCKS_DOCUMENT_H
#define UI_BLOCKS_DOCUMENT_H

#include "ui/blocks.h"

enum { DOCUMENT_CHIP_MAX = 8 };

struct document_panel {
    int32_t width_um;    /* at the side; 0: no panel anywhere */
    flow_content *words; /* NULL: none, and no panel at the foot */
    const void *context; /* of words */
    int32_t clear_um;    /* kept free between the words and the rings under them */
};

struct document_plan {
    /* Chips from the margin, and against the other end: below them when one row does not hold both.
     * `more` is added while the page is split; its words and its action are looked at alone. */
    const struct ui_button *left, *right, *more;
    uint32_t left_count, right_count;
    struct document_panel panel;
};

struct document {
    struct box content; /* below the chips */
    struct box panel;   /* for words; empty when there is no panel */
    struct document_panel planned;
    /* On a low panel, which has no height for two rows of chips on every page: those that the first
     * row does not hold, for the page's own flow. */
    struct ui_button loose[DOCUMENT_CHIP_MAX];
    uint32_t loose_count;
};

/* Draws the chips and makes room for the panel. A panel at the foot is as high as its words, which
 * are drawn at the end, so that they are read last. */
void document_begin(struct ui *ui, const struct document_plan *plan, struct document *document);
/* The loose chips, where the screen wants them; nothing on other panels. */
void document_flow_loose(struct flow *flow, const struct document *document);
/* The words of the panel, and its rings. False: there is no panel, and the words are the caller's
 * to place. */
bool document_end(struct ui *ui, const struct document *document);
/* The rings alone, as large as fits under what ends at y. */
void document_panel_end(struct ui *ui, const struct document *document, int32_t y);
/* A high upright screen has room for a panel at its foot, unless the page is split. */
bool document_has_foot(const struct ui *ui);

#endif
