/* SPDX-License-Identifier: MIT */
/* Protects the totals when others take their place and when all are erased: whatever fails, and
 * wherever the power goes, the file is the old or the new one, the old bytes are not lost before
 * somebody erases them, and nobody is told more than what is so. */
#include "sanitized.h"
#include "store_rig.h"

enum { CALLS = 24, LOOK_AT_COPY = 2, ERASE_CALLS = 2 + 2 * STORE_ASIDE_MAX + 2 };

static struct image before, other;

/* What the keeper holds: the totals in the file, unless a test says otherwise. */
static struct totals own;
static struct store_known known;

static void make_image(struct image *image, int meetings, int32_t upper)
{
    make_meeting(upper, 0);
    totals.block_count = 0;
    for (int i = 1; i < meetings; i++) {
        assert_int_equal(totals_add_meeting(&totals, &counters, &label), STATUS_OK);
    }
    add_and_encode(image);
}

/* The folder holds `before`, or nothing; `totals` is what `other` encodes. */
static void start(bool has_old, uint64_t seed)
{
    static struct image old, new;
    static struct totals of_new;
    if (new.length == 0) { /* once: encoding takes longer than all the rest */
        make_image(&old, 3, 5);
        own = totals;
        make_image(&new, 6, -2);
        of_new = totals;
    }
    other = new;
    totals.block_count = of_new.block_count;
    memcpy(totals.block, of_new.block, of_new.block_count * sizeof(totals.block[0]));
    fake_init(&fake, seed);
    before.length = 0;
    if (has_old) {
        before = old;
        fake_put(&fake, STORE_FILE, before.bytes, before.length);
    }
    store_know(&known, &fake.ops, before.bytes, before.length);
    store_close_reset(&closing);
}

static enum status try_replace(void)
{
    enum status status =
        store_replace_begin(&closing, &fake.ops, &known, &own, &totals, scratch, sizeof(scratch));
    return status == STATUS_OK ? store_close_run(&closing, &fake.ops, scratch, sizeof(scratch))
                               : status;
}

static bool is_set_aside(void)
{
    return holds(STORE_REPLACED "1", &before) || holds(STORE_REPLACED "2", &before);
}

static void assert_old_or_new(bool has_old)
{
    assert_true(holds(STORE_FILE, &before) || holds(STORE_FILE, &other));
    assert_true(!has_old || holds(STORE_FILE, &before) || is_set_aside());
}

static void assert_replaced(bool has_old)
{
    assert_written(&other);
    if (has_old) {
        assert_true(is_set_aside());
    } else {
        assert_null(fake_get(&fake, STORE_REPLACED "1"));
    }
}

static void test_the_old_bytes_are_set_aside(void **state)
{
    (void)state;
    for (int has_old = 0; has_old <= 1; has_old++) {
        start(has_old, 1);
        assert_int_equal(try_replace(), STATUS_OK);
        assert_replaced(has_old);
    }
    assert_true(fake_get(&fake, STORE_REPLACED "1")->is_synced);
    assert_true(fake_get(&fake, STORE_REPLACED "1")->has_fixed_time);
}

static void test_a_taken_name_is_left_alone(void **state)
{
    (void)state;
    start(true, 1);
    fake_put(&fake, STORE_REPLACED "1", "others", 6);
    assert_int_equal(try_replace(), STATUS_OK);
    assert_replaced(true);
    assert_memory_equal(fake_get(&fake, STORE_REPLACED "1")->bytes, "others", 6);
    assert_true(holds(STORE_REPLACED "2", &before));
}

static void test_one_copy_is_enough(void **state)
{
    (void)state;
    start(true, 1);
    for (int i = 0; i < 5; i++) { /* to and fro: two files in all, not ten */
        assert_int_equal(try_replace(), STATUS_OK);
        assert_true(holds(STORE_FILE, &other));
        fake_put(&fake, STORE_FILE, before.bytes, before.length);
    }
    assert_null(fake_get(&fake, STORE_REPLACED "2"));
}

/* What cannot be read as totals is set aside as carefully as what can. */
static void test_a_damaged_file_is_kept_too(void **state)
{
    (void)state;
    start(true, 1);
    fake_put(&fake, STORE_FILE, "not a database", 14);
    assert_int_equal(try_replace(), STATUS_OK);
    assert_true(holds(STORE_FILE, &other));
    assert_memory_equal(fake_get(&fake, STORE_REPLACED "1")->bytes, "not a database", 14);
}

/* The file is not the one that the keeper wrote: both it and the keeper's own totals are kept. */
static void test_our_own_totals_are_kept_beside_another_file(void **state)
{
    (void)state;
    start(true, 1);
    fake_put(&fake, STORE_FILE, "other", 5);
    assert_int_equal(try_replace(), STATUS_OK);
    assert_true(holds(STORE_FILE, &other));
    assert_memory_equal(fake_get(&fake, STORE_REPLACED "1")->bytes, "other", 5);
    assert_true(holds(STORE_REPLACED "2", &before));
    start(true, 1);
    fake_set(fake.now, STORE_FILE, -1); /* or it has gone */
    assert_int_equal(try_replace(), STATUS_OK);
    assert_true(holds(STORE_FILE, &other));
    assert_true(holds(STORE_REPLACED "1", &before));
}

static void test_a_link_is_left_alone(void **state)
{
    (void)state;
    start(true, 1);
    fake.is_link = true;
    int writes = fake.writes;
    assert_int_equal(try_replace(), STATUS_INVALID);
    assert_int_equal(fake.writes, writes);
    assert_false(closing.begun);
}

static void start_once(bool has_old)
{
    start(has_old, 1);
}

/* A try whose last call failed has done it all the same: the next one may set the new file aside.
 */
static void assert_replaced_at_last(bool has_old)
{
    assert_written(&other);
    assert_true(!has_old || is_set_aside());
}

static void test_every_failing_call_leaves_old_or_new(void **state)
{
    (void)state;
    const struct attempt attempt = {.start = start_once,
                                    .run = try_replace,
                                    .between = assert_old_or_new,
                                    .after = assert_replaced_at_last,
                                    .calls_max = CALLS,
                                    .quiet_call = LOOK_AT_COPY};
    fail_every_call(&attempt);
}

/* What comes up again is whole, and the next meeting is counted into it once. */
static bool cut_once(bool has_old, int call, enum fake_failure failure, uint64_t seed)
{
    start(has_old, seed);
    fake_arm(&fake, call, failure, STATUS_IO);
    fake.is_dying = true;
    bool was_told = try_replace() == STATUS_OK;
    fake_cut_power(&fake);
    bool is_new = holds(STORE_FILE, &other);
    assert_old_or_new(has_old);
    assert_true(is_new || !was_told);

    assert_int_equal(store_clean(&fake.ops), STATUS_OK);
    assert_null(fake_get(&fake, STORE_TEMPORARY));
    size_t length = 0;
    struct error error;
    assert_int_equal(store_load(&fake.ops, &loaded, scratch, sizeof(scratch), &length, &error),
                     STATUS_OK);
    uint32_t held = 0, then = 0;
    for (uint32_t i = 0; i < loaded.block_count; i++) {
        held += loaded.block[i].meetings;
    }
    assert_int_equal(held, is_new ? 6 : has_old ? 3 : 0);
    store_close_reset(&closing);
    assert_int_equal(begin_meeting(&fake.ops, &loaded, &counters, &label), STATUS_OK);
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
    for (uint32_t i = 0; i < loaded.block_count; i++) {
        then += loaded.block[i].meetings;
    }
    assert_int_equal(then, held + 1);
    return is_new;
}

static void test_power_cut_at_every_call(void **state)
{
    (void)state;
    int cuts = 0, renewed = 0;
    for (uint64_t seed = 1; seed <= 8; seed += IS_SANITIZED ? 4 : 1) {
        for (int call = 1; call <= CALLS; call++) {
            for (int has_old = 0; has_old <= 1; has_old++) {
                renewed += cut_once(has_old, call, FAKE_BEFORE, seed);
                renewed += cut_once(has_old, call, FAKE_AFTER, seed + 100);
                cuts += 2;
            }
        }
    }
    assert_true(cuts >= (IS_SANITIZED ? 100 : 500));
    assert_true(renewed > cuts / 20 && renewed < cuts); /* both outcomes were seen */
}

static const char *const HOLDERS[] = {STORE_FILE, STORE_TEMPORARY, STORE_ASIDE "1",
                                      STORE_ASIDE "99", STORE_REPLACED "2"};
enum { HOLDER_COUNT = sizeof(HOLDERS) / sizeof(HOLDERS[0]) };

static void fill(uint64_t seed)
{
    start(true, seed);
    for (int i = 1; i < HOLDER_COUNT; i++) {
        fake_put(&fake, HOLDERS[i], before.bytes, before.length);
    }
    fake_put(&fake, "settings", "stays", 5);
}

static uint32_t holders_left(void)
{
    uint32_t left = 0;
    for (int i = 0; i < HOLDER_COUNT; i++) {
        left += fake_get(&fake, HOLDERS[i]) != NULL;
    }
    return left;
}

static void test_erase_takes_all_totals_and_nothing_else(void **state)
{
    (void)state;
    uint32_t left = 7;
    fill(1);
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    assert_int_equal(store_erase(&fake.ops, &left), STATUS_OK);
    assert_int_equal(left, 7); /* untouched */
    assert_int_equal(holders_left(), 0);
    assert_int_equal(fake.change_count, 0);
    assert_true(fake.calls == ERASE_CALLS);
    assert_memory_equal(fake_get(&fake, "settings")->bytes, "stays", 5);
    assert_int_equal(store_erase(&fake.ops, &left), STATUS_OK); /* nothing there is fine */
}

static void test_totals_out_of_use_are_found(void **state)
{
    (void)state;
    uint32_t left = 0;
    start(true, 1);
    assert_false(store_has_aside(&fake.ops));
    fake_put(&fake, STORE_TEMPORARY, "x", 1); /* goes at the next start */
    assert_false(store_has_aside(&fake.ops));
    fake_put(&fake, STORE_REPLACED "7", "x", 1);
    assert_true(store_has_aside(&fake.ops));
    assert_int_equal(store_erase(&fake.ops, &left), STATUS_OK);
    assert_false(store_has_aside(&fake.ops));
    static const char *const OTHERS[] = {STORE_ASIDE,       STORE_ASIDE "0",   STORE_ASIDE "01",
                                         STORE_ASIDE "100", STORE_ASIDE "1.x", STORE_REPLACED "x"};
    for (size_t i = 0; i < sizeof(OTHERS) / sizeof(OTHERS[0]); i++) {
        fake_put(&fake, OTHERS[i], "x", 1); /* an erase would not take them */
        assert_false(store_has_aside(&fake.ops));
    }
    fake_put(&fake, STORE_ASIDE "99", "x", 1);
    assert_true(store_has_aside(&fake.ops));
}

static void test_a_folder_is_asked_once_for_totals_out_of_use(void **state)
{
    (void)state;
    start(true, 1);
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    assert_false(store_has_aside(&fake.ops));
    assert_int_equal(fake.calls, 1);
    fake_arm(&fake, 1, FAKE_BEFORE, STATUS_IO);
    assert_true(store_has_aside(&fake.ops)); /* nobody can tell: not none */
}

static void test_erase_tells_how_many_are_left(void **state)
{
    (void)state;
    int told = 0;
    fill(1);
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    for (int call = 1; call <= ERASE_CALLS; call++) {
        for (int way = FAKE_BEFORE; way <= FAKE_AFTER; way++) {
            uint32_t left = 0;
            fill(1);
            fake_arm(&fake, call, (enum fake_failure)way, STATUS_IO);
            enum status status = store_erase(&fake.ops, &left);
            assert_true((status == STATUS_OK) == (left == 0));
            assert_true(holders_left() <= left);
            told += status != STATUS_OK && way == FAKE_BEFORE;
            fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
            assert_int_equal(store_erase(&fake.ops, &left), STATUS_OK);
            assert_int_equal(holders_left(), 0);
        }
    }
    assert_int_equal(told, HOLDER_COUNT + 2); /* each that is there, and the two syncs */
}

/* As long as anything else is there, so is the file: who looks sees that it was not the end. */
/* Nothing is there, and a power cut could bring back what was: nobody can say that nothing is. */
static void test_an_erase_that_cannot_settle(void **state)
{
    (void)state;
    for (int has_old = 0; has_old <= 1; has_old++) {
        uint32_t left = 0;
        start(has_old, 1);
        fake_arm(&fake, ERASE_CALLS - 2, FAKE_BEFORE, STATUS_IO); /* the first of the two syncs */
        assert_int_equal(store_erase(&fake.ops, &left), STATUS_IO);
        assert_int_equal(left, 1);
        assert_true(holds(STORE_FILE, &before)); /* it stays to be seen */
    }
}

/* Present bytes that are larger than anything of ours, and own totals that cannot be kept. */
static void test_what_cannot_be_kept_is_not_replaced(void **state)
{
    (void)state;
    static struct totals broken;
    const struct store_known unlike = {.is_there = true, .digest = {1}};
    start(true, 1);
    assert_int_equal(store_replace_begin(&closing, &fake.ops, &unlike, &totals, &totals, scratch,
                                         before.length - 1),
                     STATUS_INVALID);
    broken.block_count = TOTALS_BLOCK_MAX + 1;
    assert_int_not_equal(store_replace_begin(&closing, &fake.ops, &unlike, &broken, &totals,
                                             scratch, sizeof(scratch)),
                         STATUS_OK);
    assert_false(closing.begun);
    assert_true(holds(STORE_FILE, &before));
}

static void test_power_cut_in_an_erase(void **state)
{
    (void)state;
    int gone = 0, there = 0;
    for (int call = 1; call <= ERASE_CALLS; call++) {
        for (int way = FAKE_BEFORE; way <= FAKE_AFTER; way++) {
            uint32_t left = 0;
            fill((uint64_t)call * 2 + (uint64_t)way);
            fake_arm(&fake, call, (enum fake_failure)way, STATUS_IO);
            fake.is_dying = true;
            enum status status = store_erase(&fake.ops, &left);
            fake_cut_power(&fake);
            assert_true(status != STATUS_OK || holders_left() == 0);
            assert_true(holds(STORE_FILE, &before) || holders_left() == 0);
            gone += holders_left() == 0;
            there += holds(STORE_FILE, &before);
        }
    }
    assert_true(gone > 0 && there > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_old_bytes_are_set_aside),
        cmocka_unit_test(test_a_taken_name_is_left_alone),
        cmocka_unit_test(test_one_copy_is_enough),
        cmocka_unit_test(test_a_damaged_file_is_kept_too),
        cmocka_unit_test(test_our_own_totals_are_kept_beside_another_file),
        cmocka_unit_test(test_a_link_is_left_alone),
        cmocka_unit_test(test_every_failing_call_leaves_old_or_new),
        cmocka_unit_test(test_power_cut_at_every_call),
        cmocka_unit_test(test_erase_takes_all_totals_and_nothing_else),
        cmocka_unit_test(test_totals_out_of_use_are_found),
        cmocka_unit_test(test_a_folder_is_asked_once_for_totals_out_of_use),
        cmocka_unit_test(test_erase_tells_how_many_are_left),
        cmocka_unit_test(test_an_erase_that_cannot_settle),
        cmocka_unit_test(test_what_cannot_be_kept_is_not_replaced),
        cmocka_unit_test(test_power_cut_in_an_erase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
