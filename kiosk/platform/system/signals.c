/* SPDX-License-Identifier: MIT */
#include "platform/system/signals.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <unistd.h>

/* Signals that ask for the end: from the terminal, the session, the service manager, or a power
 * supply that is about to fail. */
static const int ENDING[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPWR};

/* All other signals that end or stop a process that has made no error. The last three stop a
 * background process that uses the terminal. */
static const int NO_MATTER[] = {SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGIO,
                                SIGXFSZ, SIGXCPU, SIGSTKFLT, SIGTSTP, SIGTTIN, SIGTTOU};

static const int FROM_A_TERMINAL[] = {SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static bool is_in(const int *list, size_t count, int number)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i] == number) {
            return true;
        }
    }
    return false;
}

static void ignore_all(const int *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        signal(list[i], SIG_IGN);
    }
}

static void unblock_all(void)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool is_ignored(int number)
{
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static void stop_timers(void)
{
    static const struct itimerval NEVER;
    setitimer(ITIMER_REAL, &NEVER, NULL);
    setitimer(ITIMER_VIRTUAL, &NEVER, NULL);
    setitimer(ITIMER_PROF, &NEVER, NULL);
}

/* Ignoring a signal also drops one that waits. The C library keeps two signals for itself and
 * refuses to change them; the system refuses two others. */
void signals_reset(void)
{
    stop_timers();
    for (int number = 1; number < NSIG; number++) {
        bool was_asked_for =
            is_in(FROM_A_TERMINAL, COUNT(FROM_A_TERMINAL), number) && is_ignored(number);
        if (signal(number, SIG_IGN) != SIG_ERR && !was_asked_for) {
            signal(number, SIG_DFL);
        }
    }
    signal(SIGXFSZ, SIG_IGN);
    unblock_all();
}

static void ignore_no_matter(void)
{
    ignore_all(NO_MATTER, COUNT(NO_MATTER));
    for (int number = SIGRTMIN; number <= SIGRTMAX; number++) {
        signal(number, SIG_IGN);
    }
}

void signals_ignore(void)
{
    stop_timers();
    ignore_all(ENDING, COUNT(ENDING));
    ignore_no_matter();
    signal(SIGCHLD, SIG_IGN); /* drops a signal that waits */
    signal(SIGCHLD, SIG_DFL);
    unblock_all();
}

enum status signals_open(int *signals)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    signal(SIGCHLD, SIG_DFL); /* while it is ignored, no end of a child would be reported */
    for (size_t i = 0; i < COUNT(ENDING); i++) {
        sigaddset(&set, ENDING[i]);
        signal(ENDING[i], SIG_DFL);
    }
    if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) {
        return STATUS_IO;
    }
    ignore_no_matter();
    int descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor < 0) {
        return STATUS_IO;
    }
    *signals = descriptor;
    return STATUS_OK;
}

int signals_next(int signals)
{
    struct signalfd_siginfo info;
    ssize_t got = read(signals, &info, sizeof(info));
    return got == (ssize_t)sizeof(info) ? (int)info.ssi_signo : 0;
}
