/* SPDX-License-Identifier: MIT */
#include "platform/system/process.h"

#include "platform/system/file.h"
#include "platform/system/limits.h"
#include "platform/system/signals.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    CHILD_FAILED = 126,
    SIGNAL_EXIT = 128,
    /* The end of a process may take time, as where a disk does not answer. */
    WAIT_STEP_MS = 2,
    WAIT_STEPS = 1000,
    /* The first copies get numbers from here on, so that no descriptor is overwritten before it was
     * copied. */
    PARKING = PROCESS_FD_FIRST + PROCESS_FD_MAX,
};

/* Opens the standard descriptors that are closed. A new descriptor takes the lowest free number, so
 * without this a socket could become the error output. Printing to an output that was closed still
 * fails, so that nobody takes silence for an answer. */
static bool has_standard_descriptors(void)
{
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++) {
        int mode = i == STDOUT_FILENO ? O_RDONLY : O_RDWR;
        if (fcntl(i, F_GETFD) < 0 && open("/dev/null", mode) != i) {
            return false;
        }
    }
    return true;
}

/* The mask must never keep a file from its own user, whatever it says about others. */
static void mend_mask(void)
{
    mode_t mask = umask(S_IRWXG | S_IRWXO);
    umask(mask & (S_IRWXG | S_IRWXO));
}

bool process_begin(enum process_kind kind)
{
    if (kind == PROCESS_ROLE) {
        signals_ignore();
    } else {
        signals_reset();
    }
    mend_mask();
    limits_raise();
    return process_harden();
}

bool process_harden(void)
{
    struct rlimit none = {0, 0};
    bool undumpable = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    bool coreless = setrlimit(RLIMIT_CORE, &none) == 0;
    bool unprivileged = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    return undumpable && coreless && unprivileged && has_standard_descriptors();
}

static bool place_descriptors(const struct process_start *start)
{
    int parked[PROCESS_FD_MAX];
    for (size_t i = 0; i < start->descriptor_count; i++) {
        parked[i] = fcntl(start->descriptors[i], F_DUPFD_CLOEXEC, PARKING);
        if (parked[i] < 0) {
            return false;
        }
    }
    if (dup2(start->nothing, STDIN_FILENO) < 0 || dup2(start->nothing, STDOUT_FILENO) < 0) {
        return false;
    }
    for (size_t i = 0; i < start->descriptor_count; i++) {
        if (dup2(parked[i], PROCESS_FD_FIRST + (int)i) < 0) {
            return false;
        }
    }
    return close_range(PROCESS_FD_FIRST + (unsigned)start->descriptor_count, ~0u, 0) == 0;
}

static bool is_named(const char *variable, const char *name)
{
    size_t length = strlen(name);
    if (name[length - 1] == '*') {
        return strncmp(variable, name, length - 1) == 0;
    }
    return strncmp(variable, name, length) == 0 && variable[length] == '=';
}

/* Keeps the named variables. All others are left out: those of loaders, locales, input methods,
 * buses. */
static void pass_on(const char *const *names, char *kept[PROCESS_ENVIRONMENT_MAX + 1])
{
    size_t count = 0;
    for (char **variable = environ; *variable != NULL; variable++) {
        for (const char *const *name = names; *name != NULL; name++) {
            if (count < PROCESS_ENVIRONMENT_MAX && is_named(*variable, *name)) {
                kept[count++] = *variable;
                break;
            }
        }
    }
    kept[count] = NULL;
}

/* The parent may end before the death signal is set; then no signal would come. */
bool process_tie(pid_t parent)
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

enum status process_nothing(int *descriptor)
{
    *descriptor = open("/dev/null", O_RDWR | O_CLOEXEC);
    return *descriptor >= 0 ? STATUS_OK : STATUS_IO;
}

enum status process_start(const struct process_start *start, pid_t *pid)
{
    assert(start->descriptor_count <= PROCESS_FD_MAX);
    pid_t parent = getpid();
    pid_t child = fork();
    if (child < 0) {
        return STATUS_IO;
    }
    if (child == 0) {
        char *environment[PROCESS_ENVIRONMENT_MAX + 1];
        pass_on(start->environment, environment);
        signals_ignore();
        if (process_tie(parent) && place_descriptors(start)) {
            execve(start->program != NULL ? start->program : "/proc/self/exe", start->argv,
                   environment);
        }
        _exit(CHILD_FAILED);
    }
    *pid = child;
    return STATUS_OK;
}

void process_forget_children(void)
{
    signal(SIGCHLD, SIG_IGN);
}

void process_end_after(uint32_t seconds)
{
    const struct itimerval once = {.it_value = {.tv_sec = (time_t)seconds}};
    signal(SIGALRM, SIG_DFL);
    setitimer(ITIMER_REAL, &once, NULL);
}

void process_fall_silent(void)
{
    int failed = dup2(STDIN_FILENO, STDERR_FILENO);
    (void)failed; /* both are open, so the call cannot fail */
}

void process_give_back(void)
{
    malloc_trim(0);
}

void process_kill(pid_t pid)
{
    assert(pid > 0);
    kill(pid, SIGKILL); /* where it has ended already, nothing is left to do */
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
    static const struct timespec STEP = {.tv_nsec = WAIT_STEP_MS * 1000000L};
    for (int i = 0; i < WAIT_STEPS; i++) {
        pid_t ended = waitpid(pid, NULL, WNOHANG);
        if (ended == pid || (ended < 0 && errno != EINTR)) {
            return;
        }
        nanosleep(&STEP, NULL);
    }
}

void process_end(pid_t *pid)
{
    if (*pid > 0) {
        process_kill(*pid);
        process_wait(*pid);
        *pid = 0;
    }
}

/* Reads "PID (name) S PPID ..."; the name may hold anything, brackets too. */
static pid_t parent_of(pid_t pid, const char *name, bool *is_named)
{
    enum { STAT_BYTES = 512 };
    char path[32], text[STAT_BYTES];
    size_t length = 0;
    (void)snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
    if (file_read(AT_FDCWD, path, text, sizeof(text) - 1, &length) != STATUS_OK) {
        return 0;
    }
    text[length] = '\0';
    char *open = strchr(text, '('), *end = strrchr(text, ')');
    int parent = 0;
    if (open == NULL || end == NULL || sscanf(end + 1, " %*c %d", &parent) != 1) {
        return 0;
    }
    *end = '\0';
    *is_named = strcmp(open + 1, name) == 0;
    return parent;
}

bool process_is_below(const char *name)
{
    bool is_named = false;
    pid_t pid = getppid();
    while (pid > 1 && !is_named) {
        pid = parent_of(pid, name, &is_named);
    }
    return is_named;
}
