/* SPDX-License-Identifier: MIT */
/* A child that the system kills first when the system, or a group of processes with a limit, runs
 * out of memory. A child inherits its parent's score. A process can open its own score only while
 * it can be dumped, so oom_open opens the score early, and oom_fork raises it for the moment of the
 * fork alone. */
#ifndef PLATFORM_OOM_H
#define PLATFORM_OOM_H

#include <stddef.h>
#include <sys/types.h>

enum { OOM_SCORE_BYTES = 8 };

struct oom {
    int score; /* -1: the system has no score, and children are like any other process */
    char usual[OOM_SCORE_BYTES]; /* the value that the score is set back to */
    size_t usual_length;
};

/* To be called before the process holds anything secret, because the process can be dumped for that
 * moment. */
void oom_open(struct oom *oom);

/* Forks such a child, and returns as fork does. */
pid_t oom_fork(const struct oom *oom);

#endif
