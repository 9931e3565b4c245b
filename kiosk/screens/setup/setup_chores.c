/* SPDX-License-Identifier: MIT */
/* The chores: the pages that the first run leaves for a quiet moment, and which of them nobody has
 * settled yet. */
#include "screens/setup/setup.h"

static const struct {
    const char *id;
    enum screen_id screen;
    enum message_id title;
    enum icon icon;
} CHORES[CHORE_COUNT] = {
    [CHORE_TOUCH] = {"todo.touch", SCREEN_SETUP_TOUCH, MSG_SETUP_LIST_TOUCH, ICON_OPEN},
    [CHORE_SOUND] = {"todo.sound", SCREEN_SETUP_SOUND, MSG_SETUP_LIST_SOUND, ICON_LISTEN},
    [CHORE_BLUR] = {"todo.privacy", SCREEN_SETUP_PRIVACY, MSG_SETTINGS_ITEMS_2, ICON_MIXED},
    [CHORE_QUESTIONS] = {"todo.questions", SCREEN_SETUP_QUESTIONS, MSG_SETTINGS_ITEMS_3,
                         ICON_QUESTION},
    [CHORE_SUPPORT] = {"todo.support", SCREEN_SETUP_SUPPORT, MSG_SETTINGS_ITEMS_5, ICON_PAIR},
    [CHORE_PRACTICE] = {"todo.practice", SCREEN_SETUP_PRACTICE, MSG_SETUP_LIST_PRACTICE, ICON_EYE},
    [CHORE_PLACE] = {"todo.place", SCREEN_SETUP_PLACE, MSG_SETUP_LIST_PLACE, ICON_SCREEN},
};

enum chore setup_chore_of(enum screen_id screen)
{
    enum chore chore = 0;
    while (chore < CHORE_COUNT && CHORES[chore].screen != screen) {
        chore++;
    }
    return chore;
}

const char *setup_chore_id(enum chore chore)
{
    return chore < CHORE_COUNT ? CHORES[chore].id : NULL;
}

bool setup_is_open(const struct app *app, enum chore chore)
{
    return chore < CHORE_COUNT && app->status.pin_set &&
           (app->settings.still_open >> chore & 1) != 0;
}

uint32_t setup_open_chips(const struct app *app, struct ui_button out[CHORE_COUNT])
{
    uint32_t count = 0;
    for (enum chore chore = 0; chore < CHORE_COUNT; chore++) {
        if (setup_is_open(app, chore)) {
            out[count++] = (struct ui_button){.id = CHORES[chore].id,
                                              .label = word(app, CHORES[chore].title),
                                              .kind = BUTTON_CHIP,
                                              .icon = CHORES[chore].icon,
                                              .action = ACTION_CALL,
                                              .arg = (int16_t)CHORES[chore].screen};
        }
    }
    return count;
}

struct item setup_item(const struct app *app, enum chore chore)
{
    bool open = setup_is_open(app, chore);
    return (struct item){.id = CHORES[chore].id,
                         .title = word(app, CHORES[chore].title),
                         .note = word(app, open ? MSG_SETUP_LIST_IS_OPEN : MSG_SETUP_LIST_IS_DONE),
                         .icon = open ? CHORES[chore].icon : ICON_TICK,
                         .action = ACTION_CALL,
                         .arg = (int16_t)CHORES[chore].screen};
}

const char *setup_open_words(const struct app *app, struct ui *ui)
{
    struct ui_button chips[CHORE_COUNT];
    const uint32_t open = setup_open_chips(app, chips);
    return open > 0 ? fill_number(app, ui, MSG_SETUP_LIST_OPEN, "n", open)
                    : word(app, MSG_SETUP_LIST_IS_DONE);
}
