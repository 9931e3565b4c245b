/* SPDX-License-Identifier: MIT */
#include "screens/question.h"

enum {
    PILL_UM_MAX = 23400,
    GAP_UM = 3050,
    GAP_OPT_UM = 6800,
    GUTTER_UM = 11000,
    PROGRESS_UM = 12800,
};

const char *answer_label(const struct app *app, uint32_t index)
{
    static const enum message_id LABELS[QUESTION_ANSWERS] = {
        MSG_QUESTION_ANSWER_1, MSG_QUESTION_ANSWER_2, MSG_QUESTION_ANSWER_3,
        MSG_QUESTION_ANSWER_4, MSG_QUESTION_UNFIT,    MSG_QUESTION_UNSAID};
    return word(app, LABELS[index]);
}

int32_t question_gap_px(const struct ui *ui)
{
    return ui_um(ui, GAP_UM);
}

int32_t question_gap_opt_px(const struct ui *ui)
{
    return ui_um(ui, GAP_OPT_UM);
}

struct question_boxes question_split(const struct ui *ui, struct box content)
{
    struct question_boxes boxes = {.stacked = ui->height > ui->width};
    if (boxes.stacked) {
        boxes.text = boxes.answers = content;
        return boxes;
    }
    int32_t gutter = ui_um(ui, GUTTER_UM);
    int32_t text_w = (content.w - gutter) * 484 / 1000;
    boxes.text = (struct box){content.x, content.y, text_w, content.h};
    boxes.answers = (struct box){content.x + text_w + gutter, content.y,
                                 content.w - text_w - gutter, content.h};
    return boxes;
}

/* The most lines any label takes when all pills are this high; 0 when one does not fit. */
static uint32_t lines_at(const struct app *app, const struct ui *ui, int32_t w, bool half,
                         int32_t pill)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < QUESTION_ANSWERS; i++) {
        bool narrow = half && i >= QUESTION_ANSWERS - QUESTION_OPT_OUTS;
        int32_t width = narrow ? (w - question_gap_px(ui)) / 2 : w;
        uint32_t lines = ui_answer_lines(ui, answer_label(app, i), width, pill);
        if (lines == 0) {
            return 0;
        }
        most = lines > most ? lines : most;
    }
    return most;
}

int32_t question_pill_px(const struct app *app, const struct ui *ui, int32_t w, int32_t h,
                         bool *half)
{
    int32_t largest = ui_um(ui, ui_sized_um(ui, PILL_UM_MAX));
    int32_t pill[2];
    uint32_t lines[2];
    for (int full = 0; full <= 1; full++) {
        int32_t rows = 5 + full;
        int32_t gaps = (rows - 2) * question_gap_px(ui) + question_gap_opt_px(ui);
        pill[full] = (h - gaps) / rows;
        pill[full] = pill[full] < largest ? pill[full] : largest;
        lines[full] = lines_at(app, ui, w, full == 0, pill[full]);
    }
    /* Two opt-outs share a row unless that breaks a label that a full row would not. */
    bool share = lines[0] > 0 && (lines[1] == 0 || lines[0] <= lines[1]);
    *half = share;
    return share ? pill[0] : lines[1] > 0 ? pill[1] : 0;
}

static int32_t text_height(const struct app *app, const struct ui *ui, uint32_t question, int32_t w,
                           enum question_layout layout)
{
    struct ui_text statement = {.text = question_statement(app, question),
                                .type =
                                    layout == QUESTION_FULL ? TYPE_STATEMENT : TYPE_STATEMENT_SMALL,
                                .balance = true,
                                .w = w};
    int32_t height = ui_um(ui, ui_sized_um(ui, PROGRESS_UM)) + ui_um(ui, 4000);
    height += ui_line_px(ui, TYPE_BODY) + ui_um(ui, 3000) + ui_text_height(ui, &statement);
    if (layout == QUESTION_FOLDED) {
        return height + ui_um(ui, 4000) + ui_button_height(ui, BUTTON_CHIP);
    }
    struct ui_text guidance = {
        .text = question_guidance(app, question), .type = TYPE_BODY, .balance = true, .w = w};
    struct ui_text back = {
        .text = word(app, MSG_QUESTION_BACK), .type = TYPE_BODY, .balance = true, .w = w};
    int32_t a = ui_text_height(ui, &guidance), b = ui_text_height(ui, &back);
    return height + ui_um(ui, 5000) + (a > b ? a : b);
}

static bool layout_fits(const struct app *app, const struct ui *ui, struct box content,
                        enum question_layout layout)
{
    struct question_boxes boxes = question_split(ui, content);
    int32_t tallest = 0;
    for (uint32_t i = 0; i < app_question_count(app); i++) {
        int32_t height = text_height(app, ui, app_question_at(app, i), boxes.text.w, layout);
        tallest = height > tallest ? height : tallest;
    }
    int32_t room = boxes.answers.h;
    if (boxes.stacked) {
        room -= tallest + ui_um(ui, 6000);
        tallest = 0;
    }
    bool half;
    return tallest <= boxes.text.h && question_pill_px(app, ui, boxes.answers.w, room, &half) > 0;
}

enum question_layout question_choose(const struct app *app, struct ui *ui, struct box content)
{
    for (int layout = QUESTION_FULL; layout < QUESTION_TWO_STEPS; layout++) {
        if (layout_fits(app, ui, content, (enum question_layout)layout)) {
            return (enum question_layout)layout;
        }
    }
    return QUESTION_TWO_STEPS;
}
