/* SPDX-License-Identifier: MIT */
/* Settling before the first question: three ways, all equal. */
#include "screens/app/screen.h"
#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "screens/visit/visit.h"
#include "ui/cards.h"
#include "ui/pictures.h"

enum arrive_action { ARRIVE_START = ACTION_OWN };

static void build(const struct app *app, struct ui *ui)
{
    struct ui_button left[] = {control_back(app), control_pause(app)};
    struct ui_button more = control_more(app);
    struct ui_footer footer = {left, 2, NULL, 0, &more};
    struct flow flow;
    flow_begin(&flow, ui, ui_footer(ui, &footer));
    flow_text(&flow, &(struct ui_text){.id = "arrive.title",
                                       .text = word(app, MSG_ARRIVE_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE,
                                       .balance = true});
    if (app->settings.choice.look_back == LOOK_BACK_MET) {
        flow_gap(&flow, 3000);
        flow_text(&flow, &(struct ui_text){.id = "arrive.new",
                                           .text = word(app, MSG_ARRIVE_NEW),
                                           .role = ROLE_TEXT,
                                           .type = TYPE_BODY});
    }
    flow_gap(&flow, 12000);
    struct picture_card cards[] = {
        {{.id = "arrive.breathe",
          .title = word(app, MSG_ARRIVE_BREATHE),
          .action = ACTION_CALL,
          .arg = SCREEN_BREATHE},
         picture_rings},
        {{.id = "arrive.look",
          .title = word(app, MSG_ARRIVE_LOOK),
          .action = ACTION_CALL,
          .arg = SCREEN_LOOK},
         picture_stones},
        {{.id = "arrive.begin", .title = word(app, MSG_ARRIVE_BEGIN), .action = ARRIVE_START},
         picture_still}};
    cards_flow(&flow, cards, 3, false);
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if (action == ACTION_BACK) {
        app_go(app, SCREEN_PROMISE);
    } else if ((int)action == ARRIVE_START) {
        visit_ask(app, 0, false);
    }
}

const struct screen_ops SCREEN_OPS_ARRIVE = {.patience = PATIENCE_VISIT,
                                             .build = build,
                                             .act = act,
                                             .focus_id = "arrive.breathe",
                                             .next_id = "arrive.begin",
                                             .back_id = "common.back",
                                             .pause_id = "common.pause"};
