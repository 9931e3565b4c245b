/* SPDX-License-Identifier: MIT */
/* Processes of this program. Each is hardened at its start, is started by executing this program
 * again, and never outlives the process that started it. */
#ifndef PLATFORM_PROCESS_H
#define PLATFORM_PROCESS_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    PROCESS_FD_FIRST = 3, /* inherited descriptors have the numbers from here on, in their order */
    PROCESS_FD_MAX = 5,
    PROCESS_ENVIRONMENT_MAX = 64, /* variables that are passed on; more are left out */
};

enum process_kind {
    PROCESS_COMMAND, /* what somebody types, also the kiosk itself */
    PROCESS_ROLE,    /* a part of a running kiosk */
};

/* The first call of every process. Sets what the parent process may have left in another state:
 * signals (platform/system/signals.h), limits (platform/system/limits.h), and the mask for new
 * files, so that it keeps no file from its own user. Then calls process_harden. */
bool process_begin(enum process_kind kind);

/* Makes the process undumpable, without core files and without new privileges. Opens those of the
 * three standard descriptors that are closed, so that no other file gets their numbers. Returns
 * false when one of these failed. */
bool process_harden(void);

/* Writes the path of this program's file, followed by suffix. Returns false when the path does not
 * fit or is not known. */
bool process_beside(const char *suffix, char *path, size_t size);

/* What a process is started with. The process gets no other variable of the environment, and
 * besides these descriptors only the three standard ones: an empty input, an output that drops
 * everything, and our own error output. */
struct process_start {
    const char *program; /* NULL: this program */
    char *const *argv;   /* ended by NULL */
    /* Names of variables to be passed on, ended by NULL. A name that ends in a star stands for all
     * that begin so. */
    const char *const *environment;
    const int *descriptors; /* get the numbers from PROCESS_FD_FIRST on, in this order; the caller
                               keeps its own */
    size_t descriptor_count;
    int nothing; /* the descriptor of process_nothing */
};

/* Opens a descriptor that reads as empty and drops what is written to it. To be called once, before
 * the sandbox. */
MUST_USE enum status process_nothing(int *descriptor);

/* Starts a program. The child is killed when this process ends, however it ends. */
MUST_USE enum status process_start(const struct process_start *start, pid_t *pid);

/* For a process that process_start has started: from now on its error output is dropped, also that
 * of a library or of an assertion. */
void process_fall_silent(void);

/* Gives back to the system the memory that libraries needed only while they started. */
void process_give_back(void);

/* For a child of a fork: the child is killed when the process with this number ends, however it
 * ends. Returns false when that process has ended already. */
bool process_tie(pid_t parent);

/* Has the system clean up after this process's children, so that no call has to wait for them. */
void process_forget_children(void);

/* Has the system end this process after so many seconds, whatever the process waits for then. */
void process_end_after(uint32_t seconds);

/* Kills a process with SIGKILL and does not wait for its end. */
void process_kill(pid_t pid);

/* Takes one ended child: its pid and exit status, which is 128 + n when signal n ended it. Returns
 * false when no child has ended. */
bool process_reap(pid_t *pid, int *exit_status);

/* Waits for the end of a child that was killed, for two seconds at most. */
void process_wait(pid_t pid);
/* Kills a child, if there is one, and waits for its end. Sets *pid to 0. */
void process_end(pid_t *pid);

/* Returns whether a program of this name is among the parents of this process. */
bool process_is_below(const char *name);

#endif
