/* SPDX-License-Identifier: MIT */
/* The one moment anything is added; and what is said when it could not be. */
#include "screens/app/screen.h"
#include "screens/parts/cards.h"
#include "screens/parts/controls.h"
#include "screens/parts/pictures.h"

static void build_ask(const struct app *app, struct ui *ui)
{
    bool counts = app_counts(app);
    struct ui_button left[3] = {{.id = "finish.back",
                                 .label = word(app, MSG_FINISH_BACK),
                                 .icon = ICON_BACK,
                                 .action = ACTION_BACK}};
    uint32_t left_count = control_listen(app, left, 1);
    left[left_count++] = control_pause(app);
    struct ui_button right[] = {{.id = "common.done",
                                 .bare = ICON_TICK,
                                 .label = word(app, MSG_COMMON_DONE),
                                 .kind = BUTTON_PRIMARY,
                                 .action = ACTION_ERASE}};
    struct ui_button more = control_more(app);
    struct ui_footer footer = {left, left_count, right, counts ? 0 : 1, &more};
    struct box box = ui_footer(ui, &footer);
    struct flow flow;
    flow_begin(&flow, ui, box);
    uint32_t count = app_question_count(app);
    int32_t y, head = ui_um(ui, ui_sized_um(ui, PROGRESS_UM));
    if (ui->air == 100 && flow_block(&flow, head, &y)) {
        ui_progress(ui, &(struct ui_progress){.id = "finish.progress",
                                              .current = count + 1,
                                              .count = count,
                                              .words = "",
                                              .x = box.x,
                                              .y = y});
    }
    flow_gap(&flow, 3000);
    flow_text(&flow, &(struct ui_text){.id = "finish.title",
                                       .text = word(app, MSG_FINISH_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = ui->air == 100 ? TYPE_DISPLAY_SMALL : TYPE_TITLE,
                                       .balance = true});
    flow_gap(&flow, 3000);
    flow_text(&flow, &(struct ui_text){
                         .id = "finish.lead",
                         .text = word(app, counts ? MSG_FINISH_LEAD : MSG_FINISH_REFLECTION_LEAD),
                         .role = ROLE_TEXT,
                         .type = TYPE_BODY,
                         .balance = true});
    if (counts) {
        flow_gap(&flow, 12000);
        struct picture_card cards[] = {{{.id = "finish.add",
                                         .title = word(app, MSG_FINISH_ADD),
                                         .note = word(app, MSG_FINISH_ADD_NOTE),
                                         .action = ACTION_ADD},
                                        picture_mixed},
                                       {{.id = "finish.erase",
                                         .title = word(app, MSG_COMMON_ERASE),
                                         .note = word(app, MSG_FINISH_ERASE_NOTE),
                                         .action = ACTION_ERASE},
                                        picture_empty}};
        cards_flow(&flow, cards, 2, true);
    }
    flow_end(&flow);
}

struct trouble {
    enum message_id title, lead, body; /* MSG_COUNT: none */
    bool choice;                       /* Try again or Erase, both equal */
};

static struct trouble trouble_of(enum finish_state state)
{
    switch (state) {
    case FINISH_REFUSED:
        return (struct trouble){MSG_FINISH_REFUSED_TITLE, MSG_FINISH_REFUSED_LEAD,
                                MSG_FINISH_REFUSED_BODY, true};
    case FINISH_UNKNOWN:
        return (struct trouble){MSG_FINISH_UNKNOWN_TITLE, MSG_COUNT, MSG_FINISH_UNKNOWN_BODY,
                                false};
    case FINISH_ENDED:
    case FINISH_ASK:
    case FINISH_WAITING:
        break;
    }
    return (struct trouble){MSG_FINISH_ENDED_TITLE, MSG_COUNT, MSG_FINISH_ENDED_BODY, false};
}

static void build_trouble(const struct app *app, struct ui *ui)
{
    struct trouble trouble = trouble_of(app->finish);
    struct ui_button choice[] = {{.id = "finish.again",
                                  .label = word(app, MSG_COMMON_TRY_AGAIN),
                                  .kind = BUTTON_HERO,
                                  .action = ACTION_ADD},
                                 {.id = "finish.erase",
                                  .label = word(app, MSG_COMMON_ERASE),
                                  .kind = BUTTON_HERO,
                                  .action = ACTION_ERASE}};
    struct ui_button go_on[] = {{.id = "common.continue",
                                 .bare = ICON_NEXT,
                                 .label = word(app, MSG_COMMON_CONTINUE),
                                 .kind = BUTTON_HERO_PRIMARY,
                                 .action = ACTION_CONTINUE}};
    struct ui_button more = control_more(app);
    struct ui_footer footer = {choice, trouble.choice ? 2 : 0, go_on, trouble.choice ? 0 : 1,
                               &more};
    struct flow flow;
    flow_begin(&flow, ui, ui_hero(ui, &footer, 0));
    flow_text(&flow, &(struct ui_text){.id = "finish.title",
                                       .text = word(app, trouble.title),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_DISPLAY_SMALL,
                                       .balance = true});
    if (trouble.lead != MSG_COUNT) {
        flow_gap(&flow, 3500);
        flow_text(&flow, &(struct ui_text){.id = "finish.lead",
                                           .text = word(app, trouble.lead),
                                           .role = ROLE_TEXT,
                                           .type = TYPE_LEAD_SMALL,
                                           .balance = true});
    }
    flow_gap(&flow, 5500);
    flow_text(&flow, &(struct ui_text){.id = "finish.body",
                                       .text = word(app, trouble.body),
                                       .role = ROLE_TEXT,
                                       .type = TYPE_BODY,
                                       .balance = true});
    flow_end(&flow);
    if (trouble.choice) {
        picture_lifted(ui);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    if (app->finish == FINISH_ASK || app->finish == FINISH_WAITING) {
        build_ask(app, ui);
    } else {
        build_trouble(app, ui);
    }
}

/* Always sent, also when nothing was answered, so that no one can tell the difference. */
static void add(struct app *app)
{
    if (app->ended) {
        app->finish = FINISH_ENDED;
        app_wipe_answers(app);
        app_go(app, SCREEN_FINISH);
        return;
    }
    struct message *message = app_send(app, MESSAGE_ADD);
    session_sides(&app->config.secret->session, app_question_count(app), message->as.sides);
    app->add_sequence = message->sequence;
    app->add_ms = app->now_ms;
    app->finish = FINISH_WAITING;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if (app->finish == FINISH_WAITING) {
        return; /* one Add, one answer */
    }
    switch ((int)action) {
    case ACTION_ADD:
        if (app_counts(app)) {
            add(app);
        }
        break;
    case ACTION_ERASE:
        app_wipe_answers(app);
        app_go(app, SCREEN_CLOSING);
        break;
    case ACTION_CONTINUE:
        app_go(app, SCREEN_CLOSING);
        break;
    case ACTION_BACK:
        app->question_again = true;
        app->question_step = app->question_hint = false;
        session_enter(&app->config.secret->session);
        app_go(app, SCREEN_QUESTION);
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_FINISH = {.patience = PATIENCE_VISIT,
                                             .build = build,
                                             .act = act,
                                             .focus_id = "finish.back",
                                             .back_id = "finish.back",
                                             .pause_id = "common.pause"};
