/* SPDX-License-Identifier: MIT */
/* Sets signals as this program needs them, whatever the program that started it has left: actions,
 * the mask, timers and waiting signals all outlive execve. */
#ifndef PLATFORM_SIGNALS_H
#define PLATFORM_SIGNALS_H

#include "core/status.h"

/* For a command that somebody types: every action is the system's own again, nothing is blocked, no
 * timer runs and no signal waits. Signals of a terminal that were ignored stay ignored, because
 * nohup asks for that. A file that grows beyond a limit makes its write fail. */
void signals_reset(void);

/* For a process that main starts: ignores every signal by which another program would end or stop
 * the process, because main alone decides how it ends. Faults of the process itself and the end of
 * a child keep their actions. May be called between fork and execve. */
void signals_ignore(void);

/* For main: ignores the same signals, except the end of a child and the signals that ask main to
 * end (SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPWR). Those are blocked, and are read from the
 * descriptor in *signals. */
MUST_USE enum status signals_open(int *signals);
/* Returns the next signal from the descriptor, or 0 when none waits. */
int signals_next(int signals);

#endif
