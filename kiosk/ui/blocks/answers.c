/* SPDX-License-Identifier: MIT */
#include "ui/blocks/answers.h"

enum {
    PILL_UM_MAX = 23400,
    GAP_UM = 3050,           /* between answers, */
    GAP_OPT_UM = 6800,       /* and before the opt-outs */
    GAP_LEAST_UM = 2700,     /* between pills so high that no panel holds them further apart, */
    GAP_OPT_LEAST_UM = 4200, /* and before the opt-outs there */
};

static int32_t gap_px(const struct ui *ui)
{
    return ui_um(ui, ui->paged ? GAP_LEAST_UM : GAP_UM);
}

/* Returns the most lines that a label takes when all pills are this high; 0 when a label does not
 * fit. */
static uint32_t lines_at(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                         int32_t w, int32_t half_w, int32_t pill)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < ANSWERS_COUNT; i++) {
        bool narrow = i >= ANSWERS_COUNT - ANSWERS_OPT_OUTS;
        uint32_t lines = ui_answer_lines(ui, answers[i].label, narrow ? half_w : w, pill);
        if (lines == 0) {
            return 0;
        }
        most = lines > most ? lines : most;
    }
    return most;
}

struct column {
    int32_t pill, gap, gap_opt; /* pill: 0 when the answers do not fit */
    bool shares_row;
};

static int32_t column_gaps(const struct column *column, int32_t rows)
{
    return (rows - 2) * column->gap + column->gap_opt;
}

static int32_t column_px(const struct column *column)
{
    const int32_t rows = column->shares_row ? 5 : 6;
    return rows * column->pill + column_gaps(column, rows);
}

static struct column column_with(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                                 const struct answers_room *room, int32_t gap, int32_t gap_opt)
{
    const int32_t w = room->box.w, largest = ui_um(ui, ui_sized_um(ui, PILL_UM_MAX));
    struct column column = {.gap = gap, .gap_opt = gap_opt};
    int32_t pill[2];
    uint32_t lines[2];
    for (int full = 0; full <= 1; full++) {
        int32_t rows = 5 + full;
        pill[full] = (room->box.h - column_gaps(&column, rows)) / rows;
        pill[full] = pill[full] < largest ? pill[full] : largest;
        lines[full] = lines_at(ui, answers, w, full ? w : (w - gap) / 2, pill[full]);
    }
    /* Two opt-outs share a row unless that breaks a label that a full row would not. */
    column.shares_row = !room->one_a_row && lines[0] > 0 && (lines[1] == 0 || lines[0] <= lines[1]);
    column.pill = column.shares_row ? pill[0] : lines[1] > 0 ? pill[1] : 0;
    return column;
}

static struct column column_in(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                               const struct answers_room *room)
{
    struct column column = column_with(ui, answers, room, gap_px(ui), ui_um(ui, GAP_OPT_UM));
    if (column.pill == 0 && room->one_a_row) {
        column =
            column_with(ui, answers, room, ui_um(ui, GAP_LEAST_UM), ui_um(ui, GAP_OPT_LEAST_UM));
    }
    return column;
}

bool answers_column_fits(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                         const struct answers_room *room)
{
    return column_in(ui, answers, room).pill > 0;
}

int32_t answers_column_px(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                          const struct answers_room *room)
{
    const struct column column = column_in(ui, answers, room);
    return column_px(&column);
}

void answers_column(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                    const struct answers_room *room)
{
    const struct box box = room->box;
    struct column column = column_in(ui, answers, room);
    if (column.pill == 0) {
        column.pill = ui_answer_height_min(ui);
        ui->overflow = true;
    }
    const int32_t pill = column.pill, total = column_px(&column);
    /* Answers with a row each stand at the foot of the panel, within reach. */
    int32_t y = box.y + (room->one_a_row ? box.h - total : (box.h - total) / 3);
    for (uint32_t i = 0; i < ANSWERS_COUNT - ANSWERS_OPT_OUTS; i++) {
        ui_answer(ui, &answers[i], (struct box){box.x, y, box.w, pill});
        y += pill + column.gap;
    }
    y += column.gap_opt - column.gap;
    int32_t half_w = (box.w - column.gap) / 2;
    if (column.shares_row) {
        ui_answer(ui, &answers[4], (struct box){box.x, y, half_w, pill});
        ui_answer(ui, &answers[5], (struct box){box.x + box.w - half_w, y, half_w, pill});
    } else {
        ui_answer(ui, &answers[4], (struct box){box.x, y, box.w, pill});
        ui_answer(ui, &answers[5], (struct box){box.x, y + pill + column.gap, box.w, pill});
    }
}

/* Returns the height of pills that hold every label: the largest usual one up to a height, with as
 * few lines as any; else the least larger one; 0 when no pill does. */
static int32_t grid_pill(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                         int32_t w, int32_t most)
{
    int32_t least = ui_answer_height_min(ui), largest = ui_um(ui, ui_sized_um(ui, PILL_UM_MAX));
    int32_t step = ui_um(ui, 500), best = 0;
    uint32_t fewest = UINT32_MAX;
    for (int32_t pill = most < largest ? most : largest; pill >= least; pill -= step) {
        const uint32_t lines = lines_at(ui, answers, w, w, pill);
        if (lines > 0 && lines < fewest) {
            best = pill;
            fewest = lines;
        }
    }
    for (int32_t pill = largest + step; best == 0 && pill <= most; pill += step) {
        best = lines_at(ui, answers, w, w, pill) > 0 ? pill : 0;
    }
    return best;
}

/* Draws the answers of a layout of two steps: three rows of two where that fits, else one column,
 * else pages of four, three, two or one. The two opt-outs stay together, and are as large as
 * answers. */
void answers_grid(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT], struct box box)
{
    static const struct {
        int32_t columns, count;
    } GRIDS[] = {{2, 6}, {1, 6}, {2, 4}, {1, 4}, {1, 3}, {2, 2}, {1, 2}, {1, 1}};
    enum { GRID_COUNT = sizeof(GRIDS) / sizeof(GRIDS[0]) };
    int32_t gap = gap_px(ui), w = box.w, pill = 0, columns = 1, count = 1;
    for (size_t i = box.w > box.h ? 0 : 1; i < GRID_COUNT && pill == 0; i++) {
        columns = GRIDS[i].columns;
        count = GRIDS[i].count;
        if (!ui->paged && count < ANSWERS_COUNT) {
            break;
        }
        int32_t rows = count / columns;
        w = columns == 2 ? (box.w - gap) / 2 : box.w;
        pill = grid_pill(ui, answers, w, (box.h - (rows - 1) * gap) / rows);
    }
    if (pill == 0) {
        pill = ui_answer_height_min(ui);
        ui->overflow = true;
    }
    uint32_t first = ui->paged ? ui->page * (uint32_t)count : 0;
    uint32_t end = first + (uint32_t)count;
    end = end < ANSWERS_COUNT ? end : ANSWERS_COUNT;
    ui->page_count = (ANSWERS_COUNT + (uint32_t)count - 1) / (uint32_t)count;
    int32_t rows = count / columns;
    int32_t y = box.y + (box.h - (rows * pill + (rows - 1) * gap)) / 2;
    for (uint32_t i = first; i < end; i++) {
        int32_t column = (int32_t)(i - first) % columns, row = (int32_t)(i - first) / columns;
        ui_answer(ui, &answers[i],
                  (struct box){box.x + column * (w + gap), y + row * (pill + gap), w, pill});
    }
}

bool answers_fit(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT], struct box box)
{
    int32_t gap = gap_px(ui);
    return grid_pill(ui, answers, (box.w - gap) / 2, (box.h - 2 * gap) / 3) > 0 ||
           grid_pill(ui, answers, box.w, (box.h - 5 * gap) / 6) > 0;
}
