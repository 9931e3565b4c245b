/* SPDX-License-Identifier: MIT */
/* Protects the look of a list of cards: no card stands alone in its last row where four columns
 * hold the words, and rows of choices have a line between them and none below the last one of a
 * page. */
#include "fake_ui.h"
#include "ui/choices.h"
#include "ui/items.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDE = 1300, HIGH = 900, ITEMS_MAX = 16, ROWS = 7 };

static const char *const IDS[ITEMS_MAX] = {"0", "1", "2",  "3",  "4",  "5",  "6",  "7",
                                           "8", "9", "10", "11", "12", "13", "14", "15"};

/* Returns how many of so many stand in the last row. None reaches beyond the width. */
static uint32_t in_last_row(uint32_t count, int32_t w)
{
    uint32_t there = 0;
    const struct node *last = frame_find(&frame, IDS[count - 1]);
    for (uint32_t i = 0; i < frame.node_count; i++) {
        there += frame.node[i].rect.y == last->rect.y;
        assert_true(frame.node[i].rect.x + frame.node[i].rect.w <= w);
    }
    return there;
}

/* Draws so many cards on a wide page. Returns how many stand in the last row. */
static uint32_t last_row(uint32_t count, const char *title)
{
    struct item items[ITEMS_MAX];
    struct flow flow;
    for (uint32_t i = 0; i < count; i++) {
        items[i] = (struct item){.id = IDS[i], .title = title, .icon = ICON_GEAR};
    }
    fake_begin(WIDE, HIGH);
    flow_begin(&flow, &ui, (struct box){0, 0, WIDE, HIGH});
    items_flow(&flow, items, count);
    return in_last_row(count, WIDE);
}

static void test_no_card_is_alone_in_its_row(void **state)
{
    (void)state;
    assert_int_equal(3, last_row(6, "Sound"));
    assert_int_equal(3, last_row(7, "Sound"));
    assert_int_equal(2, last_row(10, "Sound"));
    assert_int_equal(3, last_row(12, "Sound"));
    assert_int_equal(4, last_row(16, "Sound"));
    /* Four columns would leave one alone too; and a long word needs the wider card. */
    assert_int_equal(1, last_row(13, "Sound"));
    assert_int_equal(1, last_row(7, "Sicherheitsprobleme"));
}

/* Draws so many chips in a column. Returns how many stand in the last row. */
static uint32_t last_chips(uint32_t count, int32_t w)
{
    struct ui_button chips[ITEMS_MAX];
    for (uint32_t i = 0; i < count; i++) {
        chips[i] = (struct ui_button){.id = IDS[i], .label = "Questions", .kind = BUTTON_CHIP};
    }
    fake_begin(WIDE, HIGH);
    (void)ui_button_rows(&ui, chips, count, 0, 0, w);
    return in_last_row(count, w);
}

static void test_no_chip_is_alone_in_its_row(void **state)
{
    (void)state;
    fake_begin(WIDE, HIGH);
    const struct ui_button chip = {.id = "0", .label = "Questions", .kind = BUTTON_CHIP};
    const int32_t each = ui_button_width(&ui, &chip) + ui_um(&ui, 3000);
    assert_int_equal(4, last_chips(4, 4 * each));
    assert_int_equal(2, last_chips(5, 4 * each));
    assert_int_equal(2, last_chips(9, 4 * each));
    assert_int_equal(3, last_chips(7, 4 * each));
    assert_int_equal(1, last_chips(3, 2 * each)); /* two stay together */
}

static uint32_t lines_drawn(int32_t *lowest)
{
    uint32_t lines = 0;
    *lowest = 0;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        if (draw->kind == DRAW_PATH && draw->stroke == INK_HAIR) {
            const int32_t y = (int32_t)frame.point[draw->first].y;
            *lowest = y > *lowest ? y : *lowest;
            lines++;
        }
    }
    return lines;
}

/* Draws a page of rows, each with one value. Returns how many of them stand there. */
static uint32_t rows_drawn(int32_t high, int32_t *lowest)
{
    struct flow flow;
    uint32_t rows = 0;
    frame_reset(&frame);
    flow_begin(&flow, &ui, (struct box){0, 0, WIDE, high});
    *lowest = 0;
    for (uint32_t i = 0; i < ROWS; i++) {
        struct choices row = {.id = IDS[i], .label = "Pace", .count = 1};
        row.value[0] = (struct ui_button){.id = "value", .label = "Usual", .kind = BUTTON_CHIP};
        choices_flow_next(&flow, &row, 0);
    }
    for (uint32_t i = 0; i < ROWS; i++) {
        const struct node *label = frame_find(&frame, IDS[i]);
        rows += fake_count(IDS[i]);
        *lowest = label != NULL && label->rect.y > *lowest ? label->rect.y : *lowest;
    }
    flow_end(&flow);
    return rows;
}

static void test_lines_stand_between_rows(void **state)
{
    (void)state;
    fake_begin(WIDE, HIGH);
    ui.paged = true;
    for (int32_t high = 200; high < 460; high += 10) {
        for (ui.page = 0; ui.page < 2; ui.page++) {
            int32_t line, row;
            const uint32_t rows = rows_drawn(high, &row);
            assert_true(rows > 0);
            assert_int_equal(rows - 1, lines_drawn(&line));
            assert_true(line < row || rows == 1);
        }
    }
}

/* Words in place of values stand beside their label. */
static void test_a_note_stands_for_values(void **state)
{
    (void)state;
    struct flow flow;
    struct choices row = {.id = "label", .label = "Read aloud", .note = "There is no voice."};
    fake_begin(WIDE, HIGH);
    flow_begin(&flow, &ui, (struct box){0, 0, WIDE, HIGH});
    choices_flow(&flow, &row);
    const struct node *label = frame_find(&frame, "label");
    const struct node *note = frame_find(&frame, "label.note");
    assert_true(note->rect.y < label->rect.y + label->rect.h);
    assert_true(note->rect.x > label->rect.x + label->rect.w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_card_is_alone_in_its_row),
        cmocka_unit_test(test_no_chip_is_alone_in_its_row),
        cmocka_unit_test(test_lines_stand_between_rows),
        cmocka_unit_test(test_a_note_stands_for_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
