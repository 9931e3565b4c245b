/* SPDX-License-Identifier: MIT */
/* Whether a way from this machine to others is on, as the kernel tells of it: an interface that is
 * up, or a radio that nobody has switched off. Looked at only where the machine is to be the kiosk
 * and nothing else; anywhere else that is no business of ours. */
#ifndef PLATFORM_NETWORK_H
#define PLATFORM_NETWORK_H

#include "core/health.h"

enum { NETWORK_PLACES = 3 };

/* The folders that have to be readable for it, below the root. */
extern const char *const NETWORK_PLACE[NETWORK_PLACES];

/* kiosk-session.service runs. */
bool network_is_asked(void);

enum health_network network_look(void);

#ifdef TEST_BUILD
/* A folder that holds run and sys, in place of the root. */
void network_test(const char *root);
#endif

#endif
