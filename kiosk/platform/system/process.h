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

/* Not dumpable, no core file, no new privileges; and the three standard descriptors are open, so
 * that nothing else takes their place. False when one of them could not be had. */
bool process_harden(void);

/* The path of this program's file with a suffix; false when it does not fit or cannot be told. */
bool process_beside(const char *suffix, char *path, size_t size);

/* What a process is started with, and nothing else: no descriptor but the three standard ones, of
 * which it gets an empty input and output and ours for errors; no variable of the environment. */
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

/* What is read from it is empty, what is written to it is gone. Opened once, before the sandbox. */
MUST_USE enum status process_nothing(int *descriptor);

/* The child is killed when this process dies, however it dies. */
MUST_USE enum status process_start(const struct process_start *start, pid_t *pid);

/* For a process that was started so: what it says from now on is gone too, also what a library or
 * an assertion says. */
void process_fall_silent(void);

/* Gives back to the system what libraries took while they started, and have no use for any more. */
void process_give_back(void);

/* For a child of a fork: it dies with the process of this number, however that dies. False: it is
 * dead already. */
bool process_tie(pid_t parent);

/* Nobody waits for the children of this process: the system lets them go by themselves. */
void process_forget_children(void);

/* The system ends this process in so many seconds, whatever it waits for. */
void process_end_after(uint32_t seconds);

void process_kill(pid_t pid);

/* One ended child: its pid and exit status, 128 + n when signal n ended it. False: none. */
bool process_reap(pid_t *pid, int *exit_status);

/* Waits for the end of a child that was killed, for two seconds at most. */
void process_wait(pid_t pid);
/* Both, where there is one: *pid is 0 afterwards. */
void process_end(pid_t *pid);

/* Whether a program of this name started this process, or the one that did, and so on. */
bool process_is_below(const char *name);

#endif
