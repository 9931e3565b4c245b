/* SPDX-License-Identifier: MIT */
/* Protects whoever uses keys or switches: every target is reached, in the order of reading, and the
 * way out comes last. */
#include "ui/order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct frame frame;

static void add(const char *id, uint16_t flags)
{
    struct node *node = &frame.node[frame.node_count++];
    *node = (struct node){.flags = flags};
    memcpy(node->id, id, strlen(id) + 1);
}

static int setup(void **state)
{
    (void)state;
    frame_reset(&frame);
    add("title", 0);
    add("one", NODE_FOCUSABLE);
    add("text", 0);
    add("two", NODE_FOCUSABLE);
    add("back", NODE_FOCUSABLE | NODE_FOOT);
    add("pause", NODE_FOCUSABLE | NODE_FOOT);
    add("next", NODE_FOCUSABLE | NODE_FOOT);
    return 0;
}

static void keys_go_in_the_order_of_reading(void **state)
{
    (void)state;
    static const char *const IDS[] = {"one", "two", "back", "pause", "next", "one"};
    for (uint32_t i = 0; i + 1 < sizeof(IDS) / sizeof(IDS[0]); i++) {
        assert_string_equal(order_step(&frame, IDS[i], true)->id, IDS[i + 1]);
        assert_string_equal(order_step(&frame, IDS[i + 1], false)->id, IDS[i]);
    }
    assert_string_equal(order_step(&frame, "", true)->id, "one");
    assert_string_equal(order_step(&frame, "", false)->id, "next");
    assert_string_equal(order_step(&frame, "text", true)->id, "two"); /* from what is no target */
    assert_int_equal(order_target_count(&frame), 5);
    frame_reset(&frame);
    assert_null(order_step(&frame, "one", true));
    assert_null(order_step(&frame, "", false));
}

static void what_takes_no_press_is_no_target(void **state)
{
    (void)state;
    assert_non_null(order_target(&frame, "two"));
    assert_null(order_target(&frame, "text"));
    assert_null(order_target(&frame, "nowhere"));
    assert_null(order_target(&frame, NULL));
}

static void switches_meet_the_way_out_last(void **state)
{
    (void)state;
    static const char *const IDS[] = {"two", "next", "back", "one", "pause"};
    static struct order order;
    order_make(&order, &frame, order_target(&frame, "two"), "next", "pause");
    assert_int_equal(order.count, 5);
    for (uint32_t i = 0; i < order.count; i++) {
        assert_string_equal(order.node[i]->id, IDS[i]);
        assert_int_equal(order_next(&order, IDS[i]), (i + 1) % order.count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(keys_go_in_the_order_of_reading, setup),
        cmocka_unit_test_setup(what_takes_no_press_is_no_target, setup),
        cmocka_unit_test_setup(switches_meet_the_way_out_last, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
