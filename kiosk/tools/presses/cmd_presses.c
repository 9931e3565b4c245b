/* SPDX-License-Identifier: MIT */
/* Walks to every view and holds what each step of the app costs against bounds. What is known from
 * before is known here too, as on a machine in use: a visit begins with nothing known, since the
 * one before was forgotten. */
#include "core/fnv.h"
#include "tools/commands.h"
#include "tools/matrix/panels.h"
#include "tools/matrix/views.h"
#include "tools/stage/stage_work.h"
#include "tools/tools.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* About how many instructions each counted thing takes: steps that callgrind had counted, and a
 * line laid through them. */
enum {
    BUILD_COST = 60000,
    LINE_COST = 1000,
    TEXT_COST = 4500,
    LETTER_COST = 500,
    SHAPED_COST = 1500, /* beside what every letter costs */
};

/* The most of a step, and of the view in the middle of all views, in such instructions. A press has
 * six million from its touch to its frame, and half of the views less than two. */
enum { COST_MAX = 6000000, COST_MIDDLE_MAX = 1000000, COST_MIDDLE_LEAST = 50000 };

/* A page of a low panel, built once more with smaller headings, is built most often. */
enum { BUILDS_MAX = 9, VIEW_MAX = 256 };

/* The most of each counted thing in a step, on the panels of tests/matrix/presses.sh; a larger one
 * shows more at once. Letters have no bound but their cost. */
static const struct work MOST = {.nodes = 170, .lines = 1200, .texts = 490};

static struct {
    const char *screen, *state; /* of the view that is walked to */
    bool hashes; /* of each frame are printed: two builds that print the same draw and say the same
                  */
    bool lists;  /* each step that is the costliest so far of its view */
    uint32_t steps, views;
    struct work most;
    uint32_t cost[VIEW_MAX]; /* of the costliest step that showed the view's screen */
    uint32_t cost_most;      /* of any step, also on the way, */
    const char *screen_most; /* and what it showed */
} seen;

/* Nothing happens here. Callgrind, told to dump after this function, tells listed steps apart. */
__attribute__((noinline)) static void listed_step_ended(void)
{
    __asm__ volatile("");
}

static uint32_t cost_of(const struct work *work)
{
    return work->builds * BUILD_COST + work->lines * LINE_COST + work->texts * TEXT_COST +
           work->letters * LETTER_COST + work->shaped * SHAPED_COST;
}

static void keep_most(uint32_t count, uint32_t *most)
{
    *most = count > *most ? count : *most;
}

/* Of what is read, focused and pressed on a frame, in its order. By which number a press is known
 * inside the program is no part of it. */
static uint64_t nodes_hash(const struct frame *frame)
{
    enum { SHOWN_FLAGS = 2 * NODE_HEARD - 1 };
    uint64_t hash = FNV_START;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        const int32_t numbers[] = {node->role, node->type, node->flags & SHOWN_FLAGS,
                                   node->action != 0, node->lines};
        hash = fnv_bytes(hash, node->id, strlen(node->id));
        hash = fnv_bytes(hash, numbers, sizeof(numbers));
        hash = fnv_bytes(hash, &node->rect, sizeof(node->rect));
        hash = fnv_bytes(hash, &node->hit, sizeof(node->hit));
        hash = fnv_bytes(hash, node->text, strlen(node->text));
        hash = fnv_bytes(hash, node->spoken, strlen(node->spoken));
    }
    return hash;
}

static void look(const struct app *app, const struct work *work)
{
    const char *screen = app->config.screens->screen[app->screen].name;
    const uint32_t cost = cost_of(work);
    uint32_t *view = &seen.cost[seen.views];
    seen.steps++;
    if (seen.hashes) {
        printf("%016" PRIx64 " %016" PRIx64 " %s %s\n", frame_hash(&app->frame),
               nodes_hash(&app->frame), seen.screen, seen.state);
    }
    if (strcmp(screen, seen.screen) == 0 && cost > *view) {
        *view = cost;
        if (seen.lists) {
            listed_step_ended();
            printf("step %s %s: %u letters %u shaped %u texts %u builds %u nodes %u lines\n",
                   screen, seen.state, work->letters, work->shaped, work->texts, work->builds,
                   work->nodes, work->lines);
        }
    }
    if (cost > seen.cost_most) {
        seen.cost_most = cost;
        seen.screen_most = screen;
    }
    keep_most(work->letters, &seen.most.letters);
    keep_most(work->texts, &seen.most.texts);
    keep_most(work->builds, &seen.most.builds);
    keep_most(work->nodes, &seen.most.nodes);
    keep_most(work->lines, &seen.most.lines);
}

static int by_size(const void *a, const void *b)
{
    const uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

/* The further pages of a view that takes several. */
static void turn_pages(struct stage *stage)
{
    struct app *app = &stage->app;
    while (app->page + 1 < app->page_count) {
        app->page++;
        app_step(app, NULL, 0, stage->now_ms);
        work_end(app);
    }
}

/* Walks to every view, or to those of one screen. Returns an exit status. */
static int walk(const struct tool_options *options)
{
    const bool hashes = seen.hashes, lists = seen.lists;
    memset(&seen, 0, sizeof(seen));
    seen.hashes = hashes;
    seen.lists = lists;
    for (uint32_t i = 0; i < views_count(); i++) {
        struct tool_options view = *options;
        struct stage *stage = NULL;
        views_at(i, &seen.screen, &seen.state);
        view.screen = seen.screen;
        view.state = seen.state;
        if (options->screen != NULL && strcmp(options->screen, view.screen) != 0) {
            continue;
        }
        assert(seen.views < VIEW_MAX);
        /* On a small panel some ways are longer; how far this one went is held to the bounds. */
        int result = views_reach(&view, &stage);
        if (result != EXIT_DONE && result != EXIT_NOT_SO) {
            return result;
        }
        if (seen.hashes && result == EXIT_DONE) {
            turn_pages(stage);
        }
        seen.views++;
    }
    qsort(seen.cost, seen.views, sizeof(seen.cost[0]), by_size);
    return EXIT_DONE;
}

static bool is_within(const struct work *most)
{
    return seen.most.nodes <= most->nodes && seen.most.lines <= most->lines &&
           seen.most.texts <= most->texts;
}

/* Says what one panel costs, and whether that is within the bounds. */
static bool holds(const struct tool_options *options, const char *panel, bool everywhere)
{
    static const char *const SIZES[SIZE_COUNT + 1] = {"S", "M", "L", "XL", "in its usual size"};
    const uint32_t middle = seen.cost[seen.views / 2];
    const bool held =
        seen.cost_most <= COST_MAX && seen.most.builds <= BUILDS_MAX &&
        (everywhere || is_within(&MOST)) &&
        (options->screen != NULL || (middle >= COST_MIDDLE_LEAST && middle <= COST_MIDDLE_MAX));
    printf("%s %s %s: %u steps, about %.1f million instructions in the costliest (%s), %.1f in the "
           "middle of %u views; at most %u letters, %u texts, %u builds, %u nodes, %u lines\n",
           held ? "ok  " : "FAIL", panel, SIZES[options->stage.size], seen.steps,
           seen.cost_most / 1e6, seen.screen_most, middle / 1e6, seen.views, seen.most.letters,
           seen.most.texts, seen.most.builds, seen.most.nodes, seen.most.lines);
    return held;
}

static int walk_everywhere(const struct tool_options *options)
{
    struct tool_options here = *options;
    uint32_t failed = 0;
    for (uint32_t i = 0; i < PANEL_COUNT * SIZE_COUNT; i++) {
        const struct panel *panel = &PANELS[i / SIZE_COUNT];
        here.stage.width = panel->width;
        here.stage.height = panel->height;
        here.stage.px_per_m = panel->px_per_m;
        here.stage.size = (enum text_size)(i % SIZE_COUNT);
        int result = walk(&here);
        if (result != EXIT_DONE) {
            return result;
        }
        failed += !holds(&here, panel->name, true);
    }
    printf("%u passed, %u failed\n", PANEL_COUNT * SIZE_COUNT - failed, failed);
    return failed == 0 ? EXIT_DONE : EXIT_NOT_SO;
}

int cmd_presses(const struct tool_options *options)
{
    const bool is_all = options->files_count == 1 && strcmp(options->files[0], "all") == 0;
    if (options->files_count > 0 && !is_all) {
        fprintf(stderr, "kiosk-test: not understood: %s\n", options->files[0]);
        return EXIT_USAGE;
    }
    work_watch(look);
    seen.hashes = options->hashes;
    seen.lists = !is_all;
    if (is_all) {
        return walk_everywhere(options);
    }
    int result = walk(options);
    if (result != EXIT_DONE) {
        return result;
    }
    const bool held = holds(options, "this panel", false);
    printf("%d passed, %d failed\n", held, !held);
    return held ? EXIT_DONE : EXIT_NOT_SO;
}
