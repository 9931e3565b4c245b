/* SPDX-License-Identifier: MIT */
/* Protects people from letters for another screen: the first guess of its size is near the truth,
 * and what cannot be true is not believed. */
#include "core/fit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void is(struct fit_display display, uint32_t px_per_m, enum fit_source source)
{
    struct fit fit = fit_first(&display);
    struct fit_display turned = display;
    turned.width = display.height;
    turned.height = display.width;
    assert_int_equal(fit.px_per_m, px_per_m);
    assert_int_equal(fit.source, source);
    fit = fit_first(&turned); /* the same screen on its side; what it says does not turn */
    assert_int_equal(fit.px_per_m, px_per_m);
    assert_int_equal(fit.source, source);
}

static void a_monitor_is_believed(void **state)
{
    (void)state;
    is((struct fit_display){1920, 1080, 344, 194, true}, 5581, FIT_EDID);
    is((struct fit_display){3840, 2160, 531, 299, true}, 7232, FIT_EDID);
    is((struct fit_display){1024, 768, 400, 300, true}, 2560, FIT_EDID);
    /* 23 inch of full HD have the pixels of a server that knows nothing: the monitor was asked. */
    is((struct fit_display){1920, 1080, 509, 286, true}, 3772, FIT_EDID);
    /* A panel on a cable without such a talk, whose driver knows it. */
    is((struct fit_display){800, 480, 154, 86, false}, 5195, FIT_EDID);
}

static void no_screen_has_such_sides(void **state)
{
    (void)state;
    static const uint32_t SIDES[][2] = {{0, 0},     {344, 0},    {0, 194},     {16, 9},
                                        {160, 90},  {1600, 900}, {1600, 1000}, {2210, 1243},
                                        {110, 344}, {20, 11}};
    for (size_t i = 0; i < sizeof(SIDES) / sizeof(SIDES[0]); i++) {
        is((struct fit_display){1920, 1080, SIDES[i][0], SIDES[i][1], true}, 5567, FIT_ASSUMED);
    }
}

static void a_server_that_guesses_is_not_believed(void **state)
{
    (void)state;
    is((struct fit_display){1920, 1080, 508, 286, false}, 5567, FIT_ASSUMED);
    is((struct fit_display){1920, 1080, 488, 274, false}, 5567, FIT_ASSUMED);
    is((struct fit_display){1920, 1080, 244, 137, false}, 7869, FIT_EDID);
}

static void pixels_alone(void **state)
{
    (void)state;
    is((struct fit_display){.width = 800, .height = 480}, 5200, FIT_PANEL);
    is((struct fit_display){.width = 1024, .height = 600}, 6600, FIT_PANEL);
    is((struct fit_display){.width = 1280, .height = 800}, 5900, FIT_PANEL);
    is((struct fit_display){.width = 640, .height = 480}, 5274, FIT_PANEL);
    is((struct fit_display){.width = 1366, .height = 768}, 3958, FIT_ASSUMED);
    is((struct fit_display){.width = 2560, .height = 1080}, 5567, FIT_ASSUMED);
    is((struct fit_display){.width = 3840, .height = 2160}, 7224, FIT_ASSUMED);
}

/* From there a card is matched in a few presses. */
static void every_usual_screen_is_within_a_factor_of_two(void **state)
{
    (void)state;
    static const struct {
        int32_t width, height;
        uint32_t width_mm;
    } SCREENS[] = {{800, 480, 108},   {800, 480, 154},   {1024, 600, 154},  {1024, 600, 223},
                   {1280, 720, 154},  {1280, 800, 217},  {1280, 800, 303},  {1366, 768, 256},
                   {1366, 768, 344},  {1920, 1080, 256}, {1920, 1080, 344}, {1920, 1080, 527},
                   {1920, 1080, 598}, {2560, 1440, 344}, {2560, 1440, 597}, {3840, 2160, 344},
                   {3840, 2160, 708}, {2560, 1080, 673}, {1024, 768, 304},  {1280, 1024, 376}};
    for (size_t i = 0; i < sizeof(SCREENS) / sizeof(SCREENS[0]); i++) {
        struct fit_display silent = {.width = SCREENS[i].width, .height = SCREENS[i].height};
        uint32_t truth = (uint32_t)SCREENS[i].width * 1000 / SCREENS[i].width_mm;
        struct fit fit = fit_first(&silent);
        assert_in_range(fit.px_per_m, truth / 2, truth * 2);
        assert_int_not_equal(fit.source, FIT_EDID);
    }
}

static void any_size_has_a_scale(void **state)
{
    (void)state;
    for (int32_t width = 1; width < 20000; width += 97) {
        for (int32_t height = 1; height < 20000; height += 101) {
            struct fit_display silent = {.width = width, .height = height};
            assert_in_range(fit_first(&silent).px_per_m, MACHINE_PX_PER_M_MIN,
                            MACHINE_PX_PER_M_MAX);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_monitor_is_believed),
        cmocka_unit_test(no_screen_has_such_sides),
        cmocka_unit_test(a_server_that_guesses_is_not_believed),
        cmocka_unit_test(pixels_alone),
        cmocka_unit_test(every_usual_screen_is_within_a_factor_of_two),
        cmocka_unit_test(any_size_has_a_scale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
