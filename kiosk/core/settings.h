/* SPDX-License-Identifier: MIT */
/* The group's settings as a value, and their strict text form ("key = value" lines, each key once).
 * Never written while a meeting is open. */
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

struct settings {
    char pin_hash[SETTINGS_PIN_HASH_BYTES]; /* Argon2id string; empty: no PIN yet */
    uint32_t scale;                         /* 2 standard, 4 strict */
    enum look_back look_back;
    uint32_t question_off; /* bit i: pack question i is switched off */
    char support_room[SETTINGS_TEXT_BYTES];
    char support_phone[SETTINGS_TEXT_BYTES];
    char support_danger[SETTINGS_TEXT_BYTES];
};

void settings_reset(struct settings *settings);
MUST_USE enum status settings_parse(const char *bytes, size_t length, const struct pack *pack,
                                    struct settings *out, struct error *error);
/* Returns the length written to out (SETTINGS_BYTES_MAX is always enough). */
size_t settings_format(const struct settings *settings, const struct pack *pack, char *out,
                       size_t size);
/* Takes the PIN's line out of a settings file, whatever else it holds; returns what is left. */
size_t settings_cut_pin(char *bytes, size_t length);
/* A scale that the product records with. */
bool settings_scale_is_offered(uint32_t scale);
/* A text of the group as the file keeps it: one clean line that fits, no blank at either end; or
 * empty. text has room for SETTINGS_TEXT_BYTES. */
bool settings_text_is_valid(const char *text);
/* 6 to 12 ASCII digits and nothing else. */
bool pin_is_valid(const char *pin);

#endif
