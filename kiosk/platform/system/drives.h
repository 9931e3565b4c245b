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
    FILE *table;      /* of drives_hold; NULL: it is opened for each look */
    const char *root; /* every directory in it is a drive; NULL: what is mounted below /media and
                         /run/media */
};

/* At most MESSAGE_DRIVE_MAX, in the order the system lists them, by their labels
 * (core/drive_label.h). Without sizes no drive is touched, and each is MESSAGE_FREE_UNKNOWN. */
MUST_USE enum status drives_list(const struct drives *drives, bool sizes,
                                 struct message_drives *out);

/* Opens the system's table once, before a sandbox, and for children too: each would find another
 * one under its name. */
void drives_hold(struct drives *drives);

/* The folders that drives are beneath; a drive anywhere else is none. Returns how many. */
size_t drives_roots(const struct drives *drives, const char *roots[DRIVES_ROOTS_MAX]);

/* A descriptor that becomes ready (POLLPRI) when something is mounted or taken away; -1 where the
 * system has none. Reading is not needed: the next change makes it ready again. */
int drives_watch(void);

/* Writes new files, syncs each under its own name, reads it back from the medium and compares: all
 * of them or none. OK: the drive may be pulled out. NO_SPACE, READ_ONLY; MISSING: the drive is
 * gone; EXISTS: a file of one of the names is there and was left as it is; IO. Nothing is left on a
 * failure. */
MUST_USE enum status drives_write(const struct drives *drives, const char *label,
                                  const struct export_file *files, size_t count);

/* The first names of a drive's files that end so, of those after that one (core/export.h has the
 * order); whether one can be read is not looked at. MISSING: the drive is gone. */
MUST_USE enum status drives_find(const struct drives *drives, const struct message_pick *after,
                                 const char *ending, struct message_backups *out);

/* One plain file, whole. MISSING: it or the drive is gone; LIMIT: larger than size; INVALID: a link
 * or anything else that is no plain file, which is not even opened; IO. */
MUST_USE enum status drives_read(const struct drives *drives, const struct message_pick *pick,
                                 void *buffer, size_t size, size_t *length);

#endif
