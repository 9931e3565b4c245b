/* SPDX-License-Identifier: MIT */
/* The PIN's hash: Argon2id, about a quarter of a second of work and 64 MiB for each try. */
#ifndef PLATFORM_PIN_H
#define PLATFORM_PIN_H

#include "core/settings.h"

/* Makes the hash of a PIN. NO_MEMORY. NO_RANDOM: the system gives no random numbers. */
MUST_USE enum status pin_hash_make(const char *pin, char out[SETTINGS_PIN_HASH_BYTES]);
/* Compares a PIN with a hash, in constant time. OK: the PIN matches. DENIED: it does not.
 * NO_MEMORY, NO_RANDOM: nothing was compared. */
MUST_USE enum status pin_hash_compare(const char *pin, const char *hash);

#endif
