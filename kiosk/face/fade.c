/* SPDX-License-Identifier: MIT */
#include "face/fade.h"

#include <assert.h>
#include <string.h>
#include <sys/mman.h>

static size_t canvas_bytes(const struct canvas *canvas)
{
    return (size_t)canvas->stride_px * (size_t)canvas->height * sizeof(canvas->pixels[0]);
}

static bool copy_of(struct canvas *copy, const struct canvas *display)
{
    size_t bytes = canvas_bytes(display);
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return false;
    }
    *copy = *display;
    copy->pixels = memory;
    memcpy(copy->pixels, display->pixels, bytes);
    return true;
}

static void give_back(struct canvas *canvas)
{
    if (canvas->pixels != NULL) {
        explicit_bzero(canvas->pixels, canvas_bytes(canvas));
        int unmapped = munmap(canvas->pixels, canvas_bytes(canvas));
        assert(unmapped == 0);
        (void)unmapped;
    }
    *canvas = (struct canvas){0};
}

void fade_end(struct fade *fade)
{
    give_back(&fade->from);
    give_back(&fade->to);
    *fade = (struct fade){0};
}

bool fade_begin(struct fade *fade, const struct canvas *display, uint32_t length_ms,
                uint64_t now_ms)
{
    fade_end(fade);
    if (!copy_of(&fade->from, display) || !copy_of(&fade->to, display)) {
        fade_end(fade);
        return false;
    }
    fade->on = true;
    fade->begin_ms = now_ms;
    fade->length_ms = length_ms;
    return true;
}

static struct box box_around(struct box a, struct box b)
{
    int32_t x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
    int32_t right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int32_t bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct box){x, y, right - x, bottom - y};
}

void fade_add(struct fade *fade, const struct box *boxes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (fade->box_count < FADE_BOX_MAX) {
            fade->box[fade->box_count++] = boxes[i];
        } else {
            fade->box[FADE_BOX_MAX - 1] = box_around(fade->box[FADE_BOX_MAX - 1], boxes[i]);
        }
    }
}

/* Sine in and out, in 256ths, by the cubic that lies within a hundredth of it. */
static uint32_t eased(uint64_t since_ms, uint32_t length_ms)
{
    uint64_t t = since_ms * 1024 / length_ms;
    return (uint32_t)(t * t * (3 * 1024 - 2 * t) / (1024 * 1024) / 4);
}

/* Two channels at a time; part is 0..256. */
static inline uint32_t mixed(uint32_t from, uint32_t to, uint32_t part)
{
    uint32_t rest = 256 - part;
    uint32_t red_blue = ((from & 0xFF00FF) * rest + (to & 0xFF00FF) * part) >> 8;
    uint32_t green = ((from & 0x00FF00) * rest + (to & 0x00FF00) * part) >> 8;
    return (red_blue & 0xFF00FF) | (green & 0x00FF00);
}

void fade_step(struct fade *fade, struct canvas *display, uint64_t now_ms)
{
    assert(fade->on && display->width == fade->to.width && display->height == fade->to.height);
    uint64_t since_ms = now_ms - fade->begin_ms;
    bool last = since_ms >= fade->length_ms;
    uint32_t part = last ? 256 : eased(since_ms, fade->length_ms);
    for (uint32_t i = 0; i < fade->box_count; i++) {
        struct box box = fade->box[i];
        for (int32_t y = box.y; y < box.y + box.h; y++) {
            size_t at = (size_t)y * (size_t)fade->to.stride_px + (size_t)box.x;
            const uint32_t *from = fade->from.pixels + at, *to = fade->to.pixels + at;
            uint32_t *out = display->pixels + (size_t)y * (size_t)display->stride_px + box.x;
            for (int32_t x = 0; x < box.w; x++) {
                out[x] = mixed(from[x], to[x], part);
            }
        }
    }
    fade->on = !last;
}

uint64_t fade_deadline(const struct fade *fade, uint64_t now_ms)
{
    return fade->on ? now_ms + FADE_FRAME_MS : UINT64_MAX;
}
