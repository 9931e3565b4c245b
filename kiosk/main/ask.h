/* SPDX-License-Identifier: MIT */
/* One line from standard input. */
#ifndef MAIN_ASK_H
#define MAIN_ASK_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

/* The next line without its line feed, after what was asked; on a terminal a hidden one is not
 * shown while it is typed, and a signal that ends or stops the program there comes after the
 * terminal shows again. MISSING: nothing came before the end;
 * INVALID: longer than size allows, or no text. */
MUST_USE enum status ask_line(const char *question, bool hidden, char *out, size_t size);
bool ask_is_terminal(void);

#endif
