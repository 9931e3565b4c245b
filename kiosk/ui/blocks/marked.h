/* SPDX-License-Identifier: MIT */
/* Words with a mark before them. The mark says what the words are: all is well, something to look
 * at, a caution, one of a list. The words say the same as the mark, so that nothing depends on the
 * mark alone. */
#ifndef UI_BLOCKS_MARKED_H
#define UI_BLOCKS_MARKED_H

#include "ui/ui.h"

enum mark {
    MARK_GOOD,    /* a filled disc with a tick */
    MARK_LOOK,    /* a ring with a stroke and a dot */
    MARK_CAUTION, /* the ring of MARK_LOOK, larger, beside a paragraph */
    MARK_BULLET,
};

struct marked {
    enum mark mark;
    struct ui_text text; /* x, y, w are the flow's */
    struct ui_text note; /* below the text; note.text NULL: none */
    int32_t ruled_um; /* space over the text with a hairline in its middle, where something of the
                       * page stands above; 0: none */
};

/* Draws mark, text and note as one block. */
void flow_marked(struct flow *flow, const struct marked *marked);

#endif
