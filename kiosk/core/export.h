/* SPDX-License-Identifier: MIT */
/* Files that leave together, and the names by which they are known again: their day, and their
 * number among those of one day. */
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

/* Negative where a stands before b in a list: the newer day first, of one day the higher copy, and
 * last, by the alphabet, what has no name of ours. 0 for equal names alone. */
int export_compare(const char *a, const char *b);

/* Puts a name into its place among those that stand after `after` ("": from the first on), as far
 * as the list holds them. name: shorter than MESSAGE_NAME_BYTES. */
void export_note(struct message_backups *list, const char *name, const char *after);

#endif
