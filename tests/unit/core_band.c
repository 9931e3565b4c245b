/* SPDX-License-Identifier: MIT */
/* Protects what a facilitator reads off a chart: bands hold nine times in ten, and a change is
 * claimed only beyond the noise. */
#include "core/band.h"
#include "splitmix.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint64_t seed;

static enum status seeded_fill(void *context, void *out, size_t bytes)
{
    (void)context;
    uint64_t value = splitmix(&seed);
    assert_true(bytes <= sizeof(value));
    memcpy(out, &value, bytes);
    return STATUS_OK;
}

static double variance_of_draw(uint32_t scale)
{
    const double a = exp(-1.0 / scale);
    return 2 * a / ((1 - a) * (1 - a));
}

static void test_the_constants(void **state)
{
    (void)state;
    /* The numbers people are told follow from the formula that this file's tests use. */
    assert_int_equal(lround(1000 * 1.644854 * 1.644854 * variance_of_draw(2)), 21199);
    assert_int_equal(lround(1000 * 1.644854 * 1.644854 * variance_of_draw(4)), 86128);
    assert_int_equal(lround(1000 * variance_of_draw(2)), 7835);
    assert_int_equal(lround(100 * variance_of_draw(4)), 3183);
}

/* The definition, word for word, in long double. */
static struct band band_by_definition(const struct window_sum *sum)
{
    const long double t = sum->upper > 0 ? (long double)sum->upper : 0;
    const long double b = sum->lower > 0 ? (long double)sum->lower : 0;
    if (t + b <= 0) {
        return (struct band){50, 0, 100, false};
    }
    long double s = 0;
    for (uint32_t scale = 1; scale <= NOISE_SCALE_MAX; scale++) {
        s += sum->draws_scale[scale] *
             (long double)lround(1000 * 1.644854 * 1.644854 * variance_of_draw(scale));
    }
    int low = 101, high = -1;
    for (int i = 0; i <= 100; i++) {
        long double off = (100 - i) * t - i * b;
        if (1000 * off * off <= s * ((100 - i) * (100 - i) + i * i)) {
            low = i < low ? i : low;
            high = i;
        }
    }
    int centre = (int)floorl(100 * t / (t + b) + 0.5L);
    low = high < 0 ? centre : low;
    high = high < 0 ? centre : high;
    centre = centre < low ? low : centre > high ? high : centre;
    return (struct band){(uint8_t)centre, (uint8_t)low, (uint8_t)high, high - low <= 40};
}

static void assert_same_band(const struct window_sum *sum)
{
    struct band got = band_of(sum), expected = band_by_definition(sum);
    assert_int_equal(got.centre, expected.centre);
    assert_int_equal(got.low, expected.low);
    assert_int_equal(got.high, expected.high);
    assert_int_equal(got.readable, expected.readable);
    assert_true(got.low <= got.centre && got.centre <= got.high && got.high <= 100);
}

static void test_band_is_the_definition(void **state)
{
    (void)state;
    seed = 1;
    for (int i = 0; i < 30000; i++) {
        int64_t reach = (int64_t)1 << (i % 11);
        struct window_sum sum = {
            .upper = (int64_t)(splitmix(&seed) % (uint64_t)(3 * reach)) - reach,
            .lower = (int64_t)(splitmix(&seed) % (uint64_t)(3 * reach)) - reach,
        };
        sum.draws_scale[1 + splitmix(&seed) % 4] = (uint32_t)(splitmix(&seed) % 85);
        assert_same_band(&sum);
    }
    for (int i = 0; i < 16; i++) {
        const int64_t most = 21 * (int64_t)TOTALS_TALLY_LIMIT;
        struct window_sum sum = {.upper = i & 1 ? most : -most, .lower = i & 2 ? most : 1};
        sum.draws_scale[i & 4 ? 4 : 2] = i & 8 ? 84 : 0;
        assert_same_band(&sum);
    }
}

static void test_nothing_gives_everything(void **state)
{
    (void)state;
    const struct window_sum sum = {.upper = -3, .lower = 0, .draws_scale = {0, 0, 28, 0, 0}};
    struct band band = band_of(&sum);
    assert_int_equal(band.centre, 50);
    assert_int_equal(band.low, 0);
    assert_int_equal(band.high, 100);
    assert_false(band.readable);
}

struct setting {
    uint32_t scale, people, questions, meetings, tenths;
};

/* What a window of this setting would hold: real answers, real draws. Returns the exact share to
 * the whole point, in which every share is shown. */
static int simulate_window(struct setting s, struct window_sum *sum)
{
    const struct random_source source = {seeded_fill, NULL};
    const uint32_t draws = s.questions * s.meetings;
    const uint32_t answers = s.people * draws;
    uint32_t upper = 0;
    for (uint32_t i = 0; i < answers; i++) {
        upper += splitmix(&seed) % 10 < s.tenths;
    }
    *sum = (struct window_sum){.upper = upper, .lower = answers - upper};
    sum->draws_scale[s.scale] = draws;
    for (uint32_t i = 0; i < draws; i++) {
        int32_t z[2] = {0, 0};
        assert_int_equal(noise_discrete_laplace(&source, s.scale, &z[0]), STATUS_OK);
        assert_int_equal(noise_discrete_laplace(&source, s.scale, &z[1]), STATUS_OK);
        sum->upper += z[0];
        sum->lower += z[1];
    }
    return (int)((200 * upper + answers) / (2 * answers));
}

static void check_coverage(struct setting s, int windows)
{
    int inside = 0, readable = 0, readable_inside = 0;
    long width = 0;
    for (int i = 0; i < windows; i++) {
        struct window_sum sum;
        int share = simulate_window(s, &sum);
        struct band band = band_of(&sum);
        bool is_inside = band.low <= share && share <= band.high;
        inside += is_inside;
        readable += band.readable;
        readable_inside += band.readable && is_inside;
        width += band.high - band.low;
    }
    double percent = 100.0 * inside / windows;
    print_message("scale %u, %2u people, %u questions, %2u meetings, %2u of 10: %.1f %% inside, "
                  "%.1f of those with a line (%.0f %%), width %.1f\n",
                  s.scale, s.people, s.questions, s.meetings, s.tenths, percent,
                  readable > 0 ? 100.0 * readable_inside / readable : 0.0,
                  100.0 * readable / windows, (double)width / windows);
    assert_true(percent >= 89 && percent <= 96);
}

static void test_nine_bands_in_ten_hold(void **state)
{
    (void)state;
    static const uint32_t people[] = {6, 10, 16}, tenths[] = {0, 1, 5, 10};
    const int windows = getenv("KIOSK_TEST_LONG") != NULL ? 100000 : 10000;
    seed = 2026;
    for (int i = 0; i < 12; i++) {
        struct setting s = {.scale = 2, .people = people[i / 4], .tenths = tenths[i % 4]};
        s.questions = 7, s.meetings = 4; /* all seven, one block */
        check_coverage(s, windows);
        s.scale = 4;
        check_coverage(s, windows / 3);
        s.questions = 1, s.meetings = 12; /* one question, three blocks */
        check_coverage(s, windows / 3);
        s.scale = 2;
        check_coverage(s, windows);
    }
}

/* The simulated errors people were told of: the reading against what the group leans to, so that
 * the chance in who came to say what counts too. An even split is the hardest case, hence a fifth
 * of slack. */
static void test_errors_are_as_small_as_predicted(void **state)
{
    (void)state;
    const struct {
        struct setting setting;
        double points;
    } cases[] = {
        {{2, 10, 1, 12, 5}, 6.6}, {{2, 10, 7, 4, 5}, 4.9}, {{2, 10, 7, 12, 5}, 2.6},
        {{2, 6, 7, 12, 5}, 4.4},  {{2, 16, 1, 4, 5}, 7.7},
    };
    seed = 7;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        enum { WINDOWS = 1500 };
        double square = 0;
        for (int w = 0; w < WINDOWS; w++) {
            struct window_sum sum;
            (void)simulate_window(cases[i].setting, &sum);
            double off = band_of(&sum).centre - 10.0 * cases[i].setting.tenths;
            square += off * off / WINDOWS;
        }
        print_message("error %.1f points predicted, %.2f seen\n", cases[i].points, sqrt(square));
        assert_true(fabs(sqrt(square) - cases[i].points) < 0.2 * cases[i].points);
    }
}

static bool claimed_by_definition(const struct window_sum *sum, double z, double factor)
{
    double share[2], variance = 0;
    for (int i = 0; i < 2; i++) {
        double t = (double)sum[i].upper, b = (double)sum[i].lower, n = t + b, w = 0;
        for (uint32_t scale = 1; scale <= NOISE_SCALE_MAX; scale++) {
            w += sum[i].draws_scale[scale] * variance_of_draw(scale);
        }
        share[i] = t / n;
        variance += (w * (t * t + b * b) / (n * n) + t * b / n) / (n * n);
    }
    return fabs(share[1] - share[0]) > factor * z * sqrt(variance);
}

static void test_claims_begin_where_they_should(void **state)
{
    (void)state;
    const struct {
        enum line_kind kind;
        double z;
    } kinds[] = {{LINE_ALL, 1.645}, {LINE_THEME, 2.24}, {LINE_QUESTION, 2.45}};
    seed = 3;
    for (size_t k = 0; k < 3; k++) {
        int claimed = 0;
        for (int i = 0; i < 4000; i++) {
            struct window_sum sum[2] = {
                {.upper = 1 + (int64_t)(splitmix(&seed) % 300), .lower = 1 + i % 200},
                {.upper = 1 + (int64_t)(splitmix(&seed) % 300), .lower = 1 + i % 170},
            };
            sum[0].draws_scale[1 + i % 4] = 28;
            sum[1].draws_scale[1 + i % 4] = 28;
            bool got = band_change_is_claimed(&sum[0], &sum[1], kinds[k].kind);
            assert_true(!got || claimed_by_definition(sum, kinds[k].z, 0.9999));
            assert_true(got || !claimed_by_definition(sum, kinds[k].z, 1.0001));
            assert_int_equal(got, band_change_is_claimed(&sum[1], &sum[0], kinds[k].kind));
            claimed += got;
        }
        assert_true(claimed > 100 && claimed < 3900);
    }
    const struct window_sum none = {.upper = -5, .lower = -5}, full = {.upper = 900, .lower = 1};
    assert_false(band_change_is_claimed(&none, &full, LINE_ALL));
    assert_false(band_change_is_claimed(&full, &none, LINE_ALL));
}

/* A quiet group is told of a change about as often as the z values say, and no more. */
static void test_quiet_lines_seldom_claim(void **state)
{
    (void)state;
    const struct {
        enum line_kind kind;
        struct setting setting;
        double most; /* in 100 views; 10, 2.5 and 1.4 by the normal law */
    } cases[] = {
        {LINE_ALL, {2, 10, 7, 4, 5}, 11.5},
        {LINE_THEME, {2, 10, 3, 12, 5}, 3.5},
        {LINE_QUESTION, {2, 10, 1, 12, 5}, 2.2},
    };
    seed = 4;
    for (size_t i = 0; i < 3; i++) {
        enum { VIEWS = 4000 };
        int claimed = 0;
        for (int v = 0; v < VIEWS; v++) {
            struct window_sum first, last;
            (void)simulate_window(cases[i].setting, &first);
            (void)simulate_window(cases[i].setting, &last);
            claimed += band_change_is_claimed(&first, &last, cases[i].kind);
        }
        print_message("quiet, kind %d: %.2f %% claim\n", (int)cases[i].kind,
                      100.0 * claimed / VIEWS);
        assert_true(100.0 * claimed / VIEWS <= cases[i].most);
        assert_true(100.0 * claimed / VIEWS >= cases[i].most / 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_constants),
        cmocka_unit_test(test_band_is_the_definition),
        cmocka_unit_test(test_nothing_gives_everything),
        cmocka_unit_test(test_nine_bands_in_ten_hold),
        cmocka_unit_test(test_errors_are_as_small_as_predicted),
        cmocka_unit_test(test_claims_begin_where_they_should),
        cmocka_unit_test(test_quiet_lines_seldom_claim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
