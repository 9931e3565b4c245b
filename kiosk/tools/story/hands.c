/* SPDX-License-Identifier: MIT */
#include "tools/story/hands.h"

void hands_wait_guard(struct stage *stage)
{
    uint64_t free_ms = stage->app.screen_ms + GUARD_MS;
    if (stage->now_ms < free_ms) {
        stage_wait(stage, free_ms - stage->now_ms);
    }
    stage_wait(stage, stage->pace_ms);
}

bool hands_find(const struct stage *stage, const char *id, int32_t *x, int32_t *y)
{
    const struct node *node = frame_find(&stage->app.frame, id);
    if (node == NULL || (node->flags & NODE_FOCUSABLE) == 0) {
        return false;
    }
    *x = node->hit.x + node->hit.w / 2;
    *y = node->hit.y + node->hit.h / 2;
    return true;
}

void hands_pointer(struct stage *stage, enum input_kind kind, int32_t x, int32_t y, bool touch,
                   uint32_t contact)
{
    stage_input(stage,
                &(struct input){.kind = kind, .x = x, .y = y, .touch = touch, .contact = contact});
}

void hands_tap(struct stage *stage, int32_t x, int32_t y, bool touch)
{
    hands_pointer(stage, INPUT_POINTER_DOWN, x, y, touch, 0);
    stage_wait(stage, HANDS_PRESS_MS);
    hands_pointer(stage, INPUT_POINTER_UP, x, y, touch, 0);
    stage_wait(stage, HANDS_SETTLE_MS);
}

static void press_key(struct stage *stage, struct input input, uint64_t held_ms)
{
    input.kind = INPUT_KEY_DOWN;
    stage_input(stage, &input);
    stage_wait(stage, held_ms);
    input.kind = INPUT_KEY_UP;
    stage_input(stage, &input);
    stage_wait(stage, HANDS_SETTLE_MS);
}

void hands_key(struct stage *stage, enum key key, uint64_t held_ms)
{
    press_key(stage, (struct input){.key = key, .code = (uint16_t)key}, held_ms);
}

void hands_types(struct stage *stage, uint32_t text)
{
    enum { CODES = 100 }; /* anywhere on the keyboard */
    bool is_digit = text >= '0' && text <= '9';
    enum key key = is_digit      ? (enum key)(KEY_DIGIT_0 + (text - '0'))
                   : text == ' ' ? KEY_SPACE
                                 : KEY_OTHER;
    press_key(
        stage,
        (struct input){.key = key, .code = (uint16_t)(KEY_COUNT + text % CODES), .text = text},
        HANDS_PRESS_MS);
}

void hands_switch(struct stage *stage, uint16_t code, uint64_t held_ms)
{
    enum key key = code >= CODE_BUTTON ? KEY_BUTTON : KEY_OTHER;
    press_key(stage, (struct input){.key = key, .code = code}, held_ms);
}
