/* SPDX-License-Identifier: MIT */
/* One picture, one layout, the list of screens. */
#include "tools/commands.h"
#include "tools/matrix/views.h"
#include "tools/pictures/layout.h"
#include "tools/pictures/picture.h"
#include "tools/tools.h"

int cmd_shot(const struct tool_options *options)
{
    struct stage *stage = NULL;
    if (options->out == NULL) {
        fprintf(stderr, "kiosk-test: shot needs --out FILE.png\n");
        return EXIT_USAGE;
    }
    int result = views_reach(options, &stage);
    if (result != EXIT_DONE) {
        return result;
    }
    if (picture_write(&stage->app, options->out) != STATUS_OK) {
        fprintf(stderr, "kiosk-test: %s cannot be written\n", options->out);
        return EXIT_MACHINE;
    }
    return EXIT_DONE;
}

int cmd_layout(const struct tool_options *options)
{
    struct stage *stage = NULL;
    int result = views_reach(options, &stage);
    if (result != EXIT_DONE) {
        return result;
    }
    FILE *out = options->out == NULL ? stdout : fopen(options->out, "w");
    if (out == NULL) {
        fprintf(stderr, "kiosk-test: %s cannot be written\n", options->out);
        return EXIT_MACHINE;
    }
    layout_write(out, &stage->app, options->language);
    bool failed = fflush(out) != 0 || ferror(out) != 0;
    if (out != stdout) {
        failed |= fclose(out) != 0;
    }
    if (failed) {
        fprintf(stderr, "kiosk-test: the layout could not be written whole\n");
    }
    return failed ? EXIT_MACHINE : EXIT_DONE;
}

int cmd_screens(const struct tool_options *options)
{
    (void)options;
    views_list();
    return EXIT_DONE;
}
