/* SPDX-License-Identifier: MIT */
#include "main/voice_seat.h"

#include "main/roles.h"
#include "platform/system/channel.h"

#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum {
    ANSWER_MS = 5000, /* a health check waits for a slow disk */
    /* A voice that is told to forget ends at once, unless a device or a library holds it up. */
    FORGET_MS_MAX = 5000,
};

static void tell(int end, enum voice_type type)
{
    struct voice_record record;
    voice_init(&record, type);
    enum status status = channel_send(end, &record, sizeof(record), -1);
    (void)status; /* nobody hangs on it */
}

static void drain(int end)
{
    struct voice_record record;
    size_t length;
    while (channel_receive(end, &record, sizeof(record), &length, NULL) == STATUS_OK) {
    }
    explicit_bzero(&record, sizeof(record));
}

enum status voice_seat_open(struct voice_seat *seat)
{
    int ends[2];
    *seat = (struct voice_seat){.face_end = -1, .voice_end = -1, .end_by_ms = UINT64_MAX};
    if (!process_beside(VOICE_SUFFIX, seat->program, sizeof(seat->program)) ||
        channel_pair(ends) != STATUS_OK) {
        return STATUS_IO;
    }
    seat->face_end = ends[0];
    seat->voice_end = ends[1];
    return STATUS_OK;
}

void voice_seat_forgets(struct voice_seat *seat, uint64_t now_ms)
{
    if (seat->pid > 0 && seat->end_by_ms == UINT64_MAX) {
        seat->end_by_ms = now_ms + FORGET_MS_MAX;
    }
}

/* Its end is told as any other death. */
void voice_seat_tick(struct voice_seat *seat, uint64_t now_ms)
{
    if (now_ms >= seat->end_by_ms) {
        seat->end_by_ms = UINT64_MAX;
        process_kill(seat->pid);
    }
}

void voice_seat_new_face(struct voice_seat *seat, uint64_t now_ms)
{
    if (seat->pid > 0) {
        tell(seat->face_end, VOICE_FORGET); /* as the face that died would have */
        voice_seat_forgets(seat, now_ms);
    } else {
        drain(seat->voice_end);
    }
    drain(seat->face_end);
    if (seat->is_gone) {
        tell(seat->voice_end, VOICE_GONE);
    }
}

int voice_seat_descriptor(const struct voice_seat *seat)
{
    return seat->pid == 0 && !seat->is_gone ? seat->voice_end : -1;
}

static void give_up(struct voice_seat *seat)
{
    seat->is_gone = true;
    drain(seat->voice_end);
    tell(seat->voice_end, VOICE_GONE);
}

/* Where a local audio server is, and whose it is. */
static const char *const ENVIRONMENT[] = {"XDG_RUNTIME_DIR", "HOME", OF_TESTS NULL};

void voice_seat_wake(struct voice_seat *seat, const struct options *options, int nothing)
{
    struct process_start start = {.program = seat->program,
                                  .environment = ENVIRONMENT,
                                  .descriptors = &seat->voice_end,
                                  .descriptor_count = 1,
                                  .nothing = nothing};
    if (access(seat->program, X_OK) != 0 ||
        role_start(&start, ROLE_VOICE, options, role_options_of_voice(), &seat->pid) != STATUS_OK) {
        seat->pid = 0;
        give_up(seat);
    }
}

bool voice_seat_ended(struct voice_seat *seat, pid_t pid, int exit_status, uint64_t now_ms)
{
    if (seat->pid == 0 || pid != seat->pid) {
        return false;
    }
    seat->pid = 0;
    seat->end_by_ms = UINT64_MAX;
    /* The loader's own words for a library that is not there, and ours for a program. */
    bool cannot_run = exit_status == 126 || exit_status == 127 || exit_status == RESULT_USAGE;
    if (exit_status == RESULT_DONE) {
        return true;
    }
    if (cannot_run || !restarts_allow(&seat->deaths, now_ms)) {
        give_up(seat);
    } else {
        tell(seat->voice_end, VOICE_ENDED);
    }
    return true;
}

void voice_seat_ask(struct voice_state *out)
{
    static const struct options NONE;
    struct voice_seat seat;
    struct voice_record record;
    size_t length = 0;
    int nothing = -1;
    *out = (struct voice_state){.languages = 0};
    if (voice_seat_open(&seat) != STATUS_OK || process_nothing(&nothing) != STATUS_OK) {
        return;
    }
    tell(seat.face_end, VOICE_ASK);
    voice_seat_wake(&seat, &NONE, nothing);
    struct pollfd wait = {.fd = seat.face_end, .events = POLLIN};
    if (seat.pid > 0 && poll(&wait, 1, ANSWER_MS) > 0 &&
        channel_receive(seat.face_end, &record, sizeof(record), &length, NULL) == STATUS_OK &&
        voice_check_to_face(&record, length) == STATUS_OK && record.type == VOICE_STATE) {
        *out = record.as.state;
    }
    voice_seat_close(&seat);
    close(nothing);
}

void voice_seat_close(struct voice_seat *seat)
{
    process_end(&seat->pid);
    close(seat->face_end);
    close(seat->voice_end);
}
