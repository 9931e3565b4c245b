/* SPDX-License-Identifier: MIT */
#include "platform/display/shape.h"

#include "platform/display/pixel.h"

#include <math.h>

enum {
    DOT_PITCH = 6,     /* dots stand this many of their own widths apart ... */
    DOT_PITCH_MIN = 8, /* ... but never closer than this, or the dots of a hairline would join */
};

/* Returns how much of a pixel lies inside, from the signed distance of the pixel's centre. */
static float inside(float distance)
{
    return unit_clamp(0.5f - distance);
}

struct layer {
    uint32_t rgb;
    float alpha; /* 0..255 */
};

static struct layer layer_of(const struct theme *theme, uint8_t ink, uint8_t alpha)
{
    return (struct layer){theme_rgb(theme, ink), ink == INK_NONE ? 0 : (float)alpha};
}

static uint32_t alpha_of(struct layer layer, float coverage)
{
    return (uint32_t)(layer.alpha * coverage + 0.5f);
}

static uint32_t cover(uint32_t under, struct layer layer, float coverage)
{
    uint32_t alpha = alpha_of(layer, coverage);
    return alpha == 0 ? under : pixel_blend(under, layer.rgb, alpha);
}

/* Does the same for a stretch of pixels. */
static void cover_flat(uint32_t *first, const uint32_t *end, struct layer layer, float coverage)
{
    const uint32_t rgb = layer.rgb, alpha = alpha_of(layer, coverage);
    if (alpha == 255) {
        for (; first < end; first++) {
            *first = rgb;
        }
    } else if (alpha > 0) {
        for (; first < end; first++) {
            *first = pixel_blend(*first, rgb, alpha);
        }
    }
}

struct round_box {
    float centre_x, centre_y;
    float half_w, half_h; /* of the box without its rounding */
    float radius;
    float stroke_px;
    struct layer fill, stroke;
};

static float box_distance(const struct round_box *box, float x, float y)
{
    float qx = fabsf(x - box->centre_x) - box->half_w;
    float qy = fabsf(y - box->centre_y) - box->half_h;
    float out = qx > 0 && qy > 0 ? sqrtf(qx * qx + qy * qy) : fmaxf(qx, qy);
    return out - box->radius;
}

/* The fill ends under the middle of the stroke, so none of the fill shows outside the stroke. */
static float fill_cover(const struct round_box *box, float distance)
{
    return inside(distance + box->stroke_px / 2);
}

static float stroke_cover(const struct round_box *box, float distance)
{
    return inside(distance) - inside(distance + box->stroke_px);
}

static void box_span(const struct round_box *box, uint32_t *row, int32_t first, int32_t end,
                     float y)
{
    for (int32_t x = first; x < end; x++) {
        float distance = box_distance(box, (float)x + 0.5f, y);
        if (distance < 0.5f) {
            uint32_t pixel = cover(row[x], box->fill, fill_cover(box, distance));
            row[x] = cover(pixel, box->stroke, stroke_cover(box, distance));
        }
    }
}

static void box_flat(const struct round_box *box, uint32_t *first, const uint32_t *end,
                     float distance)
{
    if (distance < 0.5f) {
        cover_flat(first, end, box->fill, fill_cover(box, distance));
        cover_flat(first, end, box->stroke, stroke_cover(box, distance));
    }
}

/* Returns how far from the middle a row is so deep inside, on both sides, that no edge touches its
 * pixels. */
static float box_deep(const struct round_box *box, float y)
{
    float radius = box->radius - box->stroke_px - 0.5f; /* of the outline of the deep part */
    float qy = fabsf(y - box->centre_y) - box->half_h;
    if (qy > radius) {
        return 0;
    }
    float round = qy > 0 ? sqrtf(radius * radius - qy * qy) : radius;
    return box->half_w + round - 1; /* one pixel less, because other code rounds at other places */
}

/* Pixels deep inside all have the same cover, and so have the pixels of a straight edge above and
 * below. For those the distance is computed once. */
static void box_row(const struct round_box *box, uint32_t *row, int32_t first, int32_t end, float y)
{
    float deep = box_deep(box, y);
    float straight = box->half_w + fminf(0, box->radius - box->stroke_px) - 1;
    float reach = deep > straight ? deep : straight;
    int32_t flat_first = (int32_t)ceilf(box->centre_x - reach);
    int32_t flat_end = (int32_t)floorf(box->centre_x + reach);
    flat_first = flat_first > first ? flat_first : first;
    flat_end = flat_end < end ? flat_end : end;
    if (flat_first >= flat_end) {
        box_span(box, row, first, end, y);
        return;
    }
    box_span(box, row, first, flat_first, y);
    float distance = box_distance(box, box->centre_x, y);
    box_flat(box, row + flat_first, row + flat_end, distance);
    box_span(box, row, flat_end, end, y);
}

void shape_box(struct canvas *canvas, struct box clip, const struct draw *draw,
               const struct theme *theme)
{
    float most = fminf(draw->w, draw->h) / 2;
    float radius = fminf(draw->radius, most);
    const struct round_box box = {
        .centre_x = draw->x + draw->w / 2,
        .centre_y = draw->y + draw->h / 2,
        .half_w = draw->w / 2 - radius,
        .half_h = draw->h / 2 - radius,
        .radius = radius,
        .stroke_px = draw->stroke == INK_NONE ? 0 : draw->stroke_px,
        .fill = layer_of(theme, draw->fill, draw->fill_alpha),
        .stroke = layer_of(theme, draw->stroke, draw->stroke_alpha),
    };
    clip = box_common(clip, draw->bounds);
    for (int32_t y = clip.y; y < clip.y + clip.h; y++) {
        box_row(&box, pixel_row(canvas, y), clip.x, clip.x + clip.w, (float)y + 0.5f);
    }
}

/* Half of the chord that a circle cuts from a row; 0 when it misses. */
static float half_chord(float radius, float dy)
{
    float square = radius * radius - dy * dy;
    return radius > 0 && square > 0 ? sqrtf(square) : 0;
}

struct ring {
    float x, y;
    float outer, inner; /* inner <= 0: a disc */
    float fade;         /* > 0: alpha falls to 0 at this radius */
    struct layer layer;
};

static void ring_span(const struct ring *ring, uint32_t *row, int32_t first, int32_t end, float dy)
{
    for (int32_t x = first; x < end; x++) {
        float dx = (float)x + 0.5f - ring->x;
        float distance = sqrtf(dx * dx + dy * dy);
        float coverage = inside(distance - ring->outer);
        if (ring->inner > 0) {
            coverage -= inside(distance - ring->inner);
        }
        if (ring->fade > 0) {
            coverage *= unit_clamp(1 - distance / ring->fade);
        }
        row[x] = cover(row[x], ring->layer, coverage);
    }
}

/* Away from the rim of a disc every pixel is covered whole, so no distance is computed there. */
static void whole_span(const struct ring *ring, uint32_t *row, int32_t first, int32_t end, float dy)
{
    if (ring->fade <= 0) {
        cover_flat(row + first, row + end, ring->layer, 1);
        return;
    }
    const float alpha = ring->layer.alpha, slope = alpha / ring->fade, square = dy * dy;
    for (int32_t x = first; x < end; x++) {
        float dx = (float)x + 0.5f - ring->x;
        float here = alpha - sqrtf(dx * dx + square) * slope;
        row[x] = pixel_blend(row[x], ring->layer.rgb, (uint32_t)(here + 0.5f));
    }
}

static int32_t clamp_between(float v, int32_t low, int32_t high)
{
    return v <= (float)low ? low : v >= (float)high ? high : (int32_t)v;
}

static void ring_paint(struct canvas *canvas, struct box clip, const struct ring *ring)
{
    int32_t end = clip.x + clip.w;
    for (int32_t y = clip.y; y < clip.y + clip.h; y++) {
        float dy = (float)y + 0.5f - ring->y;
        float far = half_chord(ring->outer + 0.5f, dy);
        if (far <= 0) {
            continue;
        }
        float near = half_chord(ring->inner - 0.5f, dy) - 1; /* the hole is nearer */
        uint32_t *row = pixel_row(canvas, y);
        int32_t left = clamp_between(floorf(ring->x - far), clip.x, end);
        int32_t right = clamp_between(ceilf(ring->x + far), clip.x, end);
        if (near <= 0) {
            float whole = ring->inner > 0 ? 0 : half_chord(ring->outer - 0.5f, dy) - 1;
            int32_t whole_left = clamp_between(ceilf(ring->x - whole), left, right);
            int32_t whole_right = clamp_between(floorf(ring->x + whole), whole_left, right);
            ring_span(ring, row, left, whole_left, dy);
            whole_span(ring, row, whole_left, whole_right, dy);
            ring_span(ring, row, whole_right, right, dy);
            continue;
        }
        int32_t hole_left = clamp_between(ceilf(ring->x - near), left, right);
        int32_t hole_right = clamp_between(floorf(ring->x + near), hole_left, right);
        ring_span(ring, row, left, hole_left, dy);
        ring_span(ring, row, hole_right, right, dy);
    }
}

void shape_dot(struct canvas *canvas, struct box clip, float x, float y, float radius, uint32_t rgb,
               uint32_t alpha)
{
    int32_t left = (int32_t)floorf(x - radius) - 1;
    int32_t top = (int32_t)floorf(y - radius) - 1;
    int32_t size = (int32_t)ceilf(2 * radius) + 3;
    const struct ring dot = {.x = x, .y = y, .outer = radius, .layer = {rgb, (float)alpha}};
    ring_paint(canvas, box_common(clip, (struct box){left, top, size, size}), &dot);
}

static float dot_pitch(float stroke_px)
{
    return fmaxf(stroke_px * DOT_PITCH, DOT_PITCH_MIN);
}

void shape_dots(struct canvas *canvas, struct box clip, const struct draw_point *point,
                uint32_t count, float stroke_px, uint32_t rgb, uint32_t alpha)
{
    float pitch = dot_pitch(stroke_px);
    float next = 0; /* along the path, from the start of this segment to its next dot */
    for (uint32_t i = 0; i + 1 < count; i++) {
        float dx = point[i + 1].x - point[i].x;
        float dy = point[i + 1].y - point[i].y;
        float length = sqrtf(dx * dx + dy * dy);
        for (; next < length; next += pitch) {
            float t = next / length;
            shape_dot(canvas, clip, point[i].x + t * dx, point[i].y + t * dy, stroke_px / 2, rgb,
                      alpha);
        }
        next -= length;
    }
}

static void disc_dots(struct canvas *canvas, struct box clip, const struct draw *draw,
                      const struct theme *theme)
{
    const float turn = 6.2831853f;
    uint32_t count = (uint32_t)(turn * draw->w / dot_pitch(draw->stroke_px)) + 1;
    for (uint32_t i = 0; i < count; i++) {
        float angle = turn * (float)i / (float)count;
        shape_dot(canvas, clip, draw->x + draw->w * cosf(angle), draw->y + draw->w * sinf(angle),
                  draw->stroke_px / 2, theme_rgb(theme, draw->stroke), draw->stroke_alpha);
    }
}

void shape_disc(struct canvas *canvas, struct box clip, const struct draw *draw,
                const struct theme *theme)
{
    clip = box_common(clip, draw->bounds);
    if (draw->fill != INK_NONE && draw->fill_alpha > 0) {
        const struct ring disc = {
            .x = draw->x,
            .y = draw->y,
            .outer = draw->w,
            .fade = (draw->flags & DRAW_RADIAL) != 0 ? draw->w : 0,
            .layer = layer_of(theme, draw->fill, draw->fill_alpha),
        };
        ring_paint(canvas, clip, &disc);
    }
    if (draw->stroke == INK_NONE || draw->stroke_px <= 0) {
        return;
    }
    if ((draw->flags & DRAW_DOTTED) != 0) {
        disc_dots(canvas, clip, draw, theme);
        return;
    }
    const struct ring ring = {
        .x = draw->x,
        .y = draw->y,
        .outer = draw->w + draw->stroke_px / 2,
        .inner = draw->w - draw->stroke_px / 2,
        .layer = layer_of(theme, draw->stroke, draw->stroke_alpha),
    };
    ring_paint(canvas, clip, &ring);
}
