/* SPDX-License-Identifier: MIT */
/* How a picture's screen is reached: a few directives of a story for every screen and state. */
#ifndef TOOLS_VIEWS_H
#define TOOLS_VIEWS_H

#include "tools/options.h"

/* Sets the stage and brings it to that screen and state; *stage is the one of the process. Returns
 * an exit status; what is wrong was said on stderr. */
int views_reach(const struct tool_options *options, struct stage **stage);

/* The views there are, by index: screen and state. */
uint32_t views_count(void);
void views_at(uint32_t index, const char **screen, const char **state);

/* Prints every screen's id and its states. */
void views_list(void);

#endif
