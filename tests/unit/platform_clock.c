/* SPDX-License-Identifier: MIT */
/* Protects a turn from a machine that takes itself for having slept: while it is awake, no look at
 * the clocks says that it slept more than the looks before did. And "closes at" from a change of
 * summer time: three hours are three hours of real time, in every zone. */
#include "platform/system/clock.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum {
    LOOKS = 2000000, /* read one after the other, the two clocks pass a millisecond in between in
                        one look of some ten thousand */
    ROUNDING_MS = 1,
};

static void test_an_awake_machine_does_not_sleep(void **state)
{
    (void)state;
    uint64_t most = 0, first = 0;
    for (int i = 0; i < 100; i++) { /* the first ones may have been kept waiting */
        uint64_t slept = clock_slept_ms();
        first = slept > first ? slept : first;
    }
    for (int i = 0; i < LOOKS; i++) {
        uint64_t slept = clock_slept_ms();
        most = slept > most ? slept : most;
    }
    assert_true(most <= first + ROUNDING_MS);
    assert_true(most <= clock_boot_ms());
}

enum { HOUR = 60 * 60, DAY = 24 * HOUR, YEAR_2026 = 1767225600, YEAR_2027 = YEAR_2026 + 365 * DAY };

static int changes; /* of a zone's distance from universal time that were looked at */

static int32_t distance_at(time_t time)
{
    struct tm local;
    assert_non_null(localtime_r(&time, &local));
    return (int32_t)local.tm_gmtoff;
}

static int32_t minute_of_day(struct civil_time time)
{
    return time.hour * 60 + time.minute;
}

/* Three hours, and as much more or less as the clocks were moved by. */
static void check_three_hours(time_t from)
{
    int32_t moved = (distance_at(from + 3 * HOUR) - distance_at(from)) / 60;
    int32_t passed =
        minute_of_day(clock_civil_at(from + 3 * HOUR)) - minute_of_day(clock_civil_at(from));
    int32_t day = DAY / 60;
    assert_int_equal((passed % day + day) % day, (3 * HOUR / 60 + moved + day) % day);
}

static void check_zone(const char *zone)
{
    assert_int_equal(setenv("TZ", zone, 1), 0);
    tzset();
    for (time_t time = YEAR_2026; time < YEAR_2027; time += 6 * HOUR) {
        if (distance_at(time) != distance_at(time + 6 * HOUR)) {
            changes++;
            for (time_t from = time - 3 * HOUR; from < time + 6 * HOUR; from += HOUR / 4) {
                check_three_hours(from);
            }
        }
    }
}

static int check_file(const char *path, const struct stat *info, int kind, struct FTW *level)
{
    char magic[4] = {0};
    (void)info, (void)level;
    FILE *file = kind == FTW_F && strstr(path, "/right/") == NULL ? fopen(path, "rb") : NULL;
    if (file != NULL) {
        size_t got = fread(magic, 1, sizeof(magic), file);
        (void)fclose(file);
        if (got == sizeof(magic) && memcmp(magic, "TZif", 4) == 0) {
            check_zone(path);
        }
    }
    return 0;
}

static void test_three_hours_over_a_change_of_summer_time(void **state)
{
    (void)state;
    /* Rules written out, for a system without files of zones: a whole hour, half of one, at
     * midnight, the south, and none. */
    static const char *const RULES[] = {
        "CET-1CEST,M3.5.0,M10.5.0/3",      "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
        "CST5CDT,M3.2.0/0,M11.1.0/1",      "NZST-12NZDT,M9.5.0,M4.1.0/3",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "IST-5:30",
    };
    for (size_t i = 0; i < sizeof(RULES) / sizeof(RULES[0]); i++) {
        check_zone(RULES[i]);
    }
    assert_int_equal(changes, 10);
    assert_int_equal(setenv("TZ", RULES[0], 1), 0);
    tzset();
    struct civil_time later = clock_civil_at(1774740600 + 3 * HOUR); /* from half past midnight */
    assert_int_equal(later.hour, 4);
    assert_int_equal(later.minute, 30);
    (void)nftw("/usr/share/zoneinfo", check_file, 16, FTW_PHYS);
    assert_int_equal(unsetenv("TZ"), 0);
    tzset();
    print_message("%d changes of summer time, each the same three hours\n", changes);
}

static void test_clocks_far_off(void **state)
{
    (void)state;
    static const int64_t FAR[] = {INT64_MIN, -1, 0, 946684799, 253402300800, INT64_MAX};
    for (size_t i = 0; i < sizeof(FAR) / sizeof(FAR[0]); i++) {
        struct civil_time time = clock_civil_at(FAR[i]);
        assert_true(month_is_valid(time.month));
        assert_int_equal(time.month.year, FAR[i] < 946684800 ? 2000 : 9999);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_awake_machine_does_not_sleep),
        cmocka_unit_test(test_three_hours_over_a_change_of_summer_time),
        cmocka_unit_test(test_clocks_far_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
