/* SPDX-License-Identifier: MIT */
/* A text that the system makes anew for each reader, such as /proc/swaps. Held open before the
 * sandbox it can be read where no file may be opened any more. */
#ifndef PLATFORM_TABLE_H
#define PLATFORM_TABLE_H

#include "core/status.h"

#include <stddef.h>

struct table {
    const char *path;
    int held; /* -1: it is opened for each reading */
};

void table_hold(struct table *table);

/* Reads its first bytes, as many as fit. IO. */
MUST_USE enum status table_read(const struct table *table, char *buffer, size_t size,
                                size_t *length);

#endif
