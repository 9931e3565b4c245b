/* SPDX-License-Identifier: MIT */
/* What a page begins with: a title, and below or beside it a sentence. */
#ifndef UI_BLOCKS_HEADING_H
#define UI_BLOCKS_HEADING_H

#include "ui/ui.h"

struct heading {
    const char *id, *title;
    const char *body_id;
    const char *body; /* NULL: none */
    bool beside;      /* the title, where the width allows */
    bool small;       /* no larger than the rest of a page that has room for nothing else */
    bool list;        /* a stone and a row for each of its sentences */
};
void heading_flow(struct flow *flow, const struct heading *heading);

#endif
