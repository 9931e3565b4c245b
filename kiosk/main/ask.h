/* SPDX-License-Identifier: MIT */
/* One line from standard input. */
#ifndef MAIN_ASK_H
#define MAIN_ASK_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Asks, and reads the next line without its line feed. A terminal does not show a hidden line while
 * it is typed; a signal that ends or stops the program takes effect after the terminal shows
 * letters again. INVALID: there is no line, or it is longer than size allows. */
MUST_USE enum status ask_line(const char *question, bool hidden, char *out, size_t size);
bool ask_is_terminal(void);

#endif
