/* SPDX-License-Identifier: MIT */
/* Sizes, gaps, letters and words of one frame. Lengths are compared a pixel or two loosely: boxes
 * are whole pixels. */
#include "tools/matrix.h"

#include "core/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    TARGET_UM = 12700,
    FACILITATOR_TARGET_UM = 11600, /* 44 px at 96 dots an inch */
    GAP_UM = 2540,
    LETTER_UM = 3500,             /* the least capital height for an attendee */
    FACILITATOR_LETTER_UM = 2800, /* read from half a metre by somebody who chose to */
    /* EN 301 549, 5.1.4: a capital H of large text fills 0.7 degrees at the declared distance:
     * here an arm's length, of somebody who can touch the panel. */
    VIEWING_MM = 500,
    TAN_PER_MILLION = 12218, /* of 0.7 degrees */
    ANGLE_UM = VIEWING_MM * TAN_PER_MILLION / 1000,
    LINE_CHARACTERS_MAX = 70,
    LINE_PERCENT = 140, /* of the em, from line to line of running text */
};

/* Capital heights of body text, um. */
static const struct {
    int32_t least, most;
} BODY[SIZE_COUNT] = {
    [SIZE_S] = {3500, 4200},
    [SIZE_M] = {4800, 5600},
    [SIZE_L] = {6400, 7100},
    [SIZE_XL] = {8500, 9000},
};

void matrix_complain(struct matrix *matrix, const struct app *app, enum matrix_rule rule,
                     const char *format, ...)
{
    static const char *const SIZES[SIZE_COUNT] = {"S", "M", "L", "XL"};
    if (matrix->broken[rule]++ >= matrix->complaints_max) {
        return;
    }
    va_list args;
    printf("  %s, %s, %s, %s", matrix->view, matrix->panel, SIZES[app->comfort.size],
           app->config.languages[app->comfort.language].language->tag);
    if (app->page_count > 1) {
        printf(", page %u of %u", app->page + 1, app->page_count);
    }
    printf(": ");
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    printf("\n");
}

static int32_t px(const struct frame *frame, int32_t um)
{
    return (int32_t)((int64_t)um * frame->px_per_m / 1000000);
}

/* Everything before the PIN is for attendees; entering it no longer. */
static bool is_facilitators(const struct app *app, const struct node *node)
{
    return (node->flags & NODE_FACILITATOR) != 0 || app->screen == SCREEN_PIN ||
           app->screen == SCREEN_SETUP_PIN;
}

static bool is_target(const struct node *node)
{
    return (node->flags & NODE_FOCUSABLE) != 0;
}

static void check_target(struct matrix *matrix, const struct app *app, const struct node *node)
{
    bool facilitator = is_facilitators(app, node);
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

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Answers and the controls that every screen has are set in body text. */
static bool is_body(const struct node *node)
{
    return starts_with(node->id, "question.answer.") || starts_with(node->id, "question.un") ||
           strcmp(node->id, "common.back") == 0 || strcmp(node->id, "common.next") == 0 ||
           strcmp(node->id, "common.pause") == 0;
}

static void check_angle(struct matrix *matrix, const struct app *app, const struct node *node,
                        int32_t cap_um)
{
    if (app->comfort.size < SIZE_L) {
        return;
    }
    matrix->seen[MATRIX_ANGLE]++;
    if (cap_um < ANGLE_UM) {
        matrix_complain(matrix, app, MATRIX_ANGLE, "%s has capitals of %d um, least %d", node->id,
                        cap_um, ANGLE_UM);
    }
}

/* Headings and statements are few words, and stand closer. */
static void check_pitch(struct matrix *matrix, const struct app *app, const struct node *node)
{
    if (node->font.family != FONT_TEXT || node->role != ROLE_TEXT || node->lines < 2) {
        return;
    }
    int32_t pitch = node->rect.h / node->lines;
    int32_t least = (node->font.em_px * LINE_PERCENT - 50) / 100;
    matrix->seen[MATRIX_MEASURE]++;
    if (pitch < least) {
        matrix_complain(matrix, app, MATRIX_MEASURE, "%s has lines %d px apart, least %d", node->id,
                        pitch, least);
    }
}

static void check_letters(struct matrix *matrix, const struct app *app, const struct node *node)
{
    if (node->font.em_px == 0 || node->text[0] == '\0') {
        return;
    }
    const struct text_ops *text = &app->config.text;
    bool facilitator = is_facilitators(app, node);
    uint32_t cap =
        text->cap_per_mille(text->context, (enum font_family)node->font.family) * node->font.em_px;
    int32_t cap_um = (int32_t)((int64_t)cap * 1000 / app->frame.px_per_m);
    int32_t pixel_um = (int32_t)(1000000 / app->frame.px_per_m);
    int32_t least = facilitator ? FACILITATOR_LETTER_UM : LETTER_UM, most = 1000000;
    if (!facilitator && is_body(node)) {
        least = BODY[app->comfort.size].least;
        most = BODY[app->comfort.size].most;
        check_angle(matrix, app, node, cap_um);
    }
    if (!facilitator) {
        check_pitch(matrix, app, node);
    }
    matrix->seen[MATRIX_CAPITALS]++;
    if (cap_um < least - pixel_um || cap_um > most + pixel_um) {
        matrix_complain(matrix, app, MATRIX_CAPITALS, "%s has capitals of %d um", node->id, cap_um);
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

/* As a reader counts them: the marks on Arabic letters are none. */
static uint32_t characters(const char *text, uint32_t bytes)
{
    uint32_t count = 0, code = 0;
    for (uint32_t at = 0; at < bytes;) {
        size_t size = utf8_decode(text + at, bytes - at, &code);
        at += size > 0 ? (uint32_t)size : 1;
        count += code < 0x064B || code > 0x065F;
    }
    return count;
}

/* Lines of running text. */
static void check_measure(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        if (draw->kind != DRAW_TEXT) {
            continue;
        }
        uint32_t count = characters(frame->text + draw->first, draw->count);
        matrix->seen[MATRIX_MEASURE]++;
        if (count > LINE_CHARACTERS_MAX && frame->node_count > 0 &&
            (frame->node[0].flags & NODE_FACILITATOR) == 0) {
            matrix_complain(matrix, app, MATRIX_MEASURE, "%u characters in one line: %.*s", count,
                            (int)draw->count, frame->text + draw->first);
        }
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
        if (!rtl && (draw->flags & (DRAW_RTL | DRAW_MIRROR)) != 0) {
            matrix_complain(matrix, app, MATRIX_DIRECTION, "something is turned");
        }
        if (draw->kind == DRAW_ICON && (draw->icon == ICON_BACK || draw->icon == ICON_NEXT) &&
            ((draw->flags & DRAW_MIRROR) != 0) != rtl) {
            matrix_complain(matrix, app, MATRIX_DIRECTION, "an arrow points the wrong way");
        }
    }
}

void matrix_check(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    matrix->frames++;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        check_letters(matrix, app, node);
        check_words(matrix, app, node);
        if (is_target(node)) {
            check_target(matrix, app, node);
            check_gaps(matrix, app, i);
        }
    }
    check_measure(matrix, app);
    check_direction(matrix, app);
    matrix_check_fit(matrix, app);
    if (app->screen == SCREEN_QUESTION) {
        matrix_check_question(matrix, app);
    }
}
