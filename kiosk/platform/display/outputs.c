/* SPDX-License-Identifier: MIT */
#include "platform/display/outputs.h"

static struct box place(const struct output *output)
{
    return (struct box){output->x, output->y, output->display.width, output->display.height};
}

static bool is_better(const struct output *output, const struct output *best)
{
    if (best == NULL || output->unplugged != best->unplugged) {
        return best == NULL || best->unplugged;
    }
    return output->primary && !best->primary;
}

const struct output *outputs_ours(const struct outputs *outputs)
{
    const struct output *best = NULL;
    for (uint32_t i = 0; i < outputs->count; i++) {
        best = is_better(&outputs->output[i], best) ? &outputs->output[i] : best;
    }
    return best;
}

bool outputs_elsewhere(const struct outputs *outputs, const struct output *ours)
{
    const struct box a = place(ours);
    for (uint32_t i = 0; i < outputs->count; i++) {
        const struct box b = place(&outputs->output[i]);
        if (!outputs->output[i].unplugged &&
            (a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h)) {
            return true;
        }
    }
    return false;
}

bool outputs_beside(const struct output *ours, const struct output *other)
{
    const struct box a = place(ours), b = place(other);
    return b.x < a.x || b.y < a.y || b.x + b.w > a.x + a.w || b.y + b.h > a.y + a.h;
}

struct box outputs_all(const struct outputs *outputs)
{
    struct box all = {0};
    for (uint32_t i = 0; i < outputs->count; i++) {
        const struct box box = place(&outputs->output[i]);
        int32_t right = box.x + box.w, bottom = box.y + box.h;
        all.w = right > all.w ? right : all.w;
        all.h = bottom > all.h ? bottom : all.h;
    }
    return all;
}
