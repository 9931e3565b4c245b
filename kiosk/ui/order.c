/* SPDX-License-Identifier: MIT */
#include "ui/order.h"

#include <string.h>

static bool is_target(const struct node *node)
{
    return (node->flags & NODE_FOCUSABLE) != 0;
}

const struct node *order_target(const struct frame *frame, const char *id)
{
    const struct node *node = id != NULL ? frame_find(frame, id) : NULL;
    return node != NULL && is_target(node) ? node : NULL;
}

uint32_t order_target_count(const struct frame *frame)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        count += is_target(&frame->node[i]);
    }
    return count;
}

const struct node *order_step(const struct frame *frame, const char *id, bool forward)
{
    const uint32_t count = frame->node_count, by = forward ? 1 : count - 1;
    const struct node *from = frame_find(frame, id);
    uint32_t at = from != NULL ? (uint32_t)(from - frame->node) : forward ? count - 1 : 0;
    for (uint32_t step = 0; step < count; step++) {
        at = (at + by) % count;
        if (is_target(&frame->node[at])) {
            return &frame->node[at];
        }
    }
    return NULL;
}

static void add(struct order *order, const struct node *node, const char *but)
{
    bool is_new = node != NULL && is_target(node);
    bool later = is_new && but != NULL && strcmp(node->id, but) == 0;
    for (uint32_t i = 0; i < order->count; i++) {
        is_new = is_new && order->node[i] != node;
    }
    if (is_new && !later) {
        order->node[order->count++] = node;
    }
}

void order_make(struct order *order, const struct frame *frame, const struct node *start,
                const char *on_id, const char *last_id)
{
    uint32_t first = start != NULL ? (uint32_t)(start - frame->node) : 0;
    order->count = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[(first + i) % frame->node_count];
        if ((node->flags & NODE_FOOT) != 0 && on_id != NULL) {
            add(order, frame_find(frame, on_id), NULL);
        }
        add(order, node, last_id);
    }
    if (last_id != NULL) {
        add(order, frame_find(frame, last_id), NULL);
    }
}

uint32_t order_next(const struct order *order, const char *id)
{
    uint32_t at = 0;
    while (at < order->count && strcmp(order->node[at]->id, id) != 0) {
        at++;
    }
    return at + 1 < order->count ? at + 1 : 0;
}
