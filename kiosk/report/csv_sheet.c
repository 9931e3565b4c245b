/* SPDX-License-Identifier: MIT */
#include "report/csv_sheet.h"

#include "report/csv.h"
#include "ui/blocks/grid.h"

#include <string.h>

enum {
    PITCH_UM = 7400,
    PAD_UM = 4500,
    COLUMN_GAP_UM = 3000,
    UNDER_UM = 1000,
    TEXT_COLUMNS = 4, /* window, set, month and what; the other columns are numbers */
};

static size_t copy(char *to, size_t size, const char *from, size_t bytes)
{
    bytes = bytes < size ? bytes : size - 1;
    memcpy(to, from, bytes);
    to[bytes] = '\0';
    return bytes;
}

static void put_cells(const void *context, uint32_t row, char cell[][GRID_CELL_BYTES])
{
    const struct csv_sheet *sheet = context;
    const char *at = sheet->line[row];
    memset(cell, 0, (size_t)sheet->columns * GRID_CELL_BYTES);
    for (uint32_t i = 0; i < sheet->columns; i++) {
        const size_t bytes = strcspn(at, ",\n");
        copy(cell[i], GRID_CELL_BYTES, at, bytes);
        at += bytes + (at[bytes] == ',');
    }
}

/* A row is read aloud as the row stands in the file. */
static void put_words(const void *context, struct ui *ui, uint32_t row, struct grid_words *words)
{
    const struct csv_sheet *sheet = context;
    char digits[NUMBER_BYTES], line[GRID_CELL_BYTES];
    const struct text_arg arg = {"n", text_number(digits, row)};
    text_format(words->id, sizeof(words->id), "report.row.{n}", &arg, 1);
    copy(line, sizeof(line), sheet->line[row], strcspn(sheet->line[row], "\n"));
    words->text = frame_text(ui->frame, line);
}

static uint32_t columns_of(const char *line)
{
    uint32_t columns = 1;
    for (; *line != '\n' && *line != '\0'; line++) {
        columns += *line == ',';
    }
    return columns < GRID_COLUMN_MAX ? columns : GRID_COLUMN_MAX;
}

void csv_sheet_measure(const char *text, const struct ui *ui, int32_t room, struct csv_sheet *sheet)
{
    const int32_t pitch = ui_um(ui, PITCH_UM);
    const char *line = report_csv_first(text);
    *sheet = (struct csv_sheet){.columns = columns_of(line), .line = {line}};
    for (uint32_t i = 0; i < CSV_SHEET_LINES; i++) {
        const int32_t height = (int32_t)(i + 1) * pitch + ui_um(ui, UNDER_UM);
        if (line[0] == '\0' || height > room) {
            break;
        }
        sheet->line[i] = line;
        sheet->rows = i;
        sheet->height = height;
        line += strcspn(line, "\n");
        line += line[0] == '\n';
    }
}

void csv_sheet_draw(struct ui *ui, const struct csv_sheet *sheet, struct box box)
{
    struct grid grid = {.columns = sheet->columns,
                        .rows = sheet->rows,
                        .starts = TEXT_COLUMNS,
                        .type = TYPE_F_CAPTION,
                        .head_type = TYPE_F_HEAD_CAPTION,
                        .pitch_px = ui_um(ui, PITCH_UM),
                        .gap_px = ui_um(ui, COLUMN_GAP_UM),
                        .pad_px = ui_um(ui, PAD_UM),
                        .under_px = ui_um(ui, UNDER_UM),
                        .context = sheet,
                        .cells = put_cells,
                        .words = put_words};
    grid_measure(ui, &grid, box.w - 2 * grid.pad_px);
    grid_draw(ui, &grid, box);
}
