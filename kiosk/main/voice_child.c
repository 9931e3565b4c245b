/* SPDX-License-Identifier: MIT */
#include "main/voice_child.h"

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
    (void)status; /* nothing depends on the answer */
}

static void drain(int end)
{
    struct voice_record record;
    size_t length;
    while (channel_receive(end, &record, sizeof(record), &length, NULL) == STATUS_OK) {
    }
    explicit_bzero(&record, sizeof(record));
}

enum status voice_child_open(struct voice_child *child)
{
    int ends[2];
    *child = (struct voice_child){.face_end = -1, .voice_end = -1, .end_by_ms = UINT64_MAX};
    if (!process_beside(VOICE_SUFFIX, child->program, sizeof(child->program)) ||
        channel_pair(ends) != STATUS_OK) {
        return STATUS_IO;
    }
    child->face_end = ends[0];
    child->voice_end = ends[1];
    return STATUS_OK;
}

void voice_child_forgets(struct voice_child *child, uint64_t now_ms)
{
    if (child->pid > 0 && child->end_by_ms == UINT64_MAX) {
        child->end_by_ms = now_ms + FORGET_MS_MAX;
    }
}

/* A voice that is killed here is told to the face as any other that died. */
void voice_child_tick(struct voice_child *child, uint64_t now_ms)
{
    if (now_ms >= child->end_by_ms) {
        child->end_by_ms = UINT64_MAX;
        process_kill(child->pid);
    }
}

void voice_child_new_face(struct voice_child *child, uint64_t now_ms)
{
    if (child->pid > 0) {
        tell(child->face_end, VOICE_FORGET); /* as the face that died would have done */
        voice_child_forgets(child, now_ms);
    } else {
        drain(child->voice_end);
    }
    drain(child->face_end);
    if (child->is_gone) {
        tell(child->voice_end, VOICE_GONE);
    }
}

int voice_child_descriptor(const struct voice_child *child)
{
    return child->pid == 0 && !child->is_gone ? child->voice_end : -1;
}

static void give_up(struct voice_child *child)
{
    child->is_gone = true;
    drain(child->voice_end);
    tell(child->voice_end, VOICE_GONE);
}

/* XDG_RUNTIME_DIR and HOME say where a local audio server is, and whose it is. */
static const char *const ENVIRONMENT[] = {"XDG_RUNTIME_DIR", "HOME", OF_TESTS NULL};

void voice_child_wake(struct voice_child *child, const struct options *options, int nothing)
{
    struct process_start start = {.program = child->program,
                                  .environment = ENVIRONMENT,
                                  .descriptors = &child->voice_end,
                                  .descriptor_count = 1,
                                  .nothing = nothing};
    if (access(child->program, X_OK) != 0 ||
        role_start(&start, ROLE_VOICE, options, role_options_of_voice(), &child->pid) !=
            STATUS_OK) {
        child->pid = 0;
        give_up(child);
    }
}

bool voice_child_ended(struct voice_child *child, pid_t pid, int exit_status, uint64_t now_ms)
{
    if (child->pid == 0 || pid != child->pid) {
        return false;
    }
    child->pid = 0;
    child->end_by_ms = UINT64_MAX;
    /* 126 and 127 are the loader's own words for a library that is not there; RESULT_USAGE says
     * that our program has no such role. */
    bool cannot_run = exit_status == 126 || exit_status == 127 || exit_status == RESULT_USAGE;
    if (exit_status == RESULT_DONE) {
        return true;
    }
    if (cannot_run || !restarts_allow(&child->deaths, now_ms)) {
        give_up(child);
    } else {
        tell(child->voice_end, VOICE_ENDED);
    }
    return true;
}

void voice_child_ask(struct voice_state *out)
{
    static const struct options NONE;
    struct voice_child child;
    struct voice_record record;
    size_t length = 0;
    int nothing = -1;
    *out = (struct voice_state){.languages = 0};
    if (voice_child_open(&child) != STATUS_OK || process_nothing(&nothing) != STATUS_OK) {
        return;
    }
    tell(child.face_end, VOICE_ASK);
    voice_child_wake(&child, &NONE, nothing);
    struct pollfd wait = {.fd = child.face_end, .events = POLLIN};
    if (child.pid > 0 && poll(&wait, 1, ANSWER_MS) > 0 &&
        channel_receive(child.face_end, &record, sizeof(record), &length, NULL) == STATUS_OK &&
        voice_check_to_face(&record, length) == STATUS_OK && record.type == VOICE_STATE) {
        *out = record.as.state;
    }
    voice_child_close(&child);
    close(nothing);
}

void voice_child_close(struct voice_child *child)
{
    process_end(&child->pid);
    close(child->face_end);
    close(child->voice_end);
}
