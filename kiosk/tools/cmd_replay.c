/* SPDX-License-Identifier: MIT */
/* Stories and recordings. A file whose first word is "recording" was written at a window by a test
 * build; any other is a story. */
#include "tools/commands.h"
#include "tools/recording.h"
#include "tools/story.h"
#include "tools/tools.h"

#include <stdio.h>

int cmd_replay(const struct tool_options *options)
{
    static struct stage stage;
    const struct story_options story = {
        .record = options->record,
        .hashes = options->hashes,
        .paint_hashes = options->driver != NULL,
        .hands = options->hands,
        .stage = options->stage_given ? &options->stage : NULL,
    };
    int passed = 0;
    int failed = 0;
    if (options->files_count == 0) {
        fprintf(stderr, "kiosk-test: replay needs a FILE.session\n");
        return EXIT_USAGE;
    }
    for (int i = 0; i < options->files_count; i++) {
        const char *path = options->files[i];
        bool held = recording_is_one(path) ? recording_replay(path, options->hashes)
                                           : story_run_file(&stage, path, &story);
        printf("%-4s %s\n", held ? "ok" : "FAIL", path);
        passed += held;
        failed += !held;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? EXIT_DONE : EXIT_NOT_SO;
}
