/* SPDX-License-Identifier: MIT */
#include "core/drive_label.h"

#include "core/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char CUT[] = "\xE2\x80\xA6"; /* … */
enum {
    NUMBER_BYTES_MAX = sizeof(" (99)") - 1,
    PLAIN_BYTES = MESSAGE_LABEL_BYTES - NUMBER_BYTES_MAX - (int)sizeof(CUT),
};

/* Returns whether the character is left out of a label: pictures, characters for private use, and
 * characters that draw nothing. No letter is lost by that. */
static bool is_left_out(uint32_t code)
{
    static const struct utf8_range RANGES[] = {{0x2600, 0x27BF},
                                               {0xE000, 0xF8FF},
                                               {0xFFF0, 0xFFFF},
                                               {0x1F000, 0x1FBFF},
                                               {0xE0000, 0x10FFFF}};
    return utf8_is_invisible(code) || utf8_is_in(RANGES, sizeof(RANGES) / sizeof(RANGES[0]), code);
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == '/' || utf8_is_control(code);
}

/* Copies a name with one blank in place of many, and none at its ends. Returns the bytes of out;
 * *whole is false if the name was cut. */
static size_t clean(const char *name, size_t length, char out[PLAIN_BYTES], bool *whole)
{
    size_t used = 0;
    bool gap = false;
    *whole = true;
    for (size_t at = 0; at < length;) {
        char bytes[1 + UTF8_BYTES_MAX] = " ";
        uint32_t code = utf8_next(name, length, &at);
        bool is_first = used == 0;
        if (is_blank(code)) {
            gap = !is_first;
        } else if (!is_left_out(code) && !(is_first && code == '.')) {
            size_t size = utf8_encode(code, bytes + 1) + gap;
            if (used + size > PLAIN_BYTES) {
                *whole = false;
                break;
            }
            memcpy(out + used, bytes + !gap, size);
            used += size;
            gap = false;
        }
    }
    return used;
}

static bool is_utf8(const char *name, size_t length)
{
    uint32_t code;
    for (size_t at = 0, size; at < length; at += size) {
        size = utf8_decode(name + at, length - at, &code);
        if (size == 0) {
            return false;
        }
    }
    return true;
}

void drive_label(const char *name, uint32_t number, char out[MESSAGE_LABEL_BYTES])
{
    char plain[PLAIN_BYTES], end[NUMBER_BYTES_MAX + 1] = "";
    size_t length = strlen(name);
    bool whole = true;
    size_t used = is_utf8(name, length) ? clean(name, length, plain, &whole) : 0;
    assert(number >= 1 && number < 100);
    if (number > 1) {
        snprintf(end, sizeof(end), " (%u)", number);
    }
    memset(out, 0, MESSAGE_LABEL_BYTES);
    snprintf(out, MESSAGE_LABEL_BYTES, "%.*s%s%s", (int)used, used > 0 ? plain : "",
             used == 0 ? DRIVE_LABEL_NONE
             : whole   ? ""
                       : CUT,
             end);
}
