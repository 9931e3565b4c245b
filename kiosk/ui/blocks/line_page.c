/* SPDX-License-Identifier: MIT */
#include "ui/blocks/line_page.h"

enum {
    PLOT_UM_MIN = 26000, /* of the large line, without its labels */
    PLOT_UM_MAX = 75000,
    BARS_UM_MIN = 15000,
    BARS_UM_MAX = 34000,
    BARS_GAP_UM = 3000,
};

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

static struct titled set(const struct titled *titled, struct box box)
{
    struct titled out = *titled;
    out.title.role = ROLE_HEADING;
    out.title.type = TYPE_F_TITLE;
    out.title.ink = INK_INK;
    out.sub.role = ROLE_TEXT;
    out.sub.type = TYPE_F_TEXT;
    out.title.balance = out.sub.balance = true;
    out.title.x = out.sub.x = box.x;
    out.title.w = out.sub.w = box.w;
    return out;
}

void titled_flow(struct flow *flow, const struct titled *titled)
{
    struct ui *ui = flow->ui;
    struct titled at = set(titled, flow->box);
    const int32_t over = ui_text_height(ui, &at.title) + ui_gap(ui, 1000);
    const int32_t height = over + ui_text_height(ui, &at.sub);
    if (ui->paged && height > flow->box.h) {
        flow_text(flow, &at.title);
        flow_text(flow, &at.sub);
    } else if (flow_block(flow, height, &at.title.y)) {
        at.sub.y = at.title.y + over;
        ui_text(ui, &at.title);
        ui_text(ui, &at.sub);
    }
    flow_gap(flow, 2500);
}

/* Divides the room between chart and bars. On one page they share what the rest leaves; on a split
 * page each has a page. */
static void share_out(const struct flow *flow, const struct line_page *page, int32_t *plot,
                      int32_t *bars)
{
    struct ui *ui = flow->ui;
    const int32_t extra = bars_extra(ui, &page->bars, flow->box.w);
    const int32_t labels = ui_chart_labels_px(ui, CHART_LABELS_MONTHS), h = flow->box.h;
    const int32_t plot_min = ui_um(ui, PLOT_UM_MIN), bars_min = ui_um(ui, BARS_UM_MIN);
    int32_t room = flow->box.y + h - flow->y - labels;
    int32_t plot_max = ui_um(ui, PLOT_UM_MAX), bars_max = ui_um(ui, BARS_UM_MAX);
    int32_t share =
        document_has_foot(ui) ? 45 : 40; /* hundredths: over water there is less to hold */
    plot_max = plot_max > h * share / 100 ? plot_max : h * share / 100;
    bars_max = bars_max > h / 5 ? bars_max : h / 5;
    *plot = room >= plot_min ? room : h - labels; /* else the chart has the next page */
    *bars = h - extra;
    if (!ui->paged) {
        room -= page->below_px;
        if (page->has_bars) {
            room -= extra + ui_gap(ui, BARS_GAP_UM);
            *bars = clamp(room * 2 / 5, bars_min, bars_max);
            room -= *bars;
        }
        *plot = room;
    }
    *plot = clamp(*plot, plot_min, plot_max);
    *bars = clamp(*bars, bars_min, bars_max);
}

void line_page_flow(struct flow *flow, const struct line_page *page,
                    const struct document *document)
{
    struct ui *ui = flow->ui;
    const bool is_low = document->loose_count > 0;
    const struct titled titled = set(&page->titled, flow->box);
    const int32_t labels = ui_chart_labels_px(ui, CHART_LABELS_MONTHS);
    struct box box = {.x = flow->box.x, .w = flow->box.w};
    int32_t plot, bars;
    if (is_low) {
        flow_text(flow, &titled.title);
        flow_gap(flow, 1500);
    } else {
        titled_flow(flow, &page->titled);
    }
    share_out(flow, page, &plot, &bars);
    box.h = plot + labels;
    if (flow_block(flow, box.h, &box.y)) {
        ui_chart(ui, &page->chart, box);
    }
    if (is_low) {
        flow_gap(flow, 1500);
        flow_text(flow, &titled.sub);
        document_flow_loose(flow, document);
    }
    if (page->has_bars) {
        box.h = bars + bars_extra(ui, &page->bars, box.w);
        flow_gap(flow, BARS_GAP_UM);
        if (flow_block(flow, box.h, &box.y)) {
            bars_draw(ui, &page->bars, bars, box);
        }
    }
}
