/* SPDX-License-Identifier: MIT */
/* Stories and recordings. A file whose first word is "recording" was written at a window by a test
 * build; any other is a story. */
#include "platform/display/window.h"
#include "tools/commands.h"
#include "tools/pictures/layout.h"
#include "tools/pictures/picture.h"
#include "tools/story/recording.h"
#include "tools/story/story.h"
#include "tools/tools.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* The stories then take place on the whole display, as large as it is; its scale stays theirs, so
 * that the same layouts are met. */
static int open_window(const char *driver, struct stage_config *config, struct window **window)
{
    const struct window_options options = {
        .title = catalog_text(stage_catalog(), MSG_COMMON_WINDOW), .any_driver = true};
    struct error error = {0};
    struct input surface;
    if (setenv("SDL_VIDEODRIVER", driver, 1) != 0 ||
        window_open(window, &options, &error) != STATUS_OK) {
        fprintf(stderr, "kiosk-test: no display on driver %s %s\n", driver, error.text);
        return EXIT_MACHINE;
    }
    window_surface(*window, &surface);
    config->width = surface.x;
    config->height = surface.y;
    return EXIT_DONE;
}

/* "picture NAME": NAME.png in that folder, and its layout as NAME.json. */
static bool write_picture(void *context, const char *name, const struct app *app)
{
    char path[PATH_MAX];
    const int length = snprintf(path, sizeof(path), "%s/%s.png", (const char *)context, name);
    if (length >= (int)sizeof(path) - 1 || picture_write(app, path) != STATUS_OK) {
        return false;
    }
    (void)snprintf(path, sizeof(path), "%s/%s.json", (const char *)context, name);
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        return false;
    }
    layout_write(file, app, app->config.languages[app->comfort.language].language->tag);
    bool whole = ferror(file) == 0;
    return fclose(file) == 0 && whole;
}

static bool can_be_read(const char *path)
{
    FILE *file = fopen(path, "r");
    bool there = file != NULL && fgetc(file) != EOF;
    if (!there) {
        fprintf(stderr, "kiosk-test: %s cannot be read, or is empty\n", path);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return there;
}

int cmd_replay(const struct tool_options *options)
{
    static struct stage stage;
    struct stage_config config = options->stage_given ? options->stage : STORY_USUAL_STAGE;
    struct story_options story = {
        .record = options->record,
        .hashes = options->hashes,
        .hands = options->hands,
        .stage = options->stage_given || options->driver != NULL ? &config : NULL,
    };
    char folder[PATH_MAX];
    if (options->out != NULL) {
        (void)snprintf(folder, sizeof(folder), "%s", options->out);
        story.picture = write_picture;
        story.picture_context = folder;
    }
    if (options->files_count == 0) {
        fprintf(stderr, "kiosk-test: replay needs a FILE.session\n");
        return EXIT_USAGE;
    }
    for (int i = 0; i < options->files_count; i++) {
        if (!can_be_read(options->files[i])) {
            return EXIT_MACHINE;
        }
    }
    if (options->driver != NULL) {
        int opened = open_window(options->driver, &config, &story.window);
        if (opened != EXIT_DONE) {
            return opened;
        }
    }
    int passed = 0;
    int failed = 0;
    for (int i = 0; i < options->files_count; i++) {
        const char *path = options->files[i];
        bool held = recording_is_one(path) ? recording_replay(path, options->hashes)
                                           : story_run_file(&stage, path, &story);
        printf("%-4s %s\n", held ? "ok" : "FAIL", path);
        passed += held;
        failed += !held;
    }
    if (story.window != NULL) {
        window_close(story.window);
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? EXIT_DONE : EXIT_NOT_SO;
}
