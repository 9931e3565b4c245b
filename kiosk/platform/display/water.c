/* SPDX-License-Identifier: MIT */
/* Water in true perspective. The eye looks over a plane. Row y below the horizon lies at distance Z
 * = K / (y - horizon), and a pixel of it at X = (x - centre) Z / F. The stone lies at (0, 1).
 * Ripples depend only on the distance r from the stone, so all that they need is a table over r,
 * and a pixel costs one square root and one look-up. A hairline is drawn from the distance to the
 * nearest crest, divided by how fast r grows from pixel to pixel. */
#include "platform/display/water.h"

#include "platform/display/pixel.h"
#include "platform/display/shape.h"
#include "platform/display/tint.h"

#include <assert.h>
#include <math.h>

enum {
    RIPPLE_COUNT = 2048, /* over r from 0 to the reach: 190 for each wave, finer than a pixel */
    FOOTER_RINGS = 8,
    DOT_RINGS = 7,
    STRENGTH_MAX = 130, /* with more, the light would be brighter than the crest's own colour */
};

float scene_grain(const struct scene *scene)
{
    return fmaxf(1, (float)scene->height / 1080);
}

static const float hero_first = 0.05f;    /* r of the first crest */
static const float hero_spacing = 0.085f; /* from crest to crest */
static const float hero_reach = 0.92f;
static const float footer_reach = 0.9f;
static const float stone_radius = 0.0195f;
static const float turn = 6.2831853f;

struct ripple {
    float slope;  /* light from the slope, before it is multiplied by the direction to the eye */
    float height; /* light from the height */
    float crest;  /* r of the nearest crest */
    float alpha;  /* of its hairline, 4096ths; 0: none */
    float half;   /* half the width of its hairline, px */
};

/* All that the water of a scene needs. The display shows one scene at a time. */
struct water {
    struct scene scene; /* the scene that this is made for */
    const struct theme *theme;
    float reach;
    float far_px; /* no hairline reaches farther than this */
    bool shaded;
    struct tint top, bottom, ring, crest, stone;
    struct footer_ring {
        float crest, alpha, half; /* as of a ripple */
    } footer[FOOTER_RINGS];
    uint32_t footer_count; /* 0 for a scene without a footer */
    struct ripple ripple[RIPPLE_COUNT];
};

static struct water the_water;

static float smooth(float from, float to, float v)
{
    float t = unit_clamp((v - from) / (to - from));
    return t * t * (3 - 2 * t);
}

static struct ripple hero_ripple(const struct scene *scene, float r)
{
    float amount = (float)scene->strength / 100;
    float wave = (r - hero_first) / hero_spacing - (float)scene->phase / 1000;
    float fade = powf(1 - r / hero_reach, 1.25f) * smooth(0, hero_first * 1.2f, r) * amount;
    float crest = r + (roundf(wave) - wave) * hero_spacing;
    struct ripple ripple = {
        .slope = 0.62f * fade * sinf(turn * wave) / r,
        .height = 0.38f * fade * cosf(turn * wave),
        .crest = crest,
    };
    if (crest > 0 && crest < hero_reach - 0.02f && !scene->dotted) {
        /* A crest begins at the stone, becomes visible on its way to the first place, and fades
         * out. */
        float born = smooth(0, hero_first, crest);
        ripple.alpha = 4096 * 0.6f * amount * born * powf(1 - crest / hero_reach, 1.1f);
        ripple.half = (1.6f - 0.6f * crest) / 2 * scene_grain(scene);
    }
    return ripple;
}

/* The hairlines of a footer: r of each crest, how strong it is in 4096ths, and half its width. */
static void find_footer(struct water *w, const struct scene *scene, bool dark)
{
    float amount = (float)scene->strength / 100;
    for (int i = 0; i < FOOTER_RINGS; i++) {
        float t = (float)(i + 1) / FOOTER_RINGS;
        float alpha = amount * (powf(1 - t, 1.15f) + 0.05f) * (dark ? 0.75f : 0.85f);
        w->footer[i] = (struct footer_ring){
            .crest = hero_first + (footer_reach - hero_first) * powf(t, 1.1f),
            .alpha = 4096 * fminf(1, alpha),
            .half = (1.1f + 0.9f * (1 - t)) / 2 * scene_grain(scene),
        };
    }
}

/* That of the nearest crest. */
static struct ripple footer_ripple(const struct water *w, float r)
{
    const struct footer_ring *ring = &w->footer[0];
    for (int i = 1; i < FOOTER_RINGS; i++) {
        if (fabsf(r - w->footer[i].crest) < fabsf(r - ring->crest)) {
            ring = &w->footer[i];
        }
    }
    return (struct ripple){.crest = ring->crest, .alpha = ring->alpha, .half = ring->half};
}

static bool water_same(const struct scene *a, const struct scene *b)
{
    return a->kind == b->kind && a->strength == b->strength && a->dotted == b->dotted &&
           a->phase == b->phase && a->height == b->height;
}

void water_prepare(const struct scene *scene, const struct theme *theme)
{
    struct water *w = &the_water;
    assert(scene->strength <= STRENGTH_MAX);
    if (w->theme == theme && water_same(&w->scene, scene)) {
        return;
    }
    bool hero = scene->kind == SCENE_HERO;
    w->scene = *scene;
    w->theme = theme;
    w->reach = hero ? hero_reach : footer_reach + 0.02f; /* the last hairline is inside */
    w->shaded = hero && scene->strength > 0;
    w->top = tint_of(theme->rgb[INK_WATER0]);
    w->bottom = tint_of(theme->rgb[INK_WATER1]);
    w->ring = tint_of(theme->rgb[INK_RING]);
    w->crest = tint_of(theme->rgb[INK_CREST]);
    w->stone = tint_of(theme->rgb[INK_STONE]);
    w->far_px = scene_grain(scene) + 0.5f;
    w->footer_count = hero ? 0 : FOOTER_RINGS;
    if (!hero) {
        find_footer(w, scene, theme->dark);
    }
    for (int i = 0; i < RIPPLE_COUNT; i++) {
        float r = ((float)i + 0.5f) * w->reach / RIPPLE_COUNT;
        w->ripple[i] = hero ? hero_ripple(scene, r) : footer_ripple(w, r);
    }
}

/* What is the same for all pixels of a row. */
struct row {
    float z;      /* Z - 1 */
    float step;   /* X from one pixel to the next */
    float depth;  /* change of Z from row to row, divided by Z */
    float near;   /* a hairline can reach a pixel within this r of its crest */
    float light;  /* 4096ths, for a slope of 1 towards the eye ... */
    float shadow; /* ... and away from it */
    struct tint base;
};

static struct row row_of(const struct water *w, const struct scene *scene, int32_t y)
{
    float k = (float)(scene->centre_y - scene->horizon_y);
    float below = (float)(y - scene->horizon_y) + 0.5f;
    float t = below / (float)(scene->height - scene->horizon_y);
    float distance = k / below;
    /* No shimmer where waves are narrower than a few pixels, and calm water behind controls. */
    float pixels = hero_spacing * k / (distance * distance);
    float calm = fminf(1, pixels / (7 * scene_grain(scene))) * (1 - 0.8f * smooth(0.42f, 0.72f, t));
    struct row row = {
        .z = distance - 1,
        .step = distance / (float)scene->scale_x,
        .depth = distance / k,
        .light = calm * (float)w->theme->crest_alpha / 255 * 4096,
        .shadow = calm * (float)w->theme->trough_alpha / 255 * 4096,
        .base = tint_between(w->top, w->bottom, t),
    };
    row.near = w->far_px * (row.step + (w->reach + distance) * row.depth);
    return row;
}

/* Returns how fast r grows from pixel to pixel, across and down. */
static float slope_of(const struct row *row, float x, float r)
{
    float across = x * row->step;
    float down = (x * x + row->z * (row->z + 1)) * row->depth;
    return sqrtf(across * across + down * down) / r;
}

static struct tint water_tint(const struct water *w, const struct row *row, float x)
{
    float r = sqrtf(x * x + row->z * row->z);
    const struct ripple *ripple = &w->ripple[(int32_t)(r * (RIPPLE_COUNT / w->reach))];
    struct tint tint = row->base;
    if (w->shaded) {
        float shade = ripple->slope * row->z + ripple->height;
        if (shade > 0) {
            tint_mix(&tint, &w->crest, (int32_t)(shade * row->light));
        } else {
            tint_mix(&tint, &w->ring, (int32_t)(-shade * row->shadow));
        }
    }
    float off = fabsf(r - ripple->crest);
    if (off < row->near && ripple->alpha > 0) {
        float cover = ripple->half + 0.5f - off / slope_of(row, x, r);
        tint_mix(&tint, &w->ring, (int32_t)(ripple->alpha * unit_clamp(cover)));
    }
    if (w->scene.stone && r < stone_radius + row->near) {
        float cover = 0.5f - (r - stone_radius) / slope_of(row, x, fmaxf(r, 1e-6f));
        tint_mix(&tint, &w->stone, (int32_t)(4096 * unit_clamp(cover)));
    }
    return tint;
}

static int32_t clamp_between(float v, int32_t low, int32_t high)
{
    return v <= (float)low ? low : v >= (float)high ? high : (int32_t)v;
}

/* The part of a row between two columns, painted from the stone outwards. */
struct row_part {
    uint32_t *pixel;
    int32_t y, centre, left, right;
};

/* Both sides of the stone have the same colours apart from the dither, so each colour is computed
 * once. Pixels are counted from the middle. */
static void moved_paint(const struct water *w, const struct row *row, const struct row_part *part,
                        int32_t first, int32_t end)
{
    int32_t before = part->centre - part->left, after = part->right - part->centre;
    int32_t most = before > after ? before : after;
    int32_t least = after < 0 ? -after : before < 0 ? -before : 0;
    for (int32_t i = first > least ? first : least; i < end && i < most; i++) {
        struct tint tint = water_tint(w, row, ((float)i + 0.5f) * row->step);
        if (i >= -before && i < after) {
            part->pixel[part->centre + i] = tint_pixel(&tint, part->centre + i, part->y);
        }
        if (i >= -after && i < before) {
            part->pixel[part->centre - 1 - i] = tint_pixel(&tint, part->centre - 1 - i, part->y);
        }
    }
}

/* Returns the last pixel of a row, counted from the middle, whose distance is below r. */
static int32_t pixel_before(const struct row *row, float r)
{
    float square = r * r - row->z * row->z;
    return square > 0 ? (int32_t)(sqrtf(square) / row->step) - 1 : 0;
}

/* Returns within which r the hairline of one crest can reach a pixel: the hairline's width, times
 * the most that r grows from pixel to pixel there. A second look with the first result makes this
 * bound closer. */
static float near_crest(const struct water *w, const struct row *row, float crest)
{
    float near = row->near;
    for (int look = 0; look < 2; look++) {
        float low = fmaxf(crest - near, fmaxf(fabsf(row->z), 1e-3f)), high = crest + near;
        float down = fmaxf(fabsf(low + row->z / low), fabsf(high + row->z / high)) * row->depth;
        near = fminf(near, w->far_px * sqrtf(row->step * row->step + down * down));
    }
    return near + 1e-5f; /* a little more, because of rounding */
}

void water_row(const struct scene *scene, uint32_t *row, int32_t first, int32_t end, int32_t y)
{
    struct water *w = &the_water;
    struct row constants = row_of(w, scene, y);
    int32_t centre = scene->mirrored ? scene->width - scene->centre_x : scene->centre_x;
    w->scene.stone = scene->stone;
    /* The rings reach so far along this row; outside, the water is still. */
    float square = w->reach * w->reach - constants.z * constants.z;
    float half = square > 0 && (scene->strength > 0 || scene->stone)
                     ? sqrtf(square) / constants.step - 1
                     : 0;
    struct row_part part = {.pixel = row, .y = y, .centre = centre};
    part.left = clamp_between(ceilf((float)centre - half), first, end);
    part.right = clamp_between(floorf((float)centre + half), part.left, end);
    tint_span(&constants.base, row, first, end, y);
    if (w->shaded) {
        moved_paint(w, &constants, &part, 0, scene->width);
        return;
    }
    if (scene->stone) {
        float edge = stone_radius + constants.near;
        moved_paint(w, &constants, &part, 0, pixel_before(&constants, edge) + 3);
    }
    for (uint32_t i = 0; i < w->footer_count; i++) {
        const float crest = w->footer[i].crest, near = near_crest(w, &constants, crest);
        moved_paint(w, &constants, &part, pixel_before(&constants, crest - near),
                    pixel_before(&constants, crest + near) + 3);
    }
}

void water_dots(const struct scene *scene, const struct theme *theme, struct canvas *canvas,
                struct box box)
{
    enum { STEPS = 200 };
    float centre = (float)(scene->mirrored ? scene->width - scene->centre_x : scene->centre_x);
    float k = (float)(scene->centre_y - scene->horizon_y);
    /* The dots end above the controls. */
    int32_t below = scene->height - scene->horizon_y;
    struct box water = {0, scene->horizon_y, scene->width, below * 77 / 100};
    box = box_common(box, water);
    for (int i = 0; i < DOT_RINGS; i++) {
        float r = 0.06f + 0.105f * (float)i;
        struct draw_point point[STEPS + 1];
        for (int s = 0; s <= STEPS; s++) {
            float angle = turn * (float)s / STEPS;
            float z = 1 + r * sinf(angle);
            point[s].x = centre + (float)scene->scale_x * r * cosf(angle) / z;
            point[s].y = (float)scene->horizon_y + k / z;
        }
        shape_dots(canvas, box, point, STEPS + 1, 2.2f * scene_grain(scene),
                   theme->rgb[INK_OUTLINE], (uint32_t)(204 * (1 - (float)i / 7.4f)));
    }
}
