/* SPDX-License-Identifier: MIT */
/* A page of one line: what it is of and how to read it, its chart large, its newest points as
 * bars. Chart and bars share the height; in pages each has its own. */
#ifndef UI_BLOCKS_LINE_PAGE_H
#define UI_BLOCKS_LINE_PAGE_H

#include "ui/blocks/bars.h"
#include "ui/blocks/document.h"
#include "ui/chart.h"

/* Of the texts id and text are looked at. */
struct titled {
    struct ui_text title, sub;
};
/* The two belong together. */
void titled_flow(struct flow *flow, const struct titled *titled);

struct line_page {
    struct titled titled;
    struct chart chart;
    struct bars bars;
    bool has_bars;
    int32_t below_px; /* kept free on a page that is not split */
};
/* On a low panel the chart is on the first page: how to read it and the chips follow. */
void line_page_flow(struct flow *flow, const struct line_page *page,
                    const struct document *document);

#endif
