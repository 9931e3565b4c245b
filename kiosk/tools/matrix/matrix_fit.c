/* SPDX-License-Identifier: MIT */
/* Where words stand: inside the screen, clear of each other and of controls that are not theirs. */
#include "tools/matrix/matrix.h"

#include <string.h>

enum { CORNER_PX = 1, STEP_PX = 4, NOTICE_CLEAR_UM = 500 };

static struct box common(struct box a, struct box b)
{
    int32_t left = a.x > b.x ? a.x : b.x, top = a.y > b.y ? a.y : b.y;
    int32_t right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int32_t bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct box){left, top, right > left ? right - left : 0,
                        bottom > top ? bottom - top : 0};
}

static bool touches(struct box a, struct box b)
{
    struct box box = common(a, b);
    return box.w > CORNER_PX && box.h > CORNER_PX;
}

static bool contains(struct box outer, struct box inner)
{
    return inner.x >= outer.x - CORNER_PX && inner.y >= outer.y - CORNER_PX &&
           inner.x + inner.w <= outer.x + outer.w + CORNER_PX &&
           inner.y + inner.h <= outer.y + outer.h + CORNER_PX;
}

struct box matrix_letters_of(const struct app *app, const struct draw *draw)
{
    const struct text_ops *text = &app->config.text;
    struct font_metrics metrics;
    text->metrics(text->context, draw->font, &metrics);
    return (struct box){(int32_t)draw->x, (int32_t)draw->y - metrics.cap_px, (int32_t)draw->w,
                        metrics.cap_px};
}

/* Something full, drawn before, hides what is behind these letters. */
static bool has_ground(const struct frame *frame, const struct draw *letters, struct box box)
{
    for (const struct draw *draw = frame->draw; draw < letters; draw++) {
        struct box ground = {(int32_t)draw->x, (int32_t)draw->y, (int32_t)draw->w,
                             (int32_t)draw->h};
        if (draw->kind == DRAW_BOX && draw->fill_alpha == 255 && contains(ground, box)) {
            return true;
        }
    }
    return false;
}

/* Words stand on the sky, on the water or on a control, never on the line between. */
static void check_horizon(struct matrix *matrix, const struct app *app, const struct draw *draw,
                          struct box box)
{
    const struct scene *scene = &app->frame.scene;
    bool water = scene->kind == SCENE_FOOTER || scene->kind == SCENE_HERO ||
                 (scene->kind == SCENE_PAPER && scene->horizon_y > 0);
    if (water && box.y < scene->horizon_y && box.y + box.h > scene->horizon_y &&
        !has_ground(&app->frame, draw, box)) {
        matrix_complain(matrix, app, MATRIX_FIT, "on the horizon: %.*s", (int)draw->count,
                        app->frame.text + draw->first);
    }
}

const struct node *matrix_notice(const struct frame *frame)
{
    const struct node *notice = frame_find(frame, "notice");
    return notice != NULL ? notice : frame_find(frame, "common.keys");
}

/* Words of a notice stand on a sheet of their own, over what the page says. */
static bool is_of_notice(const struct frame *frame, const struct draw *draw, struct box box)
{
    const struct node *notice = matrix_notice(frame);
    return notice != NULL && contains(notice->rect, box) && has_ground(frame, draw, box);
}

static void check_lines(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    const struct box screen = {0, 0, frame->width, frame->height};
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *a = &frame->draw[i];
        if (a->kind != DRAW_TEXT) {
            continue;
        }
        struct box box = matrix_letters_of(app, a);
        matrix->seen[MATRIX_FIT]++;
        if (!contains(screen, box)) {
            matrix_complain(matrix, app, MATRIX_FIT, "off screen: %.*s", (int)a->count,
                            frame->text + a->first);
        }
        check_horizon(matrix, app, a, box);
        for (uint32_t k = i + 1; k < frame->draw_count; k++) {
            const struct draw *b = &frame->draw[k];
            if (b->kind == DRAW_TEXT && touches(box, matrix_letters_of(app, b)) &&
                !is_of_notice(frame, b, matrix_letters_of(app, b))) {
                matrix_complain(matrix, app, MATRIX_FIT, "one on the other: \"%.*s\", \"%.*s\"",
                                (int)a->count, frame->text + a->first, (int)b->count,
                                frame->text + b->first);
            }
        }
    }
}

/* The letters of every line stand wholly inside or wholly outside of each control. */
static void check_controls(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        if ((node->flags & NODE_FOCUSABLE) == 0) {
            continue;
        }
        for (uint32_t k = 0; k < frame->draw_count; k++) {
            const struct draw *draw = &frame->draw[k];
            if (draw->kind != DRAW_TEXT) {
                continue;
            }
            struct box box = matrix_letters_of(app, draw);
            if (touches(node->rect, box) && !contains(node->rect, box) &&
                !is_of_notice(frame, draw, box)) {
                matrix_complain(matrix, app, MATRIX_FIT, "%s is crossed by \"%.*s\"", node->id,
                                (int)draw->count, frame->text + draw->first);
            }
        }
    }
}

static const struct node *same_in(const struct frame *frame, const struct node *node, uint32_t i)
{
    return i < frame->node_count && strcmp(frame->node[i].id, node->id) == 0
               ? &frame->node[i]
               : frame_find(frame, node->id);
}

/* Somewhere below where it stands no control would be in its way. */
static bool has_place(const struct frame *frame, struct box box)
{
    for (; box.y + box.h < frame->height; box.y += STEP_PX) {
        bool free = true;
        for (uint32_t i = 0; i < frame->node_count && free; i++) {
            const struct node *node = &frame->node[i];
            const struct box both = common(node->rect, box);
            free = (node->flags & NODE_FOCUSABLE) == 0 || both.w == 0 || both.h == 0;
        }
        if (free) {
            return true;
        }
    }
    return false;
}

/* The sheet of a notice hides a line of letters whole, or is clear of it: nobody reads half of one.
 */
static void check_sheet(struct matrix *matrix, const struct app *app, const struct node *notice)
{
    const struct frame *frame = &app->frame;
    const struct box sheet = notice->hit;
    const int32_t clear = (int32_t)((int64_t)NOTICE_CLEAR_UM * frame->px_per_m / 1000000);
    const struct box around = {sheet.x - clear, sheet.y - clear, sheet.w + 2 * clear,
                               sheet.h + 2 * clear};
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        if (draw->kind != DRAW_TEXT) {
            continue;
        }
        const struct box box = matrix_letters_of(app, draw);
        if (touches(around, box) && !contains(sheet, box)) {
            matrix_complain(matrix, app, MATRIX_STILL, "the notice cuts \"%.*s\"", (int)draw->count,
                            frame->text + draw->first);
        }
    }
}

void matrix_check_still(struct matrix *matrix, const struct app *app, const struct node *before,
                        uint32_t count)
{
    const struct frame *frame = &app->frame;
    const struct node *notice = frame_find(frame, "notice");
    matrix->seen[MATRIX_STILL]++;
    if (notice == NULL) {
        matrix_complain(matrix, app, MATRIX_STILL, "nothing says that it did not work");
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct node *was = &before[i], *is = same_in(frame, was, i);
        if (strcmp(was->id, "notice") == 0) {
            continue;
        }
        if (is == NULL || memcmp(&is->rect, &was->rect, sizeof(is->rect)) != 0) {
            matrix_complain(matrix, app, MATRIX_STILL, "%s moves", was->id);
        }
        if ((was->flags & NODE_FOCUSABLE) != 0 && touches(was->rect, notice->hit) &&
            has_place(frame, notice->hit)) {
            matrix_complain(matrix, app, MATRIX_STILL, "%s is covered", was->id);
        }
    }
    if (!contains((struct box){0, 0, frame->width, frame->height}, notice->hit)) {
        matrix_complain(matrix, app, MATRIX_STILL, "the notice is off screen");
    }
    check_sheet(matrix, app, notice);
}

void matrix_check_fit(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    const struct box screen = {0, 0, frame->width, frame->height};
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        matrix->seen[MATRIX_FIT]++;
        if ((node->flags & NODE_CLIPPED) != 0) {
            matrix_complain(matrix, app, MATRIX_FIT, "%s is clipped: %s", node->id, node->text);
        }
        if (!contains(screen, node->rect)) {
            matrix_complain(matrix, app, MATRIX_FIT, "%s is off screen: %d %d %d %d", node->id,
                            node->rect.x, node->rect.y, node->rect.w, node->rect.h);
        }
    }
    check_lines(matrix, app);
    check_controls(matrix, app);
}
