/* SPDX-License-Identifier: MIT */
/* The system's login service, asked over its message bus whether the user of this program may
 * switch the machine off, and asked to do so. */
#ifndef PLATFORM_LOGIN_H
#define PLATFORM_LOGIN_H

#include "core/status.h"

#include <stdbool.h>

/* Returns whether this user may switch the machine off. False also without a login service, or
 * without its answer within a second. */
bool login_can_switch_off(const char *bus);
/* Switches the machine off. OK: the service has begun. DENIED: it refused. MISSING: there is no
 * service, or it gave no answer. */
MUST_USE enum status login_switch_off(const char *bus);

#endif
