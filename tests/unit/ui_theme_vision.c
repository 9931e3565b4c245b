/* SPDX-License-Identifier: MIT */
/* Protects that a chart can be read by eyes without one of the three kinds of cone, and in greys:
 * line, band and page stay apart (ACCESS 49). */
#include "ui/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const double degree = 3.14159265358979323846 / 180;

struct lab {
    double l, a, b;
};

/* Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB; the first is common vision. */
static const struct {
    const char *name;
    double matrix[3][3];
} VISIONS[] = {
    {"common", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {"protan",
     {{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {"deutan",
     {{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {"tritan",
     {{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
};
enum { VISION_COUNT = sizeof(VISIONS) / sizeof(VISIONS[0]) };

static double linear(uint32_t value)
{
    double v = (value & 0xFF) / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double lab_root(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* As that eye sees it: CIE L*a*b* under D65. */
static struct lab lab_of(uint32_t rgb, int vision)
{
    static const double XYZ[3][3] = {{0.4124564, 0.3575761, 0.1804375},
                                     {0.2126729, 0.7151522, 0.0721750},
                                     {0.0193339, 0.1191920, 0.9503041}};
    static const double WHITE[3] = {0.95047, 1.0, 1.08883};
    const double from[3] = {linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
    double seen[3], f[3];
    for (int i = 0; i < 3; i++) {
        const double *row = VISIONS[vision].matrix[i];
        seen[i] = fmin(1, fmax(0, row[0] * from[0] + row[1] * from[1] + row[2] * from[2]));
    }
    for (int i = 0; i < 3; i++) {
        f[i] =
            lab_root((XYZ[i][0] * seen[0] + XYZ[i][1] * seen[1] + XYZ[i][2] * seen[2]) / WHITE[i]);
    }
    return (struct lab){116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

static double hue(double b, double a)
{
    double angle = a == 0 && b == 0 ? 0 : atan2(b, a) / degree;
    return angle < 0 ? angle + 360 : angle;
}

/* Seventh powers weigh how colourful the pair is. */
static double chroma_weight(double c)
{
    return sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)));
}

/* CIEDE2000 after Sharma, Wu and Dalal 2005, with all weights 1. */
static double difference(struct lab p, struct lab q)
{
    double g = 0.5 * (1 - chroma_weight((hypot(p.a, p.b) + hypot(q.a, q.b)) / 2));
    double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a;
    double c1 = hypot(a1, p.b), c2 = hypot(a2, q.b);
    double h1 = hue(p.b, a1), h2 = hue(q.b, a2);
    double turn = h2 - h1, sum = h1 + h2, mean_h = sum / 2;
    if (c1 * c2 <= 0) {
        turn = 0;
        mean_h = sum;
    } else if (fabs(h1 - h2) > 180) {
        turn += turn > 0 ? -360 : 360;
        mean_h = sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }
    double dl = q.l - p.l, dc = c2 - c1, dh = 2 * sqrt(c1 * c2) * sin(turn / 2 * degree);
    double mean_l = (p.l + q.l) / 2, mean_c = (c1 + c2) / 2;
    double t = 1 - 0.17 * cos((mean_h - 30) * degree) + 0.24 * cos(2 * mean_h * degree) +
               0.32 * cos((3 * mean_h + 6) * degree) - 0.20 * cos((4 * mean_h - 63) * degree);
    double off = (mean_l - 50) * (mean_l - 50);
    double sl = 1 + 0.015 * off / sqrt(20 + off), sc = 1 + 0.045 * mean_c;
    double sh = 1 + 0.015 * mean_c * t;
    double bend = 30 * exp(-pow((mean_h - 275) / 25, 2));
    double rt = -sin(2 * bend * degree) * 2 * chroma_weight(mean_c);
    double l = dl / sl, c = dc / sc, h = dh / sh;
    return sqrt(l * l + c * c + h * h + rt * c * h);
}

static void difference_is_the_published_figure(void **state)
{
    (void)state;
    static const struct {
        struct lab p, q;
        double expected;
    } PAIRS[] = {
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
        {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
        {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    for (size_t i = 0; i < sizeof(PAIRS) / sizeof(PAIRS[0]); i++) {
        double seen = difference(PAIRS[i].p, PAIRS[i].q);
        if (fabs(seen - PAIRS[i].expected) > 0.00005) {
            fail_msg("pair %zu differs by %.4f, not %.4f", i, seen, PAIRS[i].expected);
        }
    }
}

static void vision_changes_colours_not_greys(void **state)
{
    (void)state;
    for (int v = 0; v < VISION_COUNT; v++) {
        struct lab white = lab_of(0xFFFFFF, v), grey = lab_of(0x808080, v);
        assert_true(fabs(white.l - 100) < 0.1 && hypot(white.a, white.b) < 0.1);
        assert_true(fabs(grey.l - 53.585) < 0.1 && hypot(grey.a, grey.b) < 0.1);
        /* Red and green of one lightness: far apart for common vision alone among these. */
        double apart = difference(lab_of(0xC03020, v), lab_of(0x4F7A20, v));
        assert_true(v != 1 && v != 2 ? apart > 40 : apart < 35);
    }
}

/* What stands beside each other in a chart: the page, the band's edge, the line. */
static const enum ink NEIGHBOURS[][2] = {
    {INK_A3, INK_A4}, {INK_BG, INK_A3}, {INK_BG, INK_A4}, {INK_WATER0, INK_A3}};

static void assert_apart(enum theme_id id, double least)
{
    const struct theme *theme = theme_get(id);
    for (size_t i = 0; i < sizeof(NEIGHBOURS) / sizeof(NEIGHBOURS[0]); i++) {
        for (int v = 0; v < VISION_COUNT; v++) {
            double apart = difference(lab_of(theme->rgb[NEIGHBOURS[i][0]], v),
                                      lab_of(theme->rgb[NEIGHBOURS[i][1]], v));
            if (apart < least) {
                fail_msg("%s, %s: inks %d and %d are %.1f apart, not %.0f", theme->name,
                         VISIONS[v].name, NEIGHBOURS[i][0], NEIGHBOURS[i][1], apart, least);
            }
        }
    }
}

static void calm_charts_hold_nineteen(void **state)
{
    (void)state;
    assert_apart(THEME_CALM_LIGHT, 19);
    assert_apart(THEME_CALM_DARK, 19);
}

static void soft_charts_hold_eleven(void **state)
{
    (void)state;
    assert_apart(THEME_SOFT, 11);
}

/* In greys the order page, band, line goes one way, each step a clear one. */
static void greys_are_in_order(void **state)
{
    (void)state;
    for (int id = 0; id < THEME_COUNT; id++) {
        const struct theme *theme = theme_get((enum theme_id)id);
        double page = lab_of(theme->rgb[INK_BG], 0).l, band = lab_of(theme->rgb[INK_A3], 0).l;
        double line = lab_of(theme->rgb[INK_A4], 0).l, way = theme->dark ? 1 : -1;
        assert_true(way * (band - page) > 15);
        /* Pure black and white have no grey between: there the line is the wider stroke. */
        assert_true(theme->high_contrast || way * (line - band) > 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(difference_is_the_published_figure),
        cmocka_unit_test(vision_changes_colours_not_greys),
        cmocka_unit_test(calm_charts_hold_nineteen),
        cmocka_unit_test(soft_charts_hold_eleven),
        cmocka_unit_test(greys_are_in_order),
    };
    return cmocka_run_group_tests_name("ACCESS 49", tests, NULL, NULL);
}
