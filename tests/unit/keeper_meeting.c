/* SPDX-License-Identifier: MIT */
/* Protects the life of a meeting: nothing is counted unless a counting meeting is open, each ADD
 * gets exactly one answer, and a close counts once or keeps everything for the next try. */
#include "keeper_rig.h"

static uint8_t file_before[RAM_FILE_BYTES];
static uint8_t file_after[RAM_FILE_BYTES];

static enum guard_flag flag_on_disk(void)
{
    struct guard guard;
    assert_int_equal(guard_load(&guard, &rig.ops), STATUS_OK);
    return (enum guard_flag)guard.flag;
}

static bool counters_are_wiped(void)
{
    static const struct counters none;
    return memcmp(&rig.secret.counters, &none, sizeof(none)) == 0;
}

static void test_hello_tells_state_and_settings(void **state)
{
    (void)state;
    rig_make(MESSAGE_HELLO);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 3);
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    assert_int_equal(rig.out[0].as.status.question_count, 7);
    assert_int_equal(rig.out[0].as.status.scale, 4);
    assert_int_equal(rig.out[1].type, MESSAGE_SETTINGS);
    assert_int_equal(rig.out[2].type, MESSAGE_MACHINE);
    assert_false(rig_status()->unlocked); /* a face that came is locked */
}

static void test_nothing_is_counted_without_a_counting_meeting(void **state)
{
    (void)state;
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
    assert_int_equal(rig.out[0].as.refused.type, MESSAGE_ADD);
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_REFUSED);
    uint32_t changes = rig.changes;
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_REFLECTION);
    assert_int_equal(rig.changes, changes); /* nothing was written */
    assert_int_equal(rig_file(STORE_FILE, file_after, sizeof(file_after)), 0);
}

static void test_each_add_moves_one_cell_by_one(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    struct counters before = rig.secret.counters;
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
    assert_int_equal(rig_add(SIDE_LOWER), MESSAGE_ADDED);
    assert_int_equal(rig_add(SIDE_LOWER), MESSAGE_ADDED);
    assert_int_equal(rig_add(SIDE_NONE), MESSAGE_ADDED); /* answered all the same */
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        assert_int_equal(rig.secret.counters.upper[i], before.upper[i] + 1);
        assert_int_equal(rig.secret.counters.lower[i], before.lower[i] + 2);
    }
}

/* Whoever sends 200,000 Adds stops the counting, and nothing else: who comes after is told no, and
 * their screen goes on. */
static void test_a_flood_ends_nobody_else(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig.secret.counters.upper[3] = COUNTER_MAX;
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_LIMIT);
    assert_int_equal(rig_add(SIDE_LOWER), MESSAGE_ADDED);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_SAVED);
}

/* During a meeting only its ends and the PIN write. */
static void test_a_turn_writes_nothing(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    uint32_t changes = rig.changes;
    for (uint32_t i = 0; i < 12; i++) {
        assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
    }
    assert_int_equal(rig.changes, changes);
}

/* Not a number, a time or a byte more: one look into memory tells of nobody who answered nothing.
 */
static void test_nothing_counts_visits(void **state)
{
    (void)state;
    static struct keeper keeper;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_add(SIDE_NONE), MESSAGE_ADDED);
    const struct keeper_secret secret = rig.secret;
    memcpy(&keeper, &rig.keeper, sizeof(keeper));
    for (int i = 0; i < 5; i++) {
        rig.now_ms += 1000;
        assert_int_equal(rig_add(SIDE_NONE), MESSAGE_ADDED);
    }
    assert_memory_equal(&rig.secret, &secret, sizeof(secret));
    assert_memory_equal(&rig.keeper, &keeper, sizeof(keeper));
}

static void test_halves_beyond_the_questions_end_the_face(void **state)
{
    (void)state;
    rig.keeper.status.question_count = 5;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    struct counters before = rig.secret.counters;
    rig_make(MESSAGE_ADD);
    rig.in.as.sides[5] = SIDE_UPPER;
    assert_int_equal(rig_send(), STATUS_INVALID);
    assert_int_equal(rig.count, 0);
    assert_memory_equal(&before, &rig.secret.counters, sizeof(before));
}

static void test_facilitator_requests_need_the_pin(void **state)
{
    (void)state;
    static const enum message_type TYPES[] = {MESSAGE_OPEN, MESSAGE_PAUSE, MESSAGE_CLOSE,
                                              MESSAGE_DISCARD, MESSAGE_SEEN};
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    for (size_t i = 0; i < sizeof(TYPES) / sizeof(TYPES[0]); i++) {
        assert_int_equal(rig_ask(TYPES[i]), STATUS_DENIED);
    }
    assert_int_equal(rig_status()->meeting, MEETING_NONE);
}

static void test_what_stands_in_the_way_of_opening(void **state)
{
    (void)state;
    rig.memory_is_locked = false;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_NO_LOCK);
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK); /* reflecting needs no lock */
    assert_int_equal(rig_open(ROOM_FEW), STATUS_DENIED);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    rig.memory_is_locked = true;
    rig.random_is_gone = true;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_NO_RANDOM);
    assert_int_equal(rig_status()->meeting, MEETING_NONE);
    assert_int_equal(flag_on_disk(), GUARD_NO_MEETING);
    assert_true(counters_are_wiped());
    rig.random_is_gone = false;
    rig.write_fault = STATUS_READ_ONLY;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_READ_ONLY);
    assert_true(counters_are_wiped());
    rig.write_fault = STATUS_OK;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_DENIED);
}

static void test_a_simulation_opens_no_meeting(void **state)
{
    (void)state;
    rig_put(SIMULATED_FILE, "");
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_true(rig_status()->simulated);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_DENIED);
    assert_int_equal(rig_open(ROOM_FEW), STATUS_DENIED);
}

static void test_close_writes_and_forgets(void **state)
{
    (void)state;
    rig_meeting(3, SIDE_UPPER);
    assert_int_equal(rig_status()->meeting, MEETING_NONE);
    assert_int_equal(rig_status()->ended, ENDED_SAVED);
    assert_int_equal(rig_status()->open_meetings, 1);
    assert_int_equal(rig_status()->file, FILE_GOOD);
    assert_int_equal(flag_on_disk(), GUARD_NO_MEETING);
    assert_true(counters_are_wiped());
    assert_int_equal(rig_file(STORE_FILE, file_after, sizeof(file_after)),
                     rig_status()->file_bytes);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_DENIED);
}

static void test_a_meeting_without_people_is_written(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        rig_meeting(0, SIDE_NONE);
    }
    assert_int_equal(rig_status()->complete_blocks, 1);
    assert_int_equal(rig_status()->open_meetings, 0);
}

/* Seven syncs from open to saved: two for each note of the guard, but one for the note before the
 * totals, which is in order with them, and two for the totals. */
static void test_a_meeting_costs_few_syncs(void **state)
{
    (void)state;
    rig.syncs = 0;
    rig_meeting(5, SIDE_LOWER);
    assert_true(rig.syncs <= 7);
}

static void test_flags_tell_what_a_crash_left(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(flag_on_disk(), GUARD_OPEN);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_UNSAVED);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_UNSAVED); /* until it was read */
    rig_unlock();
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_FINE);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_FINE);
}

static void test_a_crash_in_the_close_is_unsure(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig.fail_in = 7; /* past the guard's CLOSING, inside the totals' write */
    assert_int_not_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_UNSURE);
}

/* SEEN while the next meeting is open must not clear that meeting's flag. */
static void test_seen_leaves_an_open_meeting_alone(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_FINE);
    assert_int_equal(flag_on_disk(), GUARD_OPEN);
}

/* Whatever single call of a close fails, and however often it is tried again, the file becomes
 * the one that an undisturbed close writes. */
static void test_retry_writes_the_same_numbers(void **state)
{
    (void)state;
    rig_meeting(9, SIDE_UPPER);
    size_t good = rig_file(STORE_FILE, file_before, sizeof(file_before));
    for (uint32_t n = 1; n < 40; n++) {
        rig_ready(NULL);
        assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
        for (int i = 0; i < 9; i++) {
            assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
        }
        rig.fail_in = n;
        enum status status = rig_ask(MESSAGE_CLOSE);
        bool failed = status != STATUS_OK;
        assert_int_equal(rig_status()->meeting, failed ? MEETING_UNSAVED : MEETING_NONE);
        assert_int_equal(rig_status()->unsaved_why, status);
        assert_int_equal(rig_status()->open_meetings, failed ? 0 : 1);
        if (failed) {
            assert_int_equal(rig_open(ROOM_MANY), STATUS_DENIED);
            assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_REFUSED);
            rig.fail_in = 0;
            assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
        }
        size_t length = rig_file(STORE_FILE, file_after, sizeof(file_after));
        assert_int_equal(length, good);
        assert_memory_equal(file_after, file_before, good);
        assert_true(counters_are_wiped());
    }
}

static void test_full_disk_keeps_the_meeting(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
    struct counters before = rig.secret.counters;
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_NO_SPACE);
    assert_int_equal(rig_status()->unsaved_why, STATUS_NO_SPACE);
    assert_memory_equal(&before, &rig.secret.counters, sizeof(before));
    /* Locked meanwhile: the PIN must still lead back to the retry. */
    assert_true(rig_pass(KEEPER_UNLOCK_MS));
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_DENIED);
    rig_unlock();
    rig.write_fault = STATUS_OK;
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_SAVED);
}

static void test_discard_wipes(void **state)
{
    (void)state;
    assert_int_equal(rig_ask(MESSAGE_DISCARD), STATUS_DENIED);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
    assert_int_equal(rig_ask(MESSAGE_DISCARD), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_DISCARDED);
    assert_int_equal(flag_on_disk(), GUARD_NO_MEETING);
    assert_true(counters_are_wiped());
    assert_int_equal(rig_file(STORE_FILE, file_after, sizeof(file_after)), 0);
}

static void test_pause_only_while_open(void **state)
{
    (void)state;
    rig_make(MESSAGE_PAUSE);
    rig.in.as.flag = 1;
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_result(), STATUS_DENIED);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig_make(MESSAGE_PAUSE);
    rig.in.as.flag = 1;
    assert_int_equal(rig_send(), STATUS_OK);
    assert_true(rig.out[0].as.status.paused);
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED); /* a turn under way may finish */
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_false(rig_status()->paused);
}

static void test_automatic_close_waits_for_a_turn(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    uint64_t due = keeper_deadline(&rig.keeper);
    assert_true(due <= rig.now_ms + KEEPER_UNLOCK_MS); /* the lock comes first */
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_int_equal(keeper_deadline(&rig.keeper), rig.now_ms + KEEPER_OPEN_MS_MAX);
    assert_false(rig_pass(KEEPER_OPEN_MS_MAX - 1));
    assert_true(rig_pass(1));
    assert_int_equal(rig_status()->meeting, MEETING_ENDING);
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED); /* the turn under way */
    assert_int_equal(keeper_deadline(&rig.keeper), rig.now_ms + KEEPER_ENDING_MS_MAX);
    assert_false(rig_pass(KEEPER_ENDING_MS_MAX - 1));
    assert_true(rig_pass(1));
    assert_int_equal(rig_status()->meeting, MEETING_NONE);
    assert_int_equal(rig_status()->ended, ENDED_SAVED_ALONE);
    assert_int_equal(rig_status()->open_meetings, 1);
    assert_int_equal(keeper_deadline(&rig.keeper), UINT64_MAX);
}

static void test_automatic_close_without_a_turn(void **state)
{
    (void)state;
    rig_make(MESSAGE_TURN_FREE); /* means nothing outside the end */
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 0);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig_pass(KEEPER_OPEN_MS_MAX);
    rig_make(MESSAGE_TURN_FREE);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].as.status.ended, ENDED_SAVED_ALONE);
    assert_int_equal(rig.out[0].sequence, 0);
}

/* Asleep for a day: the end is announced first, so that a turn is not cut off by waking up. */
static void test_a_long_sleep(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    assert_true(rig_pass(24u * 60 * 60 * 1000));
    assert_int_equal(rig_status()->meeting, MEETING_ENDING);
    assert_true(rig_pass(KEEPER_ENDING_MS_MAX));
    assert_int_equal(rig_status()->ended, ENDED_REFLECTION);
}

/* As the machine's clock will show it then, whatever lies in between. */
static void test_closing_time_is_the_clock_s(void **state)
{
    (void)state;
    rig.civil = (struct civil_time){{2027, 3}, 28, 0, 30};
    rig.civil_later = (struct civil_time){{2027, 3}, 28, 4, 30}; /* an hour was skipped */
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_status()->opened.hour, 0);
    assert_int_equal(rig_status()->closes.hour, 4);
}

/* Months are labels: a clock set back a year must neither stop a close nor spoil the file. */
static void test_a_clock_set_back_a_year(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        rig_meeting(5, SIDE_UPPER);
    }
    rig.civil.month.year--;
    for (int i = 0; i < 5; i++) {
        rig_meeting(5, SIDE_UPPER);
    }
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_GOOD);
    assert_int_equal(rig_status()->complete_blocks, 2);
    assert_int_equal(rig_status()->open_meetings, 1);
    assert_int_equal(rig.keeper.totals.block[1].month.year, 2026); /* as nobody said another */
}

/* Another question set is another series, and the set left behind is told. */
static void test_another_series_starts_a_new_set(void **state)
{
    (void)state;
    rig_meeting(5, SIDE_UPPER);
    char before[TOTALS_SERIES_BYTES];
    memcpy(before, rig.keeper.series, sizeof(before));
    memcpy(rig.pack.question[3].statement, "Else.", 6);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_string_not_equal(before, rig.keeper.series);
    assert_int_equal(rig_status()->open_meetings, 0);
    assert_true(rig_status()->left_over);
}

static void test_end_is_the_normal_close(void **state)
{
    (void)state;
    bool was_open = true;
    assert_int_equal(keeper_end(&rig.keeper, &was_open), STATUS_OK);
    assert_false(was_open);
    rig_ready(NULL);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(keeper_end(&rig.keeper, &was_open), STATUS_NO_SPACE);
    assert_true(was_open);
    rig.write_fault = STATUS_OK;
    assert_int_equal(keeper_end(&rig.keeper, &was_open), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_SAVED_ALONE);
}

/* Random messages in any order: every valid one is answered as its kind is, nothing breaks. */
static void test_any_order_of_messages(void **state)
{
    (void)state;
    static const enum message_type TYPES[] = {
        MESSAGE_HELLO,     MESSAGE_TURN_FREE, MESSAGE_LOCK,        MESSAGE_STAY,
        MESSAGE_CLOSE,     MESSAGE_DISCARD,   MESSAGE_SEEN,        MESSAGE_READ_DRIVES,
        MESSAGE_READ_ROWS, MESSAGE_READ_LINE, MESSAGE_READ_REPORT, MESSAGE_OPEN,
        MESSAGE_ADD,       MESSAGE_PAUSE,     MESSAGE_UNLOCK};
    uint64_t dice = 7;
    for (int round = 0; round < 2000; round++) {
        dice = dice * 6364136223846793005u + 1442695040888963407u;
        uint32_t roll = (uint32_t)(dice >> 33);
        rig_make(TYPES[roll % (sizeof(TYPES) / sizeof(TYPES[0]))]);
        if (rig.in.type == MESSAGE_OPEN || rig.in.type == MESSAGE_ADD) {
            rig.in.as.open.room = roll >> 8 & 1;
        } else if (rig.in.type == MESSAGE_UNLOCK) {
            memcpy(rig.in.as.pin, RIG_PIN, 6);
        }
        rig.fail_in = roll >> 9 & 15;
        assert_int_equal(rig_send(), STATUS_OK);
        rig.fail_in = 0;
        bool silent = rig.in.type == MESSAGE_STAY || rig.in.type == MESSAGE_TURN_FREE;
        assert_true(silent || rig.count >= 1);
        if (rig_status()->meeting == MEETING_NONE) {
            assert_true(counters_are_wiped());
        }
        rig_pass(roll >> 12 & 0xffff);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, rig_ready)
    const struct CMUnitTest tests[] = {
        TEST(test_hello_tells_state_and_settings),
        TEST(test_nothing_is_counted_without_a_counting_meeting),
        TEST(test_each_add_moves_one_cell_by_one),
        TEST(test_a_flood_ends_nobody_else),
        TEST(test_a_turn_writes_nothing),
        TEST(test_nothing_counts_visits),
        TEST(test_halves_beyond_the_questions_end_the_face),
        TEST(test_facilitator_requests_need_the_pin),
        TEST(test_what_stands_in_the_way_of_opening),
        TEST(test_a_simulation_opens_no_meeting),
        TEST(test_close_writes_and_forgets),
        TEST(test_a_meeting_without_people_is_written),
        TEST(test_a_meeting_costs_few_syncs),
        TEST(test_flags_tell_what_a_crash_left),
        TEST(test_a_crash_in_the_close_is_unsure),
        TEST(test_seen_leaves_an_open_meeting_alone),
        TEST(test_retry_writes_the_same_numbers),
        TEST(test_full_disk_keeps_the_meeting),
        TEST(test_discard_wipes),
        TEST(test_pause_only_while_open),
        TEST(test_automatic_close_waits_for_a_turn),
        TEST(test_automatic_close_without_a_turn),
        TEST(test_a_long_sleep),
        TEST(test_closing_time_is_the_clock_s),
        TEST(test_a_clock_set_back_a_year),
        TEST(test_another_series_starts_a_new_set),
        TEST(test_end_is_the_normal_close),
        TEST(test_any_order_of_messages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
