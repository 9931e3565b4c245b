/* SPDX-License-Identifier: MIT */
/* Protects long tables: every row stands on exactly one page, columns stand still from page to page
 * and inside the table, and a narrow page breaks heads before it loses a word. */
#include "fake_ui.h"
#include "ui/blocks/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { ROWS = 57, WIDE = 1200, NARROW = 260, ROOM = 500 };

static const char *const HEADS[] = {"The months of a set", "Its share", "Not below"};

static void put_cells(const void *context, uint32_t row, char cell[][GRID_CELL_BYTES])
{
    char digits[NUMBER_BYTES];
    (void)context;
    for (uint32_t i = 0; i < 3; i++) {
        const struct text_arg arg = {"n", text_number(digits, row * (i + 1))};
        text_format(cell[i], GRID_CELL_BYTES, row == 0 ? HEADS[i] : "{n}", &arg, 1);
    }
}

static void put_words(const void *context, struct ui *at, uint32_t row, struct grid_words *words)
{
    char digits[NUMBER_BYTES];
    const struct text_arg arg = {"n", text_number(digits, row)};
    (void)context;
    (void)at;
    text_format(words->id, sizeof(words->id), "row.{n}", &arg, 1);
}

static struct grid grid_of(uint32_t rows)
{
    return (struct grid){.columns = 3,
                         .rows = rows,
                         .starts = 1,
                         .type = TYPE_F_TEXT,
                         .head_type = TYPE_F_HEAD,
                         .pitch_px = 30,
                         .gap_px = 16,
                         .pad_px = 10,
                         .breaks = true,
                         .cells = put_cells,
                         .words = put_words};
}

static void test_every_row_stands_on_one_page(void **state)
{
    uint32_t seen[ROWS + 1] = {0}, width = 0;
    (void)state;
    fake_begin(1920, 1080);
    ui.paged = true;
    ui.page_count = 1;
    for (ui.page = 0; ui.page < ui.page_count; ui.page++) {
        struct grid grid = grid_of(ROWS);
        frame_reset(&frame);
        grid_measure(&ui, &grid, WIDE - 20);
        assert_true(grid_page(&ui, &grid, ROOM, 60, 0));
        assert_true(grid_height(&grid) <= ROOM);
        grid_draw(&ui, &grid, (struct box){100, 100, WIDE, ROOM});
        assert_int_equal(1, fake_count("row.0"));
        assert_true(width == 0 || width == (uint32_t)grid.width[0]);
        width = (uint32_t)grid.width[0];
        for (uint32_t i = 1; i <= grid.shown; i++) {
            seen[grid.from + i]++;
        }
    }
    assert_true(ui.page_count > 1);
    for (uint32_t row = 1; row <= ROWS; row++) {
        assert_int_equal(1, seen[row]);
    }
}

static void test_pages_before_the_table_have_none_of_it(void **state)
{
    struct grid grid = grid_of(ROWS);
    (void)state;
    fake_begin(1920, 1080);
    ui.paged = true;
    grid_measure(&ui, &grid, WIDE);
    assert_false(grid_page(&ui, &grid, ROOM, 60, 1));
    ui.page = 1;
    assert_true(grid_page(&ui, &grid, ROOM, 60, 1));
    assert_int_equal(0, grid.from);
}

static void test_a_page_that_holds_too_little_says_so(void **state)
{
    struct grid grid = grid_of(ROWS);
    (void)state;
    fake_begin(1920, 1080);
    grid_measure(&ui, &grid, WIDE);
    assert_true(grid_page(&ui, &grid, ROOM, 60, 0));
    assert_true(ui.overflow);
}

static void test_few_rows_stand_airier(void **state)
{
    struct grid grid = grid_of(5);
    (void)state;
    fake_begin(1920, 1080);
    grid_measure(&ui, &grid, WIDE);
    assert_true(grid_page(&ui, &grid, 700, 60, 0));
    assert_int_equal(60, grid.pitch_px);
    assert_false(ui.overflow);
}

static int32_t columns_px(const struct grid *grid)
{
    return grid->width[0] + grid->width[1] + grid->width[2];
}

static void test_columns_fill_the_width_and_break_where_it_is_narrow(void **state)
{
    struct grid wide = grid_of(ROWS), narrow = grid_of(ROWS), close = grid_of(ROWS);
    (void)state;
    fake_begin(1920, 1080);
    grid_measure(&ui, &wide, WIDE);
    assert_false(wide.heads_broken);
    assert_in_range(columns_px(&wide), WIDE - 3, WIDE);
    grid_measure(&ui, &narrow, NARROW);
    assert_true(narrow.heads_broken);
    assert_true(narrow.head_px > wide.head_px);
    assert_true(columns_px(&narrow) <= NARROW);
    close.together = true;
    grid_measure(&ui, &close, WIDE);
    assert_true(columns_px(&close) < columns_px(&wide));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_stands_on_one_page),
        cmocka_unit_test(test_pages_before_the_table_have_none_of_it),
        cmocka_unit_test(test_a_page_that_holds_too_little_says_so),
        cmocka_unit_test(test_few_rows_stand_airier),
        cmocka_unit_test(test_columns_fill_the_width_and_break_where_it_is_narrow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
