/* SPDX-License-Identifier: MIT */
/* One question. Nothing is preselected, and choosing never moves on. When a question was left, the
 * screen looks the same whatever was chosen. */
#include "screens/visit/question.h"
#include "screens/parts/controls.h"
#include "screens/visit/visit.h"

enum { TIGHT_AIR = 35 };

/* What turns pages at the foot: nothing, More beside the other controls, or More where Answer will
 * be. */
enum turning { TURNS_NOTHING, TURNS_BESIDE, TURNS_FIRST };

static struct box footer(const struct app *app, struct ui *ui, enum turning turning)
{
    bool read_step = question_of(app)->layout == ASKING_TWO_STEPS && !question_of(app)->step;
    static const struct control LEFT[] = {CONTROL_BACK, CONTROL_LISTEN, CONTROL_PAUSE};
    struct ui_button left[3];
    const uint32_t count = controls_of(app, LEFT, 3, left);
    static const struct control NEXT = {"common.next", MSG_COMMON_NEXT, ACTION_NEXT,
                                        .kind = BUTTON_PRIMARY, .icon_after = ICON_NEXT};
    static const struct control ANSWER = {"common.next", MSG_QUESTION_ANSWER_STEP, QUESTION_STEP,
                                          .kind = BUTTON_PRIMARY, .icon_after = ICON_NEXT};
    const struct ui_button onward = control_of(app, read_step ? &ANSWER : &NEXT);
    struct ui_button more = control_more(app), read_on = more;
    read_on.kind = BUTTON_PRIMARY;
    read_on.icon_after = ICON_NEXT;
    bool first = turning == TURNS_FIRST;
    struct ui_footer bar = {left, count, first ? &read_on : &onward, 1,
                            turning == TURNS_BESIDE ? &more : NULL};
    if (asking_is_beside((enum asking_layout)question_of(app)->layout)) {
        return ui_footer_column(ui, &bar, asking_column_px(ui));
    }
    return ui_footer(ui, &bar);
}

static void prepare(struct app *app, struct ui *ui)
{
    struct ui_mark mark = ui_mark(ui);
    bool fits = false;
    for (int i = ASKING_FULL; !fits; i++) {
        enum asking_layout layout = (enum asking_layout)i;
        question_state(app)->layout = (uint8_t)layout;
        /* A layout may close its gaps before the next one is tried. */
        struct ui measuring = *ui;
        measuring.air = asking_is_beside(layout) ? TIGHT_AIR : ASKING_AIR;
        asking_edges(&measuring, layout);
        struct box content = footer(app, &measuring, TURNS_BESIDE);
        ui_rewind(ui, mark);
        fits = question_fits(app, &measuring, layout, content);
    }
}

static struct asking_words words_now(const struct app *app)
{
    const struct question_words words = {.question = app_question_at(app, visit_of(app)->question),
                                         .layout = (enum asking_layout)question_of(app)->layout,
                                         .again = visit_of(app)->again,
                                         .hint = question_of(app)->hint};
    return question_words(app, &words);
}

/* Draws what stands over the question; returns the height. */
static int32_t draw_head(const struct app *app, struct ui *ui, struct box box)
{
    const struct asking_head head = question_head(app, ui);
    return asking_head(ui, &head, (enum asking_layout)question_of(app)->layout, box);
}

/* Returns the room for the answers alone. It lies below the stones; in the tightest build the
 * stones give way, because the step before showed them. */
static struct box answers_room(const struct ui *ui, struct box content, int32_t head)
{
    int32_t used = ui->air < ASKING_AIR ? 0 : head + ui_gap(ui, 4000);
    return (struct box){content.x, content.y + used, content.w, content.h - used};
}

/* Draws the foot below the answers. Where all six fit, it has no control that turns a page, which
 * would be the eleventh. */
static struct box answer_footer(const struct app *app, struct ui *ui)
{
    struct ui_mark mark = ui_mark(ui);
    struct box content = footer(app, ui, TURNS_NOTHING);
    struct ui_button answers[ANSWERS_COUNT];
    question_answers(app, answers);
    if (!ui->paged ||
        answers_fit(
            ui, answers,
            answers_room(ui, content,
                         asking_head_now_px(ui, (enum asking_layout)question_of(app)->layout)))) {
        return content;
    }
    ui_rewind(ui, mark);
    return footer(app, ui, TURNS_BESIDE);
}

/* Draws the words of the question; returns the page on which the statement ends. */
static uint32_t read_words(const struct app *app, struct ui *ui, struct box content)
{
    struct flow flow;
    const struct asking_words words = words_now(app);
    int32_t y;
    flow_begin(&flow, ui, content);
    if (flow_block(&flow, asking_head_now_px(ui, (enum asking_layout)question_of(app)->layout),
                   &y)) {
        draw_head(app, ui, (struct box){content.x, y, content.w, content.h});
    }
    flow_gap(&flow, 8000);
    uint32_t read = asking_words_flow(&flow, &words);
    flow_end(&flow);
    return read;
}

/* Draws the step that is read, below which the foot stands already. On a page before the
 * statement's end, the foot is built anew without Answer, and the words stay where they are. */
static void read_step(const struct app *app, struct ui *ui, struct ui_mark before,
                      struct box content)
{
    if (ui->page < read_words(app, ui, content)) {
        before.overflow = ui->overflow; /* pages with Answer have to fit too */
        ui_rewind(ui, before);
        (void)footer(app, ui, TURNS_FIRST);
        (void)read_words(app, ui, content);
    }
}

/* Draws words and answers in one step. */
static void build_page(const struct app *app, struct ui *ui, enum asking_layout layout,
                       const struct ui_button answers[ANSWERS_COUNT], struct asking_boxes boxes)
{
    struct asking_page page = {.head = question_head(app, ui),
                               .words = words_now(app),
                               .answers = answers,
                               .order = word(app, MSG_QUESTION_ORDER_S),
                               .boxes = boxes};
    if (boxes.stacked) {
        const struct asking_words first = question_words(
            app, &(struct question_words){.question = app_question_at(app, 0), .layout = layout});
        page.tallest_px = question_tallest_px(app, ui, boxes.text.w, layout, INT32_MAX);
        page.fresh_px = asking_fresh_px(ui, &first, boxes.text.w);
    }
    asking_page(ui, &page);
}

/* Draws one of two steps: the words, or the answers. */
static void build_step(const struct app *app, struct ui *ui, struct ui_mark before,
                       const struct ui_button answers[ANSWERS_COUNT], struct box content)
{
    if (!question_answers_step(app)) {
        read_step(app, ui, before, content);
        return;
    }
    int32_t used = ui->air < ASKING_AIR ? 0 : draw_head(app, ui, content);
    ui_heard(ui, "question.order", word(app, MSG_QUESTION_ORDER_S));
    answers_grid(ui, answers, answers_room(ui, content, used));
}

static void build(const struct app *app, struct ui *ui)
{
    const enum asking_layout layout = (enum asking_layout)question_of(app)->layout;
    asking_edges(ui, layout);
    struct ui_mark before = ui_mark(ui);
    struct box content =
        question_answers_step(app) ? answer_footer(app, ui) : footer(app, ui, TURNS_BESIDE);
    /* Words beside their answers keep one place on all questions, and so does the water. */
    if (asking_is_beside(layout) && !ui->paged && !question_fits(app, ui, layout, content)) {
        ui->overflow = true;
    }
    if (ui->overflow && !ui->paged) {
        return; /* the next one is tighter */
    }
    struct ui_button answers[ANSWERS_COUNT];
    question_answers(app, answers);
    if (layout == ASKING_TWO_STEPS) {
        build_step(app, ui, before, answers, content);
    } else {
        build_page(app, ui, layout, answers, asking_split(ui, layout, content));
    }
}

static void back(struct app *app)
{
    if (question_answers_step(app)) {
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

/* The key 0 moves focus to the first way to pass. Where a question takes two steps, that way stands
 * on the second. */
static bool key(struct app *app, enum key key)
{
    if (key != KEY_DIGIT_0) {
        return false;
    }
    if (question_of(app)->layout == ASKING_TWO_STEPS && !question_of(app)->step) {
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

/* In the layout of two steps, all steps of all questions are built as tightly as the fullest needs,
 * so that Back, Pause and Next never move. The step of the answers is the same under each question.
 * Every other layout was chosen for all questions already. */
static bool fits(struct app *app, const struct ui *ui)
{
    if (question_of(app)->layout != ASKING_TWO_STEPS) {
        return true;
    }
    const uint32_t question = visit_of(app)->question, count = app_question_count(app);
    const bool step = question_of(app)->step;
    const struct scene scene = ui->frame->scene;
    struct ui other = *ui; /* it does not overflow */
    struct ui_mark mark = ui_mark(&other);
    for (uint32_t i = 0; i <= count && !other.overflow; i++) {
        question_state(app)->step = i == count;
        visit_measure(app, i < count ? i : question);
        if (question_of(app)->step == step && visit_of(app)->question == question) {
            continue; /* this step was just built */
        }
        other.page = 0;
        build(app, &other);
        mark.overflow = other.overflow;
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
    .next_id = "common.next"};
