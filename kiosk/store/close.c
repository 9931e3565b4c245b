/* SPDX-License-Identifier: MIT */
/* The close that counts once or not at all. The new file is built once, before anything is written,
 * from totals that this process knows. From then on a try only asks which file is there. So no
 * failure at any step can add a meeting twice or draw new noise, and no file that somebody else put
 * there is taken for ours. */
#include "store/store.h"

#include <assert.h>
#include <string.h>

void store_know(struct store_known *known, const struct folder_ops *folder, const uint8_t *bytes,
                size_t length)
{
    memset(known, 0, sizeof(*known));
    known->is_there = length > 0;
    if (known->is_there) {
        folder->digest(folder->context, bytes, length, known->digest);
    }
}

bool store_is_known(const struct store_known *a, const struct store_known *b)
{
    return a->is_there == b->is_there && memcmp(a->digest, b->digest, sizeof(a->digest)) == 0;
}

enum status store_look(const struct folder_ops *folder, uint8_t *scratch, size_t scratch_size,
                       struct store_known *there, size_t *length)
{
    *length = 0;
    enum status status = folder->read(folder->context, STORE_FILE, scratch, scratch_size, length);
    if (status == STATUS_LIMIT || status == STATUS_INVALID) {
        *length = 0;
        *there =
            (struct store_known){.is_there = true}; /* the digest of no bytes stands for no file */
        return STATUS_OK;
    }
    if (status != STATUS_OK && status != STATUS_MISSING) {
        return status;
    }
    store_know(there, folder, scratch, status == STATUS_OK ? *length : 0);
    there->is_there = status == STATUS_OK; /* an empty file is a file */
    return STATUS_OK;
}

void store_close_reset(struct store_close *close)
{
    explicit_bzero(close->bytes, close->length);
    close->begun = close->done = close->found_other = false;
    close->length = 0;
    memset(&close->before, 0, sizeof(close->before));
    memset(&close->with, 0, sizeof(close->with));
}

enum status store_close_begin(struct store_close *close, const struct folder_ops *folder,
                              const struct store_known *before, const struct totals *totals)
{
    size_t length = 0;
    if (close->begun && !close->done) {
        return STATUS_OK; /* the numbers of this meeting are built already */
    }
    store_close_reset(close);
    enum status status = store_encode(totals, close->bytes, sizeof(close->bytes), &length);
    if (status != STATUS_OK) {
        return status;
    }
    close->before = *before;
    store_know(&close->with, folder, close->bytes, length);
    close->length = length;
    close->begun = true;
    return STATUS_OK;
}

enum status store_close_look(const struct store_close *close, const struct folder_ops *folder,
                             uint8_t *scratch, size_t scratch_size, enum store_found *found)
{
    struct store_known there;
    size_t length = 0;
    assert(close->begun);
    enum status status = store_look(folder, scratch, scratch_size, &there, &length);
    if (status != STATUS_OK) {
        return status;
    }
    if (store_is_known(&there, &close->with)) {
        *found = STORE_FOUND_NEW;
    } else if (store_is_known(&there, &close->before)) {
        *found = STORE_FOUND_OLD;
    } else {
        *found = there.is_there ? STORE_FOUND_OTHER : STORE_FOUND_GONE;
    }
    return STATUS_OK;
}

/* Moves another file out of the way, whatever it is. Where our file has gone, nothing has to be
 * moved. */
static enum status make_room(struct store_close *close, const struct folder_ops *folder,
                             enum store_found found)
{
    char name[STORE_NAME_BYTES];
    if (found != STORE_FOUND_OTHER && found != STORE_FOUND_GONE) {
        return STATUS_OK;
    }
    close->found_other = true;
    return found == STORE_FOUND_OTHER ? store_set_aside(folder, name) : STATUS_OK;
}

enum status store_close_run(struct store_close *close, const struct folder_ops *folder,
                            uint8_t *scratch, size_t scratch_size)
{
    assert(close->begun);
    if (close->done) {
        return STATUS_OK;
    }
    enum store_found found = STORE_FOUND_OTHER;
    enum status status = store_close_look(close, folder, scratch, scratch_size, &found);
    if (status == STATUS_OK && found == STORE_FOUND_NEW) {
        status = folder->sync_folder(folder->context); /* an earlier try got as far as the rename */
    } else if (status == STATUS_OK) {
        status = make_room(close, folder, found);
        if (status == STATUS_OK) {
            status =
                store_write_file(folder, STORE_FILE, STORE_TEMPORARY, close->bytes, close->length);
        }
        if (status == STATUS_OK) {
            status = store_close_look(close, folder, scratch, scratch_size, &found);
        }
        if (status == STATUS_OK && found != STORE_FOUND_NEW) {
            status = STATUS_IO; /* what was read back is not what was written */
        }
    }
    close->done = status == STATUS_OK;
    return status;
}

/* Puts the file of before the meeting back, whole and on the disk; removes the file where there was
 * none. */
static enum status put_back(struct store_close *close, const struct folder_ops *folder,
                            const struct totals *old)
{
    if (!close->before.is_there) {
        enum status status = folder->remove(folder->context, STORE_FILE);
        return status == STATUS_OK ? folder->sync_folder(folder->context) : status;
    }
    explicit_bzero(close->bytes, close->length);
    enum status status = store_encode(old, close->bytes, sizeof(close->bytes), &close->length);
    if (status != STATUS_OK) {
        return status;
    }
    store_know(&close->before, folder, close->bytes, close->length);
    return store_write_file(folder, STORE_FILE, STORE_TEMPORARY, close->bytes, close->length);
}

enum store_left store_close_give_up(struct store_close *close, const struct folder_ops *folder,
                                    const struct totals *old, uint8_t *scratch, size_t scratch_size)
{
    assert(close->begun && !close->done);
    enum store_found found = STORE_FOUND_OTHER;
    if (store_close_look(close, folder, scratch, scratch_size, &found) != STATUS_OK) {
        return STORE_LEFT_UNSURE;
    }
    if (found != STORE_FOUND_NEW && found != STORE_FOUND_GONE) {
        return STORE_LEFT_NOTHING;
    }
    bool was_new = found == STORE_FOUND_NEW;
    close->found_other |= !was_new;
    enum status status = put_back(close, folder, old);
    if (!was_new) {
        return STORE_LEFT_NOTHING; /* the close moved another file aside and got no further */
    }
    if (store_close_look(close, folder, scratch, scratch_size, &found) != STATUS_OK) {
        return STORE_LEFT_UNSURE;
    }
    if (found !=
        STORE_FOUND_NEW) { /* without the last sync, a power cut could bring the meeting back */
        return status == STATUS_OK ? STORE_LEFT_NOTHING : STORE_LEFT_UNSURE;
    }
    status = folder->sync_folder(folder->context);
    return status == STATUS_OK ? STORE_LEFT_MEETING : STORE_LEFT_UNSURE;
}
