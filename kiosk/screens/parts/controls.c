/* SPDX-License-Identifier: MIT */
#include "screens/parts/controls.h"

#include "screens/parts/words.h"

/* Returns the name of the screen that app_return leads to, and "Back" for a screen that no chip
 * names. */
static enum message_id way_back_words(const struct app *app)
{
    switch ((int)app_caller(app)) {
    case SCREEN_MEETING:
        return MSG_MEETING_NAV_1;
    case SCREEN_TRENDS:
        return MSG_MEETING_NAV_2;
    case SCREEN_REPORT:
        return MSG_MEETING_NAV_3;
    case SCREEN_SETTINGS:
        return MSG_MEETING_NAV_4;
    default:
        return MSG_COMMON_BACK;
    }
}

struct ui_button control_of(const struct app *app, const struct control *control)
{
    const bool listens = control->action == ACTION_LISTEN;
    const enum message_id words = control->words != 0 ? control->words : way_back_words(app);
    return (struct ui_button){.id = control->id,
                              .label = word(app, words),
                              .spoken = listens ? word(app, MSG_COMMON_LISTEN_S) : NULL,
                              .kind = control->kind,
                              .icon = control->icon,
                              .icon_after = control->icon_after,
                              .bare = control->bare,
                              .spare = control->spare,
                              .action = control->action,
                              .arg = control->arg};
}

uint32_t controls_of(const struct app *app, const struct control *controls, uint32_t count,
                     struct ui_button *buttons)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool heard = controls[i].action != ACTION_LISTEN || app_has_voice(app);
        if (controls[i].id != NULL && heard) {
            buttons[n++] = control_of(app, &controls[i]);
        }
    }
    return n;
}

void cards_of(const struct app *app, const struct card *cards, uint32_t count,
              struct picture_card *out)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct card *card = &cards[i];
        out[i] = (struct picture_card){{.id = card->id,
                                        .title = word(app, card->title),
                                        .note = card->note != 0 ? word(app, card->note) : NULL,
                                        .action = card->action,
                                        .arg = card->arg},
                                       card->picture};
    }
}

void choices_of(const struct app *app, const struct control *controls, uint32_t count,
                int32_t chosen, struct ui_button *buttons)
{
    for (uint32_t i = 0; i < count; i++) {
        buttons[i] = control_of(app, &controls[i]);
        buttons[i].role = ROLE_CHOICE;
        buttons[i].chosen = controls[i].arg == chosen;
    }
}

struct ui_button control_more(const struct app *app)
{
    return control_of(app, &(struct control)CONTROL_MORE);
}
