/* SPDX-License-Identifier: MIT */
#include "keeper/errand_line.h"

#include "keeper/porter.h"
#include "platform/system/channel.h"
#include "platform/system/sealed.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

void errand_line_init(struct errand_line *line)
{
    memset(line, 0, sizeof(*line));
    line->porter = -1;
    for (size_t i = 0; i < ERRAND_SLOT_COUNT; i++) {
        line->slot[i].socket = -1;
    }
}

void errand_line_take(struct errand_line *line, int porter)
{
    if (line->porter >= 0) {
        close(line->porter);
        line->renewed = true;
    }
    line->porter = porter;
}

/* Returns whether the porter still runs. When a porter ends, the processes that run its errands end
 * too. */
static bool has_porter(const struct errand_line *line)
{
    struct pollfd wait = {.fd = line->porter};
    return line->porter >= 0 && (poll(&wait, 1, 0) <= 0 || (wait.revents & POLLHUP) == 0);
}

static bool can_run(const struct errand_line *line, enum errand_kind kind)
{
    return has_porter(line) && !(line->renewed && errand_slot_of(kind) == ERRAND_OF_DRIVES);
}

static enum status why_none(const struct errand_line *line, enum errand_kind kind)
{
    if (!can_run(line, kind)) {
        return STATUS_GONE;
    }
    return errand_slot_of(kind) == ERRAND_OF_PIN ? STATUS_NO_MEMORY : STATUS_IO;
}

/* Sends the errand straight to the process that will run it; the porter sees the errand's kind
 * alone. */
static enum status send(const struct errand_line *line, const int ends[2],
                        const struct errand *errand, const uint8_t *bytes)
{
    const struct porter_order order = {.kind = errand->kind};
    size_t length = errand_bytes(errand);
    int sealed = -1;
    enum status status = STATUS_OK;
    if (length > 0) {
        status = sealed_make(bytes, length, &sealed);
    }
    if (status == STATUS_OK) {
        status = channel_send(ends[0], errand, sizeof(*errand), sealed);
    }
    if (status == STATUS_OK) {
        status = channel_send(line->porter, &order, sizeof(order), ends[1]);
    }
    if (sealed >= 0) {
        close(sealed);
    }
    return status;
}

enum status errand_line_begin(struct errand_line *line, const struct errand *errand,
                              const uint8_t *bytes, uint64_t now_ms)
{
    enum errand_kind kind = (enum errand_kind)errand->kind;
    struct errand_line_slot *slot = &line->slot[errand_slot_of(kind)];
    int ends[2];
    if (!can_run(line, kind) || channel_pair(ends) != STATUS_OK) {
        return why_none(line, kind);
    }
    enum status status = send(line, ends, errand, bytes);
    close(ends[1]);
    if (status != STATUS_OK) {
        close(ends[0]);
        return why_none(line, kind);
    }
    slot->socket = ends[0];
    slot->by_ms = now_ms + errand_ms_max(kind);
    slot->kind = kind;
    slot->has_answer = false;
    return STATUS_OK;
}

void errand_line_drop(struct errand_line *line, enum errand_slot slot)
{
    if (line->slot[slot].socket >= 0) {
        close(line->slot[slot].socket);
        line->slot[slot].socket = -1;
    }
}

uint64_t errand_line_deadline(const struct errand_line *line)
{
    uint64_t first = UINT64_MAX;
    for (size_t i = 0; i < ERRAND_SLOT_COUNT; i++) {
        const struct errand_line_slot *slot = &line->slot[i];
        if (slot->socket >= 0 && slot->by_ms < first) {
            first = slot->by_ms;
        }
    }
    return first;
}

static enum status take_bytes(const struct errand_answer *answer, int sealed, uint8_t *buffer,
                              size_t size)
{
    size_t length = 0;
    enum status status = sealed < 0 ? STATUS_IO : sealed_read(sealed, buffer, size, &length);
    return status == STATUS_OK && length != answer->length ? STATUS_IO : status;
}

/* Reads an answer. OK: it has come. BUSY: it has not come yet. MISSING: none will come. */
static enum status receive(const struct errand_line_slot *slot, struct errand_answer *answer,
                           uint8_t *buffer, size_t size)
{
    size_t length = 0;
    int sealed = -1;
    enum status status = channel_receive(slot->socket, answer, sizeof(*answer), &length, &sealed);
    if (status == STATUS_BUSY) {
        return status;
    }
    if (status == STATUS_OK && (length != sizeof(*answer) || answer->status >= STATUS_COUNT)) {
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK && slot->kind == ERRAND_FETCH && answer->status == STATUS_OK) {
        status = take_bytes(answer, sealed, buffer, size);
    }
    if (sealed >= 0) {
        close(sealed);
    }
    return status == STATUS_OK ? status : STATUS_MISSING;
}

bool errand_line_hear(struct errand_line *line, enum errand_slot which, uint64_t now_ms,
                      uint8_t *buffer, size_t size, struct errand_answer *answer)
{
    struct errand_line_slot *slot = &line->slot[which];
    if (slot->socket < 0) {
        return false;
    }
    struct errand_answer heard;
    enum status status = receive(slot, &heard, buffer, size);
    bool is_late = status == STATUS_BUSY && now_ms >= slot->by_ms;
    if (status == STATUS_OK) {
        slot->answer = heard;
        slot->has_answer = true;
    }
    if ((status == STATUS_BUSY && !is_late) || (status == STATUS_OK && heard.is_more)) {
        return false;
    }
    if (!slot->has_answer) {
        bool is_stuck = is_late && which != ERRAND_OF_PIN;
        memset(&slot->answer, 0, sizeof(slot->answer));
        slot->answer.status = (uint32_t)(is_stuck ? STATUS_STUCK : why_none(line, slot->kind));
    }
    *answer = slot->answer;
    errand_line_drop(line, which);
    return true;
}
