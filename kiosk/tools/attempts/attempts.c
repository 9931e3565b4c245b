/* SPDX-License-Identifier: MIT */
/* Tests: what a process in the sandbox must not be able to do, tried by a child of that process
 * that has entered the same sandbox. */
#include "tools/attempts/attempts.h"

#include <arpa/inet.h>
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <linux/sched.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MAIN = 1 << SANDBOX_MAIN,
    KEEPER = 1 << SANDBOX_KEEPER,
    FACE = 1 << SANDBOX_FACE,
    VOICE = 1 << SANDBOX_VOICE,
    PORTER = 1 << SANDBOX_PORTER,
    CHECKER = 1 << SANDBOX_CHECKER,
    COURIER = 1 << SANDBOX_COURIER,
    SETTER = 1 << SANDBOX_SETTER,
    ERRANDS = CHECKER | COURIER | SETTER,
    OFF_BUS = KEEPER | FACE | CHECKER | COURIER, /* no socket is made there, and none connected */
    ALL = MAIN | KEEPER | FACE | VOICE | PORTER | ERRANDS,
    PATH_BYTES = 4096,
};

struct attempts {
    const struct sandbox *sandbox;
    char victim[PATH_BYTES]; /* a file elsewhere that could be written */
    char fresh[PATH_BYTES];  /* no file yet */
    char assets[PATH_BYTES]; /* a file that came with the program */
    char memory[PATH_BYTES]; /* of the process that started this one */
    int victim_fd;           /* what was open before stays open: for reading alone */
    int bystander;           /* a process of the same user that has nothing to do with the kiosk */
    int socket;              /* not connected yet; to a listener of this machine */
    struct sockaddr_in listener;
};

static const char *const ROLE[] = {
    [SANDBOX_MAIN] = "main",       [SANDBOX_KEEPER] = "keeper", [SANDBOX_FACE] = "face",
    [SANDBOX_VOICE] = "voice",     [SANDBOX_PORTER] = "porter", [SANDBOX_CHECKER] = "checker",
    [SANDBOX_COURIER] = "courier", [SANDBOX_SETTER] = "setter"};

#define ADDRESS(pointer) ((long)(intptr_t)(pointer))

/* What a call made that stays when its maker is gone. */
static void remove_made(long call, long made)
{
    if (call == SYS_shmget && made >= 0) {
        int failed = shmctl((int)made, IPC_RMID, NULL);
        assert(failed == 0);
        (void)failed;
    }
}

/* In a child: 0, or the error. A second process that comes back from a fork leaves at once. */
static int try_in_sandbox(const struct sandbox *sandbox, long call, const long argument[5])
{
    int how = 0;
    long *made =
        mmap(NULL, sizeof(*made), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert(made != MAP_FAILED);
    *made = -1;
    pid_t child = fork();
    if (child == 0) {
        unsigned missing = sandbox_close(sandbox);
        (void)missing; /* some tests want it so */
        long got = syscall(call, argument[0], argument[1], argument[2], argument[3], argument[4]);
        *made = got;
        _exit(got == -1 ? errno & 127 : 0);
    }
    pid_t ended = waitpid(child, &how, 0);
    assert(child > 0 && ended == child);
    (void)ended;
    remove_made(call, *made);
    munmap(made, sizeof(*made));
    return WIFSIGNALED(how) ? -WTERMSIG(how) : WEXITSTATUS(how);
}

static void attempt(const struct attempts *attempts, unsigned roles, const char *name, long call,
                    const long argument[5])
{
    if ((roles & 1u << attempts->sandbox->role) == 0) {
        return;
    }
    int how = try_in_sandbox(attempts->sandbox, call, argument);
    const char *result = how < 0 ? "killed" : how == 0 ? "DONE" : "refused";
    const char *detail = how < 0 ? sigabbrev_np(-how) : how == 0 ? "" : strerrorname_np(how);
    fprintf(stderr, "attempt %-7s  %-28s  %s %s\n", ROLE[attempts->sandbox->role], name, result,
            detail);
}

#define TRY(roles, name, call, ...) attempt(a, roles, name, call, (const long[5]){__VA_ARGS__})

static void try_network(const struct attempts *a)
{
    TRY(ALL, "socket AF_INET", SYS_socket, AF_INET, SOCK_STREAM, 0);
    TRY(ALL, "socket AF_INET6", SYS_socket, AF_INET6, SOCK_DGRAM, 0);
    TRY(ALL, "socket AF_NETLINK", SYS_socket, AF_NETLINK, SOCK_RAW, 0);
    TRY(ALL, "socket AF_PACKET", SYS_socket, AF_PACKET, SOCK_RAW, 0);
    TRY(OFF_BUS, "socket AF_UNIX", SYS_socket, AF_UNIX, SOCK_STREAM, 0);
    TRY(OFF_BUS, "connect", SYS_connect, a->socket, ADDRESS(&a->listener), sizeof(a->listener));
    TRY(ALL, "bind", SYS_bind, a->socket, ADDRESS(&a->listener), sizeof(a->listener));
    TRY(ALL, "listen", SYS_listen, a->socket, 1);
    TRY(FACE, "send to another", SYS_sendto, a->socket, ADDRESS(a->victim), 1, MSG_NOSIGNAL,
        ADDRESS(&a->listener));
    TRY(KEEPER | FACE | PORTER | ERRANDS, "set a socket's options", SYS_setsockopt, a->socket,
        SOL_SOCKET, SO_PASSCRED, ADDRESS(&a->victim_fd));
    TRY(FACE | VOICE | PORTER | ERRANDS, "socketpair", SYS_socketpair, AF_UNIX, SOCK_STREAM, 0,
        ADDRESS(a->victim));
}

static void try_starting(const struct attempts *a)
{
    static char *const nothing[] = {NULL};
    struct clone_args plain = {.exit_signal = SIGCHLD};
    const long thread = CLONE_VM | CLONE_SIGHAND | CLONE_THREAD;
    TRY(ALL, "execve /bin/true", SYS_execve, ADDRESS("/bin/true"), ADDRESS(nothing),
        ADDRESS(nothing));
    TRY(ALL, "execveat /bin/true", SYS_execveat, AT_FDCWD, ADDRESS("/bin/true"), ADDRESS(nothing),
        ADDRESS(nothing), 0);
    TRY(KEEPER | FACE | VOICE | ERRANDS, "clone (fork)", SYS_clone, SIGCHLD);
    TRY(KEEPER | FACE, "vfork", SYS_clone, CLONE_VM | CLONE_VFORK | SIGCHLD);
    TRY(ALL, "clone new user", SYS_clone, CLONE_NEWUSER | SIGCHLD);
    TRY(ALL, "clone a thread elsewhere", SYS_clone, thread | CLONE_NEWNET);
    TRY(ALL, "clone3", SYS_clone3, ADDRESS(&plain), sizeof(plain));
    TRY(ALL, "unshare", SYS_unshare, CLONE_NEWUTS);
    TRY(ALL, "setns", SYS_setns, a->victim_fd, 0);
}

static void try_processes(const struct attempts *a)
{
    struct clone_args plain = {.exit_signal = SIGCHLD};
    struct iovec local = {.iov_base = &plain, .iov_len = sizeof(plain)};
    char seen[sizeof(plain)];
    struct iovec copy = {.iov_base = seen, .iov_len = sizeof(seen)};
    const struct rlimit none = {0, 0};
    TRY(ALL, "ptrace the parent", SYS_ptrace, PTRACE_SEIZE, getpid(), 0, 0);
    TRY(ALL, "process_vm_readv", SYS_process_vm_readv, getpid(), ADDRESS(&copy), 1, ADDRESS(&local),
        1);
    TRY(ALL, "process_vm_writev", SYS_process_vm_writev, getpid(), ADDRESS(&local), 1,
        ADDRESS(&local), 1);
    TRY(ALL & ~MAIN, "open memory of the parent", SYS_openat, AT_FDCWD, ADDRESS(a->memory),
        O_RDONLY);
    TRY(ALL, "kill the parent", SYS_kill, getpid(), 0);
    TRY(ALL, "stop a bystander", SYS_kill, a->bystander, SIGSTOP);
    TRY(ALL, "signal its thread", SYS_tgkill, a->bystander, a->bystander, SIGTERM);
    TRY(ALL, "queue it a signal", SYS_rt_sigqueueinfo, a->bystander, SIGTERM, ADDRESS(seen));
    TRY(ALL, "limit it", SYS_prlimit64, a->bystander, RLIMIT_CPU, ADDRESS(&none), 0);
    TRY(ALL, "bind it to a processor", SYS_sched_setaffinity, a->bystander, sizeof(long),
        ADDRESS(&none));
    TRY(ALL, "set its priority", SYS_setpriority, PRIO_PROCESS, a->bystander, 19);
    TRY(ALL, "pidfd_open", SYS_pidfd_open, getpid(), 0);
    TRY(ALL, "be told by signals", SYS_fcntl, a->socket, F_SETOWN, a->bystander);
    TRY(ALL, "end it", SYS_kill, a->bystander, SIGKILL);
}

static void try_reading(const struct attempts *a)
{
    TRY(ALL & ~MAIN, "read /etc/passwd", SYS_openat, AT_FDCWD, ADDRESS("/etc/passwd"), O_RDONLY);
    TRY(FACE, "how old is /etc/passwd", SYS_newfstatat, AT_FDCWD, ADDRESS("/etc/passwd"),
        ADDRESS(a->memory), AT_EMPTY_PATH);
    TRY(ALL, "watch a folder", SYS_inotify_init1, IN_CLOEXEC);
    TRY(FACE | VOICE | PORTER | ERRANDS, "read the assets", SYS_openat, AT_FDCWD,
        ADDRESS(a->assets), O_RDONLY);
    TRY(FACE | VOICE | PORTER | ERRANDS, "read /proc/self/environ", SYS_openat, AT_FDCWD,
        ADDRESS("/proc/self/environ"), O_RDONLY);
    TRY(ALL & ~MAIN, "list /", SYS_openat, AT_FDCWD, ADDRESS("/"), O_RDONLY | O_DIRECTORY);
}

static void try_writing(const struct attempts *a)
{
    TRY(ALL, "write another folder", SYS_openat, AT_FDCWD, ADDRESS(a->victim), O_WRONLY);
    TRY(ALL, "write and truncate", SYS_openat, AT_FDCWD, ADDRESS(a->victim), O_RDWR | O_TRUNC);
    TRY(ALL, "truncate by reading", SYS_openat, AT_FDCWD, ADDRESS(a->victim), O_RDONLY | O_TRUNC);
    TRY(ALL, "create", SYS_openat, AT_FDCWD, ADDRESS(a->fresh), O_WRONLY | O_CREAT | O_EXCL, 0600);
    TRY(ALL, "write /tmp", SYS_openat, AT_FDCWD, ADDRESS("/tmp"), O_RDWR | O_TMPFILE, 0600);
    TRY(ALL, "write the assets", SYS_openat, AT_FDCWD, ADDRESS(a->assets), O_WRONLY | O_APPEND);
    TRY(ALL, "write own memory as a file", SYS_openat, AT_FDCWD, ADDRESS("/proc/self/mem"), O_RDWR);
    TRY(ALL, "truncate", SYS_truncate, ADDRESS(a->victim), 0);
    TRY(ALL, "mkdir", SYS_mkdirat, AT_FDCWD, ADDRESS(a->fresh), 0700);
    TRY(ALL, "symlink", SYS_symlinkat, ADDRESS("/"), AT_FDCWD, ADDRESS(a->fresh));
    TRY(ALL, "link", SYS_linkat, AT_FDCWD, ADDRESS(a->victim), AT_FDCWD, ADDRESS(a->fresh), 0);
    TRY(ALL, "mknod", SYS_mknodat, AT_FDCWD, ADDRESS(a->fresh), S_IFIFO | 0600, 0);
    TRY(ALL, "chmod", SYS_fchmod, a->victim_fd, 0644);
    TRY(ALL, "set a date", SYS_utimensat, AT_FDCWD, ADDRESS(a->victim), 0, 0);
    TRY(ALL, "setxattr", SYS_setxattr, ADDRESS(a->victim), ADDRESS("user.x"), ADDRESS("y"), 1, 0);
    TRY(ALL, "open with openat2", SYS_openat2, AT_FDCWD, ADDRESS(a->victim), ADDRESS(a->fresh), 24);
    TRY(ALL, "rename", SYS_renameat2, AT_FDCWD, ADDRESS(a->victim), AT_FDCWD, ADDRESS(a->fresh), 0);
    TRY(ALL, "unlink", SYS_unlinkat, AT_FDCWD, ADDRESS(a->victim), 0);
    TRY(FACE | VOICE | CHECKER | SETTER, "memfd_create", SYS_memfd_create, ADDRESS("m"), 0);
}

static void try_powers(const struct attempts *a)
{
    const struct rlimit cores = {RLIM_INFINITY, RLIM_INFINITY};
    union bpf_attr map = {
        .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
    TRY(ALL, "mount", SYS_mount, ADDRESS("none"), ADDRESS("/nowhere"), ADDRESS("tmpfs"), 0, 0);
    TRY(ALL, "chroot", SYS_chroot, ADDRESS("/"));
    TRY(ALL, "bpf", SYS_bpf, BPF_MAP_CREATE, ADDRESS(&map), sizeof(map));
    TRY(ALL, "io_uring_setup", SYS_io_uring_setup, 1, ADDRESS(a->fresh));
    TRY(ALL, "keyctl", SYS_keyctl, 0, -3, 0);
    TRY(ALL, "personality", SYS_personality, 0);
    struct perf_event_attr counter = {.type = PERF_TYPE_SOFTWARE, .size = sizeof(counter)};
    TRY(ALL, "perf_event_open", SYS_perf_event_open, ADDRESS(&counter), 0, -1, -1, 0);
    TRY(ALL, "userfaultfd", SYS_userfaultfd, 1);
    TRY(ALL, "type into a terminal", SYS_ioctl, STDERR_FILENO, TIOCSTI, ADDRESS("x"));
    TRY(ALL, "share memory with everybody", SYS_shmget, IPC_PRIVATE, 4096, IPC_CREAT | 0666);
    TRY(ALL, "share memory by a name", SYS_shmget, 0x6b696f73 + a->sandbox->role, 4096,
        IPC_CREAT | 0600);
    TRY(ALL, "who shares memory", SYS_shmctl, 0, SHM_INFO, ADDRESS(a->memory));
    TRY(ALL, "prctl dumpable", SYS_prctl, PR_SET_DUMPABLE, 1, 0, 0, 0);
    TRY(KEEPER | FACE | VOICE | ERRANDS, "prlimit core files", SYS_prlimit64, 0, RLIMIT_CORE,
        ADDRESS(&cores), 0);
    TRY(ALL & ~MAIN, "mmap executable", SYS_mmap, 0, 4096, PROT_READ | PROT_EXEC,
        MAP_PRIVATE | MAP_ANONYMOUS, -1);
}

/* What a process has from the one that started it, before it tries anything. */
static void tell_what_is_held(const char *role)
{
    char name[64], target[256];
    DIR *folder = opendir("/proc/self/fd");
    assert(folder != NULL);
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        int number = atoi(entry->d_name);
        snprintf(name, sizeof(name), "/proc/self/fd/%d", number);
        ssize_t length = readlink(name, target, sizeof(target));
        if (entry->d_name[0] != '.' && number != dirfd(folder) && length > 0) {
            fprintf(stderr, "holds %s %d %.*s\n", role, number, (int)length, target);
        }
    }
    closedir(folder);
    for (char **variable = environ; *variable != NULL; variable++) {
        fprintf(stderr, "knows %s %.*s\n", role, (int)strcspn(*variable, "="), *variable);
    }
}

/* Named in the folder by whoever started the test. */
static int read_bystander(const char *folder)
{
    char path[PATH_BYTES], text[16] = "";
    snprintf(path, sizeof(path), "%s/bystander", folder);
    FILE *file = fopen(path, "re");
    assert(file != NULL && fgets(text, sizeof(text), file) != NULL);
    fclose(file);
    return atoi(text);
}

static void prepare(struct attempts *a, const char *folder)
{
    char self[PATH_BYTES / 2] = "";
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);
    char *slash = length > 0 ? strrchr(self, '/') : NULL;
    assert(slash != NULL && strlen(folder) < sizeof(self));
    *slash = '\0';
    snprintf(a->victim, sizeof(a->victim), "%s/%s", folder, ROLE[a->sandbox->role]);
    snprintf(a->fresh, sizeof(a->fresh), "%s/%s-fresh", folder, ROLE[a->sandbox->role]);
    snprintf(a->assets, sizeof(a->assets), "%s/assets/text/en.mo", self);
    snprintf(a->memory, sizeof(a->memory), "/proc/%d/mem", (int)getpid());
    a->bystander = read_bystander(folder);
    a->victim_fd = open(a->victim, O_RDONLY | O_CLOEXEC);
    a->listener =
        (struct sockaddr_in){.sin_family = AF_INET, .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
    a->socket = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (a->socket < 0) { /* a face: main's sandbox is around it already */
        a->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    }
    assert(a->victim_fd >= 0 && a->socket >= 0);
}

void sandbox_attempts(const struct sandbox *sandbox, const char *folder)
{
    static struct attempts attempts;
    attempts.sandbox = sandbox;
    tell_what_is_held(ROLE[sandbox->role]);
    prepare(&attempts, folder);
    fprintf(stderr, "kernel %s Landlock %d\n", ROLE[sandbox->role], landlock_abi());
    try_network(&attempts);
    try_starting(&attempts);
    try_processes(&attempts);
    try_reading(&attempts);
    try_powers(&attempts);
    try_writing(&attempts);
    close(attempts.victim_fd);
    close(attempts.socket);
}
