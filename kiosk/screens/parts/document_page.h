/* SPDX-License-Identifier: MIT */
/* A page for reading: a document (ui/blocks/document.h) whose chips are rows of a table, and the
 * flow of the document's content. A screen zeroes a struct document_page, adds chips and a panel,
 * calls document_page_begin, draws into the flow, and calls document_page_end. */
#ifndef SCREENS_DOCUMENT_PAGE_H
#define SCREENS_DOCUMENT_PAGE_H

#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "ui/blocks.h"
#include "ui/blocks/document.h"

struct document_page {
    struct ui_button left[DOCUMENT_CHIP_MAX], right[DOCUMENT_CHIP_MAX];
    uint32_t left_count, right_count;
    bool no_lock;
    struct document_panel panel;
    /* Set by document_page_begin. */
    struct document document;
    struct flow flow;
};

/* document_page_left adds chips to the left of the row, document_page_right to the right. Each chip
 * becomes a facilitator's pill. */
void document_page_left(const struct app *app, struct document_page *page,
                        const struct control *chips, uint32_t count);
void document_page_right(const struct app *app, struct document_page *page,
                         const struct control *chips, uint32_t count);

/* Draws the chips, with the lock as the last one on the right; makes room for the panel, and begins
 * the flow. */
void document_page_begin(const struct app *app, struct ui *ui, struct document_page *page);
/* Draws the chips that found no room in the row, and ends the flow. */
void document_page_end(struct document_page *page);

#endif
