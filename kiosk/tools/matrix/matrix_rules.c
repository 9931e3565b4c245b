/* SPDX-License-Identifier: MIT */
/* Sizes, gaps and words of one frame. Lengths are compared a pixel or two loosely: boxes
 * are whole pixels. */
#include "tools/matrix/matrix.h"

#include "core/direction.h"
#include "screens/app/part.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    TARGET_UM = 12700,
    FACILITATOR_TARGET_UM = 11600, /* 44 px at 96 dots an inch */
    GAP_UM = 2540,
};

static int32_t px(const struct frame *frame, int32_t um)
{
    return (int32_t)((int64_t)um * frame->px_per_m / 1000000);
}

static bool is_target(const struct node *node)
{
    return (node->flags & NODE_FOCUSABLE) != 0;
}

static void check_target(struct matrix *matrix, const struct app *app, const struct node *node)
{
    bool facilitator = matrix_is_facilitators(app, node);
    int32_t least = px(&app->frame, facilitator ? FACILITATOR_TARGET_UM : TARGET_UM);
    matrix->seen[MATRIX_TARGETS]++;
    if (node->hit.w < least || node->hit.h < least) {
        matrix_complain(matrix, app, MATRIX_TARGETS, "%s is %d x %d px, least %d", node->id,
                        node->hit.w, node->hit.h, least);
    }
}

static int32_t apart(int32_t a, int32_t a_length, int32_t b, int32_t b_length)
{
    return a > b ? a - b - b_length : b - a - a_length;
}

static void check_gaps(struct matrix *matrix, const struct app *app, uint32_t index)
{
    const struct frame *frame = &app->frame;
    const struct node *a = &frame->node[index];
    int32_t gap = px(frame, GAP_UM) - 1;
    for (uint32_t i = index + 1; i < frame->node_count; i++) {
        const struct node *b = &frame->node[i];
        if (!is_target(b)) {
            continue;
        }
        int32_t dx = apart(a->hit.x, a->hit.w, b->hit.x, b->hit.w);
        int32_t dy = apart(a->hit.y, a->hit.h, b->hit.y, b->hit.h);
        matrix->seen[MATRIX_GAPS]++;
        if (dx < gap && dy < gap) {
            matrix_complain(matrix, app, MATRIX_GAPS, "%s and %s are %d, %d px apart, least %d",
                            a->id, b->id, dx, dy, gap + 1);
        }
    }
}

static void check_words(struct matrix *matrix, const struct app *app, const struct node *node)
{
    matrix->seen[MATRIX_WORDS]++;
    if ((node->flags & NODE_PICTURE) == 0 && node->spoken[0] == '\0') {
        matrix_complain(matrix, app, MATRIX_WORDS, "%s cannot be said", node->id);
    }
    if (is_target(node) && node->text[0] == '\0' && node->spoken[0] == '\0') {
        matrix_complain(matrix, app, MATRIX_WORDS, "%s has no name", node->id);
    }
    matrix->seen[MATRIX_GLYPHS]++;
    if (node->missing > 0) {
        matrix_complain(matrix, app, MATRIX_GLYPHS, "%s: %u characters without a glyph: %s",
                        node->id, node->missing, node->text);
    }
}

/* In a right-to-left frame Next stands left of Back, and the lines of its paragraphs turn. */
static void check_direction(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    bool rtl = app->config.languages[app->comfort.language].language->rtl;
    const struct node *back = frame_find(frame, "common.back");
    const struct node *next = frame_find(frame, "common.next");
    matrix->seen[MATRIX_DIRECTION]++;
    if (frame->rtl != rtl) {
        matrix_complain(matrix, app, MATRIX_DIRECTION, "the frame runs the other way");
    }
    if (back != NULL && next != NULL && back->rect.y == next->rect.y &&
        (next->rect.x < back->rect.x) != rtl) {
        matrix_complain(matrix, app, MATRIX_DIRECTION, "Back and Next stand the other way round");
    }
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        /* A name of another language runs its own way there: it has letters that do. */
        bool turned = draw->kind == DRAW_TEXT && (draw->flags & DRAW_RTL) != 0 &&
                      !direction_turns(frame->text + draw->first, draw->count);
        if (!rtl && (turned || (draw->flags & DRAW_MIRROR) != 0)) {
            matrix_complain(matrix, app, MATRIX_DIRECTION, "something is turned");
        }
        if (draw->kind == DRAW_ICON && (draw->icon == ICON_BACK || draw->icon == ICON_NEXT) &&
            ((draw->flags & DRAW_MIRROR) != 0) != rtl) {
            matrix_complain(matrix, app, MATRIX_DIRECTION, "an arrow points the wrong way");
        }
    }
}

static void check_on_first(struct matrix *matrix, const struct app *app, const char *id,
                           uint32_t bit)
{
    const struct node *node = frame_find(&app->frame, id);
    if (node == NULL || (node->flags & NODE_HEARD) != 0) {
        return;
    }
    matrix->seen[MATRIX_FIRST]++;
    if (app->page == 0) {
        matrix->first |= 1u << bit;
    } else if ((matrix->first >> bit & 1) == 0) {
        matrix_complain(matrix, app, MATRIX_FIRST, "%s is not on the first page", id);
    }
}

/* What the screen is there for; and the lock, wherever a screen has one. */
static void check_first(struct matrix *matrix, const struct app *app)
{
    const char *const *own = screen_ops(app, app->screen)->own;
    matrix->first = app->page == 0 ? 0 : matrix->first;
    for (uint32_t i = 0; i < OWN_MAX && own[i] != NULL; i++) {
        check_on_first(matrix, app, own[i], i);
    }
    check_on_first(matrix, app, "meeting.lock", OWN_MAX);
}

/* A ribbon, or the name of the screen beside its chips. */
static bool is_label(const struct node *node)
{
    return strcmp(node->id, "ribbon") == 0 || strcmp(node->id, "meeting.name") == 0;
}

/* On a page that another one follows, the last thing above the foot is no heading, unless it has
 * the page to itself. A question's statement is what its page is there for. */
static void check_headings(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    const struct node *last = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        if ((frame->node[i].flags & NODE_FOOT) == 0) {
            last = &frame->node[i];
            count += is_target(last) || is_label(last) ? 0 : 1;
        }
    }
    if (app->screen == SCREEN_QUESTION) {
        return;
    }
    matrix->seen[MATRIX_HEADINGS]++;
    if (last != NULL && last->role == ROLE_HEADING && count > 1 &&
        app->page + 1 < app->page_count) {
        matrix_complain(matrix, app, MATRIX_HEADINGS, "%s has nothing below it", last->id);
    }
}

void matrix_check(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    matrix->frames++;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        check_words(matrix, app, node);
        if (is_target(node)) {
            check_target(matrix, app, node);
            check_gaps(matrix, app, i);
        }
    }
    matrix_check_letters(matrix, app);
    check_direction(matrix, app);
    matrix_check_fit(matrix, app);
    matrix_check_choices(matrix, app);
    matrix_check_weight(matrix, app);
    matrix_check_rings(matrix, app);
    check_first(matrix, app);
    check_headings(matrix, app);
    if (app->screen == SCREEN_QUESTION) {
        matrix_check_question(matrix, app);
    }
}
