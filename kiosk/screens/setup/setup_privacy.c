/* SPDX-License-Identifier: MIT */
/* How much blur: standard and lighter beside each other (ui/blocks/levels.h), each with what it
 * does to one answer and to a trend. The two differ in numbers alone. */
#include "core/promise.h"
#include "report/example.h"
#include "screens/setup/setup.h"
#include "ui/blocks/levels.h"

enum privacy_action {
    PRIVACY_SCALE = ACTION_OWN, /* of the noise */
};

static const struct {
    uint32_t scale;
    const char *id;
    enum message_id name;
} LEVELS[LEVELS_COUNT] = {
    /* The ids are older than the names: the level with the id "strict" is called standard. */
    {4, "privacy.strict", MSG_SETUP_PRIVACY_NAMES_1},
    {2, "privacy.standard", MSG_SETUP_PRIVACY_NAMES_2},
};

static struct level level_of(const struct app *app, struct ui *ui, uint32_t index)
{
    const uint32_t scale = LEVELS[index].scale;
    struct promise_figures figures;
    promise_compute(scale, app_question_count(app), &figures);
    uint32_t width_points = 0;
    const struct chart chart = example_chart(scale, &width_points);
    const char *width = fill_number(app, ui, MSG_SETUP_PRIVACY_BAND, "points", width_points);
    if (LEVELS[index].name == MSG_SETUP_PRIVACY_NAMES_2) {
        width = words_joined(ui, word(app, MSG_SETUP_PRIVACY_TWELVE), width);
    }
    return (struct level){
        .id = LEVELS[index].id,
        .name = word(app, LEVELS[index].name),
        .one = word(app, MSG_SETUP_PRIVACY_ONE),
        .trend = word(app, MSG_SETUP_PRIVACY_TREND),
        .guess = fill_number(app, ui, MSG_SETUP_PRIVACY_GUESS, "guess_one", figures.guess_one),
        .width = width,
        .bars_spoken = word(app, MSG_SETUP_PRIVACY_S),
        .in_100 = figures.guess_one,
        .chart = chart,
        .chosen = draft_of(app)->choice.scale == scale,
        .action = PRIVACY_SCALE,
        .arg = (int16_t)scale};
}

static void flow_levels(const struct app *app, struct flow *flow)
{
    const struct levels levels = {.level = {level_of(app, flow->ui, 0), level_of(app, flow->ui, 1)},
                                  .coin = word(app, MSG_SETUP_PRIVACY_COIN),
                                  .more = word(app, MSG_SETUP_PRIVACY_MORE),
                                  .body_id = "setup.body",
                                  .body = word(app, MSG_SETUP_PRIVACY_BODY)};
    flow_gap(flow, 5000);
    levels_flow(flow, &levels);
}

static void build(const struct app *app, struct ui *ui)
{
    if (setup_build_ask(app, ui)) {
        return;
    }
    uint32_t chosen = draft_of(app)->choice.scale == LEVELS[1].scale ? 1 : 0;
    struct setup_page page = {
        .title = word(app, MSG_SETUP_PRIVACY_TITLE),
        .body = ui->compact ? NULL : word(app, MSG_SETUP_PRIVACY_BODY),
        .next = fill_one(app, ui, MSG_SETUP_PRIVACY_USE, "name", word(app, LEVELS[chosen].name)),
        .body_beside = true};
    setup_build(app, ui, &page, flow_levels);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case PRIVACY_SCALE:
        draft_state(app)->choice.scale = (uint8_t)arg;
        break;
    case ACTION_NEXT:
        setup_choose(app);
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_PRIVACY = {
    .build = build,
    .act = act,
    .focus_id = "setup.keep",
    .own = {"privacy.standard", "privacy.strict", "setup.keep", "setup.change"},
    SETUP_PAGE_OPS(setup_answer)};
