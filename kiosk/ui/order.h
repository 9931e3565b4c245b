/* SPDX-License-Identifier: MIT */
/* The order in which switches meet the targets of a frame: from where focus begins through what is
 * to be decided, then the way on, the other controls at the foot, and the way out last. */
#ifndef UI_ORDER_H
#define UI_ORDER_H

#include "ui/frame.h"

struct order {
    const struct node *node[NODE_MAX];
    uint32_t count;
};

/* start: the target where focus begins, or NULL. on_id: the way on; last_id: what is met last. Both
 * may be NULL, or ids of what is no target now. */
void order_make(struct order *order, const struct frame *frame, const struct node *start,
                const char *on_id, const char *last_id);
/* The place of the target behind this one; of the first one behind the last, or where the id is not
 * among them. */
uint32_t order_next(const struct order *order, const char *id);

/* The target of that id; NULL: it is none now, or the id is NULL. */
const struct node *order_target(const struct frame *frame, const char *id);
uint32_t order_target_count(const struct frame *frame);
/* In the order of reading, as keys go: the target behind the one of that id, or the one before it,
 * and round; without one of that id, the first or the last. NULL: there is no other. */
const struct node *order_step(const struct frame *frame, const char *id, bool forward);

#endif
