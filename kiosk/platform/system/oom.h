/* SPDX-License-Identifier: MIT */
/* A child that dies first when the system, or a group of processes with a limit, runs out of
 * memory. The score goes from parent to child, and only a process that can be dumped may open its
 * own: so it is opened early, and raised for the moment of the fork alone. */
#ifndef PLATFORM_OOM_H
#define PLATFORM_OOM_H

#include <stddef.h>
#include <sys/types.h>

enum { OOM_SCORE_BYTES = 8 };

struct oom {
    int score;                   /* -1: the system has none, and children die like any other */
    char usual[OOM_SCORE_BYTES]; /* what it is set back to */
    size_t usual_length;
};

/* To be called before the process holds anything secret, because the process can be dumped for that
 * moment. */
void oom_open(struct oom *oom);

/* Forks such a child, and returns as fork does. */
pid_t oom_fork(const struct oom *oom);

#endif
