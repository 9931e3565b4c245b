/* SPDX-License-Identifier: MIT */
#include "platform/system/terminal.h"

#include "core/direction.h"
#include "core/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Returns whether a terminal would obey the character: control characters, and marks that change a
 * line's direction. */
static bool is_obeyed(uint32_t code)
{
    return utf8_is_control(code) || code == 0xFFFD || direction_is_mark(code);
}

const char *terminal_safe(const char *text, char *out, size_t size)
{
    size_t length = strlen(text), used = 0;
    for (size_t at = 0; at < length && used + UTF8_BYTES_MAX < size;) {
        size_t from = at;
        if (is_obeyed(utf8_next(text, length, &at))) {
            out[used++] = '?';
        } else {
            memcpy(out + used, text + from, at - from);
            used += at - from;
        }
    }
    out[used] = '\0';
    return out;
}
