/* SPDX-License-Identifier: MIT */
#include "main/face_child.h"

#include "face/face.h"
#include "keeper/control.h"
#include "main/roles.h"
#include "platform/system/channel.h"

#include <string.h>
#include <unistd.h>

/* The two ends of a socket pair: the face's and main's. */
struct pair {
    int theirs, ours;
};

static bool open_pair(struct pair *pair)
{
    int ends[2];
    if (channel_pair(ends) != STATUS_OK) {
        return false;
    }
    *pair = (struct pair){ends[1], ends[0]};
    return true;
}

static uint32_t options_of_face(void)
{
    uint32_t wanted = OPTION_BIT(OPTION_WINDOW) | OPTION_BIT(OPTION_LANG) |
                      OPTION_BIT(OPTION_DEMO) | OPTION_BIT(OPTION_FIRST_FRAME);
#ifdef TEST_BUILD
    wanted |= OPTION_BIT(OPTION_SCRIPT_FACE) | OPTION_BIT(OPTION_RECORD) | OPTION_BIT(OPTION_LOG) |
              OPTION_BIT(OPTION_ANY_DRIVER) | OPTION_BIT(OPTION_CLOCK) | role_options_of_sandbox();
#endif
    return wanted;
}

enum status face_child_open(struct face_child *child, int first_frame)
{
    *child = (struct face_child){.first_frame = first_frame, .line = -1, .again_ms = UINT64_MAX};
    return process_beside(FACE_SUFFIX, child->program, sizeof(child->program)) ? STATUS_OK
                                                                               : STATUS_IO;
}

/* The first face alone writes the time of the first frame. */
static enum status start_process(struct face_child *child, const struct face_child_means *means,
                                 int keeper_end, int line_end, uint64_t now_ms)
{
    bool is_first = child->first_frame >= 0;
    struct options options = *means->options;
    const int descriptors[] = {
        [ROLE_SOCKET - PROCESS_FD_FIRST] = keeper_end,
        [ROLE_PACK - PROCESS_FD_FIRST] = means->pack,
        [ROLE_VOICE_SOCKET - PROCESS_FD_FIRST] = means->voice->face_end,
        [ROLE_MAIN_SOCKET - PROCESS_FD_FIRST] = line_end,
        [ROLE_FIRST_FRAME - PROCESS_FD_FIRST] = child->first_frame,
    };
    voice_child_new_face(means->voice, now_ms);
    options.value[OPTION_FIRST_FRAME] = is_first ? "" : NULL;
    struct process_start start = {.program = child->program,
                                  .environment = ROLE_FACE_ENVIRONMENT,
                                  .descriptors = descriptors,
                                  .descriptor_count = is_first ? 5 : 4,
                                  .nothing = means->nothing};
    return role_start(&start, ROLE_FACE, &options, options_of_face(), &child->pid);
}

/* Sends the new face's socket to the keeper. If the keeper does not take it, the face finds its
 * socket closed and ends. */
static void introduce(struct face_child *child, int control, int socket)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_FACE;
    record.face = ++child->number;
    enum status sent = channel_send(control, &record, sizeof(record), socket);
    (void)sent;
}

static bool start_once(struct face_child *child, const struct face_child_means *means,
                       uint64_t now_ms)
{
    struct pair keeper, line;
    if (!open_pair(&keeper)) {
        return false;
    }
    if (!open_pair(&line)) {
        close(keeper.theirs);
        close(keeper.ours);
        return false;
    }
    bool is_started = start_process(child, means, keeper.theirs, line.theirs, now_ms) == STATUS_OK;
    close(keeper.theirs);
    close(line.theirs);
    if (!is_started) {
        close(keeper.ours);
        close(line.ours);
        return false;
    }
    introduce(child, means->control, keeper.ours);
    close(keeper.ours);
    if (child->line >= 0) {
        close(child->line);
    }
    child->line = line.ours;
    if (child->first_frame >= 0) {
        close(child->first_frame);
        child->first_frame = -1;
    }
    return true;
}

bool face_child_start(struct face_child *child, const struct face_child_means *means,
                      uint64_t now_ms)
{
    child->again_ms = UINT64_MAX;
    if (start_once(child, means, now_ms)) {
        child->failed = 0;
        return true;
    }
    child->pid = 0;
    if (++child->failed > FACE_CHILD_TRIES) {
        return false;
    }
    child->again_ms = now_ms + FACE_CHILD_AGAIN_MS;
    return true;
}

void face_child_shows(struct face_child *child)
{
    child->has_shown = true;
    child->blind = 0;
}

bool face_child_waits(struct face_child *child, uint64_t now_ms)
{
    if (!child->has_shown || child->blind >= FACE_CHILD_BLIND_MAX) {
        return false;
    }
    child->blind++;
    child->again_ms = now_ms + FACE_CHILD_AGAIN_MS;
    return true;
}

/* Reads one word at a time, so that a flood of words keeps main from nothing else. */
enum face_word face_child_hear(struct face_child *child)
{
    uint32_t word = FACE_SAYS_NOTHING;
    size_t length = 0;
    enum status status = channel_receive(child->line, &word, sizeof(word), &length, NULL);
    if (status != STATUS_OK && status != STATUS_BUSY) {
        close(child->line);
        child->line = -1;
    }
    bool is_word = status == STATUS_OK && length == sizeof(word) && word <= FACE_ANSWERS;
    return is_word ? (enum face_word)word : FACE_SAYS_NOTHING;
}

void face_child_ask(const struct face_child *child)
{
    uint32_t word = FACE_IS_ASKED;
    if (child->line >= 0) {
        enum status sent = channel_send(child->line, &word, sizeof(word), -1);
        (void)sent; /* a face that does not read the question does not answer it either, which the
                       watch notices */
    }
}

void face_child_kill(struct face_child *child)
{
    if (child->pid > 0) {
        process_kill(child->pid);
    }
}

void face_child_close(struct face_child *child)
{
    process_end(&child->pid);
}
