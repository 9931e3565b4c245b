/* SPDX-License-Identifier: MIT */
/* Protects the made-up meetings: they go through the real engine, are marked before anything else
 * is written, leave nothing where they cannot be written whole, and with the same seeds are the
 * same. */
#include "main/seeded.h"
#include "main/simulate.h"

#include "core/trends.h"
#include "keeper/keeper.h"
#include "platform/system/ram_folder.h"
#include "platform/system/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct pack pack;
static struct settings settings;
static struct ram_folder folders[2];
static struct totals totals;
static uint8_t scratch[STORE_FILE_BYTES_MAX];

static int make_pack(void **state)
{
    static struct pack_errors errors;
    (void)state;
    settings_reset(&settings);
    return pack_load("assets/packs/integrity.pack", &pack, &errors) == STATUS_OK ? 0 : -1;
}

static enum status simulate(struct ram_folder *folder, uint32_t meetings, uint32_t people,
                            uint64_t noise)
{
    struct seeded seeded = {.state = noise};
    struct simulation simulation = {
        .pack = &pack,
        .settings = &settings,
        .random = seeded_source(&seeded),
        .meetings = meetings,
        .people = people,
        .seed = 1,
        .until = {2026, 11},
    };
    ram_folder_init(folder);
    return simulate_fill(&simulation, &folder->ops);
}

static size_t load(struct ram_folder *folder)
{
    struct error error;
    size_t length = 0;
    assert_int_equal(store_load(&folder->ops, &totals, scratch, sizeof(scratch), &length, &error),
                     STATUS_OK);
    return length;
}

static void test_same_seeds_same_bytes(void **state)
{
    (void)state;
    static uint8_t first[RAM_FILE_BYTES];
    assert_int_equal(simulate(&folders[0], 104, 10, 1), STATUS_OK);
    assert_int_equal(simulate(&folders[1], 104, 10, 1), STATUS_OK);
    size_t length = load(&folders[0]);
    memcpy(first, scratch, length);
    assert_int_equal(load(&folders[1]), length);
    assert_memory_equal(first, scratch, length);
    assert_int_equal(simulate(&folders[1], 104, 10, 2), STATUS_OK); /* other noise alone */
    load(&folders[1]);
    assert_memory_not_equal(first, scratch, length);
}

static void test_two_years_end_this_month(void **state)
{
    (void)state;
    assert_int_equal(simulate(&folders[0], 104, 10, 1), STATUS_OK);
    load(&folders[0]);
    assert_int_equal(totals.block_count, 26);
    assert_int_equal(totals_complete_count(&totals), 26);
    assert_true(month_compare(totals.block[25].month, (struct month){2026, 10}) >= 0);
    for (uint32_t i = 1; i < totals.block_count; i++) {
        assert_true(month_compare(totals.block[i - 1].month, totals.block[i].month) <= 0);
    }
    assert_true(month_compare(totals.block[0].month, (struct month){2024, 12}) <= 0);
}

/* A person more or less is far from a scale mistaken: all of ten people's answers are in it. */
static void test_people_are_counted_once(void **state)
{
    (void)state;
    int64_t sum[2] = {0, 0};
    for (int with_people = 0; with_people < 2; with_people++) {
        assert_int_equal(simulate(&folders[0], 104, with_people ? 10 : 0, 1), STATUS_OK);
        load(&folders[0]);
        for (uint32_t i = 0; i < totals.block_count; i++) {
            for (uint32_t j = 0; j < totals.block[i].tally_count; j++) {
                sum[with_people] += totals.block[i].tally[j].upper + totals.block[i].tally[j].lower;
            }
        }
    }
    int64_t answers = sum[1] - sum[0]; /* the same noise, with and without people */
    int64_t all = 104 * 10 * 7;
    assert_true(answers > all * 90 / 100 && answers < all * 94 / 100);
}

/* What trends are shown with: the second question rises beyond the noise. */
static void test_one_question_moves(void **state)
{
    (void)state;
    static struct trends trends;
    struct line_view view;
    assert_int_equal(simulate(&folders[0], 104, 24, 1), STATUS_OK);
    load(&folders[0]);
    int index = pack_question_index(&pack, "q2");
    assert_true(index >= 0);
    const struct line_query query = {.line = {LINE_QUESTION, (uint32_t)index},
                                     .period = PERIOD_ALL};
    trends_compute(&totals, &pack, &trends);
    (void)line_read(&totals, &trends, &pack, &query, &view, NULL);
    assert_int_equal(view.claim.grade, GRADE_CHANGED);
    assert_true(view.claim.up);
}

static struct civil_time some_day(void *context, uint32_t in_s)
{
    (void)context;
    (void)in_s;
    return (struct civil_time){{2026, 11}, 3, 19, 5};
}

static enum status any_zone(void *context, const char *name)
{
    (void)context;
    (void)name;
    return STATUS_OK;
}

static enum battery no_battery(void *context)
{
    (void)context;
    return BATTERY_NONE;
}

static void test_the_series_is_the_keepers(void **state)
{
    (void)state;
    static struct keeper keeper;
    static struct keeper_secret secret;
    struct error error;
    struct keeper_host host = {
        .folder = &folders[0].ops, .battery = no_battery, .civil = some_day, .zone = any_zone};
    assert_int_equal(simulate(&folders[0], 5, 3, 1), STATUS_OK);
    assert_int_equal(keeper_init(&keeper, &secret, &pack, &host, 0, &error), STATUS_OK);
    assert_true(keeper.status.simulated);
    assert_int_equal(keeper.status.open_meetings, 1);
    assert_int_equal(keeper.status.complete_blocks, 1);
    assert_int_equal(keeper.status.left_over, 0);
}

static bool was_marked;

/* A disk that is full when the totals come. */
static enum status create_no_totals(void *context, const char *name, int *file)
{
    struct ram_folder *folder = context;
    if (strcmp(name, STORE_TEMPORARY) != 0) {
        return folder->ops.create(context, name, file);
    }
    was_marked = simulate_has_data(&folder->ops);
    return STATUS_NO_SPACE;
}

static void test_the_mark_comes_first_and_goes_last(void **state)
{
    (void)state;
    struct seeded seeded = {.state = 1};
    struct simulation simulation = {.pack = &pack, .settings = &settings, .meetings = 4};
    simulation.random = seeded_source(&seeded);
    simulation.until = (struct month){2026, 11};
    ram_folder_init(&folders[0]);
    assert_false(simulate_has_data(&folders[0].ops));
    struct folder_ops ops = folders[0].ops;
    ops.create = create_no_totals;
    assert_int_equal(simulate_fill(&simulation, &ops), STATUS_NO_SPACE);
    assert_true(was_marked);
    assert_false(simulate_has_data(&folders[0].ops)); /* the folder can be tried again */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_seeds_same_bytes),
        cmocka_unit_test(test_two_years_end_this_month),
        cmocka_unit_test(test_people_are_counted_once),
        cmocka_unit_test(test_one_question_moves),
        cmocka_unit_test(test_the_series_is_the_keepers),
        cmocka_unit_test(test_the_mark_comes_first_and_goes_last),
    };
    return cmocka_run_group_tests(tests, make_pack, NULL);
}
