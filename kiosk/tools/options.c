/* SPDX-License-Identifier: MIT */
#include "tools/options.h"
#include "screens/screens.h"

#include "core/language.h"
#include "screens/app/app.h"
#include "tools/story/story_parts.h"

#include <stdio.h>
#include <string.h>

static bool refuse(const char *what, const char *value)
{
    fprintf(stderr, "kiosk-test: %s: %s\n", what, value);
    return false;
}

/* The options with a value. */
enum valued {
    SCREEN,
    STATE,
    LANG,
    DATA,
    OUT,
    DRIVER,
    TOLERANCE,
    SHARE,
    VOICE,
    GEOMETRY,
    PX_PER_MM,
    THEME,
    SIZE,
    VALUED_COUNT,
};
static const char *const NAMES[VALUED_COUNT] = {
    [SCREEN] = "--screen",
    [STATE] = "--state",
    [LANG] = "--lang",
    [DATA] = "--data",
    [OUT] = "--out",
    [DRIVER] = "--driver",
    [TOLERANCE] = "--tolerance",
    [SHARE] = "--share",
    [VOICE] = "--voice",
    [GEOMETRY] = "--geometry",
    [PX_PER_MM] = "--px-per-mm",
    [THEME] = "--theme",
    [SIZE] = "--size",
};

static bool set_look(struct tool_options *options, enum valued name, const char *value)
{
    struct stage_config *stage = &options->stage;
    options->stage_given = true;
    if (name == GEOMETRY) {
        return story_geometry(value, &stage->width, &stage->height) ||
               refuse("not WIDTHxHEIGHT within 320 and 3840", value);
    }
    if (name == PX_PER_MM) {
        return story_scale(value, &stage->px_per_m) ||
               refuse("not pixels a millimetre within 1 and 40", value);
    }
    if (name == THEME) {
        int theme = theme_find(value);
        stage->theme = (enum theme_id)(theme < 0 ? 0 : theme);
        return theme >= 0 || refuse("no such theme", value);
    }
    int size = story_size(value);
    stage->size = (enum text_size)(size < 0 ? 0 : size);
    return size >= 0 || refuse("no such size", value);
}

/* What is named has to be there, whatever the command does with it. */
static bool check(const struct tool_options *options)
{
    if (language_find(options->language) == NULL) {
        return refuse("no such language", options->language);
    }
    if (options->screen != NULL && screen_find(options->screen) < 0) {
        return refuse("no such screen (\"kiosk-test screens\" lists them)", options->screen);
    }
    return true;
}

/* NULL: one of set_look's. */
static const char **place_of(struct tool_options *options, enum valued name)
{
    const char **places[VALUED_COUNT] = {
        [SCREEN] = &options->screen,       [STATE] = &options->state, [LANG] = &options->language,
        [DATA] = &options->data,           [OUT] = &options->out,     [DRIVER] = &options->driver,
        [TOLERANCE] = &options->tolerance, [SHARE] = &options->share, [VOICE] = &options->voice,
    };
    return places[name];
}

/* The option that the first `length` bytes of a word name. */
static enum valued find(const char *word, size_t length)
{
    enum valued name = 0;
    while (name < VALUED_COUNT &&
           (strlen(NAMES[name]) != length || memcmp(NAMES[name], word, length) != 0)) {
        name++;
    }
    return name;
}

/* "--name VALUE" or "--name=VALUE", once. *used: words that it takes. */
static bool set(struct tool_options *options, char *const *words, int left, int *used)
{
    const char *sign = strchr(words[0], '=');
    enum valued name = find(words[0], sign != NULL ? (size_t)(sign - words[0]) : strlen(words[0]));
    if (name == VALUED_COUNT) {
        return refuse("no such option", words[0]);
    }
    const char *value = sign != NULL ? sign + 1 : left > 1 ? words[1] : NULL;
    const char **place = place_of(options, name);
    if (value == NULL) {
        return refuse("this option needs a value", words[0]);
    }
    if ((options->given >> name & 1) != 0) {
        return refuse("given twice", words[0]);
    }
    options->given |= 1u << name;
    *used = sign != NULL ? 1 : 2;
    if (place == NULL) {
        return set_look(options, name, value);
    }
    *place = value;
    return true;
}

void options_usual_panel(struct stage_config *stage)
{
    stage->width = 1920;
    stage->height = 1080;
    stage->px_per_m = 5560;
    stage->size = SIZE_COUNT;
}

bool options_read(struct tool_options *options, int argc, char **argv)
{
    *options = (struct tool_options){
        .stage = {.theme = THEME_CALM_LIGHT},
        .language = "en",
        .files = argv + 2,
    };
    options_usual_panel(&options->stage);
    for (int i = 2, used = 1; i < argc; i += used, used = 1) {
        if (strncmp(argv[i], "--", 2) != 0) {
            options->files[options->files_count++] = argv[i];
        } else if (strcmp(argv[i], "--record") == 0) {
            options->record = true;
        } else if (strcmp(argv[i], "--hashes") == 0) {
            options->hashes = true;
        } else if (strcmp(argv[i], "--hands") == 0) {
            options->hands = true;
        } else if (!set(options, argv + i, argc - i, &used)) {
            return false;
        }
    }
    return check(options);
}
