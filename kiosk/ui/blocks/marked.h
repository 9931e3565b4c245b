/* SPDX-License-Identifier: MIT */
/* Words with a mark before them that says what they are: well, to be looked at, a caution, one of a
 * list. The mark never stands alone: its words say the same. */
#ifndef UI_BLOCKS_MARKED_H
#define UI_BLOCKS_MARKED_H

#include "ui/ui.h"

enum mark {
    MARK_GOOD,    /* a filled disc with a tick */
    MARK_LOOK,    /* a ring with a stroke and a dot */
    MARK_CAUTION, /* the same, larger, beside a paragraph */
    MARK_BULLET,
};

struct marked {
    enum mark mark;
    struct ui_text text; /* x, y, w are the flow's */
    struct ui_text note; /* below it; its text NULL: none */
    int32_t ruled_um; /* a hairline in the middle of so much space over it, where something of the
                       * page stands above; 0: none */
};

/* As one block. */
void flow_marked(struct flow *flow, const struct marked *marked);

#endif
