/* SPDX-License-Identifier: MIT */
#include "tools/options.h"

#include "core/language.h"
#include "screens/app.h"
#include "tools/story_parts.h"

#include <stdio.h>
#include <string.h>

static bool refuse(const char *what, const char *value)
{
    fprintf(stderr, "kiosk-test: %s: %s\n", what, value);
    return false;
}

static bool set_look(struct tool_options *options, const char *name, const char *value)
{
    struct stage_config *stage = &options->stage;
    if (strcmp(name, "--geometry") == 0) {
        return story_geometry(value, &stage->width, &stage->height) ||
               refuse("not WIDTHxHEIGHT within 320 and 3840", value);
    }
    if (strcmp(name, "--px-per-mm") == 0) {
        return story_scale(value, &stage->px_per_m) ||
               refuse("not pixels a millimetre within 1 and 40", value);
    }
    if (strcmp(name, "--theme") == 0) {
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

static bool set(struct tool_options *options, const char *name, const char *value)
{
    const struct {
        const char *name;
        const char **place;
    } texts[] = {
        {"--screen", &options->screen},
        {"--state", &options->state},
        {"--lang", &options->language},
        {"--data", &options->data},
        {"--out", &options->out},
        {"--driver", &options->driver},
        {"--tolerance", &options->tolerance},
        {"--share", &options->share},
        {"--voice", &options->voice},
    };
    static const char *const LOOKS[] = {"--geometry", "--px-per-mm", "--theme", "--size"};
    if (value == NULL) {
        return refuse("this option needs a value", name);
    }
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (strcmp(texts[i].name, name) == 0) {
            *texts[i].place = value;
            return true;
        }
    }
    for (size_t i = 0; i < sizeof(LOOKS) / sizeof(LOOKS[0]); i++) {
        if (strcmp(LOOKS[i], name) == 0) {
            options->stage_given = true;
            return set_look(options, name, value);
        }
    }
    return refuse("no such option", name);
}

bool options_read(struct tool_options *options, int argc, char **argv)
{
    *options = (struct tool_options){
        .stage = {.width = 1920,
                  .height = 1080,
                  .px_per_m = 5560,
                  .theme = THEME_CALM_LIGHT,
                  .size = SIZE_M},
        .language = "en",
        .files = argv + 2,
    };
    for (int i = 2; i < argc; i++) {
        if (strncmp(argv[i], "--", 2) != 0) {
            options->files[options->files_count++] = argv[i];
        } else if (strcmp(argv[i], "--record") == 0) {
            options->record = true;
        } else if (strcmp(argv[i], "--hashes") == 0) {
            options->hashes = true;
        } else if (strcmp(argv[i], "--hands") == 0) {
            options->hands = true;
        } else {
            if (!set(options, argv[i], i + 1 < argc ? argv[i + 1] : NULL)) {
                return false;
            }
            i++;
        }
    }
    return check(options);
}
