/* SPDX-License-Identifier: MIT */
/* SQLite's own allocations, refused from some one on. */
#ifndef SCARCE_MEMORY_H
#define SCARCE_MEMORY_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

static sqlite3_mem_methods plenty;
static int allocations_left = -1; /* -1: none is refused */

static inline bool may_allocate(void)
{
    if (allocations_left == 0) {
        return false;
    }
    allocations_left -= allocations_left > 0;
    return true;
}

static inline void *scarce_malloc(int size)
{
    return may_allocate() ? plenty.xMalloc(size) : NULL;
}

static inline void *scarce_realloc(void *old, int size)
{
    return may_allocate() ? plenty.xRealloc(old, size) : NULL;
}

/* Has to come before SQLite starts. */
static inline void make_memory_scarce(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plenty);
    sqlite3_mem_methods scarce = plenty;
    scarce.xMalloc = scarce_malloc;
    scarce.xRealloc = scarce_realloc;
    (void)sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce);
}

#endif
