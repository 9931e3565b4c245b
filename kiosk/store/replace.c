/* SPDX-License-Identifier: MIT */
/* Puts other totals in the place of the present ones. The present bytes are copied aside before
 * anything happens to them: moving the file would leave a moment, or after a power cut for ever,
 * without a file. */
#include "store/names.h"

#include <string.h>

/* Tells whether there is a file of this name with these bytes. buffer: as large as a file can be.
 */
static enum status is_copy(const struct folder_ops *folder, const char *name, const uint8_t *bytes,
                           size_t length, uint8_t *buffer, bool *equal)
{
    size_t got = 0;
    enum status status = folder->read(folder->context, name, buffer, STORE_FILE_BYTES_MAX, &got);
    *equal = status == STATUS_OK && got == length && memcmp(buffer, bytes, length) == 0;
    return status;
}

/* Keeps a copy under the first free name. A name that cannot be read belongs to somebody else, so
 * the next one is tried. */
enum status store_keep_copy(const struct folder_ops *folder, const char *stem, const uint8_t *bytes,
                            size_t length, uint8_t *buffer)
{
    for (uint32_t i = 1; i <= STORE_ASIDE_MAX; i++) {
        char name[STORE_NAME_BYTES];
        bool equal = false;
        store_name(name, stem, i);
        enum status status = is_copy(folder, name, bytes, length, buffer, &equal);
        if (equal) {
            return folder->sync_folder(
                folder->context); /* an earlier try may have stopped before this sync */
        }
        if (status == STATUS_MISSING) {
            return store_write_new(folder, name, STORE_TEMPORARY, bytes, length);
        }
    }
    return STATUS_LIMIT;
}

/* Keeps a copy of the totals of this process, unless they are in a file that was copied already.
 * buffer: for the comparison. */
static enum status keep_own(const struct folder_ops *folder, const struct totals *own,
                            uint8_t *bytes, size_t size, uint8_t *buffer)
{
    size_t length = 0;
    enum status status = store_encode(own, bytes, size, &length);
    return status == STATUS_OK ? store_keep_copy(folder, STORE_REPLACED, bytes, length, buffer)
                               : status;
}

enum status store_replace_begin(struct store_close *close, const struct folder_ops *folder,
                                const struct store_known *known, const struct totals *own,
                                const struct totals *totals, uint8_t *scratch, size_t scratch_size)
{
    size_t old_length = 0;
    struct store_known there;
    store_close_reset(close);
    enum status status =
        folder->read(folder->context, STORE_FILE, scratch, scratch_size, &old_length);
    if (status == STATUS_LIMIT) {
        return STATUS_INVALID; /* this program wrote no such file */
    }
    if (status != STATUS_OK && status != STATUS_MISSING) {
        return status;
    }
    store_know(&there, folder, scratch, status == STATUS_OK ? old_length : 0);
    if (there.is_there) {
        status = store_keep_copy(folder, STORE_REPLACED, scratch, old_length, close->bytes);
    } else {
        status = STATUS_OK;
    }
    if (status == STATUS_OK && known->is_there && !store_is_known(known, &there)) {
        status = keep_own(folder, own, scratch, scratch_size, close->bytes);
    }
    return status == STATUS_OK ? store_close_begin(close, folder, &there, totals) : status;
}
