/* SPDX-License-Identifier: MIT */
#include "platform/system/login.h"

#include "platform/system/bus.h"

#include <string.h>

static enum status ask(const char *bus, const char *member, const char *signature,
                       uint32_t body_bytes, char text[BUS_TEXT_BYTES])
{
    const struct bus_call call = {.to = "org.freedesktop.login1",
                                  .path = "/org/freedesktop/login1",
                                  .interface = "org.freedesktop.login1.Manager",
                                  .member = member,
                                  .signature = signature,
                                  .body_bytes = body_bytes,
                                  .wait_ms = BUS_ANSWER_MS};
    return bus_ask(bus, &call, text);
}

bool login_can_switch_off(const char *bus)
{
    char text[BUS_TEXT_BYTES];
    return ask(bus, "CanPowerOff", "", 0, text) == STATUS_OK && strcmp(text, "yes") == 0;
}

/* The one argument is false: nobody is asked for a password. */
enum status login_switch_off(const char *bus)
{
    char text[BUS_TEXT_BYTES];
    return ask(bus, "PowerOff", "b", sizeof(uint32_t), text);
}
