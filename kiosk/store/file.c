/* SPDX-License-Identifier: MIT */
#include "store/names.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* Removes a file that may not exist. */
static enum status remove_if_there(const struct folder_ops *folder, const char *name)
{
    enum status status = folder->remove(folder->context, name);
    return status == STATUS_MISSING ? STATUS_OK : status;
}

enum status store_load(const struct folder_ops *folder, struct totals *totals, uint8_t *scratch,
                       size_t scratch_size, size_t *length, struct error *error)
{
    totals->block_count = 0;
    *error = (struct error){0};
    size_t got = 0;
    enum status status = folder->read(folder->context, STORE_FILE, scratch, scratch_size, &got);
    if (status == STATUS_MISSING) {
        *length = 0;
        return STATUS_OK;
    }
    if (status == STATUS_LIMIT) {
        status = STATUS_DAMAGED; /* the file is larger than anything this program writes */
    }
    if (status != STATUS_OK) {
        error->status = status;
        return status;
    }
    status = store_decode(scratch, got, totals, error);
    if (status == STATUS_OK) {
        *length = got;
    }
    return status;
}

void store_name(char name[STORE_NAME_BYTES], const char *stem, uint32_t number)
{
    int length = snprintf(name, STORE_NAME_BYTES, "%s%u", stem, number);
    assert(length > 0 && length < STORE_NAME_BYTES);
}

static enum status move_aside(const struct folder_ops *folder, const char *from, const char *stem,
                              char name[STORE_NAME_BYTES])
{
    enum status status = STATUS_EXISTS;
    for (uint32_t i = 1; i <= STORE_ASIDE_MAX && status == STATUS_EXISTS; i++) {
        store_name(name, stem, i);
        status = folder->rename_new(folder->context, from, name);
    }
    if (status == STATUS_EXISTS) { /* else nothing could be saved here any more */
        status = folder->rename(folder->context, from, name);
    }
    return status == STATUS_OK ? folder->sync_folder(folder->context) : status;
}

enum status store_set_aside(const struct folder_ops *folder, char name[STORE_NAME_BYTES])
{
    return move_aside(folder, STORE_FILE, STORE_ASIDE, name);
}

bool store_make_way(const struct folder_ops *folder, const char *name, const char *stem)
{
    char byte, aside[STORE_NAME_BYTES];
    size_t length = 0;
    return folder->read(folder->context, name, &byte, sizeof(byte), &length) == STATUS_INVALID &&
           move_aside(folder, name, stem, aside) == STATUS_OK;
}

/* Makes the temporary's name free. A leftover file is removed. A folder with something in it
 * belongs to somebody, so it is moved aside; no meeting may be lost to it. */
static enum status clear_way(const struct folder_ops *folder, const char *temporary)
{
    char stem[STORE_NAME_BYTES];
    enum status status = remove_if_there(folder, temporary);
    int length = snprintf(stem, sizeof(stem), "%s.aside-", temporary);
    assert(length > 0 && length < STORE_NAME_BYTES);
    return status != STATUS_OK && store_make_way(folder, temporary, stem) ? STATUS_OK : status;
}

enum status store_clean(const struct folder_ops *folder)
{
    return clear_way(folder, STORE_TEMPORARY);
}

/* Does everything up to the rename. The time of the file is set before the sync, so that it is on
 * the disk too. */
static enum status write_temporary(const struct folder_ops *folder, const char *temporary,
                                   const void *bytes, size_t length)
{
    int file = -1;
    enum status status = folder->create(folder->context, temporary, &file);
    if (status != STATUS_OK) {
        return status;
    }
    status = folder->write(folder->context, file, bytes, length);
    if (status == STATUS_OK) {
        status = folder->set_fixed_time(folder->context, file);
    }
    if (status == STATUS_OK) {
        status = folder->sync(folder->context, file);
    }
    enum status closed = folder->close(folder->context, file);
    return status == STATUS_OK ? closed : status;
}

typedef enum status rename_fn(void *context, const char *from, const char *to);

static enum status write_by(const struct folder_ops *folder, rename_fn *put_in_place,
                            const char *name, const char *temporary, const void *bytes,
                            size_t length)
{
    enum status status = clear_way(folder, temporary);
    if (status != STATUS_OK) {
        return status;
    }
    status = write_temporary(folder, temporary, bytes, length);
    if (status == STATUS_OK) {
        status = put_in_place(folder->context, temporary, name);
    }
    if (status != STATUS_OK) {
        /* Removes the temporary at once where that works; elsewhere the next try or the next start
         * removes it. */
        (void)remove_if_there(folder, temporary);
        return status;
    }
    return folder->sync_folder(folder->context);
}

enum status store_write_file(const struct folder_ops *folder, const char *name,
                             const char *temporary, const void *bytes, size_t length)
{
    return write_by(folder, folder->rename, name, temporary, bytes, length);
}

enum status store_write_new(const struct folder_ops *folder, const char *name,
                            const char *temporary, const void *bytes, size_t length)
{
    return write_by(folder, folder->rename_new, name, temporary, bytes, length);
}

enum status store_write_and_look(const struct folder_ops *folder, const char *name,
                                 const char *temporary, const void *bytes, size_t length,
                                 bool *there)
{
    assert(length <= STORE_SMALL_BYTES);
    enum status status = store_write_file(folder, name, temporary, bytes, length);
    *there = status == STATUS_OK;
    if (status == STATUS_OK) {
        return status;
    }
    char now[STORE_SMALL_BYTES];
    size_t got = 0;
    enum status look = folder->read(folder->context, name, now, sizeof(now), &got);
    bool is_read = look == STATUS_OK || look == STATUS_MISSING || look == STATUS_LIMIT;
    *there = look == STATUS_OK && got == length && memcmp(now, bytes, length) == 0;
    explicit_bzero(now, sizeof(now));
    if (*there) { /* a sync that failed once may work now; without a sync, a power cut may undo the
                     write */
        return folder->sync_folder(folder->context) == STATUS_OK ? STATUS_OK : STATUS_UNSURE;
    }
    return is_read ? status : STATUS_UNSURE;
}
