/* SPDX-License-Identifier: MIT */
#include "tools/story/probes.h"

#include "tools/pictures/picture.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PIXELS_MAX = PROBES_WIDTH_MAX * PROBES_HEIGHT_MAX,
    PHASES = 2,
    OTHER_PHASE = 500, /* half a ring further */
    CLEARLY = 64,      /* of the three channels' differences together */
};

static struct frame kept;
static bool has_kept;
static uint32_t before[PHASES][PIXELS_MAX], now[PHASES][PIXELS_MAX];

static void paint(struct frame *frame, uint32_t pixels[PHASES][PIXELS_MAX])
{
    for (int i = 0; i < PHASES; i++) {
        struct canvas canvas = {.pixels = pixels[i],
                                .width = frame->width,
                                .height = frame->height,
                                .stride_px = frame->width};
        frame->scene.phase = (uint16_t)(i * OTHER_PHASE);
        picture_paint(frame, &canvas);
    }
}

static bool differs(uint32_t a, uint32_t b)
{
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        sum += abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF));
    }
    return sum > CLEARLY;
}

static bool is_inside(const struct box *box, int32_t x, int32_t y)
{
    return x >= box->x && x < box->x + box->w && y >= box->y && y < box->y + box->h;
}

/* On targets alone, where no clock and no number stands; on any words; anywhere. */
enum where { ON_TARGETS, ON_WORDS, ANYWHERE, WHERE_COUNT };

static bool counts(const struct frame *frame, enum where where, int32_t x, int32_t y)
{
    for (uint32_t i = 0; i < frame->node_count && where != ANYWHERE; i++) {
        const struct node *node = &frame->node[i];
        bool wanted = where == ON_WORDS || (node->flags & NODE_FOCUSABLE) != 0;
        if (wanted && is_inside(&node->rect, x, y)) {
            return true;
        }
    }
    return where == ANYWHERE;
}

/* Every place that tells, or with `places` only so many, evenly among `count` of them. */
static uint32_t find(const struct frame *frame, enum where where, uint32_t count, bool prints)
{
    uint32_t found = 0, printed = 0;
    for (int32_t y = 0; y < frame->height; y++) {
        for (int32_t x = 0; x < frame->width; x++) {
            size_t at = (size_t)y * (size_t)frame->width + (size_t)x;
            if (before[0][at] != before[1][at] || now[0][at] != now[1][at] ||
                !differs(before[0][at], now[0][at]) || !counts(frame, where, x, y)) {
                continue;
            }
            found++;
            if (prints && printed < PROBES_MAX && found * PROBES_MAX > printed * count) {
                printf(" %" PRId32 " %" PRId32 " %06" PRIx32, x, y, now[0][at] & 0xFFFFFF);
                printed++;
            }
        }
    }
    return found;
}

void probes_keep(const struct app *app)
{
    frame_copy_drawing(&kept, &app->frame);
    has_kept = true;
}

void probes_forget(void)
{
    has_kept = false;
    memset(before, 0, sizeof(before));
}

void probes_print(const struct app *app)
{
    static struct frame drawn;
    if (app->frame.width > PROBES_WIDTH_MAX || app->frame.height > PROBES_HEIGHT_MAX) {
        return;
    }
    if (has_kept) {
        paint(&kept, before);
    }
    frame_copy_drawing(&drawn, &app->frame);
    paint(&drawn, now);
    for (enum where where = ON_TARGETS; where < WHERE_COUNT; where++) {
        uint32_t count = find(&app->frame, where, 0, false);
        if (count > 0) {
            printf("see");
            (void)find(&app->frame, where, count, true);
            printf("\n");
            return;
        }
    }
}
