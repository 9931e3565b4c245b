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

static const char *const NAMES[TOOL_OPTION_COUNT] = {
    [TOOL_SCREEN] = "--screen",
    [TOOL_STATE] = "--state",
    [TOOL_LANG] = "--lang",
    [TOOL_DATA] = "--data",
    [TOOL_OUT] = "--out",
    [TOOL_DRIVER] = "--driver",
    [TOOL_TOLERANCE] = "--tolerance",
    [TOOL_SHARE] = "--share",
    [TOOL_VOICE] = "--voice",
    [TOOL_GEOMETRY] = "--geometry",
    [TOOL_PX_PER_MM] = "--px-per-mm",
    [TOOL_THEME] = "--theme",
    [TOOL_SIZE] = "--size",
    [TOOL_RECORD] = "--record",
    [TOOL_HASHES] = "--hashes",
    [TOOL_HANDS] = "--hands",
    [TOOL_HELP] = "--help",
};

/* The options that say what is drawn: how large, in which look. */
enum {
    TOOL_BITS_STAGE = TOOL_BIT(TOOL_GEOMETRY) | TOOL_BIT(TOOL_PX_PER_MM) | TOOL_BIT(TOOL_THEME) |
                      TOOL_BIT(TOOL_SIZE),
};

static bool set_look(struct tool_options *options, enum tool_option name, const char *value)
{
    struct stage_config *stage = &options->stage;
    if (name == TOOL_GEOMETRY) {
        return story_geometry(value, &stage->width, &stage->height) ||
               refuse("not WIDTHxHEIGHT within 320 and 3840", value);
    }
    if (name == TOOL_PX_PER_MM) {
        return story_scale(value, &stage->px_per_m) ||
               refuse("not pixels a millimetre within 1 and 40", value);
    }
    if (name == TOOL_THEME) {
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

/* Where the value of an option is kept. NULL: set_look reads it. */
static const char **place_of(struct tool_options *options, enum tool_option name)
{
    const char **places[TOOL_VALUED_COUNT] = {
        [TOOL_SCREEN] = &options->screen,
        [TOOL_STATE] = &options->state,
        [TOOL_LANG] = &options->language,
        [TOOL_DATA] = &options->data,
        [TOOL_OUT] = &options->out,
        [TOOL_DRIVER] = &options->driver,
        [TOOL_TOLERANCE] = &options->tolerance,
        [TOOL_SHARE] = &options->share,
        [TOOL_VOICE] = &options->voice,
    };
    return places[name];
}

/* The option of those allowed that the first `length` bytes of a word name; else the count. */
static enum tool_option find(const char *word, size_t length, uint32_t allowed)
{
    enum tool_option name = 0;
    while (name < TOOL_OPTION_COUNT &&
           ((allowed & TOOL_BIT(name)) == 0 || strlen(NAMES[name]) != length ||
            memcmp(NAMES[name], word, length) != 0)) {
        name++;
    }
    return name;
}

/* "--name", "--name VALUE" or "--name=VALUE", once. *used: how many words that is. */
static bool set(struct tool_options *options, char *const *words, int left, uint32_t allowed,
                int *used)
{
    const char *sign = strchr(words[0], '=');
    enum tool_option name =
        find(words[0], sign != NULL ? (size_t)(sign - words[0]) : strlen(words[0]), allowed);
    if (name == TOOL_OPTION_COUNT || (name >= TOOL_VALUED_COUNT && sign != NULL)) {
        return refuse("no such option", words[0]);
    }
    if ((options->given & TOOL_BIT(name)) != 0) {
        return refuse("given twice", words[0]);
    }
    options->given |= TOOL_BIT(name);
    if (name >= TOOL_VALUED_COUNT) {
        return true;
    }
    const char *value = sign != NULL ? sign + 1 : left > 1 ? words[1] : NULL;
    const char **place = place_of(options, name);
    if (value == NULL) {
        return refuse("this option needs a value", words[0]);
    }
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

bool options_read(struct tool_options *options, int argc, char **argv, uint32_t allowed)
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
        } else if (!set(options, argv + i, argc - i, allowed | TOOL_BIT(TOOL_HELP), &used)) {
            return false;
        }
    }
    options->record = (options->given & TOOL_BIT(TOOL_RECORD)) != 0;
    options->hashes = (options->given & TOOL_BIT(TOOL_HASHES)) != 0;
    options->hands = (options->given & TOOL_BIT(TOOL_HANDS)) != 0;
    options->help = (options->given & TOOL_BIT(TOOL_HELP)) != 0;
    options->stage_given = (options->given & TOOL_BITS_STAGE) != 0;
    return check(options);
}
