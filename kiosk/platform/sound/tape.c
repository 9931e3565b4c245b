/* SPDX-License-Identifier: MIT */
/* For tests: writes to standard error what would be heard. KIOSK_TEST_SOUND says how: "tape" writes
 * as fast as a device plays, "fast" writes all at once, "quiet" takes the time and writes nothing,
 * "none" is a machine without a device. */
#include "platform/sound/way.h"

#ifdef TEST_BUILD

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STEP_MS = 20, ONLY = 1 };

static struct {
    const int16_t *samples;
    size_t count, written;
    uint32_t rate;
    uint64_t start_ms;
} tape;

static const char *how(void)
{
    const char *value = getenv("KIOSK_TEST_SOUND");
    return value != NULL ? value : "";
}

static bool is(const char *name)
{
    return strcmp(how(), name) == 0;
}

bool sound_tape_is_wanted(void)
{
    return how()[0] != '\0';
}

static void begin(void)
{
}

static void look(struct audio_output *out)
{
    out->id = is("none") ? 0 : ONLY;
}

static size_t heard(void)
{
    size_t at = (size_t)((sound_now_ms() - tape.start_ms) * tape.rate / 1000);
    return at < tape.count && !is("fast") ? at : tape.count;
}

static void turn(void)
{
    size_t to = heard();
    while (tape.samples != NULL && !is("quiet") && tape.written < to) {
        ssize_t wrote = write(STDERR_FILENO, tape.samples + tape.written,
                              (to - tape.written) * sizeof(tape.samples[0]));
        if (wrote < 0 && errno != EINTR) {
            break;
        }
        tape.written += wrote > 0 ? (size_t)wrote / sizeof(tape.samples[0]) : 0;
    }
}

static enum status play(const int16_t *samples, size_t count, uint32_t rate)
{
    tape.samples = samples;
    tape.count = count;
    tape.written = 0;
    tape.rate = rate;
    tape.start_ms = sound_now_ms();
    turn();
    return STATUS_OK;
}

static uint32_t left_ms(bool *lost)
{
    *lost = false;
    size_t left = tape.samples == NULL ? 0 : tape.count - heard();
    return left > 0 ? (uint32_t)(left * 1000 / tape.rate + 1) : 0;
}

static void stop(void)
{
    tape.samples = NULL;
    tape.count = 0;
}

static bool wait_for_tape(int timeout_ms)
{
    bool turns = tape.samples != NULL && !is("quiet") && tape.written < tape.count;
    turn();
    int ready = sound_poll(NULL, 0, turns && timeout_ms > STEP_MS ? STEP_MS : timeout_ms);
    turn();
    return ready >= 0 || errno == EINTR;
}

const struct sound_way SOUND_TAPE = {.begin = begin,
                                     .look = look,
                                     .play = play,
                                     .left_ms = left_ms,
                                     .stop = stop,
                                     .close = stop,
                                     .wait = wait_for_tape};

#endif
