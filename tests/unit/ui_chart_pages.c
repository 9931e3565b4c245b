/* SPDX-License-Identifier: MIT */
/* Protects pages around a chart (kiosk/ui/blocks): on every panel their words and their chart stand
 * apart, the chart gives way to what is kept free below it, and nothing leaves the page unsaid. */
#include "fake_ui.h"
#include "ui/blocks/for_room.h"
#include "ui/blocks/line_page.h"
#include "ui/blocks/one_chart.h"
#include "ui/blocks/talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct chart_point POINTS[] = {{0, 40, 30, 50, true}, {1, 60, 50, 70, true}};
static const struct chart_month MONTHS[] = {{2025, 1}, {2025, 2}};
static const struct document NO_CHIPS = {.loose_count = 0};

static struct chart chart_of(const char *id)
{
    return (struct chart){.id = id,
                          .text = "60",
                          .spoken = "sixty",
                          .role = ROLE_IMAGE,
                          .large = true,
                          .month = MONTHS,
                          .position_count = 2,
                          .point = POINTS,
                          .point_count = 2};
}

static struct ui_text text_of(const char *id, const char *text)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = TYPE_F_CAPTION};
}

static struct box page(void)
{
    return box_inset((struct box){0, 0, ui.width, ui.height}, ui.margin_x, ui.margin_y);
}

static const struct box *at(const char *id)
{
    const struct node *node = frame_find(&frame, id);
    assert_non_null(node);
    return &node->rect;
}

static bool is_below(const char *lower, const char *upper)
{
    return at(lower)->y >= at(upper)->y + at(upper)->h;
}

static void draw_room(int32_t width, int32_t height)
{
    const struct for_room room = {.head = text_of("head", "All seven together lean up."),
                                  .line = text_of("line", "All"),
                                  .measure = text_of("measure", "of a hundred"),
                                  .chart = chart_of("chart"),
                                  .prompt = text_of("prompt", "What helped this week"),
                                  .note = text_of("note", "Nobody has to answer")};
    fake_begin(width, height);
    for_room_draw(&ui, &room, page());
    assert_false(ui.overflow);
    assert_true(is_below("line", "head") && is_below("chart", "line"));
    assert_true(is_below("note", "prompt"));
}

/* Wide panels have the prompt beside the chart, upright ones below it. */
static void test_a_room_reads_all_of_it(void **state)
{
    (void)state;
    draw_room(1920, 1080);
    assert_true(at("prompt")->x >= at("chart")->x + at("chart")->w);
    draw_room(1080, 1920);
    assert_true(is_below("prompt", "chart"));
}

/* Returns the height of the chart. */
static int32_t flow_one(int32_t below_px)
{
    const struct ui_text key = {.id = "key", .text = "how to read it"};
    const struct one_chart one = {.head = text_of("head", "All seven together lean up."),
                                  .note = text_of("note", "A new series began."),
                                  .title = text_of("title", "All"),
                                  .measure = text_of("measure", "of a hundred"),
                                  .chart = chart_of("chart"),
                                  .key = &key,
                                  .key_count = 1,
                                  .below_px = below_px};
    struct flow flow;
    fake_begin(1200, 1080);
    flow_begin(&flow, &ui, page());
    one_chart_flow(&flow, &one, &NO_CHIPS);
    assert_false(ui.overflow);
    assert_true(is_below("note", "head") && is_below("title", "note"));
    assert_true(is_below("chart", "title") && is_below("key", "chart"));
    assert_true(flow.y + below_px <= flow.box.y + flow.box.h);
    return at("chart")->h;
}

static void test_the_one_chart_gives_way_to_what_is_below_it(void **state)
{
    (void)state;
    assert_true(flow_one(300) < flow_one(0));
}

/* Returns the height of the chart. */
static int32_t flow_line(bool has_bars)
{
    static struct line_page line;
    line = (struct line_page){
        .titled = {text_of("title", "I kept my word"), text_of("sub", "how to read it")},
        .chart = chart_of("chart"),
        .has_bars = has_bars,
        .bars = {.count = 1,
                 .bar = {{.low = 40,
                          .centre = 50,
                          .high = 60,
                          .readable = true,
                          .id = "bar",
                          .line = {"50", "40-60", "May", "2026"},
                          .spoken = "fifty"}},
                 .half = "half",
                 .column_px = 100,
                 .head = text_of("bars", "the newest"),
                 .note = text_of("months", "each with its month")}};
    struct flow flow;
    fake_begin(1920, 700);
    flow_begin(&flow, &ui, page());
    line_page_flow(&flow, &line, &NO_CHIPS);
    assert_false(ui.overflow);
    assert_int_equal(has_bars, fake_count("bar"));
    assert_true(is_below("sub", "title") && is_below("chart", "sub"));
    assert_true(!has_bars || (is_below("bars", "chart") && is_below("months", "bars")));
    return at("chart")->h;
}

static void test_a_line_shares_its_page_with_its_bars(void **state)
{
    (void)state;
    assert_true(flow_line(true) < flow_line(false));
}

/* What talking takes of a page is known before it is drawn, and its parts keep their order, also on
 * pages that do not hold it. */
static void test_what_is_talked_about_is_as_high_as_measured(void **state)
{
    const struct talk talk = {.text = {{"talk", "Talk about it"},
                                       {"open", "Somebody reads aloud"},
                                       {"prompt", "What helped this week"},
                                       {"which", "To keep my word"},
                                       {"note", "Nobody has to answer"}},
                              .button = {{.id = "another", .label = "another", .kind = BUTTON_F}},
                              .button_count = 1};
    struct flow flow;
    (void)state;
    fake_begin(1200, 1080);
    const int32_t height = talk_height(&ui, &talk, page().w);
    assert_int_equal(0, frame.node_count);
    flow_begin(&flow, &ui, page());
    talk_flow(&flow, &talk);
    assert_int_equal(height, flow.y - flow.box.y);
    assert_true(is_below("open", "talk") && is_below("prompt", "open"));
    assert_true(is_below("another", "which") && is_below("note", "another"));
    fake_begin(1200, 200);
    ui.paged = true;
    flow_begin(&flow, &ui, page());
    talk_flow(&flow, &talk);
    assert_int_equal(1, fake_count("talk"));
    assert_int_equal(0, fake_count("note"));
    assert_true(flow.page > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_room_reads_all_of_it),
        cmocka_unit_test(test_the_one_chart_gives_way_to_what_is_below_it),
        cmocka_unit_test(test_a_line_shares_its_page_with_its_bars),
        cmocka_unit_test(test_what_is_talked_about_is_as_high_as_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
