/* SPDX-License-Identifier: MIT */
/* The commands that only the test build has. Those that show something hold a whole kiosk in one
 * process, on virtual time; "kiosk-test --help" lists all of them. */
#ifndef TOOLS_TOOLS_H
#define TOOLS_TOOLS_H

#include <stdbool.h>
#include <stdio.h>

/* Exit statuses, as for the kiosk itself. */
enum { EXIT_DONE, EXIT_NOT_SO, EXIT_USAGE, EXIT_MACHINE };

/* True for the name of a command of the test build. */
bool tools_has(const char *command);

/* Writes how each command is called, and what it is for. */
void tools_help(FILE *out);

/* Runs the command argv[1], which tools_has; returns the exit status. */
int tools_main(int argc, char **argv);

#endif
