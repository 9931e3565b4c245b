/* SPDX-License-Identifier: MIT */
/* A short list of facts, each on a line: its name at the start, what it is at the end. */
#ifndef UI_BLOCKS_FACTS_H
#define UI_BLOCKS_FACTS_H

#include "ui/ui.h"

enum { FACTS_MAX = 8 };

/* As one block. text: "Name: what it is. Name: what it is."; without a colon a fact stands as it
 * is. id: with {n} where the number of the line stands, from 1. */
void facts_flow(struct flow *flow, const char *id, const char *text);

#endif
