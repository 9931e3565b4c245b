/* SPDX-License-Identifier: MIT */
/* Ids of nodes that are made: a pattern, and what stands in its {names}. Kept in the frame. */
#ifndef UI_IDS_H
#define UI_IDS_H

#include "core/catalog.h"
#include "ui/frame.h"

const char *id_of(struct frame *frame, const char *pattern, const struct text_arg *args,
                  size_t count);
/* {n} alone: one of several. */
const char *id_number(struct frame *frame, const char *pattern, uint32_t n);

#endif
