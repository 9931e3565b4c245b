/* SPDX-License-Identifier: MIT */
#include "ui/blocks/asking.h"

enum {
    GUTTER_UM = 11000,
    WORDS_PER_MILLE = 484, /* of the width, with a gutter before the answers */
    SIDE_UM = 10000,       /* margins and gutter of answers as high as the panel */
    EDGE_UM = 5500,
    GUTTER_BESIDE_UM = 6200,
    COLUMN_PER_MILLE = 563,
    HEAD_LEAST_UM = 10600, /* the rings of a stone */
    FRESH_GAP_UM = 2500,
    TEXT_DOWN_UM = 31000,
    STACK_GAP_UM = 9000, /* from the tallest words to the answers below them */
    STACK_ABOVE = 3,     /* of the room that both leave, one part in so many is above them */
    LARGE_AIR = 80,
    THEME_GAP_UM = 5500,
    THEME_GAP_CLOSE_UM = 3000,
};

bool asking_is_beside(enum asking_layout layout)
{
    return layout == ASKING_BESIDE || layout == ASKING_BESIDE_LOW || layout == ASKING_BESIDE_LEAST;
}

void asking_edges(struct ui *ui, enum asking_layout layout)
{
    int32_t side = ui_um(ui, SIDE_UM), edge = ui_um(ui, EDGE_UM);
    if (!asking_is_beside(layout)) {
        return;
    }
    ui->low = layout == ASKING_BESIDE_LEAST;
    ui->margin_x = side < ui->margin_x ? side : ui->margin_x;
    edge = edge < ui->margin_y ? edge : ui->margin_y;
    ui->top = ui->top == ui->margin_y ? edge : ui->top; /* lower, it is below a line at the top */
    ui->margin_y = edge;
}

int32_t asking_head_px(const struct ui *ui, enum asking_layout layout)
{
    int32_t um = layout == ASKING_BESIDE_LEAST ? HEAD_LEAST_UM : PROGRESS_UM;
    return ui_um(ui, ui_sized_um(ui, um));
}

int32_t asking_column_px(const struct ui *ui)
{
    int32_t room = ui->width - 2 * ui->margin_x - ui_um(ui, GUTTER_BESIDE_UM);
    return room * COLUMN_PER_MILLE / 1000;
}

struct asking_boxes asking_split(const struct ui *ui, enum asking_layout layout, struct box content)
{
    struct asking_boxes boxes = {.text = content, .answers.box = content};
    if (ui->height > ui->width) {
        boxes.stacked = true;
    } else if (asking_is_beside(layout)) {
        int32_t x = content.x + content.w + ui_um(ui, GUTTER_BESIDE_UM);
        boxes.answers.one_a_row = true;
        boxes.answers.box = (struct box){x, content.y, ui->width - ui->margin_x - x,
                                         ui->height - ui->margin_y - content.y};
    } else {
        int32_t gutter = ui_um(ui, GUTTER_UM);
        boxes.text.w = (content.w - gutter) * WORDS_PER_MILLE / 1000;
        boxes.answers.box.x += boxes.text.w + gutter;
        boxes.answers.box.w -= boxes.text.w + gutter;
    }
    return boxes;
}

/* Large letters on pages leave no room for stones. */
static bool head_is_words(const struct ui *ui)
{
    return ui->paged && ui->size >= SIZE_L;
}

int32_t asking_head_now_px(const struct ui *ui, enum asking_layout layout)
{
    return head_is_words(ui) ? ui_line_px(ui, TYPE_CAPTION) : asking_head_px(ui, layout);
}

/* The theme's word behind a rule. */
static void theme(struct ui *ui, const struct asking_head *head, struct box box, int32_t gap)
{
    struct ui_text text = {.id = "question.theme",
                           .text = head->theme,
                           .spoken = head->theme_spoken,
                           .role = ROLE_TEXT,
                           .type = TYPE_CAPTION,
                           .x = box.x + gap,
                           .w = box.w - gap};
    int32_t line = ui_line_px(ui, TYPE_CAPTION), middle = box.y + box.h / 2;
    if (gap + head->theme_px > box.w) {
        /* No room beside the stones: the word is said, not shown. */
        ui_heard(ui, text.id, text.spoken != NULL ? text.spoken : text.text);
        return;
    }
    float rule_x = (float)box.x + 0.5F;
    ui_rule(ui, rule_x, (float)(middle - line * 3 / 8), rule_x, (float)(middle + line * 3 / 8),
            INK_DIVIDER, 1.0F);
    text.y = middle - line / 2;
    ui_text(ui, &text);
}

static void note(struct ui *ui, const struct asking_head *head, struct box box)
{
    struct ui_text text = {.id = "question.answer_step",
                           .text = head->note,
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

int32_t asking_head(struct ui *ui, const struct asking_head *head, enum asking_layout layout,
                    struct box box)
{
    const int32_t height = asking_head_now_px(ui, layout);
    struct ui_progress stones = {.id = "question.progress",
                                 .current = head->current,
                                 .count = head->count,
                                 .words = head->words,
                                 .spoken = head->spoken,
                                 .words_alone = head_is_words(ui),
                                 .x = box.x,
                                 .y = box.y};
    if (!stones.words_alone) {
        stones.y += (height - ui_um(ui, ui_sized_um(ui, PROGRESS_UM))) / 2;
    }
    int32_t gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_UM));
    if (ui_progress_width(ui, &stones) + 2 * gap + head->theme_px > box.w) {
        stones.close = true;
        gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_CLOSE_UM));
    }
    int32_t used = ui_progress(ui, &stones) + gap;
    struct box rest = {box.x + used, box.y, box.w - used, height};
    if (head->note != NULL) {
        note(ui, head, rest);
    } else {
        theme(ui, head, rest, gap);
    }
    return height;
}

static bool is_folded(const struct asking_words *words)
{
    return words->layout == ASKING_FOLDED;
}

static struct ui_text text_of(const char *id, const char *text, enum type type)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = type, .balance = true};
}

static enum type type_of(const struct asking_words *words)
{
    bool low = words->layout == ASKING_BESIDE_LOW || words->layout == ASKING_BESIDE_LEAST;
    return low ? TYPE_CAPTION : TYPE_BODY;
}

/* What was kept says the same whether or not something was chosen before. */
static struct ui_text kept_of(const struct asking_words *words)
{
    return text_of("question.kept", words->kept, is_folded(words) ? TYPE_CAPTION : type_of(words));
}

static struct ui_text first_of(const struct asking_words *words)
{
    if (is_folded(words) && words->kept != NULL) {
        return kept_of(words);
    }
    struct ui_text period = text_of("question.period", words->period, type_of(words));
    period.spoken = words->period_spoken;
    period.balance = false;
    return period;
}

/* With the page to itself it is as large as beside its answers. */
static struct ui_text statement_of(const struct ui *ui, const struct asking_words *words)
{
    bool alone = words->layout == ASKING_TWO_STEPS && ui->air >= LARGE_AIR && !ui->paged;
    bool large = words->layout == ASKING_FULL || alone;
    struct ui_text statement = text_of("question.statement", words->statement,
                                       large ? TYPE_STATEMENT : TYPE_STATEMENT_SMALL);
    statement.role = ROLE_HEADING;
    return statement;
}

static struct ui_text last_of(const struct asking_words *words)
{
    return words->kept != NULL && !is_folded(words)
               ? kept_of(words)
               : text_of("question.guidance", words->guidance, type_of(words));
}

static struct ui_text fresh_of(const struct asking_words *words)
{
    return text_of("question.new", words->fresh, type_of(words));
}

static int32_t place(struct ui *ui, struct ui_text text, struct box box, int32_t y, bool draw)
{
    text.x = box.x;
    text.y = y;
    text.w = box.w;
    return draw ? ui_text(ui, &text) : ui_text_height(ui, &text);
}

static int32_t place_hint(struct ui *ui, const struct asking_words *words, int32_t x, int32_t y,
                          bool draw)
{
    const struct ui_button hint = {.id = "question.hint",
                                   .label = words->hint,
                                   .kind = BUTTON_CHIP,
                                   .action = words->hint_action};
    const int32_t height = ui_button_height(ui, hint.kind);
    if (draw) {
        ui_button(ui, &hint, (struct box){x, y, ui_button_width(ui, &hint), height});
    }
    return height;
}

int32_t asking_words(struct ui *ui, const struct asking_words *words, struct box box, bool draw)
{
    int32_t y = box.y;
    if (is_folded(words) && words->opened) {
        y += place(ui, last_of(words), box, y, draw) + ui_gap(ui, 5000);
        return y + place_hint(ui, words, box.x, y, draw) - box.y;
    }
    y += place(ui, first_of(words), box, y, draw) + ui_gap(ui, 3000);
    y += place(ui, statement_of(ui, words), box, y, draw);
    if (is_folded(words)) {
        y += ui_gap(ui, 5000);
        return y + place_hint(ui, words, box.x, y, draw) - box.y;
    }
    y += ui_gap(ui, 7000);
    return y + place(ui, last_of(words), box, y, draw) - box.y;
}

int32_t asking_fresh_px(struct ui *ui, const struct asking_words *words, int32_t w)
{
    struct ui_text text = fresh_of(words);
    text.w = w;
    return text.text != NULL ? ui_gap(ui, FRESH_GAP_UM) + ui_text_height(ui, &text) : 0;
}

void asking_fresh(struct ui *ui, const struct asking_words *words, struct box below)
{
    const struct ui_text fresh = fresh_of(words);
    if (fresh.text == NULL) {
        return;
    }
    if (asking_fresh_px(ui, words, below.w) <= below.h) {
        place(ui, fresh, below, below.y + ui_gap(ui, FRESH_GAP_UM), true);
    } else {
        ui_heard(ui, fresh.id, fresh.text);
    }
}

uint32_t asking_words_flow(struct flow *flow, const struct asking_words *words)
{
    /* On pages a statement begins below its period, even if it ends on the next. */
    struct ui_text first = first_of(words);
    const struct ui_text statement = statement_of(flow->ui, words), last = last_of(words);
    first.type = flow->ui->paged ? TYPE_CAPTION : first.type;
    flow_text(flow, &first);
    flow_gap(flow, 3000);
    flow_text_on(flow, &statement);
    const uint32_t read = flow->page;
    flow_gap(flow, 7000);
    flow_text(flow, &last);
    if (!flow->ui->paged || flow->page == flow->ui->page) {
        const int32_t left = flow->box.y + flow->box.h - flow->y;
        asking_fresh(flow->ui, words, (struct box){flow->box.x, flow->y, flow->box.w, left});
    }
    return read;
}

/* Upright, words stand right over their answers, and both keep their places on all questions: there
 * is room for the tallest words, and where enough is left for what the first question adds. */
static void build_stacked(struct ui *ui, const struct asking_page *page, int32_t y)
{
    const struct box text = page->boxes.text;
    struct answers_room room = page->boxes.answers;
    const int32_t bottom = text.y + text.h, height = asking_words(ui, &page->words, text, false);
    room.box.y = y + page->tallest_px + ui_gap(ui, STACK_GAP_UM);
    room.box.h = bottom - room.box.y;
    const int32_t total = answers_column_px(ui, page->answers, &room);
    int32_t spare = room.box.h > total ? room.box.h - total : 0;
    room.box.h -= spare;
    if (page->fresh_px <= spare) {
        room.box.y += page->fresh_px;
        spare -= page->fresh_px;
    }
    y += spare / STACK_ABOVE;
    room.box.y += spare / STACK_ABOVE;
    asking_words(ui, &page->words, (struct box){text.x, y, text.w, height}, true);
    y += height;
    asking_fresh(ui, &page->words, (struct box){text.x, y, text.w, room.box.y - y});
    ui_heard(ui, "question.order", page->order);
    answers_column(ui, page->answers, &room);
}

void asking_page(struct ui *ui, const struct asking_page *page)
{
    const struct asking_words *words = &page->words;
    const struct box text = page->boxes.text;
    int32_t y = text.y + page->head_px + ui_gap(ui, 4000);
    if (page->boxes.stacked) {
        build_stacked(ui, page, y + ui_gap(ui, 8000));
        return;
    }
    /* The words keep one place on all questions that leave room for it. */
    const int32_t height = asking_words(ui, words, text, false), bottom = text.y + text.h;
    int32_t wanted = asking_is_beside(words->layout) ? y : text.y + ui_um(ui, TEXT_DOWN_UM);
    int32_t last = bottom - height, more = asking_fresh_px(ui, words, text.w);
    last -= last - more >= y ? more : 0;
    int32_t top = wanted < last ? wanted : last;
    y = top > y ? top : y;
    ui->overflow = ui->overflow || y + height > bottom;
    asking_words(ui, words, (struct box){text.x, y, text.w, height}, true);
    y += height;
    asking_fresh(ui, words, (struct box){text.x, y, text.w, bottom - y});
    ui_heard(ui, "question.order", page->order);
    answers_column(ui, page->answers, &page->boxes.answers);
}
