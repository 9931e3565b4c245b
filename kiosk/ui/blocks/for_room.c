/* SPDX-License-Identifier: MIT */
#include "ui/blocks/for_room.h"

enum {
    HEAD_SHARE = 4,        /* the sentence takes at most this part of the height */
    CHART_SHARE = 60,      /* hundredths of the width, beside the prompt */
    CHART_UM_MIN = 36000,  /* with its labels */
    CHART_PAGE_UM = 40000, /* on a split page, a lower chart has a page of its own */
    CHART_UM_MAX = 160000,
    SIDE_GAP_UM = 10000,
    GAP_UM = 4000,
    WORDS_LINES = 7,    /* of the chart's height, for all of its words */
    BESIDE_UM = 200000, /* narrower, and the prompt stands below */
};

static const enum type HEADS[] = {TYPE_STATEMENT, TYPE_TITLE, TYPE_CARD, TYPE_BODY};
static const enum type PROMPTS[] = {TYPE_LEAD, TYPE_LEAD_SMALL, TYPE_BODY};
enum { HEAD_COUNT = 4, PROMPT_COUNT = 3 };

static struct ui_text set(const struct ui_text *text, enum type type, enum ink ink)
{
    struct ui_text out = *text;
    out.type = type;
    out.ink = ink;
    out.balance = true;
    return out;
}

static struct ui_text head_of(const struct ui *ui, const struct for_room *room, struct box box)
{
    const int32_t share = box.h / HEAD_SHARE, page = box.h - ui_um(ui, CHART_PAGE_UM);
    struct ui_text head = set(&room->head, TYPE_BODY, INK_NONE);
    head.w = box.w;
    ui_text_fit(ui, HEADS, HEAD_COUNT, ui->paged && page > share ? page : share, &head);
    return head;
}

/* Draws over the chart which line it shows and, where the chart keeps its height, what is counted.
 */
static int32_t draw_chart_head(struct ui *ui, const struct for_room *room, struct box box)
{
    struct ui_text line = set(&room->line, TYPE_BODY, INK_NONE);
    struct ui_text measure = set(&room->measure, TYPE_CAPTION, INK_NONE);
    line.x = measure.x = box.x;
    line.w = measure.w = box.w;
    line.y = box.y;
    int32_t over = ui_text(ui, &line);
    measure.y = box.y + over;
    const int32_t left = box.h - over - ui_text_height(ui, &measure);
    if (left >= ui_um(ui, CHART_UM_MIN) && left >= WORDS_LINES * ui_line_px(ui, TYPE_BODY)) {
        over += ui_text(ui, &measure);
    }
    return over + ui_gap(ui, 1000);
}

static void draw_chart(struct ui *ui, const struct for_room *room, struct box box)
{
    const int32_t over = draw_chart_head(ui, room, box);
    struct chart chart = room->chart;
    if (box.h - over < WORDS_LINES * ui_line_px(ui, TYPE_BODY)) {
        /* A low chart keeps line, mark and number, and has thinner strokes, which leave its band
         * visible. */
        chart.low = true;
        chart.labels = CHART_LABELS_NONE;
        chart.axis_low = chart.axis_half = chart.axis_high = NULL;
        chart.mark_words = chart.range = NULL;
        chart.axis_px = 0;
    }
    chart.value_px = ui_chart_value_px(ui, &chart);
    ui_chart(ui, &chart, (struct box){box.x, box.y + over, box.w, box.h - over});
    ui->overflow = ui->overflow || (!ui->paged && box.h - over < ui_um(ui, CHART_UM_MIN));
}

/* Draws a text at y; returns where it ends. */
static int32_t put(struct ui *ui, struct ui_text text, struct box box, int32_t y)
{
    text.x = box.x;
    text.y = y;
    text.w = box.w;
    return y + ui_text(ui, &text);
}

/* Draws the chart, and the prompt beside it. */
static void draw_beside(struct ui *ui, const struct for_room *room, struct box box)
{
    const int32_t gap = ui_gap(ui, GAP_UM), bottom = box.y + box.h;
    const int32_t y = put(ui, head_of(ui, room, box), box, box.y) + gap;
    const struct box chart = {box.x, y, box.w * CHART_SHARE / 100, bottom - y};
    draw_chart(ui, room, chart);
    struct box side = {chart.x + chart.w + ui_um(ui, SIDE_GAP_UM), y, 0, bottom - y};
    side.w = box.x + box.w - side.x;
    struct ui_text prompt = set(&room->prompt, TYPE_BODY, INK_INK);
    struct ui_text note = set(&room->note, TYPE_BODY, INK_NONE);
    prompt.w = note.w = side.w;
    const int32_t note_h = ui_text_height(ui, &note);
    ui_text_fit(ui, PROMPTS, PROMPT_COUNT, side.h - note_h - 2 * gap, &prompt);
    int32_t end = put(ui, prompt, side, y) + gap;
    end = put(ui, note, side, bottom - note_h > end ? bottom - note_h : end);
    ui->overflow = ui->overflow || end > bottom;
}

/* Draws chart and prompt one after the other. */
static void draw_below(struct ui *ui, const struct for_room *room, struct box box)
{
    const struct ui_text head = head_of(ui, room, box);
    struct ui_text prompt = set(&room->prompt, TYPE_BODY, INK_INK);
    struct ui_text note = set(&room->note, TYPE_BODY, INK_NONE);
    prompt.w = note.w = box.w;
    ui_text_fit(ui, PROMPTS, PROMPT_COUNT, box.h / HEAD_SHARE, &prompt);
    const int32_t gap = ui_gap(ui, GAP_UM), most = ui_um(ui, CHART_UM_MAX);
    int32_t height = box.h - ui_text_height(ui, &head) - gap, y;
    if (ui->paged) {
        height = height >= ui_um(ui, CHART_PAGE_UM) ? height : box.h;
    } else {
        height -= ui_text_height(ui, &prompt) + ui_text_height(ui, &note) + 2 * gap;
        height = height < most ? height : most;
    }
    struct flow flow;
    flow_begin(&flow, ui, box);
    flow_text(&flow, &head);
    flow_gap(&flow, GAP_UM);
    if (flow_block(&flow, height, &y)) {
        draw_chart(ui, room, (struct box){box.x, y, box.w, height});
    }
    flow_gap(&flow, GAP_UM);
    flow_text(&flow, &prompt);
    flow_gap(&flow, GAP_UM);
    flow_text(&flow, &note);
    flow_end(&flow);
}

void for_room_draw(struct ui *ui, const struct for_room *room, struct box box)
{
    const bool wide = box.w > box.h && box.w >= ui_um(ui, BESIDE_UM);
    if (wide && !ui->paged) {
        draw_beside(ui, room, box);
    } else {
        draw_below(ui, room, box);
    }
}
