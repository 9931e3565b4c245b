/* SPDX-License-Identifier: MIT */
/* Before a visit starts: six promises, their limit, Private view, and a way to settle first. */
#include "screens/parts/page.h"
#include "screens/visit/visit.h"
#include "ui/blocks/rows.h"

enum promise_action { PROMISE_READY = ACTION_OWN };

enum { LINE_COUNT = 6, TWO_COLUMNS_UM = 250000 };

/* The six promises. or: words of a visit that is not counted; in the last row, words for a person
 * who takes their time. */
static const struct {
    const char *id;
    enum icon icon;
    enum message_id words, or ;
} LINES[LINE_COUNT] = {
    {"promise.name", ICON_NAME, MSG_PROMISE_NAME, MSG_PROMISE_NAME},
    {"promise.senses", ICON_SENSES, MSG_PROMISE_SENSES, MSG_PROMISE_SENSES},
    {"promise.counting", ICON_MIXED, MSG_PROMISE_COUNTING, MSG_PROMISE_COUNTING_REFLECTION},
    {"promise.clear", ICON_CLEAR, MSG_PROMISE_CLEAR, MSG_PROMISE_CLEAR},
    {"promise.erase", ICON_ERASE, MSG_PROMISE_ERASE, MSG_PROMISE_ERASE_REFLECTION},
    {"promise.idle", ICON_CLOCK, MSG_PROMISE_IDLE, MSG_PROMISE_IDLE_SLOW},
};

static void flow_line(const struct app *app, struct flow *flow, uint32_t line, bool first)
{
    bool other = line == LINE_COUNT - 1 ? app->comfort.slow : !app_counts(app);
    const char *text = word(app, other ? LINES[line].or : LINES[line].words);
    flow_icon_row(flow, &(struct icon_row){LINES[line].id, LINES[line].icon, text}, first);
}

static void about_the_room(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t icon = ui_um(ui, ui_sized_um(ui, 10000));
    int32_t y;
    if (ui->air == 100) {
        flow_gap(flow, 11000);
        if (flow_block(flow, icon, &y)) {
            ui_icon(ui, ICON_EYE, (float)flow->box.x, (float)y, (float)icon, INK_OUTLINE);
        }
    }
    flow_said(flow, BLOCK_STRONG, "promise.room", word(app, MSG_PROMISE_ROOM), 4500);
    flow_gap(flow, 6500);
    bool on = app->comfort.private_view;
    const struct control ways[] = {
        {"promise.private", on ? MSG_PROMISE_PRIVATE_OFF : MSG_PROMISE_PRIVATE_ON, ACTION_PRIVATE,
         -1, .icon = on ? ICON_EYE : ICON_EYE_OFF},
        {"promise.settle", MSG_PROMISE_SETTLE, ACTION_SWAP, SCREEN_ARRIVE, .icon = ICON_OPEN}};
    struct ui_button buttons[2];
    flow_buttons(flow, buttons, controls_of(app, ways, 2, buttons));
    if (app->status.swap_on) {
        flow_gap(flow, 5000);
        flow_text(flow, &(struct ui_text){.id = "promise.swap",
                                          .text = word(app, MSG_PROMISE_SWAP),
                                          .role = ROLE_STATUS,
                                          .type = TYPE_BODY,
                                          .ink = INK_INK});
    }
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .left = {CONTROL_BACK,
                 {"promise.keeps", MSG_KEEPS_TITLE, ACTION_CALL, SCREEN_KEEPS, .bare = ICON_INFO},
                 CONTROL_PAUSE},
        .right = {{"promise.ready", MSG_PROMISE_READY, PROMISE_READY, .kind = BUTTON_PRIMARY,
                   .icon_after = ICON_NEXT}}};
    struct box box = page_foot(app, ui, &PAGE);
    bool columns = ui_width_um(ui) >= TWO_COLUMNS_UM && ui->width > ui->height && !ui->paged;
    int32_t column = box.w * 38 / 100, gutter = ui_um(ui, 11000);
    struct flow flow;
    struct box first = columns ? (struct box){box.x, box.y, column - gutter, box.h} : box;
    flow_begin(&flow, ui, first);
    flow_said(&flow, BLOCK_TITLE, "promise.title", word(app, MSG_PROMISE_TITLE), 0);
    if (columns) {
        about_the_room(app, &flow);
        flow_end(&flow);
        flow_begin(&flow, ui,
                   (struct box){box.x + column + gutter, box.y + ui_um(ui, 1000),
                                box.w - column - gutter, box.h - ui_um(ui, 1000)});
    } else {
        flow_gap(&flow, 5000);
    }
    for (uint32_t i = 0; i < LINE_COUNT; i++) {
        flow_line(app, &flow, i, columns && i == 0);
    }
    if (columns) {
        float x = (float)(box.x + column) + 0.5F;
        ui_rule(ui, x, (float)(box.y + ui_um(ui, 2000)), x, (float)(flow.y + ui_um(ui, 1000)),
                INK_HAIR, 1.0F);
    } else {
        about_the_room(app, &flow);
    }
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if (action == ACTION_BACK) {
        app_rest(app);
    } else if ((int)action == PROMISE_READY) {
        visit_ask(app, 0, false);
    }
}

const struct screen_ops SCREEN_OPS_PROMISE = {
    .patience = PATIENCE_VISIT, .build = build, .act = act, .next_id = "promise.ready"};
