/* SPDX-License-Identifier: MIT */
/* Protects a meeting from a machine that has no memory left when it is closed: nothing is lost, no
 * number is drawn anew, nothing that is good is taken for damaged, and with memory again the same
 * file is written. The library that builds the file gets none from some allocation on. */
#include "keeper_rig.h"
#include "sanitized.h"
#include "scarce_memory.h"

enum { STEP = IS_SANITIZED ? 11 : 3 };

static uint8_t good[RAM_FILE_BYTES], now[RAM_FILE_BYTES];

/* A folder with one meeting in it, and a second one under way. */
static void begin(void)
{
    (void)rig_ready(NULL);
    rig_meeting(2, SIDE_LOWER);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
    }
}

static void test_a_close_without_memory(void **state)
{
    (void)state;
    enum status status = STATUS_IO;
    int refused = 0;
    begin();
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    size_t length = rig_file(STORE_FILE, good, sizeof(good));
    for (int n = 0; status != STATUS_OK; n += STEP) {
        begin();
        allocations_left = n;
        status = rig_ask(MESSAGE_CLOSE);
        allocations_left = -1;
        if (status != STATUS_OK) {
            assert_int_equal(status, STATUS_IO);
            assert_int_equal(rig_status()->meeting, MEETING_UNSAVED);
            assert_int_equal(rig_status()->open_meetings, 1);
            assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
            refused++;
        }
        assert_int_equal(rig_status()->ended, ENDED_SAVED);
        assert_int_equal(rig_file(STORE_FILE, now, sizeof(now)), length);
        assert_memory_equal(now, good, length); /* the same noise, and nobody twice */
    }
    assert_true(refused > 10);
}

static void test_a_start_without_memory(void **state)
{
    (void)state;
    int unreadable = 0;
    begin();
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    size_t length = rig_file(STORE_FILE, good, sizeof(good));
    for (int n = 0; n == 0 || rig_status()->file != FILE_GOOD; n += STEP) {
        allocations_left = n;
        assert_int_equal(rig_boot(), STATUS_OK);
        allocations_left = -1;
        bool is_read = rig_status()->file == FILE_GOOD;
        assert_true(is_read || rig_status()->file == FILE_UNREADABLE);
        rig_unlock();
        assert_int_equal(rig_open(ROOM_MANY), is_read ? STATUS_OK : STATUS_IO);
        assert_int_equal(rig_file(STORE_FILE, now, sizeof(now)), length);
        assert_memory_equal(now, good, length);
        assert_false(rig_status()->set_aside);
        unreadable += !is_read;
    }
    assert_true(unreadable > 10);
}

static void test_a_backup_without_memory(void **state)
{
    (void)state;
    begin();
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    for (int i = 0; i < 2; i++) {
        rig_make(MESSAGE_SAVE_BACKUP);
        memcpy(rig.in.as.label, "STICK", 5);
        allocations_left = i == 0 ? 3 : -1;
        assert_int_equal(rig_send(), STATUS_OK);
        allocations_left = -1;
        assert_int_equal(rig.out[0].type, i == 0 ? MESSAGE_REFUSED : MESSAGE_SAVED);
        assert_true(i == 0 ? rig.stick[0].name[0] == '\0' : rig.stick[0].length > 0);
    }
}

int main(void)
{
    make_memory_scarce();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_close_without_memory),
        cmocka_unit_test(test_a_start_without_memory),
        cmocka_unit_test(test_a_backup_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
