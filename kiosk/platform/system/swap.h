/* SPDX-License-Identifier: MIT */
/* Whether this machine may write memory to a disk. */
#ifndef PLATFORM_SWAP_H
#define PLATFORM_SWAP_H

#include <stdbool.h>
#include <stddef.h>

#define SWAP_TABLE "/proc/swaps"

/* Before a sandbox in which it could not be opened. */
void swap_hold(void);

/* Swap other than zram, which stays in memory; hibernation needs such a swap too. True also when
 * there is no way to tell. */
bool swap_is_on(void);

/* The same for the text of /proc/swaps. */
bool swap_text_is_on(const char *text, size_t length);
/* Whether there is swap, all of it compressed memory. */
bool swap_text_is_zram(const char *text, size_t length);
bool swap_is_zram(void);

#ifdef TEST_BUILD
/* Another table than the system's. */
void swap_test(const char *path);
#endif

#endif
