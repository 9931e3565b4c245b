/* SPDX-License-Identifier: MIT */
#include "ui/table.h"

#include "core/catalog.h"
#include "ui/area.h"

enum { GAP_UM = 3500, ROW_GAP_UM = 4000 };

static int32_t row_px(const struct ui *ui)
{
    return ui_line_px(ui, TYPE_CAPTION) + ui_gap(ui, 2200);
}

static int32_t height_px(const struct ui *ui, const struct ui_table *table)
{
    return ui_line_px(ui, TYPE_CAPTION) + ui_um(ui, 1500) + (int32_t)(table->rows + 1) * row_px(ui);
}

static void cells(struct ui *ui, const struct ui_table *table,
                  const char *const texts[TABLE_COLUMN_MAX], const int32_t widths[TABLE_COLUMN_MAX],
                  struct box row)
{
    int32_t gap = (row.w - widths[0] - widths[1] - widths[2] - widths[3]) / (TABLE_COLUMN_MAX + 1);
    int32_t x = row.x + gap;
    for (uint32_t i = 0; i < table->columns; i++) {
        ui_label(ui, TYPE_CAPTION, INK_INK, texts[i], (struct box){x, row.y, widths[i], row.h},
                 table->number[i] ? ALIGN_END : ALIGN_START);
        x += widths[i] + gap;
    }
}

static void column_widths(const struct ui *ui, const struct ui_table *table,
                          int32_t widths[TABLE_COLUMN_MAX])
{
    for (uint32_t c = 0; c < TABLE_COLUMN_MAX; c++) {
        widths[c] = ui_text_width(ui, TYPE_CAPTION, table->head[c]);
        for (uint32_t r = 0; r < table->rows; r++) {
            int32_t width = ui_text_width(ui, TYPE_CAPTION, table->cell[r][c]);
            widths[c] = width > widths[c] ? width : widths[c];
        }
    }
}

static int32_t width_least_px(const struct ui *ui, const struct ui_table *table)
{
    int32_t widths[TABLE_COLUMN_MAX];
    column_widths(ui, table, widths);
    return widths[0] + widths[1] + widths[2] + widths[3] + (TABLE_COLUMN_MAX + 1) * ui_um(ui, 3000);
}

static void draw_table(struct ui *ui, const struct ui_table *table, int32_t x, int32_t y, int32_t w)
{
    int32_t line = ui_line_px(ui, TYPE_CAPTION), row_h = row_px(ui);
    struct ui_text title = {.id = table->id,
                            .text = table->title,
                            .role = ROLE_HEADING,
                            .type = TYPE_CAPTION,
                            .x = x,
                            .y = y,
                            .w = w};
    ui_text(ui, &title);
    y += line + ui_um(ui, 1500);
    ui_sheet(ui, (struct box){x, y, w, (int32_t)(table->rows + 1) * row_h}, ui_umf(ui, 2500),
             false);
    int32_t widths[TABLE_COLUMN_MAX];
    column_widths(ui, table, widths);
    cells(ui, table, table->head, widths, (struct box){x, y, w, row_h});
    ui_rule(ui, (float)x, (float)(y + row_h), (float)(x + w), (float)(y + row_h), INK_OUTLINE, 2);
    for (uint32_t r = 0; r < table->rows; r++) {
        struct box row = {x, y + (int32_t)(r + 1) * row_h, w, row_h};
        const char *texts[TABLE_COLUMN_MAX];
        for (uint32_t c = 0; c < TABLE_COLUMN_MAX; c++) {
            texts[c] = table->cell[r][c];
        }
        if (r > 0) {
            ui_hairline(ui, x + ui_um(ui, 3000), row.y, w - ui_um(ui, 6000));
        }
        cells(ui, table, texts, widths, row);
        ui_row_node(ui, table->row_id[r], texts, table->columns, table->spoken[r], TYPE_CAPTION,
                    row);
    }
}

/* Draws a table that is larger than a page. Each row is a line of words: head and cell in turn. */
static void table_lines(struct flow *flow, const struct ui_table *table)
{
    struct ui *ui = flow->ui;
    flow_text(flow, &(struct ui_text){.id = table->id,
                                      .text = table->title,
                                      .role = ROLE_HEADING,
                                      .type = TYPE_CAPTION});
    for (uint32_t r = 0; r < table->rows; r++) {
        char line[TABLE_COLUMN_MAX * 2 * TABLE_CELL_BYTES] = "";
        size_t length = 0;
        for (uint32_t c = 0; c < table->columns; c++) {
            struct text_arg args[] = {{"head", table->head[c]}, {"cell", table->cell[r][c]}};
            length += text_format(line + length, sizeof(line) - length,
                                  c == 0 ? "{head}\u00A0{cell}" : "  {head}\u00A0{cell}", args, 2);
        }
        flow_gap(flow, 2200);
        flow_text(flow, &(struct ui_text){.id = table->row_id[r],
                                          .text = frame_text_bytes(ui->frame, line, length),
                                          .spoken = table->spoken[r],
                                          .role = ROLE_TEXT,
                                          .type = TYPE_CAPTION,
                                          .ink = INK_INK});
    }
}

static void table_flow(struct flow *flow, const struct ui_table *table)
{
    int32_t y;
    int32_t height = height_px(flow->ui, table), width = width_least_px(flow->ui, table);
    if (flow->ui->paged && (width > flow->box.w || height > flow->box.h)) {
        table_lines(flow, table);
    } else if (flow_block(flow, height, &y)) {
        draw_table(flow->ui, table, flow->box.x, y, width > flow->box.w ? width : flow->box.w);
    }
}

void tables_flow(struct flow *flow, const struct ui_table *one, const struct ui_table *other)
{
    struct ui *ui = flow->ui;
    const int32_t gap = ui_um(ui, GAP_UM);
    const int32_t w = width_least_px(ui, one), w_other = width_least_px(ui, other);
    if (w + gap + w_other > flow->box.w) {
        table_flow(flow, one);
        flow_gap(flow, ROW_GAP_UM);
        table_flow(flow, other);
        bool wide = w > flow->box.w || w_other > flow->box.w;
        ui->overflow = ui->overflow || (!ui->paged && wide);
        return;
    }
    const int32_t height = height_px(ui, one), height_other = height_px(ui, other);
    const int32_t first = (flow->box.w - gap) * w / (w + w_other);
    int32_t y;
    if (flow_block(flow, height > height_other ? height : height_other, &y)) {
        draw_table(ui, one, flow->box.x, y, first);
        draw_table(ui, other, flow->box.x + first + gap, y, flow->box.w - gap - first);
    }
}
