/* SPDX-License-Identifier: MIT */
#include "platform/system/digest.h"

#include <assert.h>
#include <sodium.h>

_Static_assert(DIGEST_BYTES == crypto_hash_sha256_BYTES, "SHA-256 has 32 bytes");

void digest_sha256(const void *bytes, size_t length, uint8_t out[DIGEST_BYTES])
{
    assert(bytes != NULL || length == 0);
    crypto_hash_sha256(out, bytes, length);
}
