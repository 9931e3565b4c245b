/* SPDX-License-Identifier: MIT */
/* Protects the totals: a file that is accepted holds valid totals and is, written again, the same
 * value; any other is refused without harm. The bytes are a whole file, or else what differs from
 * one that is good: a place of two bytes and a value, again and again. So most inputs come as far
 * as SQLite and the rows, where random bytes end at the first check. */
#include "fuzz.h"

#include "store/store.h"

#include <assert.h>
#include <string.h>

enum { DIFFERENCE_BYTES = 3, BLOCKS = 3, MAGIC_BYTES = 4 };

static struct totals original; /* of the good file */
static struct totals first;
static struct totals second;
static uint8_t image[STORE_FILE_BYTES_MAX];
/* The good file, as it is and as the input has it. */
static uint8_t good[1 << 16], file[1 << 16];
static size_t good_length;

/* Two sets that are complete and one under way. */
static void make_good(void)
{
    original.block_count = BLOCKS;
    for (uint32_t i = 0; i < BLOCKS; i++) {
        struct block *block = &original.block[i];
        *block = (struct block){.id = i + 1,
                                .series = "00112233445566ff",
                                .month = {2026, (uint8_t)(1 + i)},
                                .meetings = i + 1 < BLOCKS ? TOTALS_MEETINGS_PER_BLOCK : 1,
                                .scale = 2,
                                .tally_count = PACK_QUESTION_MIN};
        for (uint32_t q = 0; q < block->tally_count; q++) {
            memcpy(block->tally[q].question, (char[]){'q', (char)('1' + q), '\0'}, 3);
            block->tally[q].upper = (int32_t)(10 * i) - (int32_t)q;
            block->tally[q].lower = (int32_t)q;
        }
    }
    enum status status = store_encode(&original, good, sizeof(good), &good_length);
    assert(status == STATUS_OK);
    memcpy(file, good, good_length);
}

static bool are_same(const struct totals *a, const struct totals *b)
{
    return a->block_count == b->block_count &&
           memcmp(a->block, b->block, a->block_count * sizeof(a->block[0])) == 0;
}

static void check(const uint8_t *bytes, size_t length)
{
    struct error error;
    enum status status = store_decode(bytes, length, &first, &error);
    if (status != STATUS_OK) {
        assert(status == STATUS_DAMAGED || status == STATUS_NEWER);
        assert(first.block_count == 0 && error.status == status);
        return;
    }
    assert(totals_check(&first, &error) == STATUS_OK);
    if (are_same(&first, &original)) {
        return; /* its bytes are the good file */
    }
    size_t image_length = 0;
    status = store_encode(&first, image, sizeof(image), &image_length);
    assert(status == STATUS_OK);
    status = store_decode(image, image_length, &second, &error);
    assert(status == STATUS_OK);
    assert(are_same(&first, &second));
}

static size_t place_at(const uint8_t *bytes)
{
    return ((size_t)bytes[0] << 8 | bytes[1]) % good_length;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (good_length == 0) {
        make_good();
    }
    if (length >= MAGIC_BYTES && memcmp(bytes, good, MAGIC_BYTES) == 0) {
        check(bytes, length);
        return 0;
    }
    for (size_t at = 0; at + DIFFERENCE_BYTES <= length; at += DIFFERENCE_BYTES) {
        file[place_at(bytes + at)] = bytes[at + 2];
    }
    check(file, good_length);
    for (size_t at = 0; at + DIFFERENCE_BYTES <= length; at += DIFFERENCE_BYTES) {
        file[place_at(bytes + at)] = good[place_at(bytes + at)];
    }
    return 0;
}
