/* SPDX-License-Identifier: MIT */
/* Protects blocks that place things to choose from or to press (kiosk/ui/blocks): equal things have
 * equal size, nothing leaves its room, and what comes and goes moves nothing. */
#include "panels.h"

#include "core/card_fit.h"
#include "ui/blocks/beside.h"
#include "ui/blocks/circles.h"
#include "ui/blocks/countdown.h"
#include "ui/blocks/markers.h"
#include "ui/blocks/outline.h"
#include "ui/blocks/steppers.h"
#include "ui/blocks/ticks.h"
#include "ui/blocks/touch_field.h"
#include "ui/choices.h"

#include <string.h>

enum { CLEAR = 1, GO };

static void choices_head(const void *context, struct flow *flow)
{
    const struct ui_text head = {.id = "head", .text = context, .role = ROLE_HEADING};
    flow_text(flow, &head);
}

static void test_something_stands_beside_words_or_below_them(void **state)
{
    (void)state;
    static const struct beside BESIDE = {.least_um = 200000, .words = 56, .other = 40};
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        const struct box box = begin(panel);
        struct box words, other;
        struct flow flow;
        const bool wide = ui.width > ui.height && ui_width_um(&ui) >= BESIDE.least_um;
        assert_int_equal(beside_divide(&ui, &BESIDE, box, &words, &other), wide);
        assert_true(wide ? words.x + words.w < other.x : words.w == box.w);
        assert_int_equal(other.x + other.w, box.x + box.w);
        flow_begin(&flow, &ui, box);
        flow.y += box.h / 2;
        assert_true(beside_below(&flow, 10000, 1000000, &other));
        assert_int_equal(other.y + other.h, box.y + box.h);
        ui.paged = true;
        assert_false(beside_divide(&ui, &BESIDE, box, &words, &other));
        flow.y = box.y + box.h - 1;
        flow.fresh = false;
        assert_false(beside_below(&flow, 10000, 1000000, &other));
        assert_int_equal(other.h, box.h); /* a page of its own */
    }
}

/* Whatever is set, nothing moves. */
static void test_steppers_keep_their_places(void **state)
{
    (void)state;
    static const char *const WIDEST[] = {"May", "September"};
    struct stepper stepper[] = {{"a.less", "a", "a.more", "Month", "May", "Less", "More", 0},
                                {"b.less", "b", "b.more", "Day", "1", "Less", "More", 1}};
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        struct box before = {0};
        for (uint32_t i = 0; i < 2; i++) {
            struct flow flow;
            flow_begin(&flow, &ui, begin(panel));
            stepper[0].value = WIDEST[i];
            steppers_flow(&flow, &(struct steppers){stepper, 2, 2, WIDEST, 2, GO, CLEAR});
            const struct box box = found("b.more")->rect;
            assert_true(i == 0 || memcmp(&box, &before, sizeof(box)) == 0);
            assert_int_equal(found("a.less")->action, GO);
            assert_int_equal(found("b.more")->action, CLEAR);
            assert_string_equal(found("a")->spoken, i == 0 ? "Month: May" : "Month: September");
            before = box;
        }
    }
}

static void test_markers_stand_side_by_side(void **state)
{
    (void)state;
    static const char *const IDS[] = {"m.1", "m.2", "m.3"};
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        struct ui_button markers[3];
        struct flow flow;
        for (int16_t i = 0; i < 3; i++) {
            markers[i] = choice_chip(IDS[i], "Stone", i == 1, GO, i);
        }
        flow_begin(&flow, &ui, begin(panel));
        markers_flow(&flow, markers, 3, panel % 2 != 0);
        for (uint32_t i = 0; i < 3; i++) {
            const struct box box = found(IDS[i])->rect;
            assert_int_equal(box.w, box.h);
            assert_int_equal(box.w, found("m.1")->rect.w);
            assert_int_equal(box.y, found("m.1")->rect.y);
            assert_true(i == 0 || box.x > found(IDS[i - 1])->rect.x + box.w);
            assert_true(box.x >= flow.box.x && box.x + box.w <= flow.box.x + flow.box.w);
        }
    }
}

static void test_countdown_says_its_seconds_late(void **state)
{
    (void)state;
    static const char WORDS[] = "7 seconds left";
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        const struct box box = begin(panel);
        struct countdown countdown = {
            .left = 30, .whole = 45, .id = "count", .beside_id = "here", .digits = "7"};
        struct ui_button here = {.id = "here", .label = "I am here", .action = GO};
        ui_button(&ui, &here, (struct box){box.x, box.y, box.w / 2, 50});
        ui_countdown(&ui, &countdown);
        assert_null(frame_find(&frame, "count"));
        countdown.words = WORDS;
        ui_countdown(&ui, &countdown);
        assert_string_equal(found("count")->spoken, WORDS);
        assert_true(found("count")->rect.x > found("here")->rect.x + found("here")->rect.w);
    }
}

/* Each row stands on one of two pages, under the same head. */
static void test_choices_stand_on_two_pages(void **state)
{
    (void)state;
    static const char *const IDS[] = {"c.1", "c.2", "c.3", "c.4", "c.5"};
    struct choices rows[5];
    for (uint32_t i = 0; i < 5; i++) {
        rows[i] = (struct choices){.id = IDS[i],
                                   .label = "Row",
                                   .count = 1,
                                   .value = {choice_chip("value", "Value", true, GO, 0)}};
    }
    const struct choices_pages pages = {
        .row = rows, .count = 5, .first = 3, .head = choices_head, .context = "A head"};
    for (uint32_t page = 0; page < 2; page++) {
        const struct box box = begin(3);
        ui.page = page;
        choices_pages(&ui, &pages, box);
        assert_false(ui.overflow);
        assert_int_equal(ui.page_count, 2);
        assert_non_null(frame_find(&frame, "head"));
        for (uint32_t i = 0; i < 5; i++) {
            const struct node *row = frame_find(&frame, IDS[i]);
            assert_int_equal(row != NULL, (i >= 3) == (page == 1));
            assert_true(row == NULL || row->rect.y + row->rect.h <= box.y + box.h);
        }
    }
}

static void test_circles_take_the_room_of_those_left_out(void **state)
{
    (void)state;
    struct circles circles = {.circle = {{.id = "c.1",
                                          .state_id = "s.1",
                                          .does_id = "d.1",
                                          .name = "Move",
                                          .whole = "Move: goes on",
                                          .does = "goes on",
                                          .state = ""},
                                         {.id = "c.2",
                                          .state_id = "s.2",
                                          .does_id = "d.2",
                                          .name = "Take",
                                          .whole = "Take: takes it",
                                          .does = "takes it",
                                          .state = "once",
                                          .pips = 1}},
                              .state_known = "Learned",
                              .remark_id = "remark",
                              .remark_longest = "That is another one."};
    struct box box = begin(3);
    const struct circles_size two = circles_in(&ui, &circles, box.w, box.h);
    assert_true(circles_fit(&ui, &circles, &two));
    assert_true(two.height <= box.h);
    circles_draw(&ui, &circles, &two, box.x, box.y);
    assert_non_null(frame_find(&frame, "c.1"));
    assert_null(frame_find(&frame, "s.1")); /* no state yet */
    assert_string_equal(found("s.2")->text, "once");
    circles.first = 1;
    box = begin(3);
    const struct circles_size one = circles_in(&ui, &circles, box.w, box.h);
    assert_int_equal(one.step, box.w);
    circles_draw(&ui, &circles, &one, box.x, box.y);
    assert_null(frame_find(&frame, "c.1"));
    const struct circles_size none = circles_in(&ui, &circles, box.w, ui_um(&ui, 20000));
    assert_false(circles_fit(&ui, &circles, &none));
    assert_false(circles_figure(&ui, &circles, (struct box){0, 0, box.w, ui_um(&ui, 20000)}));
    box = begin(3);
    assert_true(circles_figure(&ui, &circles, box));
    const struct box before = found("c.2")->rect;
    circles.remark = "Another.";
    box = begin(3);
    struct flow flow;
    flow_begin(&flow, &ui, box);
    assert_true(circles_figure(&ui, &circles, box));
    assert_memory_equal(&found("c.2")->rect, &before, sizeof(before)); /* nothing moves for it */
    assert_true(found("remark")->rect.y > before.y + before.h);
    flow.y = box.y + box.h - ui_um(&ui, 20000);
    assert_false(circles_below(&flow, &circles));
}

static void test_markers_lie_inside_their_field(void **state)
{
    (void)state;
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        for (uint32_t touched = 0; touched < TOUCH_MARKERS; touched++) {
            const struct box box = begin(panel);
            struct touch_field field = {.touched = touched, .beside = touched % 2 != 0};
            field.next = (struct ui_button){.id = "stone", .label = "Stone", .action = GO};
            ui_touch_field(&ui, &field, box);
            const struct box marker = found("stone")->rect;
            assert_int_equal(frame.node_count, 1); /* the others take no press */
            assert_true(marker.x >= box.x && marker.x + marker.w <= box.x + box.w);
            assert_true(marker.y >= box.y && marker.y + marker.h <= box.y + box.h);
            assert_true(touch_field_reach(&ui, box) >= marker.w);
        }
    }
}

/* An odd number of rows in two columns leaves a place as large as a row. */
static void test_rows_to_tick_are_of_one_height(void **state)
{
    (void)state;
    const struct ui_button rows[] = {
        {.id = "t.1", .label = "Short", .role = ROLE_CHOICE, .chosen = true, .action = GO},
        {.id = "t.2",
         .label = "Very much longer, so that it takes several lines of its column, and "
                  "then some more of them",
         .role = ROLE_CHOICE,
         .action = GO},
        {.id = "t.3", .label = "Short too", .role = ROLE_CHOICE, .action = GO}};
    const struct ticks_more more = {.id = "more",
                                    .words = "Period",
                                    .chip = {choice_chip("m.1", "One", true, GO, 0),
                                             choice_chip("m.2", "Other", false, GO, 1)}};
    struct flow flow;
    flow_begin(&flow, &ui, begin(3));
    ticks_flow(&flow, rows, 3, &more);
    flow_end(&flow);
    const struct box last = found("t.3")->rect;
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(found(rows[i].id)->rect.h, last.h);
        assert_int_equal((found(rows[i].id)->flags & NODE_CHOSEN) != 0, rows[i].chosen);
    }
    assert_true(found("more")->rect.y >= last.y && found("m.2")->rect.y < last.y + last.h);
    assert_true(found("m.1")->rect.x > found("t.2")->rect.x); /* in the place that is free */
    flow_begin(&flow, &ui, begin(3));
    ticks_flow(&flow, rows, 2, &more);
    assert_true(found("more")->rect.y > found("t.2")->rect.y + found("t.2")->rect.h);
}

static void test_outline_is_a_card_and_stays_in_its_room(void **state)
{
    (void)state;
    struct box words, room;
    outline_divide(&ui, begin(3), &words, &room);
    assert_true(outline_holds(&ui, room));
    assert_true(words.x + words.w <= room.x);
    for (uint32_t px_per_m = MACHINE_PX_PER_M_MIN; px_per_m <= MACHINE_PX_PER_M_MAX;
         px_per_m += 1250) {
        (void)begin(3);
        ui_outline(&ui, &(struct outline){"room", "card", "words", "A card", px_per_m}, room);
        const struct box card = found("card")->rect;
        assert_true(card.w <= room.w && card.h <= room.h);
        assert_int_equal(card.x, room.x);
        int64_t width = (int64_t)card.h * MACHINE_CARD_WIDTH_UM / MACHINE_CARD_HEIGHT_UM;
        assert_in_range(width, card.w - 2, card.w + 2);
    }
}

static void test_a_text_without_room_is_only_said(void **state)
{
    (void)state;
    const struct ui_text text = {.id = "text", .text = "A few words", .type = TYPE_TITLE};
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        struct flow flow;
        flow_begin(&flow, &ui, begin(panel));
        flow_text_or_heard(&flow, &text);
        assert_true(found("text")->rect.h > 0);
        flow_begin(&flow, &ui, begin(panel));
        flow.y = flow.box.y + flow.box.h - 1;
        const int32_t y = flow.y;
        flow_text_or_heard(&flow, &text);
        assert_int_equal(flow.y, y);
        assert_int_equal(frame.draw_count, 0);
        assert_string_equal(found("text")->spoken, text.text);
        assert_false(ui.overflow);
    }
}

/* Many chips go over pages row by row, and none is lost or cut. */
static void test_rows_of_many_chips_go_over_pages(void **state)
{
    (void)state;
    enum { COUNT = 20 };
    struct ui_button chips[COUNT];
    char id[COUNT][8] = {{0}};
    uint32_t seen = 0;
    for (int32_t i = 0; i < COUNT; i++) {
        id[i][0] = 'c';
        id[i][1] = (char)('A' + i);
        chips[i] = choice_chip(id[i], "A chip of some words", false, GO, i);
    }
    for (uint32_t page = 0, pages = 1; page < pages; page++) {
        struct box box = begin(0);
        struct flow flow;
        box.h /= 3;
        ui.paged = true;
        ui.page = page;
        flow_begin(&flow, &ui, box);
        flow_button_rows(&flow, chips, COUNT);
        flow_end(&flow);
        for (uint32_t i = 0; i < frame.node_count; i++) {
            assert_true(frame.node[i].rect.y + frame.node[i].rect.h <= box.y + box.h);
            assert_true(frame.node[i].rect.x + frame.node[i].rect.w <= box.x + box.w);
        }
        seen += frame.node_count;
        pages = ui.page_count;
    }
    assert_int_equal(seen, COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_something_stands_beside_words_or_below_them),
        cmocka_unit_test(test_a_text_without_room_is_only_said),
        cmocka_unit_test(test_rows_of_many_chips_go_over_pages),
        cmocka_unit_test(test_steppers_keep_their_places),
        cmocka_unit_test(test_markers_stand_side_by_side),
        cmocka_unit_test(test_countdown_says_its_seconds_late),
        cmocka_unit_test(test_choices_stand_on_two_pages),
        cmocka_unit_test(test_circles_take_the_room_of_those_left_out),
        cmocka_unit_test(test_markers_lie_inside_their_field),
        cmocka_unit_test(test_rows_to_tick_are_of_one_height),
        cmocka_unit_test(test_outline_is_a_card_and_stays_in_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
