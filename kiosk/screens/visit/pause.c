/* SPDX-License-Identifier: MIT */
/* A rest, and the question before erasing. Nothing of the visit shows here. */
#include "screens/app/screen.h"
#include "screens/parts/page.h"
#include "screens/parts/words.h"
#include "screens/visit/visit.h"
#include "ui/pictures.h"

enum erase_action { ERASE_YES = ACTION_OWN };

enum { WAYS = 4 };

static const struct card CARDS[WAYS] = {
    {"pause.breathe", MSG_PAUSE_BREATHE, MSG_PAUSE_BREATHE_NOTE, ACTION_CALL, SCREEN_BREATHE,
     picture_rings},
    {"pause.look", MSG_PAUSE_LOOK, MSG_PAUSE_LOOK_NOTE, ACTION_CALL, SCREEN_LOOK, picture_stones},
    {"pause.sit", MSG_PAUSE_SIT, MSG_PAUSE_SIT_NOTE, ACTION_CALL, SCREEN_SIT, picture_still},
    {"pause.support", MSG_PAUSE_SUPPORT, MSG_PAUSE_SUPPORT_NOTE, ACTION_CALL, SCREEN_SUPPORT,
     picture_pair},
};

static void build_pause(const struct app *app, struct ui *ui)
{
    struct page page = {
        .left = {{"pause.erase", MSG_COMMON_STOP_ERASE, ACTION_CALL, SCREEN_ERASE,
                  .icon = ICON_ERASE},
                 {"pause.comfort", MSG_WELCOME_COMFORT, ACTION_COMFORT, .icon = ICON_COMFORT,
                  .spare = true},
                 {"welcome.facilitator", MSG_WELCOME_FACILITATOR, ACTION_FACILITATOR,
                  .kind = BUTTON_CHIP, .bare = ICON_LOCK, .spare = true}},
        .right = {{"common.continue", MSG_COMMON_CONTINUE, ACTION_RETURN, .kind = BUTTON_PRIMARY,
                   .bare = ICON_NEXT, .icon_after = ICON_NEXT}},
        .block = {{BLOCK_TITLE, "pause.title", MSG_PAUSE_TITLE, 0},
                  {BLOCK_BODY, "pause.lead", MSG_PAUSE_LEAD, 3000}}};
    if (visit_of(app)->settled) {
        page.left[0].id = NULL; /* the answers are gone: there is nothing left to erase */
    }
    struct flow flow;
    page_begin(app, ui, &page, &flow);
    flow_gap(&flow, 9000);
    struct picture_card cards[WAYS];
    cards_of(app, CARDS, WAYS, cards);
    cards_flow(&flow, cards, WAYS, false);
    flow_end(&flow);
}

static void build_erase(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .ground = GROUND_HERO,
        .left = {{"erase.no", MSG_ERASE_NO, ACTION_RETURN, .kind = BUTTON_HERO, .bare = ICON_BACK},
                 {"erase.yes", MSG_COMMON_ERASE, ERASE_YES, .kind = BUTTON_HERO, .icon = ICON_ERASE,
                  .bare = ICON_ERASE}},
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

const struct screen_ops SCREEN_OPS_PAUSE = {
    .patience = PATIENCE_PAUSE, .build = build_pause, .next_id = "common.continue"};
const struct screen_ops SCREEN_OPS_ERASE = {.patience = PATIENCE_VISIT,
                                            .build = build_erase,
                                            .act = act_erase,
                                            .focus_id = "erase.no",
                                            .back_id = "erase.no",
                                            .own = {"erase.no", "erase.yes"}};
