/* SPDX-License-Identifier: MIT */
#include "keeper/errand.h"

#include "keeper/keeper.h"

#include <string.h>

enum { SECOND_MS = 1000 };

enum errand_slot errand_slot_of(enum errand_kind kind)
{
    if (kind == ERRAND_CLOCK) {
        return ERRAND_OF_CLOCK;
    }
    return kind == ERRAND_HASH || kind == ERRAND_VERIFY ? ERRAND_OF_PIN : ERRAND_OF_DRIVES;
}

size_t errand_bytes(const struct errand *errand)
{
    size_t bytes = 0;
    for (uint32_t i = 0; i < errand->file_count; i++) {
        size_t end = (size_t)errand->file[i].from + errand->file[i].length;
        bytes = end > bytes ? end : bytes;
    }
    return bytes;
}

uint32_t errand_ms_max(enum errand_kind kind)
{
    if (kind == ERRAND_LIST) {
        return 3 *
               SECOND_MS; /* somebody waits for the names of the drives, which are known by then */
    }
    /* A slow drive may still have to write what another program gave it. */
    return (kind == ERRAND_EXPORT ? 60 : 30) * SECOND_MS;
}

static enum status do_export(const struct keeper_host *host, const struct errand *errand,
                             const uint8_t *bytes)
{
    struct export_file files[EXPORT_FILE_MAX];
    enum status status = STATUS_EXISTS;
    for (uint32_t copy = 1; copy <= EXPORT_COPIES_MAX && status == STATUS_EXISTS; copy++) {
        for (uint32_t i = 0; i < errand->file_count; i++) {
            const struct errand_file *part = &errand->file[i];
            export_name(errand->today, copy, part->ending, files[i].name);
            files[i].bytes = bytes + part->from;
            files[i].length = part->length;
        }
        status = host->export(host->context, errand->pick.label, files, errand->file_count);
    }
    return status;
}

static enum status do_kind(const struct keeper_host *host, const struct errand *errand,
                           uint8_t *bytes, size_t size, struct errand_answer *answer)
{
    size_t length = 0;
    enum status status;
    switch ((enum errand_kind)errand->kind) {
    case ERRAND_HASH:
        return host->pin_hash(host->context, errand->pin, answer->hash);
    case ERRAND_VERIFY:
        return host->pin_verify(host->context, errand->pin, errand->hash);
    case ERRAND_LIST:
        return host->drives(host->context, &answer->drives);
    case ERRAND_EXPORT:
        return do_export(host, errand, bytes);
    case ERRAND_BACKUPS:
        return host->backups(host->context, &errand->pick, errand->ending, &answer->backups);
    case ERRAND_FETCH:
        status = host->fetch(host->context, &errand->pick, bytes, size, &length);
        answer->length = (uint32_t)length;
        return status;
    case ERRAND_CLOCK:
        return host->set_clock(host->context, errand->at_s);
    case ERRAND_KIND_COUNT:
        break;
    }
    return STATUS_INVALID;
}

void errand_do(const struct keeper_host *host, const struct errand *errand, uint8_t *bytes,
               size_t size, struct errand_answer *answer)
{
    memset(answer, 0, sizeof(*answer));
    answer->status = (uint32_t)do_kind(host, errand, bytes, size, answer);
}
