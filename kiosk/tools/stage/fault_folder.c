/* SPDX-License-Identifier: MIT */
#include "tools/stage/fault_folder.h"

/* What a call that changes the folder meets first. */
static enum status fault(struct fault_folder *folder)
{
    if (folder->fail_in > 0 && --folder->fail_in == 0) {
        return STATUS_IO;
    }
    return folder->is_read_only ? STATUS_READ_ONLY : STATUS_OK;
}

static enum status fault_read(void *context, const char *name, void *buffer, size_t size,
                              size_t *length)
{
    struct fault_folder *folder = context;
    return folder->inner->read(folder->inner->context, name, buffer, size, length);
}

static enum status fault_create(void *context, const char *name, int *file)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    return status != STATUS_OK ? status : folder->inner->create(folder->inner->context, name, file);
}

static enum status fault_write(void *context, int file, const void *bytes, size_t length)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    if (status == STATUS_OK && folder->is_full) {
        status = STATUS_NO_SPACE;
    }
    return status != STATUS_OK ? status
                               : folder->inner->write(folder->inner->context, file, bytes, length);
}

static enum status fault_sync(void *context, int file)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    return status != STATUS_OK ? status : folder->inner->sync(folder->inner->context, file);
}

static enum status fault_set_fixed_time(void *context, int file)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    return status != STATUS_OK ? status
                               : folder->inner->set_fixed_time(folder->inner->context, file);
}

/* Closing never fails here: a failed close would leave the inner folder's file open. */
static enum status fault_close(void *context, int file)
{
    struct fault_folder *folder = context;
    return folder->inner->close(folder->inner->context, file);
}

static enum status fault_rename(void *context, const char *from, const char *to)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    return status != STATUS_OK ? status : folder->inner->rename(folder->inner->context, from, to);
}

static enum status fault_rename_new(void *context, const char *from, const char *to)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    return status != STATUS_OK ? status
                               : folder->inner->rename_new(folder->inner->context, from, to);
}

static enum status fault_remove(void *context, const char *name)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    return status != STATUS_OK ? status : folder->inner->remove(folder->inner->context, name);
}

static enum status fault_sync_folder(void *context)
{
    struct fault_folder *folder = context;
    enum status status = fault(folder);
    return status != STATUS_OK ? status : folder->inner->sync_folder(folder->inner->context);
}

static bool fault_has_any(void *context, bool (*is_wanted)(const char *name))
{
    const struct fault_folder *folder = context;
    return folder->inner->has_any(folder->inner->context, is_wanted);
}

static void fault_digest(void *context, const void *bytes, size_t length,
                         uint8_t out[STORE_DIGEST_BYTES])
{
    const struct fault_folder *folder = context;
    folder->inner->digest(folder->inner->context, bytes, length, out);
}

void fault_folder_init(struct fault_folder *folder, const struct folder_ops *inner)
{
    *folder = (struct fault_folder){
        .inner = inner,
        .ops =
            {
                .context = folder,
                .read = fault_read,
                .create = fault_create,
                .write = fault_write,
                .sync = fault_sync,
                .set_fixed_time = fault_set_fixed_time,
                .close = fault_close,
                .rename = fault_rename,
                .rename_new = fault_rename_new,
                .remove = fault_remove,
                .sync_folder = fault_sync_folder,
                .has_any = fault_has_any,
                .digest = fault_digest,
            },
    };
}
