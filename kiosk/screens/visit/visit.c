/* SPDX-License-Identifier: MIT */
#include "screens/visit/visit.h"

#include "screens/app/screen.h"

void visit_ask(struct app *app, uint32_t index, bool again)
{
    struct visit_state *visit = visit_state(app);
    visit->question = index;
    visit->again = again;
    session_enter(&app->config.secret->session);
    app_go(app, SCREEN_QUESTION);
}

void visit_measure(struct app *app, uint32_t index)
{
    visit_state(app)->question = index;
}

static bool is_counting(const struct keeper_status *status)
{
    return status->meeting == MEETING_OPEN || status->meeting == MEETING_ENDING;
}

static void follow_status(struct app *app, const struct keeper_status *before)
{
    if (app->visit == VISIT_COUNTING && is_counting(before) && !is_counting(&app->status)) {
        visit_state(app)->ended = true;
    }
    if (app->status.meeting == MEETING_ENDING && before->meeting != MEETING_ENDING &&
        app->visit == VISIT_NONE) {
        app_tell(app, MESSAGE_TURN_FREE);
    }
}

static void forget(struct app *app)
{
    visit_state(app)->settled = app->visit != VISIT_NONE;
}

static enum message_id ribbon(const struct app *app)
{
    static const enum message_id RIBBONS[] = {[VISIT_NONE] = MSG_COUNT,
                                              [VISIT_COUNTING] = MSG_COUNT,
                                              [VISIT_REFLECTION] = MSG_RIBBON_REFLECTION,
                                              [VISIT_TOUR] = MSG_RIBBON_TOUR,
                                              [VISIT_PRACTICE] = MSG_RIBBON_PRACTICE};
    return app->config.demo || app->status.simulated ? MSG_RIBBON_DEMO : RIBBONS[app->visit];
}

const struct module_ops MODULE_OPS_VISIT = {.part = {.state_bytes = sizeof(struct visit_state),
                                                     .life = LIFE_VISIT,
                                                     .status = follow_status},
                                            .forget = forget,
                                            .ribbon = ribbon};
