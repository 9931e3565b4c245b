/* SPDX-License-Identifier: MIT */
/* The page that offers to walk through the whole visit once. The visit is marked PRACTICE, nothing
 * of it is counted, and it leads back here. The machine stays unlocked meanwhile, as long as
 * somebody uses it; who walks away from a practice leaves a locked machine. */
#include "screens/setup/setup.h"
#include "ui/pictures.h"

enum practice_action {
    PRACTICE_START = ACTION_OWN,
};

enum {
    PICTURE_PERCENT = 78, /* of the content's height */
    WORDS_PERCENT = 60,   /* of its width, beside the picture */
    PICTURE_UM = 250000,  /* narrower screens keep the width for the words */
    PICTURE_AIR = 60,
};

/* Whoever comes back here has practised. */
static void practise(struct app *app)
{
    draft_state(app)->practised = true;
    app_begin_visit(app, VISIT_PRACTICE);
}

static void build(const struct app *app, struct ui *ui)
{
    bool done = draft_of(app)->practised;
    struct ui_button start = {.id = "practice.start",
                              .label = word(app, MSG_SETUP_PRACTICE_START),
                              .icon = ICON_EYE,
                              .action = PRACTICE_START};
    struct setup_page page = {
        .screen = SCREEN_SETUP_PRACTICE,
        .title = word(app, MSG_SETUP_PRACTICE_TITLE),
        .body = word(app, done ? MSG_SETUP_PRACTICE_DONE : MSG_SETUP_PRACTICE_BODY),
        .next = done ? setup_next_word(app) : word(app, MSG_SETUP_PRACTICE_START),
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
    bool starts = action == ACTION_NEXT && !draft_of(app)->practised;
    if (starts || action == (enum action)PRACTICE_START) {
        practise(app);
    } else {
        setup_act(app, action, arg);
    }
}

const struct screen_ops SCREEN_OPS_SETUP_PRACTICE = {.part.answer = setup_answer,
                                                     .build = build,
                                                     .act = act,
                                                     .focus_id = "common.next",
                                                     SETUP_PAGE_OPS};
