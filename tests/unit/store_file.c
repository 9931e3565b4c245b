/* SPDX-License-Identifier: MIT */
/* Protects what is already there: an unreadable file is set aside or left, never overwritten, and a
 * small file is the old or the new one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fake_folder.h"

static struct fake_folder fake;
static struct totals totals;
static uint8_t scratch[FAKE_FILE_BYTES];
static char name[STORE_NAME_BYTES];

static int reset(void **state)
{
    (void)state;
    fake_init(&fake, 1);
    return 0;
}

static enum status load(size_t size, size_t *length)
{
    struct error error;
    totals.block_count = 9;
    enum status status = store_load(&fake.ops, &totals, scratch, size, length, &error);
    assert_int_equal(error.status, status);
    assert_true(status == STATUS_OK || totals.block_count == 0);
    return status;
}

static void test_load(void **state)
{
    (void)state;
    size_t length = 5;
    assert_int_equal(load(sizeof(scratch), &length), STATUS_OK);
    assert_int_equal(length, 0);
    assert_int_equal(totals.block_count, 0);

    uint8_t bytes[16384];
    totals.block_count = 0;
    assert_int_equal(store_encode(&totals, bytes, sizeof(bytes), &length), STATUS_OK);
    fake_put(&fake, STORE_FILE, bytes, length);
    size_t got = 0;
    assert_int_equal(load(sizeof(scratch), &got), STATUS_OK);
    assert_int_equal(got, length);
    assert_int_equal(load(length - 1, &got), STATUS_DAMAGED); /* larger than we ever write */
    fake_put(&fake, STORE_FILE, "", 0);
    assert_int_equal(load(sizeof(scratch), &got), STATUS_DAMAGED);
    fake.is_link = true;
    assert_int_equal(load(sizeof(scratch), &got), STATUS_INVALID);
    fake.is_link = false;
    fake_arm(&fake, 1, FAKE_BEFORE, STATUS_IO); /* a disk error is no damage */
    assert_int_equal(load(sizeof(scratch), &got), STATUS_IO);
    assert_int_equal(fake.writes, 0);
}

static void test_set_aside_takes_the_first_free_name(void **state)
{
    (void)state;
    fake_put(&fake, "totals.db.aside-1", "one", 3);
    fake_put(&fake, "totals.db.aside-3", "three", 5);
    fake_put(&fake, STORE_FILE, "two", 3);
    assert_int_equal(store_set_aside(&fake.ops, name), STATUS_OK);
    assert_string_equal(name, "totals.db.aside-2");
    assert_memory_equal(fake_get(&fake, "totals.db.aside-2")->bytes, "two", 3);
    assert_memory_equal(fake_get(&fake, "totals.db.aside-1")->bytes, "one", 3);
    assert_null(fake_get(&fake, STORE_FILE));
    assert_int_equal(fake.change_count, 0);
    fake_put(&fake, STORE_FILE, "four", 4);
    assert_int_equal(store_set_aside(&fake.ops, name), STATUS_OK);
    assert_string_equal(name, "totals.db.aside-4");
    assert_int_equal(store_set_aside(&fake.ops, name), STATUS_MISSING);
    fake_put(&fake, STORE_FILE, "five", 4);
    fake_arm(&fake, 1, FAKE_BEFORE, STATUS_READ_ONLY);
    assert_int_equal(store_set_aside(&fake.ops, name), STATUS_READ_ONLY);
    assert_non_null(fake_get(&fake, STORE_FILE));
}

static enum status refuse_sync(void *context)
{
    (void)context;
    return STATUS_IO;
}

static void test_small_file_is_old_or_new(void **state)
{
    (void)state;
    for (int seed = 1; seed <= 8; seed++) {
        for (int call = 1; call <= 9; call++) {
            for (int way = 0; way <= 1; way++) {
                fake_init(&fake, (uint64_t)seed);
                fake_put(&fake, "guard", "old", 3);
                fake_arm(&fake, call, way ? FAKE_AFTER : FAKE_BEFORE, STATUS_IO);
                fake.is_dying = true;
                bool is_told =
                    store_write_file(&fake.ops, "guard", "guard.new", "fresh", 5) == STATUS_OK;
                fake_cut_power(&fake);
                const struct fake_file *file = fake_get(&fake, "guard");
                assert_non_null(file);
                bool is_new = file->length == 5 && memcmp(file->bytes, "fresh", 5) == 0;
                bool is_old = file->length == 3 && memcmp(file->bytes, "old", 3) == 0;
                assert_true(is_new || (is_old && !is_told));
                assert_int_equal(store_write_file(&fake.ops, "guard", "guard.new", "more", 4),
                                 STATUS_OK);
                assert_int_equal(fake_get(&fake, "guard")->length, 4);
                assert_true(fake_get(&fake, "guard")->has_fixed_time);
            }
        }
    }
}

/* After a failure the answer says what is there, also where that is far longer than ours. */
static void test_a_small_file_is_looked_at(void **state)
{
    (void)state;
    static uint8_t huge[STORE_SMALL_BYTES + 1];
    bool there = true;
    fake_put(&fake, "guard", huge, sizeof(huge));
    fake_arm(&fake, 1, FAKE_BEFORE, STATUS_READ_ONLY);
    assert_int_equal(store_write_and_look(&fake.ops, "guard", "guard.new", "fresh", 5, &there),
                     STATUS_READ_ONLY);
    assert_false(there);
    /* The folder's sync failed, and works when it is tried once more; or it does not. */
    for (int dies = 0; dies <= 1; dies++) {
        fake_init(&fake, 1);
        assert_int_equal(store_write_file(&fake.ops, "guard", "guard.new", "old", 3), STATUS_OK);
        fake_arm(&fake, 0, FAKE_BEFORE, STATUS_OK);
        assert_int_equal(store_write_file(&fake.ops, "guard", "guard.new", "old", 3), STATUS_OK);
        struct folder_ops no_sync = fake.ops;
        const int calls = fake.calls;
        fake_arm(&fake, dies ? 0 : calls, FAKE_BEFORE, STATUS_IO);
        no_sync.sync_folder = dies ? refuse_sync : fake.ops.sync_folder;
        assert_int_equal(store_write_and_look(&no_sync, "guard", "guard.new", "fresh", 5, &there),
                         dies ? STATUS_UNSURE : STATUS_OK);
        assert_true(there);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_load, reset),
        cmocka_unit_test_setup(test_set_aside_takes_the_first_free_name, reset),
        cmocka_unit_test_setup(test_small_file_is_old_or_new, reset),
        cmocka_unit_test_setup(test_a_small_file_is_looked_at, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
