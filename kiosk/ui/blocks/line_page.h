/* SPDX-License-Identifier: MIT */
/* A page of one line of trends: a title that says what the line is of, a sentence on how to read
 * the chart, a large chart, and the newest points as bars. Chart and bars share the height; in
 * pages each has a page of its own. */
#ifndef UI_BLOCKS_LINE_PAGE_H
#define UI_BLOCKS_LINE_PAGE_H

#include "ui/blocks/bars.h"
#include "ui/blocks/document.h"
#include "ui/chart.h"

/* Only id and text of the texts are used. */
struct titled {
    struct ui_text title, sub;
};
/* Draws title and sub so that both stand on one page. */
void titled_flow(struct flow *flow, const struct titled *titled);

struct line_page {
    struct titled titled;
    struct chart chart;
    struct bars bars;
    bool has_bars;
    int32_t below_px; /* kept free on a page that is not split */
};
/* Draws the page. On a low panel the chart stands on the first page, and the sentence on how to
 * read it and the chips follow. */
void line_page_flow(struct flow *flow, const struct line_page *page,
                    const struct document *document);

#endif
