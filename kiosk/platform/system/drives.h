/* SPDX-License-Identifier: MIT */
/* Drives that were plugged in, each known by the name of the directory it is mounted at, and files
 * written to them so that there is either all of one or nothing. */
#ifndef PLATFORM_DRIVES_H
#define PLATFORM_DRIVES_H

#include "core/export.h"
#include "core/message.h"

#include <stdbool.h>
#include <stdio.h>

#define DRIVES_TABLE "/proc/self/mountinfo"

enum { DRIVES_ROOTS_MAX = 2 };

struct drives {
    FILE *table;      /* the mount table of drives_hold; NULL: the table is opened for each look */
    const char *root; /* every directory in it is a drive; NULL: what is mounted below /media and
                         /run/media */
};

/* Lists at most MESSAGE_DRIVE_MAX drives by their labels (core/drive_label.h), in the order of the
 * system's table. Without sizes no drive is touched, and each has MESSAGE_FREE_UNKNOWN. */
MUST_USE enum status drives_list(const struct drives *drives, bool sizes,
                                 struct message_drives *out);

/* Opens the system's table of mounts once, before the sandbox, for this process and its children. A
 * child that opened it by its name would get a table of its own. */
void drives_hold(struct drives *drives);

/* Gives the folders beneath which drives are mounted, and returns how many. What is mounted
 * elsewhere is no drive. */
size_t drives_roots(const struct drives *drives, const char *roots[DRIVES_ROOTS_MAX]);

/* Returns a descriptor that becomes ready (POLLPRI) when something is mounted or taken away, or -1
 * where the system has none. It need not be read: the next change makes it ready again. */
int drives_watch(void);

/* Writes new files, syncs each under its own name, reads it back from the medium and compares: all
 * of them or none. OK: the drive may be pulled out. NO_SPACE, READ_ONLY; MISSING: the drive is
 * gone; EXISTS: a file of one of the names is there and was left as it is; IO. Nothing is left on a
 * failure. */
MUST_USE enum status drives_write(const struct drives *drives, const char *label,
                                  const struct export_file *files, size_t count);

/* Lists a drive's files with this ending that come after that name, in the order of core/export.h,
 * as many as the list holds. It does not check whether they can be read. MISSING: the drive is
 * gone. */
MUST_USE enum status drives_find(const struct drives *drives, const struct message_pick *after,
                                 const char *ending, struct message_backups *out);

/* Reads one plain file whole. MISSING: the file or the drive is gone. LIMIT: it is larger than
 * size. INVALID: it is a link or anything else that is no plain file, and was not opened. IO. */
MUST_USE enum status drives_read(const struct drives *drives, const struct message_pick *pick,
                                 void *buffer, size_t size, size_t *length);

#endif
