/* SPDX-License-Identifier: MIT */
/* A page for reading (ui/blocks/document.h) whose chips are rows of a table, and the flow of its
 * content. */
#ifndef SCREENS_DOCUMENT_PAGE_H
#define SCREENS_DOCUMENT_PAGE_H

#include "screens/app/screen.h"
#include "screens/parts/controls.h"
#include "ui/blocks.h"
#include "ui/blocks/document.h"

struct document_page {
    struct ui_button left[DOCUMENT_CHIP_MAX], right[DOCUMENT_CHIP_MAX];
    uint32_t left_count, right_count;
    struct document_panel panel;
    /* From its beginning on. */
    struct document document;
    struct flow flow;
};

/* More chips on its left, and on its right. They become a facilitator's pills. */
void document_page_left(const struct app *app, struct document_page *page,
                        const struct control *chips, uint32_t count);
void document_page_right(const struct app *app, struct document_page *page,
                         const struct control *chips, uint32_t count);
/* On its right, the last of them. */
void document_page_lock(const struct app *app, struct document_page *page);

/* Draws the chips, makes room for the panel, and begins the flow. */
void document_page_begin(const struct app *app, struct ui *ui, struct document_page *page);
/* Chips that found no room above, and the end of the flow. */
void document_page_end(struct document_page *page);

#endif
