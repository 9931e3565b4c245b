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

/* Fills order. start: the target where focus begins, or NULL. on_id: id of the way on; last_id: id
 * of the target that is met last. Both ids may be NULL, or name no target of the frame. */
void order_make(struct order *order, const struct frame *frame, const struct node *start,
                const char *on_id, const char *last_id);
/* Returns the place of the target behind the one with this id; 0 behind the last target, and for an
 * id that is not in the order. */
uint32_t order_next(const struct order *order, const char *id);

/* Returns the target with this id; NULL when the frame has no such target or the id is NULL. */
const struct node *order_target(const struct frame *frame, const char *id);
uint32_t order_target_count(const struct frame *frame);
/* Returns the target that a key leads to, in the order of reading: the one behind the target with
 * this id, or before it, and from the end to the other end. Without a target of this id, returns
 * the first or the last. Returns NULL when there is no other target. */
const struct node *order_step(const struct frame *frame, const char *id, bool forward);

#endif
