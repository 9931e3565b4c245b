/* SPDX-License-Identifier: MIT */
/* One question. Nothing is preselected, choosing never moves on, and what is on the screen after
 * leaving a question is the same whatever was chosen. */
#include "screens/question.h"

enum { TEXT_TOP_UM = 41000 };

static bool is_answer_step(const struct app *app)
{
    return app->question_layout == QUESTION_TWO_STEPS && app->question_step;
}

static struct box shore(const struct app *app, struct ui *ui)
{
    bool read_step = app->question_layout == QUESTION_TWO_STEPS && !app->question_step;
    struct ui_button left[] = {{.id = "common.back",
                                .label = word(app, MSG_COMMON_BACK),
                                .icon = ICON_BACK,
                                .action = ACTION_BACK},
                               {.id = "common.pause",
                                .label = word(app, MSG_COMMON_PAUSE),
                                .icon = ICON_PAUSE,
                                .action = ACTION_PAUSE}};
    struct ui_button next = {.id = "common.next",
                             .label = word(app, MSG_COMMON_NEXT),
                             .kind = BUTTON_PRIMARY,
                             .icon_after = ICON_NEXT,
                             .action = ACTION_NEXT};
    struct ui_button answer = {.id = "common.next",
                               .label = word(app, MSG_QUESTION_ANSWER_STEP),
                               .kind = BUTTON_PRIMARY,
                               .icon_after = ICON_NEXT,
                               .action = ACTION_ANSWER_STEP};
    struct ui_shore bar = {left, 2, read_step ? &answer : &next, 1, NULL};
    return ui_shore(ui, &bar);
}

static void prepare(struct app *app, struct ui *ui)
{
    struct ui measuring = *ui;
    app->question_layout = QUESTION_FULL;
    struct ui_mark mark = ui_mark(ui);
    struct box content = shore(app, &measuring);
    ui_rewind(ui, mark);
    app->question_layout = (uint8_t)question_choose(app, ui, content);
}

/* Stones, "4 of 7", the theme's word; or, while answering in two steps, how to see it again. */
static int32_t head(const struct app *app, struct ui *ui, struct box box)
{
    char i_text[24], n_text[24];
    uint32_t count = app_question_count(app);
    struct text_arg args[] = {{"i", text_number(i_text, app->question + 1)},
                              {"n", text_number(n_text, count)}};
    const char *words = fill(app, ui, MSG_QUESTION_PROGRESS, args, 2);
    const char *spoken = fill(app, ui, MSG_QUESTION_PROGRESS_S, args, 2);
    int32_t height = ui_um(ui, ui_sized_um(ui, 12800));
    int32_t width =
        ui_progress(ui, "question.progress", app->question + 1, count, words, spoken, box.x, box.y);
    uint32_t question = app_question_at(app, app->question);
    uint32_t theme = app->config.pack->question[question].theme;
    int32_t gap = ui_um(ui, ui_sized_um(ui, 5500));
    int32_t x = box.x + width + gap;
    struct ui_text text = {.id = "question.theme",
                           .text = theme_word(app, theme),
                           .spoken = app->config.pack->theme[theme].spoken,
                           .role = ROLE_TEXT,
                           .type = TYPE_CAPTION};
    int32_t text_w = ui_text_width(ui, TYPE_CAPTION, text.text);
    if (x + gap + text_w > box.x + box.w) {
        return height; /* no room beside the stones: the word is said, not shown */
    }
    int32_t line = ui_line_px(ui, TYPE_CAPTION);
    ui_rule(ui, (float)x + 0.5F, (float)(box.y + (height - line * 3 / 4) / 2), (float)x + 0.5F,
            (float)(box.y + (height + line * 3 / 4) / 2), INK_DIVIDER, 1.0F);
    text.x = x + gap;
    text.w = text_w + 1;
    text.y = box.y + (height - line) / 2;
    ui_text(ui, &text);
    return height;
}

static int32_t words_block(const struct app *app, struct ui *ui, struct box box, bool draw)
{
    uint32_t question = app_question_at(app, app->question);
    bool week = app->settings.look_back == LOOK_BACK_WEEK;
    bool folded = app->question_layout == QUESTION_FOLDED && !app->question_hint;
    int32_t y = box.y;
    struct ui_text period = {
        .id = "question.period",
        .text = word(app, week ? MSG_QUESTION_PERIOD_WEEK : MSG_QUESTION_PERIOD_MET),
        .spoken = word(app, week ? MSG_QUESTION_PERIOD_WEEK_S : MSG_QUESTION_PERIOD_MET_S),
        .role = ROLE_TEXT,
        .type = TYPE_BODY,
        .x = box.x,
        .y = y,
        .w = box.w};
    y += draw ? ui_text(ui, &period) : ui_text_height(ui, &period);
    y += ui_gap(ui, 3000);
    struct ui_text statement = {
        .id = "question.statement",
        .text = question_statement(app, question),
        .role = ROLE_HEADING,
        .type = app->question_layout == QUESTION_FULL ? TYPE_STATEMENT : TYPE_STATEMENT_SMALL,
        .balance = true,
        .x = box.x,
        .y = y,
        .w = box.w};
    y += draw ? ui_text(ui, &statement) : ui_text_height(ui, &statement);
    if (folded && !app->question_again) {
        struct ui_button hint = {.id = "question.hint",
                                 .label = word(app, MSG_QUESTION_HINT),
                                 .kind = BUTTON_CHIP,
                                 .action = ACTION_HINT};
        y += ui_gap(ui, 5000);
        int32_t height = ui_button_height(ui, BUTTON_CHIP);
        if (draw) {
            ui_button(ui, &hint, (struct box){box.x, y, ui_button_width(ui, &hint), height});
        }
        return y + height - box.y;
    }
    y += ui_gap(ui, 7000);
    /* After Back the line about what was kept takes the place of the guidance: it says the same
     * whether or not something was chosen. */
    struct ui_text guidance = {.id = app->question_again ? "question.kept" : "question.guidance",
                               .text = app->question_again ? word(app, MSG_QUESTION_BACK)
                                                           : question_guidance(app, question),
                               .role = ROLE_TEXT,
                               .type = TYPE_BODY,
                               .balance = true,
                               .x = box.x,
                               .y = y,
                               .w = box.w};
    y += draw ? ui_text(ui, &guidance) : ui_text_height(ui, &guidance);
    return y - box.y;
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
                               .action = ACTION_ANSWER,
                               .arg = (int16_t)(index + 1)};
    ui_answer(ui, &button, box);
}

static void answer_column(const struct app *app, struct ui *ui, struct box box, bool from_bottom)
{
    bool half = true;
    int32_t pill = question_pill_px(app, ui, box.w, box.h, &half);
    int32_t gap = question_gap_px(ui);
    if (pill == 0) {
        pill = ui_answer_height_min(ui);
        ui->overflow = true;
    }
    int32_t rows = half ? 5 : 6;
    int32_t total = rows * pill + (rows - 2) * gap + question_gap_opt_px(ui);
    int32_t y = from_bottom ? box.y + box.h - total : box.y + (box.h - total) / 3;
    for (uint32_t i = 0; i < QUESTION_ANSWERS - QUESTION_OPT_OUTS; i++) {
        answer(app, ui, i, (struct box){box.x, y, box.w, pill});
        y += pill + gap;
    }
    y += question_gap_opt_px(ui) - gap;
    int32_t half_w = (box.w - gap) / 2;
    if (half) {
        answer(app, ui, 4, (struct box){box.x, y, half_w, pill});
        answer(app, ui, 5, (struct box){box.x + box.w - half_w, y, half_w, pill});
    } else {
        answer(app, ui, 4, (struct box){box.x, y, box.w, pill});
        answer(app, ui, 5, (struct box){box.x, y + pill + gap, box.w, pill});
    }
}

/* Two steps: three rows of two. */
static void answer_grid(const struct app *app, struct ui *ui, struct box box)
{
    int32_t gap = question_gap_px(ui);
    bool columns = box.w > box.h;
    int32_t rows = columns ? 3 : 6, w = columns ? (box.w - gap) / 2 : box.w;
    int32_t pill = (box.h - (rows - 1) * gap) / rows;
    int32_t largest = ui_um(ui, ui_sized_um(ui, 23400)), least = ui_answer_height_min(ui);
    pill = pill > largest ? largest : pill;
    if (pill < least) {
        pill = least;
        ui->overflow = true;
    }
    int32_t total = rows * pill + (rows - 1) * gap;
    int32_t y = box.y + (box.h - total) / 2;
    for (uint32_t i = 0; i < QUESTION_ANSWERS; i++) {
        int32_t column = columns ? (int32_t)(i % 2) : 0;
        int32_t row = columns ? (int32_t)(i / 2) : (int32_t)i;
        answer(app, ui, i,
               (struct box){box.x + column * (w + gap), y + row * (pill + gap), w, pill});
    }
}

static void build(const struct app *app, struct ui *ui)
{
    struct box content = shore(app, ui);
    struct question_boxes boxes = question_split(ui, content);
    if (app->question_layout == QUESTION_TWO_STEPS) {
        int32_t used = head(app, ui, content) + ui_gap(ui, 4000);
        struct box rest = {content.x, content.y + used, content.w, content.h - used};
        if (is_answer_step(app)) {
            answer_grid(app, ui, rest);
            return;
        }
        struct flow flow;
        flow_begin(&flow, ui, rest);
        int32_t y, height = words_block(app, ui, rest, false);
        if (flow_block(&flow, height, &y)) {
            int32_t spare = rest.h - height;
            y += spare > 0 ? spare / 3 : 0;
            words_block(app, ui, (struct box){rest.x, y, rest.w, rest.h}, true);
        }
        flow_end(&flow);
        return;
    }
    int32_t used = head(app, ui, boxes.text);
    int32_t height = words_block(app, ui, boxes.text, false);
    int32_t y = boxes.text.y + used + ui_gap(ui, 4000);
    if (boxes.stacked) {
        y += ui_gap(ui, 8000);
        words_block(app, ui, (struct box){boxes.text.x, y, boxes.text.w, height}, true);
        int32_t top = y + height + ui_gap(ui, 6000);
        answer_column(app, ui, (struct box){content.x, top, content.w, content.y + content.h - top},
                      true);
        return;
    }
    /* The words keep one place on all questions that leave room for it. */
    int32_t wanted = ui_um(ui, TEXT_TOP_UM), last = content.y + content.h - height;
    int32_t top = wanted < last ? wanted : last;
    y = top > y ? top : y;
    if (y + height > content.y + content.h) {
        ui->overflow = true;
    }
    words_block(app, ui, (struct box){boxes.text.x, y, boxes.text.w, height}, true);
    answer_column(app, ui, boxes.answers, false);
}

static void enter(struct app *app, uint32_t question, bool again)
{
    app->question = question;
    app->question_again = again;
    app->question_step = app->question_hint = false;
    session_enter(&app->config.secret->session);
    app_go(app, SCREEN_QUESTION);
}

static void back(struct app *app)
{
    if (is_answer_step(app)) {
        app->question_step = false;
        app_go(app, SCREEN_QUESTION);
    } else if (app->question == 0) {
        app_go(app, SCREEN_ARRIVE);
    } else {
        enter(app, app->question - 1, true);
    }
}

static void next(struct app *app)
{
    if (app->question + 1 < app_question_count(app)) {
        enter(app, app->question + 1, false);
        return;
    }
    session_enter(&app->config.secret->session);
    app->finish = FINISH_ASK;
    if (app->ended) {
        app->finish = FINISH_ENDED;
        app_wipe_answers(app);
    }
    app_go(app, SCREEN_FINISH);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ACTION_ANSWER:
        session_choose(&app->config.secret->session, app->question, (enum answer)arg);
        break;
    case ACTION_NEXT:
        next(app);
        break;
    case ACTION_ANSWER_STEP:
        app->question_step = true;
        app_go(app, SCREEN_QUESTION);
        break;
    case ACTION_BACK:
        back(app);
        break;
    case ACTION_HINT:
        app->question_hint = true;
        break;
    default:
        app_act_common(app, action, arg);
        break;
    }
}

const struct screen_ops SCREEN_OPS_QUESTION = {.patience = PATIENCE_VISIT,
                                               .prepare = prepare,
                                               .build = build,
                                               .act = act,
                                               .focus_id = "question.answer.1",
                                               .next_id = "common.next",
                                               .back_id = "common.back",
                                               .pause_id = "common.pause"};
