/* SPDX-License-Identifier: MIT */
#include "tools/matrix/views.h"

#include "screens/screens.h"
#include "tools/matrix/view_table.h"
#include "tools/story/story.h"
#include "tools/tools.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *const BEFORE[BEFORE_COUNT] = {
    [BEFORE_FIRST_RUN] = "fresh\n",
    [BEFORE_CLOSED] = "fresh\nmade-up 104\n",
    [BEFORE_KEPT] = "evening many\nvisit 4------ add\nmeeting close\n",
    [BEFORE_FEW] = "fresh\nmade-up 104\nmeeting few\n",
    [BEFORE_MANY] = "fresh\nmade-up 104\nmeeting many\n",
    [BEFORE_MANY_USUAL] = "fresh\nmade-up 104\nmeeting many\n",
};

enum { SCRIPT_BYTES = 2048 };

/* "page-2" of any screen that has pages, after its usual state. */
static const char PAGE[] = "page-";

uint32_t views_count(void)
{
    return VIEW_COUNT;
}

void views_at(uint32_t index, const char **screen, const char **state)
{
    assert(index < VIEW_COUNT);
    *screen = VIEWS[index].screen;
    *state = VIEWS[index].state;
}

void views_list(void)
{
    for (int i = 0; i < SCREEN_COUNT; i++) {
        printf("%s\n", screen_name((enum screen_id)i));
    }
}

static int refuse_state(const struct tool_options *options)
{
    fprintf(stderr, "kiosk-test: screen %s has no state \"%s\"; it has:", options->screen,
            options->state);
    for (uint32_t i = 0; i < VIEW_COUNT; i++) {
        if (strcmp(VIEWS[i].screen, options->screen) == 0) {
            fprintf(stderr, " %s", VIEWS[i].state);
        }
    }
    fprintf(stderr, "\n");
    return EXIT_USAGE;
}

static int find_view(const char *screen, const char *state)
{
    for (uint32_t i = 0; i < VIEW_COUNT; i++) {
        if (strcmp(VIEWS[i].screen, screen) == 0 &&
            (state == NULL || strcmp(VIEWS[i].state, state) == 0)) {
            return (int)i;
        }
    }
    return -1;
}

/* Pages to turn, from "page-2" on: 1; 0 for no such state. */
static unsigned pages_to_turn(const char *state)
{
    if (state == NULL || strncmp(state, PAGE, sizeof(PAGE) - 1) != 0) {
        return 0;
    }
    const char *digit = state + sizeof(PAGE) - 1;
    return digit[0] >= '2' && digit[0] <= '9' && digit[1] == '\0' ? (unsigned)(digit[0] - '1') : 0;
}

/* In somebody's folder no meeting is opened: facilitator screens are walked to, others just shown.
 */
static const char *script_for_data(int view)
{
    static char show[SCRIPT_BYTES];
    if (strstr(VIEWS[view].script, TO_MEETING) != NULL && VIEWS[view].before == BEFORE_CLOSED) {
        return VIEWS[view].script;
    }
    if (strcmp(VIEWS[view].screen, "meeting") == 0) {
        return TO_MEETING;
    }
    (void)snprintf(show, sizeof(show), "show %s\n", VIEWS[view].screen);
    return show;
}

static bool run(struct stage *stage, const struct tool_options *options, const char *script)
{
    const struct story_options quiet = {.stage_is_set = options->data != NULL};
    return story_run_text(stage, options->screen, script, &options->stage, &quiet);
}

static bool run_usual_way(struct stage *stage, const struct tool_options *options,
                          const char *script)
{
    struct tool_options usual = *options;
    const struct stage_config *asked = &options->stage;
    const struct input surface = {
        .kind = INPUT_SURFACE, .x = asked->width, .y = asked->height, .px_per_m = asked->px_per_m};
    options_usual_panel(&usual.stage);
    if (!run(stage, &usual, script)) {
        return false;
    }
    stage->app.comfort.size = (uint8_t)asked->size;
    stage_input(stage, &surface);
    return true;
}

int views_reach(const struct tool_options *options, struct stage **out)
{
    static struct stage stage;
    char script[SCRIPT_BYTES];
    *out = &stage;
    if (options->screen == NULL) {
        fprintf(stderr, "kiosk-test: no --screen; \"kiosk-test screens\" lists them\n");
        return EXIT_USAGE;
    }
    unsigned turns = pages_to_turn(options->state);
    int view = find_view(options->screen, turns > 0 ? NULL : options->state);
    if (view < 0) {
        return refuse_state(options);
    }
    int length = 0;
    if (options->data != NULL) {
        struct error error = {0};
        if (stage_load(&stage, &options->stage, options->data, &error) != STATUS_OK) {
            fprintf(stderr, "kiosk-test: %s %s\n", options->data,
                    error.status == STATUS_EXISTS
                        ? "holds data of no test and no simulation: it is left alone"
                        : "cannot be read");
            return EXIT_MACHINE;
        }
        length = snprintf(script, sizeof(script), "%s", script_for_data(view));
    } else {
        length = snprintf(script, sizeof(script), "%s%s", BEFORE[VIEWS[view].before],
                          VIEWS[view].script);
    }
    for (unsigned i = 0; i < turns; i++) {
        length += snprintf(script + length, sizeof(script) - (size_t)length, "tap common.more\n");
    }
    (void)snprintf(script + length, sizeof(script) - (size_t)length, "screen %s\n",
                   options->screen);
    bool (*way)(struct stage *, const struct tool_options *, const char *) =
        VIEWS[view].before == BEFORE_MANY_USUAL ? run_usual_way : run;
    if (!way(&stage, options, script)) {
        fprintf(stderr, "kiosk-test: the way to screen %s is blocked\n", options->screen);
        return EXIT_NOT_SO;
    }
    return EXIT_DONE;
}
