/* SPDX-License-Identifier: MIT */
/* The facts of a health check that can change while a process runs. */
#ifndef PLATFORM_CHECKUP_H
#define PLATFORM_CHECKUP_H

#include "core/health.h"

#include <stdbool.h>

/* Fills in swap, random, folder, in_memory, free_mb and memory_mb, and leaves the other facts to
 * the caller. folder: where the data is, or will be when the folder is made. NULL: the data is in
 * memory only. */
void checkup_look(const char *folder, struct health_facts *facts);

/* Opens what the look needs. To be called before a sandbox in which only the folder can be opened.
 */
void checkup_hold(void);

/* Returns whether the folder has room for the next save. */
enum health_space checkup_space(const char *folder);

#endif
