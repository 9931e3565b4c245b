/* SPDX-License-Identifier: MIT */
/* Bytes in memory that no process can change any more, behind a descriptor that can be handed to
 * other processes. Several processes then read the same bytes, even when the file that they came
 * from changes. */
#ifndef PLATFORM_SEALED_H
#define PLATFORM_SEALED_H

#include "core/status.h"

#include <stddef.h>

/* Makes such memory. The descriptor is closed on exec, unless it is handed on. */
MUST_USE enum status sealed_make(const void *bytes, size_t length, int *descriptor);

/* Reads all of these bytes from their beginning, wherever another process has read to. Fails as
 * file_read does. IO: the descriptor is no such memory. */
MUST_USE enum status sealed_read(int descriptor, void *buffer, size_t size, size_t *length);

#endif
