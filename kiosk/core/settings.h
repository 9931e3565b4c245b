/* SPDX-License-Identifier: MIT */
/* The group's settings as a value, and their strict text form ("key = value" lines, each key once).
 * Never written while a meeting is open. A setting is a member here and a row in settings.c, which
 * says its key, its kind, its limits and what it is until somebody chooses. */
#ifndef CORE_SETTINGS_H
#define CORE_SETTINGS_H

#include "core/pack.h"
#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    SETTINGS_BYTES_MAX = 8192,
    SETTINGS_TEXT_BYTES = 240,
    SETTINGS_PIN_HASH_BYTES = 128,
    PIN_DIGITS_MIN = 6,
    PIN_DIGITS_MAX = 12,
};

enum look_back { LOOK_BACK_MET, LOOK_BACK_WEEK };

/* What a first run leaves for a quiet moment: nothing of it has to be done before a meeting. */
enum chore {
    CHORE_TOUCH,
    CHORE_SOUND,
    CHORE_BLUR,
    CHORE_QUESTIONS,
    CHORE_SUPPORT,
    CHORE_PRACTICE,
    CHORE_PLACE,
    CHORE_COUNT
};
enum { CHORES_ALL = (1u << CHORE_COUNT) - 1 };

/* What names a series: a change of any of it begins a new one. */
struct settings_choice {
    uint8_t scale;        /* 4 standard, 2 lighter */
    uint8_t look_back;    /* enum look_back */
    uint8_t question_off; /* bit i: pack question i is switched off */
};

/* What stands on the support screen; an empty line gives way to the usual words. */
struct settings_support {
    char room[SETTINGS_TEXT_BYTES];
    char phone[SETTINGS_TEXT_BYTES];
    char danger[SETTINGS_TEXT_BYTES];
};

/* Bytes alone, without padding, and zeros behind every text: equal settings are equal bytes. The
 * choice and the support lines travel in messages as they are; the PIN never leaves the keeper. */
struct settings {
    char pin_hash[SETTINGS_PIN_HASH_BYTES]; /* Argon2id string; empty: no PIN yet */
    struct settings_choice choice;
    struct settings_support support;
    uint8_t still_open; /* a bit for each chore that nobody has settled */
};

void settings_reset(struct settings *settings);
/* INVALID, LIMIT, NEWER: line and column of error say where, its text is the catalogue's key. */
MUST_USE enum status settings_parse(const char *bytes, size_t length, const struct pack *pack,
                                    struct settings *out, struct error *error);
/* Returns the length written to out (SETTINGS_BYTES_MAX is always enough). */
size_t settings_format(const struct settings *settings, const struct pack *pack, char *out,
                       size_t size);
/* Finds the PIN's hash in a file that may be damaged anywhere else. False, and out is untouched:
 * there is none that is whole, or more than one. */
bool settings_find_pin(const char *bytes, size_t length, char out[SETTINGS_PIN_HASH_BYTES]);
/* Takes the PIN's line out of a settings file, whatever else it holds; returns what is left. */
size_t settings_cut_pin(char *bytes, size_t length);

/* Every value within its limits, and zeros behind every text. The questions that can be switched
 * off depend on the pack: see below. */
bool settings_choice_is_valid(const struct settings_choice *choice);
bool settings_support_is_valid(const struct settings_support *support);
/* The pack has these questions, and enough of them stay on. */
bool settings_fit_pack(const struct settings_choice *choice, const struct pack *pack);

/* A scale that the product records with. */
bool settings_scale_is_offered(uint32_t scale);
/* A text of the group as the file keeps it: one clean line that fits, no blank at either end; or
 * empty. text has room for SETTINGS_TEXT_BYTES. */
bool settings_text_is_valid(const char *text);
/* 6 to 12 ASCII digits and nothing else. */
bool pin_is_valid(const char *pin);

#endif
