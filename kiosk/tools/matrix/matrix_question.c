/* SPDX-License-Identifier: MIT */
/* What holds on questions alone. */
#include "tools/matrix/matrix.h"

#include "screens/visit/question.h"
#include "screens/visit/visit.h"

#include <stdlib.h>
#include <string.h>

enum { CONTROLS_MAX = 10, PLACE_PX = 2, TOGETHER_PERCENT = 12 };

static void check_controls(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    uint32_t count = 0;
    matrix->seen[MATRIX_QUESTION]++;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        count += (frame->node[i].flags & NODE_FOCUSABLE) != 0;
        if (app->config.secret->session.mark == 0 && (frame->node[i].flags & NODE_CHOSEN) != 0) {
            matrix_complain(matrix, app, MATRIX_QUESTION, "%s is preselected", frame->node[i].id);
        }
    }
    if (count > CONTROLS_MAX) {
        matrix_complain(matrix, app, MATRIX_QUESTION, "%u controls", count);
    }
    if (frame_find(frame, "common.back") == NULL) {
        matrix_complain(matrix, app, MATRIX_QUESTION, "no Back");
    }
    const struct node *progress = frame_find(frame, "question.progress");
    if (progress != NULL && strchr(progress->text, '%') != NULL) {
        matrix_complain(matrix, app, MATRIX_QUESTION, "percent");
    }
}

static void check_passing(struct matrix *matrix, const struct app *app)
{
    static const char *const PASSES[] = {"question.unfit", "question.unsaid"};
    const struct frame *frame = &app->frame;
    const struct node *answer = frame_find(frame, "question.answer.4");
    const struct node *next = frame_find(frame, "common.next");
    const struct node *more = frame_find(frame, "common.more");
    bool reads_on = next == NULL && more != NULL && answer == NULL && app->page_count > 1;
    if (!reads_on && (next == NULL || (next->flags & NODE_DISABLED) != 0)) {
        matrix_complain(matrix, app, MATRIX_PASSING, "Next waits for an answer");
    }
    for (size_t i = 0; i < sizeof(PASSES) / sizeof(PASSES[0]); i++) {
        const struct node *pass = frame_find(frame, PASSES[i]);
        if (pass == NULL || answer == NULL) {
            continue; /* the step that only shows the question, or a page of its own */
        }
        matrix->seen[MATRIX_PASSING]++;
        bool same = pass->font.em_px == answer->font.em_px &&
                    pass->font.family == answer->font.family && pass->fg == answer->fg &&
                    pass->bg == answer->bg && pass->outline == answer->outline;
        int32_t half = answer->rect.w * answer->rect.h * 48 / 100; /* half, less the gap between */
        if (!same || pass->rect.h != answer->rect.h || pass->rect.w * pass->rect.h < half) {
            matrix_complain(matrix, app, MATRIX_PASSING, "%s is less than an answer", PASSES[i]);
        }
    }
}

/* The last of a question's words are near the first answer: nobody looks for what belongs
 * together. */
static void check_together(struct matrix *matrix, const struct app *app)
{
    static const char *const WORDS[] = {"question.statement", "question.guidance", "question.kept",
                                        "question.new"};
    const struct frame *frame = &app->frame;
    const struct node *answer = frame_find(frame, "question.answer.1");
    int32_t bottom = 0;
    for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++) {
        const struct node *node = frame_find(frame, WORDS[i]);
        int32_t end = node != NULL ? node->rect.y + node->rect.h : 0;
        bottom = end > bottom ? end : bottom;
    }
    if (answer == NULL || bottom == 0) {
        return; /* a step for each */
    }
    matrix->seen[MATRIX_TOGETHER]++;
    if (answer->rect.y - bottom > frame->height * TOGETHER_PERCENT / 100) {
        matrix_complain(matrix, app, MATRIX_TOGETHER, "its answers stand %d px below its words",
                        answer->rect.y - bottom);
    }
}

/* "Since we last met" means nothing to whoever was not there. On pages it is the last to read. */
static void check_new(struct matrix *matrix, const struct app *app)
{
    const bool asked = app->settings.choice.look_back == LOOK_BACK_MET &&
                       visit_of(app)->question == 0 && !visit_of(app)->again;
    if (!asked || question_answers_step(app) || app->page + 1 < app->page_count) {
        return;
    }
    const struct node *node = frame_find(&app->frame, "question.new");
    matrix->seen[MATRIX_NEW]++;
    if (node == NULL || node->rect.h == 0) {
        matrix_complain(matrix, app, MATRIX_NEW, "it is %s",
                        node == NULL ? "not there" : "not seen");
    }
}

static void check_place(struct matrix *matrix, const struct app *app, const char *id)
{
    const struct node *node = frame_find(&app->frame, id);
    if (node == NULL) {
        return;
    }
    for (uint32_t i = 0; i < matrix->place_count; i++) {
        const struct matrix_box *place = &matrix->place[i];
        if (strcmp(place->id, id) != 0) {
            continue;
        }
        matrix->seen[MATRIX_PLACES]++;
        if (abs(place->rect.x - node->rect.x) > PLACE_PX ||
            abs(place->rect.y - node->rect.y) > PLACE_PX ||
            abs(place->rect.w - node->rect.w) > PLACE_PX) {
            matrix_complain(matrix, app, MATRIX_PLACES, "%s is elsewhere on question %u", id,
                            visit_of(app)->question + 1);
        }
        return;
    }
    struct matrix_box *place = &matrix->place[matrix->place_count++];
    memcpy(place->id, node->id, sizeof(place->id));
    place->rect = node->rect;
}

void matrix_check_question(struct matrix *matrix, const struct app *app)
{
    check_controls(matrix, app);
    check_passing(matrix, app);
    check_together(matrix, app);
    check_new(matrix, app);
    check_place(matrix, app, "common.back");
    check_place(matrix, app, "common.listen");
    check_place(matrix, app, "common.pause");
    check_place(matrix, app, "common.next");
    bool upright = app->frame.height > app->frame.width;
    if (upright) {
        check_place(matrix, app, "question.answer.1");
    }
    if (upright || asking_is_beside((enum asking_layout)question_of(app)->layout)) {
        check_place(matrix, app, "question.period");
    }
}
