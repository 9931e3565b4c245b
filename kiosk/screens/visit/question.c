/* SPDX-License-Identifier: MIT */
/* One question. Nothing is preselected, choosing never moves on, and what is on the screen after
 * leaving a question is the same whatever was chosen. */
#include "screens/visit/question.h"
#include "screens/parts/controls.h"
#include "screens/visit/visit.h"

enum {
    LIFT_UM = 6000,
    TEXT_TOP_UM = 41000,
    THEME_GAP_UM = 5500,
    THEME_GAP_CLOSE_UM = 3000,
    MEASURE_AIR = 60,
    TIGHT_AIR = 35
};

struct question_state *question_state(struct app *app)
{
    return part_state(app, SCREEN_QUESTION);
}

const struct question_state *question_of(const struct app *app)
{
    return part_state_of(app, SCREEN_QUESTION);
}

static bool is_answer_step(const struct app *app)
{
    return question_of(app)->layout == QUESTION_TWO_STEPS && question_of(app)->step;
}

/* What else stands at the foot: nothing, More, or More where Answer will be. */
enum turning { TURNS_NOTHING, TURNS_BESIDE, TURNS_FIRST };

static struct box footer(const struct app *app, struct ui *ui, enum turning turning)
{
    bool read_step = question_of(app)->layout == QUESTION_TWO_STEPS && !question_of(app)->step;
    struct ui_button left[3] = {control_back(app)};
    uint32_t count = control_listen(app, left, 1);
    left[count++] = control_pause(app);
    struct ui_button next = {.id = "common.next",
                             .label = word(app, MSG_COMMON_NEXT),
                             .kind = BUTTON_PRIMARY,
                             .icon_after = ICON_NEXT,
                             .action = ACTION_NEXT};
    struct ui_button answer = {.id = "common.next",
                               .label = word(app, MSG_QUESTION_ANSWER_STEP),
                               .kind = BUTTON_PRIMARY,
                               .icon_after = ICON_NEXT,
                               .action = QUESTION_STEP};
    struct ui_button more = control_more(app), read_on = more;
    read_on.kind = BUTTON_PRIMARY;
    read_on.icon_after = ICON_NEXT;
    bool first = turning == TURNS_FIRST;
    struct ui_footer bar = {left, count,
                            first       ? &read_on
                            : read_step ? &answer
                                        : &next,
                            1, turning == TURNS_BESIDE ? &more : NULL};
    if (question_is_beside((enum question_layout)question_of(app)->layout)) {
        return ui_footer_column(ui, &bar, question_column_px(ui));
    }
    return ui_footer(ui, &bar);
}

static void prepare(struct app *app, struct ui *ui)
{
    struct ui_mark mark = ui_mark(ui);
    bool fits = false;
    for (int i = QUESTION_FULL; !fits; i++) {
        enum question_layout layout = (enum question_layout)i;
        question_state(app)->layout = (uint8_t)layout;
        /* A layout may close its gaps before the next is tried, most of all before two steps. */
        struct ui measuring = *ui;
        measuring.air = question_is_beside(layout) ? TIGHT_AIR : MEASURE_AIR;
        question_edges(&measuring, layout);
        struct box content = footer(app, &measuring, TURNS_BESIDE);
        ui_rewind(ui, mark);
        fits = question_fits(app, &measuring, layout, content);
    }
}

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

static int32_t head_px(const struct app *app, const struct ui *ui)
{
    return head_is_words(ui) ? ui_line_px(ui, TYPE_CAPTION)
                             : question_head_px(ui, (enum question_layout)question_of(app)->layout);
}

/* Stones, "4 of 7", and the theme's word or, above the answers alone, a note. Stones stand in one
 * place on all questions: nearer to each other where else not every theme's word fits. */
static int32_t head(const struct app *app, struct ui *ui, struct box box)
{
    char i_text[NUMBER_BYTES], n_text[NUMBER_BYTES];
    uint32_t count = app_question_count(app);
    struct text_arg args[] = {{"i", number_digits(app, i_text, visit_of(app)->question + 1)},
                              {"n", number_digits(app, n_text, count)}};
    int32_t height = head_px(app, ui);
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
    if (is_answer_step(app)) {
        answer_note(app, ui, rest);
    } else {
        theme(app, ui, rest, gap);
    }
    return height;
}

static struct question_words words_now(const struct app *app)
{
    return (struct question_words){.question = app_question_at(app, visit_of(app)->question),
                                   .layout = (enum question_layout)question_of(app)->layout,
                                   .again = visit_of(app)->again,
                                   .hint = question_of(app)->hint};
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

static void answer_column(const struct app *app, struct ui *ui, const struct question_boxes *boxes)
{
    const struct box box = boxes->answers;
    bool half = true;
    int32_t pill = question_pill_px(app, ui, boxes, &half);
    int32_t gap = question_gap_px(ui);
    if (pill == 0) {
        pill = ui_answer_height_min(ui);
        ui->overflow = true;
    }
    int32_t rows = half ? 5 : 6;
    int32_t total = rows * pill + (rows - 2) * gap + question_gap_opt_px(ui);
    int32_t y = box.y + (box.h - total) / 3;
    if (boxes->stacked || boxes->one_a_row) {
        /* Within reach, and clear of the water where there is room for that. */
        int32_t lift = boxes->stacked ? (box.h - total) / 3 : 0, most = ui_um(ui, LIFT_UM);
        y = box.y + box.h - total - (lift < most ? lift : most);
    }
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
static void answer_grid(const struct app *app, struct ui *ui, struct box box)
{
    static const struct {
        int32_t columns, count;
    } GRIDS[] = {{2, 6}, {1, 6}, {2, 4}, {1, 4}, {2, 2}, {1, 2}, {1, 1}};
    enum { GRID_COUNT = sizeof(GRIDS) / sizeof(GRIDS[0]) };
    int32_t gap = question_gap_px(ui), w = box.w, pill = 0, columns = 1, count = 1;
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
static struct box answer_room(const struct ui *ui, struct box content, int32_t head)
{
    int32_t used = ui->air < MEASURE_AIR ? 0 : head + ui_gap(ui, 4000);
    return (struct box){content.x, content.y + used, content.w, content.h - used};
}

static bool six_fit(const struct app *app, const struct ui *ui, struct box box)
{
    int32_t gap = question_gap_px(ui);
    return grid_pill(app, ui, (box.w - gap) / 2, (box.h - 2 * gap) / 3) > 0 ||
           grid_pill(app, ui, box.w, (box.h - 5 * gap) / 6) > 0;
}

/* Where all six answers fit there is no page to turn, and no eleventh control that says so. */
static struct box answer_footer(const struct app *app, struct ui *ui)
{
    struct ui_mark mark = ui_mark(ui);
    bool overflow = ui->overflow;
    struct box content = footer(app, ui, TURNS_NOTHING);
    int32_t head_h = head_px(app, ui);
    if (!ui->paged || six_fit(app, ui, answer_room(ui, content, head_h))) {
        return content;
    }
    ui_rewind(ui, mark);
    ui->overflow = overflow;
    return footer(app, ui, TURNS_BESIDE);
}

/* Returns the page on which the statement ends. */
static uint32_t read_words(const struct app *app, struct ui *ui, struct box content)
{
    struct flow flow;
    struct question_words words = words_now(app);
    int32_t y;
    flow_begin(&flow, ui, content);
    if (flow_block(&flow, head_px(app, ui), &y)) {
        head(app, ui, (struct box){content.x, y, content.w, content.h});
    }
    flow_gap(&flow, 8000);
    uint32_t read = question_words_flow(app, &flow, &words);
    flow_end(&flow);
    return read;
}

/* The foot is there already. On a page before the statement's end it is built anew, without
 * Answer; the words stay where they are. */
static void read_step(const struct app *app, struct ui *ui, struct ui_mark before,
                      struct box content)
{
    if (ui->page < read_words(app, ui, content)) {
        ui_rewind(ui, before);
        (void)footer(app, ui, TURNS_FIRST);
        (void)read_words(app, ui, content);
    }
}

/* What the eye sees of the answers before reading them. */
static void heard_order(const struct app *app, struct ui *ui)
{
    ui_heard(ui, "question.order", word(app, MSG_QUESTION_ORDER_S));
}

static void build(const struct app *app, struct ui *ui)
{
    const enum question_layout layout = (enum question_layout)question_of(app)->layout;
    question_edges(ui, layout);
    struct ui_mark before = ui_mark(ui);
    struct box content =
        is_answer_step(app) ? answer_footer(app, ui) : footer(app, ui, TURNS_BESIDE);
    struct question_boxes boxes = question_split(ui, layout, content);
    if (layout == QUESTION_TWO_STEPS) {
        if (is_answer_step(app)) {
            int32_t used = ui->air < MEASURE_AIR ? 0 : head(app, ui, content);
            heard_order(app, ui);
            answer_grid(app, ui, answer_room(ui, content, used));
        } else {
            read_step(app, ui, before, content);
        }
        return;
    }
    struct question_words words = words_now(app);
    int32_t used = head(app, ui, boxes.text);
    int32_t height = question_words(app, ui, &words, boxes.text, false);
    int32_t y = boxes.text.y + used + ui_gap(ui, 4000);
    if (boxes.stacked) {
        y += ui_gap(ui, 8000);
        question_words(app, ui, &words, (struct box){boxes.text.x, y, boxes.text.w, height}, true);
        int32_t top = y + height + ui_gap(ui, 6000);
        question_new(app, ui, &words, (struct box){boxes.text.x, y + height, boxes.text.w, 0});
        heard_order(app, ui);
        boxes.answers = (struct box){content.x, top, content.w, content.y + content.h - top};
        answer_column(app, ui, &boxes);
        return;
    }
    /* The words keep one place on all questions that leave room for it. */
    int32_t wanted = question_is_beside(layout) ? y : ui_um(ui, TEXT_TOP_UM);
    int32_t last = content.y + content.h - height;
    int32_t more = question_new_px(app, ui, &words, boxes.text.w);
    last -= last - more >= y ? more : 0;
    int32_t top = wanted < last ? wanted : last;
    y = top > y ? top : y;
    if (y + height > content.y + content.h) {
        ui->overflow = true;
    }
    question_words(app, ui, &words, (struct box){boxes.text.x, y, boxes.text.w, height}, true);
    y += height;
    question_new(app, ui, &words,
                 (struct box){boxes.text.x, y, boxes.text.w, content.y + content.h - y});
    heard_order(app, ui);
    answer_column(app, ui, &boxes);
}

static void back(struct app *app)
{
    if (is_answer_step(app)) {
        question_state(app)->step = false;
        app_view(app);
    } else if (visit_of(app)->question == 0) {
        app_go(app, SCREEN_PROMISE);
    } else {
        visit_ask(app, visit_of(app)->question - 1, true);
    }
}

static void next(struct app *app)
{
    if (visit_of(app)->question + 1 < app_question_count(app)) {
        visit_ask(app, visit_of(app)->question + 1, false);
    } else {
        session_enter(&app->config.secret->session);
        app_go(app, SCREEN_FINISH);
    }
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case QUESTION_ANSWER:
        session_choose(&app->config.secret->session, visit_of(app)->question, (enum answer)arg);
        break;
    case ACTION_NEXT:
        next(app);
        break;
    case QUESTION_STEP:
        question_state(app)->step = true;
        app_view(app);
        break;
    case ACTION_BACK:
        back(app);
        break;
    case QUESTION_HINT:
        question_state(app)->hint = !question_state(app)->hint;
        app_view(app);
        break;
    default:
        break;
    }
}

/* 0 moves focus to the first way to pass; where a question takes two steps, on the second. */
static bool key(struct app *app, enum key key)
{
    if (key != KEY_DIGIT_0) {
        return false;
    }
    if (question_of(app)->layout == QUESTION_TWO_STEPS && !question_of(app)->step) {
        question_state(app)->step = true;
        app_view(app);
    }
    app_focus_on(app, "question.unfit");
    app->focus_moved = true;
    return true;
}

static void enter(struct app *app)
{
    question_state(app)->step = question_state(app)->hint = false;
}

/* With two steps, all steps of all questions are built as the tightest needs, so that Back, Pause
 * and Next never move; beside their answers, that the words and the water do not. Other layouts
 * were chosen for all questions already. */
static bool fits(struct app *app, const struct ui *ui)
{
    const enum question_layout layout = (enum question_layout)question_of(app)->layout;
    if (layout != QUESTION_TWO_STEPS && !question_is_beside(layout)) {
        return true;
    }
    const uint32_t question = visit_of(app)->question;
    const bool step = question_of(app)->step;
    const struct scene scene = ui->frame->scene;
    struct ui other = *ui;
    struct ui_mark mark = ui_mark(&other);
    other.overflow = false;
    for (uint32_t i = 0; i < 2 * app_question_count(app) && !other.overflow; i++) {
        visit_measure(app, i / 2);
        question_state(app)->step = i % 2 != 0;
        other.page = 0;
        build(app, &other);
        ui_rewind(&other, mark);
    }
    visit_measure(app, question);
    question_state(app)->step = step;
    ui->frame->scene = scene;
    return !other.overflow;
}

const struct screen_ops SCREEN_OPS_QUESTION = {
    .part = {.state_bytes = sizeof(struct question_state), .life = LIFE_VISIT},
    .enter = enter,
    .key = key,
    .patience = PATIENCE_VISIT,
    .prepare = prepare,
    .fits = fits,
    .build = build,
    .act = act,
    .focus_id = "question.answer.1",
    .next_id = "common.next",
    .back_id = "common.back",
    .pause_id = "common.pause"};
