/* SPDX-License-Identifier: MIT */
#include "platform/system/file.h"

#include "platform/system/status.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status read_all(int file, char *buffer, size_t size, size_t *length)
{
    size_t filled = 0;
    for (;;) {
        /* Reading one more byte than the buffer holds tells a file that fits from a larger one. */
        char extra;
        bool is_full = filled == size;
        ssize_t got = read(file, is_full ? &extra : buffer + filled, is_full ? 1 : size - filled);
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            return STATUS_IO; /* no other failure: a file that is open exists, whatever errno says
                               */
        }
        if (got == 0) {
            *length = filled;
            return STATUS_OK;
        }
        if (is_full) {
            return STATUS_LIMIT;
        }
        filled += (size_t)got;
    }
}

enum status file_open(int dir, const char *path, bool follow, int *file)
{
    int opened =
        openat(dir, path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
    if (opened >= 0) {
        *file = opened;
        return STATUS_OK;
    }
    /* The system has a different errno for each kind of file that it does not open: a link, a
     * socket, a device that is not there. */
    struct stat about;
    enum status status = status_of_errno(errno);
    bool is_other = status != STATUS_MISSING &&
                    fstatat(dir, path, &about, follow ? 0 : AT_SYMLINK_NOFOLLOW) == 0 &&
                    !S_ISREG(about.st_mode);
    return is_other ? STATUS_INVALID : status;
}

enum status file_read_open(int file, void *buffer, size_t size, size_t *length)
{
    struct stat about;
    enum status status = STATUS_IO;
    if (fstat(file, &about) == 0) {
        status = S_ISREG(about.st_mode) ? read_all(file, buffer, size, length) : STATUS_INVALID;
    }
    close(file);
    return status;
}

enum status file_read(int dir, const char *path, void *buffer, size_t size, size_t *length)
{
    int file = -1;
    enum status status = file_open(dir, path, true, &file);
    return status == STATUS_OK ? file_read_open(file, buffer, size, length) : status;
}

int file_rename_new(int folder, const char *from, const char *to)
{
    struct stat about;
    int result = renameat2(folder, from, folder, to, RENAME_NOREPLACE);
    if (result == 0 || (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)) {
        return result;
    }
    /* A file system that ignores case finds the name in capital and in small letters. */
    if (fstatat(folder, to, &about, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return -1;
    }
    return errno == ENOENT ? renameat(folder, from, folder, to) : -1;
}
