/* SPDX-License-Identifier: MIT */
#include "platform/sandbox/sandbox_calls.h"

#include "platform/sandbox/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/socket.h>

/* The rows of main are also those of a face or a voice that starts: a child inherits its parent's
 * filter and cannot loosen it. RUNNING stands for processes that have finished starting. */
enum {
    MAIN = 1 << SANDBOX_MAIN,
    KEEPER = 1 << SANDBOX_KEEPER,
    FACE = 1 << SANDBOX_FACE,
    VOICE = 1 << SANDBOX_VOICE,
    PORTER = 1 << SANDBOX_PORTER,
    CHECKER = 1 << SANDBOX_CHECKER,
    COURIER = 1 << SANDBOX_COURIER,
    SETTER = 1 << SANDBOX_SETTER,
    RUNNING = KEEPER | FACE | VOICE | PORTER | CHECKER | COURIER | SETTER,
    /* Drives come from strangers: the process that reads and writes them, and the one that starts
     * it. */
    DRIVES = PORTER | COURIER,
    /* The process that asks over the message bus, and the one that starts it. */
    ON_BUS = PORTER | SETTER,
    FILES = MAIN | KEEPER | VOICE | DRIVES,
    ALL = MAIN | RUNNING,
};

/* The flags by which the C library makes a thread, and those by which it forks. Neither has a new
 * name space, a tracer or another parent. */
enum {
    OF_A_THREAD = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM |
                  CLONE_SETTLS | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID,
    OF_A_FORK = CLONE_CHILD_CLEARTID | CLONE_CHILD_SETTID | SIGCHLD,
    /* Shared memory that no other user can read: platform/display/shared.h. */
    OURS_ALONE = IPC_CREAT | 0600,
};

/* A check of an argument as the kernel reads it: for an int, the upper half of the register may
 * hold anything. */
#define IS(n, number)        {.argument = (n), .bits = UINT32_MAX, .value = (uint32_t)(number)}
#define IS_OWN_PID(n)        {.argument = (n), .bits = UINT32_MAX, .is_own_pid = true}
#define HAS(n, mask, number) {.argument = (n), .bits = (mask), .value = (number)}
#define HAS_NO(n, mask)      HAS(n, mask, 0)
#define IS_NULL(n)           HAS(n, UINT64_MAX, 0)

#define MAY(name, who) {.number = SCMP_SYS(name), .roles = (who)}
#define MAY_IF(name, who, ...)                                                                     \
    {                                                                                              \
        .number = SCMP_SYS(name), .roles = (who), .check = { __VA_ARGS__ }                         \
    }
#define GETS(code, name, who) {.number = SCMP_SYS(name), .roles = (who), .error = (code)}
#define GETS_IF(code, name, who, ...)                                                              \
    {                                                                                              \
        .number = SCMP_SYS(name), .roles = (who), .error = (code), .check = { __VA_ARGS__ }        \
    }

/* Calls that open files. Opening for reading can empty a file too (O_TRUNC), which Landlock before
 * its third step does not see. Landlock decides which files. */
#define MAY_OPEN(name, who, n)                                                                     \
    MAY_IF(name, who, HAS_NO(n, O_TRUNC)),                                                         \
        MAY_IF(name, who, HAS(n, O_ACCMODE | O_TRUNC, O_WRONLY | O_TRUNC)),                        \
        MAY_IF(name, who, HAS(n, O_ACCMODE | O_TRUNC, O_RDWR | O_TRUNC))

static const struct sandbox_call CALLS[] = {
    /* Files and sockets that are open already. */
    MAY(read, ALL),
    MAY(write, ALL),
    MAY(readv, ALL),
    MAY(writev, ALL),
    MAY(lseek, ALL),
    MAY(close, ALL),
    MAY(fstat, ALL),
    MAY_IF(ioctl, ALL, IS(1, TCGETS)),   /* whether this is a terminal */
    MAY_IF(ioctl, ALL, IS(1, FIONREAD)), /* how much there is to read */
    MAY_IF(fcntl, ALL, IS(1, F_GETFD)),  /* no owner of signals, no lease, no size of a pipe */
    MAY_IF(fcntl, ALL, IS(1, F_SETFD)),
    MAY_IF(fcntl, ALL, IS(1, F_GETFL)),
    MAY_IF(fcntl, ALL, IS(1, F_SETFL)),

    /* Sockets that are connected already: keeper, main, display. */
    MAY(sendmsg, ALL),
    MAY(recvmsg, ALL),
    MAY_IF(sendto, MAIN | FACE | VOICE | ON_BUS, IS_NULL(4)), /* only to the connected peer */
    MAY(recvfrom, MAIN | FACE | VOICE | ON_BUS),
    MAY(shutdown, MAIN | FACE | VOICE),

    /* Waiting and time. */
    MAY(poll, ALL),
    MAY(ppoll, ALL),
    MAY(select, MAIN | FACE | VOICE),
    MAY(pselect6, MAIN | FACE | VOICE),
    MAY(timerfd_settime, ALL),
    MAY(clock_gettime, ALL),
    MAY(clock_getres, ALL),
    MAY(clock_nanosleep, ALL),
    MAY(nanosleep, ALL),
    MAY(gettimeofday, ALL),
    MAY(time, ALL),

    /* Memory. A running process gets no new machine code. */
    MAY(brk, ALL),
    MAY(munmap, ALL),
    MAY(mremap, ALL),
    MAY(madvise, ALL),
    MAY(futex, ALL),
    MAY(mmap, MAIN),
    MAY(mprotect, MAIN),
    MAY_IF(mmap, RUNNING, HAS_NO(2, PROT_EXEC)),
    MAY_IF(mprotect, RUNNING, HAS_NO(2, PROT_EXEC)),

    /* What the C library does by itself: random numbers, threads, signals to its own process. */
    MAY(getrandom, ALL),
    MAY(getpid, ALL),
    MAY(getppid, ALL),
    MAY(gettid, ALL),
    MAY(getuid, ALL),
    MAY(geteuid, ALL),
    MAY(getgid, ALL),
    MAY(getegid, ALL),
    MAY(getresuid, ALL),
    MAY(getresgid, ALL),
    MAY(uname, ALL),
    MAY(sysinfo, ALL),
    MAY(sched_getaffinity, ALL),
    MAY(sched_yield, ALL),
    MAY(getcpu, ALL),
    MAY(rseq, ALL),
    MAY(set_robust_list, ALL),
    MAY(rt_sigaction, ALL),
    MAY(rt_sigprocmask, ALL),
    MAY(rt_sigreturn, ALL),
    MAY(sigaltstack, ALL),
    MAY(restart_syscall, ALL),
    MAY(exit, ALL),
    MAY(exit_group, ALL),
    MAY_IF(tgkill, RUNNING, IS_OWN_PID(0), IS(2, SIGABRT)), /* abort() */
    MAY_IF(tgkill, MAIN, IS(2, SIGABRT)),                   /* abort() of a face that starts */
    MAY_IF(prlimit64, RUNNING, IS(0, 0), IS_NULL(2)),       /* only reads the limits */
    MAY_IF(prlimit64, MAIN | PORTER, IS(0, 0)), /* of the process itself, never of another one */
    MAY_IF(clone, MAIN | FACE, HAS(0, UINT32_MAX, (uint32_t)OF_A_THREAD)), /* libraries' threads */

    /* The display's memory. The number of a segment does not tell whose it is: PRIVACY.md. */
    MAY_IF(shmget, MAIN | FACE, IS(0, IPC_PRIVATE), IS(2, OURS_ALONE)),
    MAY_IF(shmat, MAIN | FACE, IS_NULL(1), IS(2, 0)),
    MAY_IF(shmctl, MAIN | FACE, IS(1, IPC_RMID)),
    MAY(shmdt, MAIN | FACE),

    /* Files by name. */
    MAY_OPEN(open, FILES, 1),
    MAY_OPEN(openat, FILES, 2),
    MAY(access, FILES),
    MAY(faccessat, FILES),
    MAY(faccessat2, FILES),
    MAY(stat, FILES),
    MAY(lstat, FILES),
    MAY(newfstatat, FILES),
    MAY(statx, FILES),
    MAY(readlink, FILES),
    MAY(readlinkat, FILES),
    MAY(getdents64, FILES),
    MAY(statfs, FILES),
    MAY(fstatfs, FILES),
    MAY(pread64, FILES),
    MAY(getcwd, FILES),

    /* Sound: the calls on its devices, the way to a sound server of this machine, and plug-ins that
     * are loaded as code when a device is opened. They come from files that no process here can
     * write. */
    MAY_IF(ioctl, MAIN | VOICE, HAS(1, 0xff00, 'A' << 8)), /* streams */
    MAY_IF(ioctl, MAIN | VOICE, HAS(1, 0xff00, 'U' << 8)), /* controls */
    MAY_IF(mmap, VOICE, HAS(2, PROT_EXEC | PROT_WRITE, PROT_EXEC), HAS_NO(3, MAP_ANONYMOUS)),
    MAY_IF(socket, VOICE, IS(0, AF_UNIX)),
    MAY(connect, VOICE),
    MAY(setsockopt, VOICE),
    MAY(getsockopt, VOICE),
    MAY(getsockname, VOICE),
    MAY(getpeername, VOICE),
    MAY(pipe2, VOICE),

    /* The clock: a service of this machine is asked to set it. */
    MAY_IF(socket, ON_BUS, IS(0, AF_UNIX)),
    MAY(connect, ON_BUS),

    /* How the data folder writes a file: a new file, synced, dated, renamed over the old one. */
    MAY(fsync, KEEPER | DRIVES),
    MAY(syncfs, DRIVES),                   /* before somebody pulls the drive out */
    MAY_IF(utimensat, KEEPER, IS_NULL(1)), /* of a file that is open; Landlock does not see dates */
    MAY(rename, KEEPER | DRIVES),
    MAY(renameat, KEEPER | DRIVES),
    MAY(renameat2, KEEPER | DRIVES),
    MAY(unlink, KEEPER | DRIVES),
    MAY(unlinkat, KEEPER | DRIVES),

    /* Errands: a socket for each errand, and memory that nobody can change, which goes along with
     * it. */
    MAY_IF(socketpair, KEEPER, IS(0, AF_UNIX)),
    MAY(memfd_create, KEEPER | DRIVES),
    MAY_IF(fcntl, KEEPER | DRIVES, IS(1, F_ADD_SEALS)),
    MAY_IF(fcntl, KEEPER | DRIVES, IS(1, F_GET_SEALS)),

    /* Starting processes, passing sockets on to them, waiting for them and ending them. */
    MAY_IF(clone, MAIN | PORTER, HAS(0, UINT32_MAX, (uint32_t)OF_A_FORK)),
    MAY(execve, MAIN),
    MAY(wait4, MAIN),
    MAY(waitid, MAIN),
    MAY_IF(socketpair, MAIN, IS(0, AF_UNIX)),
    MAY_IF(fcntl, MAIN, IS(1, F_DUPFD_CLOEXEC)),
    MAY(dup2, MAIN),
    MAY(dup3, MAIN),
    MAY(close_range, MAIN),
    MAY_IF(kill, MAIN, IS(1, SIGKILL)),
    MAY_IF(prctl, MAIN | PORTER, IS(0, PR_SET_PDEATHSIG)),
    MAY(setitimer, PORTER), /* limits the time of an errand */

    /* A face that starts: the loader, the start of libraries, the way to the display, and its own
     * sandbox. */
    MAY(arch_prctl, MAIN),
    MAY(set_tid_address, MAIN),
    MAY(membarrier, MAIN),
    MAY(fadvise64, MAIN | DRIVES),
    MAY(dup, MAIN),
    MAY(pipe2, MAIN),
    MAY(timerfd_create, MAIN),
    MAY(mlock, MAIN | PORTER), /* for a PIN */
    MAY(mlockall, MAIN),
    MAY(munlock, MAIN),
    MAY_IF(prctl, MAIN, IS(0, PR_SET_DUMPABLE), IS(1, 0)),
    MAY_IF(prctl, MAIN | PORTER, IS(0, PR_SET_NO_NEW_PRIVS)),
    MAY_IF(prctl, MAIN, IS(0, PR_CAPBSET_READ)),
    MAY_IF(socket, MAIN, IS(0, AF_UNIX)),
    MAY(connect, MAIN),
    MAY(setsockopt, MAIN),
    MAY(getsockopt, MAIN),
    MAY(getsockname, MAIN),
    MAY(getpeername, MAIN),
    MAY(seccomp, MAIN | PORTER),
    MAY(landlock_create_ruleset, MAIN | PORTER),
    MAY(landlock_add_rule, MAIN | PORTER),
    MAY(landlock_restrict_self, MAIN | PORTER),

    /* Calls that libraries of a running face try in good faith and can do without. */
    GETS_IF(EACCES, open, FACE, HAS_NO(1, O_ACCMODE | O_CREAT | O_TRUNC)),
    GETS_IF(EACCES, openat, FACE, HAS_NO(2, O_ACCMODE | O_CREAT | O_TRUNC)),
    GETS(EACCES, access, FACE),
    GETS(EACCES, faccessat, FACE),
    GETS(EACCES, faccessat2, FACE),
    GETS(EACCES, stat, FACE),
    GETS(EACCES, lstat, FACE),
    GETS(EACCES, newfstatat, FACE), /* of open files too: no name is seen */
    GETS(EACCES, statx, FACE),
    GETS(EACCES, readlink, FACE),
    GETS(EACCES, readlinkat, FACE),
    GETS(EPERM, prctl, FACE),
    /* Newer calls, in place of which an older one is used when they are missing. */
    GETS(ENOSYS, clone3, KEEPER | FACE | PORTER),
    GETS(ENOSYS, openat2, KEEPER | FACE | DRIVES),
};

const struct sandbox_call *sandbox_calls(size_t *count)
{
    *count = sizeof(CALLS) / sizeof(CALLS[0]);
    return CALLS;
}
