/* SPDX-License-Identifier: MIT */
/* Protects a hand that rests on a key, which presses it once, and the quiet hint for whoever tries
 * keys that do nothing. */
#include "core/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void a_held_key_is_pressed_once(void **state)
{
    (void)state;
    struct keys keys = {.idle_ms = {0}};
    struct input down = {.kind = INPUT_KEY_DOWN, .key = KEY_ENTER, .code = 40}, up = down;
    up.kind = INPUT_KEY_UP;
    assert_false(keys_hold(&keys, &down));
    assert_true(keys_hold(&keys, &down));
    down.code = 41;
    assert_false(keys_hold(&keys, &down)); /* another one beside it */
    assert_false(keys_hold(&keys, &up));
    down.code = 40;
    assert_false(keys_hold(&keys, &down));
    const struct input pointer = {.kind = INPUT_POINTER_DOWN, .code = 40};
    assert_false(keys_hold(&keys, &pointer));
}

static void three_idle_keys_are_noticed(void **state)
{
    (void)state;
    struct keys keys = {.idle_ms = {0}};
    assert_false(keys_idle(&keys, 1000));
    assert_false(keys_idle(&keys, 2000));
    assert_true(keys_idle(&keys, 1000 + KEYS_IDLE_MS - 1));
    assert_false(keys_idle(&keys, 2000 + KEYS_IDLE_MS));
    assert_true(keys_idle(&keys, 2001 + KEYS_IDLE_MS));
}

static void only_the_ten_digits_are_digits(void **state)
{
    (void)state;
    uint32_t digits = 0;
    for (enum key key = 0; key < KEY_COUNT; key++) {
        digits += key_is_digit(key);
    }
    assert_int_equal(digits, 10);
    assert_true(key_is_digit(KEY_DIGIT_0) && key_is_digit(KEY_DIGIT_9));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_held_key_is_pressed_once),
        cmocka_unit_test(three_idle_keys_are_noticed),
        cmocka_unit_test(only_the_ten_digits_are_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
