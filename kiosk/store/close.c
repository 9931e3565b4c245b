/* SPDX-License-Identifier: MIT */
/* The close that counts once or not at all. The new file is built once, before anything is written;
 * from then on a try only asks which of the two files is there, so that no failure at any step can
 * add a meeting twice or draw new noise. */
#include "store/store.h"

#include <assert.h>
#include <string.h>

enum found { FOUND_OLD, FOUND_NEW, FOUND_OTHER };

static bool is_digest(const uint8_t a[STORE_DIGEST_BYTES], const uint8_t b[STORE_DIGEST_BYTES])
{
    return memcmp(a, b, STORE_DIGEST_BYTES) == 0;
}

void store_close_reset(struct store_close *close)
{
    explicit_bzero(close->bytes, close->length);
    close->begun = false;
    close->had_old = false;
    close->done = false;
    close->length = 0;
    memset(close->old_digest, 0, sizeof(close->old_digest));
    memset(close->new_digest, 0, sizeof(close->new_digest));
}

enum status store_close_begin(struct store_close *close, const struct folder_ops *folder,
                              struct totals *totals, const struct counters *counters,
                              const struct meeting_label *label, uint8_t *scratch,
                              size_t scratch_size)
{
    if (close->begun && !close->done) {
        return STATUS_OK; /* the numbers of this meeting stand already */
    }
    store_close_reset(close);
    struct error ignored;
    size_t old_length = 0;
    enum status status = store_load(folder, totals, scratch, scratch_size, &old_length, &ignored);
    if (status == STATUS_OK) {
        status = totals_add_meeting(totals, counters, label);
    }
    size_t length = 0;
    if (status == STATUS_OK) {
        status = store_encode(totals, close->bytes, sizeof(close->bytes), &length);
    }
    if (status != STATUS_OK) {
        return status;
    }
    close->had_old = old_length > 0;
    if (close->had_old) {
        folder->digest(folder->context, scratch, old_length, close->old_digest);
    }
    folder->digest(folder->context, close->bytes, length, close->new_digest);
    assert(!is_digest(close->old_digest, close->new_digest));
    close->length = length;
    close->begun = true;
    return STATUS_OK;
}

/* Which file is there now. Anything that cannot be either of the two is another one. */
static enum status look(const struct store_close *close, const struct folder_ops *folder,
                        uint8_t *scratch, size_t scratch_size, enum found *found)
{
    size_t length = 0;
    enum status status = folder->read(folder->context, STORE_FILE, scratch, scratch_size, &length);
    if (status == STATUS_MISSING) {
        *found = close->had_old ? FOUND_OTHER : FOUND_OLD;
        return STATUS_OK;
    }
    if (status == STATUS_LIMIT || status == STATUS_INVALID) {
        *found = FOUND_OTHER;
        return STATUS_OK;
    }
    if (status != STATUS_OK) {
        return status;
    }
    uint8_t digest[STORE_DIGEST_BYTES];
    folder->digest(folder->context, scratch, length, digest);
    if (is_digest(digest, close->new_digest)) {
        *found = FOUND_NEW;
    } else {
        *found = close->had_old && is_digest(digest, close->old_digest) ? FOUND_OLD : FOUND_OTHER;
    }
    return STATUS_OK;
}

enum status store_close_run(struct store_close *close, const struct folder_ops *folder,
                            uint8_t *scratch, size_t scratch_size)
{
    assert(close->begun);
    if (close->done) {
        return STATUS_OK;
    }
    enum found found = FOUND_OTHER;
    enum status status = look(close, folder, scratch, scratch_size, &found);
    if (status == STATUS_OK && found == FOUND_OTHER) {
        status = STATUS_CHANGED;
    }
    if (status == STATUS_OK && found == FOUND_OLD) {
        status = store_write_file(folder, STORE_FILE, STORE_TEMPORARY, close->bytes, close->length);
        if (status == STATUS_OK) {
            status = look(close, folder, scratch, scratch_size, &found);
        }
        if (status == STATUS_OK && found != FOUND_NEW) {
            status = STATUS_CHANGED;
        }
    } else if (status == STATUS_OK) {
        /* An earlier try got as far as the rename. */
        status = folder->sync_folder(folder->context);
    }
    close->done = status == STATUS_OK;
    return status;
}

/* The file of before the meeting, whole and on the disk; or none where there was none. */
static enum status put_back(struct store_close *close, const struct folder_ops *folder,
                            const struct totals *old)
{
    if (!close->had_old) {
        enum status status = folder->remove(folder->context, STORE_FILE);
        return status == STATUS_OK ? folder->sync_folder(folder->context) : status;
    }
    explicit_bzero(close->bytes, close->length);
    enum status status = store_encode(old, close->bytes, sizeof(close->bytes), &close->length);
    if (status != STATUS_OK) {
        return status;
    }
    folder->digest(folder->context, close->bytes, close->length, close->old_digest);
    return store_write_file(folder, STORE_FILE, STORE_TEMPORARY, close->bytes, close->length);
}

enum store_left store_close_give_up(struct store_close *close, const struct folder_ops *folder,
                                    const struct totals *old, uint8_t *scratch, size_t scratch_size)
{
    assert(close->begun && !close->done);
    enum found found = FOUND_OTHER;
    if (look(close, folder, scratch, scratch_size, &found) != STATUS_OK) {
        return STORE_LEFT_UNSURE;
    }
    if (found != FOUND_NEW) {
        return STORE_LEFT_NOTHING;
    }
    enum status status = put_back(close, folder, old);
    if (look(close, folder, scratch, scratch_size, &found) != STATUS_OK) {
        return STORE_LEFT_UNSURE;
    }
    if (found != FOUND_NEW) { /* without the last sync, a power cut could bring the new one back */
        return status == STATUS_OK ? STORE_LEFT_NOTHING : STORE_LEFT_UNSURE;
    }
    status = folder->sync_folder(folder->context);
    return status == STATUS_OK ? STORE_LEFT_MEETING : STORE_LEFT_UNSURE;
}

bool store_close_may_be_there(const struct store_close *close, const struct folder_ops *folder,
                              uint8_t *scratch, size_t scratch_size)
{
    assert(close->begun);
    enum found found = FOUND_OTHER;
    enum status status = look(close, folder, scratch, scratch_size, &found);
    return status != STATUS_OK || found == FOUND_NEW;
}
