/* SPDX-License-Identifier: MIT */
/* Whether this machine may write memory to a disk. */
#ifndef PLATFORM_SWAP_H
#define PLATFORM_SWAP_H

#include <stdbool.h>
#include <stddef.h>

#define SWAP_TABLE "/proc/swaps"

/* Opens the system's table. To be called before the sandbox. */
void swap_hold(void);

/* Returns whether there is swap other than zram, which stays in memory. Hibernation needs such a
 * swap too. True also when the system does not tell. */
bool swap_is_on(void);

/* Returns what swap_is_on would return for this text of /proc/swaps. */
bool swap_text_is_on(const char *text, size_t length);
/* Returns whether there is swap and all of it is compressed memory (zram). */
bool swap_text_is_zram(const char *text, size_t length);
bool swap_is_zram(void);

#ifdef TEST_BUILD
/* For tests: another table than the system's. */
void swap_test(const char *path);
#endif

#endif
