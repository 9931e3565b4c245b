/* SPDX-License-Identifier: MIT */
/* Protects that charts which are to be compared are of one size, fill the page that is left to them
 * and no more, and that a row is chosen by its words and a chart pressed for itself. */
#include "fake_ui.h"
#include "ui/blocks/plots.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { CHOOSE = 200, OPEN = 201, BELOW = 60 };

static struct plots plots;

static struct chart chart_of(const void *context, struct ui *at, const struct plots_item *item)
{
    static const struct chart_point POINTS[] = {{0, 40, 30, 50, true}, {1, 60, 50, 70, true}};
    static const struct chart_month MONTHS[] = {{2025, 1}, {2025, 2}};
    (void)context;
    (void)at;
    return (struct chart){.text = "60",
                          .spoken = item->label,
                          .role = ROLE_IMAGE,
                          .month = MONTHS,
                          .position_count = 2,
                          .point = POINTS,
                          .point_count = 2};
}

/* All together, and a theme of three questions. */
static int setup(void **state)
{
    (void)state;
    plots = (struct plots){
        .word_id = "all",
        .target_id = "theme.{n}",
        .sentence_id = "say.{n}",
        .label_id = "label.{n}",
        .chart_id = "plot.{n}",
        .row_count = 2,
        .item_count = 4,
        .row = {{.word = "All", .sentence = "About the same.", .wide = true, .count = 1},
                {.number = 1,
                 .word = "Steady",
                 .sentence = "It leans up.",
                 .action = CHOOSE,
                 .arg = 5,
                 .chosen = true,
                 .first = 1,
                 .count = 3}},
        .item = {{.number = 0, .label = "Of a hundred", .readable = true, .newest = 60},
                 {.number = 1, .label = "One", .action = OPEN, .readable = true, .newest = 100},
                 {.number = 2, .label = "Two", .action = OPEN, .readable = true, .newest = 60},
                 {.number = 3, .label = "Three", .action = OPEN, .arg = 3}},
        .chart = chart_of};
    return 0;
}

static struct flow flow_all(int32_t width, int32_t height)
{
    struct flow flow;
    fake_begin(width, height);
    flow_begin(&flow, &ui, (struct box){50, 50, width - 100, height - 100});
    plots_flow(&flow, &plots, BELOW);
    return flow;
}

static void test_charts_are_of_one_size(void **state)
{
    (void)state;
    flow_all(1920, 1080);
    const struct box one = frame_find(&frame, "plot.1")->rect;
    const struct box two = frame_find(&frame, "plot.2")->rect;
    const struct box three = frame_find(&frame, "plot.3")->rect;
    assert_int_equal(one.w, two.w);
    assert_int_equal(one.h, two.h);
    assert_int_equal(one.y, two.y);
    assert_int_equal(one.w, three.w);
    assert_true(one.x + one.w < two.x);
    assert_true(three.y >= one.y + one.h);
    assert_false(ui.overflow);
}

static void test_they_grow_with_the_page_and_leave_what_is_below(void **state)
{
    (void)state;
    const struct flow low = flow_all(1920, 600);
    const int32_t before = frame_find(&frame, "plot.1")->rect.h;
    assert_true(low.y <= 550 - BELOW);
    const struct flow high = flow_all(1920, 720);
    assert_true(frame_find(&frame, "plot.1")->rect.h > before);
    assert_true(high.y <= 670 - BELOW);
}

static void test_words_choose_and_charts_open(void **state)
{
    (void)state;
    flow_all(1920, 1080);
    assert_int_equal(1, fake_count("all"));
    const struct node *theme = frame_find(&frame, "theme.1");
    assert_int_equal(CHOOSE, theme->action);
    assert_int_equal(5, theme->arg);
    assert_true(theme->flags & NODE_CHOSEN);
    assert_int_equal(OPEN, frame_find(&frame, "plot.3")->action);
    assert_int_equal(0, frame_find(&frame, "plot.0")->action);
}

static void test_narrow_page_has_words_over_charts(void **state)
{
    (void)state;
    flow_all(500, 1000);
    assert_true(plots.stacked);
    assert_true(frame_find(&frame, "plot.1")->rect.y > frame_find(&frame, "say.1")->rect.y);
}

static void test_key_has_its_words_beside_a_line(void **state)
{
    const struct ui_text texts[] = {{.id = "key.1", .text = "How to read a line"},
                                    {.id = "key.2", .text = "And the words beside it"}};
    struct flow flow;
    (void)state;
    fake_begin(1920, 1080);
    flow_begin(&flow, &ui, (struct box){50, 50, 800, 900});
    plots_key_flow(&flow, texts, 2);
    assert_int_equal(50 + plots_key_height(&ui, texts, 2, 800), flow.y);
    const struct box one = frame_find(&frame, "key.1")->rect;
    const struct box two = frame_find(&frame, "key.2")->rect;
    assert_true(one.x > 50 && one.x == two.x);
    assert_int_equal(one.y + one.h, two.y);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_charts_are_of_one_size, setup),
        cmocka_unit_test_setup(test_they_grow_with_the_page_and_leave_what_is_below, setup),
        cmocka_unit_test_setup(test_words_choose_and_charts_open, setup),
        cmocka_unit_test_setup(test_narrow_page_has_words_over_charts, setup),
        cmocka_unit_test_setup(test_key_has_its_words_beside_a_line, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
