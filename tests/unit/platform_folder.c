/* SPDX-License-Identifier: MIT */
/* Protects the data folder: one writer, no link followed, every failure of a disk told as what it
 * is. */
#include "platform/system/digest.h"
#include "platform/system/folder.h"
#include "platform/system/random.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static char place[256];
static struct folder folder;
static const struct folder_ops *ops;
static struct error error;

static const char *path_of(const char *name)
{
    static char path[400];
    (void)snprintf(path, sizeof(path), "%s/%s", place, name);
    return path;
}

static int make_place(void **state)
{
    (void)state;
    const char *base = getenv("TMPDIR");
    (void)snprintf(place, sizeof(place), "%s/kiosk-folder-XXXXXX", base != NULL ? base : "/tmp");
    if (mkdtemp(place) == NULL || folder_open(&folder, place, false, &error) != STATUS_OK) {
        return -1;
    }
    ops = &folder.ops;
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *level)
{
    (void)info, (void)kind, (void)level;
    return remove(path);
}

static int remove_place(void **state)
{
    (void)state;
    folder_close(&folder);
    return nftw(place, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static enum status write_file(const char *name, const void *bytes, size_t length)
{
    int file = -1;
    enum status status = ops->create(ops->context, name, &file);
    if (status != STATUS_OK) {
        return status;
    }
    status = ops->write(ops->context, file, bytes, length);
    if (status == STATUS_OK) {
        status = ops->set_fixed_time(ops->context, file);
    }
    if (status == STATUS_OK) {
        status = ops->sync(ops->context, file);
    }
    enum status closed = ops->close(ops->context, file);
    return status == STATUS_OK ? closed : status;
}

static enum status read_file(const char *name, char *out, size_t size, size_t *length)
{
    return ops->read(ops->context, name, out, size, length);
}

static void test_write_and_read_back(void **state)
{
    (void)state;
    char out[16];
    size_t length = 0;
    assert_int_equal(read_file("a", out, sizeof(out), &length), STATUS_MISSING);
    assert_int_equal(write_file("a", "hello", 5), STATUS_OK);
    assert_int_equal(write_file("a", "other", 5), STATUS_EXISTS);
    assert_int_equal(read_file("a", out, 5, &length), STATUS_OK);
    assert_int_equal(length, 5);
    assert_memory_equal(out, "hello", 5);
    assert_int_equal(read_file("a", out, 4, &length), STATUS_LIMIT);
    struct stat info;
    assert_int_equal(stat(path_of("a"), &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    assert_int_equal(info.st_mtim.tv_sec, FOLDER_FIXED_TIME_S);
    assert_int_equal(info.st_mtim.tv_nsec, 0);
    assert_int_equal(ops->sync_folder(ops->context), STATUS_OK);
}

static void test_renames_and_removes(void **state)
{
    (void)state;
    char out[16];
    size_t length = 0;
    assert_int_equal(write_file("a", "aa", 2), STATUS_OK);
    assert_int_equal(write_file("b", "bb", 2), STATUS_OK);
    assert_int_equal(ops->rename_new(ops->context, "a", "b"), STATUS_EXISTS);
    assert_int_equal(read_file("b", out, sizeof(out), &length), STATUS_OK);
    assert_memory_equal(out, "bb", 2);
    assert_int_equal(ops->rename(ops->context, "a", "b"), STATUS_OK);
    assert_int_equal(read_file("b", out, sizeof(out), &length), STATUS_OK);
    assert_memory_equal(out, "aa", 2);
    assert_int_equal(ops->rename_new(ops->context, "b", "c"), STATUS_OK);
    assert_int_equal(ops->rename_new(ops->context, "b", "d"), STATUS_MISSING);
    assert_int_equal(ops->remove(ops->context, "c"), STATUS_OK);
    assert_int_equal(ops->remove(ops->context, "c"), STATUS_MISSING);
}

static bool is_last(const char *name)
{
    return strcmp(name, "last") == 0;
}

/* More names than one call of the system returns, and again each time. */
static void test_one_name_is_found_among_many(void **state)
{
    (void)state;
    struct folder reader;
    for (int i = 0; i < 300; i++) {
        char name[32];
        (void)snprintf(name, sizeof(name), "a-name-of-some-length-%d", i);
        assert_int_equal(write_file(name, "x", 1), STATUS_OK);
    }
    assert_int_equal(folder_open_reader(&reader, place, &error), STATUS_OK);
    for (int turn = 0; turn < 3; turn++) {
        assert_int_equal(ops->has_any(ops->context, is_last), turn > 0);
        assert_int_equal(reader.ops.has_any(reader.ops.context, is_last), turn > 0);
        assert_true(turn > 0 || symlink("nowhere", path_of("last")) == 0);
    }
    folder_close(&reader);
    assert_int_equal(nftw(place, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
    assert_false(ops->has_any(ops->context, is_last)); /* what was removed has no names */
    assert_int_equal(mkdir(place, 0700), 0);
}

static void test_no_link_is_followed(void **state)
{
    (void)state;
    char out[16];
    size_t length = 0;
    assert_int_equal(write_file("target", "target", 6), STATUS_OK);
    assert_int_equal(symlink("target", path_of("link")), 0);
    assert_int_equal(symlink("nowhere", path_of("dangling")), 0);
    assert_int_equal(read_file("link", out, sizeof(out), &length), STATUS_INVALID);
    assert_int_equal(write_file("link", "x", 1), STATUS_EXISTS);
    assert_int_equal(write_file("dangling", "x", 1), STATUS_EXISTS);
    assert_int_not_equal(access(path_of("nowhere"), F_OK), 0);
    /* Renaming over a link replaces the link, and removing removes it. */
    assert_int_equal(write_file("new", "new", 3), STATUS_OK);
    assert_int_equal(ops->rename(ops->context, "new", "link"), STATUS_OK);
    assert_int_equal(ops->remove(ops->context, "dangling"), STATUS_OK);
    assert_int_equal(read_file("target", out, sizeof(out), &length), STATUS_OK);
    assert_memory_equal(out, "target", 6);
    /* What is no plain file holds nobody up. */
    assert_int_equal(mkfifo(path_of("fifo"), 0600), 0);
    assert_int_equal(read_file("fifo", out, sizeof(out), &length), STATUS_INVALID);
    assert_int_equal(mkdir(path_of("folder"), 0700), 0);
    assert_int_equal(read_file("folder", out, sizeof(out), &length), STATUS_INVALID);
    /* Nor does it keep its name from a file, unless there is something in it. */
    assert_int_equal(mkdir(path_of("folder/deep"), 0700), 0);
    assert_int_equal(ops->remove(ops->context, "folder"), STATUS_IO);
    assert_int_equal(rmdir(path_of("folder/deep")), 0);
    assert_int_equal(ops->remove(ops->context, "folder"), STATUS_OK);
}

/* One that was killed keeps its lock until the system has taken it apart. */
static void test_a_lock_is_waited_for(void **state)
{
    (void)state;
    int ends[2];
    char byte = 0;
    folder_close(&folder);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        static const struct timespec SOON = {.tv_nsec = 200 * 1000000L};
        bool is_held = folder_open(&folder, place, false, &error) == STATUS_OK;
        if (is_held && write(ends[1], "h", 1) == 1) {
            nanosleep(&SOON, NULL);
        }
        _exit(0);
    }
    assert_int_equal(read(ends[0], &byte, 1), 1);
    assert_int_equal(folder_wait(place), STATUS_OK);
    assert_int_equal(folder_open(&folder, place, false, &error), STATUS_OK);
    assert_int_equal(waitpid(child, NULL, 0), child);
    close(ends[0]);
    close(ends[1]);
    assert_int_equal(folder_wait(place), STATUS_BUSY); /* held by this process now */
    assert_int_equal(folder_wait("/nowhere"), STATUS_OK);
}

static void test_one_writer_many_readers(void **state)
{
    (void)state;
    struct folder second, reader;
    assert_int_equal(folder_open(&second, place, false, &error), STATUS_BUSY);
    assert_int_equal(error.status, STATUS_BUSY);
    assert_string_equal(error.text, place);
    assert_int_equal(write_file("a", "aa", 2), STATUS_OK);
    assert_int_equal(folder_open_reader(&reader, place, &error), STATUS_OK);
    char out[4];
    size_t length = 0;
    int file = -1;
    const struct folder_ops *r = &reader.ops;
    assert_int_equal(r->read(r->context, "a", out, sizeof(out), &length), STATUS_OK);
    assert_int_equal(length, 2);
    assert_int_equal(r->create(r->context, "b", &file), STATUS_READ_ONLY);
    assert_int_equal(r->rename(r->context, "a", "b"), STATUS_READ_ONLY);
    assert_int_equal(r->rename_new(r->context, "a", "b"), STATUS_READ_ONLY);
    assert_int_equal(r->remove(r->context, "a"), STATUS_READ_ONLY);
    folder_close(&reader); /* frees no lock that it never had */
    assert_int_equal(folder_open(&second, place, false, &error), STATUS_BUSY);
    folder_close(&folder);
    assert_int_equal(folder_open(&second, place, false, &error), STATUS_OK);
    folder_close(&second);
}

/* The lock goes with the process, however it ends. */
static void test_lock_ends_with_its_process(void **state)
{
    (void)state;
    folder_close(&folder);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        char done = folder_open(&folder, place, false, &error) == STATUS_OK ? 'y' : 'n';
        if (write(ends[1], &done, 1) == 1) {
            (void)pause();
        }
        _exit(1);
    }
    char done = 0;
    assert_int_equal(read(ends[0], &done, 1), 1);
    assert_int_equal(done, 'y');
    struct folder second;
    assert_int_equal(folder_open(&second, place, false, &error), STATUS_BUSY);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(folder_open(&second, place, false, &error), STATUS_OK);
    folder_close(&second);
    close(ends[0]);
    close(ends[1]);
}

static void test_folders_are_made_only_when_asked(void **state)
{
    (void)state;
    struct folder deep;
    char path[400];
    (void)snprintf(path, sizeof(path), "%s", path_of("x/y/z"));
    assert_int_equal(folder_open(&deep, path, false, &error), STATUS_MISSING);
    assert_int_equal(folder_open_reader(&deep, path, &error), STATUS_MISSING);
    assert_int_equal(folder_open(&deep, path, true, &error), STATUS_OK);
    struct stat info;
    assert_int_equal(fstat(deep.descriptor, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0700);
    folder_close(&deep);
    assert_int_equal(folder_open(&deep, path, true, &error), STATUS_OK); /* there already */
    folder_close(&deep);
    assert_int_equal(write_file("plain", "x", 1), STATUS_OK);
    assert_int_equal(folder_open(&deep, path_of("plain"), true, &error), STATUS_INVALID);
    assert_int_not_equal(folder_open(&deep, path_of("plain/sub"), true, &error), STATUS_OK);
    assert_int_not_equal(folder_open(&deep, "", true, &error), STATUS_OK);
}

static void test_full_device(void **state)
{
    (void)state;
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    assert_true(full >= 0);
    assert_int_equal(ops->write(ops->context, full, "x", 1), STATUS_NO_SPACE);
    close(full);
    int read_only = open("/dev/null", O_RDONLY | O_CLOEXEC);
    assert_int_equal(ops->write(ops->context, read_only, "x", 1), STATUS_IO);
    close(read_only);
}

/* A file that may not grow: the first write is short, the next says so. */
static void test_short_write(void **state)
{
    (void)state;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        static const char bytes[1000];
        const struct rlimit most = {600, 600};
        (void)signal(SIGXFSZ, SIG_IGN);
        _exit(setrlimit(RLIMIT_FSIZE, &most) == 0 &&
                      write_file("a", bytes, sizeof(bytes)) == STATUS_NO_SPACE
                  ? 0
                  : 1);
    }
    int result = 1;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_int_equal(result, 0);
    struct stat info;
    assert_int_equal(stat(path_of("a"), &info), 0);
    assert_int_equal(info.st_size, 600);
}

static void on_alarm(int number)
{
    (void)number; /* without SA_RESTART: a blocked write returns early */
}

/* A pipe that fills, and a timer that interrupts: short writes and EINTR lose and repeat nothing.
 */
static void test_interrupted_write(void **state)
{
    (void)state;
    static uint8_t bytes[1 << 20];
    for (size_t i = 0; i < sizeof(bytes); i++) {
        bytes[i] = (uint8_t)(i * 31 + (i >> 8) * 7);
    }
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const struct sigaction action = {.sa_handler = on_alarm};
        const struct itimerval often = {{0, 500}, {0, 500}};
        (void)close(ends[0]);
        bool is_set =
            sigaction(SIGALRM, &action, NULL) == 0 && setitimer(ITIMER_REAL, &often, NULL) == 0;
        _exit(is_set && ops->write(ops->context, ends[1], bytes, sizeof(bytes)) == STATUS_OK ? 0
                                                                                             : 1);
    }
    (void)close(ends[1]);
    uint8_t part[4096];
    size_t total = 0;
    for (ssize_t got; (got = read(ends[0], part, sizeof(part))) > 0; total += (size_t)got) {
        const struct timespec pause_time = {.tv_nsec = 200000};
        assert_true(total + (size_t)got <= sizeof(bytes));
        assert_memory_equal(part, bytes + total, (size_t)got);
        (void)nanosleep(&pause_time, NULL);
    }
    int result = 1;
    assert_int_equal(total, sizeof(bytes));
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_int_equal(result, 0);
    close(ends[0]);
}

/* In a mount namespace of its own: a tiny disk that fills, then turns read-only. Exits 77 where
 * the system does not let us mount. */
static int use_tiny_disk(void)
{
    static char bytes[256 * 1024];
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tiny", path_of("disk"), "tmpfs", 0, "size=64k") != 0) {
        return 77;
    }
    struct folder tiny;
    if (folder_open(&tiny, path_of("disk"), false, &error) != STATUS_OK) {
        return 1;
    }
    ops = &tiny.ops;
    if (write_file("a", bytes, sizeof(bytes)) != STATUS_NO_SPACE ||
        ops->remove(ops->context, "a") != STATUS_OK || write_file("a", "small", 5) != STATUS_OK) {
        return 2;
    }
    if (mount("tiny", path_of("disk"), NULL, MS_REMOUNT | MS_RDONLY, NULL) != 0) {
        return 77;
    }
    int file = -1;
    return ops->create(ops->context, "b", &file) == STATUS_READ_ONLY &&
                   ops->rename(ops->context, "a", "b") == STATUS_READ_ONLY &&
                   ops->rename_new(ops->context, "a", "b") == STATUS_READ_ONLY &&
                   ops->remove(ops->context, "a") == STATUS_READ_ONLY
               ? 0
               : 3;
}

/* Permissions stop everybody but root, for whom the mount above stands in. */
static int use_forbidden_folder(void)
{
    int file = -1;
    if (chmod(place, 0500) != 0) {
        return 1;
    }
    enum status status = ops->create(ops->context, "b", &file);
    (void)chmod(place, 0700);
    if (geteuid() == 0) {
        return 77;
    }
    return status == STATUS_READ_ONLY ? 0 : 2;
}

static int result_of_child(int (*use)(void))
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        _exit(use());
    }
    int result = 0;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFEXITED(result));
    return WEXITSTATUS(result);
}

static void test_full_and_read_only_disks(void **state)
{
    (void)state;
    assert_int_equal(mkdir(path_of("disk"), 0700), 0);
    int on_disk = result_of_child(use_tiny_disk);
    int in_folder = result_of_child(use_forbidden_folder);
    assert_true(on_disk == 0 || on_disk == 77);
    assert_true(in_folder == 0 || in_folder == 77);
    if (on_disk == 77 && in_folder == 77) {
        print_message("neither a mount nor permissions can be tried here\n");
        skip();
    }
}

static void test_random_and_digest(void **state)
{
    (void)state;
    unsigned char a[512] = {0}, b[512] = {0};
    const struct random_source source = random_system();
    assert_int_equal(source.fill(source.context, a, sizeof(a)), STATUS_OK);
    assert_int_equal(source.fill(source.context, b, sizeof(b)), STATUS_OK);
    assert_memory_not_equal(a, b, 256); /* filled to the end, beyond one small request */
    assert_memory_not_equal(a + 256, b + 256, 256);
    static const uint8_t abc[] = {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea};
    uint8_t out[DIGEST_BYTES];
    digest_sha256("abc", 3, out);
    assert_memory_equal(out, abc, sizeof(abc));
}

/* /proc is such a folder: it can be opened and locked, and cannot be synced. */
static void test_a_folder_that_knows_no_sync(void **state)
{
    (void)state;
    struct folder odd;
    int descriptor = open("/proc/self", O_RDONLY | O_DIRECTORY);
    assert_true(descriptor >= 0 && fsync(descriptor) != 0 && errno == EINVAL);
    close(descriptor);
    assert_int_equal(folder_open(&odd, "/proc/self", false, &error), STATUS_OK);
    assert_int_equal(odd.ops.sync_folder(odd.ops.context), STATUS_OK);
    /* A file that knows none is not on the disk. */
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_true(fsync(ends[1]) != 0 && errno == EINVAL);
    assert_int_not_equal(odd.ops.sync(odd.ops.context, ends[1]), STATUS_OK);
    close(ends[0]);
    close(ends[1]);
    folder_close(&odd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_write_and_read_back, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_renames_and_removes, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_one_name_is_found_among_many, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(test_no_link_is_followed, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_a_lock_is_waited_for, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_one_writer_many_readers, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_lock_ends_with_its_process, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_folders_are_made_only_when_asked, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(test_full_device, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_short_write, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_interrupted_write, make_place, remove_place),
        cmocka_unit_test_setup_teardown(test_full_and_read_only_disks, make_place, remove_place),
        cmocka_unit_test(test_a_folder_that_knows_no_sync),
        cmocka_unit_test(test_random_and_digest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
