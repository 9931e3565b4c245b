/* SPDX-License-Identifier: MIT */
/* Protects the start from a time zone that is no zone: only plain files of the system's own are
 * read, and a rule that names no file is as good. */
#include "platform/system/clock.h"
#include "platform/system/zone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

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

static int hour_of_noon(void)
{
    const time_t noon = 1751371200; /* 2025-07-01 12:00 UTC */
    struct tm local;
    assert_non_null(localtime_r(&noon, &local));
    return local.tm_hour;
}

static void test_another_zone_from_now_on(void **state)
{
    (void)state;
    static const char *const NONE[] = {"Europe", "No/Such_Place", "../../etc/passwd", "UTC/x"};
    static const char *const NOWHERE[] = {"UTC", "Etc/UTC", ":Etc/UTC", "Zulu"};
    assert_int_equal(setenv("TZ", "Asia/Tokyo", 1), 0);
    assert_int_equal(zone_use(""), STATUS_OK);
    assert_int_equal(hour_of_noon(), 21);
    assert_int_equal(zone_use("Europe/Berlin"), STATUS_OK);
    assert_int_equal(hour_of_noon(), 14);
    for (size_t i = 0; i < sizeof(NONE) / sizeof(NONE[0]); i++) {
        assert_int_equal(zone_use(NONE[i]), STATUS_MISSING);
        assert_int_equal(hour_of_noon(), 14);
    }
    const struct civil_time noon = {{2025, 7}, 1, 14, 0};
    assert_int_equal(clock_moment(&noon), 1751371200);
    const struct civil_time winter = {{2025, 12}, 1, 14, 0};
    assert_int_equal(clock_moment(&winter), 1764594000); /* an hour of summer less */
    assert_int_equal(zone_use(""), STATUS_OK);           /* what the environment said */
    assert_int_equal(hour_of_noon(), 21);
    assert_true(zone_is_set());
    for (size_t i = 0; i < sizeof(NOWHERE) / sizeof(NOWHERE[0]); i++) {
        assert_int_equal(setenv("TZ", NOWHERE[i], 1), 0);
        assert_false(zone_is_set());
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_zones),
                                       cmocka_unit_test(test_the_folder_is_the_systems),
                                       cmocka_unit_test(test_another_zone_from_now_on)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
