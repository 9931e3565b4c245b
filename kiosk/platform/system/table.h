/* SPDX-License-Identifier: MIT */
/* A text that the system makes anew for each reader, such as /proc/swaps. A process that has opened
 * the text before its sandbox can read the text inside the sandbox, where no file can be opened. */
#ifndef PLATFORM_TABLE_H
#define PLATFORM_TABLE_H

#include "core/status.h"

#include <stddef.h>

struct table {
    const char *path;
    int held; /* -1: the text is opened for each reading */
};

/* Opens the text and keeps it open; where that fails, each reading opens it. */
void table_open(struct table *table);

/* Reads the text's first bytes, as many as fit. IO. */
MUST_USE enum status table_read(const struct table *table, char *buffer, size_t size,
                                size_t *length);

#endif
