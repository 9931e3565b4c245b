/* SPDX-License-Identifier: MIT */
/* Protects a kiosk with more than one output: it fills one that somebody sees, and whatever the
 * others show beside it is known. */
#include "platform/display/outputs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct outputs outputs;

static struct output *add(int32_t x, int32_t y, int32_t width, int32_t height)
{
    struct output *output = &outputs.output[outputs.count++];
    *output = (struct output){.x = x, .y = y, .display = {.width = width, .height = height}};
    return output;
}

static int begin(void **state)
{
    (void)state;
    outputs.count = 0;
    return 0;
}

static void the_primary_one_is_ours(void **state)
{
    (void)state;
    assert_null(outputs_ours(&outputs));
    struct output *first = add(0, 0, 800, 600), *second = add(800, 0, 1024, 768);
    assert_ptr_equal(outputs_ours(&outputs), first);
    second->primary = true;
    assert_ptr_equal(outputs_ours(&outputs), second);
}

static void one_that_nobody_sees_is_not(void **state)
{
    (void)state;
    struct output *gone = add(0, 0, 1920, 1080), *left = add(1920, 0, 1280, 800);
    gone->primary = true;
    gone->unplugged = true;
    assert_ptr_equal(outputs_ours(&outputs), left);
    assert_false(outputs_elsewhere(&outputs, left));
    left->unplugged = true; /* nobody sees either: it stays where it was */
    assert_ptr_equal(outputs_ours(&outputs), gone);
}

static void what_shows_the_same_is_one_place(void **state)
{
    (void)state;
    const struct output *ours = add(0, 0, 1280, 800), *copy = add(0, 0, 1280, 800);
    assert_false(outputs_elsewhere(&outputs, ours));
    assert_false(outputs_beside(ours, copy));
    const struct output *larger = add(0, 0, 1920, 1080), *inside = add(100, 100, 800, 600);
    assert_false(outputs_elsewhere(&outputs, ours));
    assert_true(outputs_beside(ours, larger));
    assert_false(outputs_beside(ours, inside));
    const struct output *left_edge = add(1279, 799, 10, 10);
    assert_false(outputs_elsewhere(&outputs, ours));
    assert_true(outputs_beside(ours, left_edge));
    const struct output *apart = add(1280, 0, 800, 600);
    assert_true(outputs_elsewhere(&outputs, ours));
    assert_true(outputs_beside(ours, apart));
}

static void all_of_them_have_a_size(void **state)
{
    (void)state;
    add(800, 0, 1024, 768);
    add(0, 100, 800, 1200);
    const struct box all = outputs_all(&outputs);
    assert_int_equal(all.x, 0);
    assert_int_equal(all.y, 0);
    assert_int_equal(all.w, 1824);
    assert_int_equal(all.h, 1300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_primary_one_is_ours, begin),
        cmocka_unit_test_setup(one_that_nobody_sees_is_not, begin),
        cmocka_unit_test_setup(what_shows_the_same_is_one_place, begin),
        cmocka_unit_test_setup(all_of_them_have_a_size, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
