/* SPDX-License-Identifier: MIT */
/* Protects the page for reading: no chip is lost on a narrow panel, water never lies under the
 * content, and the words of a panel are drawn once wherever it is. */
#include "fake_ui.h"
#include "ui/blocks/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { CHIPS = 3, MORE = 7 };

static void flow_some(const void *context, struct flow *flow)
{
    flow_blocks(flow, &(struct ui_block){BLOCK_F_TEXT, "words", context, 0, NULL}, 1);
}

static void begin(int32_t panel_um, struct document *document)
{
    static const struct ui_button LEFT[CHIPS] = {
        {.id = "left.1", .label = "one", .kind = BUTTON_F},
        {.id = "left.2", .label = "two", .kind = BUTTON_F},
        {.id = "left.3", .label = "three", .kind = BUTTON_F}};
    static const struct ui_button RIGHT[CHIPS] = {
        {.id = "right.1", .label = "four", .kind = BUTTON_F},
        {.id = "right.2", .label = "five", .kind = BUTTON_F},
        {.id = "right.3", .label = "six", .kind = BUTTON_F}};
    static const struct ui_button NEXT_PAGE = {.id = "more", .label = "more", .action = MORE};
    const struct document_plan plan = {.left = LEFT,
                                       .left_count = CHIPS,
                                       .right = RIGHT,
                                       .right_count = CHIPS,
                                       .more = &NEXT_PAGE,
                                       .panel = {panel_um, flow_some, "some words to read", 4000}};
    document_begin(&ui, &plan, document);
}

static void test_wide_screen_has_its_panel_at_the_side(void **state)
{
    struct document document;
    (void)state;
    fake_begin(1920, 1080);
    begin(86000, &document);
    assert_true(frame.scene.panel_x > 0);
    assert_true(document.content.x + document.content.w <= frame.scene.panel_x);
    assert_true(document.panel.x >= frame.scene.panel_x);
    assert_int_equal(0, fake_count("words"));
    assert_true(document_end(&ui, &document));
    assert_int_equal(1, fake_count("words"));
    assert_true(frame.scene.scale_x > 0);
}

static void test_upright_screen_has_it_at_the_foot(void **state)
{
    struct document document;
    (void)state;
    fake_begin(1080, 1920);
    begin(86000, &document);
    assert_int_equal(0, frame.scene.panel_x);
    assert_true(frame.scene.horizon_y > 0);
    assert_true(document.content.y + document.content.h < frame.scene.horizon_y);
    assert_true(document.panel.y + document.panel.h <= ui.height);
    assert_int_equal(0, fake_count("words")); /* built to be measured, and taken back */
    assert_true(document_end(&ui, &document));
    assert_int_equal(1, fake_count("words"));
}

static void test_without_a_panel_words_are_the_callers(void **state)
{
    struct document document;
    (void)state;
    fake_begin(1920, 1080);
    begin(0, &document);
    assert_false(document_end(&ui, &document));
    assert_int_equal(0, fake_count("words"));
}

static void test_low_panel_loses_no_chip(void **state)
{
    struct document document;
    (void)state;
    fake_begin(400, 320);
    ui.paged = true;
    begin(86000, &document);
    assert_int_equal(1, fake_count("more"));
    assert_int_equal(MORE, frame_find(&frame, "more")->action);
    assert_int_equal(2 * CHIPS, document.loose_count + fake_count("left.1") + fake_count("left.2") +
                                    fake_count("left.3") + fake_count("right.1") +
                                    fake_count("right.2") + fake_count("right.3"));
    assert_true(document.loose_count > 0);
    struct flow flow;
    flow_begin(&flow, &ui, document.content);
    document_flow_loose(&flow, &document);
    flow_end(&flow);
    assert_true(flow.y > document.content.y);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wide_screen_has_its_panel_at_the_side),
        cmocka_unit_test(test_upright_screen_has_it_at_the_foot),
        cmocka_unit_test(test_without_a_panel_words_are_the_callers),
        cmocka_unit_test(test_low_panel_loses_no_chip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
