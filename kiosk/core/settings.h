/* SPDX-License-Identifier: MIT */
/* The group's settings as a value, and their strict text form: lines "key = value", each key once.
 * They are never written while a meeting is open. A setting is a member here and a row in
 * settings.c, which says its key, its kind, its limits and its usual value. */
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

/* The chores: what a first run leaves for later. None of them has to be done before a meeting. */
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
enum support_line { SUPPORT_ROOM, SUPPORT_PHONE, SUPPORT_DANGER, SUPPORT_LINES };
struct settings_support {
    char line[SUPPORT_LINES][SETTINGS_TEXT_BYTES];
};

/* Bytes alone, without padding, and zeros behind every text: equal settings are equal bytes. The
 * choice and the support lines travel in messages as they are; the PIN never leaves the keeper. */
struct settings {
    char pin_hash[SETTINGS_PIN_HASH_BYTES]; /* Argon2id string; empty: no PIN yet */
    struct settings_choice choice;
    struct settings_support support;
    uint8_t still_open; /* a bit for each chore that nobody has settled */
};

/* Sets the usual value of every row, no PIN, no support line and no open chore. */
void settings_reset(struct settings *settings);
/* Reads the file's text. After INVALID, LIMIT or NEWER, error has the line, the column and the
 * catalogue's key. */
MUST_USE enum status settings_parse(const char *bytes, size_t length, const struct pack *pack,
                                    struct settings *out, struct error *error);
/* Returns the length written to out (SETTINGS_BYTES_MAX is always enough). */
size_t settings_format(const struct settings *settings, const struct pack *pack, char *out,
                       size_t size);
/* Finds the PIN's hash in a file that may be damaged elsewhere. Returns false, and leaves out
 * untouched, unless exactly one whole hash is there. */
bool settings_find_pin(const char *bytes, size_t length, char out[SETTINGS_PIN_HASH_BYTES]);
/* Removes the PIN's line from a settings file, whatever else the file holds. Returns the length
 * that is left. */
size_t settings_cut_pin(char *bytes, size_t length);

/* Returns whether every value is within its limits, with zeros behind every text. It does not check
 * which questions may be off, because that depends on the pack: see below. */
bool settings_choice_is_valid(const struct settings_choice *choice);
bool settings_support_is_valid(const struct settings_support *support);
/* Returns whether the pack has the questions that are switched off, and enough of the others. */
bool settings_fit_pack(const struct settings_choice *choice, const struct pack *pack);

/* Returns whether the product records with this scale. */
bool settings_scale_is_offered(uint32_t scale);
/* Returns whether a text of the group is as the file keeps it: empty, or one clean line that fits,
 * without a blank at either end. text has room for SETTINGS_TEXT_BYTES. */
bool settings_text_is_valid(const char *text);
/* Returns whether a PIN is 6 to 12 ASCII digits and nothing else. */
bool pin_is_valid(const char *pin);

#endif
