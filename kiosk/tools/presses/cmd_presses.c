/* SPDX-License-Identifier: MIT */
/* Walks to every view and holds what each step of the app costs against bounds. What is known from
 * before is known here too, as on a machine in use: a visit begins with nothing known, since the
 * one before was forgotten. */
#include "tools/commands.h"
#include "tools/matrix/views.h"
#include "tools/stage/stage_work.h"
#include "tools/tools.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* The most that a step may do. A letter that is measured takes about 500 instructions, one that has
 * to be shaped 2500, a line that is placed 1500. Pages of many words in the largest letters come
 * near it; a page of a low panel, built once more with smaller headings, has the most texts, the
 * report the most letters, and comfort the most lines. */
static const struct work MOST = {
    .builds = 9, .nodes = 170, .lines = 1200, .texts = 490, .letters = 3800};

enum { COSTLY_LETTERS = 400, COSTLY_LINES = 400 }; /* in a step that is listed */

static struct {
    const char *screen, *state; /* of the view that is walked to */
    uint32_t steps, broken;
    bool hashes; /* of each frame are printed: two builds that print the same draw and say the same
                  */
    struct work most;
} seen;

/* Nothing happens here. Callgrind, told to dump after this function, tells costly steps apart. */
__attribute__((noinline)) static void costly_step_ended(void)
{
    __asm__ volatile("");
}

static void hold(const char *what, uint32_t count, uint32_t bound, uint32_t *most)
{
    *most = count > *most ? count : *most;
    if (count > bound) {
        seen.broken++;
        printf("  more than %u %s: %u\n", bound, what, count);
    }
}

/* FNV-1a, 64 bits. */
static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

/* Of what is read, focused and pressed on a frame, in its order. */
static uint64_t nodes_hash(const struct frame *frame)
{
    enum { SHOWN_FLAGS = 2 * NODE_HEARD - 1 };
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        const int32_t numbers[] = {node->role,   node->type, node->flags & SHOWN_FLAGS,
                                   node->action, node->arg,  node->lines};
        hash = mix(hash, node->id, strlen(node->id));
        hash = mix(hash, numbers, sizeof(numbers));
        hash = mix(hash, &node->rect, sizeof(node->rect));
        hash = mix(hash, &node->hit, sizeof(node->hit));
        hash = mix(hash, node->text, strlen(node->text));
        hash = mix(hash, node->spoken, strlen(node->spoken));
    }
    return hash;
}

static void look(const struct app *app, const struct work *work)
{
    seen.steps++;
    if (seen.hashes) {
        printf("%016" PRIx64 " %016" PRIx64 " %s %s\n", frame_hash(&app->frame),
               nodes_hash(&app->frame), seen.screen, seen.state);
    }
    if (work->letters > COSTLY_LETTERS || work->lines > COSTLY_LINES) {
        costly_step_ended();
        printf("step %s %u letters %u texts %u builds %u nodes %u lines, on the way to %s %s\n",
               app->config.screens->screen[app->screen].name, work->letters, work->texts,
               work->builds, work->nodes, work->lines, seen.screen, seen.state);
    }
    hold("letters", work->letters, MOST.letters, &seen.most.letters);
    hold("texts", work->texts, MOST.texts, &seen.most.texts);
    hold("builds", work->builds, MOST.builds, &seen.most.builds);
    hold("nodes", work->nodes, MOST.nodes, &seen.most.nodes);
    hold("lines", work->lines, MOST.lines, &seen.most.lines);
}

int cmd_presses(const struct tool_options *options)
{
    work_watch(look);
    seen.hashes = options->hashes;
    for (uint32_t i = 0; i < views_count(); i++) {
        struct tool_options view = *options;
        struct stage *stage = NULL;
        views_at(i, &seen.screen, &seen.state);
        view.screen = seen.screen;
        view.state = seen.state;
        if (options->screen != NULL && strcmp(options->screen, view.screen) != 0) {
            continue;
        }
        /* On a small panel some ways are longer; how far this one went is held to the bounds. */
        int result = views_reach(&view, &stage);
        if (result != EXIT_DONE && result != EXIT_NOT_SO) {
            return result;
        }
    }
    printf("%u steps; the most in one: %u letters, %u texts, %u builds, %u nodes, %u lines\n",
           seen.steps, seen.most.letters, seen.most.texts, seen.most.builds, seen.most.nodes,
           seen.most.lines);
    bool held = seen.broken == 0 && seen.most.letters > COSTLY_LETTERS;
    printf("%d passed, %d failed\n", held, !held);
    return held ? EXIT_DONE : EXIT_NOT_SO;
}
