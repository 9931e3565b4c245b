/* SPDX-License-Identifier: MIT */
/* Every view is read from its beginning to its end, and all that stands on it has to be said, in
 * the order in which it stands there (ACCESS 38). Signs, ranges and units are said in words. */
#include "screens/access/speech.h"
#include "tools/commands.h"
#include "tools/matrix/views.h"
#include "tools/tools.h"

#include <stdio.h>
#include <string.h>

enum { READING_MS_MAX = 30 * 60 * 1000 };

/* A sentence of a node, as it has to be said. */
static void cut(const struct app *app, const char *text, size_t from, size_t end,
                char out[SPOKEN_BYTES])
{
    while (end > from && (text[end - 1] == ' ' || text[end - 1] == '\n')) {
        end--;
    }
    size_t length = spoken_numbers(app_catalog(app), text + from, end - from, out, SPOKEN_BYTES);
    for (size_t i = 0; i < length; i++) {
        out[i] = out[i] == '\n' ? ' ' : out[i];
    }
}

static bool is_digit(const char *at)
{
    return (*at >= '0' && *at <= '9') || (at[0] == '\xD9' && (uint8_t)at[1] >= 0xA0);
}

/* A sign, a range or a unit that only the eye would see. */
static bool has_silent_sign(const char *said)
{
    static const char *const UNITS[] = {" kB", " MB", " GB"};
    static const char *const SIGNS[] = {"-", "\u2212", "\u2013"};
    for (size_t i = 0; i < sizeof(UNITS) / sizeof(UNITS[0]); i++) {
        if (strstr(said, UNITS[i]) != NULL) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++) {
        for (const char *at = strstr(said, SIGNS[i]); at != NULL; at = strstr(at + 1, SIGNS[i])) {
            bool behind_number = at > said && is_digit(at - 1);
            bool is_hyphen = SIGNS[i][0] == '-' && at > said && at[-1] != ' ';
            if (is_digit(at + strlen(SIGNS[i])) && !is_hyphen && (!behind_number || i == 2)) {
                return true;
            }
        }
    }
    return false;
}

/* Looks for it behind what was found before; the place after it, or 0. */
static uint32_t find_said(const struct stage_voice *voice, uint32_t from, const char *sentence)
{
    for (uint32_t i = from; i < voice->said_count; i++) {
        if (strcmp(voice->said[i].text, sentence) == 0) {
            return i + 1;
        }
    }
    return 0;
}

/* Words that change while they are read are said as they then are: the breath, a clock. */
static bool moves(const struct app *app, const struct node *node)
{
    return app->screen == SCREEN_BREATHE && strcmp(node->id, "breathe.word") == 0;
}

/* Everything on the screen was said, in its order. */
static bool was_read(const struct stage *stage, const struct tool_options *view)
{
    const struct app *app = &stage->app;
    const struct spoken spoken = speech_spoken(app);
    uint32_t at = 0;
    for (uint32_t i = 0; i < app->frame.node_count; i++) {
        const struct node *node = &app->frame.node[i];
        char text[SPOKEN_BYTES], sentence[SPOKEN_BYTES];
        bool silent = (node->flags & NODE_PICTURE) != 0 || moves(app, node);
        size_t length = silent ? 0 : spoken_node(&spoken, node, text);
        for (size_t from = 0, end; from < length; from = end) {
            end = spoken_sentence(app_language(app), text, from);
            cut(app, text, from, end, sentence);
            if (has_silent_sign(sentence)) {
                printf("FAIL %s %s: %s has a sign without a word: %s\n", view->screen, view->state,
                       node->id, sentence);
                return false;
            }
            at = find_said(&stage->voice, at, sentence);
            if (at == 0) {
                printf("FAIL %s %s: %s is not said in its turn: %s\n", view->screen, view->state,
                       node->id, sentence);
                return false;
            }
        }
    }
    return true;
}

static bool read_view(struct stage *stage, const struct tool_options *view)
{
    struct app *app = &stage->app;
    const enum screen_id before = app->screen;
    stage_voice_forget(stage);
    speech_again(app);
    /* Nobody presses anything: the surface says that it is as large as it was. */
    const struct input nothing = {.kind = INPUT_SURFACE,
                                  .x = app->config.width,
                                  .y = app->config.height,
                                  .px_per_m = app->config.px_per_m};
    stage_input(stage, &nothing);
    for (uint32_t ms = 0; stage->voice.saying != 0 && ms < READING_MS_MAX; ms += 1000) {
        stage_wait(stage, 1000);
    }
    if (app->screen != before) {
        printf("FAIL %s %s went away while it was read\n", view->screen, view->state);
        return false;
    }
    return was_read(stage, view);
}

/* What counts, waits or goes away by itself, whoever listens: read in stories. */
static bool has_its_own_time(const char *screen, const char *state)
{
    static const struct {
        const char *screen, *state;
    } OWN[] = {{"idle", NULL}, {"clear", NULL}, {"pin", "wait"}, {"restore", "saving"}};
    for (size_t i = 0; i < sizeof(OWN) / sizeof(OWN[0]); i++) {
        if (strcmp(OWN[i].screen, screen) == 0 &&
            (OWN[i].state == NULL || strcmp(OWN[i].state, state) == 0)) {
            return true;
        }
    }
    return false;
}

int cmd_read(const struct tool_options *options)
{
    uint32_t passed = 0, failed = 0;
    for (uint32_t i = 0; i < views_count(); i++) {
        struct tool_options view = *options;
        struct stage *stage = NULL;
        views_at(i, &view.screen, &view.state);
        if (has_its_own_time(view.screen, view.state) || strcmp(view.state, "no-voice") == 0 ||
            (options->screen != NULL && strcmp(options->screen, view.screen) != 0)) {
            continue;
        }
        int result = views_reach(&view, &stage);
        if (result != EXIT_DONE) {
            return result;
        }
        *(read_view(stage, &view) ? &passed : &failed) += 1;
    }
    printf("%u passed, %u failed\n", passed, failed);
    return failed == 0 ? EXIT_DONE : EXIT_NOT_SO;
}
