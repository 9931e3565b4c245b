/* SPDX-License-Identifier: MIT */
#include "core/counters.h"

#include <assert.h>
#include <string.h>

static enum status draw_all(struct counters *counters, const struct random_source *source,
                            uint32_t question_count, uint32_t scale)
{
    for (uint32_t i = 0; i < question_count; i++) {
        enum status status = noise_discrete_laplace(source, scale, &counters->upper[i]);
        if (status == STATUS_OK) {
            status = noise_discrete_laplace(source, scale, &counters->lower[i]);
        }
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

enum status counters_open(struct counters *counters, const struct random_source *source,
                          uint32_t question_count, uint32_t scale)
{
    assert(question_count >= 1 && question_count <= PACK_QUESTION_MAX);
    assert(scale >= NOISE_SCALE_MIN && scale <= NOISE_SCALE_MAX);
    struct noise_pool pool;
    memset(counters, 0, sizeof(*counters));
    enum status status = noise_pool_fill(&pool, source);
    if (status == STATUS_OK) {
        const struct random_source drawn = noise_pool_source(&pool);
        status = draw_all(counters, &drawn, question_count, scale);
    }
    noise_pool_wipe(&pool); /* the draws came from the pool */
    if (status != STATUS_OK) {
        counters_wipe(counters);
        return status;
    }
    counters->question_count = question_count;
    counters->scale = scale;
    return STATUS_OK;
}

enum status counters_add(struct counters *counters, const uint8_t sides[PACK_QUESTION_MAX])
{
    assert(counters->question_count >= 1 && counters->question_count <= PACK_QUESTION_MAX);
    for (uint32_t i = 0; i < counters->question_count; i++) {
        if (sides[i] > SIDE_LOWER) {
            return STATUS_INVALID;
        }
    }
    for (uint32_t i = 0; i < counters->question_count; i++) {
        if ((sides[i] == SIDE_UPPER && counters->upper[i] >= COUNTER_MAX) ||
            (sides[i] == SIDE_LOWER && counters->lower[i] >= COUNTER_MAX)) {
            return STATUS_LIMIT;
        }
    }
    for (uint32_t i = 0; i < counters->question_count; i++) {
        counters->upper[i] += sides[i] == SIDE_UPPER;
        counters->lower[i] += sides[i] == SIDE_LOWER;
    }
    return STATUS_OK;
}

void counters_wipe(struct counters *counters)
{
    explicit_bzero(counters, sizeof(*counters));
}
