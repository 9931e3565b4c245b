/* SPDX-License-Identifier: MIT */
/* A person who asks for it can settle before the first question. The three ways look alike, and
 * each leads to that question. */
#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "screens/visit/visit.h"
#include "ui/pictures.h"

enum arrive_action {
    ARRIVE_START = ACTION_OWN,
    ARRIVE_SETTLE, /* enum screen_id */
};

enum { WAYS = 3 };

static const struct card CARDS[WAYS] = {
    {"arrive.breathe", MSG_ARRIVE_BREATHE, 0, ARRIVE_SETTLE, SCREEN_BREATHE, picture_rings},
    {"arrive.look", MSG_ARRIVE_LOOK, 0, ARRIVE_SETTLE, SCREEN_LOOK, picture_stones},
    {"arrive.begin", MSG_ARRIVE_BEGIN, 0, ARRIVE_START, 0, picture_still},
};

/* Draws the foot. Where there is no room for cards, the ways stand there too, as icons where their
 * words do not fit. */
static struct box foot(const struct app *app, struct ui *ui, const struct picture_card cards[WAYS])
{
    static const enum icon ICONS[WAYS] = {ICON_OPEN, ICON_EYE, ICON_NEXT};
    static const struct control ALWAYS[] = {CONTROL_BACK, CONTROL_PAUSE};
    struct ui_button left[WAYS + 2];
    uint32_t count = ui->compact ? WAYS : 0;
    cards_buttons(cards, count, left);
    for (uint32_t i = 0; i < count; i++) {
        left[i].bare = ICONS[i];
    }
    controls_of(app, ALWAYS, 2, &left[count]);
    left[count].together = true;
    left[count].spare = left[count + 1].spare = true;
    const struct box box = ui_footer(ui, &(struct ui_footer){left, count + 2, NULL, 0, NULL});
    ui->overflow = ui->overflow || box.h < 0;
    return box;
}

/* Draws the title. Where the ways stand at the foot and leave no room for the title, it is only
 * said. */
static void title(const struct app *app, struct flow *flow)
{
    const struct ui_text text = {.id = "arrive.title",
                                 .text = word(app, MSG_ARRIVE_TITLE),
                                 .role = ROLE_HEADING,
                                 .type = TYPE_TITLE,
                                 .balance = true};
    (flow->ui->compact ? flow_text_or_heard : flow_text)(flow, &text);
}

static void build(const struct app *app, struct ui *ui)
{
    struct picture_card cards[WAYS];
    struct flow flow;
    cards_of(app, CARDS, WAYS, cards);
    flow_begin(&flow, ui, foot(app, ui, cards));
    title(app, &flow);
    cards_flow(&flow, cards, WAYS, false, 12000);
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (action == ACTION_BACK) {
        app_go(app, SCREEN_PROMISE);
        return;
    }
    visit_ask(app, 0, false);
    if ((int)action == ARRIVE_SETTLE) {
        app_call(app, (enum screen_id)arg);
    }
}

const struct screen_ops SCREEN_OPS_ARRIVE = {
    .patience = PATIENCE_VISIT,
    .build = build,
    .act = act,
    .focus_id = "arrive.breathe",
    .next_id = "arrive.begin",
    .own = {"arrive.breathe", "arrive.look", "arrive.begin"}};
