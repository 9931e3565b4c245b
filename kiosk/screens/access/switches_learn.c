/* SPDX-License-Identifier: MIT */
/* Learning which keys or buttons are a person's switches. */
#include "screens/access/switches.h"

#include <string.h>

struct switches *switches_state(struct app *app)
{
    return part_state(app, OWNER_MODULE + MODULE_SWITCHES);
}

const struct switches *switches_of(const struct app *app)
{
    return part_state_of(app, OWNER_MODULE + MODULE_SWITCHES);
}

static bool is_learned(const struct switches *switches, enum switch_name name)
{
    return switches->presses[name] >= SWITCH_PRESSES;
}

bool switches_ready(const struct app *app)
{
    const struct switches *switches = switches_of(app);
    return is_learned(switches, SWITCH_SELECT) &&
           (switches->one || is_learned(switches, SWITCH_MOVE));
}

enum switch_name switches_asked(const struct app *app)
{
    const struct switches *switches = switches_of(app);
    return !switches->one && !is_learned(switches, SWITCH_MOVE) ? SWITCH_MOVE : SWITCH_SELECT;
}

uint64_t switches_offer_ms(const struct app *app)
{
    uint64_t alone_ms = switches_of(app)->alone_ms;
    return alone_ms != 0 ? alone_ms + SWITCH_ALONE_MS : UINT64_MAX;
}

bool switches_offer(const struct app *app)
{
    return app->now_ms >= switches_offer_ms(app);
}

/* Where it is said what became of a press. */
static void show_first_page(struct app *app)
{
    if (app->page > 0) {
        app_turn(app, 0);
    }
}

void switches_forget(struct app *app)
{
    struct switches *switches = switches_state(app);
    memset(switches->code, 0, sizeof(switches->code));
    memset(switches->presses, 0, sizeof(switches->presses));
    switches->other = CODE_NONE;
    switches->alone_ms = switches->accept_ms = 0;
    switches->offered = false;
    switches->stones = 0;
}

void switches_restart(struct app *app)
{
    switches_forget(app);
    show_first_page(app);
}

/* Focus stands on it: the press that answered alone takes it. */
void switches_make_offer(struct app *app)
{
    switches_state(app)->offered = true;
    show_first_page(app);
    app_focus_on(app, "switches.one");
    app->show_focus = true;
}

static void count_press(struct switches *switches, enum switch_name name, uint16_t code)
{
    switches->code[name] = code;
    switches->presses[name]++;
    switches->other = CODE_NONE;
}

/* The switch that this press counts for; SWITCH_COUNT: another one than those asked for. */
static enum switch_name meant(const struct switches *switches, uint16_t code)
{
    const enum switch_name first = switches->one ? SWITCH_SELECT : SWITCH_MOVE;
    for (enum switch_name name = first; name < SWITCH_COUNT; name++) {
        if (switches->presses[name] > 0 && switches->code[name] == code) {
            return is_learned(switches, name) ? SWITCH_COUNT : name;
        }
    }
    for (enum switch_name name = first; name < SWITCH_COUNT; name++) {
        if (switches->presses[name] == 0) {
            return name;
        }
    }
    return SWITCH_COUNT;
}

static bool is_known(const struct switches *switches, uint16_t code)
{
    return (is_learned(switches, SWITCH_MOVE) && switches->code[SWITCH_MOVE] == code) ||
           (is_learned(switches, SWITCH_SELECT) && switches->code[SWITCH_SELECT] == code);
}

/* One switch and no other: its first press starts the wait for the offer. */
static void watch_alone(struct app *app)
{
    struct switches *switches = switches_state(app);
    bool both = switches->presses[SWITCH_MOVE] > 0 && switches->presses[SWITCH_SELECT] > 0;
    if (switches->one || both || switches_ready(app)) {
        switches->alone_ms = 0;
        switches->offered = false;
    } else if (switches->alone_ms == 0) {
        switches->alone_ms = app->now_ms;
    }
}

/* The picture changes from learning to trying: another view, which takes nothing at first. */
static void begin_trying(struct app *app)
{
    switches_state(app)->stones = 0;
    app_view(app);
    app->show_focus = true;
}

/* What became of a press or a choice. */
static void follow(struct app *app)
{
    watch_alone(app);
    if (switches_ready(app)) {
        begin_trying(app);
    } else {
        show_first_page(app);
    }
}

/* With one switch it is the one that takes; what was learned under the other name is not lost. */
void switches_choose(struct app *app, bool one)
{
    struct switches *switches = switches_state(app);
    if (one && switches->presses[SWITCH_SELECT] == 0) {
        switches->code[SWITCH_SELECT] = switches->code[SWITCH_MOVE];
        switches->presses[SWITCH_SELECT] = switches->presses[SWITCH_MOVE];
    }
    if (one) {
        switches->code[SWITCH_MOVE] = CODE_NONE;
        switches->presses[SWITCH_MOVE] = 0;
    }
    switches->one = one;
    switches->other = CODE_NONE;
    follow(app);
}

void switches_learn(struct app *app, uint16_t code)
{
    struct switches *switches = switches_state(app);
    if (switches_offer(app) && switches->code[SWITCH_MOVE] == code) {
        switches_choose(app, true); /* the frame stands on scanning, and this press takes it */
        if (switches_ready(app)) {
            return;
        }
    }
    enum switch_name name = meant(switches, code);
    if (name == SWITCH_COUNT && switches->other == code && !is_known(switches, code)) {
        /* Twice in a row: this is the one that is meant. */
        name = switches_asked(app);
        switches->presses[name] = SWITCH_PRESSES - 1;
    }
    if (name < SWITCH_COUNT) {
        count_press(switches, name, code);
    } else {
        switches->other = code;
    }
    follow(app);
}
