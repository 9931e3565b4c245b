/* SPDX-License-Identifier: MIT */
/* Crossing over from one picture to the next: 240 ms, no slide, only where they differ. The two
 * pictures stand in anonymous memory while it lasts and are gone, overwritten, when it ends. */
#ifndef FACE_FADE_H
#define FACE_FADE_H

#include "platform/paint.h"

#include <stdbool.h>

enum {
    FADE_MS = 240,
    FADE_LESS_MS = 120, /* motion: less */
    FADE_FRAME_MS = 16,
    FADE_BOX_MAX = 16,
};

struct fade {
    bool on;
    uint64_t begin_ms;
    uint32_t length_ms;
    struct canvas from, to; /* to: where the next picture is painted meanwhile */
    uint32_t box_count;
    struct box box[FADE_BOX_MAX]; /* where the two differ */
};

/* Copies what the display holds; the caller then paints the next picture into fade->to. False when
 * the system has no memory to spare: the caller shows the picture at once. */
bool fade_begin(struct fade *fade, const struct canvas *display, uint32_t length_ms,
                uint64_t now_ms);

/* Adds boxes that were painted in fade->to. */
void fade_add(struct fade *fade, const struct box *boxes, uint32_t count);

/* Mixes the two into the display, as far as now_ms is. After the last mix the fade is off. */
void fade_step(struct fade *fade, struct canvas *display, uint64_t now_ms);

/* When the next mix is due; UINT64_MAX while off. */
uint64_t fade_deadline(const struct fade *fade, uint64_t now_ms);

/* Overwrites and returns both pictures' memory. */
void fade_end(struct fade *fade);

#endif
