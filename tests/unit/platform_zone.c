/* SPDX-License-Identifier: MIT */
/* Protects the start from a time zone that is no zone: only plain files of the system's own are
 * read, and a rule that names no file is as good. */
#include "platform/system/zone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void test_zones(void **state)
{
    (void)state;
    static const char *const GOOD[] = {NULL,
                                       "",
                                       ":",
                                       "UTC",
                                       ":UTC",
                                       "Europe/Madrid",
                                       "CET-1CEST,M3.5.0,M10.5.0/3",
                                       "<+0330>-3:30",
                                       "/usr/share/zoneinfo/UTC",
                                       "No/Such/Place",
                                       "UTC/below-a-file"};
    static const char *const BAD[] = {"/etc/passwd",
                                      ":/etc/passwd",
                                      "/dev/zero",
                                      "../../../etc/passwd",
                                      "Europe/../../../../etc/passwd",
                                      "/usr/share/zoneinfo/../../../etc/passwd",
                                      "/usr/share/zoneinfoX",
                                      "//usr/share/zoneinfo/UTC"};
    for (size_t i = 0; i < sizeof(GOOD) / sizeof(GOOD[0]); i++) {
        assert_true(zone_is_good(GOOD[i]));
    }
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        assert_false(zone_is_good(BAD[i]));
    }
}

static void test_the_folder_is_the_systems(void **state)
{
    (void)state;
    assert_int_equal(setenv("TZDIR", "/tmp", 1), 0);
    zone_begin();
    assert_null(getenv("TZDIR"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_zones),
                                       cmocka_unit_test(test_the_folder_is_the_systems)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
