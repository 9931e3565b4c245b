/* SPDX-License-Identifier: MIT */
#include "platform/system/timedate.h"

#include "platform/system/bus.h"

#include <string.h>

enum { US_PER_S = 1000 * 1000 };

/* SetTime takes microseconds and two flags: whether they are added to the present time, and whether
 * somebody may be asked for a password. Both are false. */
enum status timedate_set(const char *bus, int64_t unix_s)
{
    struct bus_call call = {.to = "org.freedesktop.timedate1",
                            .path = "/org/freedesktop/timedate1",
                            .interface = "org.freedesktop.timedate1",
                            .member = "SetTime",
                            .signature = "xbb",
                            .body_bytes = sizeof(int64_t) + 2 * sizeof(uint32_t),
                            .wait_ms = TIMEDATE_WAIT_MS};
    const int64_t us = unix_s * US_PER_S;
    char text[BUS_TEXT_BYTES];
    memcpy(call.body, &us, sizeof(us));
    return bus_ask(bus, &call, text);
}
