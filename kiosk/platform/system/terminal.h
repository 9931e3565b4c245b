/* SPDX-License-Identifier: MIT */
/* Text for a terminal: names of files, and what a library says, may hold anything. */
#ifndef PLATFORM_TERMINAL_H
#define PLATFORM_TERMINAL_H

#include <stddef.h>

/* Copies the text with "?" in place of what a terminal would obey or cannot show. Returns out; what
 * does not fit is left out. */
const char *terminal_safe(const char *text, char *out, size_t size);

#endif
