/* SPDX-License-Identifier: MIT */
/* Learning switches: each is pressed twice, in any order, and a circle for each shows how far it
 * is. Then stones to try them on and, with one switch, how fast the frame moves. */
#include "screens/access/switches.h"

#include "screens/parts/controls.h"

enum {
    BESIDE_UM = 240000, /* panels this wide show the circles beside the words */
    WORDS_PERCENT = 46, /* of the width, then */
    FIGURE_PERCENT = 50,
    STONE_UM = 23000, /* side */
    STONE_LEAST_UM = 13000,
    STONE_GAP_UM = 9000,
    STONE_GAP_LEAST_UM = 4000,
    HOLD_COUNT = 3,
};

static const char *prompt(const struct app *app, struct ui *ui)
{
    const struct switches *switches = &app->switches;
    if (switches_ready(app)) {
        bool all = switches->stones == (1U << SWITCH_STONES) - 1;
        return word(app, all ? MSG_SWITCHES_LEARNED : MSG_SWITCHES_TRY);
    }
    enum switch_name asked = switches_asked(app);
    if (switches->presses[asked] == 0) {
        return word(app, asked == SWITCH_MOVE ? MSG_SWITCHES_MOVE : MSG_SWITCHES_SELECT);
    }
    struct text_arg name = {"name", switch_word(app, asked)};
    return fill(app, ui, MSG_SWITCHES_AGAIN, &name, 1);
}

static void flow_sentence(struct flow *flow, const char *id, const char *text, enum role role)
{
    flow_gap(flow, 4500);
    flow_text(flow, &(struct ui_text){
                        .id = id, .text = text, .role = role, .type = TYPE_BODY, .balance = true});
}

static void flow_title(const struct app *app, struct flow *flow)
{
    flow_text(flow, &(struct ui_text){.id = "switches.title",
                                      .text = word(app, MSG_SWITCHES_TITLE),
                                      .role = ROLE_HEADING,
                                      .type = TYPE_TITLE,
                                      .balance = true});
}

static void flow_ways(const struct app *app, struct flow *flow)
{
    bool one = app->switches.one;
    struct ui_button ways[] = {{.id = "switches.two",
                                .label = word(app, MSG_SWITCHES_TWO),
                                .kind = BUTTON_CHIP,
                                .role = ROLE_CHOICE,
                                .chosen = !one,
                                .action = ACTION_SWITCH_ONE,
                                .arg = 0},
                               {.id = "switches.one",
                                .label = word(app, MSG_SWITCHES_ONE),
                                .kind = BUTTON_CHIP,
                                .role = ROLE_CHOICE,
                                .chosen = one,
                                .action = ACTION_SWITCH_ONE,
                                .arg = 1}};
    flow_gap(flow, 4500);
    flow_buttons(flow, ways, 2);
}

static void flow_prompt(const struct app *app, struct flow *flow)
{
    bool airy = flow->ui->air == 100;
    flow_text(flow, &(struct ui_text){.id = "switches.prompt",
                                      .text = prompt(app, flow->ui),
                                      .role = ROLE_STATUS,
                                      .type = airy ? TYPE_STATEMENT : TYPE_STATEMENT_SMALL,
                                      .ink = INK_INK,
                                      .balance = true});
}

static void flow_sentences(const struct app *app, struct flow *flow)
{
    bool ready = switches_ready(app);
    if (app->switches.one) {
        flow_sentence(flow, "switches.scan", word(app, MSG_SWITCHES_SCAN), ROLE_TEXT);
    } else if (ready) {
        flow_sentence(flow, "switches.move", word(app, MSG_SWITCHES_NAME_MOVE), ROLE_TEXT);
        flow_sentence(flow, "switches.select", word(app, MSG_SWITCHES_NAME_SELECT), ROLE_TEXT);
    }
    if (!ready) {
        flow_sentence(flow, "switches.note", word(app, MSG_SWITCHES_NOTE), ROLE_TEXT);
    }
}

/* Title, the choice between one and two, and what to do now. */
static void flow_words(const struct app *app, struct flow *flow)
{
    flow_title(app, flow);
    flow_ways(app, flow);
    flow_gap(flow, 11000);
    flow_prompt(app, flow);
    flow_sentences(app, flow);
}

/* What another press than the one asked for says, or the offer of scanning. */
static const char *remark(const struct app *app)
{
    if (switches_ready(app)) {
        return NULL;
    }
    if (switches_offer(app)) {
        return word(app, MSG_SWITCHES_OFFER);
    }
    return app->switches.other != CODE_NONE ? word(app, MSG_SWITCHES_OTHER) : NULL;
}

static struct ui_text remark_text(const struct app *app, struct box box)
{
    return (struct ui_text){.id = "switches.remark",
                            .text = word(app, MSG_SWITCHES_OTHER),
                            .role = ROLE_STATUS,
                            .type = TYPE_BODY,
                            .ink = INK_INK,
                            .align = ALIGN_CENTRE,
                            .balance = true,
                            .x = box.x,
                            .w = box.w};
}

/* The circles stand in the middle of their box, and stay there when a remark comes below them. */
static void draw_figure(const struct app *app, struct ui *ui, struct box box)
{
    struct ui_text text = remark_text(app, box);
    int32_t below = ui_text_height(ui, &text) + ui_gap(ui, 3000);
    struct switch_circles circles = switch_circles_in(app, ui, box.w, box.h - below);
    if (!switch_circles_fit(app, ui, &circles)) {
        ui->overflow = true;
    }
    int32_t middle = (box.h - circles.height) / 2, last = box.h - below - circles.height;
    int32_t y = box.y + (middle < last ? middle : last);
    switch_circles_draw(app, ui, &circles, box.x, y);
    if (remark(app) != NULL) {
        text.text = remark(app);
        text.y = y + circles.height + ui_gap(ui, 3000);
        ui_text(ui, &text);
    }
}

static void flow_remark(const struct app *app, struct flow *flow)
{
    if (remark(app) != NULL) {
        flow_sentence(flow, "switches.remark", remark(app), ROLE_STATUS);
    }
}

static void flow_rows(const struct app *app, struct flow *flow)
{
    for (enum switch_name name = switches_first(app); name < SWITCH_COUNT; name++) {
        switch_row(app, flow, name);
    }
}

/* Below the words: circles where they fit, in the room that is left. */
static void flow_learning(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    struct box room = {flow->box.x, flow->y + ui_gap(ui, 6000), flow->box.w, 0};
    struct ui_text text = remark_text(app, room);
    int32_t below = ui_text_height(ui, &text) + ui_gap(ui, 3000);
    room.h = flow->box.y + flow->box.h - room.y;
    struct switch_circles circles = switch_circles_in(app, ui, room.w, room.h - below);
    if (switch_circles_fit(app, ui, &circles)) {
        draw_figure(app, ui, room);
        flow->y = room.y + room.h;
    } else {
        flow_remark(app, flow);
        flow_rows(app, flow);
    }
}

static void flow_stones(const struct app *app, struct flow *flow)
{
    static const char *const IDS[SWITCH_STONES] = {"switches.stone.1", "switches.stone.2",
                                                   "switches.stone.3"};
    struct ui *ui = flow->ui;
    int32_t side = ui_um(ui, ui_sized_um(ui, STONE_UM)), gap = ui_um(ui, STONE_GAP_UM), y;
    int32_t most = (flow->box.w - (SWITCH_STONES + 1) * gap) / SWITCH_STONES;
    if (most < side || ui->air < 100) {
        int32_t least = ui_um(ui, STONE_LEAST_UM);
        gap = ui_um(ui, STONE_GAP_LEAST_UM);
        most = (flow->box.w - (SWITCH_STONES - 1) * gap) / SWITCH_STONES;
        side = side * 7 / 10 < most ? side * 7 / 10 : most;
        side = side > least ? side : least;
    }
    /* In the middle; above settings they begin where those do, their rings included. */
    int32_t w = SWITCH_STONES * side + (SWITCH_STONES - 1) * gap;
    int32_t x = flow->box.x + (app->switches.one ? side / 9 : (flow->box.w - w) / 2);
    if (!flow_block(flow, side, &y)) {
        return;
    }
    for (int32_t i = 0; i < SWITCH_STONES; i++) {
        char n[NUMBER_BYTES];
        struct text_arg arg = {"n", number_digits(app, n, i + 1)};
        ui_marker(ui,
                  &(struct ui_button){.id = IDS[i],
                                      .label = fill(app, ui, MSG_STONE_NAME, &arg, 1),
                                      .chosen = (app->switches.stones >> i & 1) != 0,
                                      .action = ACTION_STONE,
                                      .arg = (int16_t)i},
                  (struct box){x + i * (side + gap), y, side, side});
    }
}

/* "Each step: 0.5 seconds" */
static const char *step_words(const struct app *app, struct ui *ui)
{
    uint32_t ms = switches_step_ms(app);
    if (ms % 1000 == 0) {
        return fill_plural(app, ui, MSG_SWITCHES_SCAN_SPEED, ms / 1000, NULL, 0);
    }
    char whole[NUMBER_BYTES], tenth[NUMBER_BYTES], number[2 * NUMBER_BYTES];
    struct text_arg parts[] = {{"n", number_digits(app, whole, ms / 1000)},
                               {"tenth", number_digits(app, tenth, ms % 1000 / 100)}};
    text_format(number, sizeof(number), word(app, MSG_SWITCHES_SCAN_TENTHS), parts, 2);
    /* A part of a second takes the form of many in every language here. */
    enum { MANY = 100 };
    struct text_arg n = {"n", number};
    char text[256];
    size_t bytes = text_format(
        text, sizeof(text), catalog_plural(app_catalog(app), MSG_SWITCHES_SCAN_SPEED, MANY), &n, 1);
    return frame_text_bytes(ui->frame, text, bytes);
}

static void flow_heading(struct flow *flow, const char *id, const char *text)
{
    struct ui *ui = flow->ui;
    int32_t bottom = flow->box.y + flow->box.h;
    int32_t whole = ui_line_px(ui, TYPE_BODY) + ui_button_height(ui, BUTTON_CHIP);
    flow_gap(flow, 7000);
    if (ui->paged && flow->y + whole > bottom - ui_gap(ui, 2000)) {
        flow->y = bottom; /* a heading goes to the page of what it is over */
    }
    flow_text(flow,
              &(struct ui_text){
                  .id = id, .text = text, .role = ROLE_HEADING, .type = TYPE_BODY, .ink = INK_INK});
    flow_gap(flow, 2000);
}

static void flow_scanning(const struct app *app, struct flow *flow)
{
    static const char *const IDS[HOLD_COUNT] = {"switches.hold.0", "switches.hold.1",
                                                "switches.hold.2"};
    static const enum message_id HOLDS[HOLD_COUNT] = {MSG_SWITCHES_HOLD_1, MSG_SWITCHES_HOLD_2,
                                                      MSG_SWITCHES_HOLD_3};
    struct ui_button speed[] = {{.id = "switches.slower",
                                 .label = word(app, MSG_COMFORT_SPEED_1),
                                 .kind = BUTTON_CHIP,
                                 .icon = ICON_MINUS,
                                 .disabled = !switches_step_can(app, 1),
                                 .action = ACTION_SCAN_STEP,
                                 .arg = 1},
                                {.id = "switches.faster",
                                 .label = word(app, MSG_COMFORT_SPEED_2),
                                 .kind = BUTTON_CHIP,
                                 .icon = ICON_PLUS,
                                 .disabled = !switches_step_can(app, -1),
                                 .action = ACTION_SCAN_STEP,
                                 .arg = -1}};
    struct ui_button holds[HOLD_COUNT];
    for (int i = 0; i < HOLD_COUNT; i++) {
        holds[i] = (struct ui_button){.id = IDS[i],
                                      .label = word(app, HOLDS[i]),
                                      .kind = BUTTON_CHIP,
                                      .role = ROLE_CHOICE,
                                      .chosen = i == app->switches.hold,
                                      .action = ACTION_SCAN_HOLD,
                                      .arg = (int16_t)i};
    }
    flow_heading(flow, "switches.speed", step_words(app, flow->ui));
    flow_buttons(flow, speed, 2);
    flow_heading(flow, "switches.hold", word(app, MSG_SWITCHES_HOLD));
    flow_buttons(flow, holds, HOLD_COUNT);
}

static void flow_trying(const struct app *app, struct flow *flow)
{
    flow_gap(flow, 8000);
    flow->y += flow->fresh && !flow->ui->paged ? ui_gap(flow->ui, 10000) : 0;
    flow_stones(app, flow);
    if (app->switches.one) {
        flow_scanning(app, flow);
    }
}

static struct box footer(const struct app *app, struct ui *ui)
{
    struct ui_button left[] = {control_back(app),
                               {.id = "switches.restart",
                                .label = word(app, MSG_SWITCHES_RESTART),
                                .icon = ICON_REDO,
                                .action = ACTION_SWITCH_RESTART}};
    struct ui_button right[] = {control_done(app)};
    struct ui_button more = control_more(app);
    struct ui_footer bar = {left, 2, right, 1, &more};
    if (!switches_ready(app)) {
        right[0].kind = BUTTON_PLAIN;
    }
    return ui_footer(ui, &bar);
}

static void build_learning(const struct app *app, struct flow *flow)
{
    flow_words(app, flow);
    flow_learning(app, flow);
}

/* What is to be tried stands a little above the middle of the room that the words leave. */
static void build_trying(const struct app *app, struct flow *flow)
{
    flow_words(app, flow);
    struct ui_mark mark = ui_mark(flow->ui);
    const struct flow before = *flow;
    const bool overflow = flow->ui->overflow;
    flow_trying(app, flow);
    int32_t left = flow->box.y + flow->box.h - flow->y;
    ui_rewind(flow->ui, mark);
    flow->ui->overflow = overflow;
    *flow = before;
    flow->y += left > 0 ? left * 2 / 5 : 0;
    flow_trying(app, flow);
}

/* In pages, what has just happened and what is to be done come first. */
static void build_paged(const struct app *app, struct flow *flow)
{
    bool offer = !switches_ready(app) && switches_offer(app);
    flow_remark(app, flow);
    if (offer) {
        flow_ways(app, flow);
        flow_gap(flow, 8000);
    }
    flow_prompt(app, flow);
    if (switches_ready(app)) {
        flow_trying(app, flow);
    } else {
        flow_rows(app, flow);
    }
    flow_gap(flow, 8000);
    flow_title(app, flow);
    if (!offer) {
        flow_ways(app, flow);
    }
    flow_sentences(app, flow);
}

static void build(const struct app *app, struct ui *ui)
{
    struct box box = footer(app, ui), words = box, figure = box;
    bool ready = switches_ready(app);
    bool beside = ui->width > ui->height && ui_width_um(ui) >= BESIDE_UM && ui->size <= SIZE_L;
    struct flow flow;
    if (ui->paged || !beside) {
        flow_begin(&flow, ui, box);
        (ui->paged ? build_paged : ready ? build_trying : build_learning)(app, &flow);
        flow_end(&flow);
        return;
    }
    words.w = box.w * WORDS_PERCENT / 100;
    figure.w = box.w * FIGURE_PERCENT / 100;
    figure.x = box.x + box.w - figure.w;
    flow_begin(&flow, ui, words);
    flow_words(app, &flow);
    flow_end(&flow);
    if (!ready) {
        draw_figure(app, ui, figure);
        return;
    }
    flow_begin(&flow, ui, figure);
    flow.y += app->switches.one ? 0 : box.h / 4;
    flow_trying(app, &flow);
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct switches *switches = &app->switches;
    switch ((int)action) {
    case ACTION_SWITCH_ONE:
        switches_choose(app, arg != 0);
        break;
    case ACTION_SWITCH_RESTART:
        switches_restart(app);
        break;
    case ACTION_STONE:
        switches->stones ^= (uint8_t)(1U << arg);
        break;
    case ACTION_SCAN_STEP:
        switches_step_by(app, arg);
        break;
    case ACTION_SCAN_HOLD:
        switches->hold = (uint8_t)arg;
        break;
    case ACTION_BACK:
    case ACTION_DONE:
        switches_leave(app);
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SWITCHES = {.patience = PATIENCE_LEARNING,
                                               .build = build,
                                               .act = act,
                                               .focus_id = "switches.stone.1",
                                               .next_id = "common.done",
                                               .back_id = "common.back"};
