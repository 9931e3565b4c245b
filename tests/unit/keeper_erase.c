/* SPDX-License-Identifier: MIT */
/* Protects the promise of "erase all": every total is gone, those set aside too, also totals that
 * this program cannot read, and the answer counts what is left where the disk did not let go. */
#include "backup_rig.h"

static void test_a_newer_file_is_left_alone_until_erased(void **state)
{
    (void)state;
    uint32_t left = 0;
    later.bytes[63] = 2;
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_FILE, "t", later.bytes, later.length),
                     STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_int_equal(rig_status()->file, FILE_NEWER);
    assert_int_equal(check(BACKUP), STATUS_OK);
    assert_int_equal(restore(BACKUP), STATUS_DENIED);
    assert_true(holds(STORE_FILE, &later));
    assert_int_equal(erase_all(&left), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_NONE);
}

static void test_erase_takes_every_total(void **state)
{
    (void)state;
    uint32_t left = 9;
    char settings[SETTINGS_BYTES_MAX];
    size_t length = rig_file(SETTINGS_FILE, settings, sizeof(settings));
    assert_int_equal(check(BACKUP), STATUS_OK);
    assert_int_equal(restore(BACKUP), STATUS_OK);
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_ASIDE "7", "t", "old", 3), STATUS_OK);
    assert_int_equal(erase_all(&left), STATUS_OK);
    assert_int_equal(left, 0);
    for (int i = 0; i < RAM_FILE_MAX; i++) {
        assert_null(strstr(rig.ram.file[i].name, STORE_FILE));
    }
    assert_int_equal(rig_file(SETTINGS_FILE, now.bytes, sizeof(now.bytes)), length);
    assert_memory_equal(now.bytes, settings, length);
    assert_int_equal(rig_status()->complete_blocks, 0);
    assert_int_equal(rig_status()->open_meetings, 0);
    assert_int_equal(rig_status()->file_bytes, 0);
    assert_int_equal(rig_status()->file, FILE_NONE);
    assert_int_equal(rig_status()->set_aside, 0);
    assert_int_equal(rig_status()->ended, ENDED_NOT); /* "this set is complete" of no set */
    rig_meeting(2, SIDE_UPPER);
    assert_int_equal(rig_status()->open_meetings, 1);
    assert_int_equal(rig_boot(), STATUS_OK); /* and so after a start */
    assert_int_equal(rig_status()->open_meetings, 1);
}

static void test_erase_counts_what_is_left(void **state)
{
    (void)state;
    uint32_t left = 0;
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_ASIDE "2", "t", "old", 3), STATUS_OK);
    rig.remove_status = STATUS_READ_ONLY;
    assert_int_equal(erase_all(&left), STATUS_OK);
    assert_int_equal(left, 2);
    assert_true(holds(STORE_FILE, &later));
    assert_in_step();
    assert_int_equal(rig_status()->open_meetings, 3);
    rig.remove_status = STATUS_OK;
    rig.fail_in = 1; /* the folder's sync: nobody may be told that it is done */
    assert_int_equal(erase_all(&left), STATUS_OK);
    assert_true(left > 0);
    assert_in_step();
    assert_int_equal(erase_all(&left), STATUS_OK);
    assert_int_equal(left, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_newer_file_is_left_alone_until_erased, ready_with_backup),
        cmocka_unit_test_setup(test_erase_takes_every_total, ready_with_backup),
        cmocka_unit_test_setup(test_erase_counts_what_is_left, ready_with_backup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
