/* SPDX-License-Identifier: MIT */
#include "core/presence.h"

#include <string.h>

_Static_assert(sizeof(struct presence) == 56, "its bytes are hashed: it has no padding");

static bool is_press(const struct input *input)
{
    return input->kind == INPUT_POINTER_DOWN || input->kind == INPUT_KEY_DOWN ||
           (input->kind == INPUT_PRESENCE && (input->touch || input->code != CODE_NONE));
}

static void begin_motion(struct presence *presence, const int32_t from[2], uint64_t now_ms)
{
    memcpy(presence->motion_from, from, sizeof(presence->motion_from));
    presence->motion_ms = now_ms;
}

/* Measured straight from where the pointer was a second ago at most, because a path would add up
 * what trembles. */
static bool is_far(const struct presence *presence, uint32_t px_per_m)
{
    int64_t x = presence->motion_at[0] - presence->motion_from[0];
    int64_t y = presence->motion_at[1] - presence->motion_from[1];
    int64_t far = (int64_t)px_per_m * MOTION_MM / 1000;
    return x * x + y * y >= far * far;
}

static bool moves_far(struct presence *presence, const struct input *input, uint32_t px_per_m,
                      uint64_t now_ms)
{
    const int32_t at[2] = {input->x, input->y};
    if (!presence->knows_place) {
        begin_motion(presence, at, now_ms);
    } else if (now_ms >= presence->motion_ms + MOTION_MS) {
        begin_motion(presence, presence->motion_at, now_ms); /* until now the pointer lay there */
    }
    presence->knows_place = true;
    memcpy(presence->motion_at, at, sizeof(presence->motion_at));
    if (!is_far(presence, px_per_m)) {
        return false;
    }
    begin_motion(presence, at, now_ms);
    return true;
}

static bool is_person(struct presence *presence, const struct input *input, uint32_t px_per_m,
                      uint64_t now_ms)
{
    switch (input->kind) {
    case INPUT_HOVER:
    case INPUT_POINTER_MOVE:
        return moves_far(presence, input, px_per_m, now_ms);
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_UP:
        presence_forget(presence);
        (void)moves_far(presence, input, px_per_m, now_ms);
        return true;
    case INPUT_KEY_DOWN:
    case INPUT_KEY_UP:
    case INPUT_WHEEL:
    case INPUT_PRESENCE:
        return true;
    case INPUT_POINTER_CANCEL:
    case INPUT_SURFACE:
    case INPUT_MESSAGE:
    case INPUT_VOICE:
    case INPUT_SUSPEND:
        break;
    }
    return false;
}

bool presence_take(struct presence *presence, const struct input *input, uint32_t px_per_m,
                   uint64_t now_ms)
{
    if (!is_person(presence, input, px_per_m, now_ms)) {
        return false;
    }
    presence->input_ms = now_ms;
    if (now_ms >= presence->stirred_ms + STIRRED_MS) {
        presence->stirred_ms = now_ms;
    }
    if (is_press(input)) {
        presence->pressed_ms = now_ms;
    }
    return true;
}

uint64_t presence_end(const struct presence *presence, uint64_t patience_ms, uint64_t unpressed_ms)
{
    uint64_t patient = presence->input_ms + patience_ms,
             pressed = presence->pressed_ms + unpressed_ms;
    return patient < pressed ? patient : pressed;
}

bool presence_is_doubtful(const struct presence *presence, uint64_t unpressed_ms, uint64_t now_ms)
{
    return now_ms >= presence->pressed_ms + unpressed_ms;
}

void presence_forget(struct presence *presence)
{
    memset(presence->motion_from, 0, sizeof(presence->motion_from));
    memset(presence->motion_at, 0, sizeof(presence->motion_at));
    presence->motion_ms = 0;
    presence->knows_place = false;
}
