/* SPDX-License-Identifier: MIT */
/* Processes of this program: hardened at start, started by executing the program itself again, and
 * never outliving the one that started them. */
#ifndef PLATFORM_PROCESS_H
#define PLATFORM_PROCESS_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    PROCESS_FD_FIRST = 3, /* inherited descriptors stand from here on, in their order */
    PROCESS_FD_MAX = 5,
    PROCESS_ENVIRONMENT_MAX = 64, /* variables passed on; more are left out */
};

enum process_kind {
    PROCESS_COMMAND, /* what somebody types, the kiosk itself too */
    PROCESS_ROLE,    /* a part of a running kiosk */
};

/* First thing in every process: what whoever started it has left set is set to what this program
 * needs: signals (platform/system/signals.h), limits (platform/system/limits.h), and a mask of new
 * files that keeps no file from its own user. Then process_harden. */
bool process_begin(enum process_kind kind);

/* Makes the process undumpable, without core files and new privileges, and opens the three standard
 * descriptors, so that no other file takes their place. Returns false when one of these failed. */
bool process_harden(void);

/* Writes the path of this program's file with a suffix. Returns false when it does not fit or is
 * not known. */
bool process_beside(const char *suffix, char *path, size_t size);

/* What a process is started with. It gets no other variable of the environment and no other
 * descriptor than the three standard ones: an empty input and output, and ours for errors. */
struct process_start {
    const char *program; /* NULL: this one */
    char *const *argv;   /* ended by NULL */
    /* Names of variables to be passed on, ended by NULL; one that ends in a star is all that begin
     * so. */
    const char *const *environment;
    const int *descriptors; /* from PROCESS_FD_FIRST on, in this order; the caller keeps its own */
    size_t descriptor_count;
    int nothing; /* of process_nothing */
};

/* Opens a descriptor that reads as empty and drops what is written. To be called once, before the
 * sandbox. */
MUST_USE enum status process_nothing(int *descriptor);

/* Starts a program. The child is killed when this process dies, however it dies. */
MUST_USE enum status process_start(const struct process_start *start, pid_t *pid);

/* For a process that was started in this way: from now on its error output is dropped too, also
 * that of a library or an assertion. */
void process_fall_silent(void);

/* Gives memory back to the system that libraries needed only while they started. */
void process_give_back(void);

/* For a child of a fork: the child dies with the process of this number, however that dies. Returns
 * false when that process is dead already. */
bool process_tie(pid_t parent);

/* Lets the system clean up after this process's children, so that no call has to wait for them. */
void process_forget_children(void);

/* Has the system end this process in so many seconds, whatever it waits for. */
void process_end_after(uint32_t seconds);

/* Kills a process with SIGKILL and does not wait for its end. */
void process_kill(pid_t pid);

/* Takes one ended child: its pid and exit status, which is 128 + n when signal n ended it. Returns
 * false when no child has ended. */
bool process_reap(pid_t *pid, int *exit_status);

/* Waits for the end of a child that was killed, for two seconds at most. */
void process_wait(pid_t pid);
/* Kills a child, if there is one, and waits for its end. *pid is 0 afterwards. */
void process_end(pid_t *pid);

/* Returns whether a program of this name is among the parents of this process. */
bool process_is_below(const char *name);

#endif
