/* SPDX-License-Identifier: MIT */
/* What follows Add and Erase alike: one small practice, drawn by chance, and others by theme. No
 * answer decides which one shows. All clear comes next. */
#include "core/chance.h"
#include "screens/parts/page.h"
#include "screens/visit/visit.h"
#include "ui/ids.h"
#include "ui/pictures.h"

#include <assert.h>

enum closing_action { CLOSING_THEME = ACTION_OWN, /* index, -1: surprise me */ CLOSING_ANOTHER };

STATE_BEGIN
struct closing {
    uint32_t practice; /* 1 and up: which of the pack */
    uint32_t theme;    /* 1 and up: of this theme; 0: surprise me */
};
STATE_END

PART_STATE(struct closing, SCREEN_CLOSING, seen, own)

enum { FOOT_UM = 4500 /* free below the chips */ };

static void theme_chips(const struct app *app, struct flow *flow)
{
    const uint32_t chosen = seen(app)->theme;
    struct ui_button chips[PACK_THEME_MAX + 1];
    uint32_t count = app->config.pack->theme_count;
    for (uint32_t i = 0; i < count; i++) {
        chips[i] = choice_chip(id_number(flow->ui->frame, "closing.theme.{n}", i),
                               theme_word(app, i), chosen == i + 1, CLOSING_THEME, (int32_t)i);
    }
    chips[count] = choice_chip("closing.surprise", word(app, MSG_CLOSING_SURPRISE), chosen == 0,
                               CLOSING_THEME, -1);
    flow_buttons(flow, chips, count + 1);
}

static void practice(const struct app *app, struct flow *flow)
{
    const struct pack *pack = app->config.pack;
    struct ui_text texts[PACK_PRACTICE_MAX];
    for (uint32_t i = 0; i < pack->practice_count; i++) {
        const struct pack_item *item = &pack->practice[i];
        texts[i] =
            (struct ui_text){.id = "closing.practice",
                             .text = item_text(app, "practice", item),
                             .spoken = item_spoken(app, "practice", item),
                             .role = ROLE_TEXT,
                             .type = flow->ui->air == 100 ? TYPE_STATEMENT : TYPE_STATEMENT_SMALL,
                             .ink = INK_INK,
                             .balance = true};
    }
    flow_text_of(flow, texts, pack->practice_count, seen(app)->practice - 1);
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .left = {CONTROL_LISTEN,
                 CONTROL_PAUSE,
                 {"closing.another", MSG_CLOSING_ANOTHER, CLOSING_ANOTHER, .icon = ICON_REDO}},
        .right = {CONTROL_DONE}};
    static const struct page_block WORDS[] = {{BLOCK_TITLE, "closing.title", MSG_CLOSING_TITLE, 0},
                                              {BLOCK_BODY, "closing.lead", MSG_CLOSING_LEAD, 3000}};
    struct box box = page_foot(app, ui, &PAGE);
    bool picture = ui->width > ui->height && ui_width_um(ui) >= 250000 && ui->air >= 60;
    box.h -= ui_gap(ui, FOOT_UM);
    struct box words = box;
    int32_t chips = ui_button_height(ui, BUTTON_CHIP) + ui_um(ui, 4000);
    int32_t circle_bottom = box.y;
    if (picture) {
        int32_t side = box.h - chips < box.w * 42 / 100 ? box.h - chips : box.w * 42 / 100;
        words.w = box.w - side - ui_um(ui, 7000);
        circle_bottom = box.y + side + ui_um(ui, 3000);
        picture_seven_rings(ui, (struct box){box.x + box.w - side, box.y, side, side});
    }
    struct flow flow;
    flow_begin(&flow, ui, words);
    page_flow(app, &flow, WORDS, 2);
    flow_gap(&flow, 7000);
    int32_t y;
    if (flow_block(&flow, ui_um(ui, 600), &y)) {
        ui_rule(ui, (float)words.x, (float)y, (float)words.x + ui_umf(ui, 12000), (float)y,
                INK_OUTLINE, ui_umf(ui, 600));
    }
    flow_gap(&flow, 6000);
    practice(app, &flow);
    flow_gap(&flow, 8000);
    flow.box.w = box.w;
    flow.y = flow.y > circle_bottom ? flow.y : circle_bottom;
    if (!ui->paged || flow.page == ui->page) {
        ui_heard(ui, "closing.choose", word(app, MSG_CLOSING_CHOOSE_S));
    }
    theme_chips(app, &flow);
    flow_end(&flow);
}

/* Draws a practice of the theme, or of all themes. Each is equally likely, but the one that shows
 * is never drawn again. */
static void draw_practice(struct app *app)
{
    const struct pack *pack = app->config.pack;
    struct closing *closing = own(app);
    uint32_t eligible[PACK_PRACTICE_MAX], count = 0;
    for (uint32_t i = 0; i < pack->practice_count; i++) {
        bool wanted = closing->theme == 0 || pack->practice[i].theme == closing->theme - 1;
        if (wanted && i + 1 != closing->practice) {
            eligible[count++] = i;
        }
    }
    if (count > 0) {
        closing->practice = eligible[chance_below(&app->random, count)] + 1;
    }
}

static void pick(struct app *app)
{
    draw_practice(app);
    app_view(app);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case CLOSING_THEME:
        assert(arg < (int32_t)app->config.pack->theme_count);
        own(app)->theme = (uint32_t)(arg + 1);
        pick(app);
        break;
    case CLOSING_ANOTHER:
        pick(app);
        break;
    case ACTION_DONE:
        app_go(app, SCREEN_CLEAR);
        break;
    default:
        break;
    }
}

void closing_show(struct app *app, uint32_t practice)
{
    own(app)->practice = practice + 1;
    own(app)->theme = app->config.pack->practice[practice].theme + 1;
}

const struct screen_ops SCREEN_OPS_CLOSING = {.part = {.state_bytes = sizeof(struct closing)},
                                              .patience = PATIENCE_VISIT,
                                              .enter = draw_practice,
                                              .build = build,
                                              .act = act,
                                              .focus_id = "closing.theme.0",
                                              .next_id = "common.done"};
