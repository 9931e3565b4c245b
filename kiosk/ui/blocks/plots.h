/* SPDX-License-Identifier: MIT */
/* Many small charts, all of one size so that they can be compared: rows of two side by side, before
 * each row a word and a sentence, over each chart its label; and the key that says how to read a
 * chart. The caller decides what a chart shows. */
#ifndef UI_BLOCKS_PLOTS_H
#define UI_BLOCKS_PLOTS_H

#include "ui/chart.h"

enum { PLOTS_ROW_MAX = 8, PLOTS_ITEM_MAX = 16 };

struct plots_item {
    uint32_t number; /* for the item's ids, and for the function that makes its chart */
    const char *label;
    uint16_t action; /* action of a press on the chart; 0: none */
    int16_t arg;
    bool readable;  /* the line ends in a stone, */
    uint8_t newest; /* at this share of a hundred */
};

struct plots_row {
    uint32_t number; /* for the row's ids */
    const char *word, *sentence;
    uint16_t action; /* action of a press on word and sentence, which chooses the row; 0: the row
                      * cannot be chosen */
    int16_t arg;
    bool chosen;
    bool wide;             /* the label of its only chart has the width of two */
    uint32_t first, count; /* first: index of the row's first item; count: how many */
};

struct plots {
    /* Ids, with {n} where the number stands. */
    const char *word_id, *target_id, *sentence_id, *label_id, *chart_id;
    uint32_t row_count, item_count;
    struct plots_row row[PLOTS_ROW_MAX];
    struct plots_item item[PLOTS_ITEM_MAX];
    int32_t value_px; /* room kept after each chart */
    bool stacked;     /* words stand over their charts, as they always do on a narrow page */
    const void *context;
    /* Returns the chart of an item with its spoken words, in memory that lasts until the next
     * call. */
    struct chart (*chart)(const void *context, struct ui *ui, const struct plots_item *item);

    /* From measuring. */
    int32_t text_w, column_w, pad_px, grow_px;
};

/* Draws all rows, each as a block. The charts are as high as they can be with below_px left free on
 * the page. */
void plots_flow(struct flow *flow, struct plots *plots, int32_t below_px);

/* The key: what a line and its band look like, and words beside that. Only id and text of the texts
 * are used. */
int32_t plots_key_height(const struct ui *ui, const struct ui_text *texts, uint32_t count,
                         int32_t w);
void plots_key_flow(struct flow *flow, const struct ui_text *texts, uint32_t count);

#endif
