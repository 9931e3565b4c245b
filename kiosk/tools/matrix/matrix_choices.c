/* SPDX-License-Identifier: MIT */
/* Questions and what answers them. A question stands on the page of its answers; before a deed that
 * cannot be taken back the way out stands first, the deed second, and each says what happens. */
#include "screens/parts/words.h"
#include "tools/matrix/matrix.h"

#include <string.h>

static const struct pair {
    const char *out, *deed;
} PAIRS[] = {
    {"erase.no", "erase.yes"},          {"takeover.no", "takeover.yes"},
    {"meeting.keep", "meeting.yes"},    {"meeting.keep", "meeting.leave.yes"},
    {"meeting.keep", "meeting.anyway"}, {"meeting.keep", "meeting.many"},
    {"eraseall.keep", "eraseall.yes"},  {"restore.keep", "restore.yes"},
    {"setup.keep", "setup.change"},
};
enum { PAIR_COUNT = sizeof(PAIRS) / sizeof(PAIRS[0]) };

/* Answers to other questions: the first of each. */
static const char *const ANSWERS[] = {"finish.add", "idle.here", "meeting.room.few",
                                      "privacy.standard"};

static bool asks(const struct frame *frame)
{
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const char *text = frame->node[i].text;
        bool is_words = (frame->node[i].flags & NODE_FOCUSABLE) == 0;
        if (is_words && (strchr(text, '?') != NULL || strstr(text, "؟") != NULL)) {
            return true;
        }
    }
    return false;
}

/* In the order of reading: a row above, or before it in the same row. */
static bool stands_before(const struct frame *frame, const struct node *a, const struct node *b)
{
    if (a->rect.y + a->rect.h <= b->rect.y) {
        return true;
    }
    bool left = a->rect.x + a->rect.w <= b->rect.x, right = b->rect.x + b->rect.w <= a->rect.x;
    return a->rect.y < b->rect.y + b->rect.h && (frame->rtl ? right : left);
}

static bool says_nothing(const struct app *app, const struct node *node)
{
    static const enum message_id VAGUE[] = {MSG_COMMON_BACK, MSG_COMMON_CONTINUE, MSG_COMMON_DONE,
                                            MSG_COMMON_NEXT};
    for (size_t i = 0; i < sizeof(VAGUE) / sizeof(VAGUE[0]); i++) {
        if (strcmp(node->text, word(app, VAGUE[i])) == 0) {
            return true;
        }
    }
    return false;
}

/* An answer at the foot stands on every page, the question on the first of them. */
static void check_asked(struct matrix *matrix, const struct app *app, const struct node *answer)
{
    matrix->seen[MATRIX_ASKED]++;
    if ((app->page == 0 || (answer->flags & NODE_FOOT) == 0) && !asks(&app->frame)) {
        matrix_complain(matrix, app, MATRIX_ASKED, "%s: nothing is asked beside it", answer->id);
    }
}

void matrix_check_choices(struct matrix *matrix, const struct app *app)
{
    const struct frame *frame = &app->frame;
    for (int i = 0; i < PAIR_COUNT; i++) {
        const struct node *out = frame_find(frame, PAIRS[i].out);
        const struct node *deed = frame_find(frame, PAIRS[i].deed);
        /* Trying again is no question: it was answered before. */
        if (deed == NULL || strcmp(deed->text, word(app, MSG_COMMON_TRY_AGAIN)) == 0) {
            continue;
        }
        matrix->seen[MATRIX_WAY_OUT]++;
        if (out == NULL || out > deed || !stands_before(frame, out, deed)) {
            matrix_complain(matrix, app, MATRIX_WAY_OUT, "%s does not stand before %s",
                            PAIRS[i].out, deed->id);
            continue;
        }
        if (says_nothing(app, out) || says_nothing(app, deed)) {
            matrix_complain(matrix, app, MATRIX_WAY_OUT, "%s, %s: which is it?", out->text,
                            deed->text);
        }
        check_asked(matrix, app, deed);
    }
    for (size_t i = 0; i < sizeof(ANSWERS) / sizeof(ANSWERS[0]); i++) {
        const struct node *answer = frame_find(frame, ANSWERS[i]);
        if (answer != NULL) {
            check_asked(matrix, app, answer);
        }
    }
}
