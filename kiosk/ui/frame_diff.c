/* SPDX-License-Identifier: MIT */
/* Hashes of what is seen, and where two frames differ. Two draw lists are aligned in order; a
 * command without a partner damages its bounds. That is exact: the painter clips each command to
 * its bounds, so elsewhere the same commands fall on the same pixels in the same order. */
#include "core/fnv.h"
#include "ui/boxes.h"
#include "ui/frame.h"

#include <assert.h>
#include <string.h>

enum {
    LOOK_AHEAD = 16, /* commands skipped to find the next pair; a button is about four */
};

static uint64_t mix_int(uint64_t hash, int64_t value)
{
    return fnv_bytes(hash, &value, sizeof value);
}

static uint64_t frame_draw_hash(const struct frame *frame, const struct draw *draw)
{
    uint64_t hash = FNV_START;
    const uint8_t small[] = {draw->kind,       draw->flags,        draw->fill, draw->stroke,
                             draw->fill_alpha, draw->stroke_alpha, draw->icon};
    const float real[] = {draw->x, draw->y, draw->w, draw->h, draw->radius, draw->stroke_px};
    hash = fnv_bytes(hash, small, sizeof small);
    hash = fnv_bytes(hash, real, sizeof real);
    hash = mix_int(hash, draw->font.family);
    hash = mix_int(hash, draw->font.em_px);
    hash = mix_int(hash, draw->count);
    /* What the points or the text are counts, and not where they lie in the frame. */
    if (draw->kind == DRAW_PATH) {
        hash = fnv_bytes(hash, &frame->point[draw->first], draw->count * sizeof(struct draw_point));
    } else if (draw->kind == DRAW_TEXT) {
        hash = fnv_bytes(hash, &frame->text[draw->first], draw->count);
    }
    return hash;
}

static uint64_t scene_mix(uint64_t hash, const struct scene *scene)
{
    const int32_t value[] = {
        scene->kind,    scene->strength, scene->dotted,   scene->stone,   scene->mirrored,
        scene->phase,   scene->width,    scene->height,   scene->dim,     scene->horizon_y,
        scene->panel_x, scene->centre_x, scene->centre_y, scene->scale_x,
    };
    return fnv_bytes(hash, value, sizeof value);
}

uint64_t frame_hash(const struct frame *frame)
{
    uint64_t hash = scene_mix(FNV_START, &frame->scene);
    hash = mix_int(hash, frame->width);
    hash = mix_int(hash, frame->height);
    hash = mix_int(hash, frame->theme);
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        hash = mix_int(hash, (int64_t)frame_draw_hash(frame, &frame->draw[i]));
    }
    return hash;
}

static bool scene_equal(const struct scene *a, const struct scene *b)
{
    return scene_mix(FNV_START, a) == scene_mix(FNV_START, b);
}

/* Returns whether the water moved: it then differs from the step before in its rings alone. */
static bool scene_water_moved(const struct scene *before, const struct scene *now)
{
    if (now->kind != SCENE_HERO) {
        return false;
    }
    struct scene moved = *before;
    moved.phase = now->phase;
    moved.strength = now->strength;
    return scene_equal(&moved, now);
}

static bool real_equal(float a, float b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static bool draw_equal(const struct frame *fa, const struct draw *a, const struct frame *fb,
                       const struct draw *b)
{
    bool same = a->kind == b->kind && real_equal(a->x, b->x) && real_equal(a->y, b->y) &&
                real_equal(a->w, b->w) && real_equal(a->h, b->h) && a->count == b->count &&
                a->flags == b->flags && a->fill == b->fill && a->stroke == b->stroke &&
                a->fill_alpha == b->fill_alpha && a->stroke_alpha == b->stroke_alpha &&
                a->icon == b->icon && a->font.family == b->font.family &&
                a->font.em_px == b->font.em_px && real_equal(a->radius, b->radius) &&
                real_equal(a->stroke_px, b->stroke_px);
    if (!same) {
        return false;
    }
    if (a->kind == DRAW_PATH) {
        return memcmp(&fa->point[a->first], &fb->point[b->first],
                      a->count * sizeof(struct draw_point)) == 0;
    }
    if (a->kind == DRAW_TEXT) {
        return memcmp(&fa->text[a->first], &fb->text[b->first], a->count) == 0;
    }
    return true;
}

/* The nearest pair of equal commands at or after (i, j); the end of both lists when none is near.
 */
static void next_pair(const struct frame *before, const struct frame *now, uint32_t i, uint32_t j,
                      uint32_t *pair_i, uint32_t *pair_j)
{
    for (uint32_t distance = 0; distance <= LOOK_AHEAD; distance++) {
        for (uint32_t skip = 0; skip <= distance; skip++) {
            uint32_t a = i + skip;
            uint32_t b = j + distance - skip;
            if (a < before->draw_count && b < now->draw_count &&
                draw_equal(before, &before->draw[a], now, &now->draw[b])) {
                *pair_i = a;
                *pair_j = b;
                return;
            }
        }
    }
    *pair_i = i < before->draw_count ? i + 1 : i;
    *pair_j = j < now->draw_count ? j + 1 : j;
}

uint32_t frame_damage(const struct frame *before, const struct frame *now, struct box *out,
                      uint32_t max)
{
    assert(max > 0);
    struct boxes damage = {.out = out, .max = max, .width = now->width, .height = now->height};
    const struct box whole = {0, 0, now->width, now->height};
    if (before->width != now->width || before->height != now->height ||
        before->theme != now->theme) {
        boxes_add(&damage, whole);
        return damage.count;
    }
    if (!scene_equal(&before->scene, &now->scene)) {
        if (!scene_water_moved(&before->scene, &now->scene)) {
            boxes_add(&damage, whole);
            return damage.count;
        }
        int32_t top = now->scene.horizon_y;
        boxes_add(&damage, (struct box){0, top, now->width, now->height - top});
    }
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < before->draw_count || j < now->draw_count) {
        uint32_t pair_i, pair_j;
        next_pair(before, now, i, j, &pair_i, &pair_j);
        for (; i < pair_i; i++) {
            boxes_add(&damage, before->draw[i].bounds);
        }
        for (; j < pair_j; j++) {
            boxes_add(&damage, now->draw[j].bounds);
        }
        if (i < before->draw_count && j < now->draw_count &&
            draw_equal(before, &before->draw[i], now, &now->draw[j])) {
            i++;
            j++;
        }
    }
    return damage.count;
}
