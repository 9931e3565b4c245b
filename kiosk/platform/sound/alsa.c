/* SPDX-License-Identifier: MIT */
/* Plays on a sound card directly, where there is no sound server. The card is opened by its own
 * name and never as the system's default. The default mixes the sounds of several programs in
 * shared memory, which the sandbox does not allow, and may be set to anything. The conversion of
 * formats and rates that the card needs is done inside this process. */
#include "platform/sound/way.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

enum {
    BUFFER_US = 400 * 1000, /* a stop drops it, so it delays nothing */
    CHUNK = 2048,
    NAME_BYTES = 64,
    PCM_WAITS_MAX = 16,
};

static struct {
    snd_pcm_t *pcm; /* NULL: closed */
    char open_name[NAME_BYTES];
    char name[NAME_BYTES]; /* of the last look; "": there is no card */
    uint32_t rate;
    const int16_t *samples;
    size_t count, written; /* after the samples comes a silence of tail samples */
    size_t tail;
    bool is_lost;
} alsa;

static void say_nothing(const char *file, int line, const char *function, int code,
                        const char *format, ...)
{
    (void)file, (void)line, (void)function, (void)code, (void)format;
}

static void begin(void)
{
    snd_lib_error_set_handler(say_nothing);
    cards_open(sound_cards());
}

void sound_card_choose(const struct card_output *output, struct audio_output *out)
{
    char device[12];
    (void)snprintf(device, sizeof(device), "%d", output->device);
    const char *const names[] = {"card", output->id, output->name, device};
    out->id = sound_output_id(names, sizeof(names) / sizeof(names[0]));
    out->phones = output->phones;
    (void)snprintf(alsa.name, sizeof(alsa.name), "plughw:CARD=%s,DEV=%d", output->id,
                   output->device);
}

static void look(struct audio_output *out)
{
    static struct card_output outputs[CARDS_MAX * CARD_OUTPUTS_MAX];
    const struct card_output *best = card_best(outputs, cards_look(sound_cards(), outputs));
    alsa.name[0] = '\0';
    if (best != NULL) {
        sound_card_choose(best, out);
    }
}

static void stop(void)
{
    if (alsa.pcm != NULL) {
        (void)snd_pcm_drop(alsa.pcm);
    }
    alsa.samples = NULL;
    alsa.count = alsa.written = 0;
    alsa.is_lost = false;
}

static void close_card(void)
{
    stop();
    if (alsa.pcm != NULL) {
        (void)snd_pcm_close(alsa.pcm);
        alsa.pcm = NULL;
    }
}

static bool open_card(uint32_t rate)
{
    snd_pcm_uframes_t buffer, period;
    if (alsa.pcm != NULL && alsa.rate == rate && strcmp(alsa.open_name, alsa.name) == 0 &&
        snd_pcm_prepare(alsa.pcm) == 0) {
        return true;
    }
    close_card();
    if (alsa.name[0] == '\0' ||
        snd_pcm_open(&alsa.pcm, alsa.name, SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) != 0) {
        alsa.pcm = NULL;
        return false;
    }
    if (snd_pcm_set_params(alsa.pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, rate, 1,
                           BUFFER_US) != 0 ||
        snd_pcm_get_params(alsa.pcm, &buffer, &period) != 0) {
        close_card();
        return false;
    }
    memcpy(alsa.open_name, alsa.name, sizeof(alsa.open_name));
    alsa.rate = rate;
    /* The card plays on for so long after the last sample, until it notices the end. */
    alsa.tail = 2 * period;
    return true;
}

/* Writes samples, then the silence after them. */
static snd_pcm_sframes_t write_some(void)
{
    static const int16_t silence[CHUNK];
    size_t total = alsa.count + alsa.tail;
    bool is_tail = alsa.written >= alsa.count;
    size_t left = is_tail ? total - alsa.written : alsa.count - alsa.written;
    return snd_pcm_writei(alsa.pcm, is_tail ? silence : alsa.samples + alsa.written,
                          left < CHUNK ? left : CHUNK);
}

/* Writes as much as the card takes now. A card that ran out of samples, because this process was
 * late, goes on from where it was. */
static void feed(void)
{
    while (!alsa.is_lost && alsa.written < alsa.count + alsa.tail) {
        snd_pcm_sframes_t wrote = write_some();
        if (wrote == -EAGAIN) {
            break;
        }
        if (wrote == -EPIPE || wrote == -ESTRPIPE) {
            wrote = snd_pcm_prepare(alsa.pcm);
        }
        alsa.is_lost = wrote < 0;
        alsa.written += wrote > 0 ? (size_t)wrote : 0;
    }
    if (!alsa.is_lost && snd_pcm_state(alsa.pcm) == SND_PCM_STATE_PREPARED) {
        alsa.is_lost = snd_pcm_start(alsa.pcm) != 0;
    }
}

static enum status play(const int16_t *samples, size_t count, uint32_t rate)
{
    stop();
    if (!open_card(rate)) {
        return STATUS_MISSING;
    }
    alsa.samples = samples;
    alsa.count = count;
    feed();
    return alsa.is_lost ? STATUS_MISSING : STATUS_OK;
}

/* Returns how much the card still holds, the silence included; 0: everything was played. */
static size_t held(void)
{
    snd_pcm_sframes_t delay = 0;
    snd_pcm_state_t state = snd_pcm_state(alsa.pcm);
    alsa.is_lost = alsa.is_lost || state == SND_PCM_STATE_DISCONNECTED;
    bool runs = state == SND_PCM_STATE_RUNNING || state == SND_PCM_STATE_DRAINING;
    return runs && snd_pcm_delay(alsa.pcm, &delay) == 0 && delay > 0 ? (size_t)delay : 0;
}

static uint32_t left_ms(bool *lost)
{
    *lost = false;
    if (alsa.pcm == NULL || alsa.samples == NULL) {
        return 0;
    }
    size_t left = held() + alsa.count + alsa.tail - alsa.written;
    *lost = alsa.is_lost;
    return left > alsa.tail ? (uint32_t)((left - alsa.tail) * 1000 / alsa.rate + 1) : 0;
}

/* Once everything was written, the card plays to its end without further calls. */
static bool wait_for_card(int timeout_ms)
{
    struct pollfd waits[PCM_WAITS_MAX];
    unsigned short ready = 0;
    bool feeds = alsa.pcm != NULL && alsa.samples != NULL && !alsa.is_lost &&
                 alsa.written < alsa.count + alsa.tail;
    int count = feeds ? snd_pcm_poll_descriptors(alsa.pcm, waits, PCM_WAITS_MAX) : 0;
    alsa.is_lost = alsa.is_lost || count < 0;
    count = count < 0 ? 0 : count;
    if (sound_poll(waits, (unsigned)count, timeout_ms) < 0) {
        return errno == EINTR;
    }
    if (count > 0 &&
        snd_pcm_poll_descriptors_revents(alsa.pcm, waits, (unsigned)count, &ready) == 0 &&
        ready != 0) {
        feed();
    }
    return true;
}

const struct sound_way SOUND_CARD = {.begin = begin,
                                     .look = look,
                                     .play = play,
                                     .left_ms = left_ms,
                                     .stop = stop,
                                     .close = close_card,
                                     .wait = wait_for_card};
