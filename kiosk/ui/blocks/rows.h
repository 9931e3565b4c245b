/* SPDX-License-Identifier: MIT */
/* Rows of words with something before them, parted by hairlines. A row that is higher than a page
 * comes without its mark. */
#ifndef UI_BLOCKS_ROWS_H
#define UI_BLOCKS_ROWS_H

#include "ui/ui.h"

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
