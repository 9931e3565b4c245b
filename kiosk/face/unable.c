/* SPDX-License-Identifier: MIT */
#include "face/unable.h"

#include "core/health.h"
#include "face/face.h"
#include "platform/system/terminal.h"

#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = CATALOG_STRING_MAX + HEALTH_PACKAGE_BYTES };

/* Prints a line. Names in it may hold anything. */
static int tell(const char *line)
{
    char safe[LINE_BYTES];
    fprintf(stderr, "%s\n", terminal_safe(line, safe, sizeof(safe)));
    return UNABLE_EXIT;
}

int unable_without_words(const struct error *error)
{
    char line[LINE_BYTES];
    snprintf(line, sizeof(line), "kiosk: its words are missing (%s). Install the kiosk again.",
             error->text);
    return tell(line);
}

int unable_to_begin(const struct catalog *words)
{
    return tell(catalog_text(words, MSG_CLI_START));
}

int unable_to_write(const struct error *error, const struct catalog *words)
{
    char line[CATALOG_STRING_MAX], package[HEALTH_PACKAGE_BYTES], file[HEALTH_PACKAGE_BYTES];
    snprintf(file, sizeof(file), "%.*s", (int)strcspn(error->text, " "), error->text);
    const struct text_arg args[] = {{"file", file}, {"package", health_package(error, package)}};
    text_format(line, sizeof(line), catalog_text(words, MSG_CLI_FONT), args, 2);
    return tell(line);
}

static enum message_id why_not_shown(enum status status)
{
    switch ((unsigned)status) {
    case STATUS_INVALID:
        return MSG_CLI_DRIVER;
    case STATUS_LIMIT:
        return MSG_CLI_COLOURS;
    default:
        return MSG_CLI_WINDOW;
    }
}

int unable_to_show(const struct error *error, const struct catalog *words)
{
    char line[CATALOG_STRING_MAX];
    if (error->status == STATUS_MISSING) {
        return FACE_EXIT_NO_DISPLAY;
    }
    const struct text_arg driver = {"driver", error->text};
    const char *text = catalog_text(words, why_not_shown(error->status));
    text_format(line, sizeof(line), text, &driver, 1);
    return tell(line);
}
