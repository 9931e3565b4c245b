/* SPDX-License-Identifier: MIT */
/* A page of one sentence: as large as the page allows, then the chart that it speaks of, as high
 * as the page allows, and how to read that. */
#ifndef UI_BLOCKS_ONE_CHART_H
#define UI_BLOCKS_ONE_CHART_H

#include "ui/blocks/document.h"
#include "ui/chart.h"

/* Of the texts but the note id, text and role are looked at. */
struct one_chart {
    struct ui_text head;
    struct ui_text note;           /* below it; text NULL: none */
    struct ui_text title, measure; /* over the chart: which line it is, and what is counted */
    struct chart chart;
    const struct ui_text *key; /* as for plots_key_flow */
    uint32_t key_count;
    int32_t below_px; /* kept free below it */
};
void one_chart_flow(struct flow *flow, const struct one_chart *one,
                    const struct document *document);

#endif
