/* SPDX-License-Identifier: MIT */
/* Protects the machine file: only what the program itself would have written is read, so that a
 * damaged scale can never make a screen that nobody can use. */
#include "core/machine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct machine_file file;
static const struct machine *const machine = &file.machine;

static enum status parse(const char *text)
{
    return machine_parse(text, strlen(text), &file);
}

static void test_written_is_read_back(void **state)
{
    (void)state;
    static const struct machine_file CASES[] = {
        {.machine = {0}},
        {.machine = {.px_per_m = 5560, .width = 1920, .height = 1080}},
        {.machine = {.look = "calm-dark"}},
        {.machine = {.language = "pt-BR"}},
        {.machine = {.keys = "latam", .zone = "America/Port-au-Prince"}},
        {.clock = {{2026, 12}, {2000, 1}}},
        {{14000, 32768, 32768, "high-contrast-light-abc", "abcdefghijklmnopqrstuvw",
          "abcdefghijklmnopqrstuvw", "Abcdefghijkl/Abcdefghijkl/Abcdefghijkl+"},
         {{9999, 12}, {9999, 12}}},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        char text[MACHINE_BYTES_MAX];
        size_t length = machine_format(&CASES[i], text);
        memset(&file, 0xee, sizeof(file));
        assert_int_equal(machine_parse(text, length, &file), STATUS_OK);
        assert_memory_equal(&file.machine, &CASES[i].machine, sizeof(file.machine));
        assert_int_equal(month_compare(file.clock.said, CASES[i].clock.said), 0);
        assert_int_equal(month_compare(file.clock.then, CASES[i].clock.then), 0);
    }
}

static void test_every_other_byte_is_refused(void **state)
{
    (void)state;
    static const char GOOD[] = "machine 1\nfit = 5560 1920 1080\nlook = soft\nlanguage = en\n"
                               "keys = de\nzone = Europe/Berlin\nmonth = 2026-12 2000-01\n";
    assert_int_equal(parse(GOOD), STATUS_OK);
    assert_int_equal(machine->px_per_m, 5560);
    for (size_t length = 0; length < sizeof(GOOD) - 1; length++) {
        /* Whole lines may be missing, nothing else. */
        bool whole = length > 0 && GOOD[length - 1] == '\n';
        assert_int_equal(machine_parse(GOOD, length, &file), whole ? STATUS_OK : STATUS_INVALID);
    }
    static const char *const BAD[] = {
        "machine 0\n",
        "machine\n",
        "settings 1\n",
        "machine 01\n",
        "machine 1 \n",
        "machine 1\n\n",
        "machine 1\nfit = 05560 1920 1080\n",
        "machine 1\nfit = 5560 1920\n",
        "machine 1\nfit = 5560 1920 1080 1\n",
        "machine 1\nfit = 1499 1920 1080\n",
        "machine 1\nfit = 14001 1920 1080\n",
        "machine 1\nfit = 5560 0 1080\n",
        "machine 1\nfit = 0 0 0\n",
        "machine 1\nfit = 5560 32769 1080\n",
        "machine 1\nfit = 4294972856 1920 1080\n",
        "machine 1\nlook = \n",
        "machine 1\nlook = a b\n",
        "machine 1\nlook = abcdefghijklmnopqrstuvwx\n",
        "machine 1\nlanguage = en\nlook = soft\n",
        "machine 1\nlook = soft\nlook = soft\n",
        "machine 1\nzone = Europe/Berlin\nkeys = de\n",
        "machine 1\nzone = ../Berlin\n",
        "machine 1\nzone = /Berlin\n",
        "machine 1\nkeys = d e\n",
        "machine 1\r\n",
        "machine 1\nmonth = 2026-12\n",
        "machine 1\nmonth = 2026-13 2000-01\n",
        "machine 1\nmonth = 2026-12 2000-00\n",
        "machine 1\nmonth = 2026-12  2000-01\n",
        "machine 1\nmonth = 2026-12 2000-01 \n",
        "machine 1\nmonth = 2026-12 2000-011\n",
        "machine 1\nmonth = 2026-12 2000-01\nlook = soft\n",
    };
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        assert_int_equal(parse(BAD[i]), STATUS_INVALID);
    }
    assert_int_equal(machine_parse("machine 1\n\0", 11, &file), STATUS_INVALID);
}

static void test_a_failure_leaves_the_value(void **state)
{
    (void)state;
    assert_int_equal(parse("machine 1\nlook = soft\n"), STATUS_OK);
    assert_int_equal(parse("machine 1\nlook = !\n"), STATUS_INVALID);
    assert_string_equal(machine->look, "soft");
}

static void test_a_later_file_is_told_apart(void **state)
{
    (void)state;
    assert_int_equal(parse("machine 2\nwhatever\n"), STATUS_NEWER);
    assert_int_equal(parse("machine 12\n"), STATUS_NEWER);
}

static void test_valid(void **state)
{
    (void)state;
    static const struct machine HALVES[] = {
        {.px_per_m = 5560, .width = 1920},
        {.px_per_m = 5560, .height = 1080},
        {.width = 1920, .height = 1080},
        {.height = 1080},
        {.px_per_m = 5560, .width = MACHINE_SIDE_MAX + 1, .height = 1080},
        {.px_per_m = 5560, .width = 1920, .height = MACHINE_SIDE_MAX + 1},
        {.px_per_m = MACHINE_PX_PER_M_MAX + 1, .width = 1920, .height = 1080},
    };
    for (size_t i = 0; i < sizeof(HALVES) / sizeof(HALVES[0]); i++) {
        assert_false(machine_is_valid(&HALVES[i])); /* a fit is whole or not there */
    }
    struct machine value;
    value = (struct machine){.look = "soft"};
    assert_true(machine_is_valid(&value));
    value.look[MACHINE_WORD_BYTES - 1] = 'x'; /* something behind the end */
    assert_false(machine_is_valid(&value));
    memset(value.look, 'x', sizeof(value.look));
    assert_false(machine_is_valid(&value)); /* no end */
}

static void test_fits_its_surface(void **state)
{
    (void)state;
    struct machine value = {.px_per_m = 5560, .width = 1920, .height = 1080};
    assert_true(machine_fits(&value, 1920, 1080));
    assert_true(machine_fits(&value, 1080, 1920));
    assert_false(machine_fits(&value, 1366, 768));
    assert_false(machine_fits(&value, 1920, 768));
    assert_false(machine_fits(&value, 1080, 768));
    value = (struct machine){0};
    assert_false(machine_fits(&value, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_is_read_back),
        cmocka_unit_test(test_every_other_byte_is_refused),
        cmocka_unit_test(test_a_failure_leaves_the_value),
        cmocka_unit_test(test_a_later_file_is_told_apart),
        cmocka_unit_test(test_valid),
        cmocka_unit_test(test_fits_its_surface),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
