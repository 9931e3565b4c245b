/* SPDX-License-Identifier: MIT */
/* The page that offers to walk through the whole visit once. The visit is marked PRACTICE, nothing
 * of it is counted, and it leads back to this page. The machine stays unlocked as long as somebody
 * uses it; when nobody does, it locks. */
#include "screens/setup/setup.h"
#include "ui/blocks/beside.h"
#include "ui/pictures.h"

enum practice_action {
    PRACTICE_START = ACTION_OWN,
};

enum { PICTURE_PERCENT = 78 /* of the content's height */ };

/* Begins a practice. Whoever comes back to this page has practised. */
static void practise(struct app *app)
{
    draft_state(app)->practised = true;
    app_begin_visit(app, VISIT_PRACTICE);
}

static void build(const struct app *app, struct ui *ui)
{
    static const struct beside BESIDE = {
        .least_um = 250001, .words = 60, .other = 38, .air = 60, .shape = 14};
    bool done = draft_of(app)->practised;
    struct ui_button start = {.id = "practice.start",
                              .label = word(app, MSG_SETUP_PRACTICE_START),
                              .icon = ICON_EYE,
                              .action = PRACTICE_START};
    struct setup_page page = {
        .title = word(app, MSG_SETUP_PRACTICE_TITLE),
        .body = word(app, done ? MSG_SETUP_PRACTICE_DONE : MSG_SETUP_PRACTICE_BODY),
        .next = done ? setup_next_word(app) : word(app, MSG_SETUP_PRACTICE_START),
        .at_first = done ? &start : NULL,
        .may_skip = !done};
    struct box box = setup_controls(app, ui, &page), words, picture;
    bool beside = beside_divide(ui, &BESIDE, box, &words, &picture);
    struct flow flow;
    flow_begin(&flow, ui, words);
    setup_head(app, &flow, &page);
    flow_end(&flow);
    if (beside) {
        int32_t side = box.h * PICTURE_PERCENT / 100;
        side = side < picture.w ? side : picture.w;
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

const struct screen_ops SCREEN_OPS_SETUP_PRACTICE = {
    .build = build, .act = act, SETUP_PAGE_OPS(setup_answer)};
