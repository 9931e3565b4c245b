/* SPDX-License-Identifier: MIT */
#include "platform/system/oom.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

void oom_open(struct oom *oom)
{
    *oom = (struct oom){.score = -1};
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    int score = open("/proc/self/oom_score_adj", O_RDWR | O_CLOEXEC);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    ssize_t length = score < 0 ? -1 : read(score, oom->usual, sizeof(oom->usual));
    if (length > 0) {
        oom->score = score;
        oom->usual_length = (size_t)length;
    }
}

static void set(const struct oom *oom, const char *text, size_t length)
{
    if (oom->score >= 0) {
        ssize_t written = write(oom->score, text, length);
        (void)written; /* after a failure the child is like any other process */
    }
}

pid_t oom_fork(const struct oom *oom)
{
    static const char FIRST[] = "1000";
    set(oom, FIRST, sizeof(FIRST) - 1);
    pid_t child = fork();
    if (child != 0) {
        set(oom, oom->usual, oom->usual_length);
    }
    return child;
}
