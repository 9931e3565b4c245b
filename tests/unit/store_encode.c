/* SPDX-License-Identifier: MIT */
/* Protects against traces: the file's bytes are a function of the totals and of nothing else, in
 * whatever order people came and however often the file was rewritten. */
#include "platform/system/digest.h"
#include "scarce_memory.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct totals totals, other;
static uint8_t image[STORE_FILE_BYTES_MAX], again[STORE_FILE_BYTES_MAX];
static uint64_t seed;

static uint32_t next_random(uint32_t bound)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % bound;
}

static enum status seeded_fill(void *context, void *out, size_t bytes)
{
    uint64_t *state = context;
    unsigned char *next = out;
    for (size_t i = 0; i < bytes; i++) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        next[i] = (unsigned char)(*state >> 56);
    }
    return STATUS_OK;
}

static struct meeting_label label_of(uint32_t meeting)
{
    struct meeting_label label = {.series = "00112233445566ff", .question_count = 7};
    label.month = (struct month){(uint16_t)(2026 + meeting / 52), (uint8_t)(1 + meeting / 5 % 12)};
    for (int i = 0; i < 7; i++) {
        (void)snprintf(label.question[i], PACK_ID_BYTES, "q%d", 7 - i);
    }
    return label;
}

static size_t encode(const struct totals *value, uint8_t *out)
{
    size_t length = 0;
    assert_int_equal(store_encode(value, out, STORE_FILE_BYTES_MAX, &length), STATUS_OK);
    return length;
}

/* Ten reflections in the order of a permutation, over the same draws. */
static void hold_meeting(uint32_t meeting, const uint32_t order[10])
{
    uint64_t draws = 99 + meeting;
    struct random_source source = {seeded_fill, &draws};
    struct counters counters;
    assert_int_equal(counters_open(&counters, &source, 7, 2), STATUS_OK);
    for (int i = 0; i < 10; i++) {
        uint8_t sides[PACK_QUESTION_MAX];
        for (uint32_t q = 0; q < PACK_QUESTION_MAX; q++) {
            sides[q] = (uint8_t)((order[i] * 7 + q * 5 + meeting) % 3);
        }
        assert_int_equal(counters_add(&counters, sides), STATUS_OK);
    }
    struct meeting_label label = label_of(meeting);
    assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
}

static void hold_meetings(uint32_t count, bool is_shuffled)
{
    totals.block_count = 0;
    for (uint32_t meeting = 0; meeting < count; meeting++) {
        uint32_t order[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (uint32_t i = 9; i > 0 && is_shuffled; i--) {
            uint32_t j = next_random(i + 1), swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        hold_meeting(meeting, order);
    }
}

static void test_order_of_arrival_leaves_no_trace(void **state)
{
    (void)state;
    uint8_t expected[DIGEST_BYTES], got[DIGEST_BYTES];
    seed = 5;
    hold_meetings(3, false);
    digest_sha256(image, encode(&totals, image), expected);
    for (int i = 0; i < 200; i++) {
        hold_meetings(3, true);
        digest_sha256(again, encode(&totals, again), got);
        assert_memory_equal(got, expected, sizeof(got));
    }
}

/* Written after every meeting and read back, or once at the end, or from a value made by hand. */
static void test_history_leaves_no_trace(void **state)
{
    (void)state;
    struct error error;
    size_t length = 0;
    totals.block_count = 0;
    const uint32_t order[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (uint32_t meeting = 0; meeting < 104; meeting++) {
        hold_meeting(meeting, order);
        length = encode(&totals, image);
        assert_int_equal(store_decode(image, length, &totals, &error), STATUS_OK);
    }
    assert_true(length <= 16384); /* two years of meetings stay as small as promised */
    other = totals;
    hold_meetings(104, true);
    assert_int_equal(encode(&totals, again), length);
    assert_memory_equal(image, again, length);

    /* Bytes behind a text's end are no part of the value. */
    for (uint32_t i = 0; i < other.block_count; i++) {
        memset(other.block[i].tally[0].question + 3, 'x', PACK_ID_BYTES - 3);
    }
    assert_int_equal(encode(&other, again), length);
    assert_memory_equal(image, again, length);
    assert_int_equal(encode(&other, again), length); /* and a second time in the same process */
    assert_memory_equal(image, again, length);
}

/* A change of these bytes on any machine or release is a change of the format. */
static void test_bytes_are_pinned(void **state)
{
    (void)state;
    static const char pinned[] = "5dacbd2a8b5813a8d9dd7cbe74f5fcdb5209be4ab9ff0a70a4db3be2deccc54d";
    hold_meetings(6, false);
    uint8_t digest[DIGEST_BYTES];
    char text[2 * DIGEST_BYTES + 1];
    digest_sha256(image, encode(&totals, image), digest);
    for (int i = 0; i < DIGEST_BYTES; i++) {
        (void)snprintf(text + 2 * i, 3, "%02x", digest[i]);
    }
    assert_string_equal(text, pinned);
}

static void test_limits(void **state)
{
    (void)state;
    size_t length = 7;
    hold_meetings(2, false);
    size_t whole = encode(&totals, image);
    assert_int_equal(store_encode(&totals, again, whole - 1, &length), STATUS_LIMIT);
    assert_int_equal(store_encode(&totals, again, whole, &length), STATUS_OK);
    totals.block[0].scale = 9;
    length = 7;
    assert_int_equal(store_encode(&totals, again, sizeof(again), &length), STATUS_INVALID);
    assert_int_equal(length, 7);
    hold_meetings(4 * TOTALS_BLOCK_MAX, false);
    assert_true(encode(&totals, image) < STORE_FILE_BYTES_MAX / 4);
    struct error error;
    size_t most = encode(&totals, image);
    assert_int_equal(store_decode(image, most, &other, &error), STATUS_OK);
    assert_int_equal(other.block_count, TOTALS_BLOCK_MAX);
}

static void test_nothing_yet_is_a_file_too(void **state)
{
    (void)state;
    struct error error;
    totals.block_count = 0;
    size_t length = encode(&totals, image);
    other.block_count = 5;
    assert_int_equal(store_decode(image, length, &other, &error), STATUS_OK);
    assert_int_equal(other.block_count, 0);
}

/* The first thing that this process wants of SQLite. */
static void test_a_start_without_memory(void **state)
{
    (void)state;
    size_t length = 0;
    totals.block_count = 0;
    allocations_left = 0;
    enum status status = store_encode(&totals, image, sizeof(image), &length);
    allocations_left = -1;
    assert_int_equal(status, STATUS_IO);
    assert_int_equal(store_encode(&totals, image, sizeof(image), &length), STATUS_OK);
}

static void test_no_memory_never_looks_like_damage(void **state)
{
    (void)state;
    struct error error;
    hold_meetings(6, false);
    size_t length = encode(&totals, image), got = 0;
    enum status status = STATUS_IO;
    int failures = 0;
    for (int n = 0; status != STATUS_OK; n++, failures++) {
        allocations_left = n;
        status = store_encode(&totals, again, sizeof(again), &got);
        allocations_left = -1;
        assert_true(status == STATUS_OK || status == STATUS_IO);
    }
    assert_int_equal(got, length);
    assert_memory_equal(image, again, length);
    status = STATUS_IO;
    for (int n = 0; status != STATUS_OK; n++, failures++) {
        allocations_left = n;
        status = store_decode(image, length, &other, &error);
        allocations_left = -1;
        assert_true(status == STATUS_OK || (status == STATUS_IO && other.block_count == 0));
    }
    assert_int_equal(other.block_count, totals.block_count);
    assert_true(failures > 50);
}

int main(void)
{
    make_memory_scarce();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_start_without_memory),
        cmocka_unit_test(test_order_of_arrival_leaves_no_trace),
        cmocka_unit_test(test_history_leaves_no_trace),
        cmocka_unit_test(test_bytes_are_pinned),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_nothing_yet_is_a_file_too),
        cmocka_unit_test(test_no_memory_never_looks_like_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
