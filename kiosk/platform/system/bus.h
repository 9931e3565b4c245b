/* SPDX-License-Identifier: MIT */
/* One question to a service of the system over its message bus (D-Bus). The messages are written by
 * code of our own: no library is linked, no program is started, and nobody is asked for a password.
 */
#ifndef PLATFORM_BUS_H
#define PLATFORM_BUS_H

#include "core/status.h"

#include <stdint.h>

#define BUS_SYSTEM "/run/dbus/system_bus_socket"

enum {
    BUS_RECORD_BYTES = 1024, /* ours take 200, answers of the bus less than this */
    BUS_BODY_BYTES = 32,
    BUS_TEXT_BYTES = 64,
    BUS_ANSWER_MS = 1000, /* for a service that runs already */
};

struct bus_call {
    const char *to, *path, *interface, *member;
    const char *signature; /* of the body; "": there is no body */
    uint32_t body_bytes;
    uint8_t body[BUS_BODY_BYTES];
    int wait_ms; /* for each part of the answer */
};

/* Asks the question. bus: the path of the bus's socket. OK: the service did it; text gets the
 * answer where the answer is one text, else "". DENIED: the service refused. MISSING: there is no
 * bus or service, or no answer. */
MUST_USE enum status bus_ask(const char *bus, const struct bus_call *call,
                             char text[BUS_TEXT_BYTES]);

#endif
