/* SPDX-License-Identifier: MIT */
/* Which questions are asked, and how far back they look. */
#include "screens/parts/controls.h"
#include "screens/setup/setup.h"

#include "ui/area.h"

enum questions_action {
    QUESTIONS_ASKED = ACTION_OWN, /* question of the pack: on or off */
    QUESTIONS_LOOK_BACK,          /* enum look_back */
};

enum {
    GAP_UM = 3000,
    COLUMN_UM = 95000, /* narrower, and the questions stand in one column */
    ROW_UM = 12700,    /* the least height of a target */
    PAD_UM = 2500,     /* above and below a question's words */
    RADIUS_UM = 4000,
    MARK_UM = 2600, /* radius */
    TIGHT_AIR = 60, /* smaller words, before they take a second page */
};

static const char *const IDS[PACK_QUESTION_MAX] = {
    "questions.1", "questions.2", "questions.3", "questions.4",
    "questions.5", "questions.6", "questions.7",
};

static bool is_asked(const struct app *app, uint32_t question)
{
    return (draft_of(app)->choice.question_off & 1u << question) == 0;
}

static uint32_t asked_count(const struct app *app)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        count += is_asked(app, i);
    }
    return count;
}

static struct ui_text words_of(const struct app *app, const struct ui *ui, uint32_t question,
                               int32_t w)
{
    return (struct ui_text){.id = "questions.words",
                            .text = question_statement(app, question),
                            .type = ui->air > TIGHT_AIR ? TYPE_F_LEDE : TYPE_F_TEXT,
                            .ink = INK_INK,
                            .balance = true,
                            .w = w - 2 * ui_um(ui, PAD_UM) - 4 * ui_um(ui, MARK_UM)};
}

/* One height for all: the least in which each one's words fit. */
static int32_t row_height(const struct app *app, const struct ui *ui, int32_t w)
{
    int32_t height = ui_um(ui, ROW_UM);
    for (uint32_t i = 0; i < app->config.pack->question_count; i++) {
        struct ui_text words = words_of(app, ui, i, w);
        int32_t needed = ui_text_height(ui, &words) + 2 * ui_um(ui, PAD_UM);
        height = needed > height ? needed : height;
    }
    return height;
}

static void draw_mark(struct ui *ui, float x, float y, bool on)
{
    float r = ui_umf(ui, MARK_UM);
    if (on) {
        ui_disc(ui, x, y, r, INK_OUTLINE, 255);
        ui_icon(ui, ICON_TICK, x - r * 0.7F, y - r * 0.7F, r * 1.4F, INK_SURFACE);
    } else {
        ui_ring(ui, x, y, r * 0.9F, INK_OUTLINE, ui_umf(ui, 400), 255);
    }
}

/* A question, ticked while it is asked. */
static void draw_question(const struct app *app, struct ui *ui, uint32_t question, struct box box)
{
    bool on = is_asked(app, question);
    ui_sheet(ui, box, ui_umf(ui, RADIUS_UM), on);
    draw_mark(ui, (float)(box.x + 2 * ui_um(ui, MARK_UM)), (float)(box.y + box.h / 2), on);
    struct ui_text words = words_of(app, ui, question, box.w);
    struct ui_mark before = ui_mark(ui);
    words.x = box.x + 4 * ui_um(ui, MARK_UM);
    words.y = box.y + (box.h - ui_text_height(ui, &words)) / 2;
    ui_text(ui, &words);
    ui->frame->node_count = before.nodes; /* the target says the words */
    ui_area(ui,
            &(struct ui_button){.id = IDS[question],
                                .label = words.text,
                                .role = ROLE_CHOICE,
                                .chosen = on,
                                .action = QUESTIONS_ASKED,
                                .arg = (int16_t)question},
            words.type, box);
}

static void period_chips(const struct app *app, struct ui_button chips[2])
{
    static const struct control PERIODS[] = {
        {"questions.met", MSG_SETUP_QUESTIONS_PERIOD_1, QUESTIONS_LOOK_BACK, LOOK_BACK_MET,
         .kind = BUTTON_CHIP},
        {"questions.week", MSG_SETUP_QUESTIONS_PERIOD_2, QUESTIONS_LOOK_BACK, LOOK_BACK_WEEK,
         .kind = BUTTON_CHIP}};
    choices_of(app, PERIODS, 2, draft_of(app)->choice.look_back, chips);
}

/* In the place that an odd number of questions leaves free: words over chips, centred beside the
 * last question. False when it does not hold them. */
static bool draw_period(const struct app *app, struct ui *ui, struct box box)
{
    struct ui_button chips[2];
    period_chips(app, chips);
    struct ui_text head = {.id = "questions.period",
                           .text = word(app, MSG_SETUP_QUESTIONS_PERIOD),
                           .role = ROLE_HEADING,
                           .type = TYPE_F_LEDE,
                           .ink = INK_INK,
                           .x = box.x + ui_um(ui, PAD_UM),
                           .w = box.w - 2 * ui_um(ui, PAD_UM)};
    int32_t w[2] = {ui_button_width(ui, &chips[0]), ui_button_width(ui, &chips[1])};
    int32_t gap = ui_um(ui, GAP_UM), chip = ui_button_height(ui, BUTTON_CHIP);
    int32_t over = ui_text_height(ui, &head) + ui_um(ui, 1000);
    if (over + chip > box.h || w[0] + gap + w[1] > head.w) {
        return false;
    }
    head.y = box.y + (box.h - over - chip) / 2;
    ui_text(ui, &head);
    ui_button(ui, &chips[0], (struct box){head.x, head.y + over, w[0], chip});
    ui_button(ui, &chips[1], (struct box){head.x + w[0] + gap, head.y + over, w[1], chip});
    return true;
}

/* Returns whether the period stands among them. */
static bool flow_questions(const struct app *app, struct flow *flow)
{
    struct ui *ui = flow->ui;
    int32_t gap = ui_um(ui, GAP_UM), y = 0;
    uint32_t count = app->config.pack->question_count;
    uint32_t columns = flow->box.w >= ui_um(ui, 2 * ui_sized_um(ui, COLUMN_UM)) ? 2 : 1;
    int32_t w = (flow->box.w - (int32_t)(columns - 1) * gap) / (int32_t)columns;
    int32_t height = row_height(app, ui, w);
    if (!ui->paged && columns > 1) {
        /* The last row also holds how far back they look. */
        int32_t least =
            ui_line_px(ui, TYPE_F_LEDE) + ui_um(ui, 1000) + ui_button_height(ui, BUTTON_CHIP);
        height = height > least ? height : least;
    }
    bool here = false;
    for (uint32_t i = 0; i < count; i++) {
        if (i % columns == 0) {
            flow->y += i > 0 && !flow->fresh ? gap : 0;
            here = flow_block(flow, height, &y);
        }
        if (here) {
            draw_question(
                app, ui, i,
                (struct box){flow->box.x + (int32_t)(i % columns) * (w + gap), y, w, height});
        }
    }
    return count % columns == 1 && here && !ui->paged &&
           draw_period(app, ui, (struct box){flow->box.x + w + gap, y, w, height});
}

static void flow_period(const struct app *app, struct flow *flow)
{
    struct ui_button chips[2];
    period_chips(app, chips);
    flow_gap(flow, 5000);
    flow_text(flow, &(struct ui_text){.id = "questions.period",
                                      .text = word(app, MSG_SETUP_QUESTIONS_PERIOD),
                                      .role = ROLE_HEADING,
                                      .type = TYPE_BODY,
                                      .ink = INK_INK});
    flow_gap(flow, 1500);
    flow_buttons(flow, chips, 2);
}

static void build(const struct app *app, struct ui *ui)
{
    if (setup_build_ask(app, ui)) {
        return;
    }
    bool least = asked_count(app) == PACK_QUESTION_MIN;
    struct setup_page page = {
        .screen = SCREEN_SETUP_QUESTIONS,
        .title = word(app, MSG_SETUP_QUESTIONS_TITLE),
        .body = word(app, least ? MSG_SETUP_QUESTIONS_FEW : MSG_SETUP_QUESTIONS_BODY),
        .next = setup_next_word(app),
        .must = true,
        .body_beside = true};
    struct flow flow;
    flow_begin(&flow, ui, setup_controls(app, ui, &page));
    setup_head(app, &flow, &page);
    flow_gap(&flow, 4000);
    if (!flow_questions(app, &flow)) {
        flow_period(app, &flow);
    }
    flow_end(&flow);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    struct settings_choice *choice = &draft_state(app)->choice;
    switch ((int)action) {
    case QUESTIONS_ASKED:
        if (!is_asked(app, (uint32_t)arg) || asked_count(app) > PACK_QUESTION_MIN) {
            choice->question_off ^= (uint8_t)(1u << arg);
        }
        break;
    case QUESTIONS_LOOK_BACK:
        choice->look_back = (uint8_t)arg;
        break;
    case ACTION_NEXT:
        setup_choose(app);
        break;
    default:
        (void)setup_act(app, action);
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_QUESTIONS = {.part.answer = setup_answer,
                                                      .build = build,
                                                      .act = act,
                                                      .focus_id = "setup.keep",
                                                      SETUP_PAGE_OPS};
