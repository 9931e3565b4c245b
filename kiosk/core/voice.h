/* SPDX-License-Identifier: MIT */
/* What face and voice say to each other: one fixed-size record a datagram over SOCK_SEQPACKET.
 * Every field is checked by voice_check before anything looks at it; padding is zero. A record that
 * breaks a rule is dropped: speech is a help, nothing hangs on it. */
#ifndef CORE_VOICE_H
#define CORE_VOICE_H

#include "core/status.h"

#include <stddef.h>
#include <stdint.h>

enum {
    VOICE_VERSION = 1,
    VOICE_BYTES = 640,
    VOICE_TEXT_BYTES = 600, /* a long sentence in any script, its NUL included */
    VOICE_PAUSE_MS_MAX = 2000,
    /* Steps count from 1. Speeds are 50 to 200 % of 122 words a minute (ACCESS 40). */
    VOICE_SPEED_STEPS = 7,
    VOICE_SPEED_USUAL = 4,
    /* 6 dB apart. */
    VOICE_VOLUME_STEPS = 5,
    VOICE_VOLUME_USUAL = 3,
};

enum voice_type {
    VOICE_NONE,
    /* face to voice */
    VOICE_ASK,  /* answered by STATE */
    VOICE_SAY,  /* say: in place of whatever is being said; SAID comes when it was heard out */
    VOICE_HUSH, /* silence at once */
    /* A visit ended: silence, and the process ends with whatever its libraries kept of a text. What
     * comes behind it is for the next one. */
    VOICE_FORGET,
    /* voice to face */
    VOICE_STATE = 64, /* state: answer, or unasked whenever it changed */
    VOICE_SAID,       /* sequence of the SAY that was heard out */
    /* main to face, in the place of a voice that is not there */
    VOICE_ENDED, /* it died: what it was saying is lost, and the next SAY starts another */
    VOICE_GONE,  /* there is none, and there will be none */
    VOICE_TYPE_COUNT,
};

enum voice_channel {
    VOICE_SPEAKER, /* the room hears it */
    VOICE_PHONES,  /* only the person hears it; refused when headphones are known to be out */
};

/* What a machine can tell about its headphones. */
enum voice_phones { PHONES_UNKNOWN, PHONES_IN, PHONES_OUT };

struct voice_say {
    /* PHONES: the output that the person's headphones are at, as STATE told it; it is said there or
     * not at all. 0: whichever it is now, which STATE tells before the first word. */
    uint32_t output;
    uint8_t language; /* index in core/language.h */
    uint8_t channel;
    uint8_t speed;     /* step */
    uint8_t volume;    /* step */
    uint16_t pause_ms; /* silence before the text */
    char text[VOICE_TEXT_BYTES];
};

struct voice_state {
    uint32_t languages; /* a bit for each index in core/language.h that has a voice */
    /* Where words go: the same number for the same socket of the same device, another one for any
     * other; 0: not told, or nowhere. */
    uint32_t output;
    uint8_t device; /* something to be heard with is there */
    uint8_t phones; /* enum voice_phones */
};

struct voice_record {
    uint16_t version;
    uint16_t type;     /* enum voice_type */
    uint32_t sequence; /* SAY: counts up from 1; SAID: that of the SAY; else 0 */
    union {
        struct voice_say say;
        struct voice_state state;
        uint8_t bytes[VOICE_BYTES - 8];
    } as;
};

_Static_assert(sizeof(struct voice_record) == VOICE_BYTES, "one record, one datagram");

/* Zeroes the whole record and sets version and type. */
void voice_init(struct voice_record *record, enum voice_type type);

/* All rules of a record in its direction: version, type, every field in range, a text that has an
 * end and is clean UTF-8 in one line, the rest zero. length is what arrived. */
MUST_USE enum status voice_check_from_face(const struct voice_record *record, size_t length);
MUST_USE enum status voice_check_to_face(const struct voice_record *record, size_t length);

/* Returns the speed of a step in hundredths of the usual speed: 50 to 200. */
uint32_t voice_speed_percent(uint32_t step);
/* Returns the factor on samples for a step of volume, in 1/32768. Steps are 6 dB apart, and the
 * loudest is 1. */
int32_t voice_volume_gain(uint32_t step);

#endif
