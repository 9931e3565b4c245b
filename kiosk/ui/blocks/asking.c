/* SPDX-License-Identifier: MIT */
#include "ui/blocks/asking.h"

enum {
    GUTTER_UM = 11000,
    WORDS_PER_MILLE = 484, /* of the width, with a gutter before the answers */
    SIDE_UM = 10000,       /* margins and gutter of answers as high as the panel */
    EDGE_UM = 4200,
    GUTTER_BESIDE_UM = 6200,
    COLUMN_PER_MILLE = 563,
    HEAD_LEAST_UM = 10600, /* the rings of a stone */
    FRESH_GAP_UM = 2500,
    TEXT_DOWN_UM = 31000,
    STACK_GAP_UM = 9000, /* from the tallest words to the answers below them */
    STACK_ABOVE = 3,     /* one part in so many of what is left stands above */
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
    ui->low = layout == ASKING_BESIDE_LEAST || (layout == ASKING_TWO_STEPS && ui->bare);
    if (!asking_is_beside(layout)) {
        return;
    }
    ui->margin_x = side < ui->margin_x ? side : ui->margin_x;
    edge = edge < ui->margin_y ? edge : ui->margin_y;
    ui->top = ui->top == ui->margin_y ? edge : ui->top; /* else a line is at the top */
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

/* Returns whether words stand in place of the stones: large letters on a page that is split leave
 * no room. */
static bool head_is_words(const struct ui *ui)
{
    return ui->paged && ui->size >= SIZE_L;
}

int32_t asking_head_now_px(const struct ui *ui, enum asking_layout layout)
{
    return head_is_words(ui) ? ui_line_px(ui, TYPE_CAPTION) : asking_head_px(ui, layout);
}

/* The row over a question: the stones, and what stands beside them. */
struct head_row {
    struct ui_progress stones;
    const char *fresh; /* for whoever is new, in place of stones and theme; NULL: nothing */
    int32_t beside_px, gap;
    struct box rest;
    bool alone; /* the stones have no room beside the words, and are only said */
};

static struct head_row head_row(const struct ui *ui, const struct asking_head *head,
                                enum asking_layout layout, const char *fresh, struct box box)
{
    const int32_t height = asking_head_now_px(ui, layout);
    struct head_row row = {.stones = {.id = "question.progress",
                                      .current = head->current,
                                      .count = head->count,
                                      .words = head->words,
                                      .spoken = head->spoken,
                                      .words_alone = fresh != NULL || head_is_words(ui),
                                      .x = box.x,
                                      .y = box.y},
                           .fresh = fresh};
    row.beside_px = fresh != NULL ? ui_text_width(ui, TYPE_CAPTION, fresh) : head->theme_px;
    row.gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_UM));
    if (ui_progress_width(ui, &row.stones) + 2 * row.gap + row.beside_px > box.w) {
        row.stones.close = true;
        row.gap = ui_um(ui, ui_sized_um(ui, THEME_GAP_CLOSE_UM));
    }
    const int32_t used = ui_progress_width(ui, &row.stones) + row.gap;
    row.alone = fresh != NULL && used + row.gap + row.beside_px > box.w;
    row.rest = row.alone ? (struct box){box.x, box.y, box.w, height}
                         : (struct box){box.x + used, box.y, box.w - used, height};
    const int32_t stones_h = row.stones.words_alone ? ui_line_px(ui, TYPE_CAPTION)
                                                    : ui_um(ui, ui_sized_um(ui, PROGRESS_UM));
    row.stones.y += (height - stones_h) / 2;
    return row;
}

/* Draws words behind a rule beside the stones. Where there is no room, the words are only said. */
static void beside_stones(struct ui *ui, struct ui_text text, const struct head_row *row)
{
    const int32_t line = ui_line_px(ui, TYPE_CAPTION), middle = row->rest.y + row->rest.h / 2;
    const int32_t gap = row->alone ? 0 : row->gap;
    if (gap + row->beside_px > row->rest.w) {
        ui_heard(ui, text.id, text.spoken != NULL ? text.spoken : text.text);
        return;
    }
    const float rule_x = (float)row->rest.x + 0.5F;
    if (!row->alone) {
        ui_rule(ui, rule_x, (float)(middle - line * 3 / 8), rule_x, (float)(middle + line * 3 / 8),
                INK_DIVIDER, 1.0F);
    }
    text.role = ROLE_TEXT;
    text.type = TYPE_CAPTION;
    text.x = row->rest.x + gap;
    text.y = middle - line / 2;
    text.w = row->rest.w - gap;
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

static void draw_head(struct ui *ui, const struct asking_head *head, const struct head_row *row)
{
    const struct ui_text theme = {
        .id = "question.theme", .text = head->theme, .spoken = head->theme_spoken};
    if (row->alone) {
        ui_heard(ui, row->stones.id, head->spoken);
    } else {
        ui_progress(ui, &row->stones);
    }
    if (head->note != NULL) {
        note(ui, head, row->rest);
    } else if (row->fresh != NULL) {
        ui_heard(ui, theme.id, theme.spoken != NULL ? theme.spoken : theme.text);
    } else {
        beside_stones(ui, theme, row);
    }
}

int32_t asking_head(struct ui *ui, const struct asking_head *head, enum asking_layout layout,
                    struct box box)
{
    const struct head_row row = head_row(ui, head, layout, NULL, box);
    draw_head(ui, head, &row);
    return row.rest.h;
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

/* Returns the line about what was kept. It is the same whether or not something was chosen before.
 */
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

/* Returns the statement. On a page of its own it is as large as beside its answers. */
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

uint32_t asking_words_flow(struct flow *flow, const struct asking_words *words)
{
    /* On a split page a statement begins below its period, even if it ends on the next page. */
    struct ui_text first = first_of(words);
    const struct ui_text statement = statement_of(flow->ui, words), last = last_of(words);
    first.type = flow->ui->paged ? TYPE_CAPTION : first.type;
    flow_text(flow, &first);
    flow_gap(flow, 3000);
    flow_text_on(flow, &statement);
    const uint32_t read = flow->page;
    flow_gap(flow, 7000);
    flow_text(flow, &last);
    if (words->fresh != NULL) {
        const struct ui_text fresh = fresh_of(words);
        flow_gap(flow, FRESH_GAP_UM);
        flow_text(flow, &fresh);
    }
    return read;
}

/* Draws stones and words in a box of their own, and below them the words for a person who is new.
 * To make room for these, gaps close where words need not keep one place. Where that is not enough,
 * few such words stand beside the stones, and are read last all the same. */
static void head_and_words(struct ui *ui, const struct asking_page *page, struct box box)
{
    const struct asking_words *words = &page->words;
    const int32_t height = asking_words(ui, words, box, false);
    const bool above = words->fresh != NULL && asking_fresh_px(ui, words, box.w) > box.h - height;
    const bool moves = !page->boxes.stacked && !asking_is_beside(words->layout);
    ui->overflow = ui->overflow || (above && moves && ui->air > ASKING_AIR);
    const struct head_row row = head_row(ui, &page->head, words->layout,
                                         above ? words->fresh_line : NULL, page->boxes.text);
    draw_head(ui, &page->head, &row);
    asking_words(ui, words, (struct box){box.x, box.y, box.w, height}, true);
    struct ui_text fresh = fresh_of(words);
    if (above) {
        fresh.text = words->fresh_line;
        fresh.spoken = words->fresh;
        fresh.balance = false;
        beside_stones(ui, fresh, &row);
    } else if (words->fresh != NULL) {
        place(ui, fresh, box, box.y + height + ui_gap(ui, FRESH_GAP_UM), true);
    }
}

/* Draws words over their answers. Both keep their places on all questions, with room for the
 * tallest words and, where enough is left, for what the first question adds. */
static void build_stacked(struct ui *ui, const struct asking_page *page, int32_t y)
{
    const struct box text = page->boxes.text;
    struct answers_room room = page->boxes.answers;
    room.box.y = y + page->tallest_px + ui_gap(ui, STACK_GAP_UM);
    room.box.h = text.y + text.h - room.box.y;
    const int32_t total = answers_column_px(ui, page->answers, &room);
    int32_t spare = room.box.h > total ? room.box.h - total : 0;
    room.box.h -= spare;
    if (page->fresh_px <= spare) {
        room.box.y += page->fresh_px;
        spare -= page->fresh_px;
    }
    y += spare / STACK_ABOVE;
    room.box.y += spare / STACK_ABOVE;
    head_and_words(ui, page, (struct box){text.x, y, text.w, room.box.y - y});
    ui_heard(ui, "question.order", page->order);
    answers_column(ui, page->answers, &room);
}

void asking_page(struct ui *ui, const struct asking_page *page)
{
    const struct asking_words *words = &page->words;
    const struct box text = page->boxes.text;
    int32_t y = text.y + asking_head_now_px(ui, words->layout) + ui_gap(ui, 4000);
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
    head_and_words(ui, page, (struct box){text.x, y, text.w, bottom - y});
    ui_heard(ui, "question.order", page->order);
    answers_column(ui, page->answers, &page->boxes.answers);
}
