/* SPDX-License-Identifier: MIT */
/* Protects the totals from what a drive brings: only what the strict reader takes, and what
 * somebody has looked at, is put back, and whatever fails, the folder holds the old or the new
 * totals and the views show what it holds. */
#include "backup_rig.h"

/* Whatever a stick brings: refused, told, and nothing here was touched. */
static void assert_refused(enum status why)
{
    uint32_t changes = rig.changes;
    assert_int_equal(check(BACKUP), why);
    enum status status = restore(BACKUP);
    assert_true(status == why || (why == STATUS_IO && status == STATUS_DAMAGED));
    assert_int_equal(rig.changes, changes);
    assert_true(holds(STORE_FILE, &later));
    assert_int_equal(rig_status()->complete_blocks, 1);
    assert_int_equal(rig_status()->open_meetings, 3);
}

static void test_hostile_backups_are_refused(void **state)
{
    (void)state;
    struct stick_file *file = rig_stick(BACKUP);
    for (size_t length = 0; length < first.length; length += length < 200 ? 1 : 997) {
        file->length = length; /* cut off */
        assert_refused(STATUS_DAMAGED);
    }
    file->length = first.length;
    memset(file->bytes + 68, 0, 4); /* another program's database */
    assert_refused(STATUS_DAMAGED);
    memcpy(file->bytes, first.bytes, first.length);
    file->bytes[63] = 2; /* a later format */
    assert_refused(STATUS_NEWER);
    memset(file->bytes, 'x', file->length);
    assert_refused(STATUS_DAMAGED);
    memcpy(file->bytes, first.bytes, first.length);
    rig.fetch_status = STATUS_LIMIT; /* huge */
    assert_refused(STATUS_DAMAGED);
    rig.fetch_status = STATUS_INVALID; /* a link, a pipe, a device */
    assert_refused(STATUS_DAMAGED);
    rig.fetch_status = STATUS_MISSING; /* pulled */
    assert_refused(STATUS_MISSING);
    rig.fetch_status = STATUS_IO;
    assert_refused(STATUS_IO);
    rig.fetch_status = STATUS_OK;
    assert_int_equal(check(BACKUP), STATUS_OK); /* the same stick, put right */
}

/* Every byte turned over once: refused, or read as other totals that keep all rules. */
static void test_a_turned_bit_harms_nothing(void **state)
{
    (void)state;
    struct stick_file *file = rig_stick(BACKUP);
    int refused = 0, taken = 0;
    for (size_t at = 0; at < first.length; at += 7) {
        file->bytes[at] = (char)(file->bytes[at] ^ (1 << at % 8));
        uint32_t changes = rig.changes;
        enum status status = check(BACKUP);
        assert_true(status == STATUS_OK || status == STATUS_DAMAGED || status == STATUS_NEWER);
        assert_int_equal(rig.changes, changes);
        taken += status == STATUS_OK;
        refused += status != STATUS_OK;
        memcpy(file->bytes, first.bytes, first.length);
    }
    assert_true(refused > 0 && taken > 0);
    assert_true(holds(STORE_FILE, &later));
}

static void test_an_empty_backup_puts_nothing_back(void **state)
{
    (void)state;
    static struct totals none;
    struct stick_file *file = rig_stick(BACKUP);
    assert_int_equal(
        store_encode(&none, (uint8_t *)file->bytes, sizeof(file->bytes), &file->length), STATUS_OK);
    assert_refused(STATUS_DAMAGED);
}

/* It can be read, but the next meeting could not be saved into it. */
static void test_a_full_backup_is_refused(void **state)
{
    (void)state;
    static struct totals full;
    struct stick_file *file = rig_stick(BACKUP);
    full.block_count = TOTALS_BLOCK_MAX;
    for (uint32_t i = 0; i < TOTALS_BLOCK_MAX; i++) {
        full.block[i] = rig.keeper.totals.block[0];
        full.block[i].id = i + 1;
        full.block[i].tally_count = 1;
    }
    assert_int_equal(
        store_encode(&full, (uint8_t *)file->bytes, sizeof(file->bytes), &file->length), STATUS_OK);
    assert_refused(STATUS_DAMAGED);
    full.block[TOTALS_BLOCK_MAX - 1].meetings = 1; /* left by another series, and still no place */
    assert_int_equal(
        store_encode(&full, (uint8_t *)file->bytes, sizeof(file->bytes), &file->length), STATUS_OK);
    assert_refused(STATUS_DAMAGED);
    /* Where such a file came into the folder by another way, no meeting opens only to be lost. */
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_FILE, "t", file->bytes, file->length),
                     STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_MANY), STATUS_LIMIT);
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
}

/* Puts totals on the drive that this file of tests makes of the ones that are here. */
static void put_on_drive(const struct totals *totals, const char *name)
{
    struct stick_file *file = rig_stick("");
    assert_non_null(file);
    assert_int_equal(
        store_encode(totals, (uint8_t *)file->bytes, sizeof(file->bytes), &file->length),
        STATUS_OK);
    memcpy(file->name, name, strlen(name) + 1);
}

/* Totals of the running series that the next meeting does not fit into: other questions, fewer of
 * them, a number at its limit. They are put back, and the next meeting begins a new set. */
static void test_totals_of_another_make_are_gone_on_with(void **state)
{
    (void)state;
    static struct totals odd;
    for (int kind = 0; kind < 3; kind++) {
        (void)rig_ready(NULL);
        rig_meeting(3, SIDE_UPPER);
        odd = rig.keeper.totals;
        struct block *block = &odd.block[0];
        if (kind == 0) {
            memcpy(block->tally[6].question, "zebra", 6);
        } else if (kind == 1) {
            block->tally_count = 4;
        } else {
            block->tally[2].lower = -TOTALS_TALLY_LIMIT;
        }
        put_on_drive(&odd, "odd.backup");
        assert_int_equal(check("odd.backup"), STATUS_OK);
        assert_int_equal(restore("odd.backup"), STATUS_OK);
        assert_int_equal(rig_status()->open_meetings, 0);
        assert_int_equal(rig_status()->left_over, 1);
        rig_meeting(3, SIDE_UPPER);
        assert_int_equal(rig_status()->ended, ENDED_SAVED);
        assert_int_equal(rig_status()->open_meetings, 1);
        assert_int_equal(rig.keeper.totals.block_count, 2);
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_int_equal(rig_status()->file, FILE_GOOD);
        assert_int_equal(rig_status()->open_meetings, 1);
    }
}

static void test_only_what_was_asked_about_is_put_back(void **state)
{
    (void)state;
    assert_int_equal(restore(BACKUP), STATUS_DENIED); /* nobody looked at it */
    assert_int_equal(check(BACKUP), STATUS_OK);
    struct stick_file *file = rig_stick(BACKUP);
    memcpy(file->bytes, later.bytes, later.length); /* another stick of the same name */
    file->length = later.length;
    assert_int_equal(restore(BACKUP), STATUS_CHANGED);
    assert_true(holds(STORE_FILE, &later));
    assert_int_equal(check(BACKUP), STATUS_OK);
    assert_int_equal(check("reflection-none.backup"), STATUS_MISSING);
    assert_int_equal(restore(BACKUP), STATUS_DENIED); /* a failed look forgets the one before */
    assert_int_equal(check(BACKUP), STATUS_OK);
    keeper_face_came(&rig.keeper);
    rig_unlock();
    assert_int_equal(restore(BACKUP), STATUS_DENIED); /* and so does another face */
    assert_int_equal(check(BACKUP), STATUS_OK);
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    rig_unlock();
    assert_int_equal(restore(BACKUP), STATUS_DENIED); /* and a door that was shut */
    assert_true(holds(STORE_FILE, &later));
}

static void test_another_series_is_left_over_and_settings_stay(void **state)
{
    (void)state;
    char before[SETTINGS_BYTES_MAX], after[SETTINGS_BYTES_MAX];
    rig_make(MESSAGE_SET_SETTINGS);
    rig.in.as.choice = (struct settings_choice){.scale = 2};
    assert_int_equal(rig_send(), STATUS_OK);
    size_t length = rig_file(SETTINGS_FILE, before, sizeof(before));
    assert_int_equal(check(BACKUP), STATUS_OK);
    assert_int_equal(restore(BACKUP), STATUS_OK);
    assert_int_equal(rig_file(SETTINGS_FILE, after, sizeof(after)), length);
    assert_memory_equal(before, after, length);
    assert_int_equal(rig_status()->scale, 2);
    assert_int_equal(rig_status()->open_meetings, 0);
    assert_int_equal(rig_status()->left_over, 1);
    rig_meeting(2, SIDE_UPPER);
    assert_int_equal(rig.keeper.totals.block_count, 3);
    assert_int_equal(rig.keeper.totals.block[2].meetings, 1);
    assert_int_equal(rig.keeper.totals.block[2].scale, 2);
}

static void fail_restore_at(uint32_t call, bool *was_unsure)
{
    rig_start();
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
    prepare();
    assert_int_equal(check(BACKUP), STATUS_OK);
    rig.fail_in = call;
    enum status status = restore(BACKUP);
    bool is_old = holds(STORE_FILE, &later), is_new = holds(STORE_FILE, &first);
    assert_true(is_old || is_new);
    assert_true(status == STATUS_OK ? is_new : status == STATUS_IO || is_old);
    assert_true(is_old || holds(STORE_REPLACED "1", &later));
    assert_in_step();
    *was_unsure = status == STATUS_IO;
    rig.fail_in = 0;
    assert_int_equal(restore(BACKUP), STATUS_OK); /* again, without another look */
    assert_true(holds(STORE_FILE, &first));
    rig_meeting(1, SIDE_UPPER);
    assert_int_equal(rig.keeper.totals.block[1].meetings, 2); /* counted once */
    assert_in_step();
}

static void test_every_failing_call_of_a_restore(void **state)
{
    (void)state;
    int unsure = 0;
    for (uint32_t call = 1; call <= 16; call++) {
        bool was_unsure = false;
        fail_restore_at(call, &was_unsure);
        unsure += was_unsure;
    }
    assert_int_equal(unsure, 1); /* the folder's last sync alone leaves it open */
}

static enum status no_room_for_a_name(void *context, const char *from, const char *to)
{
    (void)context, (void)from, (void)to;
    return STATUS_NO_SPACE;
}

static void test_a_full_disk_changes_nothing(void **state)
{
    (void)state;
    assert_int_equal(check(BACKUP), STATUS_OK);
    rig.ops.rename = no_room_for_a_name; /* full only once the old bytes are kept aside */
    assert_int_equal(restore(BACKUP), STATUS_NO_SPACE);
    rig.ops.rename = rig_rename;
    assert_true(holds(STORE_FILE, &later));
    assert_in_step();
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(restore(BACKUP), STATUS_NO_SPACE);
    rig.write_fault = STATUS_READ_ONLY;
    assert_int_equal(restore(BACKUP), STATUS_READ_ONLY);
    assert_true(holds(STORE_FILE, &later));
    assert_in_step();
}

static void test_a_damaged_file_s_way_back(void **state)
{
    (void)state;
    assert_int_equal(rig.ram.ops.remove(&rig.ram, STORE_FILE), STATUS_OK);
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_FILE, "t", "spoilt", 6), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_int_equal(rig_status()->file, FILE_SET_ASIDE);
    assert_int_equal(check(BACKUP), STATUS_OK);
    assert_int_equal(restore(BACKUP), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_GOOD);
    assert_true(holds(STORE_FILE, &first));
    assert_int_equal(rig_file(STORE_ASIDE "1", now.bytes, 6), 6);
    assert_int_equal(rig_file(STORE_REPLACED "1", now.bytes, 1), 0); /* there was none to replace */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_hostile_backups_are_refused, ready_with_backup),
        cmocka_unit_test_setup(test_a_turned_bit_harms_nothing, ready_with_backup),
        cmocka_unit_test_setup(test_an_empty_backup_puts_nothing_back, ready_with_backup),
        cmocka_unit_test_setup(test_a_full_backup_is_refused, ready_with_backup),
        cmocka_unit_test(test_totals_of_another_make_are_gone_on_with),
        cmocka_unit_test_setup(test_only_what_was_asked_about_is_put_back, ready_with_backup),
        cmocka_unit_test_setup(test_another_series_is_left_over_and_settings_stay,
                               ready_with_backup),
        cmocka_unit_test(test_every_failing_call_of_a_restore),
        cmocka_unit_test_setup(test_a_full_disk_changes_nothing, ready_with_backup),
        cmocka_unit_test_setup(test_a_damaged_file_s_way_back, ready_with_backup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
