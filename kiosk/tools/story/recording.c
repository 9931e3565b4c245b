/* SPDX-License-Identifier: MIT */
#include "tools/story/recording.h"
#include "screens/screens.h"

#include "core/record.h"
#include "core/step.h"
#include "platform/display/text.h"
#include "screens/app/screen.h"
#include "tools/stage/stage.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* The inputs of the step under way; their messages stay until it is done. */
struct player {
    struct app app;
    struct app_secret secret;
    uint32_t line;
    uint32_t count;
    struct input inputs[STEP_INPUT_MAX];
    struct message messages[STEP_INPUT_MAX];
    struct voice_record voices[STEP_INPUT_MAX];
    bool begun;
};

bool recording_is_one(const char *path)
{
    static const char FIRST[] = "recording ";
    char start[sizeof(FIRST)] = {0};
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return false;
    }
    bool is =
        fread(start, 1, sizeof(FIRST) - 1, file) == sizeof(FIRST) - 1 && strcmp(start, FIRST) == 0;
    (void)fclose(file);
    return is;
}

static void begin(struct player *player, const struct record_config *config)
{
    const struct app_config app = {
        .screens = &SCREENS,
        .pack = stage_pack(),
        .languages = stage_languages()->offer,
        .language_count = stage_languages()->count,
        .language_first = stage_languages()->first,
        .text = text_measure(stage_text()),
        .secret = &player->secret,
        .random_seed = config->random_seed,
        .width = config->width,
        .height = config->height,
        .px_per_m = config->px_per_m,
        .theme = (enum theme_id)config->theme,
        .size = (enum text_size)config->size,
    };
    memset(&player->secret, 0, sizeof(player->secret));
    app_init(&player->app, &app, config->now_ms);
    player->begun = true;
    player->count = 0;
}

static bool step(struct player *player, const char *path, const struct record *record, bool hashes)
{
    app_step(&player->app, player->inputs, player->count, record->now_ms);
    player->count = 0;
    uint64_t state = app_state_hash(&player->app);
    uint64_t frame = frame_hash(&player->app.frame);
    if (hashes) {
        printf("%s:%" PRIu32 " %" PRIu64 " %016" PRIx64 " %016" PRIx64 "\n", path, player->line,
               record->now_ms, state, frame);
    }
    if (state == record->state_hash && frame == record->frame_hash) {
        return true;
    }
    printf("%s:%" PRIu32 ": this step differs: %s\n", path, player->line,
           state != record->state_hash ? "the state" : "the frame");
    return false;
}

static bool take(struct player *player, const char *path, const struct record *record, bool hashes)
{
    if ((record->kind == RECORD_CONFIG) == player->begun) {
        printf("%s:%" PRIu32 ": the first line, and no other, is \"recording\"\n", path,
               player->line);
        return false;
    }
    switch (record->kind) {
    case RECORD_CONFIG:
        begin(player, &record->config);
        return true;
    case RECORD_INPUT:
        if (player->count == STEP_INPUT_MAX) {
            printf("%s:%" PRIu32 ": too many inputs in one step\n", path, player->line);
            return false;
        }
        player->messages[player->count] = record->message;
        player->voices[player->count] = record->voice;
        player->inputs[player->count] = record->input;
        player->inputs[player->count].message = &player->messages[player->count];
        player->inputs[player->count].voice = &player->voices[player->count];
        player->count++;
        return true;
    case RECORD_STEP:
        return step(player, path, record, hashes);
    }
    return false;
}

bool recording_replay(const char *path, bool hashes)
{
    static struct player player;
    static struct record record;
    static char line[RECORD_LINE_BYTES];
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        printf("%s: cannot be read\n", path);
        return false;
    }
    player.begun = false;
    player.line = 0;
    bool held = true;
    while (held && fgets(line, sizeof(line), file) != NULL) {
        struct error error = {0};
        player.line++;
        line[strcspn(line, "\n")] = '\0';
        if (record_parse(line, &record, &error) != STATUS_OK) {
            printf("%s:%" PRIu32 ":%" PRIu32 ": %s\n", path, player.line, error.column, error.text);
            held = false;
        } else {
            held = take(&player, path, &record, hashes);
        }
    }
    (void)fclose(file);
    return held;
}
