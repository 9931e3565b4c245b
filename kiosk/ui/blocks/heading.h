/* SPDX-License-Identifier: MIT */
/* What a page begins with: a title, and a sentence below or beside the title. */
#ifndef UI_BLOCKS_HEADING_H
#define UI_BLOCKS_HEADING_H

#include "ui/ui.h"

struct heading {
    const char *id, *title;
    const char *body_id;
    const char *body; /* NULL: none */
    bool beside;      /* the sentence stands beside the title, where the width allows */
    bool small;       /* the title is no larger than the rest of the page, which has room for
                       * nothing else */
    bool list;        /* each sentence of the body has a stone and a row */
};
void heading_flow(struct flow *flow, const struct heading *heading);

#endif
