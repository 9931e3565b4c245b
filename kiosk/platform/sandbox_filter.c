/* SPDX-License-Identifier: MIT */
/* The calls of the system that each role may make. A filter sees numbers, never what a pointer
 * leads to: names of files are Landlock's half. */
#include "platform/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <unistd.h>

struct filter {
    scmp_filter_ctx context;
    bool failed;
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Memory, time, waiting, what is open already, and what the C library does by itself. */
static const int OF_ALL[] = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(timerfd_settime),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getpid),
    SCMP_SYS(getppid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getresuid),
    SCMP_SYS(getresgid),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_yield),
    SCMP_SYS(getcpu),
    SCMP_SYS(rseq),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

/* The X server: its socket, and the memory that it shares with us. */
static const int OF_THE_DISPLAY[] = {
    SCMP_SYS(recvfrom), SCMP_SYS(sendto),      SCMP_SYS(select),      SCMP_SYS(pselect6),
    SCMP_SYS(shutdown), SCMP_SYS(getsockname), SCMP_SYS(getpeername), SCMP_SYS(getsockopt),
    SCMP_SYS(shmdt),    SCMP_SYS(shmctl),
};

/* Files by name, besides opening them. Which ones is Landlock's to say. */
static const int OF_FILES[] = {
    SCMP_SYS(access),     SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(stat),
    SCMP_SYS(lstat),      SCMP_SYS(newfstatat), SCMP_SYS(statx),      SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(statfs),     SCMP_SYS(fstatfs),
    SCMP_SYS(pread64),    SCMP_SYS(getcwd),
};

/* The canonical write: a new file, synced, dated, renamed over the old one. */
static const int OF_WRITING[] = {
    SCMP_SYS(fsync),  SCMP_SYS(utimensat), SCMP_SYS(renameat), SCMP_SYS(renameat2),
    SCMP_SYS(unlink), SCMP_SYS(unlinkat),  SCMP_SYS(rename),
};

/* fork, exec and what the loader and the libraries of a new face do until its own filter. */
static const int OF_STARTING[] = {
    SCMP_SYS(execve),
    SCMP_SYS(wait4),
    SCMP_SYS(waitid),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(setsockopt),
    SCMP_SYS(dup),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(close_range),
    SCMP_SYS(pipe2),
    SCMP_SYS(mmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(mlock),
    SCMP_SYS(munlock),
    SCMP_SYS(fadvise64),
    SCMP_SYS(arch_prctl),
    SCMP_SYS(prctl),
    SCMP_SYS(prlimit64),
    SCMP_SYS(set_tid_address),
    SCMP_SYS(timerfd_create),
    SCMP_SYS(fcntl),
    SCMP_SYS(shmget),
    SCMP_SYS(shmat),
    SCMP_SYS(seccomp),
    SCMP_SYS(membarrier),
    SCMP_SYS(landlock_create_ruleset),
    SCMP_SYS(landlock_add_rule),
    SCMP_SYS(landlock_restrict_self),
};

/* Newer ways to do what an older call does too; libraries ask and go on without. */
static const int NOT_THERE[] = {SCMP_SYS(clone3), SCMP_SYS(openat2)};

/* Ways to look at files that libraries take in good faith, for tables they can do without. */
static const int LOOKS[] = {
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(stat),
    SCMP_SYS(lstat),  SCMP_SYS(statx),     SCMP_SYS(readlink),   SCMP_SYS(readlinkat),
};

static void rule(struct filter *filter, uint32_t action, int call, unsigned count,
                 const struct scmp_arg_cmp *conditions)
{
    int failed = seccomp_rule_add_array(filter->context, action, call, count, conditions);
    filter->failed = filter->failed || failed != 0;
}

static void rule_all(struct filter *filter, uint32_t action, const int *calls, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        rule(filter, action, calls[i], 0, NULL);
    }
}

/* Of these bits of an argument, exactly those of value are set. */
static void rule_bits(struct filter *filter, uint32_t action, int call, unsigned argument,
                      uint64_t bits, uint64_t value)
{
    struct scmp_arg_cmp condition = SCMP_CMP64(argument, SCMP_CMP_MASKED_EQ, bits, value);
    rule(filter, action, call, 1, &condition);
}

static void allow_value(struct filter *filter, int call, unsigned argument, uint64_t value)
{
    /* Compared as the kernel reads it: the upper half of an int's register may hold anything. */
    rule_bits(filter, SCMP_ACT_ALLOW, call, argument, UINT32_MAX, value);
}

/* What a role that has started needs beyond plain calls. */
static void allow_running(struct filter *filter)
{
    rule_bits(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, PROT_EXEC, 0);
    rule_bits(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 2, PROT_EXEC, 0);
    allow_value(filter, SCMP_SYS(fcntl), 1, F_GETFD);
    allow_value(filter, SCMP_SYS(fcntl), 1, F_SETFD);
    allow_value(filter, SCMP_SYS(fcntl), 1, F_GETFL);
    allow_value(filter, SCMP_SYS(fcntl), 1, F_SETFL);
    /* abort() sends itself a signal. */
    allow_value(filter, SCMP_SYS(tgkill), 0, (uint64_t)getpid());
    const struct scmp_arg_cmp look[] = {SCMP_A0_32(SCMP_CMP_EQ, 0), SCMP_A2_64(SCMP_CMP_EQ, 0)};
    rule(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), COUNT(look), look);
}

/* Opening for reading can empty a file too, and Landlock before its third step does not see that.
 */
static void allow_opening(struct filter *filter, int call, unsigned flags)
{
    const uint64_t bits = O_ACCMODE | O_TRUNC;
    rule_bits(filter, SCMP_ACT_ALLOW, call, flags, O_TRUNC, 0);
    rule_bits(filter, SCMP_ACT_ALLOW, call, flags, bits, O_WRONLY | O_TRUNC);
    rule_bits(filter, SCMP_ACT_ALLOW, call, flags, bits, O_RDWR | O_TRUNC);
}

static void allow_files(struct filter *filter)
{
    rule_all(filter, SCMP_ACT_ALLOW, OF_FILES, COUNT(OF_FILES));
    allow_opening(filter, SCMP_SYS(open), 1);
    allow_opening(filter, SCMP_SYS(openat), 2);
}

static void allow_face(struct filter *filter)
{
    const uint64_t writes = O_ACCMODE | O_CREAT | O_TRUNC;
    rule_all(filter, SCMP_ACT_ALLOW, OF_THE_DISPLAY, COUNT(OF_THE_DISPLAY));
    allow_running(filter);
    allow_value(filter, SCMP_SYS(shmget), 0, IPC_PRIVATE);
    rule_bits(filter, SCMP_ACT_ALLOW, SCMP_SYS(shmat), 2, SHM_EXEC, 0);
    rule_bits(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 0, CLONE_THREAD, CLONE_THREAD);
    rule_bits(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 3, AT_EMPTY_PATH, AT_EMPTY_PATH);
    rule_bits(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat), 3, AT_EMPTY_PATH, 0);
    rule_bits(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1, writes, 0);
    rule_bits(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 2, writes, 0);
    rule_all(filter, SCMP_ACT_ERRNO(EACCES), LOOKS, COUNT(LOOKS));
    rule(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prctl), 0, NULL);
}

static void allow_keeper(struct filter *filter)
{
    allow_files(filter);
    rule_all(filter, SCMP_ACT_ALLOW, OF_WRITING, COUNT(OF_WRITING));
    allow_running(filter);
}

static void allow_main(struct filter *filter)
{
    const uint64_t spaces = CLONE_NEWCGROUP | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWNS |
                            CLONE_NEWPID | CLONE_NEWUSER | CLONE_NEWUTS;
    allow_files(filter);
    rule_all(filter, SCMP_ACT_ALLOW, OF_THE_DISPLAY, COUNT(OF_THE_DISPLAY));
    rule_all(filter, SCMP_ACT_ALLOW, OF_STARTING, COUNT(OF_STARTING));
    rule_bits(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 0, spaces, 0);
    allow_value(filter, SCMP_SYS(socket), 0, AF_UNIX);
    /* Without a display, Xlib tries the network; it gets the answer of a machine that has none. */
    struct scmp_arg_cmp other = SCMP_A0_32(SCMP_CMP_NE, AF_UNIX);
    rule(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, &other);
    allow_value(filter, SCMP_SYS(kill), 1, SIGKILL);
    allow_value(filter, SCMP_SYS(tgkill), 2, SIGABRT);
}

static void allow_role(struct filter *filter, enum sandbox_role role)
{
    rule_all(filter, SCMP_ACT_ALLOW, OF_ALL, COUNT(OF_ALL));
    /* Is this a terminal; how much is there to read. */
    allow_value(filter, SCMP_SYS(ioctl), 1, TCGETS);
    allow_value(filter, SCMP_SYS(ioctl), 1, FIONREAD);
    switch (role) {
    case SANDBOX_MAIN:
        allow_main(filter);
        return; /* what is not there is its default */
    case SANDBOX_KEEPER:
        allow_keeper(filter);
        break;
    case SANDBOX_FACE:
        allow_face(filter);
        break;
    }
    rule_all(filter, SCMP_ACT_ERRNO(ENOSYS), NOT_THERE, COUNT(NOT_THERE));
}

static uint32_t otherwise(enum sandbox_role role)
{
    switch (role) {
    case SANDBOX_MAIN:
        return SCMP_ACT_ERRNO(ENOSYS);
    case SANDBOX_KEEPER:
        return SCMP_ACT_ERRNO(EPERM);
    case SANDBOX_FACE:
        break;
    }
    return SCMP_ACT_KILL_PROCESS;
}

bool sandbox_filter(enum sandbox_role role)
{
    struct filter filter = {.context = seccomp_init(otherwise(role))};
    if (filter.context == NULL) {
        return false;
    }
    /* All threads at once, those of libraries too; another machine's call numbers are an attack. */
    filter.failed =
        seccomp_attr_set(filter.context, SCMP_FLTATR_CTL_TSYNC, 1) != 0 ||
        seccomp_attr_set(filter.context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0;
    allow_role(&filter, role);
    bool is_on = !filter.failed && seccomp_load(filter.context) == 0;
    seccomp_release(filter.context);
    return is_on;
}
