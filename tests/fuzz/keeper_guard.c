/* SPDX-License-Identifier: MIT */
/* Protects the door from a guard file that anybody could have written: what is read counts no more
 * tries and waits than there are, and is byte for byte what would be written; whatever else stands
 * there brings the longest wait, or is a later version's and left alone. */
#include "fuzz.h"

#include "keeper/guard.h"

#include <assert.h>
#include <string.h>

/* The folder: a guard to read, and the one that is written over it. */
static struct {
    const uint8_t *bytes;
    size_t length;
    uint8_t written[GUARD_BYTES];
    size_t written_length;
} disk;

static enum status disk_read(void *context, const char *name, void *buffer, size_t size,
                             size_t *length)
{
    (void)context, (void)name;
    if (disk.length > size) {
        return STATUS_LIMIT;
    }
    if (disk.length > 0) {
        memcpy(buffer, disk.bytes, disk.length);
    }
    *length = disk.length;
    return STATUS_OK;
}

static enum status disk_create(void *context, const char *name, int *file)
{
    (void)context, (void)name;
    *file = 0;
    disk.written_length = 0;
    return STATUS_OK;
}

static enum status disk_write(void *context, int file, const void *bytes, size_t length)
{
    (void)context, (void)file;
    assert(length <= sizeof(disk.written) - disk.written_length);
    memcpy(disk.written + disk.written_length, bytes, length);
    disk.written_length += length;
    return STATUS_OK;
}

static enum status disk_keep(void *context, int file)
{
    (void)context, (void)file;
    return STATUS_OK;
}

static enum status disk_rename(void *context, const char *from, const char *to)
{
    (void)context, (void)from, (void)to;
    return STATUS_OK;
}

static enum status disk_remove(void *context, const char *name)
{
    (void)context, (void)name;
    return STATUS_MISSING;
}

static enum status disk_sync(void *context)
{
    (void)context;
    return STATUS_OK;
}

static const struct folder_ops FOLDER = {.read = disk_read,
                                         .create = disk_create,
                                         .write = disk_write,
                                         .sync = disk_keep,
                                         .set_fixed_time = disk_keep,
                                         .close = disk_keep,
                                         .rename = disk_rename,
                                         .rename_new = disk_rename,
                                         .remove = disk_remove,
                                         .sync_folder = disk_sync};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct guard guard = {.failures = 1};
    disk.bytes = bytes;
    disk.length = length;
    enum status status = guard_load(&guard, &FOLDER);
    if (status == STATUS_OK) {
        assert(guard.failures <= GUARD_TRIES && guard.level <= GUARD_LEVEL_MAX);
        assert(guard.flag <= GUARD_CLOSING);
        assert(guard.failures < GUARD_TRIES || guard_wait_ms(guard.level) > 0);
        status = guard_save(&guard, &FOLDER);
        assert(status == STATUS_OK && disk.written_length == length);
        assert(memcmp(disk.written, bytes, length) == 0);
    } else if (status == STATUS_DAMAGED) {
        assert(guard.failures == GUARD_TRIES && guard.level == GUARD_LEVEL_MAX);
        assert(guard.flag == GUARD_CLOSING);
    } else {
        assert(status == STATUS_NEWER);
        assert(length >= 7 && memcmp(bytes, "guard ", 6) == 0);
    }
    return 0;
}
