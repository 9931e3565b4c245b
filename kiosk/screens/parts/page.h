/* SPDX-License-Identifier: MIT */
/* A page as a table: its words, block by block, and its controls. A screen that is no more than
 * that has one const struct, and no code that draws. */
#ifndef SCREENS_PAGE_H
#define SCREENS_PAGE_H

#include "screens/app/screen.h"
#include "ui/blocks.h"

/* A block whose words come from the catalogue. words: MSG_COUNT leaves it out. */
struct page_block {
    enum block_kind kind;
    const char *id;
    enum message_id words;
    int32_t gap_um;
};

/* A control whose words come from the catalogue. */
struct page_control {
    const char *id; /* NULL: none */
    enum message_id words;
    uint16_t action;
    int16_t arg;
    enum button_kind kind;
    enum icon icon, icon_after, bare;
    bool spare; /* first to show its icon alone */
};

enum page_ground {
    GROUND_FOOTER, /* controls at the foot, content above */
    GROUND_HERO,   /* water from the middle down, controls on it */
};

enum { PAGE_CONTROLS = 3, PAGE_BLOCKS = 4 };

struct page {
    enum page_ground ground;
    uint8_t strength; /* of a hero's water, hundredths */
    struct page_control left[PAGE_CONTROLS];
    struct page_control right;
    struct page_block block[PAGE_BLOCKS]; /* up to the first without an id */
    void (*picture)(struct ui *ui);       /* over it; NULL: none */
};

/* The whole page, with More where it takes several. */
void page_build(const struct app *app, struct ui *ui, const struct page *page);

/* Its parts, for screens that draw something by hand besides. */
/* Fills buttons from count controls, leaving out those without an id; returns how many. */
uint32_t page_buttons(const struct app *app, const struct page_control *controls, uint32_t count,
                      struct ui_button *buttons);
void page_flow(const struct app *app, struct flow *flow, const struct page_block *blocks,
               uint32_t count);

#endif
