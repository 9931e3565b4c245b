/* SPDX-License-Identifier: MIT */
/* The commands, each in a file of its name; tools.c says what each is for. Each returns an exit
 * status. The stage is open. */
#ifndef TOOLS_COMMANDS_H
#define TOOLS_COMMANDS_H

#include "tools/options.h"

int cmd_replay(const struct tool_options *options);
int cmd_shot(const struct tool_options *options);
int cmd_compare(const struct tool_options *options);
int cmd_looks(const struct tool_options *options);
int cmd_frames(const struct tool_options *options);
int cmd_layout(const struct tool_options *options);
int cmd_matrix(const struct tool_options *options);
int cmd_presses(const struct tool_options *options);
int cmd_tour(const struct tool_options *options);
int cmd_read(const struct tool_options *options);
int cmd_speak(const struct tool_options *options);
int cmd_screens(const struct tool_options *options);
int cmd_law(const struct tool_options *options);

#endif
