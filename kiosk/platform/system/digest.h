/* SPDX-License-Identifier: MIT */
/* SHA-256 of bytes in memory. */
#ifndef PLATFORM_DIGEST_H
#define PLATFORM_DIGEST_H

#include <stddef.h>
#include <stdint.h>

enum { DIGEST_BYTES = 32 };

/* Writes the SHA-256 of the bytes into out. */
void digest_sha256(const void *bytes, size_t length, uint8_t out[DIGEST_BYTES]);

#endif
