/* SPDX-License-Identifier: MIT */
#include "core/keys.h"

#include <assert.h>
#include <string.h>

bool keys_hold(struct keys *keys, const struct input *input)
{
    if (input->kind != INPUT_KEY_DOWN && input->kind != INPUT_KEY_UP) {
        return false;
    }
    assert(input->key < KEY_COUNT && input->code < CODE_COUNT);
    bool was = keys->held[input->code];
    keys->held[input->code] = input->kind == INPUT_KEY_DOWN;
    return was && input->kind == INPUT_KEY_DOWN;
}

bool key_is_digit(enum key key)
{
    return key >= KEY_DIGIT_0 && key <= KEY_DIGIT_9;
}

bool keys_idle(struct keys *keys, uint64_t now_ms)
{
    memmove(&keys->idle_ms[0], &keys->idle_ms[1], sizeof(keys->idle_ms[0]) * (KEYS_IDLE - 1));
    keys->idle_ms[KEYS_IDLE - 1] = now_ms;
    return keys->idle_ms[0] != 0 && now_ms - keys->idle_ms[0] < KEYS_IDLE_MS;
}
