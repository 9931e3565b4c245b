/* SPDX-License-Identifier: MIT */
#include "ui/blocks/grid.h"

#include "ui/area.h"

#include <assert.h>
#include <string.h>

enum {
    RADIUS_UM = 2500,
    PITCH_TWO_UM = 11600, /* of rows of two lines */
    HEAD_PAD_UM = 2500,   /* over and under heads of several lines */
    ROWS_AIRY = 10,       /* with so many rows, a page has height to spare */
};

typedef char grid_cells[GRID_COLUMN_MAX][GRID_CELL_BYTES];

static enum type row_type(const struct grid *grid, uint32_t row)
{
    return row == 0 ? grid->head_type : grid->type;
}

static void widen(const struct ui *ui, struct grid *grid, uint32_t row)
{
    grid_cells cell;
    grid->cells(grid->context, row, cell);
    for (uint32_t i = 0; i < grid->columns; i++) {
        int32_t w = ui_text_width(ui, row_type(grid, row), cell[i]);
        grid->width[i] = w > grid->width[i] ? w : grid->width[i];
    }
}

/* Makes columns as wide as the longest word of their heads, where heads of one line would be too
 * wide for the page. */
static void widen_for_words(const struct ui *ui, struct grid *grid, grid_cells head)
{
    for (uint32_t i = 0; i < grid->columns; i++) {
        const char *word = head[i];
        while (*word != '\0') {
            char one[GRID_CELL_BYTES];
            size_t bytes = strcspn(word, " ");
            memcpy(one, word, bytes);
            one[bytes] = '\0';
            int32_t w = ui_text_width(ui, grid->head_type, one);
            grid->width[i] = w > grid->width[i] ? w : grid->width[i];
            word += bytes + strspn(word + bytes, " ");
        }
    }
}

static int32_t cells_px(const struct grid *grid)
{
    int32_t px = 0;
    for (uint32_t i = 0; i < grid->columns; i++) {
        px += grid->width[i];
    }
    return px;
}

static int32_t used_px(const struct grid *grid)
{
    return cells_px(grid) + ((int32_t)grid->columns - 1) * grid->gap_px;
}

/* Takes room for the heads; on a narrow page for heads of several lines. */
static void take_heads(const struct ui *ui, struct grid *grid, grid_cells head, int32_t w)
{
    struct grid plain = *grid;
    widen(ui, &plain, 0);
    grid->heads_broken = grid->breaks && used_px(&plain) > w;
    if (grid->heads_broken) {
        widen_for_words(ui, grid, head);
    } else {
        *grid = plain;
    }
}

/* The first column takes two lines of each row. */
static void take_two_lines(struct ui *ui, struct grid *grid, int32_t w)
{
    grid_cells cell;
    grid->pitch_px = ui_um(ui, PITCH_TWO_UM);
    grid->two_lines = true;
    grid->width[0] -= used_px(grid) - w;
    grid->cells(grid->context, 1, cell);
    ui->overflow = ui->overflow || !ui_text_holds(ui, grid->type, cell[0], grid->width[0]);
}

static struct ui_text head_text(const struct grid *grid, const char *words, uint32_t column)
{
    const int32_t before = column > 0 ? grid->gap_px : 0;
    return (struct ui_text){.id = "head",
                            .text = words,
                            .type = grid->head_type,
                            .ink = INK_INK,
                            .align = column < grid->starts ? ALIGN_START : ALIGN_END,
                            .w = grid->width[column] - before};
}

void grid_measure(struct ui *ui, struct grid *grid, int32_t w)
{
    grid_cells head;
    assert(grid->columns > 0 && grid->columns <= GRID_COLUMN_MAX);
    memset(grid->width, 0, sizeof(grid->width));
    grid->from = 0;
    grid->shown = grid->rows;
    grid->head_px = grid->pitch_px;
    grid->cells(grid->context, 0, head);
    for (uint32_t row = 1; row <= grid->rows; row++) {
        widen(ui, grid, row);
    }
    take_heads(ui, grid, head, w);
    if (grid->breaks && used_px(grid) > w) {
        take_two_lines(ui, grid, w);
    }
    const int32_t columns = (int32_t)grid->columns, free_px = w - cells_px(grid);
    int32_t more = w > used_px(grid) ? (w - used_px(grid)) / columns : 0;
    if (grid->together) {
        const int32_t most = free_px > 0 && columns > 1 ? free_px / (columns - 1) : 0;
        grid->gap_px = grid->gap_px < most ? grid->gap_px : most;
        more = 0;
    }
    for (uint32_t i = 0; i < grid->columns; i++) {
        grid->width[i] += more + (i > 0 ? grid->gap_px : 0);
        const struct ui_text text = head_text(grid, head[i], i);
        const int32_t h = ui_text_height(ui, &text) + ui_um(ui, HEAD_PAD_UM);
        grid->head_px = grid->heads_broken && h > grid->head_px ? h : grid->head_px;
    }
}

bool grid_page(struct ui *ui, struct grid *grid, int32_t room, int32_t airy_px, uint32_t before)
{
    if (!grid->two_lines && (room - grid->head_px) / airy_px >= ROWS_AIRY) {
        grid->pitch_px = airy_px;
        grid->head_px = grid->head_px > airy_px ? grid->head_px : airy_px;
    }
    const int32_t held = (room - grid->head_px) / grid->pitch_px;
    const uint32_t most = held > 1 ? (uint32_t)held : 1;
    const uint32_t pages = (grid->rows + most - 1) / most;
    uint32_t page = ui->paged ? ui->page : 0;
    ui->overflow = ui->overflow || (pages > 1 && !ui->paged);
    ui->page_count = before + pages > ui->page_count ? before + pages : ui->page_count;
    if (page < before) {
        return false;
    }
    page = page - before < pages ? page - before : pages - 1;
    grid->from = page * most;
    grid->shown = grid->rows - grid->from < most ? grid->rows - grid->from : most;
    return true;
}

int32_t grid_height(const struct grid *grid)
{
    return grid->head_px + (int32_t)grid->shown * grid->pitch_px + grid->under_px;
}

/* Draws a cell in several lines. The row's node has the words. */
static void draw_lines(struct ui *ui, struct ui_text text, int32_t x, int32_t y)
{
    const uint32_t nodes = ui->frame->node_count;
    text.x = x;
    text.y = y;
    ui_text(ui, &text);
    ui->frame->node_count = nodes;
}

/* Heads of several lines end right above the line. */
static void draw_cells(struct ui *ui, const struct grid *grid, uint32_t row, grid_cells cell,
                       struct box box)
{
    for (uint32_t i = 0; i < grid->columns; i++) {
        box.w = grid->width[i];
        if (row == 0 && grid->heads_broken) {
            const struct ui_text head = head_text(grid, cell[i], i);
            draw_lines(ui, head, box.x + box.w - head.w,
                       box.y + box.h - ui_text_height(ui, &head) - ui_um(ui, HEAD_PAD_UM) / 2);
        } else if (i == 0 && grid->two_lines) {
            const struct ui_text first = {
                .id = "cell", .text = cell[i], .type = grid->type, .w = box.w};
            draw_lines(ui, first, box.x, box.y + (box.h - ui_text_height(ui, &first)) / 2);
        } else {
            ui_label(ui, row_type(grid, row), INK_NONE, cell[i], box,
                     i < grid->starts ? ALIGN_START : ALIGN_END);
        }
        box.x += box.w;
    }
}

void grid_row(struct ui *ui, const struct grid *grid, uint32_t row, struct box box)
{
    grid_cells cell;
    const char *cells[GRID_COLUMN_MAX];
    uint32_t count = 0;
    struct grid_words words = {.text = NULL};
    grid->cells(grid->context, row, cell);
    grid->words(grid->context, ui, row, &words);
    for (uint32_t i = 0; i < grid->columns; i++) {
        if (cell[i][0] != '\0') {
            cells[count++] = cell[i];
        }
    }
    if (words.text != NULL) {
        ui_words(ui, words.id, words.text, row_type(grid, row), box);
    } else {
        ui_row_node(ui, words.id, cells, count, words.spoken, row_type(grid, row), box);
    }
    draw_cells(ui, grid, row, cell, box);
}

void grid_draw(struct ui *ui, const struct grid *grid, struct box box)
{
    struct box at = {box.x + grid->pad_px, box.y, box.w - 2 * grid->pad_px, grid->head_px};
    const float y = (float)(at.y + at.h);
    box.h = grid_height(grid);
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), false);
    grid_row(ui, grid, 0, at);
    ui_rule(ui, (float)box.x, y, (float)(box.x + box.w), y, INK_OUTLINE, ui_umf(ui, 300));
    at.y += at.h;
    at.h = grid->pitch_px;
    for (uint32_t i = 1; i <= grid->shown; i++, at.y += at.h) {
        grid_row(ui, grid, grid->from + i, at);
        if (i < grid->shown) {
            ui_hairline(ui, at.x, at.y + at.h, at.w);
        }
    }
}
