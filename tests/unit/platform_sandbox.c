/* SPDX-License-Identifier: MIT */
/* Protects the sandbox on kernels of any age: what a step of Landlock does not know is left out,
 * what it knows is taken away; and what a process needs after it is still there. */
#include "platform/sandbox/sandbox.h"
#include "platform/sandbox/sandbox_calls.h"
#include "platform/system/process.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

enum { LATER_STEP = 40, PATH_BYTES = 256 };

#define EXECUTE  UINT64_C(0x1)
#define WRITING  UINT64_C(0x122) /* write, remove a file, make a file */
#define READING  UINT64_C(0xC)   /* a file, a folder */
#define TRUNCATE UINT64_C(0x4000)
#define MOVING   UINT64_C(0x1ED0) /* remove a folder; make all but files */

static void test_what_each_step_takes(void **state)
{
    (void)state;
    static const struct landlock_taken TAKEN[] = {
        {0, 0, 0},      {0x1FFF, 0, 0}, {0x3FFF, 0, 0}, {0x7FFF, 0, 0},
        {0x7FFF, 3, 0}, {0xFFFF, 3, 0}, {0xFFFF, 3, 3}, {0xFFFF, 3, 3},
    };
    for (int abi = 0; abi < (int)(sizeof(TAKEN) / sizeof(TAKEN[0])); abi++) {
        struct landlock_taken taken = landlock_takes(abi, true);
        assert_int_equal(taken.files, TAKEN[abi].files);
        assert_int_equal(taken.network, TAKEN[abi].network);
        assert_int_equal(taken.scoped, TAKEN[abi].scoped);
        assert_int_equal(landlock_takes(abi, false).scoped, 0);
    }
    assert_int_equal(landlock_takes(-1, true).files, 0);
    assert_int_equal(landlock_takes(LATER_STEP, true).files, 0xFFFF);
}

static void test_what_a_use_gives(void **state)
{
    (void)state;
    assert_int_equal(landlock_gives(1, LANDLOCK_READ, true), READING);
    assert_int_equal(landlock_gives(1, LANDLOCK_READ, false), 0x4);
    assert_int_equal(landlock_gives(1, LANDLOCK_EXECUTE, false), EXECUTE);
    assert_int_equal(landlock_gives(2, LANDLOCK_WRITE, true), WRITING);
    assert_int_equal(landlock_gives(3, LANDLOCK_WRITE, true), WRITING | TRUNCATE);
    assert_int_equal(landlock_gives(3, LANDLOCK_WRITE, false), 0x2 | TRUNCATE);
    assert_int_equal(landlock_gives(0, LANDLOCK_WRITE, true), 0);
    assert_int_equal(landlock_gives(1, LANDLOCK_MOVE, true), MOVING);
    assert_int_equal(landlock_gives(1, LANDLOCK_MOVE, false), 0);
    for (int abi = 0; abi < LATER_STEP; abi++) {
        uint64_t given =
            landlock_gives(abi, LANDLOCK_READ | LANDLOCK_WRITE | LANDLOCK_EXECUTE, true);
        assert_int_equal(given & ~landlock_takes(abi, false).files, 0);
    }
}

/* Two folders of a test, each with a file. */
struct rig {
    char ours[PATH_BYTES], read_only[PATH_BYTES];
};

static void path_in(char path[PATH_BYTES], const char *folder, const char *name)
{
    int length = snprintf(path, PATH_BYTES, "%.128s/%s", folder, name);
    assert_in_range(length, 1, PATH_BYTES - 1);
}

static int make(const char *folder, const char *name)
{
    char path[PATH_BYTES];
    path_in(path, folder, name);
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    return file < 0 ? errno : close(file);
}

static void set_up(struct rig *rig)
{
    snprintf(rig->ours, sizeof(rig->ours), "/tmp/sandbox.ours.XXXXXX");
    snprintf(rig->read_only, sizeof(rig->read_only), "/tmp/sandbox.read.XXXXXX");
    assert_non_null(mkdtemp(rig->ours));
    assert_non_null(mkdtemp(rig->read_only));
    assert_int_equal(make(rig->ours, "file"), 0);
    assert_int_equal(make(rig->read_only, "file"), 0);
}

static void tear_down(const struct rig *rig)
{
    static const char *const NAMES[] = {"file", "new", "renamed"};
    char path[PATH_BYTES];
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        path_in(path, rig->ours, NAMES[i]);
        unlink(path);
        path_in(path, rig->read_only, NAMES[i]);
        unlink(path);
    }
    assert_int_equal(rmdir(rig->ours), 0);
    assert_int_equal(rmdir(rig->read_only), 0);
}

static bool opens(const char *folder, const char *name, int flags)
{
    char path[PATH_BYTES];
    path_in(path, folder, name);
    int file = open(path, flags | O_CLOEXEC);
    return file >= 0 && close(file) == 0;
}

/* In a child: one bit for each thing that is not as it should be. */
static unsigned wrongs_inside(const struct rig *rig, int abi)
{
    char from[PATH_BYTES], to[PATH_BYTES], other[PATH_BYTES];
    const struct landlock_place places[] = {
        {rig->ours, LANDLOCK_READ | LANDLOCK_WRITE},
        {rig->read_only, LANDLOCK_READ},
        {"/there/is/no/such/place", LANDLOCK_READ | LANDLOCK_WRITE},
    };
    path_in(from, rig->ours, "new");
    path_in(to, rig->ours, "renamed");
    path_in(other, rig->read_only, "file");
    int free_before = dup(STDIN_FILENO);
    close(free_before);
    if (!landlock_enter(abi, true, places, sizeof(places) / sizeof(places[0]))) {
        return 1;
    }
    /* It leaves nothing open. */
    unsigned wrong = (unsigned)(dup(STDIN_FILENO) != free_before) << 7;
    wrong |= (unsigned)!(make(rig->ours, "new") == 0 && rename(from, to) == 0 &&
                         opens(rig->ours, "renamed", O_RDWR | O_TRUNC) && unlink(to) == 0)
             << 1;
    wrong |= (unsigned)!opens(rig->read_only, "file", O_RDONLY) << 2;
    wrong |= (unsigned)(opens(rig->read_only, "file", O_WRONLY) ||
                        make(rig->read_only, "new") == 0 || unlink(other) == 0)
             << 3;
    wrong |= (unsigned)(abi >= 3 && truncate(other, 0) == 0) << 4;
    wrong |= (unsigned)(opens("/etc", "passwd", O_RDONLY) || opens("/", "", O_RDONLY)) << 5;
    wrong |= (unsigned)(mkdir(from, 0700) == 0 || symlink("/", from) == 0) << 6;
    return wrong;
}

static void test_every_step_holds(void **state)
{
    (void)state;
    int newest = landlock_abi();
    if (newest == 0) {
        skip();
    }
    for (int abi = 1; abi <= newest; abi++) {
        struct rig rig;
        int how = 0;
        set_up(&rig);
        pid_t child = fork();
        if (child == 0) {
            _exit(process_harden() ? (int)wrongs_inside(&rig, abi) : 1);
        }
        assert_int_equal(waitpid(child, &how, 0), child);
        tear_down(&rig);
        assert_true(WIFEXITED(how));
        assert_int_equal(WEXITSTATUS(how), 0);
    }
}

/* Runs inside a role's filter; 0 when all is well. */
typedef int inside_fn(void);

static int ends(enum sandbox_role role, inside_fn *inside)
{
    int how = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        _exit(process_harden() && sandbox_filter(role) ? inside() : 1);
    }
    assert_int_equal(waitpid(child, &how, 0), child);
    return how;
}

static bool filter_is_there(void)
{
    return (sandbox_probe() & SANDBOX_CALLS) == 0;
}

static int use_memory(void)
{
    enum { LARGE = 16 << 20 };
    char *memory = malloc(LARGE);
    if (memory == NULL) {
        return 1;
    }
    memset(memory, 1, LARGE);
    char *more = realloc(memory, 2 * (size_t)LARGE);
    free(more != NULL ? more : memory);
    return more == NULL;
}

static int look_at_files(void)
{
    struct stat about;
    bool is_refused = open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0 && errno == EACCES &&
                      access("/etc/passwd", R_OK) != 0 && stat("/etc/passwd", &about) != 0 &&
                      fstatat(AT_FDCWD, "/etc/passwd", &about, AT_EMPTY_PATH) != 0;
    /* A C library may ask of an open file with a name beside it, as Debian 12's does: that is
     * refused, and it goes on. The call without a name is let through. */
    bool is_told = syscall(SYS_newfstatat, STDERR_FILENO, "", &about, AT_EMPTY_PATH) == 0;
    return !is_refused || is_told || syscall(SYS_fstat, STDERR_FILENO, &about) != 0;
}

static int give_up(void)
{
    abort();
}

static int call_somebody(void)
{
    return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) >= 0;
}

static int write_a_file(void)
{
    return open("/dev/null", O_WRONLY | O_CLOEXEC) >= 0;
}

static void test_the_face_works_inside(void **state)
{
    (void)state;
    if (!filter_is_there()) {
        skip();
    }
    assert_int_equal(ends(SANDBOX_FACE, use_memory), 0);
    assert_int_equal(ends(SANDBOX_FACE, look_at_files), 0);
    int how = ends(SANDBOX_FACE, give_up);
    assert_true(WIFSIGNALED(how));
    assert_int_equal(WTERMSIG(how), SIGABRT); /* an assertion is told as one */
}

static void test_the_face_is_ended_by_the_rest(void **state)
{
    (void)state;
    if (!filter_is_there()) {
        skip();
    }
    inside_fn *const tried[] = {call_somebody, write_a_file};
    for (size_t i = 0; i < sizeof(tried) / sizeof(tried[0]); i++) {
        int how = ends(SANDBOX_FACE, tried[i]);
        assert_true(WIFSIGNALED(how));
        assert_int_equal(WTERMSIG(how), SIGSYS);
    }
}

/* A keeper that is refused goes on: the meeting hangs on it. */
static void test_the_keeper_is_refused(void **state)
{
    (void)state;
    if (!filter_is_there()) {
        skip();
    }
    assert_int_equal(ends(SANDBOX_KEEPER, call_somebody), 0);
    assert_int_equal(ends(SANDBOX_KEEPER, use_memory), 0);
}

static int start_a_program(void)
{
    static char name[] = "true";
    char *const arguments[] = {name, NULL};
    pid_t child = fork();
    if (child == 0) {
        execv("/bin/true", arguments); /* the filter lets it pass; Landlock is what stops it */
        _exit(1);
    }
    int how = 1;
    return child < 0 || waitpid(child, &how, 0) != child || how != 0;
}

static void test_main_still_starts_processes(void **state)
{
    (void)state;
    if (!filter_is_there()) {
        skip();
    }
    assert_int_equal(ends(SANDBOX_MAIN, start_a_program), 0);
}

/* What the filter of a role says to a call, by the kernel's own rules for such programs, of which
 * the library uses these few. */
static uint32_t verdict(const struct sock_filter *program, size_t count,
                        const struct seccomp_data *data)
{
    uint32_t a = 0;
    for (size_t at = 0; at < count; at++) {
        const struct sock_filter *code = &program[at];
        bool holds = false;
        switch (code->code) {
        case BPF_LD | BPF_W | BPF_ABS:
            memcpy(&a, (const char *)data + code->k, sizeof(a));
            continue;
        case BPF_ALU | BPF_AND | BPF_K:
            a &= code->k;
            continue;
        case BPF_JMP | BPF_JA:
            at += code->k;
            continue;
        case BPF_RET | BPF_K:
            return code->k;
        case BPF_JMP | BPF_JEQ | BPF_K:
            holds = a == code->k;
            break;
        case BPF_JMP | BPF_JGE | BPF_K:
            holds = a >= code->k;
            break;
        case BPF_JMP | BPF_JGT | BPF_K:
            holds = a > code->k;
            break;
        case BPF_JMP | BPF_JSET | BPF_K:
            holds = (a & code->k) != 0;
            break;
        default:
            fail_msg("an instruction that this test does not know: %u", code->code);
        }
        at += holds ? code->jt : code->jf;
    }
    fail_msg("the filter has no end");
    return 0;
}

static uint32_t expected(enum sandbox_role role, const struct seccomp_data *data)
{
    static const uint32_t OTHERWISE[] = {
        [SANDBOX_MAIN] = SECCOMP_RET_ERRNO | ENOSYS,
        [SANDBOX_KEEPER] = SECCOMP_RET_ERRNO | EPERM,
        [SANDBOX_FACE] = SECCOMP_RET_KILL_PROCESS,
        [SANDBOX_VOICE] = SECCOMP_RET_ERRNO | ENOSYS,
        [SANDBOX_PORTER] = SECCOMP_RET_ERRNO | EPERM,
        [SANDBOX_CHECKER] = SECCOMP_RET_ERRNO | EPERM,
        [SANDBOX_COURIER] = SECCOMP_RET_ERRNO | EPERM,
        [SANDBOX_SETTER] = SECCOMP_RET_ERRNO | EPERM,
    };
    uint32_t said = OTHERWISE[role];
    size_t count;
    const struct sandbox_call *calls = sandbox_calls(&count);
    for (size_t i = 0; i < count; i++) {
        bool holds = calls[i].number == data->nr && (calls[i].roles & 1u << role) != 0;
        for (size_t k = 0; k < SANDBOX_CHECKS_MAX; k++) {
            const struct sandbox_check *check = &calls[i].check[k];
            uint64_t value = check->is_own_pid ? (uint64_t)getpid() : check->value;
            holds = holds && (data->args[check->argument] & check->bits) == value;
        }
        if (holds) {
            said = calls[i].error != 0 ? SECCOMP_RET_ERRNO | (uint32_t)calls[i].error
                                       : SECCOMP_RET_ALLOW;
        }
    }
    return said;
}

#ifdef __aarch64__
#define THIS_ARCH AUDIT_ARCH_AARCH64
#else
#define THIS_ARCH AUDIT_ARCH_X86_64
#endif

enum { PROGRAM_MAX = 4096, CALL_NUMBERS = 1024 };

static size_t read_filter(enum sandbox_role role, struct sock_filter program[PROGRAM_MAX])
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_true(sandbox_filter_write(role, fileno(file)));
    rewind(file);
    size_t count = fread(program, sizeof(program[0]), PROGRAM_MAX, file);
    fclose(file);
    assert_in_range(count, 1, PROGRAM_MAX - 1);
    return count;
}

/* A call with arguments that some row of the table lets through, and with each of them a little
 * other. */
static void check_row(enum sandbox_role role, const struct sock_filter *program, size_t count,
                      const struct sandbox_call *row)
{
    struct seccomp_data good = {.nr = row->number, .arch = THIS_ARCH};
    for (size_t k = 0; k < SANDBOX_CHECKS_MAX; k++) {
        const struct sandbox_check *check = &row->check[k];
        uint64_t value = check->is_own_pid ? (uint64_t)getpid() : check->value;
        good.args[check->argument] = (uint64_t)good.args[check->argument] | value;
    }
    assert_int_equal(verdict(program, count, &good), expected(role, &good));
    for (unsigned argument = 0; argument < 6; argument++) {
        for (unsigned bit = 0; bit < 64; bit++) {
            struct seccomp_data other = good;
            other.args[argument] ^= UINT64_C(1) << bit;
            assert_int_equal(verdict(program, count, &other), expected(role, &other));
        }
    }
}

/* The library merges rows of one call; what comes out has to be what the table says, and nothing
 * else: for every number of a call there is or will be. */
static void test_the_filter_is_the_table(void **state)
{
    (void)state;
    static struct sock_filter program[PROGRAM_MAX];
    size_t rows;
    const struct sandbox_call *calls = sandbox_calls(&rows);
    for (int role = SANDBOX_MAIN; role < SANDBOX_ROLE_COUNT; role++) {
        size_t count = read_filter((enum sandbox_role)role, program);
        for (int number = 0; number < CALL_NUMBERS; number++) {
            const struct seccomp_data plain = {.nr = number, .arch = THIS_ARCH};
            assert_int_equal(verdict(program, count, &plain),
                             expected((enum sandbox_role)role, &plain));
        }
        for (size_t i = 0; i < rows; i++) {
            bool is_here = calls[i].number >= 0; /* below: this machine has no such call */
            if (is_here && (calls[i].roles & 1u << role) != 0) {
                check_row((enum sandbox_role)role, program, count, &calls[i]);
            }
        }
        /* Numbers of another machine, in 32 bits, and of the 32-bit pointers of this one. */
        const struct seccomp_data i386 = {.nr = 1, .arch = AUDIT_ARCH_I386};
        const struct seccomp_data x32 = {.nr = 0x40000000 | 1, .arch = THIS_ARCH};
        assert_int_equal(verdict(program, count, &i386), SECCOMP_RET_KILL_PROCESS);
        assert_int_not_equal(verdict(program, count, &x32), SECCOMP_RET_ALLOW);
    }
}

static int print_into_a_file(void)
{
    const struct sandbox nothing = {.role = SANDBOX_FACE};
    FILE *file = tmpfile();
    unsigned missing = sandbox_close(&nothing);
    (void)missing;
    return file == NULL || write(fileno(file), "x", 1) != 1;
}

/* Where errors are printed to can be a file, or what a system's log is fed from. */
static void test_the_face_writes_no_file_that_is_open(void **state)
{
    (void)state;
    int how = 0;
    pid_t child = fork();
    if (child == 0) {
        _exit(process_harden() ? print_into_a_file() : 1);
    }
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFSIGNALED(how));
    assert_int_equal(WTERMSIG(how), SIGXFSZ);
}

static void test_a_lesser_kernel_is_told(void **state)
{
    (void)state;
    const struct sandbox_test lesser = {.landlock_abi_max = 0, .no_seccomp = true};
    const struct sandbox_test all = {.landlock_abi_max = INT32_MAX};
    sandbox_test(&lesser);
    assert_int_equal(sandbox_probe(), SANDBOX_FILES | SANDBOX_CALLS | SANDBOX_SIGNALS);
    for (int abi = 1; abi <= landlock_abi(); abi++) {
        const struct sandbox_test older = {.landlock_abi_max = abi};
        sandbox_test(&older);
        assert_int_equal(sandbox_probe() & (SANDBOX_FILES | SANDBOX_SIGNALS),
                         abi < 6 ? SANDBOX_SIGNALS : 0);
    }
    sandbox_test(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_each_step_takes),
        cmocka_unit_test(test_what_a_use_gives),
        cmocka_unit_test(test_every_step_holds),
        cmocka_unit_test(test_the_face_works_inside),
        cmocka_unit_test(test_the_face_is_ended_by_the_rest),
        cmocka_unit_test(test_the_keeper_is_refused),
        cmocka_unit_test(test_main_still_starts_processes),
        cmocka_unit_test(test_the_filter_is_the_table),
        cmocka_unit_test(test_the_face_writes_no_file_that_is_open),
        cmocka_unit_test(test_a_lesser_kernel_is_told),
    };
    return process_harden() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
