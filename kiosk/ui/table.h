/* SPDX-License-Identifier: MIT */
/* Small tables: a title, heads, then rows of cells; numbers stand against the end of their column.
 */
#ifndef UI_TABLE_H
#define UI_TABLE_H

#include "ui/ui.h"

enum { TABLE_COLUMN_MAX = 4, TABLE_ROW_MAX = 7, TABLE_CELL_BYTES = 24 };

struct ui_table {
    const char *id; /* id of the title's node */
    const char *title;
    uint32_t columns;
    const char *head[TABLE_COLUMN_MAX];
    bool number[TABLE_COLUMN_MAX];
    uint32_t rows;
    char cell[TABLE_ROW_MAX][TABLE_COLUMN_MAX][TABLE_CELL_BYTES];
    const char *spoken[TABLE_ROW_MAX]; /* how a whole row is said */
    char row_id[TABLE_ROW_MAX][NODE_ID_BYTES];
};

/* Draws two tables beside each other where both fit, else one below the other. On a page that is
 * smaller than a table, the table's rows are lines of words. */
void tables_flow(struct flow *flow, const struct ui_table *one, const struct ui_table *other);

#endif
