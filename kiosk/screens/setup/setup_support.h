/* SPDX-License-Identifier: MIT */
/* The page of the support lines, shared by its two views: the lines, and one of them with the
 * keyboard. */
#ifndef SCREENS_SETUP_SUPPORT_H
#define SCREENS_SETUP_SUPPORT_H

#include "core/compose.h"
#include "core/typed.h"
#include "screens/app/screen.h"
#include "ui/keyboard.h"

STATE_BEGIN
struct setup_support {
    struct settings_support lines; /* the lines as they are being written */
    struct composing composing;
    bool typing; /* one line is being typed, with the keyboard */
    uint8_t line;
    struct typed typed;
    struct keyboard keyboard;
    uint8_t unused;
};
STATE_END

/* support_state is for the page's own two files. */
PART_STATE(struct setup_support, SCREEN_SETUP_SUPPORT, support_of, support_state)

const char *support_title(const struct app *app, enum support_line line);
/* Returns the words that say what shows where a line is left empty. */
const char *support_hint(const struct app *app, struct ui *ui, enum support_line line);

/* support_type begins to type a line. support_build_typing draws the view with the keyboard,
 * support_act_typing does what is pressed on it. */
void support_type(struct app *app, enum support_line line);
void support_build_typing(const struct app *app, struct ui *ui);
void support_act_typing(struct app *app, enum action action, int32_t arg);
/* Take what a real keyboard types, and its keys. Return true if the view used the key. */
bool support_types(struct app *app, uint32_t text);
bool support_key(struct app *app, enum key key);

#endif
