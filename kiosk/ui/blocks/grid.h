/* SPDX-License-Identifier: MIT */
/* A long table: heads over rows of cells. A column is as wide as its widest cell in all rows, so
 * that columns stand still from page to page. What is left of the width is shared out among the
 * columns. Row 0 is the heads. */
#ifndef UI_BLOCKS_GRID_H
#define UI_BLOCKS_GRID_H

#include "ui/ui.h"

enum { GRID_COLUMN_MAX = 8, GRID_CELL_BYTES = 192 };

/* What is said of a row. */
struct grid_words {
    char id[NODE_ID_BYTES];
    const char *text;   /* NULL: the row's cells with blanks between */
    const char *spoken; /* NULL: text is said as it is */
};

struct grid {
    uint32_t columns, rows; /* rows: without the heads */
    uint32_t starts;        /* so many columns, from the first on, are set at their start; the
                             * others hold numbers, set at their end */
    enum type type, head_type;
    int32_t pitch_px; /* from row to row */
    int32_t gap_px;   /* between columns */
    int32_t pad_px;   /* on a sheet, before the first column and after the last */
    int32_t under_px; /* on a sheet, below the last row */
    bool together;    /* columns stand no wider apart than gap_px, and closer where they have to */
    bool breaks;      /* on a narrow page heads may take several lines, and the first column two */
    const void *context;
    void (*cells)(const void *context, uint32_t row, char cell[][GRID_CELL_BYTES]);
    void (*words)(const void *context, struct ui *ui, uint32_t row, struct grid_words *words);

    /* From measuring. */
    int32_t width[GRID_COLUMN_MAX]; /* width of each column with the gap before it */
    int32_t head_px;
    bool heads_broken, two_lines;
    uint32_t from, shown; /* the rows of this page, counted from the first */
};

/* Measures columns and heads of a table w px wide. All rows are shown until grid_page chooses
 * some. */
void grid_measure(struct ui *ui, struct grid *grid, int32_t w);
/* Chooses the rows of the page ui->page: as many as room px of height hold, with rows airy_px apart
 * where the room still holds enough of them. before: how many pages stand before the table. Returns
 * false if no row stands on this page. */
bool grid_page(struct ui *ui, struct grid *grid, int32_t room, int32_t airy_px, uint32_t before);
/* Returns the height in px of heads and shown rows on their sheet. */
int32_t grid_height(const struct grid *grid);
/* Draws heads and shown rows on a sheet, with a rule under the heads. */
void grid_draw(struct ui *ui, const struct grid *grid, struct box box);
/* Draws one row without a sheet; the box is as wide as the columns. */
void grid_row(struct ui *ui, const struct grid *grid, uint32_t row, struct box box);

#endif
