/* SPDX-License-Identifier: MIT */
/* The page of one sentence: what can be said of the room, large; the chart that it speaks of, as
 * high as the page allows; and how to read it. */
#include "screens/facilitator/trends.h"
#include "ui/blocks/plots.h"
#include "ui/ids.h"

enum {
    PLOT_UM_AIRY = 45000, /* least height with full gaps: a tighter page is tried before, */
    PLOT_UM_MIN = 20000,  /* lower, and a point of a hundred is a fifth of a millimetre */
    PLOT_HIGH = 75,       /* hundredths of its width: higher, and noise looks like news */
    HEAD_SHARE = 3,       /* a sentence takes at most this part of the page */
    KEY_GAP_UM = 3000,
};

static struct ui_text text_of(const char *id, const char *text, enum type type, int32_t w)
{
    return (struct ui_text){.id = id, .text = text, .role = ROLE_TEXT, .type = type, .w = w};
}

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* The largest type in which it is at most so high; else the smallest. */
static struct ui_text head_text(const struct app *app, struct ui *ui, struct box page, int32_t most)
{
    static const enum type TYPES[] = {TYPE_TITLE, TYPE_F_TITLE, TYPE_F_LEDE};
    struct ui_text head = text_of("trends.head", trends_headline(app, ui), TYPE_F_LEDE, page.w);
    head.role = ROLE_HEADING;
    head.balance = true;
    head.ink = INK_INK;
    for (size_t i = 0; i < sizeof(TYPES) / sizeof(TYPES[0]); i++) {
        head.type = TYPES[i];
        if (ui_text_height(ui, &head) <= most && ui_text_holds(ui, head.type, head.text, page.w)) {
            break;
        }
    }
    return head;
}

/* Which line the chart shows, and its measure: beside each other when one row holds both. On a low
 * page the measure follows the chart. */
struct chart_head {
    struct ui_text title, measure;
    bool has_measure;
    int32_t height;
};

static struct chart_head chart_head(const struct app *app, struct ui *ui, uint32_t line,
                                    bool has_measure, int32_t w)
{
    struct chart_head head = {
        .has_measure = has_measure,
        .title = text_of("trends.all", trends_words(app, ui, lines_subject, line), TYPE_F_TEXT, w),
        .measure = text_of("trends.measure", word(app, MSG_TRENDS_MEASURE), TYPE_F_CAPTION, w)};
    head.title.role = ROLE_HEADING;
    head.title.ink = INK_INK;
    head.measure.balance = true;
    const int32_t after = ui_text_width(ui, TYPE_F_TEXT, head.title.text) + ui_um(ui, 2600);
    head.height = ui_text_height(ui, &head.title);
    if (after + ui_text_width(ui, TYPE_F_CAPTION, head.measure.text) <= w) {
        head.measure.x = after;
        head.measure.w = w - after;
        /* Both on one baseline: the larger type's middle is higher. */
        head.measure.y = (head.height - ui_line_px(ui, TYPE_F_CAPTION)) / 2 + ui_um(ui, 200);
    } else if (has_measure) {
        head.measure.y = head.height;
        head.height += ui_text_height(ui, &head.measure);
    }
    head.height += ui_um(ui, 500);
    return head;
}

static void draw_chart(const struct app *app, struct ui *ui, uint32_t line, struct chart_head head,
                       struct box box)
{
    static struct plot plot; /* 20 kB, too much for a stack */
    struct lines lines = lines_view(app);
    head.title.x += box.x;
    head.title.y += box.y;
    head.measure.x += box.x;
    head.measure.y += box.y;
    ui_text(ui, &head.title);
    if (head.has_measure) {
        ui_text(ui, &head.measure);
    }
    struct chart chart = plot_large(&lines, line, ui, &plot);
    chart.id = id_number(ui->frame, "trends.plot.{n}", line);
    chart.spoken = trends_words(app, ui, lines_spoken, line);
    ui_chart(ui, &chart, (struct box){box.x, box.y + head.height, box.w, box.h - head.height});
}

void trends_one_flow(const struct app *app, struct paper *paper)
{
    struct flow *flow = &paper->flow;
    struct ui *ui = flow->ui;
    struct lines lines = lines_view(app);
    const uint32_t line = lines_headline_line(&lines);
    const int32_t w = flow->box.w, labels = ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
    const int32_t least = ui_um(ui, PLOT_UM_MIN), most = w * PLOT_HIGH / 100;
    const bool is_low = paper->document.loose_count > 0;
    const struct chart_head over = chart_head(app, ui, line, !is_low, w);
    const int32_t beside = flow->box.h - over.height - labels - least - ui_gap(ui, 2500);
    const int32_t share = flow->box.h / HEAD_SHARE;
    struct ui_text note;
    struct ui_text head = head_text(app, ui, flow->box, beside < share ? beside : share);
    head.x = flow->box.x;
    int32_t y;
    if (flow_block(flow, ui_text_height(ui, &head), &head.y)) {
        ui_text(ui, &head);
    }
    if (trends_series(app, ui, &note)) {
        flow_gap(flow, 1500);
        flow_text(flow, &note);
    }
    flow_gap(flow, 2500);
    struct ui_text key[2];
    const uint32_t keys = trends_key(app, false, key);
    const int32_t below = plots_key_height(ui, key, keys, w) + ui_gap(ui, KEY_GAP_UM) +
                          (paper->document.panel.w > 0 || ui->paged
                               ? 0
                               : trends_talk_height(app, ui, w) + ui_gap(ui, 2500));
    int32_t room = flow->box.y + flow->box.h - flow->y - over.height - labels;
    if (room - below >= (ui->paged ? ui_um(ui, PLOT_UM_AIRY) : least)) {
        room -= below;
    } else if (room < least) {
        room = flow->box.h - over.height - labels; /* of the next page */
    }
    if (!ui->paged && room < (ui->air >= 100 ? ui_um(ui, PLOT_UM_AIRY) : least)) {
        ui->overflow = true;
    }
    const int32_t height = over.height + clamp(room, least, most) + labels;
    if (flow_block(flow, height, &y)) {
        draw_chart(app, ui, line, over, (struct box){flow->box.x, y, w, height});
    }
    if (is_low) {
        flow_gap(flow, 1500);
        flow_text(flow, &over.measure);
    }
    document_flow_loose(flow, &paper->document);
    flow_gap(flow, KEY_GAP_UM);
    plots_key_flow(flow, key, keys);
}
