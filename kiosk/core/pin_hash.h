/* SPDX-License-Identifier: MIT */
/* The text form of a PIN's hash: Argon2id with a salt of 16 bytes and a hash of 32. Another text
 * would match no PIN and lock people out. A text that asks for more memory or time than this
 * program ever uses would end the process that counts, or hold it for years. */
#ifndef CORE_PIN_HASH_H
#define CORE_PIN_HASH_H

#include "core/span.h"

enum {
    PIN_HASH_KIB_MAX = 65536, /* 64 MiB; platform/system/pin.c takes all of it */
    PIN_HASH_PASSES_MAX = 4,
};

/* What such a text says; the spans are digits of base 64 within the text. */
struct pin_hash {
    uint32_t kib, passes;
    struct span salt, hash;
};

/* Returns false if the text is no such hash. */
bool pin_hash_read(struct span text, struct pin_hash *out);
bool pin_hash_is_valid(struct span text);

#endif
