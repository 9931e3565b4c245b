/* SPDX-License-Identifier: MIT */
/* A rest, and the question before erasing. Nothing of the visit shows here. */
#include "screens/app/screen.h"
#include "screens/parts/cards.h"
#include "screens/parts/controls.h"
#include "screens/parts/pictures.h"
#include "screens/parts/words.h"
#include "screens/visit/visit.h"

enum erase_action { ERASE_YES = ACTION_OWN };

static void build_pause(const struct app *app, struct ui *ui)
{
    struct ui_button left[] = {{.id = "pause.erase",
                                .label = word(app, MSG_COMMON_STOP_ERASE),
                                .icon = ICON_ERASE,
                                .action = ACTION_CALL,
                                .arg = SCREEN_ERASE},
                               {.id = "pause.comfort",
                                .label = word(app, MSG_WELCOME_COMFORT),
                                .icon = ICON_COMFORT,
                                .spare = true,
                                .action = ACTION_COMFORT},
                               {.id = "welcome.facilitator",
                                .bare = ICON_LOCK,
                                .spare = true,
                                .label = word(app, MSG_WELCOME_FACILITATOR),
                                .kind = BUTTON_CHIP,
                                .action = ACTION_FACILITATOR}};
    struct ui_button right[] = {{.id = "common.continue",
                                 .bare = ICON_NEXT,
                                 .label = word(app, MSG_COMMON_CONTINUE),
                                 .kind = BUTTON_PRIMARY,
                                 .icon_after = ICON_NEXT,
                                 .action = ACTION_RETURN}};
    struct ui_button more = control_more(app);
    uint32_t first = visit_of(app)->settled ? 1 : 0; /* nothing left to erase: it is not offered */
    struct ui_footer footer = {left + first, 3 - first, right, 1, &more};
    struct flow flow;
    flow_begin(&flow, ui, ui_footer(ui, &footer));
    flow_text(&flow, &(struct ui_text){.id = "pause.title",
                                       .text = word(app, MSG_PAUSE_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE,
                                       .balance = true});
    flow_gap(&flow, 3000);
    flow_text(&flow, &(struct ui_text){.id = "pause.lead",
                                       .text = word(app, MSG_PAUSE_LEAD),
                                       .role = ROLE_TEXT,
                                       .type = TYPE_BODY,
                                       .balance = true});
    flow_gap(&flow, 9000);
    struct picture_card cards[] = {{{.id = "pause.breathe",
                                     .title = word(app, MSG_PAUSE_BREATHE),
                                     .note = word(app, MSG_PAUSE_BREATHE_NOTE),
                                     .action = ACTION_CALL,
                                     .arg = SCREEN_BREATHE},
                                    picture_rings},
                                   {{.id = "pause.look",
                                     .title = word(app, MSG_PAUSE_LOOK),
                                     .note = word(app, MSG_PAUSE_LOOK_NOTE),
                                     .action = ACTION_CALL,
                                     .arg = SCREEN_LOOK},
                                    picture_stones},
                                   {{.id = "pause.sit",
                                     .title = word(app, MSG_PAUSE_SIT),
                                     .note = word(app, MSG_PAUSE_SIT_NOTE),
                                     .action = ACTION_CALL,
                                     .arg = SCREEN_SIT},
                                    picture_still},
                                   {{.id = "pause.support",
                                     .title = word(app, MSG_PAUSE_SUPPORT),
                                     .note = word(app, MSG_PAUSE_SUPPORT_NOTE),
                                     .action = ACTION_CALL,
                                     .arg = SCREEN_SUPPORT},
                                    picture_pair}};
    cards_flow(&flow, cards, 4, false);
    flow_end(&flow);
}

static void build_erase(const struct app *app, struct ui *ui)
{
    struct ui_button buttons[] = {{.id = "erase.yes",
                                   .bare = ICON_ERASE,
                                   .label = word(app, MSG_COMMON_ERASE),
                                   .kind = BUTTON_HERO,
                                   .icon = ICON_ERASE,
                                   .action = ERASE_YES},
                                  {.id = "erase.no",
                                   .bare = ICON_BACK,
                                   .label = word(app, MSG_ERASE_NO),
                                   .kind = BUTTON_HERO,
                                   .action = ACTION_RETURN}};
    struct ui_button more = control_more(app);
    struct ui_footer footer = {buttons, 2, NULL, 0, &more};
    struct flow flow;
    flow_begin(&flow, ui, ui_hero(ui, &footer, 0));
    flow_text(&flow, &(struct ui_text){.id = "erase.title",
                                       .text = word(app, MSG_ERASE_TITLE),
                                       .role = ROLE_HEADING,
                                       .type = TYPE_DISPLAY,
                                       .balance = true});
    flow_gap(&flow, 3500);
    flow_text(&flow, &(struct ui_text){.id = "erase.body",
                                       .text = word(app, MSG_ERASE_BODY),
                                       .role = ROLE_TEXT,
                                       .type = TYPE_LEAD,
                                       .balance = true});
    flow_end(&flow);
    picture_edge(ui);
}

static void act_erase(struct app *app, enum action action, int32_t arg)
{
    (void)arg;
    if ((int)action == ERASE_YES) {
        app_wipe_answers(app);
        app_go(app, SCREEN_CLEAR);
    }
}

const struct screen_ops SCREEN_OPS_PAUSE = {.patience = PATIENCE_PAUSE,
                                            .build = build_pause,
                                            .focus_id = "common.continue",
                                            .next_id = "common.continue"};
const struct screen_ops SCREEN_OPS_ERASE = {.patience = PATIENCE_VISIT,
                                            .build = build_erase,
                                            .act = act_erase,
                                            .focus_id = "erase.no",
                                            .back_id = "erase.no"};
