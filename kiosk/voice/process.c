/* SPDX-License-Identifier: MIT */
#include "voice/process.h"

#include "platform/sandbox/sandbox.h"
#include "platform/sound/audio.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/process.h"
#include "voice/espeak.h"

#include <poll.h>
#include <string.h>

enum { EXIT_AT_REST = 0, EXIT_UNABLE = 3, POLL_MS_MAX = 60 * 1000 };

static struct voice voice;

static void sound_look(void *context, struct voice_output *out)
{
    struct audio_output output;
    (void)context;
    audio_look(&output);
    *out = (struct voice_output){.id = output.id, .phones = output.phones};
}

static bool sound_changed(void *context)
{
    (void)context;
    return audio_changed();
}

static enum status sound_play(void *context, const int16_t *samples, size_t count)
{
    (void)context;
    return audio_play(samples, count, VOICE_RATE);
}

static uint32_t sound_left_ms(void *context, bool *lost)
{
    (void)context;
    return audio_left_ms(lost);
}

static void sound_stop(void *context)
{
    (void)context;
    audio_stop();
}

static void sound_close(void *context)
{
    (void)context;
    audio_close();
}

static const struct voice_sound SOUND = {
    .look = sound_look,
    .changed = sound_changed,
    .play = sound_play,
    .left_ms = sound_left_ms,
    .stop = sound_stop,
    .close = sound_close,
};

/* Reads all records that have come. Returns false if nobody is at the other end any more. */
static bool take_records(int face_fd)
{
    struct voice_record record;
    enum status status = STATUS_OK;
    size_t length = 0;
    while (status == STATUS_OK && !voice_forgets(&voice)) {
        status = channel_receive(face_fd, &record, sizeof(record), &length, NULL);
        if (status == STATUS_OK) {
            voice_take(&voice, &record, length, clock_boot_ms());
        }
    }
    explicit_bzero(&record, sizeof(record));
    return status == STATUS_OK || status == STATUS_BUSY;
}

/* A face that does not read is dealt with elsewhere. */
static void send_records(int face_fd)
{
    struct voice_record out[VOICE_OUT_MAX];
    uint32_t count = 0;
    voice_work(&voice, clock_boot_ms(), out, &count);
    for (uint32_t i = 0; i < count; i++) {
        enum status status = channel_send(face_fd, &out[i], sizeof(out[i]), -1);
        (void)status;
    }
}

static bool sleep_until_something(int face_fd)
{
    struct pollfd wait = {.fd = face_fd, .events = POLLIN};
    uint64_t now_ms = clock_boot_ms(), due_ms = voice_deadline(&voice, now_ms);
    uint64_t left_ms = due_ms > now_ms ? due_ms - now_ms : 0;
    return audio_wait(&wait, 1, left_ms < POLL_MS_MAX ? (int)left_ms : POLL_MS_MAX);
}

/* Enters the sandbox. What the process will need is open or named here; it never reaches anything
 * else. */
static void enter_sandbox(void)
{
    static struct sandbox sandbox = {.role = SANDBOX_VOICE};
    const char *folder = espeak_folder();
    if (folder[0] != '\0') {
        sandbox_add(&sandbox, folder, LANDLOCK_READ);
    }
    unsigned missing = sandbox_enter(&sandbox);
    (void)missing; /* "kiosk health" tells */
}

int voice_process_run(int face_fd)
{
#ifndef TEST_BUILD
    process_fall_silent(); /* what a library says about a text, or about a sound server, must not
                              end in a log */
#endif
    bool speaks = espeak_begin();
    (void)speaks; /* each answer tells which languages there are */
    audio_begin();
    enter_sandbox();
    voice_open(&voice, &ESPEAK_ENGINE, &SOUND, clock_boot_ms());
    int status = EXIT_AT_REST;
    while (take_records(face_fd)) {
        send_records(face_fd);
        if (voice_is_done(&voice, clock_boot_ms())) {
            break;
        }
        if (!sleep_until_something(face_fd)) {
            status = EXIT_UNABLE;
            break;
        }
    }
    voice_close(&voice);
    return status;
}
