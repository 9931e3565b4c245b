/* SPDX-License-Identifier: MIT */
/* Look around, sit quietly, support. */
#include "screens/app/screen.h"
#include "screens/parts/page.h"
#include "screens/parts/words.h"
#include "screens/visit/visit.h"
#include "ui/blocks/beside.h"
#include "ui/blocks/rows.h"
#include "ui/pictures.h"

enum { SUPPORT_TOP_UM = 11000 };

static void build_look(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {
        .left = {{"look.breathe", MSG_LOOK_BREATHE, ACTION_SWAP, SCREEN_BREATHE, .bare = ICON_OPEN},
                 CONTROL_LISTEN},
        .right = {CONTROL_RETURN},
        .block = {{BLOCK_TITLE, "look.title", MSG_LOOK_TITLE, 0},
                  {BLOCK_BODY, "look.lead", MSG_LOOK_LEAD, 3000}}};
    struct flow flow;
    page_begin(app, ui, &PAGE, &flow);
    flow_gap(&flow, 8000);
    counted_rows_flow(
        &flow, &(struct counted_rows){.id = {"look.see", "look.touch", "look.hear"},
                                      .text = {word(app, MSG_LOOK_SEE), word(app, MSG_LOOK_TOUCH),
                                               word(app, MSG_LOOK_HEAR)}});
    flow_end(&flow);
}

static void build_sit(const struct app *app, struct ui *ui)
{
    static const struct page PAGE = {.ground = GROUND_HERO,
                                     .one_page = true,
                                     .right = {CONTROL_RETURN},
                                     .block = {{BLOCK_DISPLAY, "sit.title", MSG_SIT_TITLE, 0},
                                               {BLOCK_LEAD, "sit.note", MSG_SIT_NOTE, 3500}},
                                     .picture = picture_sitting};
    page_build(app, ui, &PAGE);
}

/* The group's own line, else the usual one. */
static const char *own_or(const struct app *app, struct ui *ui, const char *line,
                          enum message_id usual)
{
    return line[0] != '\0' ? support_words(ui, line) : word(app, usual);
}

static void build_support(const struct app *app, struct ui *ui)
{
    static const struct beside BESIDE = {
        .least_um = 250001, .words = 60, .other = 32, .air = 60, .shape = 14};
    struct page page = {.left = {{"pause.erase", MSG_COMMON_STOP_ERASE, ACTION_SWAP, SCREEN_ERASE,
                                  .icon = ICON_ERASE},
                                 CONTROL_LISTEN},
                        .right = {{"support.back", MSG_SUPPORT_BACK, ACTION_RETURN,
                                   .kind = BUTTON_PRIMARY, .bare = ICON_BACK}},
                        .block = {{BLOCK_TITLE, "support.title", MSG_SUPPORT_TITLE, 0}}};
    page.left[0].id = visit_of(app)->settled ? NULL : page.left[0].id;
    struct box box = page_foot(app, ui, &page);
    struct box words, pair;
    bool beside = beside_divide(ui, &BESIDE, box, &words, &pair);
    const struct message_settings *own = &app->settings;
    const bool own_room = own->support.room[0] != '\0';
    const bool own_danger = own->support.danger[0] != '\0', all_own = own_room && own_danger;
    const char *note = all_own ? NULL : word(app, MSG_SUPPORT_OWN_LINE);
    struct flow flow;
    flow_begin(&flow, ui, words);
    page_flow(app, &flow, page.block, 1);
    flow_gap(&flow, SUPPORT_TOP_UM);
    int32_t top = flow.y;
    flow_headed(&flow,
                &(struct headed){"support.room", "support.room.text", word(app, MSG_SUPPORT_ROOM),
                                 own_or(app, ui, own->support.room, MSG_SUPPORT_DEFAULT_ROOM),
                                 "support.room.own", own_room ? note : NULL},
                true);
    if (own->support.phone[0] != '\0') {
        flow_headed(
            &flow,
            &(struct headed){"support.phone", "support.phone.text", word(app, MSG_SUPPORT_PHONE),
                             support_words(ui, own->support.phone), "support.phone.own", note},
            false);
    }
    flow_headed(&flow,
                &(struct headed){"support.danger", "support.danger.text",
                                 word(app, MSG_SUPPORT_DANGER),
                                 own_or(app, ui, own->support.danger, MSG_SUPPORT_DEFAULT_DANGER),
                                 "support.danger.own", own_danger ? note : NULL},
                false);
    if (all_own) {
        flow_gap(&flow, 5000);
        flow_text(&flow, &(struct ui_text){.id = "support.own",
                                           .text = word(app, MSG_SUPPORT_OWN),
                                           .role = ROLE_TEXT,
                                           .type = TYPE_CAPTION});
    }
    flow_end(&flow);
    if (beside) {
        /* Level with the lines it belongs to. */
        int32_t high = flow.y - top, room = box.y + box.h - top;
        int32_t side = pair.w < room ? pair.w : room;
        int32_t y = top + (high - side) / 2;
        y = y < box.y ? box.y : y;
        picture_pair(ui, (struct box){box.x + box.w - side, y, side, side});
    }
}

const struct screen_ops SCREEN_OPS_LOOK = {.patience = PATIENCE_PAUSE,
                                           .build = build_look,
                                           .focus_id = "common.done",
                                           .next_id = "common.done",
                                           .back_id = "common.done"};
const struct screen_ops SCREEN_OPS_SIT = {.patience = PATIENCE_PAUSE,
                                          .build = build_sit,
                                          .focus_id = "common.done",
                                          .next_id = "common.done",
                                          .back_id = "common.done"};
const struct screen_ops SCREEN_OPS_SUPPORT = {.patience = PATIENCE_PAUSE,
                                              .build = build_support,
                                              .focus_id = "support.back",
                                              .next_id = "support.back",
                                              .back_id = "support.back"};
