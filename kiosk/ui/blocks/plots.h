/* SPDX-License-Identifier: MIT */
/* Many small charts, all of one size so that they can be compared: rows of two side by side, before
 * each row a word and a sentence, over each chart its label. And the key that says how to read a
 * chart. What a chart shows is its caller's. */
#ifndef UI_BLOCKS_PLOTS_H
#define UI_BLOCKS_PLOTS_H

#include "ui/chart.h"

enum { PLOTS_ROW_MAX = 8, PLOTS_ITEM_MAX = 16 };

struct plots_item {
    uint32_t number; /* for its ids, and for whoever makes its chart */
    const char *label;
    uint16_t action; /* of a press on its chart; 0: none */
    int16_t arg;
    bool readable;  /* it ends in a stone, */
    uint8_t newest; /* there */
};

struct plots_row {
    uint32_t number; /* for its ids */
    const char *word, *sentence;
    uint16_t action; /* of a press on them: the row is chosen; 0: it cannot be */
    int16_t arg;
    bool chosen;
    bool wide;             /* the label of its only chart has the width of two */
    uint32_t first, count; /* of its charts */
};

struct plots {
    /* Ids, with {n} where the number stands. */
    const char *word_id, *target_id, *sentence_id, *label_id, *chart_id;
    uint32_t row_count, item_count;
    struct plots_row row[PLOTS_ROW_MAX];
    struct plots_item item[PLOTS_ITEM_MAX];
    int32_t value_px; /* after each chart */
    bool stacked;     /* words stand over their charts; on a narrow page they do anyway */
    const void *context;
    /* The chart of an item with its spoken words, in memory that lasts until the next call. */
    struct chart (*chart)(const void *context, struct ui *ui, const struct plots_item *item);

    /* From measuring. */
    int32_t text_w, column_w, pad_px, grow_px;
};

/* All rows, each a block, with charts as high as leaves below_px free on the page. */
void plots_flow(struct flow *flow, struct plots *plots, int32_t below_px);

/* What a line and its band look like, and words beside it: of the texts id and text are looked at.
 */
int32_t plots_key_height(const struct ui *ui, const struct ui_text *texts, uint32_t count,
                         int32_t w);
void plots_key_flow(struct flow *flow, const struct ui_text *texts, uint32_t count);

#endif
