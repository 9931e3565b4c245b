/* SPDX-License-Identifier: MIT */
/* The facts of a health check that can change while a process runs. */
#ifndef PLATFORM_CHECKUP_H
#define PLATFORM_CHECKUP_H

#include "core/health.h"

#include <stdbool.h>

/* Fills swap, random, folder, in_memory, free_mb and memory_mb; the other facts are left to the
 * caller. folder: where the data is or, while it is not there, will be; NULL: in memory only. */
void checkup_look(const char *folder, struct health_facts *facts);

/* To be called before a sandbox in which nothing but the folder can be opened. */
void checkup_hold(void);

/* Tells what would become of the next save in that folder. */
enum health_space checkup_space(const char *folder);

#endif
