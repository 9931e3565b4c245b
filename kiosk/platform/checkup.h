/* SPDX-License-Identifier: MIT */
/* The facts of a health check that can change while a process runs. */
#ifndef PLATFORM_CHECKUP_H
#define PLATFORM_CHECKUP_H

#include "core/health.h"

/* Fills swap, random, writable and free_mb; the other facts are left to the caller. folder: where
 * the data is or, while it is not there, will be; NULL: in memory only. */
void checkup_look(const char *folder, struct health_facts *facts);

#endif
