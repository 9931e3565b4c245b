/* SPDX-License-Identifier: MIT */
/* Rows of words with a mark, such as an icon or a stone, before the words; hairlines part the rows.
 * A row that is higher than a page is drawn without its mark. */
#ifndef UI_BLOCKS_ROWS_H
#define UI_BLOCKS_ROWS_H

#include "ui/blocks.h"

/* An icon in a ring, and words. */
struct icon_row {
    const char *id;
    enum icon icon;
    const char *text;
};
/* Draws the row as a block. first: no hairline above the row. */
void flow_icon_row(struct flow *flow, const struct icon_row *row, bool first);

/* A heading and a few sentences right below it. */
struct headed {
    const char *id, *text_id;
    const char *title, *text;
    const char *note_id, *note; /* small words below the text; note: NULL: none */
};
void flow_headed(struct flow *flow, const struct headed *headed, bool first);

/* An icon and a name at the start, and beside both what the function words draws. */
struct named_row {
    enum icon icon;
    const char *id, *name;
    flow_content *words;
    const void *context;
    bool no_pills; /* words begins with a line of text, which stands where a pill would have its
                    * text */
};
/* Returns the y where rows begin below what a flow holds. */
int32_t named_rows_begin(const struct flow *flow);
/* Draws the row with a hairline over it; returns the y where the row ends. */
int32_t named_row_draw(struct ui *ui, const struct named_row *row, struct box box);

/* Draws sentences such as "One thing. Another." as rows: a stone, the sentence, a hairline to the
 * next row. The ids of the rows are id_before and a number from 1. */
void flow_sentences(struct flow *flow, const char *id_before, const char *sentences);

/* Three rows with three, two and one stones before the words. The rows take the height that the
 * page leaves. */
enum { COUNTED_ROWS = 3 };
struct counted_rows {
    const char *id[COUNTED_ROWS], *text[COUNTED_ROWS];
};
void counted_rows_flow(struct flow *flow, const struct counted_rows *rows);

#endif
