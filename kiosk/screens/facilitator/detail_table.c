/* SPDX-License-Identifier: MIT */
/* The chart's numbers as a table, the newest first, with as many rows a page as the page holds. */
#include "screens/facilitator/detail.h"

#include "report/page.h"
#include "ui/blocks/grid.h"

enum {
    PITCH_UM = 7600,
    PITCH_AIRY_UM = 9300,
    SPACE_UM = 4000, /* at both sides, and between columns; less on a narrow page */
    NARROW_UM = 170000,
    NARROW_SPACE_UM = 2600,
    FOOT_GAP_UM = 2500,
};

_Static_assert((int)GRID_CELL_BYTES == (int)PAGE_CELL_BYTES, "cells of one size");

struct table {
    const struct app *app;
    struct lines lines;
    uint32_t line;
};

static const struct point *point_of(const struct table *table, uint32_t row)
{
    const struct lines_line *line = &table->lines.line[table->line];
    return &line->point[line->count - row];
}

static void put_cells(const void *context, uint32_t row, char cell[][GRID_CELL_BYTES])
{
    const struct table *table = context;
    page_line_row(&table->lines, table->line, row, true, cell);
}

static void put_words(const void *context, struct ui *ui, uint32_t row, struct grid_words *words)
{
    const struct table *table = context;
    char digits[NUMBER_BYTES];
    const struct text_arg arg = {"n", text_number(digits, row)};
    text_format(words->id, sizeof(words->id), row == 0 ? "detail.heads" : "detail.row.{n}", &arg,
                1);
    if (row > 0) {
        words->spoken = detail_spoken(table->app, ui, point_of(table, row));
    }
}

/* Returns the words below the table: which rows it shows, why a row has no number, and how long to
 * wait for a change. */
static struct ui_text foot_of(struct ui *ui, const struct table *table, const struct grid *grid,
                              int32_t w)
{
    const struct app *app = table->app;
    const struct lines_line *line = &table->lines.line[table->line];
    char say[LINES_TEXT_BYTES];
    const struct number_arg args[] = {
        {"from", grid->from + 1}, {"to", grid->from + grid->shown}, {"total", line->count}};
    const char *text = fill_numbers(app, ui, MSG_DETAIL_TABLE_ROWS, args, 3);
    bool has_blank = false;
    for (uint32_t i = 0; i < line->count; i++) {
        has_blank = has_blank || !line->point[i].band.readable;
    }
    if (has_blank) {
        text = words_joined(ui, text, word(app, MSG_DETAIL_TABLE_BLANK));
    }
    if (line->view->claim.reason == NOT_YET_FEW_BLOCKS) {
        text = words_joined(ui, text, lines_say(&table->lines, table->line, say));
    }
    return (struct ui_text){
        .id = "detail.rows", .text = text, .role = ROLE_TEXT, .type = TYPE_F_CAPTION, .w = w};
}

void detail_table_draw(const struct app *app, struct ui *ui, uint32_t before, struct box box)
{
    struct table table = {.app = app, .lines = lines_view(app), .line = detail_line(app)};
    const int32_t space = ui_um(ui, ui_width_um(ui) < NARROW_UM ? NARROW_SPACE_UM : SPACE_UM);
    struct grid grid = {.columns = PAGE_COLUMNS,
                        .rows = table.lines.line[table.line].count,
                        .starts = 1,
                        .type = TYPE_F_TEXT,
                        .head_type = TYPE_F_HEAD,
                        .pitch_px = ui_um(ui, PITCH_UM),
                        .gap_px = space,
                        .pad_px = space,
                        .breaks = true,
                        .context = &table,
                        .cells = put_cells,
                        .words = put_words};
    grid_measure(ui, &grid, box.w - 2 * space);
    struct ui_text words = foot_of(ui, &table, &grid, box.w);
    const int32_t foot = ui_um(ui, FOOT_GAP_UM) + ui_text_height(ui, &words);
    if (grid_page(ui, &grid, box.h - foot, ui_um(ui, PITCH_AIRY_UM), before)) {
        grid_draw(ui, &grid, box);
        words = foot_of(ui, &table, &grid, box.w);
        words.x = box.x;
        words.y = box.y + grid_height(&grid) + ui_um(ui, FOOT_GAP_UM);
        ui_text(ui, &words);
    }
}
