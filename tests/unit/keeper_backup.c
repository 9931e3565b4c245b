/* SPDX-License-Identifier: MIT */
/* Protects the totals as a whole: a backup holds them byte for byte and overwrites nothing on the
 * drive, and only an unlocked keeper without a meeting saves, restores or erases. */
#include "backup_rig.h"

static void test_a_backup_is_the_file_byte_for_byte(void **state)
{
    (void)state;
    const struct stick_file *file = rig_stick(BACKUP);
    assert_non_null(file);
    assert_int_equal(file->length, first.length);
    assert_memory_equal(file->bytes, first.bytes, first.length);
    assert_true(holds(STORE_FILE, &later)); /* saving changes nothing here */
    assert_int_equal(check(BACKUP), STATUS_OK);
    assert_int_equal(rig.out[0].as.backup.month.month, 11);
    assert_int_equal(restore(BACKUP), STATUS_OK);
    assert_true(holds(STORE_FILE, &first));
    assert_true(holds(STORE_REPLACED "1", &later));
    assert_int_equal(rig_status()->set_aside, 1);
    assert_int_equal(rig_status()->complete_blocks, 1);
    assert_int_equal(rig_status()->open_meetings, 1);
    assert_int_equal(rig_status()->file_bytes, first.length);
    rig_meeting(2, SIDE_UPPER); /* the set under way goes on */
    assert_int_equal(rig_status()->open_meetings, 2);
    assert_int_equal(rig.keeper.totals.block_count, 2);
}

static void test_nothing_on_a_drive_is_overwritten(void **state)
{
    (void)state;
    assert_int_equal(ask_drive(MESSAGE_SAVE_BACKUP, "STICK"), MESSAGE_SAVED);
    assert_memory_equal(rig_stick(BACKUP)->bytes, first.bytes, first.length);
    const struct stick_file *second = rig_stick("reflection-2026-11-03-2.backup");
    assert_non_null(second);
    assert_memory_equal(second->bytes, later.bytes, later.length);
    assert_int_equal(ask_drive(MESSAGE_READ_BACKUPS, "STICK"), MESSAGE_BACKUPS);
    assert_int_equal(rig.out[0].as.backups.count, 2);
    assert_string_equal(rig.out[0].as.backups.label, "STICK");
    assert_int_equal(ask_drive(MESSAGE_READ_BACKUPS, "GONE"), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_MISSING);
}

static void test_drive_troubles_are_told_apart(void **state)
{
    (void)state;
    static const enum status why[] = {STATUS_NO_SPACE, STATUS_READ_ONLY, STATUS_MISSING, STATUS_IO};
    for (size_t i = 0; i < 4; i++) {
        rig.export_status = why[i];
        assert_int_equal(ask_drive(MESSAGE_SAVE_BACKUP, "STICK"), MESSAGE_REFUSED);
        assert_int_equal(rig.out[0].as.refused.why, why[i]);
    }
}

static void test_nothing_to_back_up(void **state)
{
    (void)state;
    assert_int_equal(ask_drive(MESSAGE_SAVE_BACKUP, "STICK"), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
}

/* Every one of them, in the state the keeper is in. */
static void assert_all_denied(void)
{
    uint32_t left = 0, changes = rig.changes;
    struct stick_file *file = rig_stick(BACKUP);
    take(&later, STORE_FILE);
    assert_int_equal(ask_drive(MESSAGE_SAVE_BACKUP, "STICK"), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
    assert_int_equal(ask_drive(MESSAGE_READ_BACKUPS, "STICK"), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
    assert_int_equal(check(BACKUP), STATUS_DENIED);
    assert_int_equal(restore(BACKUP), STATUS_DENIED);
    if (!rig_status()->simulated) {
        assert_int_equal(erase_all(&left), STATUS_DENIED);
    }
    assert_true(holds(STORE_FILE, &later));
    assert_int_equal(rig.changes, changes);
    assert_ptr_equal(rig_stick(BACKUP), file);
    assert_null(rig_stick("reflection-2026-11-03-2.backup"));
}

static void test_only_unlocked_and_between_meetings(void **state)
{
    (void)state;
    assert_int_equal(check(BACKUP), STATUS_OK); /* what was picked before does not help */
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_all_denied();
    rig_unlock();
    for (int room = ROOM_FEW; room <= ROOM_MANY; room++) {
        assert_int_equal(rig_open((enum room)room), STATUS_OK);
        assert_all_denied();
        assert_int_equal(rig_ask(MESSAGE_DISCARD), STATUS_OK);
    }
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_NO_SPACE);
    assert_all_denied(); /* counters wait in memory for this very file */
}

static void test_made_up_answers_stay_apart(void **state)
{
    (void)state;
    uint32_t left = 9;
    assert_int_equal(store_write_file(&rig.ram.ops, SIMULATED_FILE, "t", "", 0), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_all_denied();
    assert_int_equal(erase_all(&left), STATUS_OK);
    assert_int_equal(left, 0);
    assert_int_equal(rig_file(STORE_FILE, now.bytes, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_backup_is_the_file_byte_for_byte, ready_with_backup),
        cmocka_unit_test_setup(test_nothing_on_a_drive_is_overwritten, ready_with_backup),
        cmocka_unit_test_setup(test_drive_troubles_are_told_apart, ready_with_backup),
        cmocka_unit_test_setup(test_nothing_to_back_up, rig_ready),
        cmocka_unit_test_setup(test_only_unlocked_and_between_meetings, ready_with_backup),
        cmocka_unit_test_setup(test_made_up_answers_stay_apart, ready_with_backup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
