/* SPDX-License-Identifier: MIT */
/* What is learned of each switch, as a circle or, where there is little room, as a row. */
#include "screens/access/switches.h"

#include "screens/parts/words.h"

enum {
    CIRCLE_UM = 27000,       /* radius */
    CIRCLE_LEAST_UM = 15000, /* smaller, and the names stand in rows instead */
    RINGS_PERCENT = 134,     /* of the radius: how far the rings around it reach */
    PIP_UM = 1900,           /* in a row */
};

static const struct {
    const char *id, *state_id, *does_id;
    enum message_id name, whole, does, learned;
} NAMES[SWITCH_COUNT] = {
    [SWITCH_MOVE] = {"switches.move", "switches.move.state", "switches.move.does",
                     MSG_SWITCHES_CALLED_MOVE, MSG_SWITCHES_NAME_MOVE, MSG_SWITCHES_DOES_MOVE,
                     MSG_SWITCHES_LEARNED_1_S},
    [SWITCH_SELECT] = {"switches.select", "switches.select.state", "switches.select.does",
                       MSG_SWITCHES_CALLED_SELECT, MSG_SWITCHES_NAME_SELECT,
                       MSG_SWITCHES_DOES_SELECT, MSG_SWITCHES_LEARNED_2_S},
};

const char *switch_word(const struct app *app, enum switch_name name)
{
    return word(app, NAMES[name].name);
}

static bool is_asked(const struct app *app, enum switch_name name)
{
    return !switches_ready(switches_of(app)) && switches_asked(switches_of(app)) == name;
}

/* How far a switch is; empty before its first press. */
static struct ui_text state_text(const struct app *app, enum switch_name name)
{
    bool learned = switches_know(switches_of(app), name),
         half = switches_of(app)->presses[name] > 0;
    return (struct ui_text){.id = NAMES[name].state_id,
                            .text = learned ? word(app, MSG_SWITCHES_LEARNED)
                                    : half  ? word(app, MSG_SWITCHES_HALF)
                                            : "",
                            .spoken = learned ? word(app, NAMES[name].learned) : NULL,
                            .role = ROLE_STATUS,
                            .type = TYPE_CAPTION,
                            .align = ALIGN_CENTRE,
                            .balance = true};
}

static struct ui_text does_text(const struct app *app, enum switch_name name)
{
    return (struct ui_text){.id = NAMES[name].does_id,
                            .text = word(app, NAMES[name].does),
                            .role = ROLE_TEXT,
                            .type = TYPE_CAPTION,
                            .align = ALIGN_CENTRE,
                            .balance = true};
}

static void draw_pips(const struct app *app, struct ui *ui, enum switch_name name, float x, float y,
                      float radius)
{
    for (uint32_t i = 0; i < SWITCH_PRESSES; i++) {
        float at = x + radius * (i == 0 ? -1.8F : 1.8F);
        if (switches_of(app)->presses[name] > i) {
            ui_disc(ui, at, y, radius, INK_OUTLINE, 255);
        } else {
            ui_ring(ui, at, y, radius * 0.92F, INK_OUTLINE, ui_umf(ui, 400), 255);
        }
    }
}

/* A switch as a circle: pips, later a tick, over its name. The one that is asked for has rings. */
static void draw_circle(const struct app *app, struct ui *ui, enum switch_name name, float x,
                        float y, float r)
{
    bool asked = is_asked(app, name);
    float thick = ui_umf(ui, 1000), edge = ui_umf(ui, ui->theme->edge_um);
    for (int i = 1; i <= 2 && asked && !ui->theme->high_contrast; i++) {
        ui_ring(ui, x, y, r * (1 + 0.165F * (float)i), INK_OUTLINE, ui_umf(ui, 200),
                (uint8_t)(170 - 60 * i));
    }
    ui_disc(ui, x, y, r, INK_SURFACE, 255);
    ui_ring(ui, x, y, r - edge / 2, INK_OUTLINE, edge, 255);
    if (asked) {
        ui_ring(ui, x, y, r * 0.91F, INK_OUTLINE, thick, 255);
    }
    if (switches_know(switches_of(app), name)) {
        ui_marker_ticked(ui, x, y - r * 0.24F, r * 0.23F);
    } else {
        draw_pips(app, ui, name, x, y - r * 0.28F, r * 0.13F);
    }
    struct ui_text text = {.id = NAMES[name].id,
                           .text = word(app, NAMES[name].name),
                           .spoken = word(app, NAMES[name].whole),
                           .role = ROLE_TEXT,
                           .type = TYPE_CARD,
                           .ink = INK_INK,
                           .align = ALIGN_CENTRE,
                           .x = (int32_t)(x - r * 0.84F),
                           .w = (int32_t)(r * 1.68F)};
    text.y = (int32_t)(y + r * 0.3F) - ui_text_height(ui, &text) / 2;
    ui_text(ui, &text);
}

struct switch_circles switch_circles_in(const struct app *app, const struct ui *ui, int32_t w,
                                        int32_t h)
{
    struct switch_circles circles = {.radius = ui_um(ui, ui_sized_um(ui, CIRCLE_UM))};
    int32_t count = SWITCH_COUNT - (int32_t)switches_first(switches_of(app));
    circles.step = w / count;
    for (enum switch_name name = switches_first(switches_of(app)); name < SWITCH_COUNT; name++) {
        struct ui_text does = does_text(app, name), state = state_text(app, name);
        does.w = state.w = circles.step - ui_um(ui, 4000);
        state.text = word(app, MSG_SWITCHES_LEARNED);
        int32_t height = ui_text_height(ui, &does) + ui_text_height(ui, &state);
        circles.words_h = height > circles.words_h ? height : circles.words_h;
    }
    circles.words_h += ui_um(ui, 2000);
    int32_t across = circles.step * 100 / (2 * RINGS_PERCENT);
    int32_t down = (h - circles.words_h) * 100 / (2 * RINGS_PERCENT);
    circles.radius = across < circles.radius ? across : circles.radius;
    circles.radius = down < circles.radius ? down : circles.radius;
    circles.height = 2 * circles.radius * RINGS_PERCENT / 100 + circles.words_h;
    return circles;
}

bool switch_circles_fit(const struct app *app, const struct ui *ui,
                        const struct switch_circles *circles)
{
    int32_t room = circles->radius * 168 / 100;
    return circles->radius >= ui_um(ui, CIRCLE_LEAST_UM) &&
           ui_text_width(ui, TYPE_CARD, word(app, MSG_SWITCHES_CALLED_MOVE)) <= room &&
           ui_text_width(ui, TYPE_CARD, word(app, MSG_SWITCHES_CALLED_SELECT)) <= room &&
           ui_text_holds(ui, TYPE_CAPTION, word(app, MSG_SWITCHES_DOES_MOVE), circles->step);
}

void switch_circles_draw(const struct app *app, struct ui *ui, const struct switch_circles *circles,
                         int32_t x, int32_t y)
{
    int32_t reach = circles->radius * RINGS_PERCENT / 100;
    for (enum switch_name name = switches_first(switches_of(app)); name < SWITCH_COUNT; name++) {
        draw_circle(app, ui, name, (float)(x + circles->step / 2), (float)(y + reach),
                    (float)circles->radius);
        struct ui_text does = does_text(app, name), state = state_text(app, name);
        does.w = state.w = circles->step - ui_um(ui, 4000);
        does.x = state.x = x + ui_um(ui, 2000);
        does.y = y + 2 * reach + ui_um(ui, 1500);
        state.y = does.y + ui_text(ui, &does);
        if (state.text[0] != '\0') {
            ui_text(ui, &state);
        }
        x += circles->step;
    }
}

void switch_row(const struct app *app, struct flow *flow, enum switch_name name)
{
    struct ui *ui = flow->ui;
    float radius = ui_umf(ui, ui_sized_um(ui, PIP_UM));
    int32_t pips = (int32_t)(radius * 7.5F);
    struct ui_text text = {.id = NAMES[name].id,
                           .text = word(app, NAMES[name].whole),
                           .role = ROLE_TEXT,
                           .type = TYPE_BODY,
                           .x = flow->box.x + pips,
                           .w = flow->box.w - pips};
    struct text_arg says[] = {{"name", text.text}, {"state", state_text(app, name).text}};
    char spoken[512];
    text_format(spoken, sizeof(spoken), "{name} {state}", says, 2);
    text.spoken = spoken;
    int32_t height = ui_text_height(ui, &text), line = ui_line_px(ui, TYPE_BODY), y;
    flow_gap(flow, 3000);
    if (ui->paged && (height > flow->box.h || !ui_text_holds(ui, TYPE_BODY, text.text, text.w))) {
        flow_text(flow, &text);
    } else if (flow_block(flow, height, &y)) {
        float x = (float)flow->box.x + radius * 2.8F, middle = (float)(y + line / 2);
        if (switches_know(switches_of(app), name)) {
            ui_marker_ticked(ui, x, middle, radius * 1.6F);
        } else {
            draw_pips(app, ui, name, x, middle, radius);
        }
        text.y = y;
        ui_text(ui, &text);
    }
}
