/* SPDX-License-Identifier: MIT */
#include "platform/system/appliance.h"

#include "core/span.h"
#include "platform/system/file.h"
#include "platform/system/network.h"
#include "platform/system/zone.h"

#include <fcntl.h>

/* The file that Debian's installer writes and the display server reads. */
static const char KEYBOARD[] = "/etc/default/keyboard", LAYOUT[] = "XKBLAYOUT=";
enum { KEYBOARD_BYTES_MAX = 4096 };

static bool has_keys(void)
{
    char text[KEYBOARD_BYTES_MAX];
    size_t length = 0;
    if (file_read(AT_FDCWD, KEYBOARD, text, sizeof(text), &length) != STATUS_OK) {
        return false;
    }
    struct text_lines lines = lines_of(text, length);
    struct span line;
    while (lines_next(&lines, &line)) {
        if (span_take(&line, LAYOUT)) {
            (void)span_take(&line, "\"");
            return line.length > 0 && line.bytes[0] != '"';
        }
    }
    return false;
}

struct appliance_facts appliance_look(void)
{
    return (struct appliance_facts){
        .is_own = network_is_asked(), .has_keys = has_keys(), .has_zone = zone_is_set()};
}
