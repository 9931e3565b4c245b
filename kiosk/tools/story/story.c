/* SPDX-License-Identifier: MIT */
#include "tools/story/story_parts.h"

#include "core/record.h"
#include "platform/system/file.h"
#include "screens/app/screen.h"
#include "tools/pictures/dump.h"
#include "tools/pictures/picture.h"
#include "tools/story/probes.h"

#include <assert.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct stage_config STORY_USUAL_STAGE = {
    .width = 1366,
    .height = 768,
    .px_per_m = 3950,
    .theme = THEME_CALM_LIGHT,
    .size = SIZE_COUNT,
};

/* Words are parted by blanks; one in quotes may hold blanks, and \" and \\. A # begins a remark. */
static bool read_words(struct story *story, const char *line, size_t length,
                       struct story_words *words)
{
    const char *end = line + length;
    words->count = 0;
    for (;;) {
        while (line < end && (*line == ' ' || *line == '\t')) {
            line++;
        }
        if (line == end || *line == '#') {
            return true;
        }
        if (words->count == STORY_WORD_MAX) {
            return story_fail(story, "more than %d words", STORY_WORD_MAX);
        }
        char *out = words->word[words->count++];
        size_t used = 0;
        bool quoted = *line == '"';
        line += quoted;
        while (line < end && (quoted ? *line != '"' : *line != ' ')) {
            line += quoted && *line == '\\' && line + 1 < end;
            if (used == STORY_WORD_BYTES - 1) {
                return story_fail(story, "a word is too long");
            }
            out[used++] = *line++;
        }
        out[used] = '\0';
        if (quoted && line == end) {
            return story_fail(story, "the closing \" is missing");
        }
        line += quoted;
    }
}

static const struct {
    const struct story_verb *verbs;
    const uint32_t *count;
} TABLES[] = {{STORY_ACTS, &STORY_ACT_COUNT},
              {STORY_KEYS, &STORY_KEY_COUNT},
              {STORY_MACHINE, &STORY_MACHINE_COUNT},
              {STORY_CHECKS, &STORY_CHECK_COUNT}};
enum { TABLE_COUNT = sizeof(TABLES) / sizeof(TABLES[0]) };

static const struct story_verb *find_verb(const char *word)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        for (uint32_t j = 0; j < *TABLES[i].count; j++) {
            if (strcmp(TABLES[i].verbs[j].word, word) == 0) {
                return &TABLES[i].verbs[j];
            }
        }
    }
    return NULL;
}

void story_list(FILE *out)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        for (uint32_t j = 0; j < *TABLES[i].count; j++) {
            const struct story_verb *verb = &TABLES[i].verbs[j];
            fprintf(out, "  %-16s %" PRIu32, verb->word, verb->args_min);
            if (verb->args_max > verb->args_min) {
                fprintf(out, "..%" PRIu32, verb->args_max);
            }
            fputc('\n', out);
        }
    }
}

/* Directives that come before the stage is set. */
static bool needs_stage(const char *word)
{
    static const char *const BEFORE[] = {"fresh", "evening", "panel", "theme", "size"};
    for (size_t i = 0; i < sizeof(BEFORE) / sizeof(BEFORE[0]); i++) {
        if (strcmp(BEFORE[i], word) == 0) {
            return false;
        }
    }
    return true;
}

static void print_hashes(const struct story *story, const struct story_words *words,
                         uint64_t pixels)
{
    const struct app *app = &story->stage->app;
    printf("%s:%" PRIu32 " %s %016" PRIx64 " %016" PRIx64, story->name, story->line, words->word[0],
           app_state_hash(app), frame_hash(&app->frame));
    if (story->options->window != NULL) {
        printf(" %016" PRIx64, pixels);
    }
    printf("\n");
}

/* What a directive led to, for comparisons of two runs and of two drivers. */
static bool show_result(struct story *story, const struct story_words *words)
{
    const struct app *app = &story->stage->app;
    uint64_t pixels = 0;
    if (story->options->window != NULL && app->frame.width == story->config.width &&
        app->frame.height == story->config.height) {
        pixels = picture_show(story->options->window, app);
        if (pixels != picture_hash(app)) {
            return story_fail(story, "painting what changed differs from painting the whole");
        }
    }
    if (story->options->hashes) {
        print_hashes(story, words, pixels);
    }
    return true;
}

static bool is_check(const struct story_verb *verb)
{
    return verb >= STORY_CHECKS && verb < STORY_CHECKS + STORY_CHECK_COUNT;
}

static bool run_line(struct story *story, const char *line, size_t length)
{
    struct story_words words;
    if (!read_words(story, line, length, &words)) {
        return false;
    }
    if (words.count == 0) {
        return true;
    }
    const struct story_verb *verb = find_verb(words.word[0]);
    uint32_t args = words.count - 1;
    if (verb == NULL) {
        return story_fail(story, "no such directive: %s", words.word[0]);
    }
    if (args < verb->args_min || args > verb->args_max) {
        return story_fail(story, "%s takes %" PRIu32 " to %" PRIu32 " words, not %" PRIu32,
                          verb->word, verb->args_min, verb->args_max, args);
    }
    if (!story->begun && needs_stage(verb->word)) {
        return story_fail(story, "a story begins with \"fresh\"");
    }
    story->directives++;
    if (!is_check(verb)) {
        stage_voice_forget(story->stage);
    }
    bool held = verb->run(story, &words);
    return held && (!story->begun || story->depth > 0 || show_result(story, &words));
}

static void keep_line(struct story *story, const char *line, size_t length)
{
    assert(story->rewritten_length + length + 1 < sizeof(story->rewritten));
    memcpy(story->rewritten + story->rewritten_length, line, length);
    story->rewritten_length += length;
    story->rewritten[story->rewritten_length++] = '\n';
}

/* Runs what story->at points to. */
static bool run_text(struct story *story)
{
    while (*story->at != '\0') {
        const char *line = story->at;
        size_t length = strcspn(line, "\n");
        story->at = line + length + (line[length] == '\n');
        if (story->depth == 0) {
            story->line++;
            keep_line(story, line, length);
        }
        if (!run_line(story, line, length)) {
            return false;
        }
    }
    return true;
}

static bool run_script(struct story *story, const char *script, const char *argument)
{
    if (story->depth == STORY_DEPTH_MAX) {
        return story_fail(story, "scripts stand too deep in each other");
    }
    /* One buffer a level: a script may call another. */
    static char texts[STORY_DEPTH_MAX][4096];
    char *text = texts[story->depth];
    size_t length = 0;
    for (const char *at = script; *at != '\0';) {
        bool is_argument = at[0] == '$' && at[1] == '1';
        const char *from = is_argument ? argument : at;
        size_t part = is_argument ? strlen(argument) : 1;
        assert(length + part < sizeof(texts[0]));
        memcpy(text + length, from, part);
        length += part;
        at += is_argument ? 2 : 1;
    }
    text[length] = '\0';
    const char *back = story->at;
    story->at = text;
    story->depth++;
    bool held = run_text(story);
    story->depth--;
    story->at = back;
    return held;
}

static void add_frame(struct story_mark *mark, uint64_t now_ms, uint64_t hash)
{
    assert(mark->count < STORY_FRAME_MAX);
    mark->frame[mark->count].ms = now_ms - mark->start_ms;
    mark->frame[mark->count].hash = hash;
    mark->count++;
}

static void watch(void *context, const struct app *app)
{
    struct story *story = context;
    if (story->marking < 0) {
        return;
    }
    struct story_mark *mark = &story->mark[story->marking];
    /* Clearing the display shows a neutral frame: whoever watches sees it too. */
    bool cleared = story->stage->forgets != mark->forgets;
    mark->forgets = story->stage->forgets;
    uint64_t hash = frame_hash(&app->frame);
    if (cleared) {
        add_frame(mark, app->now_ms, STORY_CLEARED);
    }
    if (mark->count == 0 || mark->frame[mark->count - 1].hash != hash) {
        add_frame(mark, app->now_ms, hash);
    }
}

static void begin(struct story *story, struct stage *stage, const char *name, const char *text,
                  const struct stage_config *config, const struct story_options *options)
{
    story->stage = stage;
    story->options = options;
    story->config = *config;
    story->name = name;
    story->at = text;
    story->line = 0;
    story->depth = 0;
    story->begun = false;
    story->failed = false;
    story->directives = 0;
    story->run_script = run_script;
    story->mark_count = 0;
    story->marking = -1;
    story->kept_count = 0;
    story->rewritten_length = 0;
    stage->watch = watch;
    stage->watch_context = story;
}

bool story_run_text(struct stage *stage, const char *name, const char *text,
                    const struct stage_config *config, const struct story_options *options)
{
    static struct story story;
    begin(&story, stage, name, text, config, options);
    story.begun = options->stage_is_set;
    return run_text(&story) && !story.failed;
}

static bool write_file(const char *path, const char *text, size_t length)
{
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        return false;
    }
    bool written = fwrite(text, 1, length, file) == length;
    return fclose(file) == 0 && written;
}

bool story_run_file(struct stage *stage, const char *path, const struct story_options *options)
{
    static struct story story;
    static char text[STORY_BYTES];
    size_t length = 0;
    enum status status = file_read(AT_FDCWD, path, text, sizeof(text) - 1, &length);
    if (status != STATUS_OK) {
        printf("%s: cannot be read\n", path);
        return false;
    }
    text[length] = '\0';
    begin(&story, stage, path, text, options->stage != NULL ? options->stage : &STORY_USUAL_STAGE,
          options);
    bool held = run_text(&story) && !story.failed;
    if (held && options->hands) {
        probes_print(&stage->app);
    }
    if (held && options->record && !write_file(path, story.rewritten, story.rewritten_length)) {
        printf("%s: cannot be written\n", path);
        return false;
    }
    return held;
}
