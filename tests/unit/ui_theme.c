/* SPDX-License-Identifier: MIT */
/* Protects that everything which informs can be seen in every look, also where it stands on water.
 */
#include "ui/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const enum ink grounds[] = {INK_BG, INK_SURFACE, INK_SKY0, INK_SKY1, INK_WATER0, INK_WATER1};
static const enum ink informative[] = {INK_INK,     INK_INK2,  INK_OUTLINE,
                                       INK_PRIMARY, INK_FOCUS, INK_INFO};
/* Never set on deep water, as the design says; they stand on cards and paper. */
static const enum ink notices[] = {INK_OK, INK_WARN, INK_ERR};
static const enum ink cards[] = {INK_BG, INK_SURFACE, INK_SKY0, INK_SKY1, INK_WATER0};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void assert_pairs(enum theme_id id, const enum ink *inks, size_t ink_count,
                         const enum ink *under, size_t under_count, uint32_t least, uint32_t most)
{
    const struct theme *theme = theme_get(id);
    for (size_t i = 0; i < ink_count; i++) {
        for (size_t j = 0; j < under_count; j++) {
            uint32_t ratio = theme_contrast_hundredths(theme->rgb[inks[i]], theme->rgb[under[j]]);
            if (ratio < least || ratio > most) {
                fail_msg("%s: ink %d on %d is %u.%02u", theme->name, (int)inks[i], (int)under[j],
                         ratio / 100, ratio % 100);
            }
        }
    }
}

static void assert_look(enum theme_id id, uint32_t least, uint32_t most)
{
    const enum ink on_primary[] = {INK_ON_PRIMARY};
    const enum ink primary[] = {INK_PRIMARY};
    assert_pairs(id, informative, COUNT(informative), grounds, COUNT(grounds), least, most);
    assert_pairs(id, notices, COUNT(notices), cards, COUNT(cards), least, most);
    assert_pairs(id, on_primary, 1, primary, 1, least, most);
}

static void calm_looks_hold_ten(void **state)
{
    (void)state;
    assert_look(THEME_CALM_LIGHT, 1000, 2100);
    assert_look(THEME_CALM_DARK, 1000, 2100);
}

static void soft_stays_between(void **state)
{
    (void)state;
    assert_look(THEME_SOFT, 450, 800);
}

static void high_contrast_is_black_and_white(void **state)
{
    (void)state;
    for (int id = THEME_HC_LIGHT; id <= THEME_HC_DARK; id++) {
        assert_look((enum theme_id)id, 2000, 2100);
        const struct theme *theme = theme_get((enum theme_id)id);
        for (int i = INK_BG; i < INK_COUNT; i++) {
            assert_true(theme->rgb[i] == 0x000000 || theme->rgb[i] == 0xFFFFFF);
        }
        assert_true(theme->high_contrast);
        assert_int_equal(theme->edge_um, 600);
    }
}

static void charts_read_without_colour(void **state)
{
    (void)state;
    const enum ink line[] = {INK_A4};
    const enum ink band[] = {INK_A3};
    const enum ink under[] = {INK_BG, INK_SURFACE, INK_WATER0};
    for (int id = 0; id < THEME_COUNT; id++) {
        const struct theme *theme = theme_get((enum theme_id)id);
        assert_pairs((enum theme_id)id, line, 1, under, 3, 450, 2100);
        assert_pairs((enum theme_id)id, band, 1, under, 3, 300, 2100);
        /* In greys, line and band edge still differ in the calm looks. */
        uint32_t apart = theme_contrast_hundredths(theme->rgb[INK_A4], theme->rgb[INK_A3]);
        assert_true(theme->high_contrast || apart >= 150);
    }
}

static void contrast_is_the_published_figure(void **state)
{
    (void)state;
    assert_int_equal(theme_contrast_hundredths(0x000000, 0xFFFFFF), 2100);
    assert_int_equal(theme_contrast_hundredths(0xFFFFFF, 0x000000), 2100);
    assert_int_equal(theme_contrast_hundredths(0x777777, 0xFFFFFF), 447);
    assert_int_equal(theme_contrast_hundredths(0x123456, 0x123456), 100);
}

static void names_are_found(void **state)
{
    (void)state;
    for (int id = 0; id < THEME_COUNT; id++) {
        assert_int_equal(theme_find(theme_get((enum theme_id)id)->name), id);
    }
    assert_int_equal(theme_find("calm"), -1);
    assert_int_equal(theme_find(""), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calm_looks_hold_ten),
        cmocka_unit_test(soft_stays_between),
        cmocka_unit_test(high_contrast_is_black_and_white),
        cmocka_unit_test(charts_read_without_colour),
        cmocka_unit_test(contrast_is_the_published_figure),
        cmocka_unit_test(names_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
