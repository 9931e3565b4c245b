/* SPDX-License-Identifier: MIT */
/* Protects the guarantee's other part: one Add moves each question by at most one, in one counter.
 */
#include "core/counters.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct source {
    uint64_t state;
    uint32_t fills_left; /* UINT32_MAX: never fails */
};

static enum status source_fill(void *context, void *out, size_t bytes)
{
    struct source *source = context;
    if (source->fills_left == 0) {
        return STATUS_NO_RANDOM;
    }
    source->fills_left -= source->fills_left != UINT32_MAX;
    unsigned char *next = out;
    for (size_t i = 0; i < bytes; i++) {
        source->state = source->state * 6364136223846793005u + 1442695040888963407u;
        next[i] = (unsigned char)(source->state >> 56);
    }
    return STATUS_OK;
}

static struct counters open_counters(uint64_t seed, uint32_t count, uint32_t scale)
{
    struct source source = {.state = seed, .fills_left = UINT32_MAX};
    struct random_source random = {source_fill, &source};
    struct counters counters;
    assert_int_equal(counters_open(&counters, &random, count, scale), STATUS_OK);
    return counters;
}

static bool is_zero(const struct counters *counters)
{
    static const struct counters zero;
    return memcmp(counters, &zero, sizeof(zero)) == 0;
}

static void test_noise_is_there_from_the_start(void **state)
{
    (void)state;
    int32_t seen[2 * PACK_QUESTION_MAX] = {0};
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct counters counters = open_counters(seed, PACK_QUESTION_MAX, 2);
        assert_int_equal(counters.question_count, PACK_QUESTION_MAX);
        assert_int_equal(counters.scale, 2);
        for (int i = 0; i < PACK_QUESTION_MAX; i++) {
            seen[2 * i] |= counters.upper[i];
            seen[2 * i + 1] |= counters.lower[i];
        }
    }
    for (int i = 0; i < 2 * PACK_QUESTION_MAX; i++) {
        assert_int_not_equal(seen[i], 0); /* every single counter is blurred, not only some */
    }
    struct counters few = open_counters(5, 4, 4);
    for (int i = 4; i < PACK_QUESTION_MAX; i++) {
        assert_int_equal(few.upper[i], 0);
        assert_int_equal(few.lower[i], 0);
    }
}

static void test_failing_source_opens_nothing(void **state)
{
    (void)state;
    struct source source = {.state = 3, .fills_left = 0};
    const struct random_source random = {source_fill, &source};
    struct counters counters;
    memset(&counters, 0x5a, sizeof(counters));
    assert_int_equal(counters_open(&counters, &random, PACK_QUESTION_MAX, 2), STATUS_NO_RANDOM);
    assert_true(is_zero(&counters));
}

struct watched {
    struct source source;
    uint32_t fills;
    size_t bytes;
};

static enum status watched_fill(void *context, void *out, size_t bytes)
{
    struct watched *watched = context;
    watched->fills++;
    watched->bytes = bytes;
    return source_fill(&watched->source, out, bytes);
}

/* How many bytes a draw takes depends on what it comes to: who counts calls must not learn it. */
static void test_every_opening_asks_for_the_same(void **state)
{
    (void)state;
    for (uint32_t scale = NOISE_SCALE_MIN; scale <= NOISE_SCALE_MAX; scale++) {
        for (uint64_t seed = 1; seed <= 500; seed++) {
            struct watched watched = {.source = {.state = seed, .fills_left = UINT32_MAX}};
            const struct random_source random = {watched_fill, &watched};
            struct counters counters;
            const uint32_t questions = PACK_QUESTION_MIN + (uint32_t)seed % 4;
            assert_int_equal(counters_open(&counters, &random, questions, scale), STATUS_OK);
            assert_int_equal(watched.fills, 1);
            assert_int_equal(watched.bytes, NOISE_POOL_BYTES);
        }
    }
}

/* Bytes that never end a draw use the pool up, and nothing is opened: each word is one more success
 * of the first geometric. */
static enum status ones_fill(void *context, void *out, size_t bytes)
{
    (void)context;
    memset(out, 1, bytes);
    return STATUS_OK;
}

static void test_a_pool_that_is_used_up_opens_nothing(void **state)
{
    (void)state;
    const struct random_source random = {ones_fill, NULL};
    struct counters counters;
    assert_int_equal(counters_open(&counters, &random, PACK_QUESTION_MAX, 2), STATUS_NO_RANDOM);
    assert_true(is_zero(&counters));
}

static void test_every_reflection_moves_only_its_counters(void **state)
{
    (void)state;
    const struct counters start = open_counters(11, PACK_QUESTION_MAX, 2);
    for (uint32_t code = 0; code < 2187; code++) {
        struct counters counters = start;
        uint8_t sides[PACK_QUESTION_MAX];
        uint32_t rest = code;
        for (int i = 0; i < PACK_QUESTION_MAX; i++, rest /= 3) {
            sides[i] = (uint8_t)(rest % 3);
        }
        assert_int_equal(counters_add(&counters, sides), STATUS_OK);
        for (int i = 0; i < PACK_QUESTION_MAX; i++) {
            assert_int_equal(counters.upper[i] - start.upper[i], sides[i] == SIDE_UPPER);
            assert_int_equal(counters.lower[i] - start.lower[i], sides[i] == SIDE_LOWER);
        }
        assert_int_equal(counters.question_count, start.question_count);
        assert_int_equal(counters.scale, start.scale);
    }
}

static void test_nothing_answered_changes_no_byte(void **state)
{
    (void)state;
    struct counters counters = open_counters(12, 5, 4);
    const struct counters start = counters;
    const uint8_t none[PACK_QUESTION_MAX] = {0};
    assert_int_equal(counters_add(&counters, none), STATUS_OK);
    assert_memory_equal(&counters, &start, sizeof(counters));
    /* What stands behind the questions asked is not looked at and adds nothing. */
    const uint8_t beyond[PACK_QUESTION_MAX] = {0, 0, 0, 0, 0, SIDE_UPPER, 255};
    assert_int_equal(counters_add(&counters, beyond), STATUS_OK);
    assert_memory_equal(&counters, &start, sizeof(counters));
}

static void test_bad_halves_change_nothing_at_all(void **state)
{
    (void)state;
    struct counters counters = open_counters(13, PACK_QUESTION_MAX, 2);
    const struct counters start = counters;
    for (int place = 0; place < PACK_QUESTION_MAX; place++) {
        for (int value = SIDE_LOWER + 1; value <= UINT8_MAX; value++) {
            uint8_t sides[PACK_QUESTION_MAX] = {1, 2, 1, 2, 1, 2, 1};
            sides[place] = (uint8_t)value;
            assert_int_equal(counters_add(&counters, sides), STATUS_INVALID);
            assert_memory_equal(&counters, &start, sizeof(counters));
        }
    }
}

static void test_no_flood_outgrows_a_tally(void **state)
{
    (void)state;
    struct counters counters = open_counters(14, PACK_QUESTION_MAX, 4);
    const uint8_t sides[PACK_QUESTION_MAX] = {1, 2, 1, 2, 1, 2, 0};
    uint32_t added = 0;
    while (counters_add(&counters, sides) == STATUS_OK) {
        assert_true(++added < 250000); /* four such meetings stay below a tally's million */
    }
    const struct counters full = counters;
    assert_true(added > 100000);
    /* It breaks no rule: whoever sent it sent what anybody may. */
    assert_int_equal(counters_add(&counters, sides), STATUS_LIMIT);
    assert_memory_equal(&counters, &full, sizeof(counters));
    const uint8_t others[PACK_QUESTION_MAX] = {2, 1, 2, 1, 2, 1, 0}, bad[] = {1, 2, 1, 2, 1, 2, 9};
    assert_int_equal(counters_add(&counters, bad), STATUS_INVALID);
    assert_memory_equal(&counters, &full, sizeof(counters));
    assert_int_equal(counters_add(&counters, others), STATUS_OK);
}

static void test_wipe_leaves_nothing(void **state)
{
    (void)state;
    struct counters counters = open_counters(15, PACK_QUESTION_MAX, 4);
    assert_false(is_zero(&counters));
    counters_wipe(&counters);
    assert_true(is_zero(&counters));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_noise_is_there_from_the_start),
        cmocka_unit_test(test_failing_source_opens_nothing),
        cmocka_unit_test(test_every_opening_asks_for_the_same),
        cmocka_unit_test(test_a_pool_that_is_used_up_opens_nothing),
        cmocka_unit_test(test_every_reflection_moves_only_its_counters),
        cmocka_unit_test(test_nothing_answered_changes_no_byte),
        cmocka_unit_test(test_bad_halves_change_nothing_at_all),
        cmocka_unit_test(test_no_flood_outgrows_a_tally),
        cmocka_unit_test(test_wipe_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
