/* SPDX-License-Identifier: MIT */
/* A short list of facts. Each fact has a line, with its name at the start and its value at the
 * end. */
#ifndef UI_BLOCKS_FACTS_H
#define UI_BLOCKS_FACTS_H

#include "ui/ui.h"

enum { FACTS_MAX = 8 };

/* Draws the list as one block. text: "Name: value. Name: value."; a fact without a colon stands as
 * it is. id: a pattern in which {n} is the number of the line, from 1. */
void facts_flow(struct flow *flow, const char *id, const char *text);

#endif
