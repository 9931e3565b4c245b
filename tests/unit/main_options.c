/* SPDX-License-Identifier: MIT */
/* Protects the command line: what is not understood is named, nothing is guessed; and the limit on
 * starting the face again. */
#include "main/options.h"
#include "main/restarts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ARGUMENTS_MAX = 8 };

static struct options options;
static struct misuse misuse;

static enum status parse(uint32_t allowed, size_t words, const char *const *arguments)
{
    static char text[ARGUMENTS_MAX][64];
    static char *argv[ARGUMENTS_MAX];
    int argc = 0;
    for (; arguments[argc] != NULL; argc++) {
        assert_true(argc < ARGUMENTS_MAX && strlen(arguments[argc]) < sizeof(text[0]));
        strcpy(text[argc], arguments[argc]);
        argv[argc] = text[argc];
    }
    return options_parse(&options, argc, argv, allowed, words, &misuse);
}

#define PARSE(allowed, words, ...) parse(allowed, words, (const char *const[]){__VA_ARGS__, NULL})
#define DATA                       (OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_WINDOW))

static void test_values_in_both_forms(void **state)
{
    (void)state;
    assert_int_equal(PARSE(DATA, 0, "--data", "a b", "--window"), STATUS_OK);
    assert_string_equal(options.value[OPTION_DATA], "a b");
    assert_true(options_has(&options, OPTION_WINDOW));
    assert_int_equal(PARSE(DATA, 0, "--data=c=d"), STATUS_OK);
    assert_string_equal(options.value[OPTION_DATA], "c=d");
    assert_false(options_has(&options, OPTION_WINDOW));
}

static void test_what_is_not_understood_is_named(void **state)
{
    (void)state;
    assert_int_equal(PARSE(DATA, 0, "--dat", "x"), STATUS_INVALID);
    assert_string_equal(misuse.word, "--dat");
    assert_int_equal(PARSE(DATA, 0, "--data=x", "more"), STATUS_INVALID);
    assert_string_equal(misuse.word, "more");
    assert_int_equal(PARSE(DATA, 0, "--window=yes"), STATUS_INVALID);
    assert_int_equal(PARSE(OPTION_BIT(OPTION_WINDOW), 0, "--data=x"), STATUS_INVALID);
    assert_int_equal(PARSE(DATA, 0, "-w"), STATUS_INVALID);
    assert_int_equal(PARSE(DATA, 1, "one", "two"), STATUS_INVALID);
    assert_string_equal(misuse.word, "two");
}

static void test_it_is_said_what_is_wrong(void **state)
{
    (void)state;
    assert_int_equal(PARSE(DATA, 0, "--dat", "x"), STATUS_INVALID);
    assert_int_equal(misuse.kind, MISUSE_UNKNOWN);
    assert_int_equal(PARSE(DATA, 0, "--window", "--window"), STATUS_INVALID);
    assert_int_equal(misuse.kind, MISUSE_TWICE);
    assert_string_equal(misuse.word, "--window");
    static const char *const NO_VALUE[][3] = {
        {"--data", NULL}, {"--data", "", NULL}, {"--data=", NULL}};
    for (size_t i = 0; i < sizeof(NO_VALUE) / sizeof(NO_VALUE[0]); i++) {
        assert_int_equal(parse(DATA, 0, NO_VALUE[i]), STATUS_INVALID);
        assert_int_equal(misuse.kind, MISUSE_VALUE);
    }
}

/* What main passes on to its roles is read back as it was. */
static void test_round_trip(void **state)
{
    (void)state;
    const char *argv[OPTIONS_ARGV_MAX];
    size_t count = 0;
    assert_int_equal(PARSE(DATA, 0, "--window", "--data=--odd"), STATUS_OK);
    options_to_arguments(&options, DATA, argv, &count);
    assert_int_equal(count, 3);
    assert_null(argv[3]);
    assert_int_equal(parse(DATA, 0, argv), STATUS_OK);
    assert_string_equal(options.value[OPTION_DATA], "--odd");
    assert_true(options_has(&options, OPTION_WINDOW));
}

static void test_numbers(void **state)
{
    (void)state;
    uint64_t number = 5;
    assert_int_equal(options_number("0", 10, &number), STATUS_OK);
    assert_int_equal(number, 0);
    assert_int_equal(options_number("10", 10, &number), STATUS_OK);
    assert_int_equal(number, 10);
    static const char *const BAD[] = {"",   "11", "-1",  "+1",
                                      " 1", "1 ", "0x1", "99999999999999999999"};
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        assert_int_equal(options_number(BAD[i], 10, &number), STATUS_INVALID);
        assert_int_equal(number, 10);
    }
    assert_int_equal(options_number("18446744073709551615", UINT64_MAX, &number), STATUS_OK);
    assert_true(number == UINT64_MAX);
    assert_int_equal(options_number("18446744073709551616", UINT64_MAX, &number), STATUS_INVALID);
}

static void test_five_restarts_in_any_minute(void **state)
{
    (void)state;
    struct restarts restarts = {.count = 0};
    for (uint64_t i = 0; i < RESTARTS_MAX; i++) {
        assert_true(restarts_allow(&restarts, i * 10 * 1000));
    }
    assert_false(restarts_allow(&restarts, RESTARTS_WINDOW_MS - 1));
    assert_true(restarts_allow(&restarts, RESTARTS_WINDOW_MS)); /* the first is a minute old */
    assert_false(restarts_allow(&restarts, RESTARTS_WINDOW_MS + 9999));
    for (uint64_t i = 10; i < 100; i++) { /* a death every 13 seconds goes on for ever */
        assert_true(restarts_allow(&restarts, i * 13 * 1000));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_in_both_forms),
        cmocka_unit_test(test_what_is_not_understood_is_named),
        cmocka_unit_test(test_it_is_said_what_is_wrong),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_five_restarts_in_any_minute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
