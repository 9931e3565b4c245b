/* SPDX-License-Identifier: MIT */
/* Processes of this program: hardened at start, started by executing the program itself again, and
 * never outliving the one that started them. */
#ifndef PLATFORM_PROCESS_H
#define PLATFORM_PROCESS_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum {
    PROCESS_FD_FIRST = 3, /* inherited descriptors stand from here on, in their order */
    PROCESS_FD_MAX = 4,
};

/* First thing in every process: not dumpable, no core file, no new privileges. False when one of
 * them could not be had. */
bool process_harden(void);

/* The path of this program's file with a suffix; false when it does not fit or cannot be told. */
bool process_beside(const char *suffix, char *path, size_t size);

/* Starts a program (NULL: this one) with these arguments (ended by NULL) and descriptors; every
 * other descriptor above the standard three is closed. The child is killed when this process dies,
 * however it dies. The caller keeps its own descriptors. */
MUST_USE enum status process_start(const char *program, char *const argv[], const int *descriptors,
                                   size_t count, pid_t *pid);

void process_kill(pid_t pid);

/* One ended child: its pid and exit status, 128 + n when signal n ended it. False: none. */
bool process_reap(pid_t *pid, int *exit_status);

/* Waits for the end of a child that was killed. */
void process_wait(pid_t pid);

/* Blocks SIGCHLD, SIGTERM, SIGINT and SIGHUP and gives a descriptor to read them from. */
MUST_USE enum status process_signals_open(int *signals);
/* The next signal, or 0. */
int process_signals_next(int signals);

/* Ignores what a terminal sends to a whole group: main alone decides how to end. */
void process_ignore_signals(void);

#endif
