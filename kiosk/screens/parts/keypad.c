/* SPDX-License-Identifier: MIT */
#include "screens/parts/keypad.h"

#include "screens/parts/words.h"

#include <string.h>

void keypad_build(const struct app *app, struct ui *ui, struct box box, struct keypad pad)
{
    pad.context = app;
    pad.typed = (uint32_t)strlen(app->config.secret->pin);
    pad.typed_least = PIN_DIGITS_MIN;
    pad.typed_spoken = fill_number(app, ui, MSG_PIN_ENTER_STONES_S, "n", pad.typed);
    pad.clear_word = word(app, MSG_PIN_KEYS_1);
    pad.delete_word = word(app, MSG_PIN_KEYS_2);
    pad.digit = KEYPAD_DIGIT;
    pad.clear = KEYPAD_CLEAR;
    pad.delete = KEYPAD_DELETE;
    ui_keypad(ui, box, &pad);
}

void keypad_clear(struct app *app)
{
    explicit_bzero(app->config.secret->pin, sizeof(app->config.secret->pin));
}

bool keypad_checks(const struct app *app)
{
    return app_is_asking(app, MESSAGE_UNLOCK) || app_is_asking(app, MESSAGE_SET_PIN);
}

/* Takes a digit, unless a PIN is being checked or a wait runs. */
static void digit(struct app *app, int32_t n)
{
    char *pin = app->config.secret->pin;
    size_t length = strlen(pin);
    if (length < PIN_DIGITS_MAX && !keypad_checks(app) && app->wait_until_ms <= app->now_ms) {
        pin[length] = (char)('0' + n);
    }
}

bool keypad_act(struct app *app, enum action action, int32_t arg)
{
    char *pin = app->config.secret->pin;
    switch ((int)action) {
    case KEYPAD_DIGIT:
        digit(app, arg);
        return true;
    case KEYPAD_CLEAR:
        keypad_clear(app);
        return true;
    case KEYPAD_DELETE:
        if (pin[0] != '\0') {
            pin[strlen(pin) - 1] = '\0';
        }
        return true;
    default:
        return false;
    }
}

bool keypad_key(struct app *app, enum key key)
{
    const struct screen_ops *ops = screen_ops(app, (enum screen_id)app->screen);
    if (key_is_digit(key)) {
        ops->act(app, (enum action)KEYPAD_DIGIT, (int32_t)(key - KEY_DIGIT_0));
        return true;
    }
    if (key == KEY_BACKSPACE || key == KEY_DELETE) {
        ops->act(app, (enum action)KEYPAD_DELETE, 0);
        return true;
    }
    return false;
}
