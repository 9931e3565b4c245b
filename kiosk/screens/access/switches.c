/* SPDX-License-Identifier: MIT */
/* The page that learns switches. Each switch is pressed twice, in any order, and a circle shows how
 * far it is. Then the person tries the switches. */
#include "screens/access/switches.h"

#include "core/presence.h"
#include "screens/parts/page.h"
#include "ui/blocks/beside.h"

static const char *prompt(const struct app *app, struct ui *ui)
{
    const struct switches *switches = switches_of(app);
    if (switches_ready(switches_of(app))) {
        bool all = switches->markers == (1U << SWITCH_MARKERS) - 1;
        return word(app, all ? MSG_SWITCHES_LEARNED : MSG_SWITCHES_TRY);
    }
    enum switch_name asked = switches_asked(switches_of(app));
    if (switches->presses[asked] == 0) {
        return word(app, asked == SWITCH_MOVE ? MSG_SWITCHES_MOVE : MSG_SWITCHES_SELECT);
    }
    return fill_one(app, ui, MSG_SWITCHES_AGAIN, "name", switch_word(app, asked));
}

static void flow_title(const struct app *app, struct flow *flow)
{
    flow_said(flow, BLOCK_TITLE, "switches.title", word(app, MSG_SWITCHES_TITLE), 0);
}

static void flow_ways(const struct app *app, struct flow *flow)
{
    static const struct control WAYS[] = {
        {"switches.two", MSG_SWITCHES_TWO, SWITCHES_ONE, 0, .kind = BUTTON_CHIP},
        {"switches.one", MSG_SWITCHES_ONE, SWITCHES_ONE, 1, .kind = BUTTON_CHIP}};
    struct ui_button ways[2];
    choices_of(app, WAYS, 2, switches_of(app)->one, ways);
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
    const bool ready = switches_ready(switches_of(app)), one = switches_of(app)->one;
    const bool both = ready && !one;
    const struct page_block words[] = {
        {BLOCK_BODY, "switches.scan", one ? MSG_SWITCHES_SCAN : MSG_COUNT, 4500},
        {BLOCK_BODY, "switches.move", both ? MSG_SWITCHES_NAME_MOVE : MSG_COUNT, 4500},
        {BLOCK_BODY, "switches.select", both ? MSG_SWITCHES_NAME_SELECT : MSG_COUNT, 4500},
        {BLOCK_BODY, "switches.note",
         ready ? MSG_COUNT
         : one ? MSG_SWITCHES_NOTE_ONE
               : MSG_SWITCHES_NOTE,
         4500}};
    page_flow(app, flow, words, 4);
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

/* Returns the words about a press other than the one that was asked for, or the offer of scanning;
 * NULL: neither. */
static const char *remark(const struct app *app)
{
    if (switches_ready(switches_of(app))) {
        return NULL;
    }
    if (switches_offer(switches_of(app), app->now_ms)) {
        return word(app, MSG_SWITCHES_OFFER);
    }
    return switches_of(app)->other != CODE_NONE ? word(app, MSG_SWITCHES_OTHER) : NULL;
}

static void flow_remark(const struct app *app, struct flow *flow)
{
    const struct ui_block words = {BLOCK_NOTICE, "switches.remark", remark(app), 4500, NULL};
    flow_blocks(flow, &words, 1);
}

/* Returns what is learned of each switch, with the words about the newest press. */
static struct circles circles_now(const struct app *app)
{
    struct circles circles = switch_circles(app);
    circles.remark_id = "switches.remark";
    circles.remark = remark(app);
    circles.remark_longest = word(app, MSG_SWITCHES_OTHER);
    return circles;
}

static struct box footer(const struct app *app, struct ui *ui)
{
    struct page page = {
        .left = {CONTROL_BACK,
                 {"switches.restart", MSG_SWITCHES_RESTART, SWITCHES_RESTART, .icon = ICON_REDO}},
        .right = {CONTROL_DONE}};
    page.right[0].kind = switches_ready(switches_of(app)) ? BUTTON_PRIMARY : BUTTON_PLAIN;
    return page_foot(app, ui, &page);
}

static void build_learning(const struct app *app, struct flow *flow)
{
    const struct circles circles = circles_now(app);
    flow_words(app, flow);
    if (!circles_below(flow, &circles)) {
        flow_remark(app, flow);
        circles_rows(flow, &circles);
    }
}

/* The markers to try stand a little above the middle of the room that the words leave. */
static void build_trying(const struct app *app, struct flow *flow)
{
    flow_words(app, flow);
    struct ui_mark mark = ui_mark(flow->ui);
    const struct flow before = *flow;
    switches_flow_trying(app, flow);
    int32_t left = flow->box.y + flow->box.h - flow->y;
    ui_rewind(flow->ui, mark);
    *flow = before;
    flow->y += left > 0 ? left * 2 / 5 : 0;
    switches_flow_trying(app, flow);
}

/* A page that is split begins with what has just happened and what is to be done. */
static void build_paged(const struct app *app, struct flow *flow)
{
    const struct circles circles = switch_circles(app);
    bool offer = !switches_ready(switches_of(app)) && switches_offer(switches_of(app), app->now_ms);
    flow_remark(app, flow);
    if (offer) {
        flow_ways(app, flow);
        flow_gap(flow, 8000);
    }
    flow_prompt(app, flow);
    if (switches_ready(switches_of(app))) {
        switches_flow_trying(app, flow);
    } else {
        circles_rows(flow, &circles);
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
    static const struct beside BESIDE = {.least_um = 240000, .words = 46, .other = 50};
    struct box box = footer(app, ui), words, figure;
    bool ready = switches_ready(switches_of(app));
    struct flow flow;
    if (ui->size > SIZE_L || !beside_divide(ui, &BESIDE, box, &words, &figure)) {
        flow_begin(&flow, ui, box);
        (ui->paged ? build_paged : ready ? build_trying : build_learning)(app, &flow);
        flow_end(&flow);
        return;
    }
    flow_begin(&flow, ui, words);
    flow_words(app, &flow);
    flow_end(&flow);
    if (!ready) {
        const struct circles circles = circles_now(app);
        ui->overflow = !circles_figure(ui, &circles, figure) || ui->overflow;
        return;
    }
    flow_begin(&flow, ui, figure);
    flow.y += switches_of(app)->one ? 0 : box.h / 4;
    switches_flow_trying(app, &flow);
    flow_end(&flow);
}

static void enter(struct app *app)
{
    struct switches *switches = switches_state(app);
    switches->other = CODE_NONE;
    switches->markers = 0;
}

/* Switches that are half learned are of no use elsewhere, nor are switches that a facilitator tried
 * out. */
static void leave(struct app *app)
{
    if (!switches_ready(switches_of(app)) || app_caller(app) == SCREEN_SETTINGS) {
        switches_forget(switches_state(app));
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct switches *switches = switches_state(app);
    switch ((int)action) {
    case SWITCHES_ONE:
        learning_choose(app, arg != 0);
        break;
    case SWITCHES_RESTART:
        learning_restart(app);
        break;
    case SWITCHES_MARKER:
        switches->markers ^= (uint8_t)(1U << arg);
        break;
    case SWITCHES_STEP:
        switches_step_by(switches_state(app), arg);
        break;
    case SWITCHES_HOLD:
        switches->hold = (uint8_t)arg;
        break;
    case ACTION_BACK:
    case ACTION_DONE:
        app_return(app);
        break;
    default:
        break;
    }
}

/* While switches are learned, Escape leads out, and any other key may become a switch. Once they
 * are learned, Escape and P pause the visit. */
static bool key(struct app *app, enum key key)
{
    bool is_way_out = key == KEY_ESCAPE || key == KEY_P, ready = switches_ready(switches_of(app));
    if (!is_way_out || (ready && app->visit == VISIT_NONE)) {
        return false;
    }
    if (ready) {
        app_act_common(app, ACTION_PAUSE, 0);
    } else {
        app_return(app);
    }
    return true;
}

/* While a person learns their switches, no idle warning comes. Without a visit, the page goes away
 * after an hour without a press. */
static uint64_t due(const struct app *app)
{
    if (switches_ready(switches_of(app))) {
        return presence_end(&app->presence, app_idle_ms(app, PATIENCE_VISIT), UNPRESSED_MS);
    }
    return app->visit == VISIT_NONE ? app->presence.input_ms + LEARN_MS : UINT64_MAX;
}

const struct screen_ops SCREEN_OPS_SWITCHES = {.part = {.due = due, .fire = app_ask_presence},
                                               .patience = PATIENCE_OWN,
                                               .enter = enter,
                                               .leave = leave,
                                               .build = build,
                                               .act = act,
                                               .key = key,
                                               .focus_id = "switches.stone.1",
                                               .next_id = "common.done"};
