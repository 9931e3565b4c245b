/* SPDX-License-Identifier: MIT */
/* Protects the one write of a meeting: whatever fails and however often it is tried again, the file
 * is the old or the new one, counted once at most, with the same numbers. */
#include "sanitized.h"
#include "store/names.h"
#include "store_rig.h"

/* The file before a meeting and after it: with an earlier meeting there, and without. */
static struct image before, after;

static void make_images(bool has_old)
{
    static struct image one, two; /* meetings */
    make_meeting(-5, 7);
    if (two.length == 0) { /* once: encoding takes longer than all the rest */
        totals.block_count = 0;
        add_and_encode(&one);
        add_and_encode(&two);
    }
    before.length = 0;
    if (has_old) {
        before = one;
    }
    after = has_old ? two : one;
}

static void start(bool has_old, uint64_t seed)
{
    make_images(has_old);
    fake_init(&fake, seed);
    if (has_old) {
        fake_put(&fake, STORE_FILE, before.bytes, before.length);
    }
    store_close_reset(&closing);
}

static enum status try_close(void)
{
    enum status status = begin_meeting(&fake.ops, &totals, &counters, &label);
    return status == STATUS_OK ? store_close_run(&closing, &fake.ops, scratch, sizeof(scratch))
                               : status;
}

static bool is_image(const struct image *image)
{
    return holds(STORE_FILE, image);
}

static void assert_saved(void)
{
    assert_written(&after);
}

static void test_close_writes_the_new_file(void **state)
{
    (void)state;
    for (int has_old = 0; has_old <= 1; has_old++) {
        start(has_old, 1);
        assert_int_equal(try_close(), STATUS_OK);
        assert_saved();
        int writes = fake.writes;
        assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
        assert_int_equal(fake.writes, writes); /* done is done */
    }
}

static void start_once(bool has_old)
{
    start(has_old, 1);
}

static void assert_old_or_new(bool has_old)
{
    (void)has_old;
    assert_true(is_image(&before) || is_image(&after));
}

static void assert_counted(bool has_old)
{
    (void)has_old;
    assert_saved();
}

static void test_every_failing_call_can_be_retried(void **state)
{
    (void)state;
    const struct attempt attempt = {.start = start_once,
                                    .run = try_close,
                                    .between = assert_old_or_new,
                                    .after = assert_counted,
                                    .calls_max = 14};
    fail_every_call(&attempt);
}

/* A disk that stays full or read-only for long, then not. */
static void test_many_retries_write_the_same_numbers(void **state)
{
    (void)state;
    start(true, 1);
    for (int i = 0; i < 20; i++) {
        fake_arm(&fake, 4, FAKE_AFTER, STATUS_NO_SPACE);
        assert_int_equal(try_close(), STATUS_NO_SPACE);
        assert_true(is_image(&before));
    }
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    assert_int_equal(try_close(), STATUS_OK);
    assert_saved();
}

/* After the rename only the folder's sync is left: no second write, whatever the counters say. */
static void test_a_retry_after_the_rename_only_syncs(void **state)
{
    (void)state;
    enum status status = STATUS_OK;
    for (int call = 1; status == STATUS_OK || !is_image(&after); call++) {
        assert_true(call < 20);
        start(true, 1);
        fake_arm(&fake, call, FAKE_AFTER, STATUS_IO);
        status = try_close();
    }
    int writes = fake.writes;
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    counters.upper[0] += 1000;
    assert_int_equal(try_close(), STATUS_OK);
    assert_saved();
    assert_int_equal(fake.writes, writes);
}

static void begin(bool has_old)
{
    start(has_old, 1);
    assert_int_equal(begin_meeting(&fake.ops, &totals, &counters, &label), STATUS_OK);
}

/* Runs a close that finds other bytes than those it builds on: they are kept, and ours are written.
 */
static void assert_moved_aside(const void *bytes, size_t length)
{
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
    assert_true(closing.found_other);
    assert_saved();
    assert_int_equal(fake_get(&fake, STORE_ASIDE "1")->length, length);
    assert_memory_equal(fake_get(&fake, STORE_ASIDE "1")->bytes, bytes, length);
}

static void test_another_file_is_set_aside(void **state)
{
    (void)state;
    begin(true);
    fake_put(&fake, STORE_FILE, "other", 5);
    assert_moved_aside("other", 5);
    begin(true);
    fake_put(&fake, STORE_FILE, before.bytes, before.length - 1);
    assert_moved_aside(before.bytes, before.length - 1);
    begin(false);
    fake_put(&fake, STORE_FILE, "", 0); /* one appeared */
    assert_moved_aside("", 0);
    begin(false); /* totals of somebody else, valid in every respect */
    totals.block[0].tally[0].upper += 7;
    static struct image theirs;
    assert_int_equal(store_encode(&totals, theirs.bytes, sizeof(theirs.bytes), &theirs.length),
                     STATUS_OK);
    fake_put(&fake, STORE_FILE, theirs.bytes, theirs.length);
    assert_moved_aside(theirs.bytes, theirs.length);
}

static void test_a_file_that_has_gone_is_written_again(void **state)
{
    (void)state;
    begin(true);
    fake_set(fake.now, STORE_FILE, -1);
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
    assert_true(closing.found_other);
    assert_saved();
    assert_null(fake_get(&fake, STORE_ASIDE "1"));
}

/* A link, a pipe, a folder: nothing is written through it. */
static void test_what_is_no_file_is_moved_too(void **state)
{
    (void)state;
    begin(true);
    fake.is_link = true;
    fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
    assert_true(closing.found_other);
    assert_saved();
    assert_true(holds(STORE_ASIDE "1", &before));
}

/* Where a hundred were set aside already, the close works all the same. */
static void test_every_name_is_taken(void **state)
{
    (void)state;
    begin(true);
    for (uint32_t i = 1; i <= STORE_ASIDE_MAX; i++) {
        char name[STORE_NAME_BYTES];
        store_name(name, STORE_ASIDE, i);
        fake_put(&fake, name, "x", 1);
    }
    fake_put(&fake, STORE_FILE, "other", 5);
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
    assert_saved();
    assert_int_equal(fake_get(&fake, STORE_ASIDE "98")->length, 1);
    assert_int_equal(fake_get(&fake, STORE_ASIDE "99")->length, 5);
}

static void start_with_another(bool has_old)
{
    begin(has_old);
    fake_put(&fake, STORE_FILE, "other", 5);
}

static enum status try_run(void)
{
    return store_close_run(&closing, &fake.ops, scratch, sizeof(scratch));
}

/* Moved but not yet replaced: the other bytes are never lost. */
static void assert_other_is_kept(bool has_old)
{
    (void)has_old;
    const struct fake_file *aside = fake_get(&fake, STORE_ASIDE "1");
    const struct fake_file *now = fake_get(&fake, STORE_FILE);
    assert_true((aside != NULL && aside->length == 5) || (now != NULL && now->length == 5));
    assert_null(fake_get(&fake, STORE_ASIDE "2"));
}

static void assert_saved_beside(bool has_old)
{
    assert_other_is_kept(has_old);
    assert_true(closing.found_other);
    assert_saved();
}

static void test_every_failing_call_beside_another_file(void **state)
{
    (void)state;
    const struct attempt attempt = {.start = start_with_another,
                                    .run = try_run,
                                    .between = assert_other_is_kept,
                                    .after = assert_saved_beside,
                                    .calls_max = 16};
    fail_every_call(&attempt);
}

static void test_a_damaged_old_file_stops_the_beginning(void **state)
{
    (void)state;
    start(true, 1);
    fake_put(&fake, STORE_FILE, "not a database", 14);
    int writes = fake.writes;
    assert_int_equal(try_close(), STATUS_DAMAGED);
    assert_false(closing.begun);
    assert_int_equal(fake.writes, writes);
    fake_put(&fake, STORE_FILE, before.bytes, before.length);
    assert_int_equal(try_close(), STATUS_OK);
    assert_saved();
}

static void test_a_leftover_is_replaced(void **state)
{
    (void)state;
    start(true, 1);
    fake_put(&fake, STORE_TEMPORARY, "left over", 9);
    assert_int_equal(try_close(), STATUS_OK);
    assert_saved();
    fake_put(&fake, STORE_TEMPORARY, "left over", 9);
    assert_int_equal(store_clean(&fake.ops), STATUS_OK);
    assert_null(fake_get(&fake, STORE_TEMPORARY));
    assert_int_equal(store_clean(&fake.ops), STATUS_OK);
}

/* Cuts the power at one call, starts anew and closes the next meeting. */
static void cut_once(bool has_old, int call, enum fake_failure failure, uint64_t seed)
{
    start(has_old, seed);
    fake_arm(&fake, call, failure, STATUS_IO);
    fake.is_dying = true;
    bool was_told_saved = try_close() == STATUS_OK;
    fake_cut_power(&fake);
    bool is_new = is_image(&after);
    assert_true(is_new || is_image(&before));
    assert_true(is_new || !was_told_saved);

    assert_int_equal(store_clean(&fake.ops), STATUS_OK);
    assert_null(fake_get(&fake, STORE_TEMPORARY));
    size_t length = 0;
    struct error error;
    assert_int_equal(store_load(&fake.ops, &loaded, scratch, sizeof(scratch), &length, &error),
                     STATUS_OK);
    uint32_t meetings = loaded.block_count > 0 ? loaded.block[0].meetings : 0;
    assert_int_equal(meetings, (uint32_t)has_old + is_new);
    store_close_reset(&closing);
    assert_int_equal(try_close(), STATUS_OK);
    assert_int_equal(totals.block[0].meetings, meetings + 1);
}

static void test_power_cut_at_every_call(void **state)
{
    (void)state;
    int cuts = 0, kept = 0;
    for (uint64_t seed = 1; seed <= 12; seed += IS_SANITIZED ? 4 : 1) {
        for (int call = 1; call <= 12; call++) {
            for (int has_old = 0; has_old <= 1; has_old++) {
                cut_once(has_old, call, FAKE_BEFORE, seed);
                kept += totals.block[0].meetings == 2 + (uint32_t)has_old;
                cut_once(has_old, call, FAKE_AFTER, seed + 100);
                kept += totals.block[0].meetings == 2 + (uint32_t)has_old;
                cuts += 2;
            }
        }
    }
    assert_true(cuts >= (IS_SANITIZED ? 100 : 500));
    assert_true(kept > cuts / 20 && kept < cuts); /* both outcomes were seen */
}

static void test_reset_forgets(void **state)
{
    (void)state;
    begin(true);
    assert_true(closing.begun && closing.length > 0);
    store_close_reset(&closing);
    assert_false(closing.begun || closing.done || closing.before.is_there);
    for (size_t i = 0; i < sizeof(after.bytes); i++) {
        assert_int_equal(closing.bytes[i], 0);
    }
}

/* Numbers that stand are not built anew, whatever totals come along. */
static void test_what_was_begun_stays(void **state)
{
    (void)state;
    struct store_known known;
    start(true, 1);
    store_know(&known, &fake.ops, before.bytes, before.length);
    assert_int_equal(begin_meeting(&fake.ops, &totals, &counters, &label), STATUS_OK);
    totals.block[0].tally[0].upper++;
    assert_int_equal(store_close_begin(&closing, &fake.ops, &known, &totals), STATUS_OK);
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
    assert_saved();
    /* Totals that break their own rules are never begun with. */
    totals.block[0].tally[0].upper = TOTALS_TALLY_LIMIT + 1;
    store_close_reset(&closing);
    assert_int_equal(store_close_begin(&closing, &fake.ops, &known, &totals), STATUS_INVALID);
    assert_false(closing.begun);
}

static enum status rename_nothing(void *context, const char *from, const char *to)
{
    (void)context, (void)from, (void)to;
    return STATUS_OK;
}

/* A disk that says yes to everything. */
static void test_what_does_not_come_back_is_not_saved(void **state)
{
    (void)state;
    for (int has_old = 0; has_old <= 1; has_old++) {
        start(has_old, 1);
        struct folder_ops lies = fake.ops;
        lies.rename = rename_nothing;
        assert_int_equal(begin_meeting(&lies, &totals, &counters, &label), STATUS_OK);
        assert_int_equal(store_close_run(&closing, &lies, scratch, sizeof(scratch)), STATUS_IO);
        assert_false(closing.done);
        assert_true(is_image(&before));
        assert_int_equal(try_close(), STATUS_OK);
        assert_saved();
    }
}

/* The close got to the rename; what was before cannot be built again. */
static void test_giving_up_without_the_old_totals(void **state)
{
    (void)state;
    static struct totals broken;
    start(true, 1);
    assert_int_equal(begin_meeting(&fake.ops, &totals, &counters, &label), STATUS_OK);
    fake_put(&fake, STORE_FILE, after.bytes, after.length);
    broken.block_count = TOTALS_BLOCK_MAX + 1;
    assert_int_equal(store_close_give_up(&closing, &fake.ops, &broken, scratch, sizeof(scratch)),
                     STORE_LEFT_MEETING);
    assert_true(is_image(&after));
}

/* Larger than anything of ours, or a link: another file. */
static void test_a_file_that_is_too_large_is_another(void **state)
{
    (void)state;
    struct store_known there, none = {.is_there = false};
    size_t length = 7;
    start(true, 1);
    assert_int_equal(store_look(&fake.ops, scratch, before.length - 1, &there, &length), STATUS_OK);
    assert_int_equal(length, 0);
    assert_true(there.is_there);
    assert_false(store_is_known(&there, &none));
}

static void test_next_meeting_follows_without_reset(void **state)
{
    (void)state;
    start(true, 1);
    for (uint32_t i = 2; i <= 6; i++) {
        assert_int_equal(try_close(), STATUS_OK);
        assert_int_equal(totals.block[(i - 1) / 4].meetings, (i - 1) % 4 + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_close_writes_the_new_file),
        cmocka_unit_test(test_every_failing_call_can_be_retried),
        cmocka_unit_test(test_many_retries_write_the_same_numbers),
        cmocka_unit_test(test_a_retry_after_the_rename_only_syncs),
        cmocka_unit_test(test_another_file_is_set_aside),
        cmocka_unit_test(test_a_file_that_has_gone_is_written_again),
        cmocka_unit_test(test_what_is_no_file_is_moved_too),
        cmocka_unit_test(test_every_name_is_taken),
        cmocka_unit_test(test_every_failing_call_beside_another_file),
        cmocka_unit_test(test_a_damaged_old_file_stops_the_beginning),
        cmocka_unit_test(test_a_leftover_is_replaced),
        cmocka_unit_test(test_power_cut_at_every_call),
        cmocka_unit_test(test_reset_forgets),
        cmocka_unit_test(test_what_was_begun_stays),
        cmocka_unit_test(test_what_does_not_come_back_is_not_saved),
        cmocka_unit_test(test_giving_up_without_the_old_totals),
        cmocka_unit_test(test_a_file_that_is_too_large_is_another),
        cmocka_unit_test(test_next_meeting_follows_without_reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
