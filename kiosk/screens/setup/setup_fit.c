/* SPDX-License-Identifier: MIT */
/* Second page: the outline of a bank card, made as large as the card in somebody's hand. The page
 * itself keeps its size until it matches. */
#include "screens/setup/setup.h"

STATE_BEGIN
struct setup_fit {
    uint32_t px_per_m; /* the scale at which the outline is drawn */
    uint32_t step;     /* of the next press, in thousandths of it */
    int32_t way;       /* of the last press; 0: none yet */
};
STATE_END

enum fit_action {
    FIT_RESIZE = ACTION_OWN, /* 1 larger, -1 smaller */
};

enum {
    CARD_RADIUS_UM = 3180,
    EDGE_UM = 500,
    RING_UM = 5500, /* between the outline and the rings around it */
    RINGS = 3,
    RINGS_ROOM_UM = 17000,
    TIGHT_AIR = 60,
    TICK_UM = 5000, /* half centimetres along the lower edge */
    TICK_HEIGHT_UM = 2000,
    BUTTON_GAP_UM = 4000,
    COLUMN_GAP_UM = 12000,
    TEXT_LEAST_UM = 70000, /* narrower, and the words stand above the outline */
    /* The first press makes a step that can be seen; each change of direction halves it, down to
     * half a millimetre of the card. */
    STEP_FIRST = 32,
    STEP_LEAST = 4,
    STEP_ONE = 1000,
    /* A panel below 85 px an inch or 700 square centimetres. */
    SMALL_PX_PER_M = 3346,
    SMALL_AREA_MM2 = 70000,
    PAGE_SHARE_W = 90, /* of a hundred: the outline stays within this part of the surface */
    PAGE_SHARE_H = 62, /* a card on a panel seven inches across */
    SIDE_GAP_UM = 3500,
};

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

/* The largest scale whose outline the surface can still show. */
static uint32_t largest(const struct app *app)
{
    int64_t across = (int64_t)app->config.width * PAGE_SHARE_W * 10000 / MACHINE_CARD_WIDTH_UM;
    int64_t down = (int64_t)app->config.height * PAGE_SHARE_H * 10000 / MACHINE_CARD_HEIGHT_UM;
    int64_t most = across < down ? across : down;
    return most < MACHINE_PX_PER_M_MAX ? (uint32_t)most : MACHINE_PX_PER_M_MAX;
}

static uint32_t in_range(const struct app *app, uint32_t px_per_m)
{
    uint32_t most = largest(app);
    px_per_m = px_per_m > most ? most : px_per_m;
    return px_per_m < MACHINE_PX_PER_M_MIN ? MACHINE_PX_PER_M_MIN : px_per_m;
}

static uint32_t drawn_scale(const struct app *app)
{
    return in_range(app, seen(app)->px_per_m);
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
    bool own = drawn_scale(app) != app->config.px_per_m;
    return own ? MSG_SETUP_FIT_FROM_OUTLINE : FROM[app->config.fit_source];
}

static void draw_edge(struct ui *ui, struct box box, float radius, bool card)
{
    struct draw draw = {.kind = DRAW_BOX,
                        .fill = card ? INK_SURFACE : INK_NONE,
                        .fill_alpha = card ? 255 : 0,
                        .stroke = card ? INK_OUTLINE : INK_HAIR,
                        .stroke_alpha = 255,
                        .stroke_px = card ? ui_umf(ui, EDGE_UM) : 1.5F,
                        .x = (float)box.x,
                        .y = (float)box.y,
                        .w = (float)box.w,
                        .h = (float)box.h,
                        .radius = radius};
    frame_draw(ui->frame, &draw);
}

/* The outline and, as far as the room goes, the motif's rings around it. */
static void draw_card(const struct app *app, struct ui *ui, struct box card, struct box room)
{
    uint32_t scale = drawn_scale(app);
    float radius = (float)card_px(scale, CARD_RADIUS_UM);
    for (int32_t i = RINGS; i > 0 && !ui->theme->high_contrast; i--) {
        int32_t by = ui_um(ui, RING_UM) * i;
        struct box ring = box_inset(card, -by, -by);
        bool inside = ring.x >= room.x && ring.y >= room.y && ring.x + ring.w <= room.x + room.w &&
                      ring.y + ring.h <= room.y + room.h;
        if (inside) {
            draw_edge(ui, ring, radius + (float)by, false);
        }
    }
    draw_edge(ui, card, radius, true);
    int32_t tick = card_px(scale, TICK_UM), first = card_px(scale, MACHINE_CARD_WIDTH_UM) % tick;
    int32_t foot = card.y + card.h;
    for (int32_t x = first / 2 + tick, n = 1; x < card.w - tick; x += tick, n++) {
        int32_t height = card_px(scale, n % 2 == 0 ? TICK_HEIGHT_UM : TICK_HEIGHT_UM / 2);
        ui_rule(ui, (float)(card.x + x), (float)foot, (float)(card.x + x), (float)(foot - height),
                INK_OUTLINE, 1.5F);
    }
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
    if (height <= card.h * 7 / 10) {
        ui_text(ui, &words);
    }
}

/* Outline and the two buttons below it, centred in the width; returns the height they need. */
static int32_t figure_height(const struct app *app, const struct ui *ui, int32_t ring_um)
{
    return card_px(drawn_scale(app), MACHINE_CARD_HEIGHT_UM) + 2 * ui_gap(ui, ring_um) +
           ui_um(ui, BUTTON_GAP_UM) + ui_button_height(ui, BUTTON_PLAIN);
}

enum { SMALLER, LARGER, BUTTONS };

static void make_buttons(const struct app *app, struct ui_button buttons[BUTTONS])
{
    buttons[SMALLER] = (struct ui_button){.id = "setup.smaller",
                                          .label = word(app, MSG_SETUP_FIT_BUTTONS_1),
                                          .icon = ICON_MINUS,
                                          .action = FIT_RESIZE,
                                          .arg = -1};
    buttons[LARGER] = (struct ui_button){.id = "setup.larger",
                                         .label = word(app, MSG_SETUP_FIT_BUTTONS_2),
                                         .icon = ICON_PLUS,
                                         .action = FIT_RESIZE,
                                         .arg = 1};
}

/* On a panel hardly higher than a card, a round button at each side of it. */
static void draw_figure_between(const struct app *app, struct ui *ui, struct box box)
{
    uint32_t scale = drawn_scale(app);
    struct ui_button buttons[BUTTONS];
    make_buttons(app, buttons);
    int32_t side = ui_button_height(ui, BUTTON_F), gap = ui_um(ui, SIDE_GAP_UM);
    struct box card = {.y = box.y,
                       .w = card_px(scale, MACHINE_CARD_WIDTH_UM),
                       .h = card_px(scale, MACHINE_CARD_HEIGHT_UM)};
    card.x = box.x + (box.w - card.w) / 2;
    draw_card(app, ui, card, card);
    int32_t x[BUTTONS] = {card.x - gap - side, card.x + card.w + gap};
    for (uint32_t i = 0; i < BUTTONS; i++) {
        buttons[i].kind = BUTTON_F;
        buttons[i].spoken = buttons[i].label;
        buttons[i].label = "";
        ui_button(ui, &buttons[i], (struct box){x[i], card.y + (card.h - side) / 2, side, side});
    }
    ui->overflow = ui->overflow || x[SMALLER] < 0;
}

static void draw_figure(const struct app *app, struct ui *ui, struct box box)
{
    uint32_t scale = drawn_scale(app);
    struct ui_button buttons[BUTTONS];
    make_buttons(app, buttons);
    int32_t gap = ui_um(ui, BUTTON_GAP_UM), high = ui_button_height(ui, BUTTON_PLAIN);
    int32_t w[2] = {ui_button_width(ui, &buttons[0]), ui_button_width(ui, &buttons[1])};
    int32_t x = box.x + (box.w - w[0] - w[1] - gap) / 2, y = box.y + box.h - high;
    struct box room = {box.x, box.y, box.w, box.h - high - gap};
    struct box card = {.w = card_px(scale, MACHINE_CARD_WIDTH_UM),
                       .h = card_px(scale, MACHINE_CARD_HEIGHT_UM)};
    card.x = box.x + (box.w - card.w) / 2;
    card.y = room.y + (room.h - card.h) / 2;
    draw_card(app, ui, card, room);
    ui_button(ui, &buttons[0], (struct box){x, y, w[0], high});
    ui_button(ui, &buttons[1], (struct box){x + w[0] + gap, y, w[1], high});
}

static void flow_words(const struct app *app, struct flow *flow, const struct setup_page *page)
{
    struct ui *ui = flow->ui;
    uint32_t scale = drawn_scale(app);
    char w[NUMBER_BYTES], h[NUMBER_BYTES];
    struct text_arg sides[] = {{"w", number_digits(app, w, side_mm(app->config.width, scale))},
                               {"h", number_digits(app, h, side_mm(app->config.height, scale))}};
    setup_head(app, flow, page);
    flow_gap(flow, 5000);
    flow_text(flow, &(struct ui_text){.id = "setup.result",
                                      .text = fill(app, ui, MSG_SETUP_FIT_RESULT, sides, 2),
                                      .role = ROLE_STATUS,
                                      .type = ui->bare ? TYPE_F_LEDE : TYPE_CAPTION});
    flow_text(flow, &(struct ui_text){.id = "setup.from",
                                      .text = word(app, source_words(app)),
                                      .role = ROLE_STATUS,
                                      .type = ui->bare ? TYPE_F_LEDE : TYPE_CAPTION});
    if (is_known(app) && is_small(app, scale)) {
        flow_gap(flow, 2000);
        flow_text(flow, &(struct ui_text){.id = "setup.small",
                                          .text = word(app, MSG_SETUP_FIT_SMALL),
                                          .role = ROLE_STATUS,
                                          .type = ui->bare ? TYPE_F_LEDE : TYPE_CAPTION,
                                          .balance = true,
                                          .ink = INK_WARN});
    }
}

static void build(const struct app *app, struct ui *ui)
{
    struct setup_page page = {.screen = SCREEN_SETUP_FIT,
                              .title = word(app, MSG_SETUP_FIT_TITLE),
                              .body = word(app, MSG_SETUP_FIT_BODY),
                              .next = word(app, MSG_SETUP_FIT_BUTTONS_3)};
    struct box box = setup_controls(app, ui, &page), words = box;
    int32_t card = card_px(drawn_scale(app), MACHINE_CARD_WIDTH_UM) + 2 * ui_gap(ui, RINGS_ROOM_UM);
    bool airy = ui->air > TIGHT_AIR;
    int32_t wide = airy && card < box.w / 2 ? box.w / 2 : card;
    words.w = box.w - wide - ui_um(ui, COLUMN_GAP_UM);
    bool beside = !ui->paged && ui->width > ui->height &&
                  words.w >= ui_um(ui, ui_sized_um(ui, TEXT_LEAST_UM)) &&
                  figure_height(app, ui, 0) <= box.h;
    struct flow flow;
    flow_begin(&flow, ui, beside ? words : box);
    if (ui->paged && figure_height(app, ui, 0) > box.h) {
        /* First, so that it stays on the screen while it grows. */
        int32_t y, height = card_px(drawn_scale(app), MACHINE_CARD_HEIGHT_UM);
        if (flow_block(&flow, height, &y)) {
            draw_figure_between(app, ui, (struct box){box.x, y, box.w, height});
        }
        flow.y = box.y + box.h;
        flow_words(app, &flow, &page);
        flow_end(&flow);
        return;
    }
    flow_words(app, &flow, &page);
    if (beside) {
        int32_t high = figure_height(app, ui, RINGS_ROOM_UM);
        high = high < box.h ? high : box.h;
        draw_figure(app, ui,
                    (struct box){box.x + box.w - wide, box.y + (box.h - high) / 2, wide, high});
    } else {
        int32_t y, height = figure_height(app, ui, ui->paged ? 0 : RINGS_ROOM_UM);
        height = height < box.h ? height : figure_height(app, ui, 0);
        flow_gap(&flow, 3000);
        if (flow_block(&flow, height, &y)) {
            draw_figure(app, ui, (struct box){box.x, y, box.w, height});
        }
    }
    flow_end(&flow);
}

static void resize_card(struct app *app, int32_t way)
{
    struct setup_fit *fit = mine(app);
    uint32_t scale = drawn_scale(app), step = fit->step;
    if (step == 0) {
        step = STEP_FIRST;
    } else if (way != fit->way && step > STEP_LEAST) {
        step /= 2;
    }
    uint32_t by = scale * step / STEP_ONE;
    fit->step = step;
    fit->way = way;
    fit->px_per_m = in_range(app, way > 0 ? scale + by : scale - by);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case FIT_RESIZE:
        resize_card(app, arg);
        break;
    case ACTION_NEXT: {
        struct machine machine = app->machine;
        machine.px_per_m = drawn_scale(app);
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
                                                .enter = enter,
                                                .build = build,
                                                .act = act,
                                                .focus_id = "setup.smaller",
                                                SETUP_PAGE_OPS};
