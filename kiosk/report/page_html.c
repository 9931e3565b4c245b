/* SPDX-License-Identifier: MIT */
/* The page as HTML. Its words are text that any reader can enlarge, search and speak. Only the
 * charts are pictures, and each chart has a sentence that says what it shows. */
#include "report/metrics.h"
#include "report/page.h"
#include "ui/svg.h"

#include <string.h>

enum {
    PX_PER_M = 8000, /* eight units of a picture are one millimetre of PAGE_WIDTH_UM */
};

/* 180 mm fit A4 and Letter with 15 mm of margin at the sides. The first page holds all but the
 * table, which begins there where it has room, or on the next; its head is on each page that it
 * goes on to, and no row of it stands alone on one. A part stays together where a page ends. */
static const char STYLE[] =
    "@page{margin:9mm 15mm}"
    "*{margin:0;padding:0}"
    "body{max-width:180mm;margin:0 auto;padding:4mm;background:#fff;color:#12262e;"
    "font:9pt/1.25 \"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif;"
    "-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "h1{font-size:16pt;font-weight:400}"
    "h2{font-size:10.5pt;margin-top:1.8mm}"
    "h2,p{break-after:avoid}"
    ".lead{font-size:11pt;margin-top:2mm}"
    ".note,figcaption{font-size:8.5pt}"
    ".lead,.note{text-wrap:balance}"
    ".charts{display:flex;gap:6mm;break-inside:avoid}"
    "figure{flex:0 1 87mm;min-width:0}"
    ".large figure{flex:1}"
    "svg{display:block;width:100%;height:auto;"
    "font-family:\"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif}"
    "table{border-collapse:collapse;margin-top:1mm}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
    "tr:nth-child(-n+3),tr:nth-last-child(-n+3){break-before:avoid}"
    "th,td{text-align:end;padding:.3mm 0;padding-inline-start:9mm;border-bottom:.2mm solid #9fb0b3}"
    "th:first-child,td:first-child{text-align:start;padding-inline-start:0}"
    /* The table follows, which may begin a page of its own. */
    ".room{margin-top:1.5mm;break-after:auto}"
    ".talk{font-size:11pt;break-after:avoid}"
    /* Under a prompt stand two ruled lines to write on. */
    ".write{height:12mm;background:linear-gradient(#9fb0b3,#9fb0b3) 0 50%/100% .2mm no-repeat;"
    "border-bottom:.2mm solid #9fb0b3}"
    ".demo{font-weight:700}"
    /* On a telephone one chart beside another would be too small to read. */
    "@media screen and (max-width:120mm){.charts{display:block}figure{margin-top:2mm}"
    "th,td{padding-inline-start:3mm}}"
    /* On an enlarged page words break rather than make the page wider than its window. */
    "@media screen and (max-width:60mm){body{overflow-wrap:anywhere}"
    "th,td{padding-inline-start:1mm}}"
    /* What has a fixed position is printed on every sheet, in its margin. */
    "@media print{body{padding:0}.demo{position:fixed;top:0;inset-inline-end:0}}";

struct html {
    const struct lines *lines;
    struct sink *sink;
    struct frame *frame;
    struct plot *plot;
};

static void put_element(struct html *html, const char *open, const char *text, const char *close)
{
    sink_text(html->sink, open);
    sink_escaped(html->sink, text, strlen(text));
    sink_text(html->sink, close);
}

static void put_text(void *context, enum page_text kind, const char *text)
{
    static const struct {
        const char *open, *close;
    } ELEMENTS[] = {
        [PAGE_DEMO] = {"<p class=\"demo\">", "</p>\n"},
        [PAGE_TITLE] = {"<h1>", "</h1>\n"},
        [PAGE_SPAN] = {"<p>", "</p>\n"},
        [PAGE_LEAD] = {"<p class=\"lead\">", "</p>\n"},
        [PAGE_HEAD] = {"<h2>", "</h2>\n"},
        [PAGE_NOTE] = {"<p class=\"note\">", "</p>\n"},
        [PAGE_SAY] = {"<p>", "</p>\n"},
        [PAGE_TALK] = {"<p class=\"talk\">", "</p>\n<div class=\"write\"></div>\n"},
        [PAGE_ROOM] = {"<p class=\"room\">", "</p>\n"},
    };
    put_element(context, ELEMENTS[kind].open, text, ELEMENTS[kind].close);
}

static struct ui prepare(struct frame *frame, struct text_ops *text, bool large, bool rtl)
{
    frame_reset(frame);
    struct ui ui = {.frame = frame,
                    .text = text,
                    .theme = theme_get(PAGE_THEME),
                    .px_per_m = PX_PER_M,
                    .size = SIZE_M,
                    .focus_id = "",
                    .pressed_id = "",
                    .air = 100};
    int32_t width_um = large ? PAGE_WIDTH_UM : (PAGE_WIDTH_UM - PAGE_GAP_UM) / 2;
    ui.width = ui_um(&ui, width_um);
    ui.height = ui_um(&ui, large ? PAGE_LARGE_UM : PAGE_SMALL_UM);
    frame->width = ui.width;
    frame->height = ui.height;
    frame->px_per_m = PX_PER_M;
    frame->theme = PAGE_THEME;
    frame->rtl = rtl;
    return ui;
}

static void put_chart(struct html *html, const struct page_chart *chart)
{
    bool rtl = html->lines->words.language->rtl;
    struct text_ops text = metrics_ops();
    struct ui ui = prepare(html->frame, &text, chart->large, rtl);
    ui.language = html->lines->words.language;
    page_chart_draw(html->lines, chart, &ui, html->plot, (struct box){0, 0, ui.width, ui.height});
    if (rtl) {
        frame_mirror(html->frame);
    }
    char spoken[LINES_TEXT_BYTES];
    sink_text(html->sink, "<figure>");
    if (chart->label[0] != '\0') {
        put_element(html, "<figcaption>", chart->label, "</figcaption>");
    }
    svg_write(html->frame, lines_spoken(html->lines, chart->line, spoken), html->sink);
    sink_text(html->sink, "</figure>\n");
}

static void put_charts(void *context, const struct page_chart *charts, uint32_t count)
{
    struct html *html = context;
    sink_text(html->sink,
              charts[0].large ? "<div class=\"charts large\">\n" : "<div class=\"charts\">\n");
    for (uint32_t i = 0; i < count; i++) {
        put_chart(html, &charts[i]);
    }
    sink_text(html->sink, "</div>\n");
}

static void put_table(void *context, const struct page_table *table)
{
    struct html *html = context;
    sink_text(html->sink, "<table>\n");
    for (uint32_t row = 0; row <= table->rows; row++) {
        char cell[PAGE_COLUMNS][PAGE_CELL_BYTES];
        page_table_row(table, row, cell);
        sink_text(html->sink, row == 0 ? "<thead><tr>" : "<tr>");
        for (uint32_t i = 0; i < PAGE_COLUMNS; i++) {
            put_element(html, row == 0 ? "<th scope=\"col\">" : "<td>", cell[i],
                        row == 0 ? "</th>" : "</td>");
        }
        sink_text(html->sink, row == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
    }
    sink_text(html->sink, "</tbody>\n</table>\n");
}

static void put_head(struct html *html)
{
    const struct language *language = html->lines->words.language;
    put_element(html, "<!DOCTYPE html>\n<html lang=\"", language->tag, "\" dir=\"");
    sink_text(html->sink, language->rtl ? "rtl" : "ltr");
    /* The page may load nothing, whatever it is opened with. */
    sink_text(html->sink, "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                          "<meta http-equiv=\"Content-Security-Policy\" "
                          "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                          "<meta name=\"viewport\" content=\"width=device-width\"/>\n");
    put_element(html, "<title>", catalog_text(html->lines->words.catalog, MSG_REPORT_HEAD),
                "</title>\n<style>");
    sink_text(html->sink, STYLE);
    sink_text(html->sink, "</style>\n</head>\n<body>\n");
}

void page_html(const struct lines *lines, const struct page_span *span, struct sink *sink)
{
    static struct frame frame; /* a megabyte, which is too much for a stack */
    static struct plot plot;
    plot.value_px = 0;
    struct html html = {.lines = lines, .sink = sink, .frame = &frame, .plot = &plot};
    struct page_ops ops = {&html, put_text, put_charts, put_table};
    put_head(&html);
    page_render(lines, span, &ops);
    sink_text(sink, "</body>\n</html>\n");
}
