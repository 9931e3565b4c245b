/* SPDX-License-Identifier: MIT */
/* Files that are written to a drive together, and their names. A name holds the day and the number
 * among the files of that day, so that a list can be sorted. */
#ifndef CORE_EXPORT_H
#define CORE_EXPORT_H

#include "core/calendar.h"
#include "core/message.h"

enum { EXPORT_NAME_BYTES = 40, EXPORT_FILE_MAX = 2 };
enum { EXPORT_COPIES_MAX = 99 }; /* of one day on one drive */

struct export_file {
    char name[EXPORT_NAME_BYTES]; /* a plain file name */
    const void *bytes;
    size_t length;
};

/* "reflection-2026-11-27.backup", its second one "reflection-2026-11-27-2.backup": a report's and a
 * backup's name tell no topic and no group. Of a day that nobody knows (0) there is the month
 * alone: "reflection-2026-11.backup", and "reflection-2026-11_2.backup". The rest of out is zero.
 * ending: with its dot, at most 8 bytes; copy: from 1. */
void export_name(struct civil_time today, uint32_t copy, const char *ending,
                 char out[EXPORT_NAME_BYTES]);

/* Compares two names for a list: negative when a stands before b, 0 only for equal names. The newer
 * day comes first, and within a day the higher copy. Names that are not ours come last, by the
 * alphabet. */
int export_compare(const char *a, const char *b);

/* Adds a name to a page of a sorted list. The page begins after the name `after` ("": at the first
 * name) and drops the names that it has no room for. name is shorter than MESSAGE_NAME_BYTES. */
void export_note(struct message_backups *list, const char *name, const char *after);

#endif
