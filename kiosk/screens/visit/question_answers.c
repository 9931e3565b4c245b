/* SPDX-License-Identifier: MIT */
/* The answers of a question: a column, or in a step of their own a grid. The ways to pass are among
 * them, as large as they are. */
#include "screens/visit/question.h"

#include "screens/visit/visit.h"

enum {
    PILL_UM_MAX = 23400,
    GAP_UM = 3050,     /* between answers, */
    GAP_OPT_UM = 6800, /* and before the opt-outs */
};

static const char *answer_label(const struct app *app, uint32_t index)
{
    static const enum message_id LABELS[QUESTION_ANSWERS] = {
        MSG_QUESTION_ANSWER_1, MSG_QUESTION_ANSWER_2, MSG_QUESTION_ANSWER_3,
        MSG_QUESTION_ANSWER_4, MSG_QUESTION_UNFIT,    MSG_QUESTION_UNSAID};
    return word(app, LABELS[index]);
}

static int32_t gap_px(const struct ui *ui)
{
    return ui_um(ui, GAP_UM);
}

static int32_t gap_opt_px(const struct ui *ui)
{
    return ui_um(ui, GAP_OPT_UM);
}

/* The most lines any label takes when all pills are this high; 0 when one does not fit. */
static uint32_t lines_at(const struct app *app, const struct ui *ui, int32_t w, bool half,
                         int32_t pill)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < QUESTION_ANSWERS; i++) {
        bool narrow = half && i >= QUESTION_ANSWERS - QUESTION_OPT_OUTS;
        /* In half a row a label keeps well clear of the pill's round end. */
        int32_t width = narrow ? (w - gap_px(ui)) / 2 - pill / 12 : w;
        uint32_t lines = ui_answer_lines(ui, answer_label(app, i), width, pill);
        if (lines == 0) {
            return 0;
        }
        most = lines > most ? lines : most;
    }
    return most;
}

int32_t question_pill_px(const struct app *app, const struct ui *ui,
                         const struct question_boxes *boxes, bool *half)
{
    const int32_t w = boxes->answers.w, h = boxes->answers.h;
    int32_t largest = ui_um(ui, ui_sized_um(ui, PILL_UM_MAX));
    int32_t pill[2];
    uint32_t lines[2];
    for (int full = 0; full <= 1; full++) {
        int32_t rows = 5 + full;
        int32_t gaps = (rows - 2) * gap_px(ui) + gap_opt_px(ui);
        pill[full] = (h - gaps) / rows;
        pill[full] = pill[full] < largest ? pill[full] : largest;
        lines[full] = lines_at(app, ui, w, full == 0, pill[full]);
    }
    /* Two opt-outs share a row unless that breaks a label that a full row would not. */
    bool share = !boxes->one_a_row && lines[0] > 0 && (lines[1] == 0 || lines[0] <= lines[1]);
    *half = share;
    return share ? pill[0] : lines[1] > 0 ? pill[1] : 0;
}

static void answer(const struct app *app, struct ui *ui, uint32_t index, struct box box)
{
    static const char *const IDS[QUESTION_ANSWERS] = {"question.answer.1", "question.answer.2",
                                                      "question.answer.3", "question.answer.4",
                                                      "question.unfit",    "question.unsaid"};
    bool chosen = app->config.secret->session.mark == index + 1;
    if (app->comfort.private_view && __builtin_strcmp(app->focus_id, IDS[index]) != 0) {
        chosen = false;
    }
    struct ui_button button = {.id = IDS[index],
                               .label = answer_label(app, index),
                               .role = ROLE_CHOICE,
                               .chosen = chosen,
                               .action = QUESTION_ANSWER,
                               .arg = (int16_t)(index + 1)};
    ui_answer(ui, &button, box);
}

static int32_t column_px(const struct ui *ui, int32_t pill, bool half)
{
    int32_t rows = half ? 5 : 6;
    return rows * pill + (rows - 2) * gap_px(ui) + gap_opt_px(ui);
}

int32_t question_answers_px(const struct app *app, const struct ui *ui,
                            const struct question_boxes *boxes)
{
    bool half = true;
    int32_t pill = question_pill_px(app, ui, boxes, &half);
    return column_px(ui, pill, half);
}

void question_answers_column(const struct app *app, struct ui *ui,
                             const struct question_boxes *boxes)
{
    const struct box box = boxes->answers;
    bool half = true;
    int32_t pill = question_pill_px(app, ui, boxes, &half);
    int32_t gap = gap_px(ui);
    if (pill == 0) {
        pill = ui_answer_height_min(ui);
        ui->overflow = true;
    }
    int32_t total = column_px(ui, pill, half);
    /* A row each: at the foot of the panel, within reach. */
    int32_t y = box.y + (boxes->one_a_row ? box.h - total : (box.h - total) / 3);
    for (uint32_t i = 0; i < QUESTION_ANSWERS - QUESTION_OPT_OUTS; i++) {
        answer(app, ui, i, (struct box){box.x, y, box.w, pill});
        y += pill + gap;
    }
    y += gap_opt_px(ui) - gap;
    int32_t half_w = (box.w - gap) / 2;
    if (half) {
        answer(app, ui, 4, (struct box){box.x, y, half_w, pill});
        answer(app, ui, 5, (struct box){box.x + box.w - half_w, y, half_w, pill});
    } else {
        answer(app, ui, 4, (struct box){box.x, y, box.w, pill});
        answer(app, ui, 5, (struct box){box.x, y + pill + gap, box.w, pill});
    }
}

/* The largest pill up to a height that holds every label; 0 when none does. */
static int32_t grid_pill(const struct app *app, const struct ui *ui, int32_t w, int32_t most)
{
    int32_t least = ui_answer_height_min(ui), largest = ui_um(ui, ui_sized_um(ui, 23400));
    int32_t step = ui_um(ui, 500);
    for (int32_t pill = most < largest ? most : largest; pill >= least; pill -= step) {
        bool fits = true;
        for (uint32_t i = 0; fits && i < QUESTION_ANSWERS; i++) {
            fits = ui_answer_lines(ui, answer_label(app, i), w, pill) > 0;
        }
        if (fits) {
            return pill;
        }
    }
    return 0;
}

/* Two steps: three rows of two where that fits, else one column, else pages of four, of two, of
 * one. The two ways to pass stay together, and are as large as answers. */
void question_answers_grid(const struct app *app, struct ui *ui, struct box box)
{
    static const struct {
        int32_t columns, count;
    } GRIDS[] = {{2, 6}, {1, 6}, {2, 4}, {1, 4}, {2, 2}, {1, 2}, {1, 1}};
    enum { GRID_COUNT = sizeof(GRIDS) / sizeof(GRIDS[0]) };
    int32_t gap = gap_px(ui), w = box.w, pill = 0, columns = 1, count = 1;
    for (size_t i = box.w > box.h ? 0 : 1; i < GRID_COUNT && pill == 0; i++) {
        columns = GRIDS[i].columns;
        count = GRIDS[i].count;
        if (!ui->paged && count < QUESTION_ANSWERS) {
            break;
        }
        int32_t rows = count / columns;
        w = columns == 2 ? (box.w - gap) / 2 : box.w;
        pill = grid_pill(app, ui, w, (box.h - (rows - 1) * gap) / rows);
    }
    if (pill == 0) {
        pill = ui_answer_height_min(ui);
        ui->overflow = true;
    }
    uint32_t first = ui->paged ? ui->page * (uint32_t)count : 0;
    uint32_t end = first + (uint32_t)count;
    end = end < QUESTION_ANSWERS ? end : QUESTION_ANSWERS;
    ui->page_count = (QUESTION_ANSWERS + (uint32_t)count - 1) / (uint32_t)count;
    int32_t rows = count / columns;
    int32_t y = box.y + (box.h - (rows * pill + (rows - 1) * gap)) / 2;
    for (uint32_t i = first; i < end; i++) {
        int32_t column = (int32_t)(i - first) % columns, row = (int32_t)(i - first) / columns;
        answer(app, ui, i,
               (struct box){box.x + column * (w + gap), y + row * (pill + gap), w, pill});
    }
}

/* Of the room that is left of an answer step: below the stones, which give way at the tightest,
 * having stood on the step before. */
struct box question_answers_room(const struct ui *ui, struct box content, int32_t head)
{
    int32_t used = ui->air < QUESTION_AIR ? 0 : head + ui_gap(ui, 4000);
    return (struct box){content.x, content.y + used, content.w, content.h - used};
}

bool question_answers_fit(const struct app *app, const struct ui *ui, struct box box)
{
    int32_t gap = gap_px(ui);
    return grid_pill(app, ui, (box.w - gap) / 2, (box.h - 2 * gap) / 3) > 0 ||
           grid_pill(app, ui, box.w, (box.h - 5 * gap) / 6) > 0;
}
