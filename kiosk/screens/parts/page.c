/* SPDX-License-Identifier: MIT */
#include "screens/parts/page.h"

#include "screens/parts/controls.h"
#include "screens/parts/words.h"

static struct ui_button button_of(const struct app *app, const struct page_control *control)
{
    return (struct ui_button){.id = control->id,
                              .label = word(app, control->words),
                              .kind = control->kind,
                              .icon = control->icon,
                              .icon_after = control->icon_after,
                              .bare = control->bare,
                              .spare = control->spare,
                              .action = control->action,
                              .arg = control->arg};
}

uint32_t page_buttons(const struct app *app, const struct page_control *controls, uint32_t count,
                      struct ui_button *buttons)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (controls[i].id != NULL) {
            buttons[n++] = button_of(app, &controls[i]);
        }
    }
    return n;
}

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

void page_build(const struct app *app, struct ui *ui, const struct page *page)
{
    struct ui_button left[PAGE_CONTROLS], right[1];
    const struct ui_button more = control_more(app);
    const struct ui_footer footer = {.left = left,
                                     .left_count =
                                         page_buttons(app, page->left, PAGE_CONTROLS, left),
                                     .right = right,
                                     .right_count = page_buttons(app, &page->right, 1, right),
                                     .more = &more};
    struct flow flow;
    flow_begin(&flow, ui,
               page->ground == GROUND_HERO ? ui_hero(ui, &footer, page->strength)
                                           : ui_footer(ui, &footer));
    page_flow(app, &flow, page->block, PAGE_BLOCKS);
    flow_end(&flow);
    if (page->picture != NULL) {
        page->picture(ui);
    }
}
