/* SPDX-License-Identifier: MIT */
/* Reads a small file whole, and renames a file without overwriting another. */
#ifndef PLATFORM_FILE_H
#define PLATFORM_FILE_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads path, resolved from the directory dir (AT_FDCWD: the working directory), into buffer. Only
 * a regular file is read, because a pipe could keep the caller waiting. STATUS_MISSING.
 * STATUS_LIMIT: the file is larger than size. STATUS_INVALID: it is no regular file. Any other
 * failure is the errno's status. After a failure the buffer's bytes are unspecified and *length is
 * unchanged. */
MUST_USE enum status file_read(int dir, const char *path, void *buffer, size_t size,
                               size_t *length);

/* The two halves of file_read: a file that file_open has opened can be read later, where no file
 * may be opened any more. The second function closes the file. follow: open also what a symbolic
 * link leads to; otherwise a link is INVALID. */
MUST_USE enum status file_open(int dir, const char *path, bool follow, int *file);
MUST_USE enum status file_read_open(int file, void *buffer, size_t size, size_t *length);

/* Renames a file of a folder and overwrites nothing. Returns 0, or -1 with errno; EEXIST: something
 * has that name already. Where the file system cannot rename so (FAT below FUSE, exFAT, NTFS and
 * others), the function first looks whether the name is taken. That is enough where nobody else
 * writes there. */
MUST_USE int file_rename_new(int folder, const char *from, const char *to);

#endif
