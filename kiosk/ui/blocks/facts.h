/* SPDX-License-Identifier: MIT */
/* A short list of facts, each on a line: its name at the start, what it is at the end. */
#ifndef UI_BLOCKS_FACTS_H
#define UI_BLOCKS_FACTS_H

#include "ui/ui.h"

enum { FACTS_MAX = 8 };

struct facts {
    const char *id; /* with {n} where the number of the line stands, from 1 */
    uint32_t count;
    const char *text[FACTS_MAX]; /* "Name: what it is"; without a colon it stands as it is */
};

int32_t facts_height(const struct ui *ui, const struct facts *facts);
void facts_draw(struct ui *ui, const struct facts *facts, struct box box);
/* As one block. */
void facts_flow(struct flow *flow, const struct facts *facts);

#endif
