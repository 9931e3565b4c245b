/* SPDX-License-Identifier: MIT */
/* Exact discrete Laplace noise from whole numbers alone (Canonne, Kamath, Steinke 2020). This
 * module knows a source of random bytes and nothing else: no clock, no floating point, no data to
 * be blurred. */
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

/* So many random bytes are fetched at once, whatever is drawn from them. How many bytes a draw uses
 * depends on its result, and a person who counts calls of the system must not learn that. */
enum { NOISE_POOL_BYTES = 4096 };
struct noise_pool {
    uint32_t used;
    uint8_t byte[NOISE_POOL_BYTES];
};
/* Fetches NOISE_POOL_BYTES bytes. */
MUST_USE enum status noise_pool_fill(struct noise_pool *pool, const struct random_source *source);
/* Returns the pool as a source; NO_RANDOM when the pool is used up. All draws of a meeting together
 * need more bytes than the pool has with a probability below 2^-200. */
struct random_source noise_pool_source(struct noise_pool *pool);
void noise_pool_wipe(struct noise_pool *pool);

/* Draws a uniform number in [0, bound), bound >= 1. Values are rejected, so that there is no modulo
 * bias. */
MUST_USE enum status noise_below(const struct random_source *source, uint32_t bound, uint32_t *out);

/* Draws Z with Pr[Z = z] = (1-a)/(1+a) a^|z|, a = exp(-1/scale), exactly. */
MUST_USE enum status noise_discrete_laplace(const struct random_source *source, uint32_t scale,
                                            int32_t *out);

#endif
