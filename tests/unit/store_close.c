/* SPDX-License-Identifier: MIT */
/* Protects the one write of a meeting: whatever fails and however often it is tried again, the file
 * is the old or the new one, counted once at most, with the same numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fake_folder.h"

static struct fake_folder fake;
static struct totals totals, loaded;
static struct store_close closing;
static uint8_t scratch[STORE_FILE_BYTES_MAX];

/* The file before a meeting and after it: with an earlier meeting there, and without. */
static struct image {
    uint8_t bytes[FAKE_FILE_BYTES];
    size_t length;
} before, after;

static struct meeting_label label;
static struct cells cells;

static void make_meeting(void)
{
    label = (struct meeting_label){
        .series = "00112233445566ff", .month = {2026, 11}, .question_count = 4};
    cells = (struct cells){.question_count = 4, .scale = 2};
    for (int i = 0; i < 4; i++) {
        (void)snprintf(label.question[i], PACK_ID_BYTES, "q%d", i);
        cells.upper[i] = 7 * i - 5;
        cells.lower[i] = 3 - i;
    }
}

static void add_and_encode(struct image *image)
{
    assert_int_equal(totals_add_meeting(&totals, &cells, &label), STATUS_OK);
    assert_int_equal(store_encode(&totals, image->bytes, sizeof(image->bytes), &image->length),
                     STATUS_OK);
}

static void make_images(bool has_old)
{
    make_meeting();
    totals.block_count = 0;
    before.length = 0;
    if (has_old) {
        add_and_encode(&before);
    }
    add_and_encode(&after);
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
    enum status status =
        store_close_begin(&closing, &fake.ops, &totals, &cells, &label, scratch, sizeof(scratch));
    return status == STATUS_OK ? store_close_run(&closing, &fake.ops, scratch, sizeof(scratch))
                               : status;
}

static bool is_image(const struct image *image)
{
    const struct fake_file *file = fake_get(&fake, STORE_FILE);
    if (file == NULL) {
        return image->length == 0;
    }
    return file->length == image->length && memcmp(file->bytes, image->bytes, image->length) == 0;
}

static void assert_saved(void)
{
    assert_true(closing.done);
    assert_true(is_image(&after));
    assert_null(fake_get(&fake, STORE_TEMPORARY));
    assert_true(fake_get(&fake, STORE_FILE)->is_synced);
    assert_true(fake_get(&fake, STORE_FILE)->has_fixed_time);
    assert_int_equal(fake.change_count, 0); /* the folder was synced after the last change */
}

static void assert_no_file_left_open(void)
{
    for (int i = 0; i < fake.file_count; i++) {
        assert_false(fake.file[i].is_open);
    }
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

/* Every call of every try fails once, in both ways; then the whole again with two failures. */
static void fail_twice(bool has_old, int first, int second, enum fake_failure failure,
                       enum status why)
{
    start(has_old, 1);
    const int order[] = {first, second, 0, 0};
    enum status status = STATUS_IO;
    for (int i = 0; i < 4 && status != STATUS_OK; i++) {
        fake_arm(&fake, order[i], failure, why);
        status = try_close();
        assert_true(status == STATUS_OK || status == why);
        assert_true(is_image(&before) || is_image(&after));
        assert_no_file_left_open();
    }
    assert_int_equal(status, STATUS_OK);
    assert_saved();
}

static void test_every_failing_call_can_be_retried(void **state)
{
    (void)state;
    static const enum status why[] = {STATUS_NO_SPACE, STATUS_READ_ONLY, STATUS_IO};
    enum { CALLS = 14 }; /* more than one close makes; the assert below keeps it so */
    for (int has_old = 0; has_old <= 1; has_old++) {
        start(has_old, 1);
        fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
        assert_int_equal(try_close(), STATUS_OK);
        const int calls = fake.calls;
        assert_true(calls >= 10 && calls < CALLS);
        for (int call = 1; call <= calls; call++) { /* no failure is kept quiet */
            start(has_old, 1);
            fake_arm(&fake, call, FAKE_BEFORE, STATUS_IO);
            assert_int_equal(try_close(), STATUS_IO);
        }
        for (int first = 1; first <= CALLS; first++) {
            for (int second = 0; second <= CALLS; second++) {
                fail_twice(has_old, first, second, FAKE_BEFORE, why[(first + second) % 3]);
                fail_twice(has_old, first, second, FAKE_AFTER, why[(first + second) % 3]);
            }
        }
    }
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

/* After the rename only the folder's sync is left: no second write, whatever the cells say. */
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
    cells.upper[0] += 1000;
    assert_int_equal(try_close(), STATUS_OK);
    assert_saved();
    assert_int_equal(fake.writes, writes);
}

static void assert_stops_at_change(void)
{
    int writes = fake.writes, changes = fake.change_count;
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)),
                     STATUS_CHANGED);
    assert_false(closing.done);
    assert_int_equal(fake.writes, writes);
    assert_int_equal(fake.change_count, changes);
}

static void begin(bool has_old)
{
    start(has_old, 1);
    assert_int_equal(
        store_close_begin(&closing, &fake.ops, &totals, &cells, &label, scratch, sizeof(scratch)),
        STATUS_OK);
}

static void test_a_changed_file_is_left_alone(void **state)
{
    (void)state;
    begin(true);
    fake_put(&fake, STORE_FILE, "other", 5);
    assert_stops_at_change();
    begin(true);
    fake_put(&fake, STORE_FILE, before.bytes, before.length - 1);
    assert_stops_at_change();
    begin(true);
    fake_set(fake.now, STORE_FILE, -1); /* gone */
    assert_stops_at_change();
    begin(false);
    fake_put(&fake, STORE_FILE, "", 0); /* one appeared */
    assert_stops_at_change();
    begin(true);
    fake.is_link = true;
    assert_stops_at_change();
    fake.is_link = false; /* put right again: the close goes on */
    assert_int_equal(store_close_run(&closing, &fake.ops, scratch, sizeof(scratch)), STATUS_OK);
    assert_saved();
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
    for (uint64_t seed = 1; seed <= 12; seed++) {
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
    assert_true(cuts >= 500);
    assert_true(kept > cuts / 20 && kept < cuts); /* both outcomes were seen */
}

static void test_reset_forgets(void **state)
{
    (void)state;
    begin(true);
    assert_true(closing.begun && closing.length > 0);
    store_close_reset(&closing);
    assert_false(closing.begun || closing.done || closing.had_old);
    for (size_t i = 0; i < sizeof(after.bytes); i++) {
        assert_int_equal(closing.bytes[i], 0);
    }
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
        cmocka_unit_test(test_a_changed_file_is_left_alone),
        cmocka_unit_test(test_a_damaged_old_file_stops_the_beginning),
        cmocka_unit_test(test_a_leftover_is_replaced),
        cmocka_unit_test(test_power_cut_at_every_call),
        cmocka_unit_test(test_reset_forgets),
        cmocka_unit_test(test_next_meeting_follows_without_reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
