/* SPDX-License-Identifier: MIT */
/* Exact discrete Laplace noise from integers alone (Canonne, Kamath, Steinke 2020).
 * Knows a source of random bytes and nothing else: no clock, no float, no data to be blurred. */
#ifndef CORE_NOISE_H
#define CORE_NOISE_H

#include "core/status.h"

#include <stddef.h>
#include <stdint.h>

/* Fills bytes of out completely or returns STATUS_NO_RANDOM. Production is getrandom(2). */
struct random_source {
    enum status (*fill)(void *context, void *out, size_t bytes);
    void *context;
};

enum {
    NOISE_SCALE_MIN = 1, /* test build only; the product records with 2 or 4 */
    NOISE_SCALE_MAX = 4,
};

/* Random bytes fetched at once, of one size whatever is drawn from them: how many bytes a draw
 * takes depends on what it comes to, and who counts calls to the system must not learn that. */
enum { NOISE_POOL_BYTES = 4096 };
struct noise_pool {
    uint32_t used;
    uint8_t byte[NOISE_POOL_BYTES];
};
/* One fill of NOISE_POOL_BYTES. */
MUST_USE enum status noise_pool_fill(struct noise_pool *pool, const struct random_source *source);
/* The pool as a source; NO_RANDOM when it is used up. All draws of a meeting need more than there
 * is with a probability below 2^-200. */
struct random_source noise_pool_source(struct noise_pool *pool);
void noise_pool_wipe(struct noise_pool *pool);

/* A uniform integer in [0, bound), bound >= 1, by rejection: no modulo bias. */
MUST_USE enum status noise_below(const struct random_source *source, uint32_t bound, uint32_t *out);

/* One draw Z with Pr[Z = z] = (1-a)/(1+a) a^|z|, a = exp(-1/scale), exactly. */
MUST_USE enum status noise_discrete_laplace(const struct random_source *source, uint32_t scale,
                                            int32_t *out);

#endif
