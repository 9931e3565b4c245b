/* SPDX-License-Identifier: MIT */
/* Whether the kernel shows a way from this machine to others: a network interface that is up, or a
 * radio that is not switched off. The kiosk looks only on a machine that is to be nothing but the
 * kiosk. On any other machine a network is the owner's business. */
#ifndef PLATFORM_NETWORK_H
#define PLATFORM_NETWORK_H

#include "core/health.h"

enum { NETWORK_PLACES = 3 };

/* The folders below the root that have to be readable for this look. */
extern const char *const NETWORK_PLACE[NETWORK_PLACES];

/* Returns whether kiosk-session.service runs, so that somebody asks. */
bool network_is_asked(void);

/* Returns what the kernel shows now, or that nobody asks (network_is_asked). */
enum health_network network_look(void);

#ifdef TEST_BUILD
/* For tests: a folder that holds run and sys, in place of the root. */
void network_test(const char *root);
#endif

#endif
