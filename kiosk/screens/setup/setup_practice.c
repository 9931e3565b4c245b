/* SPDX-License-Identifier: MIT */
/* The page that offers to walk through the whole visit once. The visit is marked PRACTICE, nothing
 * of it is counted, and it leads back here. The machine stays unlocked meanwhile, as long as
 * somebody uses it; who walks away from a practice leaves a locked machine. */
#include "screens/parts/pictures.h"
#include "screens/setup/setup.h"

enum {
    PICTURE_PERCENT = 78, /* of the content's height */
    WORDS_PERCENT = 60,   /* of its width, beside the picture */
    PICTURE_UM = 250000,  /* narrower screens keep the width for the words */
    PICTURE_AIR = 60,
};

static void setup_practise(struct app *app)
{
    app->practising = true;
    app_begin_visit(app, VISIT_PRACTICE);
}

void setup_practice_ends(struct app *app)
{
    if (app->status.unlocked) {
        setup_go(app, SCREEN_SETUP_PRACTICE);
        app->practised = true;
    } else if (app->status.pin_set) {
        app->auto_locked = true; /* it rested too long, breathing say */
        app_go(app, SCREEN_PIN);
    }
}

void setup_practice_leave(struct app *app)
{
    if (!app->practising) {
        return;
    }
    app->practising = false;
    if (app->status.unlocked) {
        app_lock(app);
    }
}

static void build(const struct app *app, struct ui *ui)
{
    bool done = app->practised;
    struct ui_button start = {.id = "practice.start",
                              .label = word(app, MSG_SETUP_PRACTICE_START),
                              .icon = ICON_EYE,
                              .action = ACTION_PRACTICE};
    struct setup_page page = {
        .screen = SCREEN_SETUP_PRACTICE,
        .title = word(app, MSG_SETUP_PRACTICE_TITLE),
        .body = word(app, done ? MSG_SETUP_PRACTICE_DONE : MSG_SETUP_PRACTICE_BODY),
        .next = word(app, done ? MSG_COMMON_NEXT : MSG_SETUP_PRACTICE_START),
        .at_first = done ? &start : NULL,
        .must = done};
    struct box box = setup_controls(app, ui, &page), words = box;
    bool picture =
        box.w > box.h * 14 / 10 && ui_width_um(ui) > PICTURE_UM && ui->air >= PICTURE_AIR;
    if (picture) {
        words.w = box.w * WORDS_PERCENT / 100;
    }
    struct flow flow;
    flow_begin(&flow, ui, words);
    setup_head(app, &flow, &page);
    flow_end(&flow);
    if (picture) {
        int32_t side = box.h * PICTURE_PERCENT / 100, most = box.w * (98 - WORDS_PERCENT) / 100;
        side = side < most ? side : most;
        picture_rings(ui,
                      (struct box){box.x + box.w - side, box.y + (box.h - side) / 2, side, side});
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_NEXT:
        if (app->practised) {
            setup_go_on(app);
        } else {
            setup_practise(app);
        }
        break;
    case ACTION_PRACTICE:
        setup_practise(app);
        break;
    default:
        setup_act(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_PRACTICE = {.patience = PATIENCE_FACILITATOR,
                                                     .facilitator = true,
                                                     .build = build,
                                                     .act = act,
                                                     .focus_id = "common.next",
                                                     .next_id = "common.next",
                                                     .back_id = "common.back"};
