/* SPDX-License-Identifier: MIT */
#include "ui/blocks/answers.h"

enum {
    PILL_UM_MAX = 23400,
    GAP_UM = 3050,     /* between answers, */
    GAP_OPT_UM = 6800, /* and before the opt-outs */
};

static int32_t gap_px(const struct ui *ui)
{
    return ui_um(ui, GAP_UM);
}

static int32_t gap_opt_px(const struct ui *ui)
{
    return ui_um(ui, GAP_OPT_UM);
}

/* The most lines any label takes when all pills are this high; 0 when one does not fit. */
static uint32_t lines_at(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                         int32_t w, bool shares_row, int32_t pill)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < ANSWERS_COUNT; i++) {
        bool narrow = shares_row && i >= ANSWERS_COUNT - ANSWERS_OPT_OUTS;
        /* Where two share a row, a label keeps well clear of the pill's round end. */
        int32_t width = narrow ? (w - gap_px(ui)) / 2 - pill / 12 : w;
        uint32_t lines = ui_answer_lines(ui, answers[i].label, width, pill);
        if (lines == 0) {
            return 0;
        }
        most = lines > most ? lines : most;
    }
    return most;
}

int32_t answers_pill_px(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                        const struct answers_room *room, bool *shares_row)
{
    const int32_t w = room->box.w, h = room->box.h;
    int32_t largest = ui_um(ui, ui_sized_um(ui, PILL_UM_MAX));
    int32_t pill[2];
    uint32_t lines[2];
    for (int full = 0; full <= 1; full++) {
        int32_t rows = 5 + full;
        int32_t gaps = (rows - 2) * gap_px(ui) + gap_opt_px(ui);
        pill[full] = (h - gaps) / rows;
        pill[full] = pill[full] < largest ? pill[full] : largest;
        lines[full] = lines_at(ui, answers, w, full == 0, pill[full]);
    }
    /* Two opt-outs share a row unless that breaks a label that a full row would not. */
    bool share = !room->one_a_row && lines[0] > 0 && (lines[1] == 0 || lines[0] <= lines[1]);
    *shares_row = share;
    return share ? pill[0] : lines[1] > 0 ? pill[1] : 0;
}

static int32_t column_px(const struct ui *ui, int32_t pill, bool shares_row)
{
    int32_t rows = shares_row ? 5 : 6;
    return rows * pill + (rows - 2) * gap_px(ui) + gap_opt_px(ui);
}

int32_t answers_column_px(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                          const struct answers_room *room)
{
    bool shares_row = true;
    int32_t pill = answers_pill_px(ui, answers, room, &shares_row);
    return column_px(ui, pill, shares_row);
}

void answers_column(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                    const struct answers_room *room)
{
    const struct box box = room->box;
    bool shares_row = true;
    int32_t pill = answers_pill_px(ui, answers, room, &shares_row);
    int32_t gap = gap_px(ui);
    if (pill == 0) {
        pill = ui_answer_height_min(ui);
        ui->overflow = true;
    }
    int32_t total = column_px(ui, pill, shares_row);
    /* A row each: at the foot of the panel, within reach. */
    int32_t y = box.y + (room->one_a_row ? box.h - total : (box.h - total) / 3);
    for (uint32_t i = 0; i < ANSWERS_COUNT - ANSWERS_OPT_OUTS; i++) {
        ui_answer(ui, &answers[i], (struct box){box.x, y, box.w, pill});
        y += pill + gap;
    }
    y += gap_opt_px(ui) - gap;
    int32_t half_w = (box.w - gap) / 2;
    if (shares_row) {
        ui_answer(ui, &answers[4], (struct box){box.x, y, half_w, pill});
        ui_answer(ui, &answers[5], (struct box){box.x + box.w - half_w, y, half_w, pill});
    } else {
        ui_answer(ui, &answers[4], (struct box){box.x, y, box.w, pill});
        ui_answer(ui, &answers[5], (struct box){box.x, y + pill + gap, box.w, pill});
    }
}

/* The largest pill up to a height that holds every label; 0 when none does. */
static int32_t grid_pill(const struct ui *ui, const struct ui_button answers[ANSWERS_COUNT],
                         int32_t w, int32_t most)
{
    int32_t least = ui_answer_height_min(ui), largest = ui_um(ui, ui_sized_um(ui, PILL_UM_MAX));
    int32_t step = ui_um(ui, 500);
    for (int32_t pill = most < largest ? most : largest; pill >= least; pill -= step) {
        bool fits = true;
        for (uint32_t i = 0; fits && i < ANSWERS_COUNT; i++) {
            fits = ui_answer_lines(ui, answers[i].label, w, pill) > 0;
        }
        if (fits) {
            return pill;
        }
    }
    return 0;
}

/* Two steps: three rows of two where that fits, else one column, else pages of four, of two, of
 * one. The two ways to pass stay together, and are as large as answers. */
void answers_grid(struct ui *ui, const struct ui_button answers[ANSWERS_COUNT], struct box box)
{
    static const struct {
        int32_t columns, count;
    } GRIDS[] = {{2, 6}, {1, 6}, {2, 4}, {1, 4}, {2, 2}, {1, 2}, {1, 1}};
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
