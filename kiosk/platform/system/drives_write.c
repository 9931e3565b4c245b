/* SPDX-License-Identifier: MIT */
/* Writes files to a drive that may be pulled out the next moment. What the kiosk called saved is on
 * the drive then. */
#include "platform/system/drives_parts.h"

#include "platform/system/file.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { NAME_BYTES_MAX = 64 };

static const char TEMPORARY[] = ".reflection.part";

static enum status sync_whole(int file)
{
    int result = 0;
    do {
        result = fsync(file);
    } while (result != 0 && errno == EINTR);
    return result == 0 ? STATUS_OK : drives_status(errno);
}

static enum status write_all(int file, const void *bytes, size_t length)
{
    const char *next = bytes;
    while (length > 0) {
        ssize_t wrote = write(file, next, length);
        if (wrote < 0 && errno != EINTR) {
            return drives_status(errno);
        }
        if (wrote > 0) {
            next += wrote;
            length -= (size_t)wrote;
        }
    }
    return sync_whole(file);
}

static enum status compare(int drive, const char *name, const void *bytes, size_t length)
{
    const char *expected = bytes;
    char buffer[4096];
    int file = openat(drive, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
        return drives_status(errno);
    }
    /* Otherwise the comparison would read what this machine remembers of the file. Where the system
     * cannot drop that memory, it has still reported each sync as done. */
    (void)posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    enum status status = STATUS_OK;
    size_t seen = 0;
    while (status == STATUS_OK) {
        ssize_t got = read(file, buffer, sizeof(buffer));
        if (got == 0) {
            break;
        }
        if (got < 0 || (size_t)got > length - seen ||
            memcmp(buffer, expected + seen, (size_t)got) != 0) {
            status = STATUS_IO;
        } else {
            seen += (size_t)got;
        }
    }
    close(file);
    return status == STATUS_OK && seen != length ? STATUS_IO : status;
}

/* A file system that does not know this kind of sync says so; nothing more can be done then. */
static enum status unless_unknown(int result)
{
    bool is_done = result == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
    return is_done ? STATUS_OK : drives_status(errno);
}

/* Syncs a file until it is on the medium under its own name. FAT and exFAT keep a file's length and
 * place in the folder's entry, and write them with the file. So the file is synced again after it
 * was renamed. Then the drive's file system is synced. The folder comes last, which also tells the
 * drive to empty its own cache. */
static enum status settle(int drive, int file)
{
    enum status status = sync_whole(file);
    if (status == STATUS_OK) {
        status = unless_unknown(syncfs(drive));
    }
    return status == STATUS_OK ? unless_unknown(fsync(drive)) : status;
}

/* Writes the bytes under a temporary name, which nobody takes for a file of ours, until all of them
 * are there. */
static enum status write_temporary(int drive, const struct export_file *out, int *file)
{
    unlinkat(drive, TEMPORARY, 0); /* left by an earlier try that was cut short */
    *file = openat(drive, TEMPORARY, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (*file < 0) {
        return drives_status(errno);
    }
    enum status status = write_all(*file, out->bytes, out->length);
    if (status == STATUS_OK) {
        status =
            file_rename_new(drive, TEMPORARY, out->name) == 0 ? STATUS_OK : drives_status(errno);
    }
    if (status != STATUS_OK) {
        unlinkat(drive, TEMPORARY, 0);
    }
    return status;
}

static enum status write_new(int drive, const struct export_file *out)
{
    int file = -1;
    enum status status = write_temporary(drive, out, &file);
    bool is_placed = status == STATUS_OK;
    if (is_placed) {
        status = settle(drive, file);
    }
    if (file >= 0 && close(file) != 0 && status == STATUS_OK) {
        status = drives_status(errno);
    }
    if (status == STATUS_OK) {
        status = compare(drive, out->name, out->bytes, out->length);
    }
    if (status != STATUS_OK && is_placed) {
        unlinkat(drive, out->name, 0);
    }
    return status;
}

/* Writes all files or none: after a failure, those that were written are removed. */
static enum status write_set(int drive, const struct export_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert(strlen(files[i].name) < NAME_BYTES_MAX && strchr(files[i].name, '/') == NULL);
        if (faccessat(drive, files[i].name, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
            return STATUS_EXISTS;
        }
    }
    for (size_t i = 0; i < count; i++) {
        enum status status = write_new(drive, &files[i]);
        if (status != STATUS_OK) {
            while (i-- > 0) {
                unlinkat(drive, files[i].name, 0);
            }
            return status;
        }
    }
    return STATUS_OK;
}

enum status drives_write(const struct drives *drives, const char *label,
                         const struct export_file *files, size_t count)
{
    int drive = drives_open(drives, label);
    if (drive < 0) {
        return STATUS_MISSING;
    }
    enum status status = write_set(drive, files, count);
    close(drive);
    return status;
}
