/* SPDX-License-Identifier: MIT */
#include "face/recorder.h"

#ifdef TEST_BUILD

#include "core/record.h"
#include "screens/app/screen.h"

#include <inttypes.h>
#include <stdio.h>

static FILE *record;     /* inputs and hashes, for a replay */
static FILE *action_log; /* which screen was shown when, for people to read */
static int screen_before = -1;

static bool file_open(const char *path, FILE **out)
{
    if (path == NULL) {
        return true;
    }
    *out = fopen(path, "we");
    return *out != NULL;
}

bool recorder_open(const struct face_options *options)
{
    return file_open(options->record, &record) && file_open(options->log, &action_log);
}

static void put(const char *line)
{
    fputs(line, record);
    fflush(record); /* the last lines before a crash are the ones that somebody wants to see */
}

void recorder_begin(const struct app_config *config, uint64_t now_ms)
{
    char line[RECORD_LINE_BYTES];
    const struct record_config configured = {
        .width = config->width,
        .height = config->height,
        .px_per_m = config->px_per_m,
        .theme = (uint8_t)config->theme,
        .size = (uint8_t)config->size,
        .random_seed = config->random_seed,
        .now_ms = now_ms,
    };
    if (record != NULL) {
        record_format_config(line, &configured);
        put(line);
    }
}

void recorder_inputs(const struct input *inputs, uint32_t count, uint64_t now_ms)
{
    char line[RECORD_LINE_BYTES];
    for (uint32_t i = 0; i < count && record != NULL; i++) {
        record_format_input(line, now_ms, &inputs[i]);
        put(line);
    }
}

void recorder_step(const struct app *app)
{
    char line[RECORD_LINE_BYTES];
    if (record != NULL) {
        record_format_step(line, app->now_ms, app_state_hash(app), frame_hash(&app->frame));
        put(line);
    }
    if (action_log != NULL && (int)app->screen != screen_before) {
        screen_before = (int)app->screen;
        fprintf(action_log, "%" PRIu64 " %s\n", app->now_ms, app_screen_name(app));
        fflush(action_log);
    }
}

#endif
