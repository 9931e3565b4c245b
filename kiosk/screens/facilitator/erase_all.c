/* SPDX-License-Identifier: MIT */
/* Erasing all totals asks three times, each time with the way out first. */
#include "screens/app/screen.h"
#include "screens/parts/hero.h"

enum erase_all_action { ERASE_ALL_ON = ACTION_OWN /* the next question */, ERASE_ALL_NOW };

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

static struct erase_all *mine(struct app *app)
{
    return part_state(app, SCREEN_ERASE_ALL);
}

static const struct erase_all *seen(const struct app *app)
{
    return part_state_of(app, SCREEN_ERASE_ALL);
}

static struct ui_button button(const struct app *app, const char *id, enum message_id label,
                               uint16_t action)
{
    return (struct ui_button){.id = id,
                              .label = word(app, label),
                              .kind = BUTTON_PLAIN,
                              .disabled = app_is_asking(app, MESSAGE_ERASE_ALL),
                              .action = action};
}

static const struct {
    enum message_id title, yes;
    uint16_t action;
} STEPS[] = {
    [ERASE_ALL_FIRST] = {MSG_ERASEALL_1, MSG_ERASEALL_1_B1, ERASE_ALL_ON},
    [ERASE_ALL_SECOND] = {MSG_ERASEALL_2, MSG_ERASEALL_1_B1, ERASE_ALL_ON},
    [ERASE_ALL_THIRD] = {MSG_ERASEALL_3, MSG_ERASEALL_3_B1, ERASE_ALL_NOW},
};

static void build(const struct app *app, struct ui *ui)
{
    struct hero_view view = {
        .title_type = TYPE_TITLE, .name = word(app, MSG_SETTINGS_ITEMS_11), .lock_only = true};
    enum erase_all_view step = (enum erase_all_view)seen(app)->view;
    if (step <= ERASE_ALL_THIRD) {
        view.title = word(app, STEPS[step].title);
        view.left[view.left_count++] =
            button(app, "eraseall.keep", MSG_ERASEALL_KEEP, ACTION_RETURN);
        struct ui_button yes = button(app, "eraseall.yes", STEPS[step].yes, STEPS[step].action);
        if (step == ERASE_ALL_SECOND) { /* never where that of the step before stood */
            view.right[view.right_count++] = yes;
        } else {
            view.left[view.left_count++] = yes;
        }
    } else {
        bool part = step == ERASE_ALL_PART;
        view.title = part ? fill_plural(app, ui, MSG_ERASEALL_PART, seen(app)->left, NULL, 0)
                          : word(app, MSG_ERASEALL_DONE);
        view.left[view.left_count++] =
            button(app, "eraseall.keep", MSG_COMMON_CONTINUE, ACTION_RETURN);
        if (part) {
            view.left[view.left_count++] =
                button(app, "eraseall.yes", MSG_COMMON_TRY_AGAIN, ERASE_ALL_NOW);
        }
    }
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
    (void)arg;
    switch ((int)action) {
    case ERASE_ALL_ON:
        show(app, seen(app)->view == ERASE_ALL_FIRST ? ERASE_ALL_SECOND : ERASE_ALL_THIRD);
        break;
    case ERASE_ALL_NOW: {
        struct message *message = app_ask(app, SCREEN_ERASE_ALL, MESSAGE_ERASE_ALL);
        (void)message; /* it says all by its type */
        break;
    }
    default:
        break;
    }
}

const struct screen_ops SCREEN_OPS_ERASE_ALL = {
    .part = {.state_bytes = sizeof(struct erase_all), .answer = answer},
    .patience = PATIENCE_FACILITATOR,
    .facilitator = true,
    .build = build,
    .act = act,
    .focus_id = "eraseall.keep",
    .back_id = "eraseall.keep"};
