/* SPDX-License-Identifier: MIT */
#include "platform/system/ram_folder.h"

#include "platform/system/digest.h"

#include <assert.h>
#include <string.h>

static int find(const struct ram_folder *folder, const char *name)
{
    for (int i = 0; i < RAM_FILE_MAX; i++) {
        if (strcmp(folder->file[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static enum status ram_read(void *context, const char *name, void *buffer, size_t size,
                            size_t *length)
{
    const struct ram_folder *folder = context;
    int file = find(folder, name);
    if (file < 0) {
        return STATUS_MISSING;
    }
    if (folder->file[file].length > size) {
        return STATUS_LIMIT;
    }
    memcpy(buffer, folder->file[file].bytes, folder->file[file].length);
    *length = folder->file[file].length;
    return STATUS_OK;
}

static void set_name(struct ram_file *file, const char *name)
{
    size_t length = strlen(name);
    assert(length > 0 && length < sizeof(file->name));
    memcpy(file->name, name, length + 1);
}

static enum status ram_create(void *context, const char *name, int *file)
{
    struct ram_folder *folder = context;
    if (find(folder, name) >= 0) {
        return STATUS_EXISTS;
    }
    int index = find(folder, "");
    if (index < 0) {
        return STATUS_NO_SPACE;
    }
    set_name(&folder->file[index], name);
    folder->file[index].length = 0;
    *file = index;
    return STATUS_OK;
}

static enum status ram_write(void *context, int file, const void *bytes, size_t length)
{
    struct ram_folder *folder = context;
    struct ram_file *target = &folder->file[file];
    if (length > sizeof(target->bytes) - target->length) {
        return STATUS_NO_SPACE;
    }
    memcpy(target->bytes + target->length, bytes, length);
    target->length += length;
    return STATUS_OK;
}

static enum status ram_keep(void *context, int file)
{
    (void)context;
    (void)file;
    return STATUS_OK;
}

static enum status ram_rename(void *context, const char *from, const char *to)
{
    struct ram_folder *folder = context;
    int file = find(folder, from);
    int old = find(folder, to);
    if (file < 0) {
        return STATUS_MISSING;
    }
    if (old >= 0 && old != file) {
        folder->file[old].name[0] = '\0';
    }
    set_name(&folder->file[file], to);
    return STATUS_OK;
}

static enum status ram_rename_new(void *context, const char *from, const char *to)
{
    return find(context, to) >= 0 ? STATUS_EXISTS : ram_rename(context, from, to);
}

static enum status ram_remove(void *context, const char *name)
{
    struct ram_folder *folder = context;
    int file = find(folder, name);
    if (file < 0) {
        return STATUS_MISSING;
    }
    folder->file[file].name[0] = '\0';
    return STATUS_OK;
}

static enum status ram_sync_folder(void *context)
{
    (void)context;
    return STATUS_OK;
}

static bool ram_has_any(void *context, bool (*is_wanted)(const char *name))
{
    const struct ram_folder *folder = context;
    for (int i = 0; i < RAM_FILE_MAX; i++) {
        if (folder->file[i].name[0] != '\0' && is_wanted(folder->file[i].name)) {
            return true;
        }
    }
    return false;
}

static void ram_digest(void *context, const void *bytes, size_t length,
                       uint8_t out[STORE_DIGEST_BYTES])
{
    (void)context;
    digest_sha256(bytes, length, out);
}

void ram_folder_init(struct ram_folder *folder)
{
    for (int i = 0; i < RAM_FILE_MAX; i++) {
        folder->file[i].name[0] = '\0';
    }
    folder->ops = (struct folder_ops){
        .context = folder,
        .read = ram_read,
        .create = ram_create,
        .write = ram_write,
        .sync = ram_keep,
        .set_fixed_time = ram_keep,
        .close = ram_keep,
        .rename = ram_rename,
        .rename_new = ram_rename_new,
        .remove = ram_remove,
        .sync_folder = ram_sync_folder,
        .has_any = ram_has_any,
        .digest = ram_digest,
    };
}
