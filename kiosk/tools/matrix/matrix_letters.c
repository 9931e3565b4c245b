/* SPDX-License-Identifier: MIT */
/* How large letters are, how far apart their lines stand and how long they get. Capital heights
 * come from the fonts' own tables. */
#include "tools/matrix/matrix.h"

#include "core/utf8.h"

#include <string.h>

enum {
    LETTER_UM = 3500,             /* the least capital height for an attendee, at any size */
    FACILITATOR_LETTER_UM = 2800, /* read from half a metre by somebody who chose to */
    /* EN 301 549, 5.1.4: a capital H of large text fills 0.7 degrees at the declared distance:
     * here an arm's length, of somebody who can touch the panel. */
    VIEWING_MM = 500,
    TAN_PER_MILLION = 12218, /* of 0.7 degrees */
    ANGLE_UM = VIEWING_MM * TAN_PER_MILLION / 1000,
    LINE_CHARACTERS_MAX = 70,
    PARAGRAPH_PERCENT = 150, /* of the em, from line to line of running text, */
    LINE_PERCENT = 140,      /* and of labels and statements, */
    ANSWER_PERCENT = 103,    /* but of an answer: a few words, as of a heading */
    SHORT_SIDE_UM = 120000,  /* of a panel where a question may be as small as its answers */
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

/* What a type may be beside body text: hundredths of the least and of the most of it. */
struct span {
    uint16_t least, most;
};

static const struct span SPAN[TYPE_COUNT] = {
    [TYPE_DISPLAY] = {150, 270},   [TYPE_DISPLAY_SMALL] = {150, 200},
    [TYPE_STATEMENT] = {125, 170}, [TYPE_STATEMENT_SMALL] = {125, 130},
    [TYPE_TITLE] = {150, 150},     [TYPE_CARD] = {125, 130},
    [TYPE_LEAD] = {150, 150},      [TYPE_LEAD_SMALL] = {125, 130},
    [TYPE_BODY] = {100, 100},      [TYPE_CAPTION] = {85, 100},
};

/* A question of the largest size, or on a low panel, is as large as its answers before it would
 * take a page more. */
static int32_t span_least(const struct app *app, const struct node *node)
{
    const struct frame *frame = &app->frame;
    int64_t side = frame->width < frame->height ? frame->width : frame->height;
    bool low = side * 1000000 / frame->px_per_m < SHORT_SIDE_UM;
    bool question = node->type == TYPE_STATEMENT || node->type == TYPE_STATEMENT_SMALL;
    return question && (low || app->comfort.size == SIZE_XL) ? 100 : SPAN[node->type].least;
}

static int32_t cap_um_of(const struct app *app, struct font font)
{
    const struct text_ops *text = &app->config.text;
    uint32_t cap = text->cap_per_mille(text->context, (enum font_family)font.family) * font.em_px;
    return (int32_t)((int64_t)cap * 1000 / app->frame.px_per_m);
}

static void check_capitals(struct matrix *matrix, const struct app *app, const struct node *node)
{
    if (node->font.em_px == 0 || node->text[0] == '\0') {
        return;
    }
    bool facilitator = matrix_is_facilitators(app, node);
    int32_t pixel_um = (int32_t)(1000000 / app->frame.px_per_m);
    int32_t cap_um = cap_um_of(app, node->font);
    int32_t least = facilitator ? FACILITATOR_LETTER_UM : LETTER_UM, most = INT32_MAX - pixel_um;
    if (!facilitator && node->type < TYPE_COUNT) {
        int32_t own = BODY[app->comfort.size].least * span_least(app, node) / 100;
        least = own > least ? own : least;
        most = BODY[app->comfort.size].most * SPAN[node->type].most / 100;
    }
    matrix->seen[MATRIX_CAPITALS]++;
    if (cap_um < least - pixel_um || cap_um > most + pixel_um) {
        matrix_complain(matrix, app, MATRIX_CAPITALS, "%s has capitals of %d um, not %d to %d",
                        node->id, cap_um, least, most);
    }
    if (!facilitator && node->type == TYPE_BODY && app->comfort.size >= SIZE_L) {
        matrix->seen[MATRIX_ANGLE]++;
        if (cap_um < ANGLE_UM) {
            matrix_complain(matrix, app, MATRIX_ANGLE, "%s has capitals of %d um, least %d",
                            node->id, cap_um, ANGLE_UM);
        }
    }
}

/* Hundredths of the em from line to line; 0 for headings, which are few words and stand closer. */
static int32_t pitch_least(const struct node *node, const struct draw *line)
{
    bool statement = node->type == TYPE_STATEMENT || node->type == TYPE_STATEMENT_SMALL;
    if ((node->flags & NODE_FACILITATOR) != 0 && line->font.family != FONT_TEXT) {
        return 0;
    }
    switch ((enum role)node->role) {
    case ROLE_TEXT:
    case ROLE_STATUS:
        /* A facilitator's captions label charts and tables. */
        return statement || node->type == TYPE_F_CAPTION ? LINE_PERCENT : PARAGRAPH_PERCENT;
    case ROLE_BUTTON:
    case ROLE_CHOICE:
        if (strncmp(node->id, "question.", strlen("question.")) == 0 &&
            (node->flags & NODE_SECRET) != 0) {
            return ANSWER_PERCENT;
        }
        return line->font.family == FONT_TEXT ? LINE_PERCENT : 0;
    case ROLE_HEADING:
    case ROLE_PROGRESS:
    case ROLE_IMAGE:
    case ROLE_COUNT:
        break;
    }
    return statement ? LINE_PERCENT : 0;
}

static bool is_within(const struct node *node, const struct draw *line)
{
    return line->x >= (float)node->rect.x - 1 && line->y >= (float)node->rect.y &&
           line->x + line->w <= (float)(node->rect.x + node->rect.w) + 1 &&
           line->y <= (float)(node->rect.y + node->rect.h);
}

/* Lines of one type that follow each other in a node's box, where no notice lies over them. */
static void check_pitch(struct matrix *matrix, const struct app *app, const struct node *node)
{
    const struct frame *frame = &app->frame;
    const struct node *notice = matrix_notice(frame);
    const struct draw *above = NULL;
    for (uint32_t i = 0; i < frame->draw_count && node->lines > 1; i++) {
        const struct draw *line = &frame->draw[i];
        if (line->kind != DRAW_TEXT || !is_within(node, line) ||
            (notice != NULL && is_within(notice, line))) {
            continue;
        }
        if (above != NULL && above->font.family == line->font.family &&
            above->font.em_px == line->font.em_px && line->y > above->y) {
            int32_t pitch = (int32_t)(line->y - above->y);
            int32_t least = (line->font.em_px * pitch_least(node, line) - 50) / 100;
            matrix->seen[MATRIX_PITCH]++;
            if (pitch < least) {
                matrix_complain(matrix, app, MATRIX_PITCH, "%s has lines %d px apart, least %d",
                                node->id, pitch, least);
            }
        }
        above = line;
    }
}

/* As a reader counts them: the marks on Arabic letters are none. */
static uint32_t characters(const char *text, uint32_t bytes)
{
    uint32_t count = 0;
    for (size_t at = 0; at < bytes;) {
        uint32_t code = utf8_next(text, bytes, &at);
        count += code < 0x064B || code > 0x065F;
    }
    return count;
}

/* Of an attendee's screen: no line is long, and no letter small, a picture's and a note's too. */
static void check_lines(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    if (frame->node_count == 0 || matrix_is_facilitators(app, &frame->node[0])) {
        return;
    }
    int32_t pixel_um = (int32_t)(1000000 / app->frame.px_per_m);
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        if (draw->kind != DRAW_TEXT) {
            continue;
        }
        const char *text = frame->text + draw->first;
        uint32_t count = characters(text, draw->count);
        matrix->seen[MATRIX_MEASURE]++;
        if (count > LINE_CHARACTERS_MAX) {
            matrix_complain(matrix, app, MATRIX_MEASURE, "%u characters in one line: %.*s", count,
                            (int)draw->count, text);
        }
        if (cap_um_of(app, draw->font) < LETTER_UM - pixel_um) {
            matrix_complain(matrix, app, MATRIX_CAPITALS, "capitals of %d um: %.*s",
                            cap_um_of(app, draw->font), (int)draw->count, text);
        }
    }
}

void matrix_check_letters(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        check_capitals(matrix, app, &frame->node[i]);
        check_pitch(matrix, app, &frame->node[i]);
    }
    check_lines(matrix, app);
}
