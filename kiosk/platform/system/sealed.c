/* SPDX-License-Identifier: MIT */
#include "platform/system/sealed.h"

#include "platform/system/status.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SEALS = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL };

enum status sealed_make(const void *bytes, size_t length, int *descriptor)
{
    int file = memfd_create("sealed", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) {
        return status_of_errno(errno);
    }
    bool is_whole = write(file, bytes, length) == (ssize_t)length;
    if (!is_whole || fcntl(file, F_ADD_SEALS, SEALS) != 0) {
        close(file);
        return STATUS_IO;
    }
    *descriptor = file;
    return STATUS_OK;
}

/* Processes that share the descriptor share its read position, so read(2) is not used here. */
enum status sealed_read(int descriptor, void *buffer, size_t size, size_t *length)
{
    struct stat about;
    /* A descriptor of anything else has no seals; reading from it could take for ever. */
    if ((fcntl(descriptor, F_GET_SEALS) & SEALS) != SEALS || fstat(descriptor, &about) != 0) {
        return STATUS_IO;
    }
    if ((size_t)about.st_size > size) {
        return STATUS_LIMIT;
    }
    if (pread(descriptor, buffer, (size_t)about.st_size, 0) != about.st_size) {
        return STATUS_IO;
    }
    *length = (size_t)about.st_size;
    return STATUS_OK;
}
