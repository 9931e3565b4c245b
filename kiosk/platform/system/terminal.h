/* SPDX-License-Identifier: MIT */
/* Makes text safe for a terminal: the name of a file, or the words of a library, may hold any
 * bytes. */
#ifndef PLATFORM_TERMINAL_H
#define PLATFORM_TERMINAL_H

#include <stddef.h>

/* Copies the text, with "?" for each character that a terminal would obey or cannot show. Returns
 * out. What does not fit is left out. */
const char *terminal_safe(const char *text, char *out, size_t size);

#endif
