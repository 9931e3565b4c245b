/* SPDX-License-Identifier: MIT */
/* The one page that leaves the machine: its words, charts and table in order. The same function
 * goes through the page to write HTML and to show it, so the screen shows what leaves. Shares and
 * bands of complete blocks only; no count, no single meeting, no name. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "core/sink.h"
#include "report/plot.h"

enum {
    PAGE_COLUMNS = 4,
    PAGE_CELL_BYTES = 192,
    PAGE_CHARTS_MAX = PACK_QUESTION_MAX,
    /* Lengths as on a screen that is read from nearby; on paper all of it is three quarters. */
    PAGE_WIDTH_UM = 240000,
    PAGE_LARGE_UM = 44000, /* height of a chart with its labels */
    PAGE_SMALL_UM = 16500,
    PAGE_GAP_UM = 8000, /* between two small charts, which share the width */
};

/* Paper has one look. */
#define PAGE_THEME THEME_CALM_LIGHT

/* What the report spans. */
struct page_span {
    struct month from, to;
    uint32_t blocks;
    bool made_up; /* a demonstration or a simulation: every sheet says so */
};

enum page_text {
    PAGE_DEMO,
    PAGE_TITLE,
    PAGE_SPAN,
    PAGE_LEAD, /* the headline */
    PAGE_HEAD, /* of a part */
    PAGE_NOTE, /* how to read what follows */
    PAGE_SAY,  /* what a line allows to say */
    PAGE_TALK, /* a prompt, with room to write under it */
    PAGE_ROOM, /* under all charts */
};

struct page_chart {
    uint32_t line;
    bool large;
    const char *label; /* the question; "" for none */
};

/* The cells of a line's table: a row for each of its points, the newest first; row 0 is the head.
 * brief: months as they stand in little room. */
void page_line_row(const struct lines *lines, uint32_t line, uint32_t row, bool brief,
                   char cell[][PAGE_CELL_BYTES]);

/* Every block of all together. */
struct page_table {
    const struct lines *lines;
    uint32_t rows; /* without the head */
};
/* Its cells; row 0 is the head. */
void page_table_row(const struct page_table *table, uint32_t row,
                    char cell[PAGE_COLUMNS][PAGE_CELL_BYTES]);

/* Texts live until the call returns. charts: at most two beside each other. */
struct page_ops {
    void *context;
    void (*text)(void *context, enum page_text kind, const char *text);
    void (*charts)(void *context, const struct page_chart *charts, uint32_t count);
    void (*table)(void *context, const struct page_table *table);
};

/* Calls ops for each part of the page, from its top to its bottom. */
void page_render(const struct lines *lines, const struct page_span *span,
                 const struct page_ops *ops);

/* Draws a chart of the page into the box: on paper and on a screen the same commands. All charts of
 * one page share a plot, which begins with zeros. */
void page_chart_draw(const struct lines *lines, const struct page_chart *chart, struct ui *ui,
                     struct plot *plot, struct box box);

/* The page to read, as large as any other: more pages of the screen where it takes them. */
void page_sheet_flow(const struct lines *lines, const struct page_span *span, struct flow *flow);
/* Its first sheet as a picture. The largest within that room; false: too small to be one. */
bool page_sheet_size(int32_t width_max, int32_t height_max, int32_t *width, int32_t *height);
void page_sheet_draw(const struct lines *lines, const struct page_span *span, struct ui *ui,
                     struct box box);

/* The page as one HTML file: its own styles, its charts inside, nothing from outside, upright on A4
 * or Letter. It is well-formed XML too. */
void page_html(const struct lines *lines, const struct page_span *span, struct sink *sink);

#endif
