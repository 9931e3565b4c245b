/* SPDX-License-Identifier: MIT */
/* One question to a service of the system over its message bus (D-Bus). Written out by hand:
 * nothing is started, no library is linked, nobody is asked for a password. */
#ifndef PLATFORM_BUS_H
#define PLATFORM_BUS_H

#include "core/status.h"

#include <stdint.h>

#define BUS_SYSTEM "/run/dbus/system_bus_socket"

enum {
    BUS_RECORD_BYTES = 1024, /* ours are of 200; answers of the bus itself stay below this too */
    BUS_BODY_BYTES = 32,
    BUS_TEXT_BYTES = 64,
    BUS_ANSWER_MS = 1000, /* of what runs already */
};

struct bus_call {
    const char *to, *path, *interface, *member;
    const char *signature; /* of the body; "": there is none */
    uint32_t body_bytes;
    uint8_t body[BUS_BODY_BYTES];
    int wait_ms; /* for each part of the answer */
};

/* bus: the path of its socket. OK: it was done, and text is the answer's where that is one text,
 * else
 * "". DENIED: it was refused. MISSING: nobody to ask, or no answer. */
MUST_USE enum status bus_ask(const char *bus, const struct bus_call *call,
                             char text[BUS_TEXT_BYTES]);

#endif
