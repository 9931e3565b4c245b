/* SPDX-License-Identifier: MIT */
/* The first rows of the CSV file, cell by cell: nothing is translated, rounded or left out. */
#include "report/csv.h"
#include "screens/facilitator/report.h"

#include "ui/area.h"

#include <assert.h>
#include <string.h>

enum {
    COLUMN_MAX = 8,
    PITCH_UM = 7400,
    PAD_UM = 4500,
    COLUMN_GAP_UM = 3000,
    RADIUS_UM = 2500,
    TEXT_COLUMNS = 4, /* window, set, month and what start at the left, numbers end at the right */
    ROW_MAX = 40,     /* more than fit the highest panel */
    CELL_BYTES = 64,
};

struct cell {
    const char *text;
    size_t bytes;
};

/* One line cut at its commas; returns the start of the next line, or NULL after the last. */
static const char *split(const char *line, struct cell cells[COLUMN_MAX], uint32_t *count,
                         size_t *bytes)
{
    const char *at = line;
    *count = 0;
    while (*count < COLUMN_MAX) {
        size_t length = strcspn(at, ",\n");
        cells[(*count)++] = (struct cell){at, length};
        at += length;
        if (*at != ',') {
            break;
        }
        at++;
    }
    at += strcspn(at, "\n");
    *bytes = (size_t)(at - line);
    return at[0] == '\n' && at[1] != '\0' ? at + 1 : NULL;
}

static enum type row_type(uint32_t row)
{
    return row == 0 ? TYPE_F_HEAD_CAPTION : TYPE_F_CAPTION;
}

static int32_t cell_width(const struct ui *ui, uint32_t row, struct cell cell)
{
    return text_width(ui->text, ui_font(ui, row_type(row)), cell.text, cell.bytes);
}

void report_table_measure(const struct app *app, const struct ui *ui, int32_t room,
                          struct report_table *table)
{
    *table = (struct report_table){.pitch_px = ui_um(ui, PITCH_UM)};
    const char *next = report_csv_first(lines_report(app)->text);
    for (uint32_t i = 0; i <= ROW_MAX && next != NULL; i++) {
        int32_t height = (int32_t)(i + 1) * table->pitch_px + ui_um(ui, 1000);
        if (height > room) {
            break;
        }
        struct cell cells[COLUMN_MAX];
        uint32_t count;
        size_t bytes;
        next = split(next, cells, &count, &bytes);
        table->rows = i;
        table->height = height;
    }
}

/* The widest cell of each column, then what is left shared out between them. */
static void column_widths(const struct app *app, const struct ui *ui,
                          const struct report_table *table, int32_t room,
                          int32_t widths[COLUMN_MAX], uint32_t *columns)
{
    memset(widths, 0, COLUMN_MAX * sizeof(widths[0]));
    *columns = 0;
    const char *line = report_csv_first(lines_report(app)->text);
    for (uint32_t row = 0; row <= table->rows && line != NULL; row++) {
        struct cell cells[COLUMN_MAX];
        uint32_t count;
        size_t bytes;
        line = split(line, cells, &count, &bytes);
        *columns = count > *columns ? count : *columns;
        for (uint32_t i = 0; i < count; i++) {
            int32_t w = cell_width(ui, row, cells[i]);
            widths[i] = w > widths[i] ? w : widths[i];
        }
    }
    int32_t used = 0, gap = ui_um(ui, COLUMN_GAP_UM);
    for (uint32_t i = 0; i < *columns; i++) {
        used += widths[i] + (i > 0 ? gap : 0);
    }
    int32_t more = room > used ? (room - used) / (int32_t)(*columns > 0 ? *columns : 1) : 0;
    for (uint32_t i = 0; i < *columns; i++) {
        widths[i] += more + (i > 0 ? gap : 0);
    }
}

static void draw_cells(struct ui *ui, const struct cell *cells, uint32_t count,
                       const int32_t widths[COLUMN_MAX], enum type type, struct box box)
{
    int32_t x = box.x;
    for (uint32_t i = 0; i < count; i++) {
        char text[CELL_BYTES];
        size_t bytes = cells[i].bytes < CELL_BYTES ? cells[i].bytes : CELL_BYTES - 1;
        memcpy(text, cells[i].text, bytes);
        text[bytes] = '\0';
        ui_label(ui, type, INK_NONE, text, (struct box){x, box.y, widths[i], box.h},
                 i < TEXT_COLUMNS ? ALIGN_START : ALIGN_END);
        x += widths[i];
    }
}

/* A row is one node; its words are the row as it stands in the file. */
static void draw_row(struct ui *ui, uint32_t row, const char *line, size_t bytes,
                     const struct cell *cells, uint32_t count, const int32_t widths[COLUMN_MAX],
                     struct box box)
{
    char digits[24], id[NODE_ID_BYTES], text[2 * CELL_BYTES + 1];
    struct text_arg arg = {"n", text_number(digits, row)};
    text_format(id, sizeof(id), "report.row.{n}", &arg, 1);
    bytes = bytes < sizeof(text) ? bytes : sizeof(text) - 1;
    memcpy(text, line, bytes);
    text[bytes] = '\0';
    ui_words(ui, id, text, row_type(row), box);
    draw_cells(ui, cells, count, widths, row_type(row), box);
}

void report_table_draw(const struct app *app, struct ui *ui, const struct report_table *table,
                       struct box box)
{
    ui_sheet(ui, (struct box){box.x, box.y, box.w, table->height}, ui_umf(ui, RADIUS_UM), false);
    int32_t widths[COLUMN_MAX], pad = ui_um(ui, PAD_UM);
    uint32_t columns;
    column_widths(app, ui, table, box.w - 2 * pad, widths, &columns);
    const char *line = report_csv_first(lines_report(app)->text);
    for (uint32_t row = 0; row <= table->rows && line != NULL; row++) {
        struct cell cells[COLUMN_MAX];
        uint32_t count;
        size_t bytes;
        const char *next = split(line, cells, &count, &bytes);
        struct box at = {box.x + pad, box.y + (int32_t)row * table->pitch_px, box.w - 2 * pad,
                         table->pitch_px};
        draw_row(ui, row, line, bytes, cells, count, widths, at);
        if (row == 0) {
            ui_rule(ui, (float)box.x, (float)(at.y + at.h), (float)(box.x + box.w),
                    (float)(at.y + at.h), INK_OUTLINE, ui_umf(ui, 300));
        } else if (row < table->rows) {
            ui_hairline(ui, at.x, at.y + at.h, at.w);
        }
        line = next;
    }
}
