/* SPDX-License-Identifier: MIT */
#include "ui/blocks/circles.h"

enum {
    CIRCLE_UM = 27000,       /* radius */
    CIRCLE_LEAST_UM = 15000, /* smaller, and the names stand in rows instead */
    RINGS_PERCENT = 134,     /* of the radius: how far the rings around it reach */
    NAME_PERCENT = 168,      /* of the radius: how wide a name may be */
    PIP_UM = 1900,           /* in a row */
    REMARK_GAP_UM = 3000,
};

/* Returns how far the switch is learned, in words; no words before its first press. */
static struct ui_text state_text(const struct circle *circle)
{
    return (struct ui_text){.id = circle->state_id,
                            .text = circle->state,
                            .spoken = circle->state_spoken,
                            .role = ROLE_STATUS,
                            .type = TYPE_CAPTION,
                            .align = ALIGN_CENTRE,
                            .balance = true};
}

static struct ui_text does_text(const struct circle *circle)
{
    return (struct ui_text){.id = circle->does_id,
                            .text = circle->does,
                            .role = ROLE_TEXT,
                            .type = TYPE_CAPTION,
                            .align = ALIGN_CENTRE,
                            .balance = true};
}

static void draw_pips(struct ui *ui, const struct circle *circle, float x, float y, float radius)
{
    for (uint32_t i = 0; i < CIRCLE_PIPS; i++) {
        float at = x + radius * (i == 0 ? -1.8F : 1.8F);
        if (circle->pips > i) {
            ui_disc(ui, at, y, radius, INK_OUTLINE, 255);
        } else {
            ui_ring(ui, at, y, radius * 0.92F, INK_OUTLINE, ui_umf(ui, 400), 255);
        }
    }
}

/* Draws a circle: pips, later a tick, over the name. The circle that is asked for has rings. */
static void draw_circle(struct ui *ui, const struct circle *circle, float x, float y, float r)
{
    float thick = ui_umf(ui, 1000), edge = ui_umf(ui, ui->theme->edge_um);
    for (int i = 1; i <= 2 && circle->asked && !ui->theme->high_contrast; i++) {
        ui_ring(ui, x, y, r * (1 + 0.165F * (float)i), INK_OUTLINE, ui_umf(ui, 200),
                (uint8_t)(170 - 60 * i));
    }
    ui_disc(ui, x, y, r, INK_SURFACE, 255);
    ui_ring(ui, x, y, r - edge / 2, INK_OUTLINE, edge, 255);
    if (circle->asked) {
        ui_ring(ui, x, y, r * 0.91F, INK_OUTLINE, thick, 255);
    }
    if (circle->known) {
        ui_marker_ticked(ui, x, y - r * 0.24F, r * 0.23F);
    } else {
        draw_pips(ui, circle, x, y - r * 0.28F, r * 0.13F);
    }
    struct ui_text text = {.id = circle->id,
                           .text = circle->name,
                           .spoken = circle->whole,
                           .role = ROLE_TEXT,
                           .type = TYPE_CARD,
                           .ink = INK_INK,
                           .align = ALIGN_CENTRE,
                           .x = (int32_t)(x - r * 0.84F),
                           .w = (int32_t)(r * 1.68F)};
    text.y = (int32_t)(y + r * 0.3F) - ui_text_height(ui, &text) / 2;
    ui_text(ui, &text);
}

struct circles_size circles_in(const struct ui *ui, const struct circles *circles, int32_t w,
                               int32_t h)
{
    struct circles_size size = {.radius = ui_um(ui, ui_sized_um(ui, CIRCLE_UM))};
    size.step = w / (int32_t)(CIRCLES_MAX - circles->first);
    for (uint32_t i = circles->first; i < CIRCLES_MAX; i++) {
        struct ui_text does = does_text(&circles->circle[i]);
        struct ui_text state = state_text(&circles->circle[i]);
        does.w = state.w = size.step - ui_um(ui, 4000);
        state.text = circles->state_known;
        int32_t height = ui_text_height(ui, &does) + ui_text_height(ui, &state);
        size.words_h = height > size.words_h ? height : size.words_h;
    }
    size.words_h += ui_um(ui, 2000);
    int32_t across = size.step * 100 / (2 * RINGS_PERCENT);
    int32_t down = (h - size.words_h) * 100 / (2 * RINGS_PERCENT);
    size.radius = across < size.radius ? across : size.radius;
    size.radius = down < size.radius ? down : size.radius;
    size.height = 2 * size.radius * RINGS_PERCENT / 100 + size.words_h;
    return size;
}

bool circles_fit(const struct ui *ui, const struct circles *circles,
                 const struct circles_size *size)
{
    const int32_t room = size->radius * NAME_PERCENT / 100;
    bool fit = size->radius >= ui_um(ui, CIRCLE_LEAST_UM) &&
               ui_text_holds(ui, TYPE_CAPTION, circles->circle[0].does, size->step);
    for (uint32_t i = 0; i < CIRCLES_MAX; i++) {
        fit = fit && ui_text_width(ui, TYPE_CARD, circles->circle[i].name) <= room;
    }
    return fit;
}

void circles_draw(struct ui *ui, const struct circles *circles, const struct circles_size *size,
                  int32_t x, int32_t y)
{
    int32_t reach = size->radius * RINGS_PERCENT / 100;
    for (uint32_t i = circles->first; i < CIRCLES_MAX; i++) {
        const struct circle *circle = &circles->circle[i];
        draw_circle(ui, circle, (float)(x + size->step / 2), (float)(y + reach),
                    (float)size->radius);
        struct ui_text does = does_text(circle), state = state_text(circle);
        does.w = state.w = size->step - ui_um(ui, 4000);
        does.x = state.x = x + ui_um(ui, 2000);
        does.y = y + 2 * reach + ui_um(ui, 1500);
        state.y = does.y + ui_text(ui, &does);
        if (state.text[0] != '\0') {
            ui_text(ui, &state);
        }
        x += size->step;
    }
}

static struct ui_text remark_text(const struct circles *circles, const char *text, struct box box)
{
    return (struct ui_text){.id = circles->remark_id,
                            .text = text,
                            .role = ROLE_STATUS,
                            .type = TYPE_BODY,
                            .ink = INK_INK,
                            .align = ALIGN_CENTRE,
                            .balance = true,
                            .x = box.x,
                            .w = box.w};
}

/* Returns the height of a remark below the circles. */
static int32_t remark_px(const struct ui *ui, const struct circles *circles, struct box box)
{
    const struct ui_text longest = remark_text(circles, circles->remark_longest, box);
    return ui_text_height(ui, &longest) + ui_gap(ui, REMARK_GAP_UM);
}

bool circles_figure(struct ui *ui, const struct circles *circles, struct box box)
{
    const int32_t below = remark_px(ui, circles, box);
    const struct circles_size size = circles_in(ui, circles, box.w, box.h - below);
    const int32_t middle = (box.h - size.height) / 2, last = box.h - below - size.height;
    const int32_t y = box.y + (middle < last ? middle : last);
    circles_draw(ui, circles, &size, box.x, y);
    if (circles->remark != NULL) {
        struct ui_text remark = remark_text(circles, circles->remark, box);
        remark.y = y + size.height + ui_gap(ui, REMARK_GAP_UM);
        ui_text(ui, &remark);
    }
    return circles_fit(ui, circles, &size);
}

bool circles_below(struct flow *flow, const struct circles *circles)
{
    struct ui *ui = flow->ui;
    struct box room = {flow->box.x, flow->y + ui_gap(ui, 6000), flow->box.w, 0};
    room.h = flow->box.y + flow->box.h - room.y;
    const struct circles_size size =
        circles_in(ui, circles, room.w, room.h - remark_px(ui, circles, room));
    if (!circles_fit(ui, circles, &size)) {
        return false;
    }
    flow->y = room.y + room.h;
    return circles_figure(ui, circles, room);
}

static void flow_row(struct flow *flow, const struct circle *circle)
{
    struct ui *ui = flow->ui;
    float radius = ui_umf(ui, ui_sized_um(ui, PIP_UM));
    int32_t pips = (int32_t)(radius * 7.5F);
    struct ui_text text = {.id = circle->id,
                           .text = circle->whole,
                           .role = ROLE_TEXT,
                           .type = TYPE_BODY,
                           .x = flow->box.x + pips,
                           .w = flow->box.w - pips};
    struct text_arg says[] = {{"name", text.text}, {"state", circle->state}};
    char spoken[512];
    text_format(spoken, sizeof(spoken), "{name} {state}", says, 2);
    text.spoken = spoken;
    int32_t height = ui_text_height(ui, &text), line = ui_line_px(ui, TYPE_BODY), y;
    flow_gap(flow, 3000);
    if (ui->paged && (height > flow->box.h || !ui_text_holds(ui, TYPE_BODY, text.text, text.w))) {
        flow_text(flow, &text);
    } else if (flow_block(flow, height, &y)) {
        float x = (float)flow->box.x + radius * 2.8F, middle = (float)(y + line / 2);
        if (circle->known) {
            ui_marker_ticked(ui, x, middle, radius * 1.6F);
        } else {
            draw_pips(ui, circle, x, middle, radius);
        }
        text.y = y;
        ui_text(ui, &text);
    }
}

void circles_rows(struct flow *flow, const struct circles *circles)
{
    for (uint32_t i = circles->first; i < CIRCLES_MAX; i++) {
        flow_row(flow, &circles->circle[i]);
    }
}
