/* SPDX-License-Identifier: MIT */
/* The matrix: every view in every language, text size and panel. A view is walked to once and kept;
 * then its app is told of each panel, and its comfort is set, as a person at it would do, and every
 * page and every question is looked at. All views in one language and size come one after the
 * other, because they share their letters: opening fonts and shaping words was half of the work. */
#include "screens/visit/question.h"
#include "screens/visit/visit.h"
#include "tools/commands.h"
#include "tools/matrix/matrix.h"
#include "tools/matrix/panels.h"
#include "tools/matrix/views.h"
#include "tools/tools.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { PAGE_MAX = 40, VIEW_MAX = 256 };

static const char *const RULES[MATRIX_RULE_COUNT] = {
    [MATRIX_TARGETS] = "ACCESS 1, 3: targets of 12.7 mm, facilitator 11.6 mm",
    [MATRIX_GAPS] = "ACCESS 2: targets are 2.54 mm apart",
    [MATRIX_CAPITALS] = "ACCESS 4: capital heights by size and role",
    [MATRIX_ANGLE] = "ACCESS 5: capitals of L and XL fill 0.7 degrees at 500 mm",
    [MATRIX_MEASURE] = "ACCESS 6: lines of at most 70 characters",
    [MATRIX_PITCH] = "ACCESS 6: lines of a paragraph 1.5 em apart, others 1.4",
    [MATRIX_FIT] = "ACCESS 12: nothing clipped, overlapping or off screen",
    [MATRIX_WORDS] = "ACCESS 38: everything has words to be said",
    [MATRIX_DIRECTION] = "ACCESS 51: mirrored with the language",
    [MATRIX_GLYPHS] = "ACCESS 51: no missing glyph",
    [MATRIX_QUESTION] = "ACCESS 35: ten controls, Back, nothing preselected",
    [MATRIX_PASSING] = "ACCESS 36: passing looks as answering does",
    [MATRIX_PLACES] = "ACCESS 37: Back, Listen, Pause and Next keep their places",
    [MATRIX_HABIT] = "what ends, erases or leaves never stands where a habit clicks",
    [MATRIX_WEIGHT] = "choices of which neither is better weigh the same",
    [MATRIX_TOGETHER] = "a question stands with its answers",
    [MATRIX_NEW] = "whoever is new reads what to think of, on the first question",
    [MATRIX_STILL] = "what comes and goes moves nothing and covers no control",
    [MATRIX_TOP] = "on a large panel pages begin on one line, stones and titles of set-up too",
    [MATRIX_FIRST] = "the first page holds what the screen is there for",
    [MATRIX_HEADINGS] = "a heading stands on the page of what it is over",
    [MATRIX_WAY_OUT] = "the way out of a question stands before the deed",
    [MATRIX_ASKED] = "a question stands on the page of its answers",
    [MATRIX_RINGS] = "words in a ring stay inside it",
};

/* The same page while it says that something did not work. */
static void look_at_notice(struct matrix *matrix, struct app *app, uint64_t now_ms)
{
    static struct node before[NODE_MAX];
    const uint32_t count = app->frame.node_count;
    memcpy(before, app->frame.node, count * sizeof(before[0]));
    app->was_refused = true;
    app_step(app, NULL, 0, now_ms);
    matrix_check_still(matrix, app, before, count);
    app->was_refused = false;
}

static void look(struct matrix *matrix, struct app *app, uint64_t now_ms)
{
    uint32_t page = 0;
    do {
        app->page = page++;
        app_step(app, NULL, 0, now_ms);
        matrix_check(matrix, app);
        matrix_keep_places(matrix, app);
        matrix_keep_top(matrix, app);
        matrix_check_lines(matrix, app);
        look_at_notice(matrix, app, now_ms);
    } while (page < app->page_count && page < PAGE_MAX);
    app->page = 0;
}

/* Each question, and with two steps each of the two. */
static void look_at_questions(struct matrix *matrix, struct app *app, uint64_t now_ms)
{
    const uint32_t question = visit_of(app)->question;
    uint32_t count = app->config.pack->question_count;
    for (int step = 0; step < 2; step++) {
        matrix->place_count = 0;
        question_state(app)->step = step == 1;
        for (uint32_t i = 0; i < count; i++) {
            visit_measure(app, i);
            look(matrix, app, now_ms);
        }
        visit_measure(app, 0);
        if (question_of(app)->layout != ASKING_TWO_STEPS) {
            break;
        }
    }
    visit_measure(app, question);
    question_state(app)->step = false;
}

/* An app that was walked to a view, and all that it points to. */
struct kept_view {
    char name[64];
    uint64_t now_ms;
    struct comfort comfort;
    struct app_secret secret;
    struct health_screen screen;
    struct app app;
};

static struct {
    uint32_t count;
    struct kept_view view[VIEW_MAX];
} kept;

static void keep(const char *screen, const char *state, const struct stage *stage)
{
    assert(kept.count < VIEW_MAX);
    struct kept_view *view = &kept.view[kept.count++];
    (void)snprintf(view->name, sizeof(view->name), "%s %s", screen, state);
    view->now_ms = stage->now_ms;
    view->comfort = stage->app.comfort;
    view->secret = stage->app_secret;
    view->screen = stage->screen;
    view->app = stage->app;
    view->app.config.secret = &view->secret;
    view->app.config.screen = &view->screen;
    app_step(&view->app, NULL, 0, view->now_ms); /* a frame of its own */
}

static void look_at_all(struct matrix *matrix, uint8_t language, uint8_t size)
{
    for (uint32_t i = 0; i < kept.count; i++) {
        struct kept_view *view = &kept.view[i];
        matrix->view = view->name;
        view->app.comfort.language = language;
        view->app.comfort.size = size;
        if (view->app.screen == SCREEN_QUESTION) {
            look_at_questions(matrix, &view->app, view->now_ms);
        } else {
            look(matrix, &view->app, view->now_ms);
        }
    }
    matrix_check_places(matrix, &kept.view[0].app);
    matrix_check_tops(matrix, &kept.view[0].app);
}

/* The pseudo-language is longer than any that runs its way, and is seen on every panel. */
static bool is_stood_for(const struct language *language)
{
    return !language->rtl && !language->on_request;
}

static void look_everywhere(struct matrix *matrix, bool is_short)
{
    for (int p = 0; p < PANEL_COUNT; p++) {
        const struct input surface = {.kind = INPUT_SURFACE,
                                      .x = PANELS[p].width,
                                      .y = PANELS[p].height,
                                      .px_per_m = PANELS[p].px_per_m};
        matrix->panel = PANELS[p].name;
        for (uint32_t i = 0; i < kept.count; i++) {
            kept.view[i].app.comfort = kept.view[i].comfort;
            app_step(&kept.view[i].app, &surface, 1, kept.view[i].now_ms);
        }
        for (uint32_t i = 0; i < stage_languages()->count * SIZE_COUNT; i++) {
            if (is_short && !PANELS[p].in_short &&
                is_stood_for(stage_languages()->offer[i / SIZE_COUNT].language)) {
                continue;
            }
            look_at_all(matrix, (uint8_t)(i / SIZE_COUNT), (uint8_t)(i % SIZE_COUNT));
        }
    }
}

static bool report(const struct matrix *matrix)
{
    uint32_t failed = 0;
    for (int rule = 0; rule < MATRIX_RULE_COUNT; rule++) {
        bool held = matrix->broken[rule] == 0 && matrix->seen[rule] > 0;
        failed += !held;
        printf("%s %s: %u looked at, %u broken\n", held ? "ok  " : "FAIL", RULES[rule],
               matrix->seen[rule], matrix->broken[rule]);
    }
    printf("%u frames\n%u passed, %u failed\n", matrix->frames, MATRIX_RULE_COUNT - failed, failed);
    return failed == 0;
}

int cmd_matrix(const struct tool_options *options)
{
    static struct matrix matrix;
    const bool is_short = options->files_count == 1 && strcmp(options->files[0], "short") == 0;
    if (options->files_count > 0 && !is_short) {
        fprintf(stderr, "kiosk-test: not understood: %s\n", options->files[0]);
        return EXIT_USAGE;
    }
    matrix = (struct matrix){.complaints_max = options->screen != NULL ? UINT32_MAX : 12};
    for (uint32_t i = 0; i < views_count(); i++) {
        struct tool_options view = *options;
        struct stage *stage = NULL;
        views_at(i, &view.screen, &view.state);
        if ((options->screen != NULL && strcmp(options->screen, view.screen) != 0) ||
            (options->state != NULL && strcmp(options->state, view.state) != 0)) {
            continue;
        }
        int result = views_reach(&view, &stage);
        if (result != EXIT_DONE) {
            return result;
        }
        keep(view.screen, view.state, stage);
    }
    look_everywhere(&matrix, is_short);
    if (matrix.frames == 0) {
        fprintf(stderr, "kiosk-test: the screen has no such state: %s\n", options->state);
        return EXIT_USAGE;
    }
    return report(&matrix) ? EXIT_DONE : EXIT_NOT_SO;
}
