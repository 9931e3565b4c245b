/* SPDX-License-Identifier: MIT */
/* Ids of nodes that are made from a pattern: id_of replaces the pattern's {names} by args and keeps
 * the id in the frame. */
#ifndef UI_IDS_H
#define UI_IDS_H

#include "core/catalog.h"
#include "ui/frame.h"

/* Returns the id, which lives as long as the frame's content. */
const char *id_of(struct frame *frame, const char *pattern, const struct text_arg *args,
                  size_t count);
/* As id_of for a pattern with {n} alone: the id of one of several nodes. */
const char *id_number(struct frame *frame, const char *pattern, uint32_t n);

#endif
