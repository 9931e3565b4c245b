/* SPDX-License-Identifier: MIT */
#include "platform/system/folder.h"

#include "platform/system/digest.h"
#include "platform/system/file.h"
#include "platform/system/status.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    LOCK_STEP_MS = 5,
    LOCK_MS = 50,   /* another process may look whether it is free */
    FREE_MS = 1000, /* a kiosk that was killed has ended within this time */
    ENTRIES_BYTES = 4096,
};

_Static_assert((int)STORE_DIGEST_BYTES == (int)DIGEST_BYTES, "the store's digest is SHA-256");

static int descriptor_of(void *context)
{
    const struct folder *folder = context;
    assert(folder->descriptor >= 0);
    return folder->descriptor;
}

/* A name must be inside the folder, never a path that leads out of it. */
static void assert_plain_name(const char *name)
{
    assert(name[0] != '\0' && strchr(name, '/') == NULL);
    assert(strcmp(name, ".") != 0 && strcmp(name, "..") != 0);
}

static enum status folder_read(void *context, const char *name, void *buffer, size_t size,
                               size_t *length)
{
    assert_plain_name(name);
    int file = -1;
    enum status status = file_open(descriptor_of(context), name, false, &file);
    return status == STATUS_OK ? file_read_open(file, buffer, size, length) : status;
}

static enum status folder_create(void *context, const char *name, int *file)
{
    assert_plain_name(name);
    int descriptor = openat(descriptor_of(context), name,
                            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return status_of_errno(errno);
    }
    *file = descriptor;
    return STATUS_OK;
}

static enum status folder_write(void *context, int file, const void *bytes, size_t length)
{
    (void)context;
    const unsigned char *next = bytes;
    while (length > 0) {
        ssize_t put = write(file, next, length);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            return put < 0 ? status_of_errno(errno) : STATUS_IO;
        }
        next += put;
        length -= (size_t)put;
    }
    return STATUS_OK;
}

static enum status sync_descriptor(int file)
{
    int result;
    do {
        result = fsync(file);
    } while (result < 0 && errno == EINTR);
    return result == 0 ? STATUS_OK : status_of_errno(errno);
}

static enum status folder_sync(void *context, int file)
{
    (void)context;
    return sync_descriptor(file);
}

static enum status folder_set_fixed_time(void *context, int file)
{
    (void)context;
    const struct timespec times[2] = {{.tv_sec = FOLDER_FIXED_TIME_S},
                                      {.tv_sec = FOLDER_FIXED_TIME_S}};
    return futimens(file, times) == 0 ? STATUS_OK : status_of_errno(errno);
}

static enum status folder_close_file(void *context, int file)
{
    (void)context;
    /* On Linux the descriptor is closed even when close fails with EINTR. */
    return close(file) == 0 || errno == EINTR ? STATUS_OK : status_of_errno(errno);
}

/* FAT and exFAT keep a file's length in the folder's entry and write it with the file. So a file
 * that was renamed and not synced since is empty after a power cut. */
static enum status sync_placed(struct folder *folder)
{
    if (folder->placed[0] == '\0') {
        return STATUS_OK;
    }
    int file = -1;
    enum status status = file_open(descriptor_of(folder), folder->placed, false, &file);
    if (status == STATUS_OK) {
        status = sync_descriptor(file);
        status = status != STATUS_OK && errno == EINVAL ? STATUS_INVALID : status; /* a pipe */
        (void)close(file);
    }
    /* A file that is gone needs no sync, and what is no file is not ours. */
    bool is_settled = status == STATUS_OK || status == STATUS_MISSING || status == STATUS_INVALID;
    if (is_settled) {
        folder->placed[0] = '\0';
    }
    return is_settled ? STATUS_OK : status;
}

/* Only one such name is kept, so the file that was renamed before is synced first, while nothing
 * else has changed. */
static enum status begin_rename(struct folder *folder, const char *from, const char *to)
{
    assert_plain_name(from);
    assert_plain_name(to);
    assert(strlen(to) < FOLDER_NAME_BYTES);
    return strcmp(folder->placed, to) == 0 ? STATUS_OK : sync_placed(folder);
}

static enum status end_rename(struct folder *folder, const char *to, int result)
{
    if (result != 0) {
        return status_of_errno(errno);
    }
    memcpy(folder->placed, to, strlen(to) + 1);
    return STATUS_OK;
}

static enum status folder_rename(void *context, const char *from, const char *to)
{
    int folder = descriptor_of(context);
    enum status status = begin_rename(context, from, to);
    return status == STATUS_OK ? end_rename(context, to, renameat(folder, from, folder, to))
                               : status;
}

/* The folder is locked, so nobody else writes there. */
static enum status folder_rename_new(void *context, const char *from, const char *to)
{
    int folder = descriptor_of(context);
    enum status status = begin_rename(context, from, to);
    return status == STATUS_OK ? end_rename(context, to, file_rename_new(folder, from, to))
                               : status;
}

static enum status folder_remove(void *context, const char *name)
{
    int folder = descriptor_of(context);
    assert_plain_name(name);
    int result = unlinkat(folder, name, 0);
    if (result != 0 && errno == EISDIR) {
        result = unlinkat(folder, name, AT_REMOVEDIR);
    }
    return result == 0 ? STATUS_OK : status_of_errno(errno);
}

/* A file system that cannot sync a folder (CIFS and others) fails with EINVAL. The file that was
 * renamed has been synced by then, and nothing more can be done. */
static enum status folder_sync_folder(void *context)
{
    enum status status = sync_placed(context);
    if (status != STATUS_OK) {
        return status;
    }
    status = sync_descriptor(descriptor_of(context));
    return status != STATUS_OK && errno == EINVAL ? STATUS_OK : status;
}

/* Reads through the folder's descriptor that is open already, because opening the folder again
 * could fail. */
static bool folder_has_any(void *context, bool (*is_wanted)(const char *name))
{
    int folder = descriptor_of(context);
    _Alignas(struct dirent64) char bytes[ENTRIES_BYTES];
    ssize_t length = lseek(folder, 0, SEEK_SET) == 0 ? 1 : -1;
    while (length > 0) {
        length = getdents64(folder, bytes, sizeof(bytes));
        for (ssize_t at = 0; at < length;) {
            const struct dirent64 *entry = (const void *)(bytes + at);
            if (is_wanted(entry->d_name)) {
                return true;
            }
            at += entry->d_reclen;
        }
    }
    return length < 0 && errno != ENOENT; /* a folder that was removed has no names */
}

static void folder_digest(void *context, const void *bytes, size_t length,
                          uint8_t out[STORE_DIGEST_BYTES])
{
    (void)context;
    digest_sha256(bytes, length, out);
}

static enum status reader_create(void *context, const char *name, int *file)
{
    (void)context, (void)name, (void)file;
    return STATUS_READ_ONLY;
}

static enum status reader_rename(void *context, const char *from, const char *to)
{
    (void)context, (void)from, (void)to;
    return STATUS_READ_ONLY;
}

static enum status reader_remove(void *context, const char *name)
{
    (void)context, (void)name;
    return STATUS_READ_ONLY;
}

static enum status reader_sync_folder(void *context)
{
    (void)context;
    return STATUS_READ_ONLY;
}

/* Makes a folder and its parents, as mkdir -p does. A component that exists is accepted, whatever
 * it is; opening the path finds out. */
static enum status make_folders(const char *path)
{
    char part[PATH_MAX];
    size_t length = strlen(path);
    if (length == 0 || length >= sizeof(part)) {
        return STATUS_INVALID;
    }
    memcpy(part, path, length + 1);
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != '\0') {
            continue;
        }
        part[i] = '\0';
        if (mkdir(part, 0700) != 0 && errno != EEXIST) {
            /* For a parent that exists but may not be written, mkdir fails with EROFS or EACCES.
             * Only the last folder has to be made. */
            struct stat info;
            int why = errno;
            if (stat(part, &info) != 0) {
                return status_of_errno(why);
            }
        }
        part[i] = path[i];
    }
    return STATUS_OK;
}

static enum status fail(struct error *error, enum status status, const char *path)
{
    *error = (struct error){.status = status};
    (void)snprintf(error->text, sizeof(error->text), "%s", path);
    return status;
}

static enum status open_descriptor(const char *path, int *out)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return status_of_errno(errno);
    }
    *out = descriptor;
    return STATUS_OK;
}

/* Takes the folder's lock. The process that holds it may be ending: a process that was killed keeps
 * its lock until the system has removed it. */
static bool take_lock(int descriptor, int most_ms)
{
    static const struct timespec STEP = {.tv_nsec = LOCK_STEP_MS * 1000000L};
    for (int waited_ms = 0; flock(descriptor, LOCK_EX | LOCK_NB) != 0; waited_ms += LOCK_STEP_MS) {
        if (errno != EWOULDBLOCK || waited_ms >= most_ms) {
            return false;
        }
        nanosleep(&STEP, NULL);
    }
    return true;
}

enum status folder_wait(const char *path)
{
    int descriptor = -1;
    if (open_descriptor(path, &descriptor) != STATUS_OK) {
        return STATUS_OK;
    }
    bool is_free = take_lock(descriptor, FREE_MS) || errno != EWOULDBLOCK;
    (void)close(descriptor);
    return is_free ? STATUS_OK : STATUS_BUSY;
}

enum status folder_open(struct folder *folder, const char *path, bool create, struct error *error)
{
    enum status status = create ? make_folders(path) : STATUS_OK;
    int descriptor = -1;
    if (status == STATUS_OK) {
        status = open_descriptor(path, &descriptor);
    }
    if (status != STATUS_OK) {
        return fail(error, status, path);
    }
    if (!take_lock(descriptor, LOCK_MS)) {
        status = status_of_errno(errno);
        (void)close(descriptor);
        return fail(error, status, path);
    }
    *folder = (struct folder){.descriptor = descriptor};
    folder->ops = (struct folder_ops){
        .context = folder,
        .read = folder_read,
        .create = folder_create,
        .write = folder_write,
        .sync = folder_sync,
        .set_fixed_time = folder_set_fixed_time,
        .close = folder_close_file,
        .rename = folder_rename,
        .rename_new = folder_rename_new,
        .remove = folder_remove,
        .sync_folder = folder_sync_folder,
        .has_any = folder_has_any,
        .digest = folder_digest,
    };
    return STATUS_OK;
}

enum status folder_open_reader(struct folder *folder, const char *path, struct error *error)
{
    int descriptor = -1;
    enum status status = open_descriptor(path, &descriptor);
    if (status != STATUS_OK) {
        return fail(error, status, path);
    }
    *folder = (struct folder){.descriptor = descriptor};
    /* No file is ever opened for writing, so the calls on an open file are never reached. */
    folder->ops = (struct folder_ops){
        .context = folder,
        .read = folder_read,
        .create = reader_create,
        .write = folder_write,
        .sync = folder_sync,
        .set_fixed_time = folder_set_fixed_time,
        .close = folder_close_file,
        .rename = reader_rename,
        .rename_new = reader_rename,
        .remove = reader_remove,
        .sync_folder = reader_sync_folder,
        .has_any = folder_has_any,
        .digest = folder_digest,
    };
    return STATUS_OK;
}

void folder_close(struct folder *folder)
{
    if (folder->descriptor >= 0) {
        (void)close(folder->descriptor); /* frees the lock too */
        folder->descriptor = -1;
    }
}
