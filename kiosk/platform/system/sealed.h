/* SPDX-License-Identifier: MIT */
/* Bytes in memory that nobody can change any more, as a descriptor that other processes can be
 * handed: what several of them have to read alike, though the file it came from may change. */
#ifndef PLATFORM_SEALED_H
#define PLATFORM_SEALED_H

#include "core/status.h"

#include <stddef.h>

/* The descriptor is closed when a program is started, unless it is handed on. */
MUST_USE enum status sealed_make(const void *bytes, size_t length, int *descriptor);

/* All of it, from its beginning, whoever read it before; as file_read. IO: it is no such memory. */
MUST_USE enum status sealed_read(int descriptor, void *buffer, size_t size, size_t *length);

#endif
