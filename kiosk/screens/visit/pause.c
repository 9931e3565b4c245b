/* SPDX-License-Identifier: MIT */
/* A rest, and the question before erasing. Nothing of the visit shows here. */
#include "screens/app/screen.h"
#include "screens/parts/controls.h"
#include "screens/parts/page.h"
#include "screens/parts/words.h"
#include "screens/visit/visit.h"
#include "ui/cards.h"
#include "ui/pictures.h"

enum erase_action { ERASE_YES = ACTION_OWN };

static void build_pause(const struct app *app, struct ui *ui)
{
    static const struct page_control ERASE = {.id = "pause.erase",
                                              .words = MSG_COMMON_STOP_ERASE,
                                              .icon = ICON_ERASE,
                                              .action = ACTION_CALL,
                                              .arg = SCREEN_ERASE};
    static const struct page_control OTHERS[] = {{.id = "pause.comfort",
                                                  .words = MSG_WELCOME_COMFORT,
                                                  .icon = ICON_COMFORT,
                                                  .spare = true,
                                                  .action = ACTION_COMFORT},
                                                 {.id = "welcome.facilitator",
                                                  .words = MSG_WELCOME_FACILITATOR,
                                                  .bare = ICON_LOCK,
                                                  .spare = true,
                                                  .kind = BUTTON_CHIP,
                                                  .action = ACTION_FACILITATOR}};
    static const struct page_control GO_ON = {.id = "common.continue",
                                              .words = MSG_COMMON_CONTINUE,
                                              .kind = BUTTON_PRIMARY,
                                              .bare = ICON_NEXT,
                                              .icon_after = ICON_NEXT,
                                              .action = ACTION_RETURN};
    static const struct page_block WORDS[] = {{BLOCK_TITLE, "pause.title", MSG_PAUSE_TITLE, 0},
                                              {BLOCK_BODY, "pause.lead", MSG_PAUSE_LEAD, 3000}};
    struct ui_button left[3], right[1];
    /* Once the answers are gone there is nothing left to erase, and it is not offered. */
    uint32_t count = visit_of(app)->settled ? 0 : page_buttons(app, &ERASE, 1, left);
    count += page_buttons(app, OTHERS, 2, left + count);
    const struct ui_button more = control_more(app);
    const struct ui_footer footer = {left, count, right, page_buttons(app, &GO_ON, 1, right),
                                     &more};
    struct flow flow;
    flow_begin(&flow, ui, ui_footer(ui, &footer));
    page_flow(app, &flow, WORDS, 2);
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
    static const struct page PAGE = {
        .ground = GROUND_HERO,
        .left = {{.id = "erase.no",
                  .words = MSG_ERASE_NO,
                  .kind = BUTTON_HERO,
                  .bare = ICON_BACK,
                  .action = ACTION_RETURN},
                 {.id = "erase.yes",
                  .words = MSG_COMMON_ERASE,
                  .kind = BUTTON_HERO,
                  .icon = ICON_ERASE,
                  .bare = ICON_ERASE,
                  .action = ERASE_YES}},
        .block = {{BLOCK_DISPLAY, "erase.title", MSG_ERASE_TITLE, 0},
                  {BLOCK_LEAD, "erase.body", MSG_ERASE_BODY, 3500}},
        .picture = picture_edge,
    };
    page_build(app, ui, &PAGE);
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
                                            .back_id = "erase.no",
                                            .own = {"erase.no", "erase.yes"}};
