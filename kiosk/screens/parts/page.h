/* SPDX-License-Identifier: MIT */
/* A page as a table: its words, block by block, and its controls. A screen that is no more than
 * that has one const struct, and no code that draws. */
#ifndef SCREENS_PAGE_H
#define SCREENS_PAGE_H

#include "screens/app/screen.h"
#include "screens/parts/controls.h"
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
    bool one_page;    /* no control turns it */
    struct control left[PAGE_LEFT];
    struct control right[PAGE_RIGHT];
    struct page_block block[PAGE_BLOCKS]; /* up to the first without an id */
    void (*picture)(struct ui *ui);       /* over it; NULL: none */
};

/* The whole page, with More where it takes several. */
void page_build(const struct app *app, struct ui *ui, const struct page *page);

/* For a screen that draws something by hand besides. The controls; returns the box above them. */
struct box page_foot(const struct app *app, struct ui *ui, const struct page *page);
/* Controls and words, in a flow that goes on below them; its caller ends it. */
void page_begin(const struct app *app, struct ui *ui, const struct page *page, struct flow *flow);
void page_flow(const struct app *app, struct flow *flow, const struct page_block *blocks,
               uint32_t count);

#endif
