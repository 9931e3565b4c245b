/* SPDX-License-Identifier: MIT */
/* The page on which the outline of a bank card is made as large as the card in somebody's hand. One
 * corner of the outline stays, and the other one moves by the buttons or under a finger. Nothing
 * else on the page moves or changes its size until the outline is kept. */
#include "screens/parts/controls.h"
#include "screens/setup/setup.h"

#include "core/card_fit.h"
#include "ui/blocks/outline.h"

#include <string.h>

STATE_BEGIN
struct setup_fit {
    uint64_t hold_ms; /* when the button that is held makes its next step; 0: none is held */
    struct card_fit card;
    bool repeated; /* the button that is held has made steps, so letting it go makes none */
    bool dragged;  /* the corner is under a finger */
    uint8_t unused[2];
};
STATE_END

enum fit_action {
    FIT_RESIZE = ACTION_OWN, /* 1 larger, -1 smaller */
};

enum {
    HOLD_MS = 600,
    REPEAT_MS = 120,
    LARGE_MM = 888, /* a length as wide as any of three digits */
};

PART_STATE(struct setup_fit, SCREEN_SETUP_FIT, seen, mine)

static void enter(struct app *app)
{
    mine(app)->card.px_per_m = app->config.px_per_m;
}

/* Returns where the outline may be on the frame that is shown; an empty box before the first frame.
 */
static struct box shown_room(const struct app *app)
{
    const struct node *node = frame_find(&app->frame, "setup.room");
    return node != NULL ? node->rect : (struct box){0};
}

/* Returns whether the scale is known. A screen whose scale was guessed is not called small. */
static bool is_known(const struct app *app)
{
    return app->config.fit_source == FIT_CALIBRATED || app->config.fit_source == FIT_EDID;
}

/* A line whose words change when the outline does. It has room for each of its words, so that a
 * press on a button never moves that button. */
static void flow_line(struct flow *flow, const char *id, enum type type, const char *now,
                      const char *then)
{
    const struct ui_text texts[] = {{.id = id, .text = now, .role = ROLE_STATUS, .type = type},
                                    {.id = id, .text = then, .role = ROLE_STATUS, .type = type}};
    flow_text_of(flow, texts, 2, 0);
}

/* Draws how large the screen is, if the card is as large as the outline. */
static void flow_result(const struct app *app, struct flow *flow, enum type type)
{
    const uint32_t scale = seen(app)->card.px_per_m;
    const struct number_arg sides[] = {{"w", card_fit_mm(app->config.width, scale)},
                                       {"h", card_fit_mm(app->config.height, scale)}};
    const struct number_arg large[] = {{"w", LARGE_MM}, {"h", LARGE_MM}};
    flow_line(flow, "setup.result", type,
              fill_numbers(app, flow->ui, MSG_SETUP_FIT_RESULT, sides, 2),
              fill_numbers(app, flow->ui, MSG_SETUP_FIT_RESULT, large, 2));
}

/* Draws where the size of the screen comes from. */
static void flow_source(const struct app *app, struct flow *flow, enum type type)
{
    static const enum message_id FROM[FIT_SOURCE_COUNT] = {
        [FIT_ASSUMED] = MSG_SETUP_FIT_FROM_USUAL,
        [FIT_EDID] = MSG_SETUP_FIT_FROM_DISPLAY,
        [FIT_CALIBRATED] = MSG_SETUP_FIT_FROM_CARD,
        [FIT_PANEL] = MSG_SETUP_FIT_FROM_PANEL,
    };
    const char *words[] = {word(app, FROM[app->config.fit_source]),
                           word(app, MSG_SETUP_FIT_FROM_OUTLINE)};
    const bool own = seen(app)->card.px_per_m != app->config.px_per_m;
    flow_line(flow, "setup.from", type, words[own], words[!own]);
}

static void flow_words(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    struct ui *ui = flow->ui;
    enum type type = ui->spare ? TYPE_F_CAPTION : TYPE_CAPTION;
    setup_head(app, flow, page);
    flow_gap(flow, ui->spare ? 1000 : 5000);
    flow_result(app, flow, type);
    flow_source(app, flow, type);
    if (is_known(app) &&
        card_fit_is_small(app->config.width, app->config.height, app->config.px_per_m)) {
        flow_gap(flow, 2000);
        flow_text(flow, &(struct ui_text){.id = "setup.small",
                                          .text = word(app, MSG_SETUP_FIT_SMALL),
                                          .role = ROLE_STATUS,
                                          .type = type,
                                          .balance = true,
                                          .ink = INK_WARN});
    }
}

static void build_words(const struct app *app, struct ui *ui, const struct setup_page *page,
                        struct box *room)
{
    struct box words;
    struct flow flow;
    outline_divide(ui, setup_controls(app, ui, page), &words, room);
    flow_begin(&flow, ui, words);
    flow_words(app, &flow, page);
    flow_end(&flow);
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct control RESIZE[] = {
        {"setup.smaller", MSG_SETUP_FIT_BUTTONS_1, FIT_RESIZE, -1, .icon = ICON_MINUS},
        {"setup.larger", MSG_SETUP_FIT_BUTTONS_2, FIT_RESIZE, 1, .icon = ICON_PLUS}};
    struct ui_button resize[2];
    controls_of(app, RESIZE, 2, resize);
    for (int i = 0; i < 2 && ui->spare; i++) {
        /* The sign alone says enough. The barest controls have a letter for a sign. */
        resize[i].spoken = resize[i].label;
        resize[i].label = !ui->bare ? "" : i == 0 ? "–" : "+";
    }
    struct setup_page page = {.title = word(app, MSG_SETUP_FIT_TITLE),
                              .body = word(app, MSG_SETUP_FIT_BODY),
                              .next = word(app, MSG_SETUP_FIT_BUTTONS_3),
                              .pair = resize,
                              .small = ui->spare, /* the words all stand beside the card */
                              .one_page = true,
                              .may_skip = true};
    struct box room;
    const struct ui_mark mark = ui_mark(ui);
    build_words(app, ui, &page, &room);
    if (ui->page_count > 1) {
        /* Where words need pages, a button that turns pages may take room from the outline. */
        ui_rewind(ui, mark);
        ui->page_count = 1;
        page.one_page = false;
        build_words(app, ui, &page, &room);
    }
    /* Controls become smaller before a card of this size finds no room. */
    ui->overflow = ui->overflow || (!outline_holds(ui, room) && !ui->bare);
    ui_outline(ui, /* on every page */
               &(struct outline){.room_id = "setup.room",
                                 .id = "setup.outline",
                                 .words_id = "setup.card",
                                 .words = word(app, MSG_SETUP_FIT_CARD),
                                 .px_per_m = seen(app)->card.px_per_m},
               room);
}

static void resize_card(struct app *app, int32_t way)
{
    const struct box room = shown_room(app);
    card_fit_press(&mine(app)->card, (struct card_room){room.w, room.h}, way);
}

static bool is_held(const struct app *app)
{
    return strcmp(app->pressed_id, "setup.smaller") == 0 ||
           strcmp(app->pressed_id, "setup.larger") == 0;
}

static uint64_t due(const struct app *app)
{
    return seen(app)->hold_ms != 0 && is_held(app) ? seen(app)->hold_ms : UINT64_MAX;
}

static void fire(struct app *app)
{
    struct setup_fit *fit = mine(app);
    fit->hold_ms = app->now_ms + REPEAT_MS;
    fit->repeated = true;
    card_fit_hold(&fit->card);
    resize_card(app, strcmp(app->pressed_id, "setup.larger") == 0 ? 1 : -1);
}

static void drag_to(struct app *app, int32_t x, int32_t y)
{
    const struct box room = shown_room(app);
    const int32_t across = app->frame.rtl ? room.x + room.w - x : x - room.x;
    card_fit_drag(&mine(app)->card, (struct card_room){room.w, room.h}, across, y - room.y);
    app->stale = true;
}

/* A finger on the outline or beside it moves the corner. A finger that stays on a button makes
 * steps. */
static bool woken(struct app *app, const struct input *input)
{
    struct setup_fit *fit = mine(app);
    struct box room = shown_room(app);
    bool inside = input->x >= room.x && input->x < room.x + room.w && input->y >= room.y &&
                  input->y < room.y + room.h;
    switch ((int)input->kind) {
    case INPUT_POINTER_DOWN:
        fit->repeated = false;
        fit->hold_ms = app->now_ms + HOLD_MS;
        fit->dragged = inside && !app_is_guarded(app);
        if (fit->dragged) {
            drag_to(app, input->x, input->y);
        }
        return fit->dragged;
    case INPUT_POINTER_MOVE:
        if (fit->dragged) {
            drag_to(app, input->x, input->y);
        }
        return fit->dragged;
    case INPUT_POINTER_UP:
    case INPUT_POINTER_CANCEL: {
        bool was = fit->dragged;
        fit->dragged = false;
        fit->hold_ms = 0;
        return was;
    }
    default:
        return false;
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case FIT_RESIZE:
        if (!mine(app)->repeated) {
            resize_card(app, arg);
        }
        mine(app)->repeated = false;
        break;
    case ACTION_NEXT: {
        struct machine machine = app->machine;
        machine.px_per_m = seen(app)->card.px_per_m;
        machine.width = (uint32_t)app->config.width;
        machine.height = (uint32_t)app->config.height;
        setup_keep_machine(app, &machine);
        break;
    }
    default:
        setup_act(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_FIT = {.part.state_bytes = sizeof(struct setup_fit),
                                                .part.due = due,
                                                .part.fire = fire,
                                                .woken = woken,
                                                .enter = enter,
                                                .build = build,
                                                .act = act,
                                                .focus_id = "setup.smaller",
                                                SETUP_PAGE_OPS(setup_answer)};
