/* SPDX-License-Identifier: MIT */
/* Signals as this program needs them, whatever the one that started it had made of them: an action,
 * a mask, a timer and a signal that waits all outlive execve. */
#ifndef PLATFORM_SIGNALS_H
#define PLATFORM_SIGNALS_H

#include "core/status.h"

/* For a command that somebody types: every action is the system's own again, nothing is blocked, no
 * timer runs and nothing waits. What a terminal sends stays ignored where it was: nohup asked for
 * that. A file that grows beyond a limit is an error of its write. */
void signals_reset(void);

/* For a part that main starts: main alone decides how to end, so whatever else would end or stop a
 * process is ignored. Faults of a process itself and the end of a child stay as they are. Also
 * between fork and execve. */
void signals_ignore(void);

/* For main: ignores the same, but for the end of a child and the signals that ask for the end
 * (SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPWR); those are blocked, and come from a descriptor. */
MUST_USE enum status signals_open(int *signals);
/* Returns the next signal, or 0. */
int signals_next(int signals);

#endif
