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

enum { TEXT_BYTES = 1 << 18, QUESTIONS = 7, COLUMNS = 3 };

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

/* "| 4 | 75 / 63 | 90 / 74 | 97 / 82 |": copies after so many meetings; scale 2 / scale 4. */
static void check_row(uint32_t meetings)
{
    static const uint32_t COINS[COLUMNS] = {2, QUESTIONS, 2 * QUESTIONS};
    static const uint32_t SCALES[] = {2, 4};
    char heading[32];
    (void)snprintf(heading, sizeof(heading), "\n| %u |", meetings);
    const char *at = find(heading);
    print_message("%u meetings, claimed / computed:", meetings);
    for (uint32_t column = 0; column < COLUMNS; column++) {
        for (uint32_t i = 0; i < 2; i++) {
            char *end = NULL;
            const long claimed = strtol(at, &end, 10);
            const uint32_t computed = promise_guess(SCALES[i], COINS[column] * meetings);
            print_message(" %ld / %u%s", claimed, computed,
                          column + 1 < COLUMNS || i == 0 ? "," : "\n");
            assert_int_equal(claimed, computed);
            assert_memory_equal(end, i == 0 ? " /" : " |", 2);
            at = end + 2;
        }
    }
}

static void check_table(const char *path)
{
    static const uint32_t MEETINGS[] = {1, 4, 13, 52};
    read_text(path);
    for (size_t i = 0; i < sizeof(MEETINGS) / sizeof(MEETINGS[0]); i++) {
        check_row(MEETINGS[i]);
    }
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
    const long pure = strtol(find("year of taking\npart costs "), NULL, 10);
    const long rare = strtol(find("part costs 182 ("), NULL, 10);
    const long reversed = strtol(find("all answers reversed in\neach of them "), NULL, 10);
    print_message("a year, claimed / computed: %ld / %d, %ld / %.2f\n", pure,
                  WEEKS * QUESTIONS / SCALE, rare, epsilon);
    assert_int_equal(pure, WEEKS * QUESTIONS / SCALE);
    assert_int_equal(rare, lround(ceil(epsilon)));
    assert_int_equal(reversed, 2 * pure);
}

/* A guesser is right with odds of exp(coins that are right less those that are wrong, / b); how
 * often that is more than 99 to 1, either way. */
static void test_82_is_a_mean(void **state)
{
    (void)state;
    enum { COINS = 2 * QUESTIONS };
    const double b = 2, right = 1 / (1 + exp(-1 / b));
    double surer = 0;
    for (int k = 0; k <= COINS; k++) {
        if (fabs(2.0 * k - COINS) / b > log(99)) {
            surer += exp(lgamma(COINS + 1) - lgamma(k + 1.0) - lgamma(COINS - k + 1.0)) *
                     pow(right, k) * pow(1 - right, COINS - k);
        }
    }
    read_text("kiosk/PRIVACY.md");
    const double claimed = strtod(find("82 is a mean: in "), NULL);
    print_message("surer than 99 %%, claimed / computed: %.1f / %.2f\n", claimed, 100 * surer);
    assert_true(fabs(claimed - 100 * surer) < 0.05);
}

/* In tenths, for the usual blur, as people say them. */
static void test_the_promise_in_words(void **state)
{
    (void)state;
    struct promise_figures figures;
    promise_compute(4, QUESTIONS, &figures);
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
        {"msgid \"keeps.skip\"\n", "{guess_one}"},
        {"msgid \"keeps.limit.alone\"\n", "{guess_weeks}"},
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
        cmocka_unit_test(test_82_is_a_mean),
        cmocka_unit_test(test_the_promise_in_words),
        cmocka_unit_test(test_screens_have_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
