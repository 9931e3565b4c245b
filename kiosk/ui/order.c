/* SPDX-License-Identifier: MIT */
#include "ui/order.h"

#include <string.h>

static void add(struct order *order, const struct node *node, const char *but)
{
    bool is_target = node != NULL && (node->flags & NODE_FOCUSABLE) != 0;
    bool later = is_target && but != NULL && strcmp(node->id, but) == 0;
    for (uint32_t i = 0; i < order->count; i++) {
        is_target = is_target && order->node[i] != node;
    }
    if (is_target && !later) {
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
