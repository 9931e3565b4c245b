/* SPDX-License-Identifier: MIT */
#include "platform/system/pin.h"

#include "core/pin_hash.h"
#include "platform/system/random.h"

#include <sodium.h>
#include <string.h>

enum {
    PIN_OPERATIONS = 3,
    /* What an old laptop can do: the library's moderate 256 MiB would not fit beside a desktop on 1
     * GB. */
    PIN_MEMORY_BYTES = 64 << 20,
    HASH_BYTES = 32,
};

_Static_assert((int)PIN_OPERATIONS <= (int)PIN_HASH_PASSES_MAX &&
                   (int)PIN_MEMORY_BYTES / 1024 <= (int)PIN_HASH_KIB_MAX,
               "what is written can be read");
_Static_assert((int)SETTINGS_PIN_HASH_BYTES >= (int)crypto_pwhash_STRBYTES, "the hash fits");

/* The library ends the process where the system gives it no random numbers. It needs some at its
 * start and for each salt, so they are asked for first. */
static bool has_random(void)
{
    unsigned char some[crypto_pwhash_SALTBYTES];
    const struct random_source random = random_system();
    return random.fill(random.context, some, sizeof(some)) == STATUS_OK;
}

static bool begin(void)
{
    return has_random() && sodium_init() >= 0;
}

enum status pin_hash_make(const char *pin, char out[SETTINGS_PIN_HASH_BYTES])
{
    char hash[crypto_pwhash_STRBYTES];
    if (!begin()) {
        return STATUS_NO_RANDOM;
    }
    if (crypto_pwhash_str_alg(hash, pin, strlen(pin), PIN_OPERATIONS, PIN_MEMORY_BYTES,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return STATUS_NO_MEMORY; /* nothing else can fail with these parameters */
    }
    memset(out, 0, SETTINGS_PIN_HASH_BYTES);
    memcpy(out, hash, sizeof(hash));
    return STATUS_OK;
}

static bool from_base64(struct span digits, unsigned char *out, size_t bytes)
{
    size_t length = 0;
    return sodium_base642bin(out, bytes, digits.bytes, digits.length, NULL, &length, NULL,
                             sodium_base64_VARIANT_ORIGINAL_NO_PADDING) == 0 &&
           length == bytes;
}

/* Compares by a new hash: the library's own comparison reports a mismatch when it gets no memory.
 */
enum status pin_hash_compare(const char *pin, const char *hash)
{
    unsigned char salt[crypto_pwhash_SALTBYTES], expected[HASH_BYTES], made[HASH_BYTES];
    struct pin_hash parts;
    if (!begin()) {
        return STATUS_NO_RANDOM;
    }
    if (!pin_hash_read((struct span){hash, strlen(hash)}, &parts) ||
        !from_base64(parts.salt, salt, sizeof(salt)) ||
        !from_base64(parts.hash, expected, sizeof(expected))) {
        return STATUS_DENIED;
    }
    if (crypto_pwhash(made, sizeof(made), pin, strlen(pin), salt, parts.passes,
                      (size_t)parts.kib * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return STATUS_NO_MEMORY;
    }
    bool is_same = sodium_memcmp(made, expected, sizeof(made)) == 0;
    sodium_memzero(made, sizeof(made));
    return is_same ? STATUS_OK : STATUS_DENIED;
}
