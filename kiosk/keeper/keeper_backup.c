/* SPDX-License-Identifier: MIT */
/* The totals as a whole: saved to a drive, put back from one, erased. Settings never go along. What
 * comes from a drive is trusted as little as a face is: the store's strict reader looks at every
 * byte, and only values that the reader understood are written here, in our own form. */
#include "keeper/keeper_parts.h"

#include <string.h>

/* A backup is a totals file. It is found by its ending. */
static const char ENDING[] = ".backup";

enum status keeper_save_backup(struct keeper *keeper, struct request *request)
{
    size_t length = 0;
    if (keeper->totals.block_count == 0) {
        return STATUS_DENIED; /* the screen offers no save */
    }
    enum status status =
        store_encode(&keeper->totals, keeper->scratch, sizeof(keeper->scratch), &length);
    if (status != STATUS_OK) {
        return status;
    }
    struct errand *errand = keeper_errand_of(keeper, ERRAND_EXPORT);
    memcpy(errand->pick.label, request->in->as.label, sizeof(errand->pick.label));
    errand->today = keeper_today(keeper);
    memcpy(errand->file[0].ending, ENDING, sizeof(ENDING));
    errand->file[0].length = (uint32_t)length;
    errand->file_count = 1;
    return keeper_errand_run(keeper, request, keeper_end_save);
}

static enum status end_backups(struct keeper *keeper, struct request *request,
                               const struct errand_answer *found)
{
    (void)keeper;
    if (found->status != STATUS_OK) {
        return (enum status)found->status;
    }
    struct message *answer = keeper_answer(request, MESSAGE_BACKUPS);
    answer->as.backups = found->backups;
    memcpy(answer->as.backups.label, request->in->as.pick.label, sizeof(answer->as.backups.label));
    return message_seal(answer);
}

enum status keeper_read_backups(struct keeper *keeper, struct request *request)
{
    struct errand *errand = keeper_errand_of(keeper, ERRAND_BACKUPS);
    errand->pick = request->in->as.pick;
    memcpy(errand->ending, ENDING, sizeof(ENDING));
    return keeper_errand_run(keeper, request, end_backups);
}

/* Reads the backup's totals into next, and the digest of its bytes. */
static enum status take_fetched(struct keeper *keeper, const struct errand_answer *found,
                                uint8_t digest[STORE_DIGEST_BYTES])
{
    const struct folder_ops *folder = keeper->host->folder;
    struct error error;
    enum status status = (enum status)found->status;
    if (status == STATUS_OK) {
        status = store_decode(keeper->scratch, found->length, &keeper->next, &error);
    }
    if (status == STATUS_LIMIT || status == STATUS_INVALID ||
        (status == STATUS_OK &&
         (keeper->next.block_count == 0 || !keeper_takes_next(keeper, &keeper->next)))) {
        status = STATUS_DAMAGED; /* such totals can neither be put back nor be gone on with */
    }
    if (status == STATUS_OK) {
        folder->digest(folder->context, keeper->scratch, found->length, digest);
    }
    return status;
}

static enum status run_fetch(struct keeper *keeper, struct request *request, keeper_errand_end *end)
{
    keeper_errand_of(keeper, ERRAND_FETCH)->pick = request->in->as.pick;
    return keeper_errand_run(keeper, request, end);
}

static enum status end_check(struct keeper *keeper, struct request *request,
                             const struct errand_answer *found)
{
    enum status status = take_fetched(keeper, found, keeper->pick_digest);
    keeper->picked = status == STATUS_OK;
    if (keeper->picked) {
        struct message *answer = keeper_answer(request, MESSAGE_BACKUP);
        answer->as.backup.month = keeper->next.block[keeper->next.block_count - 1].month;
        keeper_answer_send(answer);
    }
    return status;
}

enum status keeper_check_backup(struct keeper *keeper, struct request *request)
{
    keeper->picked = false;
    return run_fetch(keeper, request, end_check);
}

/* Puts the totals in next in the place of the file. IO alone says that either file may be there;
 * after any other failure the old file is. */
static enum status replace(struct keeper *keeper)
{
    const struct folder_ops *folder = keeper->host->folder;
    struct store_close *close = &keeper->close;
    enum status status =
        store_replace_begin(close, folder, &keeper->known, &keeper->totals, &keeper->next,
                            keeper->scratch, sizeof(keeper->scratch));
    if (status != STATUS_OK) {
        return status == STATUS_IO ? STATUS_READ_ONLY : status;
    }
    status = store_close_run(close, folder, keeper->scratch, sizeof(keeper->scratch));
    if (status == STATUS_OK) {
        keeper->status.file = FILE_GOOD; /* also where a damaged file had been set aside */
        keeper_take_next(keeper, &close->with, close->length);
        return STATUS_OK;
    }
    enum store_found found = STORE_FOUND_OTHER;
    enum status looked =
        store_close_look(close, folder, keeper->scratch, sizeof(keeper->scratch), &found);
    if (looked != STATUS_OK || found != STORE_FOUND_OLD) {
        enum status settled = keeper_settle(keeper, &close->with);
        (void)settled; /* stale */
        return STATUS_IO;
    }
    return status == STATUS_NO_SPACE ? status : STATUS_READ_ONLY;
}

static enum status restore(struct keeper *keeper, const struct errand_answer *found)
{
    uint8_t digest[STORE_DIGEST_BYTES];
    enum status status = take_fetched(keeper, found, digest);
    if (status == STATUS_IO) {
        return STATUS_DAMAGED; /* the drive's file is damaged; nothing was touched here */
    }
    if (status != STATUS_OK) {
        return status;
    }
    if (!keeper->picked) {
        return STATUS_DENIED; /* nobody has looked at this backup since the last lock or the last
                                 meeting */
    }
    if (memcmp(digest, keeper->pick_digest, sizeof(digest)) != 0) {
        return STATUS_CHANGED; /* the file is not the one that was asked about */
    }
    status = replace(keeper);
    store_close_reset(&keeper->close);
    return status;
}

static enum status end_restore(struct keeper *keeper, struct request *request,
                               const struct errand_answer *found)
{
    enum status status = restore(keeper, found);
    (void)request;
    keeper->status.set_aside = store_has_aside(keeper->host->folder);
    if (status == STATUS_OK) {
        keeper->status.ended = ENDED_NOT; /* how a meeting ended is about the file of before */
    }
    return status;
}

enum status keeper_restore(struct keeper *keeper, struct request *request)
{
    if (keeper->status.file == FILE_NEWER || keeper->status.file == FILE_UNREADABLE) {
        return STATUS_DENIED; /* a newer file is left alone, as at the start */
    }
    return run_fetch(keeper, request, end_restore);
}

/* Returns how many files may still be there. */
static uint32_t erase(struct keeper *keeper)
{
    const struct store_known none = {.is_there = false};
    uint32_t left = 0;
    if (store_erase(keeper->host->folder, &left) == STATUS_OK) {
        keeper->next.block_count = 0;
        keeper->status.file = FILE_NONE;
        keeper_take_next(keeper, &none, 0);
    } else {
        enum status settled = keeper_settle(keeper, &none);
        (void)settled; /* stale */
    }
    return left;
}

/* Made-up answers may be erased as well as real ones. The answer tells how far the erasing came,
 * which everybody may know. */
enum status keeper_erase_all(struct keeper *keeper, struct request *request)
{
    struct message *answer = keeper_answer(request, MESSAGE_ERASED);
    answer->as.left = erase(keeper);
    keeper_answer_send(answer);
    keeper->status.set_aside = store_has_aside(keeper->host->folder);
    keeper->status.ended = ENDED_NOT;
    struct request unasked = *request;
    unasked.in = NULL;
    keeper_answer_status(keeper, &unasked, STATUS_OK);
    return STATUS_OK;
}
