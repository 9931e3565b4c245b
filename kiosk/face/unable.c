/* SPDX-License-Identifier: MIT */
#include "face/unable.h"

#include "face/face.h"

#include <stdio.h>

int unable(const char *text)
{
    fprintf(stderr, "kiosk: %s\n", text);
    return UNABLE_EXIT;
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
    fprintf(stderr, "%s\n", line);
    return UNABLE_EXIT;
}
