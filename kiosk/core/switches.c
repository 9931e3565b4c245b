/* SPDX-License-Identifier: MIT */
#include "core/switches.h"

#include "core/input.h"

#include <string.h>

_Static_assert(sizeof(struct switches) == 64, "its bytes are hashed: it has no padding");

/* Steps of the frame from the shortest to the longest; SCAN_USUAL is where everybody begins. */
static const uint16_t STEPS_MS[] = {500, 1000, 1500, SCAN_STEP_MS, 3000, 4000, 6000, 8000};
enum { STEP_COUNT = sizeof(STEPS_MS) / sizeof(STEPS_MS[0]), SCAN_USUAL = 3 };

/* How long a press must last to count. */
static const uint16_t HOLDS_MS[] = {0, 500, 1000};

bool switches_know(const struct switches *switches, enum switch_name name)
{
    return switches->presses[name] >= SWITCH_PRESSES;
}

bool switches_ready(const struct switches *switches)
{
    return switches_know(switches, SWITCH_SELECT) &&
           (switches->one || switches_know(switches, SWITCH_MOVE));
}

enum switch_name switches_first(const struct switches *switches)
{
    return switches->one ? SWITCH_SELECT : SWITCH_MOVE;
}

enum switch_name switches_asked(const struct switches *switches)
{
    return !switches->one && !switches_know(switches, SWITCH_MOVE) ? SWITCH_MOVE : SWITCH_SELECT;
}

enum switch_name switches_find(const struct switches *switches, uint16_t code)
{
    if (code != CODE_NONE && code == switches->code[SWITCH_SELECT]) {
        return SWITCH_SELECT;
    }
    bool moves = !switches->one && code != CODE_NONE && code == switches->code[SWITCH_MOVE];
    return moves ? SWITCH_MOVE : SWITCH_COUNT;
}

uint64_t switches_offer_ms(const struct switches *switches)
{
    return switches->alone_ms != 0 ? switches->alone_ms + SWITCH_ALONE_MS : UINT64_MAX;
}

bool switches_offer(const struct switches *switches, uint64_t now_ms)
{
    return now_ms >= switches_offer_ms(switches);
}

void switches_forget(struct switches *switches)
{
    memset(switches->code, 0, sizeof(switches->code));
    memset(switches->presses, 0, sizeof(switches->presses));
    switches->other = CODE_NONE;
    switches->alone_ms = switches->accept_ms = 0;
    switches->offered = false;
    switches->markers = 0;
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
    const enum switch_name first = switches_first(switches);
    for (enum switch_name name = first; name < SWITCH_COUNT; name++) {
        if (switches->presses[name] > 0 && switches->code[name] == code) {
            return switches_know(switches, name) ? SWITCH_COUNT : name;
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
    return (switches_know(switches, SWITCH_MOVE) && switches->code[SWITCH_MOVE] == code) ||
           (switches_know(switches, SWITCH_SELECT) && switches->code[SWITCH_SELECT] == code);
}

/* One switch and no other: its first press starts the wait for the offer. */
static void watch_alone(struct switches *switches, uint64_t now_ms)
{
    bool both = switches->presses[SWITCH_MOVE] > 0 && switches->presses[SWITCH_SELECT] > 0;
    if (switches->one || both || switches_ready(switches)) {
        switches->alone_ms = 0;
        switches->offered = false;
    } else if (switches->alone_ms == 0) {
        switches->alone_ms = now_ms;
    }
}

void switches_choose(struct switches *switches, bool one, uint64_t now_ms)
{
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
    watch_alone(switches, now_ms);
}

void switches_learn(struct switches *switches, uint16_t code, uint64_t now_ms)
{
    if (switches_offer(switches, now_ms) && switches->code[SWITCH_MOVE] == code) {
        switches_choose(switches, true, now_ms); /* focus is on scanning, and this press takes it */
        if (switches_ready(switches)) {
            return;
        }
    }
    enum switch_name name = meant(switches, code);
    if (name == SWITCH_COUNT && switches->other == code && !is_known(switches, code)) {
        /* Twice in a row: this is the one that is meant. */
        name = switches_asked(switches);
        switches->presses[name] = SWITCH_PRESSES - 1;
    }
    if (name < SWITCH_COUNT) {
        count_press(switches, name, code);
    } else {
        switches->other = code;
    }
    watch_alone(switches, now_ms);
}

uint32_t switches_step_ms(const struct switches *switches)
{
    return STEPS_MS[SCAN_USUAL + switches->step];
}

bool switches_step_can(const struct switches *switches, int32_t by)
{
    int32_t index = SCAN_USUAL + switches->step + by;
    return index >= 0 && index < STEP_COUNT;
}

void switches_step_by(struct switches *switches, int32_t by)
{
    if (switches_step_can(switches, by)) {
        switches->step = (int8_t)(switches->step + by);
    }
}

bool switches_press(struct switches *switches, enum switch_name name, uint64_t guard_ms,
                    uint64_t now_ms)
{
    uint64_t last = switches->pressed_ms[name];
    if (guard_ms > 0 && last != 0 && now_ms < last + guard_ms) {
        return false;
    }
    switches->pressed_ms[name] = now_ms;
    bool must_last = switches->one && switches->hold > 0;
    switches->accept_ms = must_last ? now_ms + HOLDS_MS[switches->hold] : switches->accept_ms;
    return !must_last;
}

void switches_release(struct switches *switches, uint16_t code, uint64_t now_ms)
{
    if (switches->accept_ms != 0 && code == switches->code[SWITCH_SELECT]) {
        switches->accept_ms = 0;
        switches->scan_ms = scan_rests(switches) ? 0 : now_ms + switches_step_ms(switches);
    }
}

void scan_begin(struct switches *switches, uint64_t now_ms)
{
    switches->loops = 0;
    switches->scan_ms = now_ms + 2 * switches_step_ms(switches);
}

bool scan_next(struct switches *switches, bool around, uint64_t now_ms)
{
    switches->scan_ms = now_ms + switches_step_ms(switches) * (around ? 2 : 1);
    switches->loops = (uint8_t)(switches->loops + (around ? 1 : 0));
    if (switches->loops == SCAN_LOOPS) {
        scan_rest(switches);
    }
    return !scan_rests(switches);
}

void scan_rest(struct switches *switches)
{
    switches->scan_ms = 0;
}

bool scan_rests(const struct switches *switches)
{
    return switches->scan_ms == 0;
}
