/* SPDX-License-Identifier: MIT */
/* The decisions of the voice, without a library, a device or a clock: what is said now, what ends
 * it, what is answered. It holds one text at a time, and wipes the text and its samples when they
 * were heard, replaced or hushed.
 *
 * Any change of devices silences the voice at once. Then the voice finds out where words would go
 * now. The sentence begins anew there if it was for the room, or if the person's headphones are
 * still where they were. Otherwise the sentence is dropped, and STATE tells. */
#ifndef VOICE_VOICE_H
#define VOICE_VOICE_H

#include "core/voice.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    VOICE_RATE = 22050,        /* samples a second that the engine makes */
    VOICE_SECONDS_MAX = 120,   /* the longest text at the slowest speed */
    VOICE_CLOSE_MS = 1000,     /* after so much silence the device is let go */
    VOICE_REST_MS = 10 * 1000, /* after so much silence the process ends; main starts it again */
    VOICE_OUT_MAX = 4,
    VOICE_BEGINS_MAX = 4, /* a sentence that has lost its device so often is not begun again */
};

#define VOICE_SAMPLES_MAX ((size_t)VOICE_RATE * VOICE_SECONDS_MAX)

/* What makes samples of a text. */
struct voice_engine {
    void *context;
    /* Returns the languages that it can speak, as bits by their index in core/language.h. */
    uint32_t (*languages)(void *context);
    /* Makes at most max samples; a text that needs more is cut. Any status but OK: it cannot speak
     * the text. */
    enum status (*speak)(void *context, const struct voice_say *say, int16_t *samples, size_t max,
                         size_t *count);
};

/* Where words would go. */
struct voice_output {
    uint32_t id; /* as in voice_state; 0: there is no output */
    enum voice_phones phones;
};

/* What makes samples heard. */
struct voice_sound {
    void *context;
    /* Finds where words would go now. */
    void (*look)(void *context, struct voice_output *out);
    /* Returns whether devices came, went or changed since the last look. */
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
    bool is_open;            /* the device is open */
    uint32_t saying;         /* sequence of what is being said; 0: silence */
    uint8_t channel;         /* of what is being said */
    uint32_t heard_at;       /* output at which it is heard */
    uint32_t begins;         /* how often it was begun */
    uint64_t silent_ms;      /* since when nothing is said */
    struct voice_output at;  /* what the last look found */
    struct voice_state told; /* the newest STATE */
    bool has_told;
    size_t count;            /* samples in use */
    struct voice_record say; /* what waits to be said; type VOICE_NONE: nothing does */
    int16_t samples[VOICE_SAMPLES_MAX];
};

/* voice: zeroed, or static. */
void voice_open(struct voice *voice, const struct voice_engine *engine,
                const struct voice_sound *sound, uint64_t now_ms);

/* Takes a record of the face. A record that breaks a rule changes nothing. The caller wipes its
 * copy. */
void voice_take(struct voice *voice, const struct voice_record *record, size_t length,
                uint64_t now_ms);

/* Does what is due. out gets the answers, each of which passes voice_check_to_face. */
void voice_work(struct voice *voice, uint64_t now_ms, struct voice_record out[VOICE_OUT_MAX],
                uint32_t *count);

/* Returns when voice_work has something to do; UINT64_MAX: only when something comes in. */
uint64_t voice_deadline(const struct voice *voice, uint64_t now_ms);

/* Returns whether FORGET came: the next record is for another process. */
bool voice_forgets(const struct voice *voice);

/* Returns whether the process may end, because nothing was said for so long, or has to forget. */
bool voice_is_done(const struct voice *voice, uint64_t now_ms);

/* Ends what is being said. Nothing of a text is left. */
void voice_close(struct voice *voice);

#endif
