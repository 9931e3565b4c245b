/* SPDX-License-Identifier: MIT */
/* Protects the totals and the settings from whoever is not the facilitator, and an open meeting
 * from whoever is: every message there is, in every state that forbids some of them. */
#include "keeper_rig.h"

/* A message of this type that breaks no rule of its form. */
static void make_good(enum message_type type)
{
    rig_make(type);
    switch ((int)type) {
    case MESSAGE_SET_PIN:
    case MESSAGE_UNLOCK:
        memcpy(rig.in.as.pin, "654321", 6);
        break;
    case MESSAGE_LEAVE:
        rig.in.as.leave = LEAVE_KIOSK;
        break;
    case MESSAGE_SET_CLOCK:
        rig.in.as.clock = (struct civil_time){{2026, 11}, 3, 19, 5};
        break;
    case MESSAGE_SAVE_REPORT:
        memcpy(rig.in.as.save.label, "STICK", 5);
        break;
    case MESSAGE_SET_SETTINGS:
        rig.in.as.choice.scale = 4;
        break;
    case MESSAGE_SAVE_BACKUP:
    case MESSAGE_READ_BACKUPS:
        memcpy(rig.in.as.label, "STICK", 5);
        break;
    case MESSAGE_CHECK_BACKUP:
    case MESSAGE_RESTORE:
        memcpy(rig.in.as.pick.label, "STICK", 5);
        memcpy(rig.in.as.pick.name, "a.backup", 8);
        break;
    default:
        break;
    }
    assert_int_equal(message_check_from_face(&rig.in, sizeof(rig.in)), STATUS_OK);
}

/* One answer, which says no, and nothing was written. */
static bool is_denied(enum message_type type)
{
    uint32_t changes = rig.changes;
    make_good(type);
    assert_int_equal(rig_send(), STATUS_OK);
    bool by_status = rig.count == 1 && rig.out[0].type == MESSAGE_STATUS &&
                     rig.out[0].as.status.result == STATUS_DENIED;
    bool by_refusal = rig.count == 1 && rig.out[0].type == MESSAGE_REFUSED &&
                      rig.out[0].as.refused.why == STATUS_DENIED &&
                      rig.out[0].as.refused.type == type;
    return (by_status || by_refusal) && rig.changes == changes;
}

static bool has(uint64_t set, enum message_type type)
{
    return (set >> type & 1) != 0;
}

#define BIT(type) (UINT64_C(1) << (type))

static const uint64_t PUBLIC = BIT(MESSAGE_HELLO) | BIT(MESSAGE_TURN_FREE) | BIT(MESSAGE_UNLOCK) |
                               BIT(MESSAGE_LOCK) | BIT(MESSAGE_STAY) | BIT(MESSAGE_READ_ROWS);
static const uint64_t BACKUPS = BIT(MESSAGE_SAVE_BACKUP) | BIT(MESSAGE_READ_BACKUPS) |
                                BIT(MESSAGE_CHECK_BACKUP) | BIT(MESSAGE_RESTORE);
static const uint64_t BETWEEN_MEETINGS = BIT(MESSAGE_SET_PIN) | BIT(MESSAGE_SET_SETTINGS) |
                                         BIT(MESSAGE_SET_MACHINE) | BIT(MESSAGE_SET_SUPPORT) |
                                         BIT(MESSAGE_SETTLE) | BIT(MESSAGE_ERASE_ALL) |
                                         BIT(MESSAGE_SET_CLOCK);

static void expect_all_denied_but(uint64_t allowed)
{
    for (enum message_type type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
        assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
        if (!has(allowed, type) && !is_denied(type)) {
            fail_msg("message %d is carried out for anybody", (int)type);
        }
    }
}

static void test_who_is_locked_out_is_shown_and_changes_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < TOTALS_MEETINGS_PER_BLOCK; i++) {
        rig_meeting(5, SIDE_UPPER); /* a whole set: there is something to report */
    }
    expect_all_denied_but(PUBLIC);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    expect_all_denied_but(PUBLIC | BIT(MESSAGE_ADD));
}

/* Adding needs no PIN, but a meeting. */
static void test_an_open_meeting_is_in_the_way(void **state)
{
    (void)state;
    rig_meeting(5, SIDE_UPPER);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    for (enum message_type type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
        if (has(BETWEEN_MEETINGS | BACKUPS, type) && !is_denied(type)) {
            fail_msg("message %d is carried out beside a meeting", (int)type);
        }
    }
    assert_int_equal(rig_add(SIDE_LOWER), MESSAGE_ADDED);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_true(is_denied(MESSAGE_ADD));
}

static void test_made_up_totals_do_not_travel(void **state)
{
    (void)state;
    rig_meeting(5, SIDE_UPPER);
    assert_int_equal(store_write_file(&rig.ram.ops, SIMULATED_FILE, "SIMULATED.new", "", 0),
                     STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    for (enum message_type type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
        if (has(BACKUPS | BIT(MESSAGE_OPEN), type) && !is_denied(type)) {
            fail_msg("message %d is carried out over made-up totals", (int)type);
        }
    }
    assert_false(is_denied(MESSAGE_ERASE_ALL));
}

/* Whatever the clock says, each message is answered as any other day, and what is written can be
 * read again. Three hours after the last hour of the calendar is still that day. */
static void test_every_message_at_the_ends_of_the_calendar(void **state)
{
    (void)state;
    static const struct civil_time ENDS[] = {{{2000, 1}, 1, 0, 0}, {{9999, 12}, 31, 23, 59}};
    for (size_t i = 0; i < sizeof(ENDS) / sizeof(ENDS[0]); i++) {
        (void)rig_ready(state);
        rig.civil = rig.civil_later = ENDS[i];
        for (int meeting = 0; meeting < TOTALS_MEETINGS_PER_BLOCK + 1; meeting++) {
            for (enum message_type type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
                if (type != MESSAGE_ERASE_ALL && type != MESSAGE_SET_PIN) {
                    make_good(type);
                    if (type == MESSAGE_OPEN) {
                        rig.in.as.open.room = ROOM_MANY;
                    }
                    assert_int_equal(rig_send(), STATUS_OK);
                    rig.keeper.leave = LEAVE_NOT;
                }
                if (!rig_status()->unlocked) {
                    rig_unlock();
                }
            }
            memset(rig.stick, 0, sizeof(rig.stick));
        }
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_int_equal(rig_status()->file, FILE_GOOD);
        assert_true(rig_status()->complete_blocks > 0);
    }
}

/* Else a face that keeps asking for what it may not have would keep the keeper unlocked. */
static void test_what_is_denied_keeps_nobody_unlocked(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    rig_pass(KEEPER_UNLOCK_MS - 1);
    assert_true(is_denied(MESSAGE_SET_SETTINGS));
    rig_pass(1);
    assert_false(rig_status()->unlocked);
}

/* The one backup that a whole block gives, on the drive. */
static void save_backup(void)
{
    for (int i = 0; i < TOTALS_MEETINGS_PER_BLOCK; i++) {
        rig_meeting(5, SIDE_UPPER);
    }
    make_good(MESSAGE_SAVE_BACKUP);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_SAVED);
}

/* A state in which this message can be carried out. */
static void make_way(enum message_type type)
{
    static const uint64_t MEETING =
        BIT(MESSAGE_ADD) | BIT(MESSAGE_PAUSE) | BIT(MESSAGE_CLOSE) | BIT(MESSAGE_DISCARD);
    rig_start();
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
    save_backup();
    if (has(MEETING, type)) {
        assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    }
    make_good(MESSAGE_CHECK_BACKUP);
    memcpy(rig.in.as.pick.name, rig.stick[0].name, sizeof(rig.in.as.pick.name));
    if (type == MESSAGE_RESTORE) {
        assert_int_equal(rig_send(), STATUS_OK);
        assert_int_equal(rig.out[0].type, MESSAGE_BACKUP);
    }
    struct message picked = rig.in;
    make_good(type);
    if (type == MESSAGE_CHECK_BACKUP || type == MESSAGE_RESTORE) {
        rig.in.as.pick = picked.as.pick;
    } else if (type == MESSAGE_SET_CLOCK) {
        rig.keeper.status.appliance = APPLIANCE_OWN;
    } else if (type == MESSAGE_UNLOCK) {
        memcpy(rig.in.as.pin, RIG_PIN, sizeof(RIG_PIN));
    }
}

/* The screens wait for what core/message.h names, and for nothing else. */
static void test_what_is_done_is_answered_as_the_list_says(void **state)
{
    (void)state;
    for (enum message_type type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
        enum message_type answer = message_answer_of(type);
        make_way(type);
        assert_int_equal(rig_send(), STATUS_OK);
        if (answer == MESSAGE_NONE) {
            assert_int_equal(rig.count, 0);
            continue;
        }
        if (rig.count == 0 || rig.out[0].type != answer || rig.out[0].sequence != rig.sequence) {
            fail_msg("message %d is answered by %d", (int)type, (int)rig.out[0].type);
        }
        if (answer == MESSAGE_STATUS && rig.out[0].as.status.result != STATUS_OK) {
            fail_msg("message %d is not carried out", (int)type);
        }
    }
}

/* Locked, every request that somebody waits for is answered: by STATUS or REFUSED, as listed. */
static void test_what_is_denied_is_answered_as_the_list_says(void **state)
{
    (void)state;
    for (enum message_type type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
        enum message_type answer = message_answer_of(type);
        assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
        if (!has(PUBLIC, type)) {
            assert_true(is_denied(type));
            assert_int_equal(rig.out[0].type,
                             answer == MESSAGE_STATUS ? MESSAGE_STATUS : MESSAGE_REFUSED);
            assert_int_equal(rig.out[0].sequence, rig.sequence);
        }
    }
}

/* On the first and on the last evening of the calendar, every message is answered. */
static void test_the_ends_of_the_calendar(void **state)
{
    (void)state;
    static const struct civil_time ENDS[][2] = {
        {{{2000, 1}, 1, 0, 0}, {{2000, 1}, 1, 3, 0}},
        {{{2000, 1}, 1, 1, 0}, {{2000, 1}, 1, 4, 0}},
        {{{9999, 12}, 31, 20, 59}, {{9999, 12}, 31, 23, 59}},
        {{{9999, 12}, 31, 23, 59}, {{9999, 12}, 31, 2, 59}}, /* as civil_of has it */
    };
    for (size_t i = 0; i < sizeof(ENDS) / sizeof(ENDS[0]); i++) {
        for (int is_open = 0; is_open <= 1; is_open++) {
            (void)rig_ready(NULL);
            rig.civil = ENDS[i][0];
            rig.civil_later = ENDS[i][1];
            for (int meeting = 0; meeting < 4; meeting++) {
                rig_meeting(2, SIDE_UPPER);
            }
            if (is_open) {
                assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
            }
            for (enum message_type type = MESSAGE_HELLO; type < MESSAGE_FACE_COUNT; type++) {
                make_good(type);
                assert_int_equal(rig_send(), STATUS_OK);
                assert_true(rig.count > 0 || type == MESSAGE_STAY || type == MESSAGE_TURN_FREE);
            }
        }
    }
}

/* Any number but 0 is answered under that number, in any order: the keeper keeps none, which would
 * count what came. */
static void test_a_sequence_is_the_face_s_own(void **state)
{
    (void)state;
    static const uint32_t NUMBERS[] = {7, 7, 1, UINT32_MAX, 3};
    for (size_t i = 0; i < sizeof(NUMBERS) / sizeof(NUMBERS[0]); i++) {
        rig_make(MESSAGE_SEEN);
        rig.in.sequence = NUMBERS[i];
        assert_int_equal(rig_send(), STATUS_OK);
        assert_int_equal(rig_result(), STATUS_OK);
    }
    rig_make(MESSAGE_SEEN);
    rig.in.sequence = 0;
    assert_int_equal(rig_send(), STATUS_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_who_is_locked_out_is_shown_and_changes_nothing, rig_ready),
        cmocka_unit_test_setup(test_an_open_meeting_is_in_the_way, rig_ready),
        cmocka_unit_test_setup(test_made_up_totals_do_not_travel, rig_ready),
        cmocka_unit_test_setup(test_a_sequence_is_the_face_s_own, rig_ready),
        cmocka_unit_test(test_the_ends_of_the_calendar),
        cmocka_unit_test_setup(test_what_is_denied_keeps_nobody_unlocked, rig_ready),
        cmocka_unit_test(test_every_message_at_the_ends_of_the_calendar),
        cmocka_unit_test(test_what_is_done_is_answered_as_the_list_says),
        cmocka_unit_test_setup(test_a_sequence_is_the_face_s_own, rig_ready),
        cmocka_unit_test_setup(test_what_is_denied_is_answered_as_the_list_says, rig_ready),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
