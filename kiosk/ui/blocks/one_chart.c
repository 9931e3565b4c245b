/* SPDX-License-Identifier: MIT */
#include "ui/blocks/one_chart.h"

#include "ui/blocks/plots.h"

enum {
    PLOT_UM_AIRY = 45000, /* least height with full gaps: a tighter page is tried before, */
    PLOT_UM_MIN = 20000,  /* lower, and a point of a hundred is a fifth of a millimetre */
    PLOT_HIGH = 75,       /* hundredths of its width: higher, and noise looks like news */
    HEAD_SHARE = 3,       /* a sentence takes at most this part of the page */
    KEY_GAP_UM = 3000,
};

static struct ui_text set(const struct ui_text *text, enum type type, enum ink ink, int32_t w)
{
    struct ui_text out = *text;
    out.type = type;
    out.ink = ink;
    out.w = w;
    return out;
}

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* What stands over the chart: which line it shows, and what is counted, side by side where one row
 * holds both. On a low page the latter follows the chart. */
struct chart_head {
    struct ui_text title, measure;
    bool has_measure;
    int32_t height;
};

static struct chart_head chart_head(const struct ui *ui, const struct one_chart *one,
                                    bool has_measure, int32_t w)
{
    struct chart_head head = {.has_measure = has_measure,
                              .title = set(&one->title, TYPE_F_TEXT, INK_INK, w),
                              .measure = set(&one->measure, TYPE_F_CAPTION, INK_NONE, w)};
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

static void draw_chart(struct ui *ui, const struct chart *chart, struct chart_head head,
                       struct box box)
{
    head.title.x += box.x;
    head.title.y += box.y;
    head.measure.x += box.x;
    head.measure.y += box.y;
    ui_text(ui, &head.title);
    if (head.has_measure) {
        ui_text(ui, &head.measure);
    }
    ui_chart(ui, chart, (struct box){box.x, box.y + head.height, box.w, box.h - head.height});
}

/* Draws the sentence in the largest type that leaves the chart its height. */
static void flow_head(struct flow *flow, const struct one_chart *one, int32_t chart_px)
{
    static const enum type TYPES[] = {TYPE_TITLE, TYPE_F_TITLE, TYPE_F_LEDE};
    struct ui *ui = flow->ui;
    const int32_t beside = flow->box.h - chart_px - ui_gap(ui, 2500);
    const int32_t share = flow->box.h / HEAD_SHARE;
    struct ui_text head = set(&one->head, TYPE_F_LEDE, INK_INK, flow->box.w);
    head.balance = true;
    head.x = flow->box.x;
    ui_text_fit(ui, TYPES, 3, beside < share ? beside : share, &head);
    if (flow_block(flow, ui_text_height(ui, &head), &head.y)) {
        ui_text(ui, &head);
    }
    if (one->note.text != NULL) {
        flow_gap(flow, 1500);
        flow_text(flow, &one->note);
    }
}

/* Returns the height of the plot. What is below the plot has room on the same page, or on the next
 * one. */
static int32_t plot_height(struct ui *ui, const struct flow *flow, const struct one_chart *one,
                           int32_t extra)
{
    const int32_t w = flow->box.w, least = ui_um(ui, PLOT_UM_MIN), airy = ui_um(ui, PLOT_UM_AIRY);
    const int32_t below =
        plots_key_height(ui, one->key, one->key_count, w) + ui_gap(ui, KEY_GAP_UM) + one->below_px;
    int32_t room = flow->box.y + flow->box.h - flow->y - extra;
    if (room - below >= (ui->paged ? airy : least)) {
        room -= below;
    } else if (room < least) {
        room = flow->box.h - extra; /* of the next page */
    }
    if (!ui->paged && room < (ui->air >= 100 ? airy : least)) {
        ui->overflow = true;
    }
    return clamp(room, least, w * PLOT_HIGH / 100);
}

void one_chart_flow(struct flow *flow, const struct one_chart *one, const struct document *document)
{
    struct ui *ui = flow->ui;
    const bool is_low = document->loose_count > 0;
    const struct chart_head over = chart_head(ui, one, !is_low, flow->box.w);
    const int32_t extra = over.height + ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
    flow_head(flow, one, extra + ui_um(ui, PLOT_UM_MIN));
    flow_gap(flow, 2500);
    struct box box = {.x = flow->box.x, .w = flow->box.w};
    box.h = extra + plot_height(ui, flow, one, extra);
    if (flow_block(flow, box.h, &box.y)) {
        draw_chart(ui, &one->chart, over, box);
    }
    if (is_low) {
        flow_gap(flow, 1500);
        flow_text(flow, &over.measure);
    }
    document_flow_loose(flow, document);
    flow_gap(flow, KEY_GAP_UM);
    plots_key_flow(flow, one->key, one->key_count);
}
