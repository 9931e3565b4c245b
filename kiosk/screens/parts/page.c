/* SPDX-License-Identifier: MIT */
#include "screens/parts/page.h"

void page_flow(const struct app *app, struct flow *flow, const struct page_block *blocks,
               uint32_t count)
{
    for (uint32_t i = 0; i < count && blocks[i].id != NULL; i++) {
        if (blocks[i].words != MSG_COUNT) {
            const struct ui_block block = {.kind = blocks[i].kind,
                                           .id = blocks[i].id,
                                           .text = word(app, blocks[i].words),
                                           .gap_um = blocks[i].gap_um};
            flow_blocks(flow, &block, 1);
        }
    }
}

struct box page_foot(const struct app *app, struct ui *ui, const struct page *page)
{
    struct ui_button left[PAGE_LEFT], right[PAGE_RIGHT];
    const struct ui_button more = control_more(app);
    const struct ui_footer footer = {.left = left,
                                     .left_count = controls_of(app, page->left, PAGE_LEFT, left),
                                     .right = right,
                                     .right_count =
                                         controls_of(app, page->right, PAGE_RIGHT, right),
                                     .more = page->one_page ? NULL : &more};
    return page->ground == GROUND_HERO ? ui_hero(ui, &footer, page->strength)
                                       : ui_footer(ui, &footer);
}

void page_begin(const struct app *app, struct ui *ui, const struct page *page, struct flow *flow)
{
    flow_begin(flow, ui, page_foot(app, ui, page));
    page_flow(app, flow, page->block, PAGE_BLOCKS);
}

void page_build(const struct app *app, struct ui *ui, const struct page *page)
{
    struct flow flow;
    page_begin(app, ui, page, &flow);
    flow_end(&flow);
    if (page->picture != NULL) {
        page->picture(ui);
    }
}
