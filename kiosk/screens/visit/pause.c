/* SPDX-License-Identifier: MIT */
/* A rest, and the question before erasing. Nothing of the visit shows here. */
#include "screens/parts/page.h"
#include "screens/visit/visit.h"
#include "ui/pictures.h"

enum erase_action { ERASE_YES = ACTION_OWN };

enum {
    WAYS = 4,
    WAYS_PERCENT = 45, /* of the height, for rows of ways at the foot */
};

static const struct card CARDS[WAYS] = {
    {"pause.breathe", MSG_PAUSE_BREATHE, MSG_PAUSE_BREATHE_NOTE, ACTION_CALL, SCREEN_BREATHE,
     picture_rings},
    {"pause.look", MSG_PAUSE_LOOK, MSG_PAUSE_LOOK_NOTE, ACTION_CALL, SCREEN_LOOK, picture_stones},
    {"pause.sit", MSG_PAUSE_SIT, MSG_PAUSE_SIT_NOTE, ACTION_CALL, SCREEN_SIT, picture_still},
    {"pause.support", MSG_PAUSE_SUPPORT, MSG_PAUSE_SUPPORT_NOTE, ACTION_CALL, SCREEN_SUPPORT,
     picture_pair},
};

/* Draws the foot. Where there is no room for cards, the four ways stand there too, in rows above
 * the other controls and on every page; as icons alone only where rows of words would take most of
 * it. */
static struct box pause_foot(const struct app *app, struct ui *ui,
                             const struct picture_card cards[WAYS])
{
    static const enum icon ICONS[WAYS] = {ICON_OPEN, ICON_EYE, ICON_CLEAR, ICON_PAIR};
    static const struct control ERASE = {"pause.erase", MSG_COMMON_STOP_ERASE, ACTION_CALL,
                                         SCREEN_ERASE, .icon = ICON_ERASE};
    static const struct control OTHERS[] = {
        {"pause.comfort", MSG_WELCOME_COMFORT, ACTION_COMFORT, .icon = ICON_COMFORT, .spare = true},
        {"welcome.facilitator", MSG_WELCOME_FACILITATOR, ACTION_FACILITATOR, .kind = BUTTON_CHIP,
         .bare = ICON_LOCK, .spare = true}};
    static const struct control ON = {"common.continue", MSG_COMMON_CONTINUE,
                                      ACTION_RETURN,     .kind = BUTTON_PRIMARY,
                                      .bare = ICON_NEXT, .icon_after = ICON_NEXT};
    struct ui_button left[WAYS + 3], right = control_of(app, &ON), more = control_more(app);
    const uint32_t ways = ui->compact ? WAYS : 0;
    cards_buttons(cards, ways, left);
    const int32_t rows_h = ui_button_rows_height(ui, left, ways, ui->width - 2 * ui->margin_x);
    const bool icons = rows_h > ui->height * WAYS_PERCENT / 100;
    for (uint32_t i = 0; i < ways; i++) {
        left[i].bare = icons ? ICONS[i] : ICON_NONE;
        left[i].together = false;
    }
    uint32_t count = ways;
    if (!visit_of(app)->settled) { /* else the answers are gone: there is nothing left to erase */
        left[count++] = control_of(app, &ERASE);
    }
    count += controls_of(app, OTHERS, 2, &left[count]);
    left[ways].begins = ways > 0;
    return ui_footer(ui, &(struct ui_footer){left, count, &right, 1, &more});
}

static void build_pause(const struct app *app, struct ui *ui)
{
    static const struct page_block WORDS[] = {{BLOCK_TITLE, "pause.title", MSG_PAUSE_TITLE, 0},
                                              {BLOCK_BODY, "pause.lead", MSG_PAUSE_LEAD, 3000}};
    struct picture_card cards[WAYS];
    struct flow flow;
    cards_of(app, CARDS, WAYS, cards);
    flow_begin(&flow, ui, pause_foot(app, ui, cards));
    page_flow(app, &flow, WORDS, 2);
    cards_flow(&flow, cards, WAYS, false, 9000);
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
    .patience = PATIENCE_PAUSE,
    .build = build_pause,
    .next_id = "common.continue",
    .own = {"pause.breathe", "pause.look", "pause.sit", "pause.support"}};
const struct screen_ops SCREEN_OPS_ERASE = {.patience = PATIENCE_VISIT,
                                            .build = build_erase,
                                            .act = act_erase,
                                            .focus_id = "erase.no",
                                            .back_id = "erase.no",
                                            .own = {"erase.no", "erase.yes"}};
