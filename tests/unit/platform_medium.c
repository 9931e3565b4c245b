/* SPDX-License-Identifier: MIT */
/* Protects what was said to be saved from the plug that is pulled the moment after. The medium is
 * one of the kind that FAT and exFAT are: a name comes to it with the folder, and a file's length
 * and bytes with the file, under the name that the file has then. */
#include "platform/system/drives.h"
#include "platform/system/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <dirent.h>
#include <strings.h>
#include <sys/types.h>

#include <cmocka.h>

enum { FILES_MAX = 8, BYTES_MAX = 64 };

/* What lies on the medium, whatever the system remembers. */
static struct {
    struct {
        char name[NAME_MAX + 1];
        char bytes[BYTES_MAX];
        size_t length;
    } file[FILES_MAX];
    uint32_t count;
} medium;

static bool is_watched;
static uint32_t calls, fails_at; /* of those that reach for the medium; 0: none fails */
static int fails_with;
static bool folder_knows_no_sync, lies_later, was_dropped;
static bool folds;                /* capital and small letters of a name are the same */
static int no_flag;               /* what a rename with a flag answers */
static const char *comes_between; /* a name that is there once one is looked up */
static char root[32], drive[64];

static bool fails_now(void)
{
    if (!is_watched || ++calls != fails_at) {
        return false;
    }
    errno = fails_with;
    return true;
}

static uint32_t place_of(const char *name)
{
    uint32_t i = 0;
    while (i < medium.count && strcmp(medium.file[i].name, name) != 0) {
        i++;
    }
    return i;
}

static uint32_t put_name(const char *name)
{
    uint32_t i = place_of(name);
    if (i == medium.count) {
        assert_true(medium.count < FILES_MAX);
        memset(&medium.file[i], 0, sizeof(medium.file[i]));
        snprintf(medium.file[i].name, sizeof(medium.file[i].name), "%s", name);
        medium.count++;
    }
    return i;
}

/* The folder's sync: names that came are there, still empty; names that went are not. */
static void write_names(const char *path)
{
    DIR *folder = opendir(path);
    bool is_there[FILES_MAX] = {false};
    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            is_there[put_name(entry->d_name)] = true;
        }
    }
    closedir(folder);
    for (uint32_t i = medium.count; i-- > 0;) {
        if (!is_there[i]) {
            medium.file[i] = medium.file[--medium.count];
            is_there[i] = is_there[medium.count];
        }
    }
}

static void write_file(const char *path)
{
    uint32_t i = put_name(strrchr(path, '/') + 1);
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    medium.file[i].length = fread(medium.file[i].bytes, 1, BYTES_MAX, file);
    fclose(file);
}

static int openat_plain(int folder, const char *name)
{
    return (int)syscall(SYS_openat, folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static void put_on_drive(const char *name, const char *bytes)
{
    char path[PATH_MAX];
    snprintf(path, sizeof(path), "%s/%s", drive, name);
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(file >= 0 && write(file, bytes, strlen(bytes)) == (ssize_t)strlen(bytes));
    close(file);
}

static bool drive_holds(const char *name, const char *bytes)
{
    char path[PATH_MAX], found[BYTES_MAX] = "";
    snprintf(path, sizeof(path), "%s/%s", drive, name);
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    ssize_t length = read(file, found, sizeof(found));
    close(file);
    return length == (ssize_t)strlen(bytes) && memcmp(found, bytes, (size_t)length) == 0;
}

static void path_of(int file, char path[PATH_MAX])
{
    char link[64];
    snprintf(link, sizeof(link), "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    assert_true(length > 0);
    path[length] = '\0';
}

int fsync(int file)
{
    struct stat about;
    char path[PATH_MAX];
    if (fails_now()) {
        return -1;
    }
    if (is_watched && fstat(file, &about) == 0) {
        path_of(file, path);
        if (S_ISDIR(about.st_mode) && folder_knows_no_sync) {
            errno = EINVAL;
            return -1;
        }
        (S_ISDIR(about.st_mode) ? write_names : write_file)(path);
    }
    return (int)syscall(SYS_fsync, file);
}

/* It brings nothing more here: some systems below FUSE do nothing at all. */
int syncfs(int file)
{
    (void)file;
    return fails_now() ? -1 : 0;
}

/* The name under which the folder has it. Looked up only where the medium folds. */
static const char *kept_name(int folder, const char *name)
{
    static char found[NAME_MAX + 1];
    const char *kept = name;
    DIR *listing = is_watched && folds ? fdopendir(openat_plain(folder, ".")) : NULL;
    for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;) {
        if (strcasecmp(entry->d_name, name) == 0) {
            snprintf(found, sizeof(found), "%s", entry->d_name);
            kept = found;
        }
    }
    if (listing != NULL) {
        closedir(listing);
    }
    return kept;
}

int openat(int folder, const char *name, int flags, ...)
{
    return (int)syscall(SYS_openat, folder, kept_name(folder, name), flags, 0600);
}

int faccessat(int folder, const char *name, int mode, int flags)
{
    (void)flags;
    return (int)syscall(SYS_faccessat, folder, kept_name(folder, name), mode);
}

int fstatat(int folder, const char *restrict name, struct stat *restrict about, int flags)
{
    if (comes_between != NULL) {
        put_on_drive(comes_between, "theirs");
        comes_between = NULL;
    }
    return (int)syscall(SYS_newfstatat, folder, kept_name(folder, name), about, flags);
}

/* Where names fold, the new one takes the place of what has it in other letters. */
int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    const char *kept = kept_name(to_folder, to);
    if (kept != to) {
        (void)syscall(SYS_unlinkat, to_folder, kept, 0);
    }
    return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0);
}

/* FAT and exFAT do not know the flag. */
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    if (is_watched && flags != 0) {
        errno = no_flag;
        return -1;
    }
    return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int posix_fadvise(int file, off_t offset, off_t length, int advice)
{
    (void)offset, (void)length;
    was_dropped = was_dropped || advice == POSIX_FADV_DONTNEED;
    if (lies_later) { /* what the medium holds is not what was written */
        char path[PATH_MAX];
        path_of(file, path);
        int other = open(path, O_WRONLY | O_CLOEXEC);
        assert_true(other >= 0 && pwrite(other, "?", 1, 0) == 1);
        close(other);
    }
    return 0;
}

static int begin(void **state)
{
    (void)state;
    memset(&medium, 0, sizeof(medium));
    calls = fails_at = 0;
    folder_knows_no_sync = lies_later = was_dropped = folds = false;
    comes_between = NULL;
    no_flag = EINVAL;
    strcpy(root, "/tmp/medium-XXXXXX");
    if (mkdtemp(root) == NULL) {
        return -1;
    }
    snprintf(drive, sizeof(drive), "%s/STICK", root);
    is_watched = true;
    return mkdir(drive, 0700);
}

static int end(void **state)
{
    (void)state;
    char command[128];
    is_watched = false;
    snprintf(command, sizeof(command), "rm -rf %s", root);
    return system(command);
}

static bool holds(const char *name, const char *bytes)
{
    uint32_t i = place_of(name);
    return i < medium.count && medium.file[i].length == strlen(bytes) &&
           memcmp(medium.file[i].bytes, bytes, strlen(bytes)) == 0;
}

static enum status save(void)
{
    const struct drives drives = {.root = root};
    const struct export_file files[] = {{.name = "page.html", .bytes = "hello", .length = 5},
                                        {.name = "table.csv", .bytes = "a,b", .length = 3}};
    return drives_write(&drives, "STICK", files, 2);
}

static void a_drive_may_be_pulled_out(void **state)
{
    (void)state;
    assert_int_equal(save(), STATUS_OK);
    assert_true(was_dropped);
    assert_int_equal(medium.count, 2);
    assert_true(holds("page.html", "hello"));
    assert_true(holds("table.csv", "a,b"));
}

static void a_folder_that_knows_no_sync(void **state)
{
    (void)state;
    folder_knows_no_sync = true;
    assert_int_equal(save(), STATUS_OK);
    assert_true(holds("page.html", "hello"));
}

/* Whatever of it fails, nothing was said to be saved and no name is left. */
static void no_sync_is_passed_over(void **state)
{
    static const int CODES[] = {ENODEV, EIO, ENOSPC};
    for (size_t code = 0; code < sizeof(CODES) / sizeof(CODES[0]); code++) {
        uint32_t at = 1;
        for (;; at++) {
            end(state);
            begin(state);
            fails_at = at;
            fails_with = CODES[code];
            enum status status = save();
            if (calls < at) {
                assert_int_equal(status, STATUS_OK);
                break;
            }
            assert_int_not_equal(status, STATUS_OK);
            assert_true(status == STATUS_MISSING || CODES[code] != ENODEV);
            assert_int_equal(rmdir(drive), 0);
        }
        assert_true(at > 8); /* two files: each is synced twice, its system and its folder once */
    }
}

static void what_the_medium_holds_is_compared(void **state)
{
    (void)state;
    lies_later = true;
    assert_int_equal(save(), STATUS_IO);
    assert_int_equal(rmdir(drive), 0);
}

static enum status put(const struct folder_ops *ops, const char *name, const char *bytes)
{
    int file = -1;
    assert_int_equal(ops->create(ops->context, "new", &file), STATUS_OK);
    assert_int_equal(ops->write(ops->context, file, bytes, strlen(bytes)), STATUS_OK);
    assert_int_equal(ops->sync(ops->context, file), STATUS_OK);
    assert_int_equal(ops->close(ops->context, file), STATUS_OK);
    return ops->rename(ops->context, "new", name);
}

/* The data folder may lie on such a medium too. */
static void totals_outlive_a_power_cut(void **state)
{
    (void)state;
    struct folder folder;
    struct error error;
    assert_int_equal(folder_open(&folder, drive, false, &error), STATUS_OK);
    const struct folder_ops *ops = &folder.ops;
    assert_int_equal(put(ops, "totals", "one"), STATUS_OK);
    assert_int_equal(ops->sync_folder(ops->context), STATUS_OK);
    assert_true(holds("totals", "one"));
    /* Two are renamed before the folder is synced. */
    assert_int_equal(ops->rename_new(ops->context, "totals", "aside"), STATUS_OK);
    assert_int_equal(put(ops, "totals", "two"), STATUS_OK);
    assert_int_equal(ops->sync_folder(ops->context), STATUS_OK);
    assert_true(holds("aside", "one"));
    assert_true(holds("totals", "two"));
    /* A sync that fails is told, and the next one makes up for it. */
    assert_int_equal(put(ops, "totals", "three"), STATUS_OK);
    fails_at = calls + 1;
    fails_with = EIO;
    assert_int_equal(ops->sync_folder(ops->context), STATUS_IO);
    assert_false(holds("totals", "three"));
    assert_int_equal(ops->sync_folder(ops->context), STATUS_OK);
    assert_true(holds("totals", "three"));
    /* What was placed has gone since: there is nothing to be synced. */
    assert_int_equal(put(ops, "totals", "four"), STATUS_OK);
    assert_int_equal(ops->remove(ops->context, "totals"), STATUS_OK);
    assert_int_equal(ops->sync_folder(ops->context), STATUS_OK);
    assert_int_equal(place_of("totals"), medium.count);
    folder_close(&folder);
}

/* Whatever a system answers that knows no rename which spares what is there. */
static void nothing_is_overwritten(void **state)
{
    static const int ANSWERS[] = {EINVAL, ENOSYS, ENOTSUP};
    for (size_t i = 0; i < 2 * sizeof(ANSWERS) / sizeof(ANSWERS[0]); i++) {
        end(state);
        begin(state);
        no_flag = ANSWERS[i / 2];
        folds = i % 2 == 1;
        assert_int_equal(save(), STATUS_OK);
        assert_int_equal(save(), STATUS_EXISTS); /* a report that is saved twice */
        assert_true(drive_holds("page.html", "hello"));
        end(state);
        begin(state);
        no_flag = ANSWERS[i / 2];
        folds = i % 2 == 1;
        put_on_drive("TABLE.CSV", "theirs");
        assert_int_equal(save(), folds ? STATUS_EXISTS : STATUS_OK);
        assert_true(drive_holds("TABLE.CSV", "theirs"));
        assert_true(drive_holds("page.html", "hello") != folds);
    }
}

/* Another program puts a file there between the first look and the rename. */
static void what_came_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    folds = true;
    comes_between = "Page.HTML";
    assert_int_equal(save(), STATUS_EXISTS);
    assert_true(drive_holds("Page.HTML", "theirs"));
    assert_int_equal(unlink(strcat(drive, "/Page.HTML")), 0);
    *strrchr(drive, '/') = '\0';
    assert_int_equal(rmdir(drive), 0);
}

/* The data folder: what is set aside takes no name that is there in other letters. */
static void nothing_is_set_aside_over_another(void **state)
{
    (void)state;
    struct folder folder;
    struct error error;
    folds = true;
    assert_int_equal(folder_open(&folder, drive, false, &error), STATUS_OK);
    const struct folder_ops *ops = &folder.ops;
    assert_int_equal(put(ops, "totals.db", "ours"), STATUS_OK);
    put_on_drive("TOTALS.DB.ASIDE-1", "theirs");
    assert_int_equal(ops->rename_new(ops->context, "totals.db", "totals.db.aside-1"),
                     STATUS_EXISTS);
    assert_true(drive_holds("totals.db", "ours"));
    assert_int_equal(ops->rename_new(ops->context, "totals.db", "totals.db.aside-2"), STATUS_OK);
    assert_true(drive_holds("TOTALS.DB.ASIDE-1", "theirs"));
    assert_true(drive_holds("totals.db.aside-2", "ours"));
    folder_close(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_drive_may_be_pulled_out, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_that_knows_no_sync, begin, end),
        cmocka_unit_test_setup_teardown(no_sync_is_passed_over, begin, end),
        cmocka_unit_test_setup_teardown(what_the_medium_holds_is_compared, begin, end),
        cmocka_unit_test_setup_teardown(totals_outlive_a_power_cut, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_overwritten, begin, end),
        cmocka_unit_test_setup_teardown(what_came_meanwhile_is_not_overwritten, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_set_aside_over_another, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
