/* SPDX-License-Identifier: MIT */
/* The commands that only the test build has: replay, shot, layout, tour, screens. They hold a whole
 * kiosk in one process, without a display and on virtual time. */
#ifndef TOOLS_TOOLS_H
#define TOOLS_TOOLS_H

#include <stdbool.h>

/* Exit statuses, as for the kiosk itself. */
enum { EXIT_DONE, EXIT_NOT_SO, EXIT_USAGE, EXIT_MACHINE };

/* True when argv[1] is one of ours. */
bool tools_has(const char *command);

/* Runs the command argv[1]; returns the exit status. */
int tools_main(int argc, char **argv);

#endif
