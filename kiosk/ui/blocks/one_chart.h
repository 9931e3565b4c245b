/* SPDX-License-Identifier: MIT */
/* A page of one sentence: the sentence, as large as the page allows; the chart that the sentence
 * speaks of, as high as the page allows; and the key that says how to read the chart. */
#ifndef UI_BLOCKS_ONE_CHART_H
#define UI_BLOCKS_ONE_CHART_H

#include "ui/blocks/document.h"
#include "ui/chart.h"

/* Only id, text and role of the texts are used, except for the note. */
struct one_chart {
    struct ui_text head;
    struct ui_text note;           /* below the sentence; note.text NULL: none */
    struct ui_text title, measure; /* over the chart: which line the chart shows, and what is
                                    * counted */
    struct chart chart;
    const struct ui_text *key; /* as for plots_key_flow */
    uint32_t key_count;
    int32_t below_px; /* px kept free below everything */
};
void one_chart_flow(struct flow *flow, const struct one_chart *one,
                    const struct document *document);

#endif
