/* SPDX-License-Identifier: MIT */
/* Bernoulli(exp(-1/t)) by von Neumann's series, a geometric from repeated Bernoullis, and the
 * difference of two geometrics: all in whole numbers, so that every probability is exact and no
 * rounding of a logarithm can tell one neighbouring count from another (Mironov 2012). */
#include "core/noise.h"

#include <assert.h>
#include <string.h>

/* An honest source reaches none of these before the sun goes out (each below 2^-250); a source that
 * is stuck would otherwise hold the machine for ever. */
enum {
    REJECTION_MAX = 256, /* of draws that are refused at most half the time */
    SERIES_MAX = 64,     /* the k-th step goes on with probability 1/(t k) */
    GEOMETRIC_MAX = 4096 /* a^4096 is exp(-1024) at the widest scale */
};

enum status noise_pool_fill(struct noise_pool *pool, const struct random_source *source)
{
    pool->used = 0;
    return source->fill(source->context, pool->byte, sizeof(pool->byte));
}

static enum status take(void *context, void *out, size_t bytes)
{
    struct noise_pool *pool = context;
    if (bytes > sizeof(pool->byte) - pool->used) {
        return STATUS_NO_RANDOM;
    }
    memcpy(out, pool->byte + pool->used, bytes);
    pool->used += (uint32_t)bytes;
    return STATUS_OK;
}

struct random_source noise_pool_source(struct noise_pool *pool)
{
    return (struct random_source){take, pool};
}

void noise_pool_wipe(struct noise_pool *pool)
{
    explicit_bzero(pool, sizeof(*pool));
}

enum status noise_below(const struct random_source *source, uint32_t bound, uint32_t *out)
{
    assert(bound >= 1);
    const uint32_t limit = UINT32_MAX - UINT32_MAX % bound;
    for (int i = 0; i < REJECTION_MAX; i++) {
        uint32_t value = 0;
        enum status status = source->fill(source->context, &value, sizeof(value));
        if (status != STATUS_OK) {
            return STATUS_NO_RANDOM;
        }
        if (value < limit) {
            *out = value % bound;
            return STATUS_OK;
        }
    }
    return STATUS_NO_RANDOM;
}

/* 1 with probability exp(-1/t): the series stops at step k with probability
 * 1/(t^(k-1) (k-1)!) - 1/(t^k k!), and those of odd k add up to exp(-1/t). */
static enum status bernoulli_exp(const struct random_source *source, uint32_t t, uint32_t *out)
{
    for (uint32_t k = 1; k <= SERIES_MAX; k++) {
        uint32_t value = 0;
        enum status status = noise_below(source, t * k, &value);
        if (status != STATUS_OK) {
            return status;
        }
        if (value != 0) {
            *out = k % 2;
            return STATUS_OK;
        }
    }
    return STATUS_NO_RANDOM;
}

static enum status geometric(const struct random_source *source, uint32_t t, int32_t *out)
{
    for (int32_t successes = 0; successes < GEOMETRIC_MAX; successes++) {
        uint32_t more = 0;
        enum status status = bernoulli_exp(source, t, &more);
        if (status != STATUS_OK) {
            return status;
        }
        if (more == 0) {
            *out = successes;
            return STATUS_OK;
        }
    }
    return STATUS_NO_RANDOM;
}

enum status noise_discrete_laplace(const struct random_source *source, uint32_t scale, int32_t *out)
{
    assert(scale >= NOISE_SCALE_MIN && scale <= NOISE_SCALE_MAX);
    int32_t part[2] = {0, 0};
    enum status status = geometric(source, scale, &part[0]);
    if (status == STATUS_OK) {
        status = geometric(source, scale, &part[1]);
    }
    if (status == STATUS_OK) {
        *out = part[0] - part[1];
    }
    /* The draw and the closed total together would give the exact count. */
    explicit_bzero(part, sizeof(part));
    return status;
}
