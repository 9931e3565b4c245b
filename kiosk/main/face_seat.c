/* SPDX-License-Identifier: MIT */
#include "main/face_seat.h"

#include "face/face.h"
#include "keeper/control.h"
#include "main/roles.h"
#include "platform/system/channel.h"

#include <string.h>
#include <unistd.h>

/* An end of the face's, and ours. */
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

enum status face_seat_open(struct face_seat *seat, int first_frame)
{
    *seat = (struct face_seat){.first_frame = first_frame, .line = -1, .again_ms = UINT64_MAX};
    return process_beside(FACE_SUFFIX, seat->program, sizeof(seat->program)) ? STATUS_OK
                                                                             : STATUS_IO;
}

/* The time of the first frame is the first face's to write. */
static enum status start_process(struct face_seat *seat, const struct face_seat_means *means,
                                 int keeper_end, int line_end, uint64_t now_ms)
{
    bool is_first = seat->first_frame >= 0;
    struct options options = *means->options;
    const int descriptors[] = {
        [ROLE_SOCKET - PROCESS_FD_FIRST] = keeper_end,
        [ROLE_PACK - PROCESS_FD_FIRST] = means->pack,
        [ROLE_VOICE_SOCKET - PROCESS_FD_FIRST] = means->voice->face_end,
        [ROLE_MAIN_SOCKET - PROCESS_FD_FIRST] = line_end,
        [ROLE_FIRST_FRAME - PROCESS_FD_FIRST] = seat->first_frame,
    };
    voice_seat_new_face(means->voice, now_ms);
    options.value[OPTION_FIRST_FRAME] = is_first ? "" : NULL;
    struct process_start start = {.program = seat->program,
                                  .environment = ROLE_FACE_ENVIRONMENT,
                                  .descriptors = descriptors,
                                  .descriptor_count = is_first ? 5 : 4,
                                  .nothing = means->nothing};
    return role_start(&start, ROLE_FACE, &options, options_of_face(), &seat->pid);
}

/* Where the keeper does not take the new face's socket, that face hangs up by itself. */
static void introduce(struct face_seat *seat, int control, int socket)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_FACE;
    record.face = ++seat->number;
    enum status sent = channel_send(control, &record, sizeof(record), socket);
    (void)sent;
}

static bool start_once(struct face_seat *seat, const struct face_seat_means *means, uint64_t now_ms)
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
    bool is_started = start_process(seat, means, keeper.theirs, line.theirs, now_ms) == STATUS_OK;
    close(keeper.theirs);
    close(line.theirs);
    if (!is_started) {
        close(keeper.ours);
        close(line.ours);
        return false;
    }
    introduce(seat, means->control, keeper.ours);
    close(keeper.ours);
    if (seat->line >= 0) {
        close(seat->line);
    }
    seat->line = line.ours;
    if (seat->first_frame >= 0) {
        close(seat->first_frame);
        seat->first_frame = -1;
    }
    return true;
}

bool face_seat_start(struct face_seat *seat, const struct face_seat_means *means, uint64_t now_ms)
{
    seat->again_ms = UINT64_MAX;
    if (start_once(seat, means, now_ms)) {
        seat->failed = 0;
        return true;
    }
    seat->pid = 0;
    if (++seat->failed > FACE_SEAT_TRIES) {
        return false;
    }
    seat->again_ms = now_ms + FACE_SEAT_AGAIN_MS;
    return true;
}

void face_seat_shows(struct face_seat *seat)
{
    seat->has_shown = true;
    seat->blind = 0;
}

bool face_seat_waits(struct face_seat *seat, uint64_t now_ms)
{
    if (!seat->has_shown || seat->blind >= FACE_SEAT_BLIND_MAX) {
        return false;
    }
    seat->blind++;
    seat->again_ms = now_ms + FACE_SEAT_AGAIN_MS;
    return true;
}

/* One at a time: no flood keeps main from the others. */
enum face_word face_seat_hear(struct face_seat *seat)
{
    uint32_t word = FACE_SAYS_NOTHING;
    size_t length = 0;
    enum status status = channel_receive(seat->line, &word, sizeof(word), &length, NULL);
    if (status != STATUS_OK && status != STATUS_BUSY) {
        close(seat->line);
        seat->line = -1;
    }
    bool is_word = status == STATUS_OK && length == sizeof(word) && word <= FACE_ANSWERS;
    return is_word ? (enum face_word)word : FACE_SAYS_NOTHING;
}

void face_seat_ask(const struct face_seat *seat)
{
    uint32_t word = FACE_IS_ASKED;
    if (seat->line >= 0) {
        enum status sent = channel_send(seat->line, &word, sizeof(word), -1);
        (void)sent; /* one that does not read does not answer */
    }
}

void face_seat_kill(struct face_seat *seat)
{
    if (seat->pid > 0) {
        process_kill(seat->pid);
    }
}

void face_seat_close(struct face_seat *seat)
{
    process_end(&seat->pid);
}
