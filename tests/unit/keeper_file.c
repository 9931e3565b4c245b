/* SPDX-License-Identifier: MIT */
/* Protects the totals file from whatever else writes in the folder: what cannot be read is set
 * aside, what changed while the kiosk ran is neither added to nor lost, and people are told. */
#include "keeper_rig.h"

static uint8_t file_before[RAM_FILE_BYTES];
static uint8_t file_after[RAM_FILE_BYTES];

static void test_a_damaged_file_is_set_aside_until_seen(void **state)
{
    (void)state;
    rig_put(STORE_FILE, "no totals");
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_SET_ASIDE);
    assert_int_equal(rig_file(STORE_FILE, file_after, sizeof(file_after)), 0);
    assert_int_equal(rig_file(STORE_FILE ".aside-1", file_after, sizeof(file_after)), 9);
    rig_unlock();
    rig_meeting(1, SIDE_UPPER);
    assert_int_equal(rig_status()->file, FILE_SET_ASIDE); /* still to be read */
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_GOOD);
}

/* Totals of another group, valid in every respect. */
static void put_strangers_file(void)
{
    static struct totals theirs;
    static uint8_t bytes[RAM_FILE_BYTES];
    size_t length = 0;
    theirs = rig.keeper.totals;
    theirs.block[0].tally[3].upper += 40;
    assert_int_equal(store_encode(&theirs, bytes, sizeof(bytes), &length), STATUS_OK);
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_FILE, "t", bytes, length), STATUS_OK);
}

/* Damaged, removed, or replaced by other totals while the kiosk ran, in a meeting or before it: the
 * next close writes what the keeper knows, and adds to nobody else's numbers. */
static void test_a_file_that_changed_under_a_running_kiosk(void **state)
{
    (void)state;
    rig_meeting(2, SIDE_LOWER);
    rig_meeting(3, SIDE_UPPER);
    size_t good = rig_file(STORE_FILE, file_before, sizeof(file_before));
    for (int kind = 0; kind < 6; kind++) {
        rig_ready(NULL);
        rig_meeting(2, SIDE_LOWER);
        if (kind % 2 == 0) {
            assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
        }
        if (kind / 2 == 0) {
            rig_put(STORE_FILE, "scribble");
        } else if (kind / 2 == 1) {
            assert_int_equal(rig.ram.ops.remove(&rig.ram, STORE_FILE), STATUS_OK);
        } else {
            put_strangers_file();
        }
        if (kind % 2 != 0) {
            assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
        }
        for (int i = 0; i < 3; i++) {
            assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
        }
        assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
        assert_int_equal(rig_status()->ended, ENDED_SAVED);
        assert_int_equal(rig_status()->file, FILE_CHANGED);
        assert_int_equal(rig_status()->set_aside, kind / 2 != 1);
        assert_int_equal(rig_file(STORE_FILE, file_after, sizeof(file_after)), good);
        assert_memory_equal(file_after, file_before, good);
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_int_equal(rig_status()->open_meetings, 2);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, rig_ready)
    const struct CMUnitTest tests[] = {
        TEST(test_a_damaged_file_is_set_aside_until_seen),
        TEST(test_a_file_that_changed_under_a_running_kiosk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
