/* SPDX-License-Identifier: MIT */
/* Protects the ends that nobody plans for: leaving closes a meeting first or does not happen, a low
 * battery closes it in time, and a screen part that came back in mid-meeting is told of once. */
#include "keeper_rig.h"

enum { MINUTE_MS = 60 * 1000 };

static enum status leave(enum leave how)
{
    rig_make(MESSAGE_LEAVE);
    rig.in.as.leave = (uint8_t)how;
    assert_int_equal(rig_send(), STATUS_OK);
    return rig_result();
}

static void hello(void)
{
    rig_make(MESSAGE_HELLO);
    assert_int_equal(rig_send(), STATUS_OK);
}

static void test_leaving_closes_first(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
    assert_int_equal(leave(LEAVE_KIOSK), STATUS_OK);
    assert_int_equal(rig.keeper.leave, LEAVE_KIOSK);
    assert_int_equal(rig_status()->ended, ENDED_SAVED);
    assert_int_equal(rig_status()->open_meetings, 1);
}

static void test_nobody_leaves_what_is_not_saved(void **state)
{
    (void)state;
    rig.can_switch_off = true;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(leave(LEAVE_OFF), STATUS_NO_SPACE);
    assert_int_equal(rig.keeper.leave, LEAVE_NOT);
    assert_int_equal(rig_status()->meeting, MEETING_UNSAVED);
    assert_int_equal(leave(LEAVE_KIOSK), STATUS_NO_SPACE);
    assert_int_equal(rig.keeper.leave, LEAVE_NOT);
    rig.write_fault = STATUS_OK;
    assert_int_equal(leave(LEAVE_OFF), STATUS_OK);
    assert_int_equal(rig.keeper.leave, LEAVE_OFF);
    assert_int_equal(rig_status()->open_meetings, 1);
}

/* The meeting stays open then: nobody asked for its end alone. */
static void test_a_machine_that_stays_on(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(leave(LEAVE_OFF), STATUS_DENIED);
    assert_int_equal(rig_status()->meeting, MEETING_OPEN);
    assert_int_equal(rig.keeper.leave, LEAVE_NOT);
    assert_false(rig.out[0].as.status.can_switch_off);
    rig.can_switch_off = true;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_true(rig.out[0].as.status.can_switch_off);
    assert_int_equal(leave(LEAVE_OFF), STATUS_DENIED); /* locked */
    assert_int_equal(rig_status()->meeting, MEETING_OPEN);
}

static void test_a_battery_in_use_is_looked_at_each_minute(void **state)
{
    (void)state;
    rig_pass(KEEPER_UNLOCK_MS);
    static const enum battery AT_REST[] = {BATTERY_NONE, BATTERY_MAINS};
    for (size_t i = 0; i < 2; i++) {
        rig.battery = AT_REST[i];
        keeper_power_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
        assert_true(keeper_deadline(&rig.keeper) == UINT64_MAX); /* nothing wakes */
    }
    rig.battery = BATTERY_FINE;
    keeper_power_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].as.status.battery, BATTERY_FINE);
    assert_true(keeper_deadline(&rig.keeper) == rig.now_ms + MINUTE_MS);
    assert_false(rig_pass(MINUTE_MS)); /* the same as before: nobody is told */
    rig.battery = BATTERY_LOW;
    assert_false(rig_pass(MINUTE_MS - 1));
    assert_true(rig_pass(1));
    assert_int_equal(rig.out[0].as.status.battery, BATTERY_LOW);
    keeper_power_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_int_equal(rig.count, 0);
}

static void test_a_low_battery_closes_in_time(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig.battery = BATTERY_LOW;
    keeper_power_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_int_equal(rig_status()->meeting, MEETING_OPEN);
    rig.battery = BATTERY_EMPTY;
    assert_true(rig_pass(MINUTE_MS));
    assert_int_equal(rig_status()->meeting, MEETING_ENDING);
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED); /* a turn under way may finish */
    rig_make(MESSAGE_TURN_FREE);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_SAVED_ALONE);
    assert_int_equal(rig_status()->open_meetings, 1);
}

/* Else a meeting of nobody would go into the set. */
static void test_nearly_empty_opens_no_counting_meeting(void **state)
{
    (void)state;
    rig.battery = BATTERY_EMPTY; /* since the last look */
    uint32_t changes = rig.changes;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_DENIED);
    assert_int_equal(rig.out[0].as.status.battery, BATTERY_EMPTY);
    assert_int_equal(rig.changes, changes);
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    rig_pass(MINUTE_MS);
    assert_int_equal(rig_status()->meeting, MEETING_OPEN); /* there is nothing to lose */
}

static void test_a_face_that_came_back_is_told_once(void **state)
{
    (void)state;
    hello();
    assert_false(rig_status()->face_again);
    hello(); /* no meeting: nobody lost anything */
    assert_false(rig_status()->face_again);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    hello();
    assert_true(rig_status()->face_again);
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_DENIED); /* it came locked */
    assert_true(rig_status()->face_again);
    rig_unlock();
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_false(rig_status()->face_again);
    hello();
    rig_unlock();
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_false(rig_status()->face_again); /* no meeting goes on */
}

/* Also where the meeting waits for its last turn. */
static void test_a_face_that_comes_back_late_is_told(void **state)
{
    (void)state;
    hello();
    rig_unlock();
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_true(rig_pass(KEEPER_OPEN_MS_MAX));
    assert_int_equal(rig_status()->meeting, MEETING_ENDING);
    hello();
    assert_true(rig_status()->face_again);
}

/* A meeting of a few writes nothing, and takes no notice away that is about one before it. */
static void test_a_meeting_of_few_ends_without_a_trace(void **state)
{
    (void)state;
    bool was_open = true;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK); /* the power went */
    rig_unlock();
    uint32_t changes = rig.changes;
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_REFLECTION);
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    assert_int_equal(keeper_end(&rig.keeper, &was_open), STATUS_OK);
    assert_false(was_open); /* nothing that could be lost */
    assert_int_equal(rig.changes, changes);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_UNSAVED);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, rig_ready)
    const struct CMUnitTest tests[] = {
        TEST(test_leaving_closes_first),
        TEST(test_nobody_leaves_what_is_not_saved),
        TEST(test_a_machine_that_stays_on),
        TEST(test_a_battery_in_use_is_looked_at_each_minute),
        TEST(test_a_low_battery_closes_in_time),
        TEST(test_nearly_empty_opens_no_counting_meeting),
        TEST(test_a_face_that_came_back_is_told_once),
        TEST(test_a_face_that_comes_back_late_is_told),
        TEST(test_a_meeting_of_few_ends_without_a_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
