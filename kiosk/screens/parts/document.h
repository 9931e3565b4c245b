/* SPDX-License-Identifier: MIT */
/* The facilitator's page for reading: plain document, a row of chips at its top, and a panel of
 * water with whole rings: at the side of wide screens, at the foot of high upright ones. */
#ifndef SCREENS_DOCUMENT_H
#define SCREENS_DOCUMENT_H

#include "screens/app/screen.h"
#include "screens/parts/words.h"

enum { DOCUMENT_CHIP_MAX = 8 };

struct document {
    struct box content; /* below the chips */
    struct box panel;   /* for words; empty when there is no panel */
    /* On a low panel, which has no height for two rows of chips on every page: those that the first
     * row does not hold, for the page's own flow. */
    struct ui_button loose[DOCUMENT_CHIP_MAX];
    uint32_t loose_count;
};

/* Draws the chips: left ones from the margin, right ones against the other end, below them when one
 * row does not hold both; "More" is added while the page is split. panel_um: 0 for none. */
void document_begin(const struct app *app, struct ui *ui, const struct ui_button *left,
                    uint32_t left_count, const struct ui_button *right, uint32_t right_count,
                    int32_t panel_um, struct document *document);
/* The loose chips, where the screen wants them; nothing on other panels. */
void document_flow_loose(struct flow *flow, const struct document *document);
/* The rings of a side panel, as large as fits under the words that end at y. */
void document_panel_end(struct ui *ui, const struct document *document, int32_t y);
/* A wide screen has a side panel; an upright or a low one has not. */
bool document_has_panel(const struct ui *ui);

/* Draws words into a box, of which the height is not looked at; returns where they end. */
typedef int32_t document_words(const struct app *app, struct ui *ui, struct box box);
/* A high upright screen has room for a panel at its foot, unless the page is split. */
bool document_has_foot(const struct ui *ui);
/* Takes the panel from the foot of the content, as high as these words need; they are drawn later,
 * so that they are read last. */
void document_foot(const struct app *app, struct ui *ui, struct document *document,
                   document_words *words);

/* The three periods to choose from; action ACTION_PERIOD, arg enum period. */
enum { DOCUMENT_PERIODS = PERIOD_COUNT };
void document_periods(const struct app *app, uint32_t chosen,
                      struct ui_button chips[DOCUMENT_PERIODS]);

#endif
