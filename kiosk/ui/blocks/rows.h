/* SPDX-License-Identifier: MIT */
/* Rows of words with something before them, parted by hairlines. A row that is higher than a page
 * comes without its mark. */
#ifndef UI_BLOCKS_ROWS_H
#define UI_BLOCKS_ROWS_H

#include "ui/blocks.h"

/* An icon in a ring, and words. */
struct icon_row {
    const char *id;
    enum icon icon;
    const char *text;
};
/* first: no hairline above it. */
void flow_icon_row(struct flow *flow, const struct icon_row *row, bool first);

/* A heading and a few sentences right below it. */
struct headed {
    const char *id, *text_id;
    const char *title, *text;
    const char *note_id, *note; /* below the text, small; note: NULL: none */
};
void flow_headed(struct flow *flow, const struct headed *headed, bool first);

/* An icon and a name at the start, and beside them whatever belongs to them. */
struct named_row {
    enum icon icon;
    const char *id, *name;
    flow_content *words;
    const void *context;
    bool no_pills; /* they begin with a line of text, which stands where pills have theirs */
};
/* Where rows begin below what a flow holds. */
int32_t named_rows_begin(const struct flow *flow);
/* With a hairline over it; returns where the row ends. */
int32_t named_row_draw(struct ui *ui, const struct named_row *row, struct box box);

/* "One thing. Another." as rows: a stone, the sentence, a hairline to the next. Their ids are
 * id_before and a number from 1. */
void flow_sentences(struct flow *flow, const char *id_before, const char *sentences);

/* Three, two, one: so many stones before the words of each row. They take what the page leaves. */
enum { COUNTED_ROWS = 3 };
struct counted_rows {
    const char *id[COUNTED_ROWS], *text[COUNTED_ROWS];
};
void counted_rows_flow(struct flow *flow, const struct counted_rows *rows);

#endif
