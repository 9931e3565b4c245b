/* SPDX-License-Identifier: MIT */
/* Crossing over from one picture to the next: within 240 ms, no slide. The next picture is painted
 * beside the display, in anonymous memory that is overwritten when the cross-over ends; each step
 * mixes the next picture into what the display shows. The display is looked at in tiles: only those
 * that the two pictures differ in are mixed and presented.
 *
 * The system clears memory before it hands it out, which for a whole display costs as much as all
 * steps of a cross-over. So the memory stays for the next cross-over, and goes back to the system
 * FADE_KEPT_MS after the last one began.
 *
 * All steps together are to take FADE_WORK_US: how many there are follows from how many pixels are
 * mixed and from what a pixel took on this machine so far, and from nothing else. The first is
 * there at once. One that comes late shows where the picture should be by then, so none is made up
 * for. */
#ifndef FACE_FADE_H
#define FACE_FADE_H

#include "platform/display/paint.h"

#include <stdbool.h>

enum {
    FADE_MS = 240,
    FADE_KEPT_MS = 5000,  /* people who press on are done by then, and who reads needs no memory */
    FADE_WORK_US = 8000,  /* for mixing and presenting in a cross-over, where that is possible */
    FADE_SLOW_US = 20000, /* if a step takes longer, there is one other step at most */
    FADE_STEP_MAX = 10,   /* 40 a second: nothing moves, and no eye sees more of them */
    FADE_STEP_LEAST = 3,
    FADE_PIXEL_PS = 1000, /* time for mixing and presenting a pixel, until it is measured */
    FADE_BOX_MAX = 32,    /* as many boxes as one present takes */
    /* A tile is about as large as a letter or two. A display that is larger than these tiles cover
     * shows the next picture at once. */
    FADE_TILE_W = 64,
    FADE_TILE_H = 32,
    FADE_COLUMN_MAX = 128,
    FADE_ROW_MAX = 256,
};

struct fade {
    bool on;
    uint64_t begin_ms;
    uint32_t pixel_ps;   /* time that a pixel takes here, in picoseconds; 0: not measured yet */
    uint32_t area_px;    /* of the tiles that are mixed */
    uint32_t step_count; /* steps of this cross-over; 0: not planned yet */
    uint32_t steps;      /* steps that were made */
    uint32_t part;       /* part of the way after the last step, in 65536ths */
    struct canvas to;    /* the next picture; a tile that was not opened holds nothing */
    void *memory;        /* of it; NULL: none is kept */
    uint8_t tile[FADE_ROW_MAX][FADE_COLUMN_MAX]; /* enum fade_tile, in fade.c */
    uint32_t box_count;
    struct box box[FADE_BOX_MAX]; /* these boxes cover the tiles that are mixed */
};

/* Makes room for the next picture. If a cross-over is under way on this display, it turns to the
 * next picture. Returns false when the system has no memory to spare or the display is too large;
 * then the caller shows the picture at once. */
bool fade_begin(struct fade *fade, const struct canvas *display, uint64_t now_ms);

/* Called before and after the caller paints boxes into fade->to, every pixel of them. */
void fade_open(struct fade *fade, const struct canvas *display, const struct box *boxes,
               uint32_t count);
void fade_add(struct fade *fade, const struct canvas *display, const struct box *boxes,
              uint32_t count);

/* Mixes the next picture into the display as far as it should be at now_ms. After the last step the
 * display shows the picture to the pixel, and the cross-over is over. Returns false if no step was
 * due. */
bool fade_step(struct fade *fade, struct canvas *display, uint64_t now_ms);

/* Notes how long the last step took to be mixed and presented. If that is longer than planned,
 * fewer steps are left. */
void fade_took(struct fade *fade, uint64_t us);

/* When the next step is due or, while off, memory is to go back; UINT64_MAX: neither. */
uint64_t fade_deadline(const struct fade *fade);

/* Overwrites the next picture. */
void fade_end(struct fade *fade);

/* Gives memory back that no cross-over has used for so long. */
void fade_rest(struct fade *fade, uint64_t now_ms);

#endif
