/* SPDX-License-Identifier: MIT */
#include "ui/boxes.h"

enum { WASTE_PX_MAX = 4096 };

static struct box box_clip(struct box box, int32_t width, int32_t height)
{
    int32_t left = box.x > 0 ? box.x : 0;
    int32_t top = box.y > 0 ? box.y : 0;
    int32_t right = box.x + box.w < width ? box.x + box.w : width;
    int32_t bottom = box.y + box.h < height ? box.y + box.h : height;
    return (struct box){left, top, right - left, bottom - top};
}

static struct box box_union(const struct box *a, const struct box *b)
{
    int32_t left = a->x < b->x ? a->x : b->x;
    int32_t top = a->y < b->y ? a->y : b->y;
    int32_t right = a->x + a->w > b->x + b->w ? a->x + a->w : b->x + b->w;
    int32_t bottom = a->y + a->h > b->y + b->h ? a->y + a->h : b->y + b->h;
    return (struct box){left, top, right - left, bottom - top};
}

static int64_t box_area(const struct box *box)
{
    return (int64_t)box->w * box->h;
}

/* Returns how many pixels the box around both has beyond the two boxes. */
static int64_t join_cost(const struct box *a, const struct box *b)
{
    struct box both = box_union(a, b);
    return box_area(&both) - box_area(a) - box_area(b);
}

void boxes_add(struct boxes *boxes, struct box box)
{
    box = box_clip(box, boxes->width, boxes->height);
    if (box.w <= 0 || box.h <= 0) {
        return;
    }
    for (;;) {
        uint32_t best = boxes->count;
        int64_t best_cost = INT64_MAX;
        for (uint32_t i = 0; i < boxes->count; i++) {
            int64_t cost = join_cost(&boxes->out[i], &box);
            if (cost < best_cost) {
                best_cost = cost;
                best = i;
            }
        }
        bool full = boxes->count == boxes->max;
        if (best == boxes->count || (best_cost > WASTE_PX_MAX && !full)) {
            boxes->out[boxes->count++] = box;
            return;
        }
        box = box_union(&boxes->out[best], &box);
        boxes->out[best] = boxes->out[--boxes->count];
    }
}
