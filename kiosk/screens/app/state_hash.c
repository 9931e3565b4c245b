/* SPDX-License-Identifier: MIT */
/* The hash of the app's state: the bytes of what the app knows and of every part's state. Pointers
 * and the frame stay out. */
#include "core/record.h"
#include "screens/app/screen.h"

#include <string.h>

_Static_assert((int)RECORD_THEME_MAX == (int)THEME_COUNT - 1, "a recording holds every look");
_Static_assert((int)RECORD_SIZE_MAX == (int)SIZE_COUNT, "and every size");

/* FNV-1a, 64 bits. */
static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

uint64_t app_state_hash(const struct app *app)
{
    const struct app_secret *secret = app->config.secret;
    const size_t from = offsetof(struct app, now_ms), to = offsetof(struct app, states);
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    hash = mix(hash, (const unsigned char *)app + from, to - from);
    hash = mix(hash, secret->session.level, sizeof(secret->session.level));
    hash = mix(hash, &secret->session.mark, sizeof(secret->session.mark));
    hash = mix(hash, secret->pin, sizeof(secret->pin));
    hash = mix(hash, secret->pin_first, sizeof(secret->pin_first));
    return parts_hash(app, hash);
}
