/* SPDX-License-Identifier: MIT */
#include "platform/system/pin.h"

#include "core/pin_hash.h"
#include "platform/system/random.h"

#include <sodium.h>
#include <string.h>

enum {
    PIN_OPERATIONS = 3,
    /* An old laptop's worth: the moderate 256 MiB would not fit beside a desktop on 1 GB. */
    PIN_MEMORY_BYTES = 64 << 20,
};

_Static_assert((int)PIN_OPERATIONS <= (int)PIN_HASH_PASSES_MAX &&
                   (int)PIN_MEMORY_BYTES / 1024 <= (int)PIN_HASH_KIB_MAX,
               "what is written can be read");
_Static_assert((int)SETTINGS_PIN_HASH_BYTES >= (int)crypto_pwhash_STRBYTES, "the hash fits");

/* The library ends the process where the system gives it no random numbers, and takes some to begin
 * and for each salt: so whether there are any is asked first. */
static bool has_random(void)
{
    unsigned char some[crypto_pwhash_SALTBYTES];
    const struct random_source random = random_system();
    return random.fill(random.context, some, sizeof(some)) == STATUS_OK;
}

static bool begin(void)
{
    static bool has_begun;
    has_begun = has_begun || (has_random() && sodium_init() >= 0);
    return has_begun;
}

enum status pin_hash_make(const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    char hash[crypto_pwhash_STRBYTES];
    if (!has_random()) {
        return STATUS_NO_RANDOM;
    }
    if (!begin() || crypto_pwhash_str_alg(hash, pin, strlen(pin), PIN_OPERATIONS, PIN_MEMORY_BYTES,
                                          crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return STATUS_IO;
    }
    memset(out, 0, SETTINGS_PIN_HASH_BYTES);
    memcpy(out, hash, sizeof(hash));
    return STATUS_OK;
}

bool pin_hash_matches(const char *pin, const char *hash)
{
    return begin() && crypto_pwhash_str_verify(hash, pin, strlen(pin)) == 0;
}
