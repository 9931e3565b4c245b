/* SPDX-License-Identifier: MIT */
/* The page: content flowing above the controls at its foot, in pages when it must. */
#include "ui/build.h"

#include <assert.h>
#include <string.h>

struct ui_mark ui_mark(const struct ui *ui)
{
    const struct frame *frame = ui->frame;
    return (struct ui_mark){frame->node_count, frame->draw_count, frame->point_count,
                            frame->text_bytes, ui->overflow};
}

void ui_rewind(struct ui *ui, struct ui_mark mark)
{
    struct frame *frame = ui->frame;
    frame->node_count = mark.nodes;
    frame->draw_count = mark.draws;
    frame->point_count = mark.points;
    frame->text_bytes = mark.text_bytes;
    ui->overflow = mark.overflow;
}

void flow_begin(struct flow *flow, struct ui *ui, struct box box)
{
    *flow = (struct flow){.ui = ui, .box = box, .y = box.y, .fresh = true};
}

void flow_gap(struct flow *flow, int32_t um)
{
    if (!flow->fresh) {
        flow->y += ui_gap(flow->ui, um);
    }
}

void flow_keep(struct flow *flow, int32_t height)
{
    int32_t bottom = flow->box.y + flow->box.h;
    if (flow->ui->paged && !flow->fresh && flow->y + height > bottom) {
        flow->y = bottom; /* the next block finds no room */
    }
}

/* Returns the height of the heading that waits, with the gap below it; 0 when none waits. */
static int32_t heading_height(const struct flow *flow)
{
    return flow->heading.waits ? flow->y - flow->heading.text.y : 0;
}

/* Returns whether a block goes on over pages, because no page holds it whole with the heading that
 * waits for it. */
static bool takes_pages(const struct flow *flow, int32_t height)
{
    const bool here = flow->y + height <= flow->box.y + flow->box.h;
    return flow->ui->paged && !here && heading_height(flow) + height > flow->box.h;
}

static bool same_mark(struct ui_mark a, struct ui_mark b)
{
    return a.nodes == b.nodes && a.draws == b.draws && a.points == b.points;
}

/* Begins the next page for a block that has no room on this one. Where one page holds the block and
 * the heading over it, the heading goes along; the words of it that were made stay in memory. */
static void next_page(struct flow *flow, int32_t height)
{
    struct ui *ui = flow->ui;
    struct ui_text head = flow->heading.text;
    const int32_t head_h = heading_height(flow);
    const bool moves =
        head_h > 0 && head_h + height <= flow->box.h && same_mark(flow->heading.after, ui_mark(ui));
    if (moves && flow->page == ui->page) {
        struct ui_mark before = flow->heading.before;
        before.text_bytes = ui->frame->text_bytes;
        before.overflow = ui->overflow;
        ui_rewind(ui, before);
        flow->shown_y = flow->heading.shown_y;
    }
    flow->page++;
    flow->y = flow->box.y;
    if (moves) {
        head.y = flow->y;
        flow->y += head_h;
        if (flow->page == ui->page) {
            ui_text(ui, &head);
        }
    }
}

bool flow_block(struct flow *flow, int32_t height, int32_t *y)
{
    struct ui *ui = flow->ui;
    int32_t bottom = flow->box.y + flow->box.h;
    if (flow->y + height > bottom) {
        if (ui->paged && !flow->fresh) {
            next_page(flow, height);
        }
        if (flow->y + height > bottom) {
            ui->overflow = true;
        }
    }
    *y = flow->y;
    flow->y += height;
    flow->fresh = false;
    flow->heading.waits = false;
    /* A build that does not fit shows nothing, because a tighter one follows. */
    bool shown = ui->paged ? flow->page == ui->page : !ui->overflow;
    flow->shown_y = shown && flow->y > flow->shown_y ? flow->y : flow->shown_y;
    return shown;
}

/* A text taller than a page goes on over pages, as many lines on each as it holds. Each page says
 * its own lines. */
static void flow_long_text(struct flow *flow, const struct ui_text *text)
{
    struct ui *ui = flow->ui;
    struct text_line lines[TEXT_LINE_MAX];
    int32_t line = ui_line_px(ui, text->type), y;
    struct text_column column = ui_column(ui, ui_font(ui, text->type), text->w, text->balance);
    uint32_t count = text_wrap(ui->text, &column, text->text, lines);
    count = count < TEXT_LINE_MAX ? count : TEXT_LINE_MAX;
    for (uint32_t first = 0, end; first < count; first = end) {
        int32_t room = (flow->box.y + flow->box.h - flow->y) / line;
        if (room < 1) { /* the next page, with its heading, has the room */
            room = (flow->box.h - heading_height(flow)) / line;
            room = room > 1 ? room : 1;
        }
        end = first + (uint32_t)room < count ? first + (uint32_t)room : count;
        uint32_t bytes = lines[end - 1].start + lines[end - 1].bytes - lines[first].start;
        struct ui_text part = *text;
        part.text = frame_text_bytes(ui->frame, text->text + lines[first].start, bytes);
        part.spoken = end - first == count ? text->spoken : NULL;
        if (flow_block(flow, (int32_t)(end - first) * line, &y)) {
            part.y = y;
            ui_text(ui, &part);
        }
    }
}

/* Returns the type of a text. A heading with a word wider than its column, or on a low panel, is
 * set smaller, but never smaller than a body. */
static enum type flow_type(const struct flow *flow, const struct ui_text *text)
{
    static const uint8_t SMALLER[TYPE_COUNT] = {[TYPE_DISPLAY] = TYPE_DISPLAY_SMALL,
                                                [TYPE_DISPLAY_SMALL] = TYPE_TITLE,
                                                [TYPE_STATEMENT] = TYPE_STATEMENT_SMALL,
                                                [TYPE_STATEMENT_SMALL] = TYPE_BODY,
                                                [TYPE_TITLE] = TYPE_CARD,
                                                [TYPE_CARD] = TYPE_BODY,
                                                [TYPE_LEAD] = TYPE_LEAD_SMALL,
                                                [TYPE_LEAD_SMALL] = TYPE_BODY,
                                                [TYPE_BODY] = TYPE_BODY,
                                                [TYPE_CAPTION] = TYPE_CAPTION,
                                                [TYPE_F_DISPLAY] = TYPE_F_TITLE,
                                                [TYPE_F_TITLE] = TYPE_F_LEDE,
                                                [TYPE_F_LEDE] = TYPE_F_LEDE,
                                                [TYPE_F_TEXT] = TYPE_F_TEXT,
                                                [TYPE_F_CAPTION] = TYPE_F_CAPTION,
                                                [TYPE_F_HEAD] = TYPE_F_HEAD,
                                                [TYPE_F_HEAD_CAPTION] = TYPE_F_HEAD_CAPTION,
                                                [TYPE_F_NUMERAL] = TYPE_F_TITLE};
    enum type type = text->type;
    while (SMALLER[type] != type &&
           (flow->ui->modest || !ui_text_holds(flow->ui, type, text->text, text->w))) {
        type = (enum type)SMALLER[type];
    }
    return type;
}

static struct ui_text flow_placed(const struct flow *flow, const struct ui_text *text)
{
    struct ui_text placed = *text;
    placed.x = flow->box.x;
    placed.w = text->w > 0 && text->w < flow->box.w ? text->w : flow->box.w;
    placed.type = flow_type(flow, &placed);
    int32_t measure = ui_measure_px(flow->ui, placed.type);
    placed.w = placed.w < measure ? placed.w : measure;
    return placed;
}

void flow_text_on(struct flow *flow, const struct ui_text *text)
{
    struct ui_text placed = flow_placed(flow, text);
    int32_t left = flow->box.y + flow->box.h - flow->y;
    if (flow->ui->paged && ui_text_height(flow->ui, &placed) > left) {
        flow_long_text(flow, &placed);
    } else {
        flow_text(flow, text);
    }
}

static const char *copy(struct frame *frame, const char *text)
{
    return text != NULL ? frame_text_bytes(frame, text, strlen(text)) : NULL;
}

/* Keeps a heading until a block follows. The heading's words are copied, because the caller's may
 * be gone by then. */
static void remember_heading(struct flow *flow, const struct ui_text *text, int32_t shown_y,
                             struct ui_mark before)
{
    struct frame *frame = flow->ui->frame;
    flow->heading.waits = true;
    flow->heading.text = *text;
    flow->heading.text.id = copy(frame, text->id);
    flow->heading.text.text = copy(frame, text->text);
    flow->heading.text.spoken = copy(frame, text->spoken);
    flow->heading.shown_y = shown_y;
    flow->heading.before = before;
    flow->heading.after = ui_mark(flow->ui);
}

static uint32_t longest(const struct ui_text *texts, uint32_t count)
{
    uint32_t found = 0;
    size_t most = 0;
    for (uint32_t i = 0; i < count; i++) {
        const size_t bytes = strlen(texts[i].text);
        found = bytes > most ? i : found;
        most = bytes > most ? bytes : most;
    }
    return found;
}

static int32_t height_of(const struct flow *flow, const struct ui_text *text)
{
    const struct ui_text placed = flow_placed(flow, text);
    return ui_text_height(flow->ui, &placed);
}

void flow_text_of(struct flow *flow, const struct ui_text *texts, uint32_t count, uint32_t shown)
{
    assert(shown < count);
    struct ui_text placed = flow_placed(flow, &texts[shown]);
    int32_t highest = ui_text_height(flow->ui, &placed);
    /* Where the longest text has no room, this build shows nothing, so the others are not measured.
     */
    const bool is_over =
        count > 1 && !flow->ui->paged &&
        flow->y + height_of(flow, &texts[longest(texts, count)]) > flow->box.y + flow->box.h;
    for (uint32_t i = 0; i < count && count > 1 && !is_over; i++) {
        const int32_t height = height_of(flow, &texts[i]);
        highest = height > highest ? height : highest;
    }
    flow->ui->overflow = flow->ui->overflow || is_over;
    if (takes_pages(flow, highest)) {
        flow_long_text(flow, &placed);
        return;
    }
    const bool waits = placed.role == ROLE_HEADING && flow->ui->paged && !flow->fresh;
    const int32_t shown_y = flow->shown_y;
    const struct ui_mark before = ui_mark(flow->ui);
    if (flow_block(flow, highest, &placed.y)) {
        ui_text(flow->ui, &placed);
    }
    if (waits) {
        remember_heading(flow, &placed, shown_y, before);
    }
}

void flow_text(struct flow *flow, const struct ui_text *text)
{
    flow_text_of(flow, text, 1, 0);
}

void flow_text_at_foot(struct flow *flow, const struct ui_text *text)
{
    const int32_t last = flow->box.y + flow->box.h - height_of(flow, text);
    flow->y = flow->y < last && !flow->ui->paged ? last : flow->y;
    flow_text(flow, text);
}

void flow_text_or_heard(struct flow *flow, const struct ui_text *text)
{
    struct ui *ui = flow->ui;
    const struct flow before = *flow;
    const struct ui_mark mark = ui_mark(ui);
    flow_text(flow, text);
    if (flow->page > before.page || flow->y > flow->box.y + flow->box.h) {
        *flow = before;
        ui_rewind(ui, mark);
        ui_heard(ui, text->id, text->text);
    }
}

int32_t ui_button_rows_height(struct ui *ui, const struct ui_button *buttons, uint32_t count,
                              int32_t w)
{
    struct ui_mark mark = ui_mark(ui);
    int32_t height = ui_button_rows(ui, buttons, count, 0, 0, w);
    ui_rewind(ui, mark);
    return height;
}

void flow_buttons(struct flow *flow, const struct ui_button *buttons, uint32_t count)
{
    struct ui *ui = flow->ui;
    int32_t height = ui_button_rows_height(ui, buttons, count, flow->box.w);
    if (count > 1 && takes_pages(flow, height)) {
        for (uint32_t i = 0; i < count; i++) {
            flow->y += flow->fresh ? 0 : ui_um(ui, 3000);
            flow_buttons(flow, &buttons[i], 1);
        }
        return;
    }
    int32_t y;
    if (flow_block(flow, height, &y)) {
        ui_button_rows(ui, buttons, count, flow->box.x, y, flow->box.w);
    }
}

void flow_button_rows(struct flow *flow, const struct ui_button *chips, uint32_t count)
{
    struct ui *ui = flow->ui;
    int32_t gap = ui_um(ui, 3000);
    for (uint32_t from = 0, to; from < count; from = to) {
        to = ui_button_row_end(ui, chips, count, from, flow->box.w, gap);
        flow->y += from > 0 && !flow->fresh ? gap : 0;
        flow_buttons(flow, &chips[from], to - from);
    }
}

void flow_swatches(struct flow *flow, const struct ui_button *swatches, uint32_t count)
{
    struct ui *ui = flow->ui;
    struct ui_mark mark = ui_mark(ui);
    int32_t height = ui_swatch_rows(ui, swatches, count, flow->box.x, 0, flow->box.w), y;
    ui_rewind(ui, mark);
    if (flow_block(flow, height, &y)) {
        ui_swatch_rows(ui, swatches, count, flow->box.x, y, flow->box.w);
    }
}

void flow_progress(struct flow *flow, const struct ui_progress *progress)
{
    struct ui *ui = flow->ui;
    struct ui_progress placed = *progress;
    placed.x = flow->box.x;
    if (flow_block(flow, ui_um(ui, ui_sized_um(ui, PROGRESS_UM)), &placed.y)) {
        /* The stones alone say the same. */
        placed.words = ui_progress_width(ui, &placed) > flow->box.w ? "" : placed.words;
        ui_progress(ui, &placed);
    }
}

/* Lets a hero's water begin right below its content, and no lower than it must. */
static void settle_horizon(struct ui *ui, int32_t content_bottom)
{
    struct scene *scene = &ui->frame->scene;
    int32_t usual = ui->height * HERO_HORIZON_PER_MILLE / 1000;
    int32_t wanted = content_bottom + ui_gap(ui, 5000);
    wanted = wanted > usual ? wanted : usual;
    if (scene->kind == SCENE_HERO && wanted < scene->horizon_y) {
        scene->horizon_y = wanted;
        scene->centre_y = wanted + (ui->height - wanted) * 232 / 1000;
    }
}

void flow_end(struct flow *flow)
{
    struct ui *ui = flow->ui;
    settle_horizon(ui, ui->paged ? flow->shown_y : flow->y);
    if (flow->page + 1 > ui->page_count) {
        ui->page_count = flow->page + 1;
    }
}
