/* SPDX-License-Identifier: MIT */
/* The hash of a PIN for tests: of the right form, made in no time, and with the PIN in it. */
#ifndef TESTS_FAKE_PIN_H
#define TESTS_FAKE_PIN_H

#include "core/settings.h"

#include <string.h>

#define FAKE_PIN_FORM                                                                              \
    "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$"                                       \
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
enum { FAKE_PIN_AT = 54, FAKE_PIN_LENGTH = 97 };
_Static_assert(sizeof(FAKE_PIN_FORM) == FAKE_PIN_LENGTH + 1, "a salt and a hash");

static inline void fake_pin_hash(const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    memset(out, 0, SETTINGS_PIN_HASH_BYTES);
    memcpy(out, FAKE_PIN_FORM, FAKE_PIN_LENGTH);
    memcpy(out + FAKE_PIN_AT, pin, strlen(pin));
}

static inline bool fake_pin_matches(const char *pin, const char *hash)
{
    char expected[SETTINGS_PIN_HASH_BYTES];
    fake_pin_hash(pin, expected);
    return strcmp(hash, expected) == 0;
}

#endif
