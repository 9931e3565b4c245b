/* SPDX-License-Identifier: MIT */
/* Protects a group from a folder that cannot be read: what a disk refuses is told as that and taken
 * for nothing else, not for a first run, for fine totals or for a PIN that nobody tried wrongly;
 * and nothing is written over what nobody could read. */
#include "keeper_rig.h"

static const char *refused; /* the name that the disk does not read */
static enum status why;
static char before[RAM_FILE_BYTES], after[RAM_FILE_BYTES];

static enum status read_or_not(void *context, const char *name, void *buffer, size_t size,
                               size_t *length)
{
    bool is_hit = refused != NULL && strcmp(name, refused) == 0;
    return is_hit ? why : rig.ram.ops.read(context, name, buffer, size, length);
}

static int begin(void **state)
{
    (void)rig_ready(state);
    rig_meeting(2, SIDE_UPPER);
    refused = NULL;
    rig.ops.read = read_or_not;
    return 0;
}

static void refuse(const char *name, enum status status)
{
    refused = name;
    why = status;
}

static size_t bytes_of(const char *name, char out[RAM_FILE_BYTES])
{
    memset(out, 0, RAM_FILE_BYTES);
    return rig_file(name, out, RAM_FILE_BYTES);
}

static void assert_same(const char *name)
{
    size_t length = bytes_of(name, after);
    assert_true(length > 0);
    assert_memory_equal(before, after, sizeof(before));
}

static void test_settings_and_guard_that_the_disk_refuses(void **state)
{
    (void)state;
    static const char *const NAMES[] = {SETTINGS_FILE, GUARD_FILE};
    static const enum status WHY[] = {STATUS_IO, STATUS_DENIED, STATUS_INVALID};
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < sizeof(WHY) / sizeof(WHY[0]); k++) {
            struct error error;
            (void)bytes_of(NAMES[i], before);
            refuse(NAMES[i], WHY[k]);
            assert_int_equal(
                keeper_init(&rig.keeper, &rig.secret, &rig.pack, &rig.host, rig.now_ms, &error),
                WHY[k]);
            assert_string_equal(error.text, NAMES[i]); /* no start, and the file is named */
            assert_same(NAMES[i]);
        }
    }
}

/* Longer than any of ours. The PIN's line counts where it is whole. */
static void test_settings_that_never_end(void **state)
{
    (void)state;
    static char text[2 * SETTINGS_BYTES_MAX];
    for (int has_pin = 1; has_pin >= 0; has_pin--) {
        size_t length = has_pin ? bytes_of(SETTINGS_FILE, before) : 0;
        memcpy(text, before, length);
        memset(text + length, '#', sizeof(text) - length);
        assert_int_equal(store_write_file(&rig.ram.ops, SETTINGS_FILE, "t", text, sizeof(text)),
                         STATUS_OK);
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_int_equal(rig_status()->settings, has_pin ? SETTINGS_DAMAGED : SETTINGS_LOST);
        assert_int_equal(rig_pin(MESSAGE_SET_PIN, "999999"), STATUS_DENIED);
        assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), has_pin ? STATUS_OK : STATUS_DENIED);
    }
}

/* Nobody knows how often somebody tried: the longest wait, and in words that say why. */
static void test_guards_that_are_none(void **state)
{
    (void)state;
    static char text[5000];
    static const char FORM[] = "guard 1\nfailures 5\nlevel 0\nmeeting 0\n";
    for (int i = 0; i < 2; i++) {
        size_t length = i == 0 ? sizeof(text) : GUARD_BYTES;
        memset(text, ' ', sizeof(text));
        memcpy(text, FORM, sizeof(FORM) - 1); /* five that failed, and no wait for it */
        text[length - 1] = '\n';
        assert_int_equal(store_write_file(&rig.ram.ops, GUARD_FILE, "t", text, length), STATUS_OK);
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_int_equal(rig_status()->wait_why, WAIT_RECORD);
        assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED);
        assert_int_equal(rig.out[0].as.status.wait_ms, 15 * 60 * 1000);
        (void)rig_pass(15 * 60 * 1000);
        rig_unlock();
    }
}

static void test_totals_that_the_disk_refuses(void **state)
{
    (void)state;
    (void)bytes_of(STORE_FILE, before);
    refuse(STORE_FILE, STATUS_IO);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_UNREADABLE);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_MANY), STATUS_IO);
    assert_int_equal(rig_open(ROOM_FEW), STATUS_IO);
    assert_int_equal(rig_status()->meeting, MEETING_NONE);
    rig_make(MESSAGE_RESTORE);
    memcpy(rig.in.as.pick.label, "STICK", 5);
    memcpy(rig.in.as.pick.name, "reflection-2026-11-03.backup", 28);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_result(), STATUS_DENIED);
    assert_same(STORE_FILE);
    refused = NULL;
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->open_meetings, 1);
}

static void test_a_later_release_s_totals(void **state)
{
    (void)state;
    enum { FORMAT_AT = 63 };
    size_t length = bytes_of(STORE_FILE, before);
    before[FORMAT_AT]++;
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_FILE, "t", before, length), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_NEWER);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_MANY), STATUS_NEWER);
    assert_int_equal(rig_status()->meeting, MEETING_NONE);
    assert_same(STORE_FILE);
}

/* It can be read, but not moved out of the way. */
static void test_damaged_totals_that_stay(void **state)
{
    (void)state;
    rig_put(STORE_FILE, "no totals");
    (void)bytes_of(STORE_FILE, before);
    rig.write_fault = STATUS_READ_ONLY;
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_UNREADABLE);
    rig.write_fault = STATUS_OK;
    rig_unlock();
    assert_int_equal(rig_open(ROOM_MANY), STATUS_IO);
    assert_same(STORE_FILE);
}

/* The mark of made-up totals counts by being there, whatever is in it. */
static void test_the_mark_of_made_up_totals(void **state)
{
    (void)state;
    static const char *const INSIDE[] = {"", "x", "made up"};
    for (size_t i = 0; i < sizeof(INSIDE) / sizeof(INSIDE[0]); i++) {
        rig_put(SIMULATED_FILE, INSIDE[i]);
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_true(rig_status()->simulated);
        rig_unlock();
        assert_int_equal(rig_open(ROOM_MANY), STATUS_DENIED);
    }
}

/* A notice is shown again, rather than forgotten unread. */
static void test_a_notice_that_cannot_be_settled(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK); /* the power went */
    assert_int_equal(rig_status()->last, LAST_UNSAVED);
    rig_unlock();
    rig.write_fault = STATUS_READ_ONLY;
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_READ_ONLY);
    assert_int_equal(rig_status()->last, LAST_UNSAVED);
    rig.write_fault = STATUS_OK;
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_FINE);
}

#define TEST(name) cmocka_unit_test_setup(name, begin)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_settings_and_guard_that_the_disk_refuses),
        TEST(test_settings_that_never_end),
        TEST(test_guards_that_are_none),
        TEST(test_totals_that_the_disk_refuses),
        TEST(test_a_later_release_s_totals),
        TEST(test_damaged_totals_that_stay),
        TEST(test_the_mark_of_made_up_totals),
        TEST(test_a_notice_that_cannot_be_settled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
