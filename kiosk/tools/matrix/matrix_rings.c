/* SPDX-License-Identifier: MIT */
/* Words in a ring stay inside it, and a ring that passes a control stays outside: the word between
 * the rings that breathe, and Clear on its round key. */
#include "tools/matrix/matrix.h"

enum { CLEAR_UM = 900 }; /* free between a letter and the line of its ring */

struct ring {
    float x, y, radius;
};

static float square_of(float x, float y)
{
    return x * x + y * y;
}

/* Whether the box's corner that is farthest from the middle of the ring stands in the ring. */
static bool is_inside(struct ring ring, struct box box)
{
    float left = ring.x - (float)box.x, right = (float)(box.x + box.w) - ring.x;
    float above = ring.y - (float)box.y, below = (float)(box.y + box.h) - ring.y;
    return square_of(left > right ? left : right, above > below ? above : below) <=
           ring.radius * ring.radius;
}

static bool is_within(const struct node *node, struct box box)
{
    return box.x >= node->rect.x - 1 && box.y >= node->rect.y &&
           box.x + box.w <= node->rect.x + node->rect.w + 1 &&
           box.y + box.h <= node->rect.y + node->rect.h;
}

/* Looks at each line of text that stands in the node. */
static void check_words(struct matrix *matrix, const struct app *app, const struct node *node,
                        struct ring ring)
{
    const struct frame *frame = &app->frame;
    ring.radius -= (float)CLEAR_UM * (float)frame->px_per_m / 1000000;
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        if (draw->kind != DRAW_TEXT || !is_within(node, matrix_letters_of(app, draw))) {
            continue;
        }
        matrix->seen[MATRIX_RINGS]++;
        if (!is_inside(ring, matrix_letters_of(app, draw))) {
            matrix_complain(matrix, app, MATRIX_RINGS, "%s leaves its ring: %.*s", node->id,
                            (int)draw->count, frame->text + draw->first);
        }
    }
}

/* The outermost ring as it is drawn now; the view with the narrowest one is looked at too. */
static void check_breathing(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    const struct node *word = frame_find(frame, "breathe.word");
    struct ring ring = {.radius = 0};
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        if (draw->kind == DRAW_DISC && draw->stroke_px > 0 && draw->w > ring.radius) {
            ring = (struct ring){draw->x, draw->y, draw->w - draw->stroke_px / 2};
        }
    }
    if (word != NULL) {
        check_words(matrix, app, word, ring);
    }
}

/* A word on a key; a digit stands in the middle of its ring anyway. */
static void check_clear(struct matrix *matrix, const struct app *app)
{
    const struct node *key = frame_find(&app->frame, "pin.clear");
    if (key != NULL) {
        const float radius = (float)key->rect.w / 2;
        check_words(
            matrix, app, key,
            (struct ring){(float)key->rect.x + radius, (float)key->rect.y + radius, radius});
    }
}

/* The stone of the countdown passes over the control at the foot, and stays clear of it. */
static void check_countdown(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    const struct node *control = frame_find(frame, "idle.here");
    for (uint32_t i = 0; control != NULL && i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        const bool is_stone = draw->kind == DRAW_DISC && draw->stroke_px > 0 &&
                              (int32_t)draw->y == frame->scene.horizon_y;
        matrix->seen[MATRIX_RINGS] += is_stone;
        if (is_stone && draw->y + draw->w + draw->stroke_px / 2 > (float)control->rect.y) {
            matrix_complain(matrix, app, MATRIX_RINGS, "the stone meets %s", control->id);
        }
    }
}

void matrix_check_rings(struct matrix *matrix, const struct app *app)
{
    check_breathing(matrix, app);
    check_clear(matrix, app);
    check_countdown(matrix, app);
}
