/* SPDX-License-Identifier: MIT */
/* What a soak is made of: chance from a seed, the sums that a totals file tells, and what somebody
 * who means no good, or a disk that rots, leaves in the place of a file. */
#ifndef SOAK_RIG_H
#define SOAK_RIG_H

#include "disk_rig.h"

#include "core/splitmix.h"

enum { SOAK_QUESTIONS = PACK_QUESTION_MAX, HOSTILE_BYTES = 200 };

static uint64_t chance_state;

static inline uint32_t chance(uint32_t bound)
{
    return (uint32_t)(splitmix(&chance_state) % bound);
}

/* All that a totals file can tell, added up over its blocks. */
struct sums {
    uint32_t meetings;
    int64_t upper[SOAK_QUESTIONS], lower[SOAK_QUESTIONS];
};

static inline bool are_equal(const struct sums *a, const struct sums *b)
{
    return a->meetings == b->meetings && memcmp(a->upper, b->upper, sizeof(a->upper)) == 0 &&
           memcmp(a->lower, b->lower, sizeof(a->lower)) == 0;
}

/* Read by the strict reader. scale: of the newest block; 0: there is none. */
static inline enum status sums_of(const void *bytes, size_t length, struct sums *sums,
                                  uint32_t *scale)
{
    static struct totals totals;
    struct error error;
    *sums = (struct sums){0};
    *scale = 0;
    enum status status = store_decode(bytes, length, &totals, &error);
    for (uint32_t b = 0; b < totals.block_count; b++) {
        const struct block *block = &totals.block[b];
        *scale = block->scale;
        sums->meetings += block->meetings;
        for (uint32_t q = 0; q < block->tally_count; q++) {
            sums->upper[q] += block->tally[q].upper;
            sums->lower[q] += block->tally[q].lower;
        }
    }
    return status;
}

static struct sums before, with; /* the meeting under way, and with it */

static struct image theirs; /* what somebody put in the place of the totals */
static bool is_swapped;     /* and did so while the kiosk ran */

/* A file that is not whole fails there. */
static inline struct sums sums_on_disk(void)
{
    struct sums sums = {0};
    uint32_t scale = 0;
    const struct fake_file *file = fake_get(&fake, STORE_FILE);
    if (file != NULL && sums_of(file->bytes, file->length, &sums, &scale) != STATUS_OK) {
        fail_msg("the totals file is not whole");
    }
    return sums;
}

/* Where the file stands now; nothing else may be there. */
static inline bool is_with(void)
{
    if (is_swapped && (fake_get(&fake, STORE_FILE) == NULL || holds(STORE_FILE, &theirs))) {
        return false; /* ours comes back with the next write */
    }
    const struct sums now = sums_on_disk();
    assert_true(are_equal(&now, &before) || are_equal(&now, &with));
    return are_equal(&now, &with) && !are_equal(&before, &with);
}

static inline void make_noise(struct image *image)
{
    image->length = 1 + chance(HOSTILE_BYTES);
    for (size_t i = 0; i < image->length; i++) {
        image->bytes[i] = (uint8_t)chance(256);
    }
}

/* Totals of another group, good in form, with questions of its own. */
static inline void make_strange(struct image *image)
{
    static struct totals strange;
    strange.block_count = 1;
    struct block *block = &strange.block[0];
    *block = (struct block){.id = 1,
                            .series = "fedcba9876543210",
                            .month = {2026, 10},
                            .meetings = 1 + chance(TOTALS_MEETINGS_PER_BLOCK),
                            .scale = 4,
                            .tally_count = 4};
    for (uint32_t q = 0; q < block->tally_count; q++) {
        (void)snprintf(block->tally[q].question, PACK_ID_BYTES, "other%u", q);
        block->tally[q].upper = (int32_t)chance(100);
    }
    assert_int_equal(store_encode(&strange, image->bytes, sizeof(image->bytes), &image->length),
                     STATUS_OK);
}

/* Of a file that was good: cut off, or one bit of it turned. */
static inline void spoil(struct image *image)
{
    if (image->length == 0) {
        make_noise(image);
    } else if (chance(2) == 0) {
        image->length = chance((uint32_t)image->length);
    } else {
        image->bytes[chance((uint32_t)image->length)] ^= (uint8_t)(1 << chance(8));
    }
}

static inline void put(const char *name, const struct image *image)
{
    fake_put(&fake, name, image->bytes, image->length);
}

#endif
