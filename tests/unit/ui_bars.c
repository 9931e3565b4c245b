/* SPDX-License-Identifier: MIT */
/* Protects ranges side by side: as many as have room for their words, no number where none can be
 * read, and a range of nothing that can still be seen. */
#include "fake_ui.h"
#include "ui/blocks/bars.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { PLOT = 120, WIDE = 900 };

static struct bars bars;

static int setup(void **state)
{
    static const char *const IDS[] = {"bar.1", "bar.2", "bar.3"};
    (void)state;
    fake_begin(1920, 1080);
    bars = (struct bars){
        .count = 3,
        .half = "half",
        .column_px = 100,
        .head = {.id = "head", .text = "three", .role = ROLE_HEADING, .type = TYPE_F_TEXT},
        .note = {.id = "note", .text = "months", .role = ROLE_TEXT, .type = TYPE_F_CAPTION}};
    for (uint32_t i = 0; i < bars.count; i++) {
        bars.bar[i] = (struct bar){.low = 40,
                                   .centre = 50,
                                   .high = 60,
                                   .readable = i != 1,
                                   .id = IDS[i],
                                   .line = {"50", "40-60", "May", i == 0 ? "2026" : NULL},
                                   .spoken = "fifty"};
    }
    return 0;
}

static uint32_t discs(void)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        count += frame.draw[i].kind == DRAW_DISC && frame.draw[i].fill == INK_A4;
    }
    return count;
}

static void test_as_many_as_have_room(void **state)
{
    (void)state;
    assert_int_equal(1, bars_held(&ui, &bars, 10));
    assert_int_equal(BARS_MAX, bars_held(&ui, &bars, 100000));
    const uint32_t held = bars_held(&ui, &bars, WIDE);
    assert_true(held > 1 && held < BARS_MAX);
    bars.column_px *= 2;
    assert_true(bars_held(&ui, &bars, WIDE) < held);
}

static void test_what_cannot_be_read_has_no_number(void **state)
{
    (void)state;
    bars_draw(&ui, &bars, PLOT, (struct box){100, 100, WIDE, 0});
    assert_int_equal(2, discs());
    assert_int_equal(1, fake_count("bar.3"));
    assert_string_equal("50 40-60 May", frame_find(&frame, "bar.1")->text);
    assert_string_equal("40-60 May", frame_find(&frame, "bar.2")->text);
    assert_string_equal("fifty", frame_find(&frame, "bar.2")->spoken);
}

static void test_all_of_it_stands_in_its_box(void **state)
{
    const struct box box = {100, 100, WIDE, PLOT + bars_extra(&ui, &bars, WIDE)};
    (void)state;
    bars.bar[0].low = bars.bar[0].high = bars.bar[0].centre;
    bars_draw(&ui, &bars, PLOT, box);
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind == DRAW_TEXT) {
            assert_true(draw->x >= (float)box.x && draw->x + draw->w <= (float)(box.x + box.w));
            assert_true(draw->y >= (float)box.y && draw->y <= (float)(box.y + box.h));
        }
        if (draw->kind == DRAW_BOX) {
            assert_true(draw->h >= 2); /* also that of a single number */
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_as_many_as_have_room, setup),
        cmocka_unit_test_setup(test_what_cannot_be_read_has_no_number, setup),
        cmocka_unit_test_setup(test_all_of_it_stands_in_its_box, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
