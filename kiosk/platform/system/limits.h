/* SPDX-License-Identifier: MIT */
/* Limits of the system on a process. Whoever starts the kiosk may have lowered them. */
#ifndef PLATFORM_LIMITS_H
#define PLATFORM_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A limit that is too low for the kiosk, in the unit of its name. */
struct limits_short {
    const char *name; /* as a service manager knows it, and prlimit with small letters: "FSIZE" */
    int64_t has, needs;
};

/* Raises every limit as far as this user may, which undoes what a shell lowered for its programs.
 */
void limits_raise(void);

/* Lists the limits under which the kiosk could stop in the middle of a meeting, and returns how
 * many there are; out has room for LIMITS_MAX. file_bytes is the size of the largest file that the
 * kiosk writes. */
enum { LIMITS_MAX = 8 };
size_t limits_find_short(uint64_t file_bytes, struct limits_short out[LIMITS_MAX]);

#endif
