/* SPDX-License-Identifier: MIT */
/* Second page: the outline of a bank card, made as large as the card in somebody's hand. The page
 * itself keeps its size until it matches: one corner of the outline is held, the other one moves by
 * the buttons or under a finger, and nothing else moves. */
#include "screens/setup/setup.h"

#include "ui/build.h"

#include <string.h>

STATE_BEGIN
struct setup_fit {
    uint64_t hold_ms;  /* a button is held: the next step is due then; 0: none is */
    uint32_t px_per_m; /* the scale at which the outline is drawn */
    uint32_t step;     /* of the last press, an index; 0: none yet */
    uint32_t presses;
    uint32_t run;  /* so many in one direction */
    int32_t way;   /* of the last press */
    bool repeated; /* the button that is held has made steps: letting go makes none */
    bool dragged;  /* the corner is under a finger */
    uint8_t unused[2];
};
STATE_END

enum fit_action {
    FIT_RESIZE = ACTION_OWN, /* 1 larger, -1 smaller */
};

enum {
    CARD_RADIUS_UM = 3180,
    EDGE_UM = 500,
    TICK_UM = 5000, /* half centimetres along the lower edge */
    TICK_HEIGHT_UM = 2000,
    GRIP_UM = 2500, /* the corner that follows a finger */
    COLUMN_GAP_UM = 12000,
    COLUMN_GAP_LEAST_UM = 4000,
    /* Beside the words, the outline gets twice its own width where the words keep their least
     * share, and never less than itself. In hundredths. */
    WORDS_LEAST = 33,
    WORDS_MOST = 45,
    WORDS_LEAST_UM = 45000,
    STACKED = 40, /* above the outline, of the height */
    /* On the smallest panels it may reach down beyond the words, nearly to the controls. */
    TO_WATER_UM = 4000,
    TO_CONTROLS_UM = 7400,
    HOLD_MS = 600,
    REPEAT_MS = 120,
    REPEAT_STEP = 5,
    RUN_SAME = 2, /* presses in one direction that keep their step */
    /* A panel below 85 px an inch or 700 square centimetres. */
    SMALL_PX_PER_M = 3346,
    SMALL_AREA_MM2 = 70000,
};

/* Each step is half of the one before, as a part of doubling: from twice or half the size six of
 * them come within a millimetre of the card. By 65536. */
static const uint32_t STEPS[] = {92682, 77936, 71468, 68438, 66971, 66250, 65892};
enum { STEP_COUNT = sizeof(STEPS) / sizeof(STEPS[0]), STEP_ONE = 65536 };

static struct setup_fit *mine(struct app *app)
{
    return part_state(app, SCREEN_SETUP_FIT);
}

static const struct setup_fit *seen(const struct app *app)
{
    return part_state_of(app, SCREEN_SETUP_FIT);
}

static void enter(struct app *app)
{
    mine(app)->px_per_m = app->config.px_per_m;
}

static int32_t card_px(uint32_t px_per_m, int32_t um)
{
    return (int32_t)((int64_t)um * px_per_m / 1000000);
}

/* Where the outline may be on the frame that is shown; empty before there is one. */
static struct box shown(const struct app *app, const char *id)
{
    const struct node *node = frame_find(&app->frame, id);
    return node != NULL ? node->rect : (struct box){0};
}

/* Nothing of the outline leaves its room. */
static uint32_t in_room(struct box room, uint32_t px_per_m)
{
    int64_t across = (int64_t)room.w * 1000000 / MACHINE_CARD_WIDTH_UM;
    int64_t down = (int64_t)room.h * 1000000 / MACHINE_CARD_HEIGHT_UM;
    int64_t most = across < down ? across : down;
    most = most < MACHINE_PX_PER_M_MAX ? most : MACHINE_PX_PER_M_MAX;
    px_per_m = px_per_m > most ? (uint32_t)most : px_per_m;
    return px_per_m < MACHINE_PX_PER_M_MIN ? MACHINE_PX_PER_M_MIN : px_per_m;
}

static int32_t side_mm(int32_t px, uint32_t px_per_m)
{
    return (int32_t)(((int64_t)px * 1000 + px_per_m / 2) / px_per_m);
}

static bool is_small(const struct app *app, uint32_t px_per_m)
{
    int64_t area =
        (int64_t)side_mm(app->config.width, px_per_m) * side_mm(app->config.height, px_per_m);
    return px_per_m < SMALL_PX_PER_M || area < SMALL_AREA_MM2;
}

/* A guess says of no screen that it is small. */
static bool is_known(const struct app *app)
{
    return app->config.fit_source == FIT_CALIBRATED || app->config.fit_source == FIT_EDID;
}

/* What the size beside it comes from. */
static enum message_id source_words(const struct app *app)
{
    static const enum message_id FROM[FIT_SOURCE_COUNT] = {
        [FIT_ASSUMED] = MSG_SETUP_FIT_FROM_USUAL,
        [FIT_EDID] = MSG_SETUP_FIT_FROM_DISPLAY,
        [FIT_CALIBRATED] = MSG_SETUP_FIT_FROM_CARD,
        [FIT_PANEL] = MSG_SETUP_FIT_FROM_PANEL,
    };
    bool own = seen(app)->px_per_m != app->config.px_per_m;
    return own ? MSG_SETUP_FIT_FROM_OUTLINE : FROM[app->config.fit_source];
}

static void draw_edge(struct ui *ui, struct box box, float radius)
{
    struct draw draw = {.kind = DRAW_BOX,
                        .fill = INK_SURFACE,
                        .fill_alpha = 255,
                        .stroke = INK_OUTLINE,
                        .stroke_alpha = 255,
                        .stroke_px = ui_umf(ui, EDGE_UM),
                        .x = (float)box.x,
                        .y = (float)box.y,
                        .w = (float)box.w,
                        .h = (float)box.h,
                        .radius = radius};
    frame_draw(ui->frame, &draw);
}

/* The outline from the corner that is held, with the grip at the other one. */
static void draw_card(const struct app *app, struct ui *ui, struct box room)
{
    uint32_t scale = in_room(room, seen(app)->px_per_m);
    struct box card = {room.x, room.y, card_px(scale, MACHINE_CARD_WIDTH_UM),
                       card_px(scale, MACHINE_CARD_HEIGHT_UM)};
    float radius = (float)card_px(scale, CARD_RADIUS_UM);
    ui_node(ui, "setup.room", ROLE_TEXT, room)->flags |= NODE_PICTURE;
    ui_node(ui, "setup.outline", ROLE_TEXT, card)->flags |= NODE_PICTURE;
    draw_edge(ui, card, radius);
    int32_t tick = card_px(scale, TICK_UM), first = card_px(scale, MACHINE_CARD_WIDTH_UM) % tick;
    int32_t foot = card.y + card.h;
    for (int32_t x = first / 2 + tick, n = 1; x < card.w - tick; x += tick, n++) {
        int32_t height = card_px(scale, n % 2 == 0 ? TICK_HEIGHT_UM : TICK_HEIGHT_UM / 2);
        ui_rule(ui, (float)(card.x + x), (float)foot, (float)(card.x + x), (float)(foot - height),
                INK_OUTLINE, 1.5F);
    }
    float grip = ui_umf(ui, GRIP_UM);
    ui_disc(ui, (float)(card.x + card.w) - grip, (float)foot - grip, grip, INK_OUTLINE, 255);
    struct ui_text words = {.id = "setup.card",
                            .text = word(app, MSG_SETUP_FIT_CARD),
                            .role = ROLE_TEXT,
                            .type = TYPE_CAPTION,
                            .align = ALIGN_CENTRE,
                            .balance = true,
                            .x = card.x + card.w / 12,
                            .w = card.w * 10 / 12};
    int32_t height = ui_text_height(ui, &words);
    words.y = card.y + (card.h - height) / 2;
    if (height <= card.h * 7 / 10 && ui_text_holds(ui, words.type, words.text, words.w)) {
        ui_text(ui, &words);
    }
}

static void flow_words(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    struct ui *ui = flow->ui;
    enum type type = ui->spare ? TYPE_F_CAPTION : TYPE_CAPTION;
    uint32_t scale = seen(app)->px_per_m;
    char w[NUMBER_BYTES], h[NUMBER_BYTES];
    struct text_arg sides[] = {{"w", number_digits(app, w, side_mm(app->config.width, scale))},
                               {"h", number_digits(app, h, side_mm(app->config.height, scale))}};
    if (ui->spare) {
        /* All of it beside the card: on a small panel the heading is as large as the rest. */
        flow_text(flow, &(struct ui_text){.id = "setup.title",
                                          .text = page->title,
                                          .role = ROLE_HEADING,
                                          .type = TYPE_F_HEAD});
        flow_gap(flow, 1000);
        flow_text(flow,
                  &(struct ui_text){
                      .id = "setup.body", .text = page->body, .role = ROLE_TEXT, .type = type});
        setup_problem(app, flow);
    } else {
        setup_head(app, flow, page);
    }
    flow_gap(flow, ui->spare ? 1000 : 5000);
    flow_text(flow, &(struct ui_text){.id = "setup.result",
                                      .text = fill(app, ui, MSG_SETUP_FIT_RESULT, sides, 2),
                                      .role = ROLE_STATUS,
                                      .type = type});
    flow_text(flow, &(struct ui_text){.id = "setup.from",
                                      .text = word(app, source_words(app)),
                                      .role = ROLE_STATUS,
                                      .type = type});
    if (is_known(app) && is_small(app, app->config.px_per_m)) {
        flow_gap(flow, 2000);
        flow_text(flow, &(struct ui_text){.id = "setup.small",
                                          .text = word(app, MSG_SETUP_FIT_SMALL),
                                          .role = ROLE_STATUS,
                                          .type = type,
                                          .balance = true,
                                          .ink = INK_WARN});
    }
}

/* Cuts the content into a part for the words and one for the outline, by the page's own scale
 * alone. */
static void divide(const struct ui *ui, struct box content, struct box *words, struct box *room)
{
    *words = *room = content;
    if (ui->width > ui->height) {
        int32_t card = ui_um(ui, MACHINE_CARD_WIDTH_UM);
        int32_t least = content.w * WORDS_LEAST / 100, most = content.w * WORDS_MOST / 100;
        int32_t gap = ui_gap(ui, COLUMN_GAP_UM);
        if (content.w - gap - card < ui_um(ui, WORDS_LEAST_UM)) {
            gap = ui_um(ui, COLUMN_GAP_LEAST_UM);
        }
        int32_t w = content.w - gap - 2 * card;
        w = w < least ? least : w > most ? most : w;
        words->w = w;
        room->x += w + gap;
        room->w -= w + gap;
    } else {
        words->h = content.h * STACKED / 100 - ui_gap(ui, COLUMN_GAP_UM);
        room->y += content.h * STACKED / 100;
        room->h -= content.h * STACKED / 100;
    }
}

static void build_words(const struct app *app, struct ui *ui, const struct setup_page *page,
                        struct box *room)
{
    struct box words;
    struct flow flow;
    divide(ui, setup_controls(app, ui, page), &words, room);
    flow_begin(&flow, ui, words);
    flow_words(app, &flow, page);
    flow_end(&flow);
}

static void build(const struct app *app, struct ui *ui)
{
    struct ui_button resize[] = {{.id = "setup.smaller",
                                  .label = word(app, MSG_SETUP_FIT_BUTTONS_1),
                                  .icon = ICON_MINUS,
                                  .action = FIT_RESIZE,
                                  .arg = -1},
                                 {.id = "setup.larger",
                                  .label = word(app, MSG_SETUP_FIT_BUTTONS_2),
                                  .icon = ICON_PLUS,
                                  .action = FIT_RESIZE,
                                  .arg = 1}};
    for (int i = 0; i < 2 && ui->spare; i++) {
        /* A sign says enough; the barest controls have signs that are letters. */
        resize[i].spoken = resize[i].label;
        resize[i].label = !ui->bare ? "" : i == 0 ? "–" : "+";
    }
    struct setup_page page = {.screen = SCREEN_SETUP_FIT,
                              .title = word(app, MSG_SETUP_FIT_TITLE),
                              .body = word(app, MSG_SETUP_FIT_BODY),
                              .next = word(app, MSG_SETUP_FIT_BUTTONS_3),
                              .pair = resize,
                              .one_page = true};
    struct box room;
    const struct ui_mark mark = ui_mark(ui);
    build_words(app, ui, &page, &room);
    if (ui->page_count > 1) {
        /* Only then a button that turns the page may take room from the outline. */
        ui_rewind(ui, mark);
        ui->page_count = 1;
        page.one_page = false;
        build_words(app, ui, &page, &room);
    }
    if (ui->bare) {
        room.h += ui_gap(ui, TO_WATER_UM) + ui_gap(ui, TO_CONTROLS_UM) / 2;
    }
    /* Controls become smaller before a card of this size finds no room. */
    bool holds =
        room.w >= ui_um(ui, MACHINE_CARD_WIDTH_UM) && room.h >= ui_um(ui, MACHINE_CARD_HEIGHT_UM);
    ui->overflow = ui->overflow || (!holds && !ui->bare);
    draw_card(app, ui, room); /* on every page */
}

/* Ever finer; later on finer with a change of direction alone, and coarser again when somebody goes
 * on in one. */
static void resize_card(struct app *app, int32_t way)
{
    struct setup_fit *fit = mine(app);
    uint32_t scale = in_room(shown(app, "setup.room"), fit->px_per_m);
    fit->run = way == fit->way ? fit->run + 1 : 1;
    if (fit->presses < STEP_COUNT || fit->run == 1) {
        fit->step += fit->step < STEP_COUNT ? 1 : 0;
    } else if (fit->run > RUN_SAME) {
        fit->step -= fit->step > 1 ? 1 : 0;
    }
    fit->presses++;
    fit->way = way;
    uint64_t by = STEPS[fit->step - 1];
    uint64_t to = way > 0 ? scale * by / STEP_ONE : scale * (uint64_t)STEP_ONE / by;
    fit->px_per_m = in_room(shown(app, "setup.room"), (uint32_t)to);
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
    fit->step = REPEAT_STEP - 1;
    fit->way = 0;
    resize_card(app, strcmp(app->pressed_id, "setup.larger") == 0 ? 1 : -1);
}

static void drag_to(struct app *app, int32_t x, int32_t y)
{
    struct box room = shown(app, "setup.room");
    int64_t w = app->frame.rtl ? room.x + room.w - x : x - room.x, h = y - room.y;
    int64_t across = w * 1000000 / MACHINE_CARD_WIDTH_UM;
    int64_t down = h * 1000000 / MACHINE_CARD_HEIGHT_UM;
    int64_t to = across > down ? across : down;
    to = to < MACHINE_PX_PER_M_MIN ? MACHINE_PX_PER_M_MIN : to;
    mine(app)->px_per_m = in_room(room, (uint32_t)to);
    app->stale = true;
}

/* A finger on the outline or beside it moves the corner; on a button it may stay. */
static bool woken(struct app *app, const struct input *input)
{
    struct setup_fit *fit = mine(app);
    struct box room = shown(app, "setup.room");
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
        machine.px_per_m = seen(app)->px_per_m;
        machine.width = (uint32_t)app->config.width;
        machine.height = (uint32_t)app->config.height;
        setup_keep_machine(app, &machine);
        break;
    }
    default:
        (void)setup_act(app, action);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_FIT = {.part.state_bytes = sizeof(struct setup_fit),
                                                .part.answer = setup_answer,
                                                .part.due = due,
                                                .part.fire = fire,
                                                .woken = woken,
                                                .enter = enter,
                                                .build = build,
                                                .act = act,
                                                .focus_id = "setup.smaller",
                                                SETUP_PAGE_OPS};
