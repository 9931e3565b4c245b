/* SPDX-License-Identifier: MIT */
/* The list of chores. A chore is settled by the button of its page, or by saying that the chore is
 * not needed here. */
#include "screens/parts/document_page.h"
#include "screens/setup/setup.h"
#include "ui/items.h"

static void flow_list(const struct app *app, struct flow *flow)
{
    struct item items[CHORE_COUNT];
    struct ui_button chips[CHORE_COUNT];
    uint32_t open = setup_open_chips(app, chips);
    for (enum chore chore = 0; chore < CHORE_COUNT; chore++) {
        items[chore] = setup_item(app, chore);
    }
    flow->y += ui_gap(flow->ui, 5000); /* clear of the chips */
    flow_said(flow, BLOCK_F_TITLE, "setup.title", word(app, MSG_SETUP_LIST_TITLE), 0);
    flow_said(flow, BLOCK_F_LEDE, "setup.body",
              word(app, open > 0 ? MSG_SETUP_LIST_BODY : MSG_SETUP_LIST_NONE), 2000);
    flow_gap(flow, 5000);
    items_flow(flow, items, CHORE_COUNT);
}

static void build(const struct app *app, struct ui *ui)
{
    struct document_page page = {.left_count = 0};
    document_page_left(app, &page, &(struct control)CONTROL_BACK, 1);
    document_page_begin(app, ui, &page);
    flow_list(app, &page.flow);
    document_page_end(&page);
}

const struct screen_ops SCREEN_OPS_SETUP_LIST = {
    .patience = PATIENCE_FACILITATOR, .build = build, .act = setup_act};
