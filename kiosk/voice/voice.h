/* SPDX-License-Identifier: MIT */
/* The voice's decisions, without a library, a device or a clock: what is said now, what ends it,
 * what is answered. Holds one text at a time, and wipes it and its samples when they were heard,
 * replaced or hushed.
 *
 * A change of devices is silence at once. Then the voice looks where words would go now: the
 * sentence begins anew there if it was for the room, or if the person's headphones are still where
 * they were. Otherwise it is dropped, and STATE tells. */
#ifndef VOICE_VOICE_H
#define VOICE_VOICE_H

#include "core/voice.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    VOICE_RATE = 22050,        /* samples a second: what the engine makes */
    VOICE_SECONDS_MAX = 120,   /* the longest text at the slowest speed */
    VOICE_CLOSE_MS = 1000,     /* silence until the device is let go */
    VOICE_REST_MS = 10 * 1000, /* silence until the process ends: main starts it again */
    VOICE_OUT_MAX = 4,
    VOICE_BEGINS_MAX = 4, /* a sentence that loses its device as often is not begun again */
};

#define VOICE_SAMPLES_MAX ((size_t)VOICE_RATE * VOICE_SECONDS_MAX)

/* What makes samples of text. */
struct voice_engine {
    void *context;
    /* Bits of the languages that it can speak, by index in core/language.h. */
    uint32_t (*languages)(void *context);
    /* Makes at most max samples; a text that needs more is cut. Not OK: it cannot speak it. */
    enum status (*speak)(void *context, const struct voice_say *say, int16_t *samples, size_t max,
                         size_t *count);
};

/* Where words would go. */
struct voice_output {
    uint32_t id; /* as in voice_state; 0: there is nothing to be heard with */
    enum voice_phones phones;
};

/* What is heard. */
struct voice_sound {
    void *context;
    /* Where words would go now. */
    void (*look)(void *context, struct voice_output *out);
    /* Devices came, went or changed since the last look. */
    bool (*changed)(void *context);
    /* Plays at the output of the last look, in place of what was playing. */
    enum status (*play)(void *context, const int16_t *samples, size_t count);
    uint32_t (*left_ms)(void *context, bool *lost);
    void (*stop)(void *context);
    void (*close)(void *context);
};

struct voice {
    const struct voice_engine *engine;
    const struct voice_sound *sound;
    bool asked; /* STATE is due */
    bool has_spoken;
    bool forgets;            /* the process is to end now */
    bool is_open;            /* the device */
    uint32_t saying;         /* sequence; 0: silent */
    uint8_t channel;         /* of what is being said */
    uint32_t heard_at;       /* the output that it is heard at */
    uint32_t begins;         /* how often it was begun */
    uint64_t silent_ms;      /* since when */
    struct voice_output at;  /* of the last look */
    struct voice_state told; /* the newest STATE */
    bool has_told;
    size_t count;            /* samples in use */
    struct voice_record say; /* waits; type VOICE_NONE: nothing does */
    int16_t samples[VOICE_SAMPLES_MAX];
};

/* voice: zeroed, or static. */
void voice_open(struct voice *voice, const struct voice_engine *engine,
                const struct voice_sound *sound, uint64_t now_ms);

/* A record of the face; one that breaks a rule changes nothing. The caller wipes its copy. */
void voice_take(struct voice *voice, const struct voice_record *record, size_t length,
                uint64_t now_ms);

/* Does what is due; out gets what there is to answer, each OK by voice_check_to_face. */
void voice_work(struct voice *voice, uint64_t now_ms, struct voice_record out[VOICE_OUT_MAX],
                uint32_t *count);

/* voice_work has something to do at this time; UINT64_MAX: only when something comes in. */
uint64_t voice_deadline(const struct voice *voice, uint64_t now_ms);

/* FORGET came: the next record is for another process. */
bool voice_forgets(const struct voice *voice);

/* Nothing was said for so long that the process may end, or it is to forget. */
bool voice_is_done(const struct voice *voice, uint64_t now_ms);

/* Silence; nothing of a text is left. */
void voice_close(struct voice *voice);

#endif
