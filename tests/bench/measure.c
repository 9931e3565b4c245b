/* SPDX-License-Identifier: MIT */
/* Starts a program on the display at hand, waits until it says that its first frame is there, and
 * prints one line: ms to the first frame, ms of processor time of all its processes by then, KiB of
 * memory that is theirs alone, KiB of it that were written, and wake-ups a second while nobody does
 * anything.
 *
 *   measure SECONDS COMMAND [ARGUMENT...] */
#include "tree.h"

#include <stdio.h>
#include <stdlib.h>

enum { SETTLE_S = 8 }; /* resting rings have stopped by then */

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: measure SECONDS COMMAND [ARGUMENT...]\n");
        return 2;
    }
    int seconds = atoi(argv[1]);
    int64_t first_ns;
    struct tree tree;
    pid_t pid = tree_start(argv + 2, &first_ns);
    tree_find(pid, &tree);
    int64_t cpu_ns = tree_cpu_ns(&tree);
    bench_sleep_ms(SETTLE_S * 1000L);
    tree_find(pid, &tree);
    int64_t before = tree_wakeups(&tree);
    bench_sleep_ms(seconds * 1000L);
    int64_t after = tree_wakeups(&tree);
    printf("%.1f %.1f %lld %lld %.2f\n", (double)first_ns / 1e6, (double)cpu_ns / 1e6,
           (long long)tree_private_kib(&tree), (long long)tree_written_kib(&tree),
           (double)(after - before) / seconds);
    tree_stop(pid);
    return 0;
}
