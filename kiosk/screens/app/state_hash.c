/* SPDX-License-Identifier: MIT */
/* The hash of the app's state: of the bytes of what the app knows, and of every part's state.
 * Pointers and the frame are left out. */
#include "core/fnv.h"
#include "core/record.h"
#include "screens/app/screen.h"

_Static_assert((int)RECORD_THEME_MAX == (int)THEME_COUNT - 1, "a recording holds every look");
_Static_assert((int)RECORD_SIZE_MAX == (int)SIZE_COUNT, "and every size");

uint64_t app_state_hash(const struct app *app)
{
    const struct app_secret *secret = app->config.secret;
    const size_t from = offsetof(struct app, now_ms), to = offsetof(struct app, states);
    uint64_t hash = FNV_START;
    hash = fnv_bytes(hash, (const unsigned char *)app + from, to - from);
    hash = fnv_bytes(hash, secret->session.level, sizeof(secret->session.level));
    hash = fnv_bytes(hash, &secret->session.mark, sizeof(secret->session.mark));
    hash = fnv_bytes(hash, secret->pin, sizeof(secret->pin));
    hash = fnv_bytes(hash, secret->pin_first, sizeof(secret->pin_first));
    return parts_hash(app, hash);
}
