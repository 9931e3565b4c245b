/* SPDX-License-Identifier: MIT */
/* Protects the PIN: five tries and then a wait that grows, that a restart does not shorten, and
 * that no cut of the power in mid-try can avoid; and the guard file that carries it. */
#include "keeper_rig.h"

static enum status wrong(void)
{
    return rig_pin(MESSAGE_UNLOCK, "999999");
}

static void five_wrong(void)
{
    for (int i = 0; i < GUARD_TRIES; i++) {
        assert_int_equal(wrong(), STATUS_DENIED);
    }
}

static struct guard guard_on_disk(void)
{
    struct guard guard;
    enum status status = guard_load(&guard, &rig.ops);
    assert_true(status == STATUS_OK || status == STATUS_DAMAGED);
    return guard;
}

static void test_first_pin_unlocks(void **state)
{
    (void)state;
    rig_start();
    assert_false(rig_status()->pin_set);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED); /* there is none */
    assert_int_equal(rig_open(ROOM_MANY), STATUS_DENIED);
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
    assert_true(rig.out[0].as.status.pin_set);
    assert_true(rig.out[0].as.status.unlocked);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_true(rig_status()->pin_set);
    assert_false(rig_status()->unlocked);
}

static void test_a_set_pin_is_not_set_over(void **state)
{
    (void)state;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, "654321"), STATUS_DENIED);
    rig_unlock();
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, "654321"), STATUS_OK); /* a change */
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_DENIED); /* settings rest */
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, "654321"), STATUS_OK);
}

static void test_a_pin_that_was_not_written_is_not_set(void **state)
{
    (void)state;
    rig_start();
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_NO_SPACE);
    assert_false(rig_status()->pin_set);
    assert_false(rig_status()->unlocked);
}

/* The disk already counts the try as a wrong one while it is being compared. */
static void test_the_guard_is_written_first(void **state)
{
    (void)state;
    rig_unlock();
    assert_int_equal(rig.verifies, 1);
    assert_int_equal(rig.guard_at_verify[17], '1');
    assert_int_equal(guard_on_disk().failures, 0);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(wrong(), STATUS_DENIED);
    }
    assert_int_equal(rig.out[0].as.status.tries_left, 1);
    rig_unlock();
    assert_int_equal(rig.guard_at_verify[17], '5');
    assert_int_equal(rig.guard_at_verify[25], '1'); /* the wait it would bring */
    assert_int_equal(guard_on_disk().failures, 0);
    assert_int_equal(guard_on_disk().level, 0);
}

static void test_waits_grow(void **state)
{
    (void)state;
    static const uint32_t WAITS_S[] = {30, 60, 300, 900, 900};
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    for (size_t i = 0; i < sizeof(WAITS_S) / sizeof(WAITS_S[0]); i++) {
        assert_int_equal(rig.out[0].as.status.wait_next_ms, WAITS_S[i] * 1000);
        five_wrong();
        assert_int_equal(rig.out[0].as.status.wait_ms, WAITS_S[i] * 1000);
        uint32_t verifies = rig.verifies;
        assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED); /* even the right one */
        assert_int_equal(rig.verifies, verifies);
        assert_false(rig_pass(WAITS_S[i] * 1000 - 1));
        assert_true(rig_pass(1));
        assert_int_equal(rig.out[0].as.status.wait_ms, 0);
        assert_int_equal(rig.out[0].as.status.tries_left, GUARD_TRIES);
    }
    rig_unlock();
    assert_int_equal(rig.out[0].as.status.wait_next_ms, 30 * 1000);
}

static void test_a_restart_shortens_no_wait(void **state)
{
    (void)state;
    five_wrong();
    rig_pass(29 * 1000);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED);
    assert_int_equal(rig.out[0].as.status.wait_ms, 30 * 1000); /* the whole wait again */
    rig_pass(30 * 1000);
    five_wrong();
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(keeper_deadline(&rig.keeper), rig.now_ms + 60 * 1000);
}

static void test_a_restart_gives_no_tries_back(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        assert_int_equal(wrong(), STATUS_DENIED);
        assert_int_equal(rig_boot(), STATUS_OK);
    }
    assert_int_equal(wrong(), STATUS_DENIED);
    assert_int_equal(rig.out[0].as.status.wait_ms, 30 * 1000);
}

static void test_auto_lock(void **state)
{
    (void)state;
    assert_false(rig_pass(KEEPER_UNLOCK_MS - 1));
    rig_make(MESSAGE_STAY);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 0);
    assert_false(rig_pass(KEEPER_UNLOCK_MS - 1));
    assert_true(rig_pass(1));
    assert_false(rig.out[0].as.status.unlocked);
    rig_make(MESSAGE_STAY); /* does not unlock again */
    assert_int_equal(rig_send(), STATUS_OK);
    assert_false(rig_status()->unlocked);
}

/* A meeting runs on behind a wait: its counters and its flag are not touched by wrong PINs. */
static void test_wrong_pins_leave_the_meeting_alone(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    struct counters before = rig.secret.counters;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    five_wrong();
    assert_int_equal(guard_on_disk().flag, GUARD_OPEN);
    assert_memory_equal(&before, &rig.secret.counters, sizeof(before));
    assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
}

static void test_guard_round_trip(void **state)
{
    (void)state;
    for (uint8_t failures = 0; failures <= GUARD_TRIES; failures++) {
        for (uint8_t level = failures == GUARD_TRIES; level <= GUARD_LEVEL_MAX; level++) {
            for (uint8_t flag = 0; flag <= GUARD_CLOSING; flag++) {
                struct guard guard = {failures, level, flag};
                assert_int_equal(guard_save(&guard, &rig.ops), STATUS_OK);
                struct guard again = guard_on_disk();
                assert_memory_equal(&guard, &again, sizeof(guard));
            }
        }
    }
}

/* Any other bytes cost the full wait and never mean "no failures". */
static void test_a_damaged_guard_is_the_strictest(void **state)
{
    (void)state;
    char good[GUARD_BYTES + 1];
    struct guard guard = {0, 0, GUARD_NO_MEETING};
    assert_int_equal(guard_save(&guard, &rig.ops), STATUS_OK);
    assert_int_equal(rig_file(GUARD_FILE, good, sizeof(good)), GUARD_BYTES);
    for (size_t i = 0; i < GUARD_BYTES; i++) {
        char bad[GUARD_BYTES];
        memcpy(bad, good, GUARD_BYTES);
        bad[i] = (char)(bad[i] ^ 0x40);
        assert_int_equal(store_write_file(&rig.ops, GUARD_FILE, GUARD_TEMPORARY, bad, sizeof(bad)),
                         STATUS_OK);
        guard = guard_on_disk();
        assert_int_equal(guard.failures, GUARD_TRIES);
        assert_int_equal(guard.level, GUARD_LEVEL_MAX);
    }
    for (size_t length = 0; length <= GUARD_BYTES + 1; length++) {
        good[GUARD_BYTES] = '\n';
        assert_int_equal(store_write_file(&rig.ops, GUARD_FILE, GUARD_TEMPORARY, good, length),
                         STATUS_OK);
        assert_int_equal(guard_on_disk().failures, length == GUARD_BYTES ? 0 : GUARD_TRIES);
    }
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->last, LAST_UNSURE);
    assert_int_equal(keeper_deadline(&rig.keeper), rig.now_ms + 15 * 60 * 1000);
}

/* Where wrong PINs cannot be written down, each start costs a wait before the first is looked at:
 * else pulling the plug would give new tries without end. It is said as what it is. */
static void test_unwritten_tries_cost_a_wait_each_start(void **state)
{
    (void)state;
    assert_int_equal(rig_boot(), STATUS_OK);
    uint32_t verifies = rig.verifies;
    for (int start = 0; start < 3; start++) {
        rig.write_fault = start == 1 ? STATUS_READ_ONLY : STATUS_NO_SPACE;
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_int_equal(keeper_deadline(&rig.keeper), UINT64_MAX); /* nobody has tried yet */
        rig_pass(1000);
        assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED);
        assert_int_equal(rig.verifies, verifies);
        assert_int_equal(rig.out[0].as.status.wait_ms, GUARD_UNKEPT_MS - 1000);
        assert_int_equal(rig.out[0].as.status.wait_why, start == 1 ? WAIT_UNWRITTEN : WAIT_FULL);
        assert_int_equal(rig.out[0].as.status.tries_left, GUARD_TRIES);
    }
    assert_true(rig_pass(GUARD_UNKEPT_MS - 1000));
    assert_int_equal(wrong(), STATUS_DENIED);
    assert_int_equal(rig.out[0].as.status.tries_left, GUARD_TRIES - 1);
    rig_unlock();
    five_wrong();
    assert_int_equal(rig.out[0].as.status.wait_ms, 30 * 1000);
    assert_int_equal(rig.out[0].as.status.wait_why, WAIT_WRONG);
}

/* Who opened a meeting and then finds the disk full gets in to close it, without a wait. */
static void test_a_disk_that_fills_later_costs_no_wait(void **state)
{
    (void)state;
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    rig.write_fault = STATUS_NO_SPACE;
    rig_unlock();
}

/* Made-up totals are worth no wait. */
static void test_made_up_totals_on_a_read_only_disk(void **state)
{
    (void)state;
    rig_put(SIMULATED_FILE, "");
    rig.write_fault = STATUS_READ_ONLY;
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
}

/* A wait that nobody's wrong PINs brought is not told as one, and a guard of a later version is
 * neither read as ours nor written over. */
static void test_guards_that_are_not_ours(void **state)
{
    (void)state;
    char after[GUARD_BYTES * 2];
    const char newer[] = "guard 2\nsomething longer than ours, of a form that nobody knows yet\n";
    rig_put(GUARD_FILE, "scribble");
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->wait_why, WAIT_RECORD);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED);
    assert_int_equal(rig.out[0].as.status.wait_ms, 15 * 60 * 1000);
    rig_pass(15 * 60 * 1000);
    rig_unlock();
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->wait_why, WAIT_WRONG);
    rig_put(GUARD_FILE, newer);
    assert_int_equal(rig_boot(), STATUS_NEWER);
    assert_int_equal(rig_file(GUARD_FILE, after, sizeof(after)), sizeof(newer) - 1);
    assert_memory_equal(after, newer, sizeof(newer) - 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, rig_ready)
    const struct CMUnitTest tests[] = {
        TEST(test_first_pin_unlocks),
        TEST(test_a_set_pin_is_not_set_over),
        TEST(test_a_pin_that_was_not_written_is_not_set),
        TEST(test_the_guard_is_written_first),
        TEST(test_waits_grow),
        TEST(test_a_restart_shortens_no_wait),
        TEST(test_a_restart_gives_no_tries_back),
        TEST(test_auto_lock),
        TEST(test_wrong_pins_leave_the_meeting_alone),
        TEST(test_guard_round_trip),
        TEST(test_a_damaged_guard_is_the_strictest),
        TEST(test_unwritten_tries_cost_a_wait_each_start),
        TEST(test_a_disk_that_fills_later_costs_no_wait),
        TEST(test_made_up_totals_on_a_read_only_disk),
        TEST(test_guards_that_are_not_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
