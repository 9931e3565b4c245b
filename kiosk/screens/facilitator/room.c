/* SPDX-License-Identifier: MIT */
/* For the room: the sentence, its chart and the prompt of the trends screen, as large as a group
 * reads them from its chairs, and no control but Close; on a panel too small for all of it, More.
 * Whoever presses Close may be anybody, so the facilitator's part is locked from the moment this
 * stands here. */
#include "screens/facilitator/trends.h"
#include "screens/parts/controls.h"

enum {
    ROOM_MS = 60 * 60 * 1000, /* untouched for so long, the group has gone */
    HEAD_SHARE = 4,           /* the sentence takes at most this part of the height */
    CHART_SHARE = 60,         /* hundredths of the width, beside the prompt */
    CHART_UM_MIN = 36000,     /* with its labels */
    CHART_PAGE_UM = 40000,    /* in pages: lower, and it has one of its own */
    CHART_UM_MAX = 160000,
    SIDE_GAP_UM = 10000,
    GAP_UM = 4000,
    WORDS_LINES = 7,    /* of the chart's height, for all of its words */
    BESIDE_UM = 200000, /* narrower, and the prompt stands below */
};

static struct ui_text text_of(const char *id, const char *text, enum type type)
{
    return (struct ui_text){
        .id = id, .text = text, .role = ROLE_TEXT, .type = type, .balance = true};
}

enum { TYPES = 4 };
static const enum type HEAD_TYPES[TYPES] = {TYPE_STATEMENT, TYPE_TITLE, TYPE_CARD, TYPE_BODY};
static const enum type PROMPT_TYPES[TYPES] = {TYPE_LEAD, TYPE_LEAD_SMALL, TYPE_BODY, TYPE_BODY};

/* The largest type in which it is at most so high; else the last. */
static void fit(const struct ui *ui, const enum type types[TYPES], struct ui_text *text, int32_t w,
                int32_t most)
{
    text->w = w;
    for (size_t i = 0; i < TYPES; i++) {
        text->type = types[i];
        if (ui_text_height(ui, text) <= most && ui_text_holds(ui, types[i], text->text, w)) {
            return;
        }
    }
}

static uint32_t line_of(const struct app *app)
{
    struct lines lines = lines_view(app);
    return lines_headline_line(&lines);
}

static struct ui_text head_of(const struct app *app, struct ui *ui, struct box box)
{
    struct ui_text head = text_of("room.head", trends_headline(app, ui), TYPE_BODY);
    head.role = ROLE_HEADING;
    const int32_t share = box.h / HEAD_SHARE, page = box.h - ui_um(ui, CHART_PAGE_UM);
    fit(ui, HEAD_TYPES, &head, box.w, ui->paged && page > share ? page : share);
    return head;
}

static struct ui_text prompt_of(const struct app *app)
{
    struct ui_text prompt =
        text_of("room.prompt", item_text(app, "prompt", trends_prompt(app)), TYPE_BODY);
    prompt.ink = INK_INK;
    return prompt;
}

/* Over the chart: which line it is and, where that leaves the chart its height, what is counted. */
static int32_t draw_chart_head(const struct app *app, struct ui *ui, struct box box)
{
    struct ui_text measure = text_of("room.measure", word(app, MSG_TRENDS_MEASURE), TYPE_CAPTION);
    struct ui_text title =
        text_of("room.line", trends_words(app, ui, lines_subject, line_of(app)), TYPE_BODY);
    title.x = measure.x = box.x;
    title.w = measure.w = box.w;
    title.y = box.y;
    int32_t over = ui_text(ui, &title);
    measure.y = box.y + over;
    const int32_t h = ui_text_height(ui, &measure);
    if (box.h - over - h >= ui_um(ui, CHART_UM_MIN) &&
        box.h - over - h >= WORDS_LINES * ui_line_px(ui, TYPE_BODY)) {
        over += ui_text(ui, &measure);
    }
    return over + ui_gap(ui, 1000);
}

static void draw_chart(const struct app *app, struct ui *ui, struct box box)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    struct lines lines = lines_view(app);
    const uint32_t line = line_of(app);
    const int32_t over = draw_chart_head(app, ui, box);
    struct chart chart = plot_room(&lines, line, ui, &plot);
    chart.id = "room.plot";
    chart.spoken = trends_words(app, ui, lines_spoken, line);
    chart.latest = NULL;
    if (box.h - over < WORDS_LINES * ui_line_px(ui, TYPE_BODY)) {
        /* A low chart keeps its line, its mark and its number, and strokes that leave its band. */
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

/* The chart, and beside it the prompt. */
static void beside(const struct app *app, struct ui *ui, struct box box)
{
    const int32_t gap = ui_gap(ui, GAP_UM), bottom = box.y + box.h;
    const int32_t y = put(ui, head_of(app, ui, box), box, box.y) + gap;
    struct box chart = {box.x, y, box.w * CHART_SHARE / 100, bottom - y};
    draw_chart(app, ui, chart);
    struct box side = {chart.x + chart.w + ui_um(ui, SIDE_GAP_UM), y, 0, bottom - y};
    side.w = box.x + box.w - side.x;
    struct ui_text prompt = prompt_of(app);
    struct ui_text room = text_of("room.note", word(app, MSG_TRENDS_ROOM), TYPE_BODY);
    room.w = side.w;
    const int32_t note_h = ui_text_height(ui, &room);
    fit(ui, PROMPT_TYPES, &prompt, side.w, side.h - note_h - 2 * gap);
    int32_t end = put(ui, prompt, side, y) + gap;
    end = put(ui, room, side, bottom - note_h > end ? bottom - note_h : end);
    ui->overflow = ui->overflow || end > bottom;
}

/* One after another, in pages where that takes several. */
static void below(const struct app *app, struct ui *ui, struct box box)
{
    struct flow flow;
    flow_begin(&flow, ui, box);
    const struct ui_text head = head_of(app, ui, box);
    struct ui_text prompt = prompt_of(app);
    struct ui_text note = text_of("room.note", word(app, MSG_TRENDS_ROOM), TYPE_BODY);
    note.w = box.w;
    fit(ui, PROMPT_TYPES, &prompt, box.w, box.h / HEAD_SHARE);
    const int32_t gap = ui_gap(ui, GAP_UM), most = ui_um(ui, CHART_UM_MAX);
    int32_t height = box.h - ui_text_height(ui, &head) - gap;
    if (ui->paged) {
        height = height >= ui_um(ui, CHART_PAGE_UM) ? height : box.h;
    } else {
        height -= ui_text_height(ui, &prompt) + ui_text_height(ui, &note) + 2 * gap;
        height = height < most ? height : most;
    }
    int32_t y;
    flow_text(&flow, &head);
    flow_gap(&flow, GAP_UM);
    if (flow_block(&flow, height, &y)) {
        draw_chart(app, ui, (struct box){box.x, y, box.w, height});
    }
    flow_gap(&flow, GAP_UM);
    flow_text(&flow, &prompt);
    flow_gap(&flow, GAP_UM);
    flow_text(&flow, &note);
    flow_end(&flow);
}

static void build(const struct app *app, struct ui *ui)
{
    const struct ui_button close = {.id = "room.close",
                                    .label = word(app, MSG_TRENDS_FOR_ROOM_CLOSE),
                                    .kind = BUTTON_PRIMARY,
                                    .bare = ICON_TICK,
                                    .action = ACTION_LOCK};
    const struct ui_button more = control_more(app);
    const struct ui_footer footer = {.right = &close, .right_count = 1, .more = &more};
    const struct box box = ui_footer(ui, &footer);
    const bool wide = box.w > box.h && box.w >= ui_um(ui, BESIDE_UM);
    if (wide && !ui->paged) {
        beside(app, ui, box);
    } else {
        below(app, ui, box);
    }
}

static uint64_t due(const struct app *app)
{
    return app->presence.input_ms + ROOM_MS;
}

const struct screen_ops SCREEN_OPS_ROOM = {.part = {.due = due, .fire = app_rest},
                                           .patience = PATIENCE_OWN,
                                           .enter = app_lock,
                                           .build = build,
                                           .focus_id = "room.close",
                                           .next_id = "room.close",
                                           .back_id = "room.close"};
