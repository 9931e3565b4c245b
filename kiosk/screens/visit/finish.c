/* SPDX-License-Identifier: MIT */
/* The one screen that adds anything to the totals, and the words for an Add that failed. */
#include "screens/parts/page.h"
#include "screens/visit/visit.h"
#include "ui/pictures.h"

enum finish_action { FINISH_ADD = ACTION_OWN, FINISH_ERASE };

enum {
    ROWS_PERCENT = 72,
    ADD_REPLY_MS = 2 * 1000, /* without a reply to Add for so long, nobody knows what came of it */
};

#define GO_ON                                                                                      \
    {"common.continue", MSG_COMMON_CONTINUE,         ACTION_SWAP,                                  \
     SCREEN_CLOSING,    .kind = BUTTON_HERO_PRIMARY, .bare = ICON_NEXT}

enum finish_state {
    FINISH_ASK,     /* Add or Erase; or Done when nothing is counted */
    FINISH_WAITING, /* Add is on its way */
    FINISH_REFUSED, /* nothing was counted; try again or erase */
    FINISH_UNKNOWN, /* no answer came; never sent again */
    FINISH_ENDED,   /* the meeting ended meanwhile */
};

STATE_BEGIN
struct finish {
    uint64_t add_ms; /* when the Add went out */
    uint8_t state;   /* enum finish_state */
    uint8_t unused[7];
};
STATE_END

PART_STATE(struct finish, SCREEN_FINISH, seen, own)

static const struct card CARDS[] = {
    {"finish.add", MSG_FINISH_ADD, MSG_FINISH_ADD_NOTE, FINISH_ADD, 0, picture_mixed},
    {"finish.erase", MSG_COMMON_ERASE, MSG_FINISH_ERASE_NOTE, FINISH_ERASE, 0, picture_empty},
};

/* Draws the foot. Both choices are cards, or, where cards have no room, controls in rows above the
 * other controls. So neither stands where the Next of a question stood, which has the last row in
 * every layout. The choices show icons alone only where one row does not hold both words and a row
 * for each would take most of the screen. A question with answers so high has no Next at the start
 * of a row. */
static struct box ask_foot(const struct app *app, struct ui *ui, const struct picture_card cards[2])
{
    static const struct control FOOT[] = {
        {"finish.back", MSG_COMMON_BACK, ACTION_BACK, .icon = ICON_BACK},
        CONTROL_LISTEN,
        CONTROL_PAUSE};
    static const struct control DONE = {"common.done", MSG_COMMON_DONE, FINISH_ERASE,
                                        .kind = BUTTON_PRIMARY, .bare = ICON_TICK};
    struct ui_button left[5];
    uint32_t left_count = 0;
    bool counts = app_counts(app), icons = false;
    if (counts && ui->compact) {
        cards_buttons(cards, 2, left);
        bool one_row = ui_footer_row_width(ui, left, 2) <= ui->width - 2 * ui->margin_x;
        int32_t rows_h = 4 * ui_button_height(ui, BUTTON_PLAIN); /* three rows and gaps */
        icons = ui->bare && !one_row && rows_h > ui->height * ROWS_PERCENT / 100;
        if (icons) {
            left[0].bare = ICON_MIXED;
            left[1].bare = ICON_ERASE;
        }
        left[0].alike = left[1].alike = true;
        left_count = 2;
    }
    const uint32_t first = left_count;
    left_count += controls_of(app, FOOT, 3, &left[first]);
    left[first].begins = first > 0 && !icons;
    for (uint32_t i = first; i < left_count; i++) {
        left[i].together = true;
    }
    struct ui_button done = control_of(app, &DONE), more = control_more(app);
    struct ui_footer footer = {left, left_count, &done, counts ? 0 : 1, &more};
    return ui_footer(ui, &footer);
}

/* Draws the question on the page of its answers. Where that page does not hold all, the title is
 * only said. Where that is not enough, a shorter question shows, and the whole one is said. */
static void flow_ask(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    const char *title = word(app, MSG_FINISH_TITLE), *lead = word(app, MSG_FINISH_LEAD);
    const struct ui_block whole[] = {
        {ui->air == 100 ? BLOCK_DISPLAY_SMALL : BLOCK_TITLE, "finish.title", title, 3000, NULL},
        {BLOCK_BODY, "finish.lead", app_counts(app) ? lead : word(app, MSG_FINISH_REFLECTION_LEAD),
         3000, NULL}};
    const struct ui_block brief = {BLOCK_BODY, "finish.lead", word(app, MSG_FINISH_LEAD_SHORT), 0,
                                   lead};
    const struct flow before = *flow;
    const struct ui_mark mark = ui_mark(ui);
    flow_blocks(flow, whole, 2);
    for (uint32_t i = 0; i < 2 && app_counts(app) && flow->page > before.page; i++) {
        *flow = before;
        ui_rewind(ui, mark);
        ui_heard(ui, "finish.title", title);
        flow_blocks(flow, i == 0 ? &whole[1] : &brief, 1);
    }
}

static void build_ask(const struct app *app, struct ui *ui)
{
    struct picture_card cards[2];
    cards_of(app, CARDS, 2, cards);
    struct box box = ask_foot(app, ui, cards);
    struct flow flow;
    flow_begin(&flow, ui, box);
    uint32_t count = app_question_count(app);
    if (ui->air == 100) {
        flow_progress(
            &flow, &(struct ui_progress){
                       .id = "finish.progress", .current = count + 1, .count = count, .words = ""});
    }
    flow_ask(app, &flow);
    if (app_counts(app)) {
        cards_flow(&flow, cards, 2, true, 12000);
    }
    flow_end(&flow);
}

/* Why nothing was added, and the ways on. Where there are two ways, they look alike. */
static const struct page TROUBLE[] = {
    [FINISH_REFUSED] = {.ground = GROUND_HERO,
                        .left = {{"finish.again", MSG_COMMON_TRY_AGAIN, FINISH_ADD,
                                  .kind = BUTTON_HERO, .bare = ICON_REDO},
                                 {"finish.erase", MSG_COMMON_ERASE, FINISH_ERASE,
                                  .kind = BUTTON_HERO, .bare = ICON_ERASE}},
                        .block = {{BLOCK_DISPLAY_SMALL, "finish.title", MSG_FINISH_REFUSED_TITLE,
                                   0},
                                  {BLOCK_LEAD_SMALL, "finish.lead", MSG_FINISH_REFUSED_LEAD, 3500},
                                  {BLOCK_BODY, "finish.body", MSG_FINISH_REFUSED_BODY, 5500}},
                        .picture = picture_lifted},
    [FINISH_UNKNOWN] = {.ground = GROUND_HERO,
                        .right = {GO_ON},
                        .block = {{BLOCK_DISPLAY_SMALL, "finish.title", MSG_FINISH_UNKNOWN_TITLE,
                                   0},
                                  {BLOCK_BODY, "finish.body", MSG_FINISH_UNKNOWN_BODY, 5500}}},
    [FINISH_ENDED] = {.ground = GROUND_HERO,
                      .right = {GO_ON},
                      .block = {{BLOCK_DISPLAY_SMALL, "finish.title", MSG_FINISH_ENDED_TITLE, 0},
                                {BLOCK_BODY, "finish.body", MSG_FINISH_ENDED_BODY, 5500}}},
};

static void build(const struct app *app, struct ui *ui)
{
    const uint8_t state = seen(app)->state;
    if (state == FINISH_ASK || state == FINISH_WAITING) {
        build_ask(app, ui);
    } else {
        page_build(app, ui, &TROUBLE[state]);
    }
}

static void show(struct app *app, enum finish_state state)
{
    own(app)->state = (uint8_t)state;
    app_view(app);
}

/* The meeting ended before the Add, so nothing of the visit can be counted any more. */
static void show_ended(struct app *app)
{
    app_wipe_answers(app);
    show(app, FINISH_ENDED);
}

static void enter(struct app *app)
{
    if (visit_of(app)->ended) {
        show_ended(app);
    }
}

static void follow_status(struct app *app, const struct keeper_status *before)
{
    (void)before;
    if (visit_of(app)->ended && seen(app)->state == FINISH_ASK) {
        show_ended(app);
    }
}

/* Sends the Add. It is sent also when nothing was answered, so that nobody can tell the difference.
 */
static void add(struct app *app)
{
    struct message *message = app_ask(app, SCREEN_FINISH, MESSAGE_ADD);
    if (message == NULL) {
        return;
    }
    session_sides(&app->config.secret->session, app_question_count(app), message->as.sides);
    own(app)->add_ms = app->now_ms;
    own(app)->state = FINISH_WAITING;
}

static bool answer(struct app *app, enum message_type asked, const struct message *message)
{
    (void)asked;
    if (message->type == MESSAGE_ADDED) {
        app_wipe_answers(app);
        app_go(app, SCREEN_CLOSING);
    } else if (message->as.refused.why == STATUS_DENIED) {
        show_ended(app);
    } else {
        show(app, FINISH_REFUSED);
    }
    return true;
}

static uint64_t due(const struct app *app)
{
    return seen(app)->state == FINISH_WAITING ? seen(app)->add_ms + ADD_REPLY_MS : UINT64_MAX;
}

/* No answer to the Add came. The Add is never sent again, and an answer that comes late reaches
 * nobody. */
static void fire(struct app *app)
{
    app_abandon(app, MESSAGE_ADD);
    app_wipe_answers(app);
    show(app, FINISH_UNKNOWN);
}

/* While the Add waits for its answer, the screen takes no other input. */
static bool is_waiting(struct app *app, const struct input *input)
{
    (void)input;
    return seen(app)->state == FINISH_WAITING;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    switch ((int)action) {
    case FINISH_ADD:
        if (app_counts(app)) {
            add(app);
        }
        break;
    case FINISH_ERASE:
        app_wipe_answers(app);
        app_go(app, SCREEN_CLOSING);
        break;
    case ACTION_BACK:
        visit_ask(app, visit_of(app)->question, true);
        break;
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_FINISH = {
    .part = {.state_bytes = sizeof(struct finish),
             .answer = answer,
             .status = follow_status,
             .due = due,
             .fire = fire},
    .enter = enter,
    .woken = is_waiting,
    .patience = PATIENCE_VISIT,
    .build = build,
    .act = act,
    .focus_id = "finish.back",
    .back_id = "finish.back",
    .own = {"finish.add", "finish.erase", "finish.again", "common.done", "common.continue"}};
