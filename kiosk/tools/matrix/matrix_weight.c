/* SPDX-License-Identifier: MIT */
/* Two choices of which neither is better weigh the same: as large, in as many lines, with as much
 * said of each, and the same way. */
#include "tools/matrix/matrix.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH_PERCENT = 12, WORDS_APART = 2 };

static const struct pair {
    const char *id[2];
    const char *note[2]; /* where they stand apart; on other panels they stand on the choices */
} PAIRS[] = {{{"finish.add", "finish.erase"}, {"finish.add.note", "finish.erase.note"}}};
enum { PAIR_COUNT = sizeof(PAIRS) / sizeof(PAIRS[0]) };

/* The letters that are added to English for tests are no words. */
static bool is_made_up(const struct app *app)
{
    return app->config.languages[app->comfort.language].language->on_request;
}

static uint32_t lines_on(const struct frame *frame, const struct node *node)
{
    uint32_t lines = 0;
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        const struct draw *draw = &frame->draw[i];
        lines += draw->kind == DRAW_TEXT && draw->x >= (float)node->rect.x &&
                 draw->x < (float)(node->rect.x + node->rect.w) && draw->y > (float)node->rect.y &&
                 draw->y < (float)(node->rect.y + node->rect.h);
    }
    return lines;
}

static int count_of(const char *text, const char *marks)
{
    int count = 0;
    for (size_t i = 0; text[i] != '\0'; i++) {
        count += strchr(marks, text[i]) != NULL;
    }
    return count;
}

static bool say_alike(const struct node *a, const struct node *b)
{
    return count_of(a->spoken, ".") == count_of(b->spoken, ".") &&
           abs(count_of(a->spoken, " ") - count_of(b->spoken, " ")) <= WORDS_APART;
}

static void check_notes(struct matrix *matrix, const struct app *app, const struct pair *pair)
{
    const struct node *a = frame_find(&app->frame, pair->note[0]);
    const struct node *b = frame_find(&app->frame, pair->note[1]);
    if (a == NULL && b == NULL) {
        return;
    }
    matrix->seen[MATRIX_WEIGHT]++;
    if (a == NULL || b == NULL) { /* on later pages each may have one of its own */
        if (app->page == 0) {
            matrix_complain(matrix, app, MATRIX_WEIGHT, "%s stands without the other",
                            a != NULL ? a->id : b->id);
        }
        return;
    }
    bool same = a->lines == b->lines && say_alike(a, b);
    if (a->font.em_px != b->font.em_px || (!same && !is_made_up(app))) {
        matrix_complain(matrix, app, MATRIX_WEIGHT, "%s, %u lines / %s, %u lines", a->text,
                        a->lines, b->text, b->lines);
    }
}

/* Next stands in the last row of a question, whatever its words: no choice in words stands there.
 */
static void check_row(struct matrix *matrix, const struct app *app, const struct node *choice)
{
    const struct node *back = frame_find(&app->frame, "finish.back");
    if (back == NULL || lines_on(&app->frame, choice) == 0) {
        return;
    }
    matrix->seen[MATRIX_HABIT]++;
    if (choice->rect.y + choice->rect.h > back->rect.y) {
        matrix_complain(matrix, app, MATRIX_HABIT, "%s stands in the last row", choice->id);
    }
}

void matrix_check_weight(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    for (int i = 0; i < PAIR_COUNT; i++) {
        const struct node *a = frame_find(frame, PAIRS[i].id[0]);
        const struct node *b = frame_find(frame, PAIRS[i].id[1]);
        if (a == NULL || b == NULL) {
            continue;
        }
        matrix->seen[MATRIX_WEIGHT]++;
        const uint32_t lines = lines_on(frame, a), lines_b = lines_on(frame, b);
        bool looks = a->font.em_px == b->font.em_px && a->fg == b->fg && a->bg == b->bg &&
                     a->outline == b->outline && a->rect.h == b->rect.h;
        if (!looks || abs(a->rect.w - b->rect.w) > a->rect.w * WIDTH_PERCENT / 100) {
            matrix_complain(matrix, app, MATRIX_WEIGHT, "%s does not look like %s", a->id, b->id);
        } else if (!is_made_up(app) && (lines != lines_b || !say_alike(a, b))) {
            matrix_complain(matrix, app, MATRIX_WEIGHT, "%s, %u lines / %s, %u lines", a->spoken,
                            lines, b->spoken, lines_b);
        }
        check_notes(matrix, app, &PAIRS[i]);
        check_row(matrix, app, a);
        check_row(matrix, app, b);
    }
}
