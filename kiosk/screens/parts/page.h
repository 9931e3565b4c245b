/* SPDX-License-Identifier: MIT */
/* A page as a table: its words, block by block, and its controls. A screen that is only words and
 * controls has one const struct page, and no code that draws. */
#ifndef SCREENS_PAGE_H
#define SCREENS_PAGE_H

#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "ui/blocks.h"

/* A block whose words come from the catalogue. words: MSG_COUNT leaves it out. */
struct page_block {
    enum block_kind kind;
    const char *id;
    enum message_id words;
    int32_t gap_um;
};

enum page_ground {
    GROUND_FOOTER, /* controls at the foot, content above */
    GROUND_HERO,   /* water from the middle down, controls on it */
};

enum { PAGE_LEFT = 5, PAGE_RIGHT = 2, PAGE_BLOCKS = 4 };

struct page {
    enum page_ground ground;
    uint8_t strength; /* of a hero's water, hundredths */
    bool one_page;    /* the page has no control that turns it */
    struct control left[PAGE_LEFT];
    struct control right[PAGE_RIGHT];
    struct page_block block[PAGE_BLOCKS]; /* up to the first block without an id */
    void (*picture)(struct ui *ui);       /* draws a picture over the page; NULL: none */
};

/* Builds the whole page, with More where its words need several pages. */
void page_build(const struct app *app, struct ui *ui, const struct page *page);

/* For a screen that draws something by hand: builds the controls alone, and returns the box above
 * them. */
struct box page_foot(const struct app *app, struct ui *ui, const struct page *page);
/* For a screen that draws something below its words: builds controls and words and leaves the flow
 * below the words. The caller ends the flow. */
void page_begin(const struct app *app, struct ui *ui, const struct page *page, struct flow *flow);
void page_flow(const struct app *app, struct flow *flow, const struct page_block *blocks,
               uint32_t count);

#endif
