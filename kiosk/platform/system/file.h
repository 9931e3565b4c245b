/* SPDX-License-Identifier: MIT */
/* Reads a small file whole, and gives one its name. */
#ifndef PLATFORM_FILE_H
#define PLATFORM_FILE_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads path, resolved at the directory dir (AT_FDCWD: the working directory), into buffer. Only a
 * regular file is read, so that a pipe cannot hold the caller up. STATUS_MISSING, STATUS_LIMIT when
 * it is larger than size, STATUS_INVALID when it is no regular file, else the errno's status; the
 * buffer's bytes are then unspecified and *length untouched. */
MUST_USE enum status file_read(int dir, const char *path, void *buffer, size_t size,
                               size_t *length);

/* The two sides of it: a file that is open can be read where none may be opened any more. The
 * second one closes it. follow: also where the path is a link; else that is INVALID. */
MUST_USE enum status file_open(int dir, const char *path, bool follow, int *file);
MUST_USE enum status file_read_open(int file, void *buffer, size_t size, size_t *length);

/* Gives a file of a folder another name, and overwrites nothing: 0, or -1 with errno, EEXIST where
 * something has the name. A file system that knows no such rename (FAT below FUSE, exFAT, NTFS and
 * others) is looked at first; that is enough where nobody else writes there. */
MUST_USE int file_rename_new(int folder, const char *from, const char *to);

#endif
