/* SPDX-License-Identifier: MIT */
/* Reading one line from standard input. */
#ifndef MAIN_ASK_H
#define MAIN_ASK_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Asks the question and reads the next line, without its line feed. hidden: on a terminal the line
 * does not show while it is typed, and a signal that ends or stops the program takes effect only
 * when the terminal shows what is typed again. MISSING: the input ended before a line came.
 * INVALID: the line is longer than size allows, or is no text. */
MUST_USE enum status ask_line(const char *question, bool hidden, char *out, size_t size);
bool ask_is_terminal(void);

#endif
