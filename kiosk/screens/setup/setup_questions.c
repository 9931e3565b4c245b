/* SPDX-License-Identifier: MIT */
/* Which questions are asked, and how far back they look. */
#include "screens/parts/controls.h"
#include "screens/setup/setup.h"

#include "ui/blocks/ticks.h"
#include "ui/ids.h"

enum questions_action {
    QUESTIONS_ASKED = ACTION_OWN, /* question of the pack: on or off */
    QUESTIONS_LOOK_BACK,          /* enum look_back */
};

static bool is_asked(const struct app *app, uint32_t question)
{
    return (draft_of(app)->choice.question_off & 1u << question) == 0;
}

static uint32_t asked_count(const struct app *app)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        count += is_asked(app, i);
    }
    return count;
}

static void period_chips(const struct app *app, struct ui_button chips[2])
{
    static const struct control PERIODS[] = {
        {"questions.met", MSG_SETUP_QUESTIONS_PERIOD_1, QUESTIONS_LOOK_BACK, LOOK_BACK_MET,
         .kind = BUTTON_CHIP},
        {"questions.week", MSG_SETUP_QUESTIONS_PERIOD_2, QUESTIONS_LOOK_BACK, LOOK_BACK_WEEK,
         .kind = BUTTON_CHIP}};
    choices_of(app, PERIODS, 2, draft_of(app)->choice.look_back, chips);
}

static void flow_questions(const struct app *app, struct flow *flow)
{
    struct ui_button rows[PACK_QUESTION_MAX];
    struct ticks_more period = {.id = "questions.period",
                                .words = word(app, MSG_SETUP_QUESTIONS_PERIOD)};
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        rows[i] =
            choice_chip(id_number(flow->ui->frame, "questions.{n}", i + 1),
                        question_statement(app, i), is_asked(app, i), QUESTIONS_ASKED, (int32_t)i);
    }
    period_chips(app, period.chip);
    flow_gap(flow, 4000);
    ticks_flow(flow, rows, app->config.pack->question_count, &period);
}

static void build(const struct app *app, struct ui *ui)
{
    if (setup_build_ask(app, ui)) {
        return;
    }
    bool least = asked_count(app) == PACK_QUESTION_MIN;
    struct setup_page page = {
        .title = word(app, MSG_SETUP_QUESTIONS_TITLE),
        .body = word(app, least ? MSG_SETUP_QUESTIONS_FEW : MSG_SETUP_QUESTIONS_BODY),
        .next = setup_next_word(app),
        .body_beside = true};
    setup_build(app, ui, &page, flow_questions);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct settings_choice *choice = &draft_state(app)->choice;
    switch ((int)action) {
    case QUESTIONS_ASKED:
        if (!is_asked(app, (uint32_t)arg) || asked_count(app) > PACK_QUESTION_MIN) {
            choice->question_off ^= (uint8_t)(1u << arg);
        }
        break;
    case QUESTIONS_LOOK_BACK:
        choice->look_back = (uint8_t)arg;
        break;
    case ACTION_NEXT:
        setup_choose(app);
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_QUESTIONS = {
    .build = build, .act = act, .focus_id = "setup.keep", SETUP_PAGE_OPS(setup_answer)};
