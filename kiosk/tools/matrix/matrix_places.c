/* SPDX-License-Identifier: MIT */
/* What ends, erases, discards or leaves never stands where the control stood that led to its
 * screen: who presses twice, or presses by habit, does nothing that cannot be taken back. */
#include "tools/matrix/matrix.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* From a view by its primary control to a view, at once or by one that asks nothing. */
static const struct step {
    const char *from, *control, *to;
} STEPS[] = {
    {"pin usual", "pin.unlock", "meeting usual"},
    {"pin usual", "pin.unlock", "meeting closed"},
    {"pin usual", "pin.unlock", "meeting reflection"},
    {"pin usual", "pin.unlock", "meeting paused"},
    {"pin usual", "pin.unlock", "meeting battery"},
    {"pin usual", "pin.unlock", "meeting battery-closed"},
    {"pin usual", "pin.unlock", "meeting saved"},
    {"pin usual", "pin.unlock", "meeting discarded"},
    {"pin usual", "pin.unlock", "meeting unsaved"},
    {"pin usual", "pin.unlock", "error usual"},
    {"meeting closed", "meeting.open", "meeting room"},
    {"meeting closed", "meeting.open", "meeting usual"},
    {"meeting usual", "meeting.hand", "welcome usual"},
    {"meeting last", "meeting.seen", "meeting closed"},
    {"question usual", "common.next", "finish usual"},
    {"promise usual", "promise.ready", "question first"},
    {"setup-privacy settings", "common.next", "setup-privacy ask"},
    {"pause usual", "common.continue", "question usual"},
};
static const char *const DEEDS[] = {
    "meeting.close", "meeting.discard", "meeting.leave",  "meeting.leave.yes",
    "meeting.off",   "meeting.yes",     "meeting.anyway", "meeting.many",
    "eraseall.yes",  "restore.yes",     "setup.change",   "finish.add",
    "finish.erase",  "pause.erase",     "erase.yes",      "takeover.yes",
};
enum {
    STEP_COUNT = sizeof(STEPS) / sizeof(STEPS[0]),
    DEED_COUNT = sizeof(DEEDS) / sizeof(DEEDS[0]),
    KEPT_MAX = 512,
};

struct start {
    int32_t title, steps;
    uint32_t px_per_m; /* 0: not known yet */
};

static struct {
    struct start start[2]; /* of called pages, of those of the first run */
    uint32_t count;
    struct {
        const char *view, *id;
        uint32_t page;
        struct box hit;
    } at[KEPT_MAX];
} kept;

static const char *deed_of(const char *id)
{
    for (int i = 0; i < DEED_COUNT; i++) {
        if (strcmp(id, DEEDS[i]) == 0) {
            return DEEDS[i];
        }
    }
    return NULL;
}

static const char *control_of(const char *view, const char *id)
{
    for (int i = 0; i < STEP_COUNT; i++) {
        if (strcmp(view, STEPS[i].from) == 0 && strcmp(id, STEPS[i].control) == 0) {
            return STEPS[i].control;
        }
    }
    return deed_of(id);
}

static bool is_in_a_step(const char *view)
{
    for (int i = 0; i < STEP_COUNT; i++) {
        if (strcmp(view, STEPS[i].from) == 0 || strcmp(view, STEPS[i].to) == 0) {
            return true;
        }
    }
    return false;
}

void matrix_keep_places(struct matrix *matrix, const struct app *app)
{
    if (!is_in_a_step(matrix->view)) {
        return;
    }
    for (uint32_t i = 0; i < app->frame.node_count; i++) {
        const struct node *node = &app->frame.node[i];
        const char *id = control_of(matrix->view, node->id);
        if (id != NULL) {
            assert(kept.count < KEPT_MAX);
            kept.at[kept.count].view = matrix->view;
            kept.at[kept.count].id = id;
            kept.at[kept.count].page = app->page;
            kept.at[kept.count++].hit = node->hit;
        }
    }
}

static bool boxes_meet(struct box a, struct box b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* The control as it stands on any page of the one, the deeds of the first page of the other: there
 * one arrives. */
static void check_step(struct matrix *matrix, const struct app *app, const struct step *step)
{
    for (uint32_t i = 0; i < kept.count; i++) {
        if (strcmp(kept.at[i].view, step->from) != 0 || strcmp(kept.at[i].id, step->control) != 0) {
            continue;
        }
        for (uint32_t j = 0; j < kept.count; j++) {
            if (strcmp(kept.at[j].view, step->to) != 0 || deed_of(kept.at[j].id) == NULL ||
                kept.at[j].page > 0) {
                continue;
            }
            matrix->seen[MATRIX_HABIT]++;
            if (boxes_meet(kept.at[i].hit, kept.at[j].hit)) {
                matrix->view = step->to;
                matrix_complain(matrix, app, MATRIX_HABIT, "%s stands where %s stood on %s",
                                kept.at[j].id, step->control, step->from);
            }
        }
    }
}

/* Where the stones and the title of a page start, however full it is; on higher panels
 * matrix_top.c looks at the same rule. There are those of the first run, and those that are called
 * and have no stones. In letters that follow the reader the page of the PIN has others. */
void matrix_check_lines(struct matrix *matrix, const struct app *app)
{
    enum { LARGE_MM = 150, HIGH_MM = 240 };
    const struct frame *frame = &app->frame;
    const struct node *steps = frame_find(frame, "setup.steps");
    const struct node *title =
        frame_find(frame, app->screen == SCREEN_SETUP_PIN ? "pin.title" : "setup.title");
    bool is_page = strncmp(matrix->view, "setup-", 6) == 0 && app->screen != SCREEN_SETUP_LIST &&
                   frame_find(frame, "setup.keep") == NULL && title != NULL;
    int64_t high_mm = (int64_t)frame->height * 1000 / frame->px_per_m;
    bool is_large = frame->width > frame->height && high_mm >= LARGE_MM && high_mm < HIGH_MM;
    if (!is_page || !is_large || app->comfort.size > SIZE_M || app->page_count > 1) {
        return;
    }
    struct start *start = &kept.start[steps != NULL];
    struct start here = {title->rect.y, steps != NULL ? steps->rect.y : 0, frame->px_per_m};
    *start = start->px_per_m != 0 ? *start : here;
    if (here.px_per_m != start->px_per_m) {
        return; /* a view whose screen was matched to a card */
    }
    matrix->seen[MATRIX_TOP]++;
    if (here.title != start->title || here.steps != start->steps) {
        matrix_complain(matrix, app, MATRIX_TOP, "starts at %d, %d and not at %d, %d", here.steps,
                        here.title, start->steps, start->title);
    }
}

void matrix_check_places(struct matrix *matrix, const struct app *app)
{
    for (int i = 0; i < STEP_COUNT; i++) {
        check_step(matrix, app, &STEPS[i]);
    }
    kept.count = 0;
    memset(kept.start, 0, sizeof(kept.start));
}
