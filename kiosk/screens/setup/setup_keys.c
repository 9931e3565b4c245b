/* SPDX-License-Identifier: MIT */
/* Which real keyboard a machine has that is the kiosk alone. A choice is kept at once, and whatever
 * is typed after that tries it. */
#include "core/compose.h"
#include "core/keyboards.h"
#include "core/typed.h"
#include "core/utf8.h"
#include "screens/setup/setup.h"
#include "ui/field.h"
#include "ui/ids.h"

#include <string.h>

enum { KEYS_TRIED_BYTES = 48 }; /* as much as a line shows */

enum keys_action { KEYS_CHOOSE = ACTION_OWN /* which */ };

STATE_BEGIN
struct setup_keys {
    struct composing composing;
    struct typed typed; /* what was typed to try the keyboard; never kept */
    uint8_t unused[2];
};
STATE_END

PART_STATE(struct setup_keys, SCREEN_SETUP_KEYS, seen, mine)

const char *setup_keys_title(const struct app *app)
{
    return keyboard_title(app->machine.keys);
}

/* Draws one line of what was typed last. */
static void flow_field(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t h = ui_field_height(ui, TYPE_BODY, 1), y;
    const struct typed *typed = &seen(app)->typed;
    if (flow_block(flow, h, &y)) {
        ui_field(ui, &(struct ui_field){.id = "keys.field",
                                        .text = typed->text,
                                        .cursor = typed->at,
                                        .hint = word(app, MSG_SETUP_KEYS_HINT),
                                        .type = TYPE_BODY,
                                        .hint_type = TYPE_F_LEDE,
                                        .box = {flow->box.x, y, flow->box.w, h}});
    }
}

static void flow_choices(const struct app *app, struct flow *flow)
{
    flow_gap(flow, 6000);
    flow_field(app, flow);
    flow_gap(flow, 6000);
    struct ui_button chips[KEYBOARD_COUNT];
    for (uint32_t i = 0; i < KEYBOARD_COUNT; i++) {
        struct text_arg arg = {"name", KEYBOARDS[i].name};
        chips[i] =
            choice_chip(id_of(flow->ui->frame, "keys.{name}", &arg, 1), KEYBOARDS[i].title,
                        strcmp(KEYBOARDS[i].name, app->machine.keys) == 0, KEYS_CHOOSE, (int32_t)i);
    }
    flow_button_rows(flow, chips, KEYBOARD_COUNT);
}

static void build(const struct app *app, struct ui *ui)
{
    struct setup_page page = {.title = word(app, MSG_SETUP_KEYS_TITLE),
                              .body = word(app, MSG_SETUP_KEYS_BODY),
                              .next = setup_next_word(app)};
    setup_build(app, ui, &page, flow_choices);
}

/* The page stays when the choice was kept, until somebody goes on. */
static bool answer(struct app *app, enum message_type asked, const struct message *answer)
{
    (void)asked;
    (void)setup_failed(app, answer);
    return true;
}

static void choose(struct app *app, uint32_t which)
{
    struct machine machine = app->machine;
    machine_put(machine.keys, sizeof(machine.keys), KEYBOARDS[which].name);
    typed_clear(&mine(app)->typed);
    setup_keep_machine(app, &machine);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    if ((int)action == KEYS_CHOOSE) {
        choose(app, (uint32_t)arg);
    } else {
        setup_act(app, action, arg);
    }
}

static bool types(struct app *app, uint32_t text)
{
    struct setup_keys *page = mine(app);
    uint32_t code = compose_character(&page->composing, text);
    if (code == ' ') {
        return false; /* a blank presses what has focus */
    }
    if (code != 0) {
        if (page->typed.at + 2 * UTF8_BYTES_MAX > KEYS_TRIED_BYTES) {
            typed_clear(&page->typed);
        }
        typed_add(&page->typed, code);
        app->stale = true;
    }
    return true;
}

static void leave(struct app *app)
{
    part_wipe(app, SCREEN_SETUP_KEYS);
}

const struct screen_ops SCREEN_OPS_SETUP_KEYS = {.part.state_bytes = sizeof(struct setup_keys),
                                                 .leave = leave,
                                                 .types = types,
                                                 .build = build,
                                                 .act = act,
                                                 SETUP_PAGE_OPS(answer)};
