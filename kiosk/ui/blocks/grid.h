/* SPDX-License-Identifier: MIT */
/* A long table: heads over rows of cells. Columns are as wide as their widest cell in all rows, so
 * that they stand still from page to page; what is left of the width is shared out. Row 0 is the
 * heads. */
#ifndef UI_BLOCKS_GRID_H
#define UI_BLOCKS_GRID_H

#include "ui/ui.h"

enum { GRID_COLUMN_MAX = 8, GRID_CELL_BYTES = 192 };

/* What is said of a row. */
struct grid_words {
    char id[NODE_ID_BYTES];
    const char *text;   /* NULL: its cells with blanks between */
    const char *spoken; /* NULL: the same */
};

struct grid {
    uint32_t columns, rows; /* without the heads */
    uint32_t starts;        /* so many columns stand at their start; the others hold numbers */
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
    int32_t width[GRID_COLUMN_MAX]; /* each with the gap before it */
    int32_t head_px;
    bool heads_broken, two_lines;
    uint32_t from, shown; /* the rows of this page, counted from the first */
};

/* Columns and heads for so wide a table; all rows are shown until grid_page takes some. */
void grid_measure(struct ui *ui, struct grid *grid, int32_t w);
/* As many rows as so high a room holds on the page that ui asks for, in an airier pitch where it
 * still holds enough of them; before: pages in front of the table's first. False: none of its rows
 * stands on this page. */
bool grid_page(struct ui *ui, struct grid *grid, int32_t room, int32_t airy_px, uint32_t before);
/* Height of the heads with the rows that are shown, on their sheet. */
int32_t grid_height(const struct grid *grid);
/* Those on a sheet, with a rule under the heads. */
void grid_draw(struct ui *ui, const struct grid *grid, struct box box);
/* One row without a sheet; its box is as wide as its columns. */
void grid_row(struct ui *ui, const struct grid *grid, uint32_t row, struct box box);

#endif
