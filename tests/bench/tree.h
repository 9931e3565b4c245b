/* SPDX-License-Identifier: MIT */
/* A program under measurement: started on the display at hand, its first frame awaited, and what it
 * and all its processes have used so far. */
#ifndef BENCH_TREE_H
#define BENCH_TREE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { TREE_PROCESS_MAX = 16 };

struct tree {
    uint32_t count;
    pid_t pid[TREE_PROCESS_MAX];
};

int64_t bench_now_ns(void);
void bench_sleep_ms(long ms);

/* Starts it and waits for its first frame, which it writes into a file named by the environment.
 * Returns its pid; *first_ns is how long that took. Ends this program when no frame comes. */
pid_t tree_start(char *const argv[], int64_t *first_ns);
void tree_stop(pid_t top);

/* The process and all that came from it. */
void tree_find(pid_t top, struct tree *tree);

/* Of all their threads: processor time, waits; of all processes: memory that is theirs alone. */
int64_t tree_cpu_ns(const struct tree *tree);
int64_t tree_wakeups(const struct tree *tree);
int64_t tree_private_kib(const struct tree *tree);
/* Of that, what they have written. The rest are pages of files: of a library that another program
 * has open as well, none. */
int64_t tree_written_kib(const struct tree *tree);

#endif
