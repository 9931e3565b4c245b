/* SPDX-License-Identifier: MIT */
#include "ui/frame.h"

#include "core/direction.h"

#include <assert.h>
#include <math.h>
#include <string.h>

void frame_reset(struct frame *frame)
{
    /* Only the counts are set. The arrays behind them are a megabyte that nobody reads. */
    frame->width = 0;
    frame->height = 0;
    frame->px_per_m = 0;
    frame->rtl = false;
    frame->theme = 0;
    frame->scene = (struct scene){0};
    frame->node_count = 0;
    frame->draw_count = 0;
    frame->point_count = 0;
    frame->text_bytes = 0;
}

const char *frame_text(struct frame *frame, const char *text)
{
    assert(text != NULL);
    size_t bytes = strlen(text);
    char *copy = frame->text + frame->text_bytes;
    assert(bytes < FRAME_TEXT_BYTES - frame->text_bytes);
    size_t kept = direction_strip(text, bytes, copy);
    copy[kept] = '\0';
    frame->text_bytes += (uint32_t)kept + 1;
    return copy;
}

const char *frame_text_bytes(struct frame *frame, const char *text, size_t bytes)
{
    assert(text != NULL && bytes < FRAME_TEXT_BYTES - frame->text_bytes);
    char *copy = frame->text + frame->text_bytes;
    memcpy(copy, text, bytes);
    copy[bytes] = '\0';
    frame->text_bytes += (uint32_t)bytes + 1;
    return copy;
}

/* Anti-aliasing reaches into every pixel that an edge crosses; one more pixel all around keeps
 * rounding in the painter's own arithmetic inside. */
static struct box box_around(float left, float top, float right, float bottom)
{
    int32_t x = (int32_t)floorf(left) - 1;
    int32_t y = (int32_t)floorf(top) - 1;
    return (struct box){
        .x = x,
        .y = y,
        .w = (int32_t)ceilf(right) + 1 - x,
        .h = (int32_t)ceilf(bottom) + 1 - y,
    };
}

static struct box path_bounds(const struct frame *frame, const struct draw *draw)
{
    assert(draw->count > 0 && draw->first <= frame->point_count &&
           draw->count <= frame->point_count - draw->first);
    const struct draw_point *point = &frame->point[draw->first];
    float left = point[0].x, right = point[0].x, top = point[0].y, bottom = point[0].y;
    for (uint32_t i = 1; i < draw->count; i++) {
        left = fminf(left, point[i].x);
        right = fmaxf(right, point[i].x);
        top = fminf(top, point[i].y);
        bottom = fmaxf(bottom, point[i].y);
    }
    float half = draw->stroke_px / 2;
    return box_around(left - half, top - half, right + half, bottom + half);
}

static struct box draw_bounds(const struct frame *frame, const struct draw *draw)
{
    float x = draw->x, y = draw->y;
    switch ((enum draw_kind)draw->kind) {
    case DRAW_BOX:
        return box_around(x, y, x + draw->w, y + draw->h);
    case DRAW_DISC: {
        float reach = draw->w + draw->stroke_px / 2;
        return box_around(x - reach, y - reach, x + reach, y + reach);
    }
    case DRAW_PATH:
        return path_bounds(frame, draw);
    case DRAW_ICON:
        return box_around(x, y, x + draw->w, y + draw->w);
    case DRAW_TEXT: {
        /* Tall enough for stacked marks of every script at hand, wide enough for overhang. */
        float em = draw->font.em_px;
        assert(draw->first <= frame->text_bytes && draw->count <= frame->text_bytes - draw->first);
        return box_around(x - em / 4, y - em * 1.375f, x + draw->w + em / 4, y + em * 0.625f);
    }
    }
    assert(!"a kind of drawing");
    return (struct box){0};
}

struct draw *frame_draw(struct frame *frame, const struct draw *draw)
{
    assert(frame->draw_count < DRAW_MAX);
    assert(draw->fill < THEME_INK_COUNT && draw->stroke < THEME_INK_COUNT);
    assert(draw->icon < ICON_COUNT);
    struct draw *copy = &frame->draw[frame->draw_count++];
    *copy = *draw;
    copy->bounds = draw_bounds(frame, draw);
    return copy;
}

uint32_t frame_points(struct frame *frame, const struct draw_point *points, uint32_t count)
{
    assert(count <= DRAW_POINT_MAX - frame->point_count);
    uint32_t first = frame->point_count;
    memcpy(&frame->point[first], points, count * sizeof points[0]);
    frame->point_count += count;
    return first;
}

static void box_move(struct box *box, int32_t dx, int32_t dy)
{
    box->x += dx;
    box->y += dy;
}

static void box_mirror(struct box *box, int32_t width)
{
    box->x = width - box->x - box->w;
}

/* Returns whether an icon points along the line of reading and so turns with it. A clock does not.
 */
static bool icon_has_direction(uint8_t icon)
{
    return icon == ICON_BACK || icon == ICON_NEXT || icon == ICON_LISTEN || icon == ICON_DELETE;
}

static void draw_mirror(struct draw *draw, int32_t width)
{
    switch ((enum draw_kind)draw->kind) {
    case DRAW_BOX:
    case DRAW_TEXT:
        draw->x = (float)width - draw->x - draw->w;
        break;
    case DRAW_ICON:
        draw->x = (float)width - draw->x - draw->w;
        if (icon_has_direction(draw->icon)) {
            draw->flags ^= DRAW_MIRROR;
        }
        break;
    case DRAW_DISC:
        draw->x = (float)width - draw->x;
        break;
    case DRAW_PATH:
        break; /* its points are mirrored with all others */
    }
    box_mirror(&draw->bounds, width);
}

void frame_mirror(struct frame *frame)
{
    for (uint32_t i = 0; i < frame->node_count; i++) {
        struct node *node = &frame->node[i];
        box_mirror(&node->rect, frame->width);
        if (node->hit.w > 0) {
            box_mirror(&node->hit, frame->width);
        }
    }
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        draw_mirror(&frame->draw[i], frame->width);
    }
    for (uint32_t i = 0; i < frame->point_count; i++) {
        frame->point[i].x = (float)frame->width - frame->point[i].x;
    }
    frame->scene.mirrored = !frame->scene.mirrored;
}

static void reverse_nodes(struct node *node, uint32_t count)
{
    for (uint32_t i = 0; i < count / 2; i++) {
        struct node kept = node[i];
        node[i] = node[count - 1 - i];
        node[count - 1 - i] = kept;
    }
}

/* The controls at the foot are one run of nodes. That run is turned around alone, and then all
 * nodes are. */
void frame_order(struct frame *frame)
{
    uint32_t first = 0, end;
    while (first < frame->node_count && (frame->node[first].flags & NODE_FOOT) == 0) {
        first++;
    }
    for (end = first; end < frame->node_count && (frame->node[end].flags & NODE_FOOT) != 0; end++) {
    }
    reverse_nodes(&frame->node[first], end - first);
    reverse_nodes(&frame->node[end], frame->node_count - end);
    reverse_nodes(&frame->node[first], frame->node_count - first);
}

void frame_move(struct frame *frame, int32_t dx, int32_t dy)
{
    struct scene *scene = &frame->scene;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        struct node *node = &frame->node[i];
        box_move(&node->rect, dx, dy);
        if (node->hit.w > 0) {
            box_move(&node->hit, dx, dy);
        }
    }
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        struct draw *draw = &frame->draw[i];
        if (draw->kind != DRAW_PATH) { /* its points are moved with all others */
            draw->x += (float)dx;
            draw->y += (float)dy;
        }
        box_move(&draw->bounds, dx, dy);
    }
    for (uint32_t i = 0; i < frame->point_count; i++) {
        frame->point[i].x += (float)dx;
        frame->point[i].y += (float)dy;
    }
    scene->horizon_y += dy;
    scene->centre_x += scene->mirrored ? -dx : dx;
    scene->centre_y += dy;
}

void frame_raise_focus(struct frame *frame)
{
    enum { RINGS_MAX = 4 };
    struct draw rings[RINGS_MAX];
    uint32_t ring_count = 0, kept = 0;
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        bool ring = draw->stroke == INK_FOCUS && draw->fill == INK_NONE && ring_count < RINGS_MAX;
        if (ring) {
            rings[ring_count++] = *draw;
        } else {
            frame->draw[kept++] = *draw;
        }
    }
    for (uint32_t i = 0; i < ring_count; i++) {
        frame->draw[kept++] = rings[i];
    }
}

void frame_darken(struct frame *frame)
{
    frame->draw_count = 0;
    frame->point_count = 0;
    frame->scene = (struct scene){
        .kind = SCENE_PAPER, .width = frame->width, .height = frame->height, .dim = 0};
}

void frame_copy_drawing(struct frame *to, const struct frame *from)
{
    to->width = from->width;
    to->height = from->height;
    to->px_per_m = from->px_per_m;
    to->rtl = from->rtl;
    to->theme = from->theme;
    to->scene = from->scene;
    to->node_count = 0;
    to->draw_count = from->draw_count;
    to->point_count = from->point_count;
    to->text_bytes = from->text_bytes;
    memcpy(to->draw, from->draw, from->draw_count * sizeof(from->draw[0]));
    memcpy(to->point, from->point, from->point_count * sizeof(from->point[0]));
    memcpy(to->text, from->text, from->text_bytes);
}

static bool box_has(const struct box *box, int32_t x, int32_t y)
{
    return x >= box->x && y >= box->y && x - box->x < box->w && y - box->y < box->h;
}

const struct node *frame_hit(const struct frame *frame, int32_t x, int32_t y)
{
    for (uint32_t i = frame->node_count; i > 0; i--) {
        if (box_has(&frame->node[i - 1].hit, x, y)) {
            return &frame->node[i - 1]; /* the last node is on top */
        }
    }
    return NULL;
}

const struct node *frame_find(const struct frame *frame, const char *id)
{
    for (uint32_t i = 0; i < frame->node_count; i++) {
        if (strcmp(frame->node[i].id, id) == 0) {
            return &frame->node[i];
        }
    }
    return NULL;
}
