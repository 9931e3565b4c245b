/* SPDX-License-Identifier: MIT */
#include "face/fade.h"

#include "ui/boxes.h"

#include <assert.h>
#include <string.h>
#include <sys/mman.h>

enum {
    PART_ONE = 65536,
    PS_A_US = 1000000,
    LARGE_PAGE =
        1 << 21, /* bytes; a picture takes a few such pages instead of thousands of small ones */
};

enum fade_tile {
    TILE_CLOSED, /* nobody has painted in this tile */
    TILE_OPEN,   /* the tile of the next picture is whole, and shows on the display already */
    TILE_MIXED,  /* the tile of the next picture is whole, and the display does not show it yet */
};

/* The range of tiles that a box touches. */
struct tiles {
    int32_t left, top, right, bottom; /* columns and rows, the last ones excluded */
};

static size_t canvas_bytes(const struct canvas *canvas)
{
    return (size_t)canvas->stride_px * (size_t)canvas->height * sizeof(canvas->pixels[0]);
}

static uint32_t *pixel_at(const struct canvas *canvas, int32_t x, int32_t y)
{
    return canvas->pixels + (size_t)y * (size_t)canvas->stride_px + x;
}

static struct tiles tiles_of(const struct box *box)
{
    return (struct tiles){box->x / FADE_TILE_W, box->y / FADE_TILE_H,
                          (box->x + box->w + FADE_TILE_W - 1) / FADE_TILE_W,
                          (box->y + box->h + FADE_TILE_H - 1) / FADE_TILE_H};
}

static struct tiles all_tiles(const struct canvas *canvas)
{
    return tiles_of(&(struct box){0, 0, canvas->width, canvas->height});
}

/* Returns a box of columns from left to right of one row of tiles, in px. */
static struct box tile_run(const struct canvas *canvas, int32_t row, int32_t left, int32_t right)
{
    int32_t x = left * FADE_TILE_W, y = row * FADE_TILE_H;
    int32_t end_x = right * FADE_TILE_W, end_y = y + FADE_TILE_H;
    end_x = end_x < canvas->width ? end_x : canvas->width;
    end_y = end_y < canvas->height ? end_y : canvas->height;
    return (struct box){x, y, end_x - x, end_y - y};
}

static size_t row_bytes(const struct box *box)
{
    return (size_t)box->w * sizeof(uint32_t);
}

void fade_end(struct fade *fade)
{
    const struct tiles all = all_tiles(&fade->to);
    for (int32_t row = 0; row < all.bottom; row++) {
        for (int32_t column = 0; column < all.right; column++) {
            struct box tile = tile_run(&fade->to, row, column, column + 1);
            for (int32_t y = tile.y; fade->tile[row][column] != TILE_CLOSED && y < tile.y + tile.h;
                 y++) {
                explicit_bzero(pixel_at(&fade->to, tile.x, y), row_bytes(&tile));
            }
        }
        memset(fade->tile[row], TILE_CLOSED, sizeof(fade->tile[row]));
    }
    fade->on = false;
    fade->part = fade->box_count = fade->area_px = fade->step_count = fade->steps = 0;
}

static void give_back(struct fade *fade)
{
    if (fade->memory != NULL) {
        int unmapped = munmap(fade->memory, canvas_bytes(&fade->to) + LARGE_PAGE);
        assert(unmapped == 0);
        (void)unmapped;
    }
    fade->to = (struct canvas){0};
    fade->memory = NULL;
}

static uint64_t kept_until_ms(const struct fade *fade)
{
    return fade->memory != NULL ? fade->begin_ms + FADE_KEPT_MS : UINT64_MAX;
}

void fade_rest(struct fade *fade, uint64_t now_ms)
{
    if (!fade->on && now_ms >= kept_until_ms(fade)) {
        give_back(fade);
    }
}

/* Whether the memory that is kept holds a picture of this display. */
static bool has_room(const struct fade *fade, const struct canvas *display)
{
    const struct canvas *to = &fade->to;
    return fade->memory != NULL && to->width == display->width && to->height == display->height &&
           to->stride_px == display->stride_px;
}

static bool make_room(struct fade *fade, const struct canvas *display)
{
    if (has_room(fade, display)) {
        return true;
    }
    give_back(fade);
    const struct tiles all = all_tiles(display);
    if (all.right > FADE_COLUMN_MAX || all.bottom > FADE_ROW_MAX) {
        return false;
    }
    size_t bytes = canvas_bytes(display) + LARGE_PAGE;
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return false;
    }
    char *start = (char *)memory + (LARGE_PAGE - (uintptr_t)memory % LARGE_PAGE) % LARGE_PAGE;
    (void)madvise(start, canvas_bytes(display),
                  MADV_HUGEPAGE); /* without large pages it is only slower */
    fade->memory = memory;
    fade->to = *display;
    fade->to.pixels = (uint32_t *)(void *)start;
    return true;
}

/* Begins a cross-over. One that is under way goes on from where it is: its tiles belong to the next
 * picture too, and what the display shows in them is neither picture yet. */
bool fade_begin(struct fade *fade, const struct canvas *display, uint64_t now_ms)
{
    if (!fade->on) {
        fade_end(fade);
        if (!make_room(fade, display)) {
            return false;
        }
    }
    fade->on = true;
    fade->begin_ms = now_ms;
    fade->part = fade->step_count = fade->steps = 0;
    return true;
}

static bool covers(const struct box *box, const struct box *tile)
{
    return box->x <= tile->x && box->y <= tile->y && box->x + box->w >= tile->x + tile->w &&
           box->y + box->h >= tile->y + tile->h;
}

/* Outside the boxes a tile keeps the display's pixels; a tile that lies wholly within the boxes is
 * painted whole. */
void fade_open(struct fade *fade, const struct canvas *display, const struct box *boxes,
               uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct tiles tiles = tiles_of(&boxes[i]);
        for (int32_t row = tiles.top; row < tiles.bottom; row++) {
            for (int32_t column = tiles.left; column < tiles.right; column++) {
                if (fade->tile[row][column] != TILE_CLOSED) {
                    continue;
                }
                fade->tile[row][column] = TILE_OPEN;
                struct box tile = tile_run(&fade->to, row, column, column + 1);
                if (covers(&boxes[i], &tile)) {
                    continue;
                }
                for (int32_t y = tile.y; y < tile.y + tile.h; y++) {
                    memcpy(pixel_at(&fade->to, tile.x, y), pixel_at(display, tile.x, y),
                           row_bytes(&tile));
                }
            }
        }
    }
}

static bool tile_differs(const struct fade *fade, const struct canvas *display,
                         const struct box *tile)
{
    for (int32_t y = tile->y; y < tile->y + tile->h; y++) {
        if (memcmp(pixel_at(&fade->to, tile->x, y), pixel_at(display, tile->x, y),
                   row_bytes(tile)) != 0) {
            return true;
        }
    }
    return false;
}

/* Finds the next run of mixed tiles of a row, from column *left on. Returns false when there is
 * none. */
static bool next_run(const struct fade *fade, int32_t row, int32_t *left, int32_t *right)
{
    const int32_t end = all_tiles(&fade->to).right;
    while (*left < end && fade->tile[row][*left] != TILE_MIXED) {
        (*left)++;
    }
    *right = *left;
    while (*right < end && fade->tile[row][*right] == TILE_MIXED) {
        (*right)++;
    }
    return *left < end;
}

static void cover(struct fade *fade)
{
    const struct canvas *to = &fade->to;
    struct boxes boxes = {
        .out = fade->box, .max = FADE_BOX_MAX, .width = to->width, .height = to->height};
    fade->area_px = 0;
    for (int32_t row = 0, left, right; row < all_tiles(to).bottom; row++) {
        for (left = 0; next_run(fade, row, &left, &right); left = right) {
            struct box run = tile_run(to, row, left, right);
            boxes_add(&boxes, run);
            fade->area_px += (uint32_t)(run.w * run.h);
        }
    }
    fade->box_count = boxes.count;
}

void fade_add(struct fade *fade, const struct canvas *display, const struct box *boxes,
              uint32_t count)
{
    bool more = false;
    for (uint32_t i = 0; i < count; i++) {
        const struct tiles tiles = tiles_of(&boxes[i]);
        for (int32_t row = tiles.top; row < tiles.bottom; row++) {
            for (int32_t column = tiles.left; column < tiles.right; column++) {
                struct box tile = tile_run(&fade->to, row, column, column + 1);
                if (fade->tile[row][column] == TILE_OPEN && tile_differs(fade, display, &tile)) {
                    fade->tile[row][column] = TILE_MIXED;
                    more = true;
                }
            }
        }
    }
    if (more) {
        cover(fade);
    }
}

/* Eases in and out like a sine, by a cubic that differs from it by less than a hundredth. */
static uint32_t eased(uint32_t step, uint32_t count)
{
    uint64_t t = (uint64_t)step * 1024 / count;
    return (uint32_t)(t * t * (3 * 1024 - 2 * t) / (1024 * 1024) * (PART_ONE / 1024));
}

static uint32_t plan(const struct fade *fade)
{
    if (fade->area_px == 0) {
        return 1;
    }
    uint64_t pixel_ps = fade->pixel_ps != 0 ? fade->pixel_ps : FADE_PIXEL_PS;
    uint64_t step_us = fade->area_px * pixel_ps / PS_A_US;
    if (step_us > FADE_SLOW_US) {
        return 2;
    }
    uint64_t count = FADE_WORK_US / (step_us > 0 ? step_us : 1);
    return count > FADE_STEP_MAX     ? FADE_STEP_MAX
           : count < FADE_STEP_LEAST ? FADE_STEP_LEAST
                                     : (uint32_t)count;
}

void fade_took(struct fade *fade, uint64_t us)
{
    if (fade->area_px == 0) {
        return;
    }
    uint64_t most_ps = UINT32_MAX, before_ps = fade->pixel_ps;
    uint64_t now_ps = us * PS_A_US / fade->area_px;
    now_ps = now_ps > most_ps ? most_ps : now_ps > 0 ? now_ps : 1;
    /* a step that something else held up counts half as much with each later step */
    fade->pixel_ps = (uint32_t)(before_ps > 0 ? (before_ps + now_ps + 1) / 2 : now_ps);
    uint32_t count = plan(fade);
    if (fade->on && count < fade->step_count) {
        uint32_t steps = (fade->steps * count + fade->step_count - 1) / fade->step_count;
        fade->steps = steps < count ? steps : count - 1; /* the last step is still to come */
        fade->step_count = count;
    }
}

/* Mixes channel by channel, in sixteen bits; part: 0..256. */
static void mix(uint8_t *restrict out, const uint8_t *restrict to, size_t count, uint16_t part)
{
    uint16_t rest = (uint16_t)(256 - part);
    for (size_t i = 0; i < count; i++) {
        out[i] = (uint8_t)((uint16_t)(out[i] * rest + to[i] * part + 128) >> 8);
    }
}

static void mix_run(const struct fade *fade, struct canvas *display, const struct box *run,
                    uint16_t part)
{
    for (int32_t y = run->y; y < run->y + run->h; y++) {
        uint32_t *out = pixel_at(display, run->x, y);
        const uint32_t *to = pixel_at(&fade->to, run->x, y);
        if (part == 256) {
            memcpy(out, to, row_bytes(run));
        } else {
            mix((uint8_t *)out, (const uint8_t *)to, row_bytes(run), part);
        }
    }
}

/* Makes a step. Each step mixes in a share of what is left to go, so the display itself holds how
 * far it is, and a later step makes good what rounding kept. */
bool fade_step(struct fade *fade, struct canvas *display, uint64_t now_ms)
{
    assert(fade->on && display->width == fade->to.width && display->height == fade->to.height);
    if (fade->step_count == 0) {
        fade->step_count = plan(fade);
    }
    uint64_t due = (now_ms - fade->begin_ms) * fade->step_count / FADE_MS + 1;
    bool last = due >= fade->step_count;
    if (due <= fade->steps) {
        return false;
    }
    fade->steps = last ? fade->step_count : (uint32_t)due;
    uint32_t now = eased(fade->steps, fade->step_count);
    uint16_t part = (uint16_t)(last ? 256 : (now - fade->part) * 256 / (PART_ONE - fade->part));
    fade->part = now;
    fade->on = !last;
    for (int32_t row = 0, left, right; row < all_tiles(&fade->to).bottom; row++) {
        for (left = 0; next_run(fade, row, &left, &right); left = right) {
            struct box run = tile_run(&fade->to, row, left, right);
            mix_run(fade, display, &run, part);
        }
    }
    return true;
}

uint64_t fade_deadline(const struct fade *fade)
{
    if (!fade->on) {
        return kept_until_ms(fade);
    }
    uint64_t count = fade->step_count != 0 ? fade->step_count : 1;
    return fade->begin_ms + (fade->steps * (uint64_t)FADE_MS + count - 1) / count;
}
