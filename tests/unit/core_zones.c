/* SPDX-License-Identifier: MIT */
/* Protects the lists that a machine's place and keyboard are chosen from: each place stands in one
 * region, and the machine file takes each name. */
#include "core/keyboards.h"
#include "core/machine.h"
#include "core/zones.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void every_place_stands_in_one_region(void **state)
{
    (void)state;
    uint32_t next = 0;
    for (uint32_t i = 0; i < ZONE_REGION_COUNT; i++) {
        assert_int_equal(ZONE_REGIONS[i].first, next);
        assert_in_range(ZONE_REGIONS[i].count, 1, ZONE_REGION_MAX);
        next += ZONE_REGIONS[i].count;
    }
    assert_int_equal(next, ZONE_COUNT);
    for (uint32_t i = 0; i < ZONE_COUNT; i++) {
        assert_ptr_equal(zone_find(ZONES[i].name), &ZONES[i]); /* and no name is there twice */
    }
    assert_true(zone_is_in(&ZONES[0], &ZONE_REGIONS[0]));
    assert_false(zone_is_in(&ZONES[ZONE_COUNT - 1], &ZONE_REGIONS[0]));
    assert_null(zone_find(""));
    assert_null(zone_find("Europe/Nowhere"));
}

static void the_machine_file_takes_every_name(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < ZONE_COUNT; i++) {
        struct machine machine = {.px_per_m = 0};
        machine_put(machine.zone, sizeof(machine.zone), ZONES[i].name);
        assert_true(machine_is_valid(&machine));
    }
    for (uint32_t i = 0; i < KEYBOARD_COUNT; i++) {
        struct machine machine = {.px_per_m = 0};
        machine_put(machine.keys, sizeof(machine.keys), KEYBOARDS[i].name);
        assert_true(machine_is_valid(&machine));
        assert_string_equal(keyboard_title(KEYBOARDS[i].name), KEYBOARDS[i].title);
    }
    assert_null(keyboard_title(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_stands_in_one_region),
        cmocka_unit_test(the_machine_file_takes_every_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
