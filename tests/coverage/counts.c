/* SPDX-License-Identifier: MIT */
/* Coverage of processes that write no counts, because they are killed, end by _exit or are in a
 * sandbox: a process and those that it forks count in the same memory, and who is left at the end
 * writes it. */
#include <sys/mman.h>
#include <unistd.h>

extern char counts_begin[], counts_end[]; /* counts.ld */

__attribute__((constructor)) static void share_counts(void)
{
    const int how = MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED;
    const size_t bytes = (size_t)(counts_end - counts_begin);
    if (mmap(counts_begin, bytes, PROT_READ | PROT_WRITE, how, -1, 0) == MAP_FAILED) {
        _exit(1);
    }
}

/* The library's own sets a child's counts to zero, which are its parent's here. */
pid_t __gcov_fork(void);
pid_t __gcov_fork(void)
{
    return fork();
}
