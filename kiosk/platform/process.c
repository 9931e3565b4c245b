/* SPDX-License-Identifier: MIT */
#include "platform/process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    CHILD_FAILED = 126,
    SIGNAL_EXIT = 128,
    /* Copies stand here first, so that no descriptor is overwritten before it was copied. */
    PARKING = PROCESS_FD_FIRST + PROCESS_FD_MAX,
};

bool process_harden(void)
{
    struct rlimit none = {0, 0};
    bool undumpable = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    bool coreless = setrlimit(RLIMIT_CORE, &none) == 0;
    bool unprivileged = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    return undumpable && coreless && unprivileged;
}

static bool place_descriptors(const int *descriptors, size_t count)
{
    int parked[PROCESS_FD_MAX];
    for (size_t i = 0; i < count; i++) {
        parked[i] = fcntl(descriptors[i], F_DUPFD_CLOEXEC, PARKING);
        if (parked[i] < 0) {
            return false;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (dup2(parked[i], PROCESS_FD_FIRST + (int)i) < 0) {
            return false;
        }
    }
    return close_range(PROCESS_FD_FIRST + (unsigned)count, ~0u, 0) == 0;
}

/* The parent may die before the death signal is set; then nobody would send it. */
static bool tie_to_parent(pid_t parent)
{
    return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && getppid() == parent;
}

bool process_beside(const char *suffix, char *path, size_t size)
{
    ssize_t length = readlink("/proc/self/exe", path, size);
    size_t more = strlen(suffix) + 1;
    if (length <= 0 || (size_t)length + more > size) {
        return false;
    }
    memcpy(path + length, suffix, more);
    return true;
}

enum status process_start(const char *program, char *const argv[], const int *descriptors,
                          size_t count, pid_t *pid)
{
    assert(count <= PROCESS_FD_MAX);
    pid_t parent = getpid();
    pid_t child = fork();
    if (child < 0) {
        return STATUS_IO;
    }
    if (child == 0) {
        sigset_t none;
        sigemptyset(&none);
        if (tie_to_parent(parent) && place_descriptors(descriptors, count) &&
            sigprocmask(SIG_SETMASK, &none, NULL) == 0) {
            execve(program != NULL ? program : "/proc/self/exe", argv, environ);
        }
        _exit(CHILD_FAILED);
    }
    *pid = child;
    return STATUS_OK;
}

void process_kill(pid_t pid)
{
    assert(pid > 0);
    kill(pid, SIGKILL); /* gone already: as good */
}

bool process_reap(pid_t *pid, int *exit_status)
{
    int how = 0;
    pid_t ended = waitpid(-1, &how, WNOHANG);
    if (ended <= 0) {
        return false;
    }
    *pid = ended;
    *exit_status = WIFEXITED(how) ? WEXITSTATUS(how) : SIGNAL_EXIT + WTERMSIG(how);
    return true;
}

void process_wait(pid_t pid)
{
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
    }
}

static void handled_signals(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGCHLD);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGHUP);
}

enum status process_signals_open(int *signals)
{
    sigset_t set;
    handled_signals(&set);
    if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) {
        return STATUS_IO;
    }
    int descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor < 0) {
        return STATUS_IO;
    }
    *signals = descriptor;
    return STATUS_OK;
}

int process_signals_next(int signals)
{
    struct signalfd_siginfo info;
    ssize_t got = read(signals, &info, sizeof(info));
    return got == (ssize_t)sizeof(info) ? (int)info.ssi_signo : 0;
}

void process_ignore_signals(void)
{
    signal(SIGTERM, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
}
