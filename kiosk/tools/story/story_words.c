/* SPDX-License-Identifier: MIT */
/* What directives share: how a failure is told, and words that are numbers and sizes. */
#include "tools/story/story_parts.h"

#include "tools/pictures/dump.h"
#include "tools/pictures/picture.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_failure(struct story *story, const char *format, va_list args)
{
    story->failed = true;
    printf("%s:%" PRIu32 ": ", story->name, story->line);
    vprintf(format, args);
    printf("\n");
}

bool story_fail(struct story *story, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_failure(story, format, args);
    va_end(args);
    return false;
}

bool story_fail_seen(struct story *story, const char *format, ...)
{
    static char dump[DUMP_BYTES];
    va_list args;
    va_start(args, format);
    print_failure(story, format, args);
    va_end(args);
    (void)dump_text(dump, &story->stage->app);
    printf("%s", dump);
    return false;
}

bool story_number(const char *text, uint64_t max, uint64_t *out)
{
    uint64_t value = 0;
    if (*text == '\0') {
        return false;
    }
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9') {
            return false;
        }
        uint64_t digit = (uint64_t)(*text - '0');
        if (digit > max || value > (max - digit) / 10) {
            return false;
        }
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

bool story_geometry(const char *text, int32_t *width, int32_t *height)
{
    char half[STORY_NAME_BYTES];
    const char *cross = strchr(text, 'x');
    uint64_t w = 0;
    uint64_t h = 0;
    if (cross == NULL || (size_t)(cross - text) >= sizeof(half)) {
        return false;
    }
    memcpy(half, text, (size_t)(cross - text));
    half[cross - text] = '\0';
    if (!story_number(half, PICTURE_WIDTH_MAX, &w) || w < 320 ||
        !story_number(cross + 1, PICTURE_HEIGHT_MAX, &h) || h < 320) {
        return false;
    }
    *width = (int32_t)w;
    *height = (int32_t)h;
    return true;
}

bool story_scale(const char *text, uint32_t *px_per_m)
{
    char *end = NULL;
    double value = strtod(text, &end);
    if (end == text || *end != '\0' || !(value >= 1.0 && value <= 40.0)) {
        return false;
    }
    *px_per_m = (uint32_t)(value * 1000 + 0.5);
    return true;
}

int story_size(const char *text)
{
    static const char *const NAMES[SIZE_COUNT] = {"S", "M", "L", "XL"};
    for (int i = 0; i < SIZE_COUNT; i++) {
        if (strcmp(NAMES[i], text) == 0) {
            return i;
        }
    }
    return -1;
}
