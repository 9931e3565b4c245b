/* SPDX-License-Identifier: MIT */
/* Erasing all totals asks three times, each time with the way out first. */
#include "screens/parts/hero.h"

enum erase_all_action {
    ERASE_ALL_ON = ACTION_OWN /* enum erase_all_view: the next question */,
    ERASE_ALL_NOW
};

enum erase_all_view {
    ERASE_ALL_FIRST,
    ERASE_ALL_SECOND,
    ERASE_ALL_THIRD,
    ERASE_ALL_DONE,
    ERASE_ALL_PART,
};

STATE_BEGIN
struct erase_all {
    uint32_t left; /* files that could not be erased */
    uint8_t view;  /* enum erase_all_view */
    uint8_t unused[3];
};
STATE_END

PART_STATE(struct erase_all, SCREEN_ERASE_ALL, seen, mine)

#define KEEP(words) {"eraseall.keep", words, ACTION_RETURN}
#define NOW(words)  {"eraseall.yes", words, ERASE_ALL_NOW}
#define ON(view)    {"eraseall.yes", MSG_ERASEALL_1_B1, ERASE_ALL_ON, view}

/* The yes of a step never stands where the yes of the step before stood. */
static const struct hero_page PAGES[] = {
    [ERASE_ALL_FIRST] = {.title = MSG_ERASEALL_1,
                         .left = {KEEP(MSG_ERASEALL_KEEP), ON(ERASE_ALL_SECOND)}},
    [ERASE_ALL_SECOND] = {.title = MSG_ERASEALL_2,
                          .left = {KEEP(MSG_ERASEALL_KEEP)},
                          .right = {ON(ERASE_ALL_THIRD)}},
    [ERASE_ALL_THIRD] = {.title = MSG_ERASEALL_3,
                         .left = {KEEP(MSG_ERASEALL_KEEP), NOW(MSG_ERASEALL_3_B1)}},
    [ERASE_ALL_DONE] = {.title = MSG_ERASEALL_DONE, .left = {KEEP(MSG_COMMON_CONTINUE)}},
    [ERASE_ALL_PART] = {.left = {KEEP(MSG_COMMON_CONTINUE), NOW(MSG_COMMON_TRY_AGAIN)}},
};

static void build(const struct app *app, struct ui *ui)
{
    struct hero_view view = hero_view_of(app, &PAGES[seen(app)->view]);
    view.name = word(app, MSG_SETTINGS_ITEMS_11);
    view.lock_only = true;
    if (seen(app)->view == ERASE_ALL_PART) {
        view.title = fill_plural(app, ui, MSG_ERASEALL_PART, seen(app)->left, NULL, 0);
    }
    hero_rest(&view, app_is_asking(app, MESSAGE_ERASE_ALL));
    hero_draw(app, ui, &view);
}

/* Another view takes nothing at first: three quick taps in one place erase nothing. */
static void show(struct app *app, enum erase_all_view view)
{
    mine(app)->view = (uint8_t)view;
    app_view(app);
}

static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    (void)asked;
    if (answer->type != MESSAGE_ERASED) {
        return false;
    }
    mine(app)->left = answer->as.left;
    show(app, answer->as.left > 0 ? ERASE_ALL_PART : ERASE_ALL_DONE);
    return true;
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if ((int)action == ERASE_ALL_ON) {
        show(app, (enum erase_all_view)arg);
    } else if ((int)action == ERASE_ALL_NOW) {
        (void)app_request(app, SCREEN_ERASE_ALL, MESSAGE_ERASE_ALL);
    }
}

const struct screen_ops SCREEN_OPS_ERASE_ALL = {
    .part = {.state_bytes = sizeof(struct erase_all), .answer = answer},
    .patience = PATIENCE_FACILITATOR,
    .build = build,
    .act = act,
    .focus_id = "eraseall.keep",
    .back_id = "eraseall.keep"};
