/* SPDX-License-Identifier: MIT */
/* Limits of the system on a process. Whoever starts the kiosk may have lowered them. */
#ifndef PLATFORM_LIMITS_H
#define PLATFORM_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One that is too low for the kiosk, in the unit of its name. */
struct limits_short {
    const char *name; /* as a service manager knows it, and prlimit with small letters: "FSIZE" */
    int64_t has, needs;
};

/* Takes every limit up to where this user may: what a shell lowered for its programs is undone. */
void limits_raise(void);

/* Those under which the kiosk could stop in mid-meeting. file_bytes: the largest file that it
 * writes. Returns how many there are; out may hold LIMITS_MAX of them. */
enum { LIMITS_MAX = 8 };
size_t limits_find_short(uint64_t file_bytes, struct limits_short out[LIMITS_MAX]);

#endif
