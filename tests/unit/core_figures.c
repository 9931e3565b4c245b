/* SPDX-License-Identifier: MIT */
/* Protects whoever reads about the promise: each figure in the README, in PRIVACY.md and on the
 * screens is the one that the program computes. Runs from the top of the tree. */
#include "core/promise.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXT_BYTES = 1 << 18, QUESTIONS = 7, FIGURES = 5 };

static char text[TEXT_BYTES];

static void read_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fail_msg("%s: cannot be read", path);
        return;
    }
    size_t length = fread(text, 1, sizeof(text) - 1, file);
    fclose(file);
    text[length] = '\0';
}

static const char *find(const char *what)
{
    const char *at = strstr(text, what);
    if (at == NULL) {
        fail_msg("\"%s\" is not there", what);
        abort();
    }
    return at + strlen(what);
}

static void check_row(const char *heading, uint32_t scale)
{
    struct promise_figures figures;
    promise_compute(scale, QUESTIONS, &figures);
    const long expected[FIGURES] = {figures.guess_one, figures.guess_part, figures.guess_all,
                                    figures.guess_year, figures.guess_alone};
    const char *at = find(heading);
    print_message("%s claimed / computed:", heading);
    for (int i = 0; i < FIGURES; i++) {
        char *end = NULL;
        print_message(" %ld / %ld%s", strtol(at, NULL, 10), expected[i],
                      i + 1 < FIGURES ? "," : "\n");
        assert_int_equal(strtol(at, &end, 10), expected[i]);
        assert_memory_equal(end, " |", 2);
        at = end + 2;
    }
}

static void check_table(const char *path)
{
    read_text(path);
    check_row("| standard (scale 2) |", 2);
    check_row("| strict (scale 4) |", 4);
}

static void test_tables(void **state)
{
    (void)state;
    check_table("README.md");
    check_table("kiosk/PRIVACY.md");
}

static void check_epsilon(const char *heading, double times)
{
    const char *at = find(heading);
    char *end = NULL;
    assert_true(strtod(at, &end) == times / 2);
    assert_memory_equal(end, " |", 2);
    assert_true(strtod(end + 2, &end) == times / 4);
}

static void test_epsilons(void **state)
{
    (void)state;
    read_text("kiosk/PRIVACY.md");
    check_epsilon("| one question answered or not | 1/b |", 1);
    check_epsilon("| one answer, upper or lower | 2/b |", 2);
    check_epsilon("| took part or not | Q/b |", QUESTIONS);
    check_epsilon("| all answers, or their opposites | 2Q/b |", 2 * QUESTIONS);
}

/* How much more than exp(epsilon) times as likely something can be, over that many counters: the
 * loss of k right coins among them is (2 k - counters) / b. */
static double chance_beyond(double epsilon, double counters, double b)
{
    const double right = 1 / (1 + exp(-1 / b));
    double sum = 0;
    for (double k = 0; k <= counters; k++) {
        const double loss = (2 * k - counters) / b;
        if (loss > epsilon) {
            sum += exp(lgamma(counters + 1) - lgamma(k + 1) - lgamma(counters - k + 1) +
                       k * log(right) + (counters - k) * log1p(-right)) *
                   (1 - exp(epsilon - loss));
        }
    }
    return sum;
}

static void test_a_year(void **state)
{
    (void)state;
    enum { WEEKS = 52, SCALE = 2 };
    const double once_in = 1e-6;
    double epsilon = 0;
    while (chance_beyond(epsilon, WEEKS * QUESTIONS, SCALE) > once_in) {
        epsilon += 0.01;
    }
    read_text("kiosk/PRIVACY.md");
    long pure = strtol(find("52 visits cost 52 times the epsilon of one, "), NULL, 10);
    long rare = strtol(find("the standard setting ("), NULL, 10);
    print_message("a year, claimed / computed: %ld / %d, %ld / %.2f\n", pure,
                  WEEKS * QUESTIONS / SCALE, rare, epsilon);
    assert_int_equal(pure, WEEKS * QUESTIONS / SCALE);
    assert_int_equal(rare, lround(ceil(epsilon)));
}

/* In tenths, for the standard setting, as people say them. */
static void test_the_promise_in_words(void **state)
{
    (void)state;
    struct promise_figures figures;
    promise_compute(2, QUESTIONS, &figures);
    read_text("README.md");
    assert_int_equal(strtol(find("> right about "), NULL, 10), (figures.guess_one + 5) / 10);
    assert_int_equal(strtol(find(" times in 10, and "), NULL, 10), (figures.guess_all + 5) / 10);
}

/* The screens take theirs from the program: a place to fill in, not a number, in the one text that
 * the screen uses for it. */
static void test_screens_have_places(void **state)
{
    (void)state;
    static const char *const TEXTS[][2] = {
        {"msgid \"keeps.guess\"\n", "{guess_one}"},
        {"msgid \"keeps.guess.part\"\n", "{guess_part}"},
        {"msgid \"keeps.guess.all\"\n", "{guess_all}"},
        {"msgid \"keeps.guess.often\"\n", "{guess_year}"},
        {"msgid \"keeps.limit.alone\"\n", "{guess_alone}"},
    };
    read_text("assets/text/en.po");
    for (size_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++) {
        const char *at = find(TEXTS[i][0]);
        const char *end = strstr(at, "\n\n");
        const char *place = strstr(at, TEXTS[i][1]);
        assert_true(place != NULL && (end == NULL || place < end));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_epsilons),
        cmocka_unit_test(test_a_year),
        cmocka_unit_test(test_the_promise_in_words),
        cmocka_unit_test(test_screens_have_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
