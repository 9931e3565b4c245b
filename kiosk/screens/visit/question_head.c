/* SPDX-License-Identifier: MIT */
/* What stands over a question: where in the visit it is, and its theme. */
#include "screens/visit/question.h"

#include "screens/visit/visit.h"

enum { THEME_GAP_UM = 5500, THEME_GAP_CLOSE_UM = 3000 };

static uint32_t theme_at(const struct app *app, uint32_t index)
{
    return app->config.pack->question[app_question_at(app, index)].theme;
}

static int32_t theme_width_max(const struct app *app, const struct ui *ui)
{
    int32_t widest = 0;
    for (uint32_t i = 0; i < app_question_count(app); i++) {
        int32_t width = ui_text_width(ui, TYPE_CAPTION, theme_word(app, theme_at(app, i)));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* The theme's word behind a rule. Its meaning is said when it changes. */
static void theme(const struct app *app, struct ui *ui, struct box box, int32_t gap)
{
    uint32_t theme = theme_at(app, visit_of(app)->question);
    bool is_new =
        visit_of(app)->question == 0 || theme_at(app, visit_of(app)->question - 1) != theme;
    struct ui_text text = {.id = "question.theme",
                           .text = theme_word(app, theme),
                           .spoken = is_new ? theme_spoken(app, theme) : NULL,
                           .role = ROLE_TEXT,
                           .type = TYPE_CAPTION,
                           .x = box.x + gap,
                           .w = box.w - gap};
    int32_t line = ui_line_px(ui, TYPE_CAPTION), middle = box.y + box.h / 2;
    if (gap + theme_width_max(app, ui) > box.w) {
        /* No room beside the stones: the word is said, not shown. */
        ui_heard(ui, text.id, is_new ? text.spoken : text.text);
        return;
    }
    float rule_x = (float)box.x + 0.5F;
    ui_rule(ui, rule_x, (float)(middle - line * 3 / 8), rule_x, (float)(middle + line * 3 / 8),
            INK_DIVIDER, 1.0F);
    text.y = middle - line / 2;
    ui_text(ui, &text);
}

/* The answers alone: how to see the question again. */
static void answer_note(const struct app *app, struct ui *ui, struct box box)
{
    struct ui_text text = {.id = "question.answer_step",
                           .text = word(app, MSG_QUESTION_ANSWER_STEP_NOTE),
                           .role = ROLE_TEXT,
                           .type = TYPE_CAPTION,
                           .align = ALIGN_END,
                           .x = box.x,
                           .w = box.w};
    text.y = box.y + (box.h - ui_line_px(ui, TYPE_CAPTION)) / 2;
    if (ui_text_width(ui, TYPE_CAPTION, text.text) > box.w) {
        ui_heard(ui, text.id, text.text);
        return;
    }
    ui_text(ui, &text);
}

/* Large letters on pages leave no room for stones. */
static bool head_is_words(const struct ui *ui)
{
    return ui->paged && ui->size >= SIZE_L;
}

int32_t question_head_now_px(const struct app *app, const struct ui *ui)
{
    return head_is_words(ui) ? ui_line_px(ui, TYPE_CAPTION)
                             : asking_head_px(ui, (enum asking_layout)question_of(app)->layout);
}

/* Stones, "4 of 7", and the theme's word or, above the answers alone, a note. Stones stand in one
 * place on all questions: nearer to each other where else not every theme's word fits. */
int32_t question_head(const struct app *app, struct ui *ui, struct box box)
{
    char i_text[NUMBER_BYTES], n_text[NUMBER_BYTES];
    uint32_t count = app_question_count(app);
    struct text_arg args[] = {{"i", number_digits(app, i_text, visit_of(app)->question + 1)},
                              {"n", number_digits(app, n_text, count)}};
    int32_t height = question_head_now_px(app, ui);
    struct ui_progress stones = {.id = "question.progress",
                                 .current = visit_of(app)->question + 1,
                                 .count = count,
                                 .words = fill(app, ui, MSG_QUESTION_PROGRESS, args, 2),
                                 .spoken = fill(app, ui, MSG_QUESTION_PROGRESS_S, args, 2),
                                 .words_alone = head_is_words(ui),
                                 .x = box.x,
                                 .y = box.y};
    if (!stones.words_alone) {
        stones.y += (height - ui_um(ui, ui_sized_um(ui, PROGRESS_UM))) / 2;
    }
    int32_t gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_UM));
    if (ui_progress_width(ui, &stones) + 2 * gap + theme_width_max(app, ui) > box.w) {
        stones.close = true;
        gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_CLOSE_UM));
    }
    int32_t used = ui_progress(ui, &stones) + gap;
    struct box rest = {box.x + used, box.y, box.w - used, height};
    if (question_answers_step(app)) {
        answer_note(app, ui, rest);
    } else {
        theme(app, ui, rest, gap);
    }
    return height;
}
