/* SPDX-License-Identifier: MIT */
/* Protects the meeting, and the door, from work that is done elsewhere: while a PIN is compared or
 * a drive hangs everything else goes on; a check that had no memory, or that somebody ended, costs
 * no try; and what comes back opens nothing for somebody else, and is trusted no more than a face.
 */
#include "keeper_rig.h"

#define BACKUP "reflection-2026-11-03.backup"

static struct {
    struct errand errand; /* the newest one that was begun */
    uint32_t begun, dropped;
    enum status refuses; /* to begin */
} elsewhere;

static enum status hold_begin(void *context, const struct errand *errand, const uint8_t *bytes)
{
    (void)context;
    (void)bytes;
    if (elsewhere.refuses != STATUS_OK) {
        return elsewhere.refuses;
    }
    elsewhere.errand = *errand;
    elsewhere.begun++;
    return STATUS_OK;
}

static void hold_drop(void *context, enum errand_slot slot)
{
    (void)context;
    assert_int_equal(slot, ERRAND_OF_DRIVES);
    elsewhere.dropped++;
}

static void done(enum errand_slot slot, const struct errand_answer *answer)
{
    keeper_errand_done(&rig.keeper, slot, answer, rig.now_ms, rig.out, &rig.count);
    for (uint32_t i = 0; i < rig.count; i++) {
        assert_int_equal(message_check_from_keeper(&rig.out[i], sizeof(rig.out[i])), STATUS_OK);
    }
}

static void done_so(enum errand_slot slot, enum status status)
{
    const struct errand_answer answer = {.status = (uint32_t)status};
    done(slot, &answer);
}

/* The errand is done as it would be at once. */
static void done_well(enum errand_slot slot)
{
    static struct errand_answer answer;
    errand_do(&rig.host, &elsewhere.errand, rig.keeper.scratch, sizeof(rig.keeper.scratch),
              &answer);
    done(slot, &answer);
}

/* A machine with a PIN and two meetings, and from then on errands that take their time. */
static int begin(void **state)
{
    (void)rig_ready(state);
    rig_meeting(3, SIDE_UPPER);
    memset(&elsewhere, 0, sizeof(elsewhere));
    rig.host.begin = hold_begin;
    rig.host.drop = hold_drop;
    return 0;
}

/* Sent, and not answered yet; its number. */
static uint32_t wait_for(void)
{
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 0);
    return rig.in.sequence;
}

static uint32_t try_pin(enum message_type type, const char *pin)
{
    rig_make(type);
    memcpy(rig.in.as.pin, pin, strlen(pin));
    return wait_for();
}

static uint32_t ask_drive(enum message_type type)
{
    rig_make(type);
    memcpy(rig.in.as.label, "STICK", 5);
    return wait_for();
}

static enum status result_of(uint32_t sequence)
{
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    assert_int_equal(rig.out[0].sequence, sequence);
    return (enum status)rig.out[0].as.status.result;
}

static enum status refusal_of(uint32_t sequence)
{
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].type, MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].sequence, sequence);
    return (enum status)rig.out[0].as.refused.why;
}

static uint8_t failures_on_disk(void)
{
    struct guard guard;
    assert_int_equal(guard_load(&guard, &rig.ops), STATUS_OK);
    return guard.failures;
}

static void test_no_memory_costs_no_try(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    for (int i = 0; i < 3 * GUARD_TRIES; i++) {
        uint32_t sequence = try_pin(MESSAGE_UNLOCK, RIG_PIN);
        assert_int_equal(failures_on_disk(), 1); /* so cutting the power now gains nothing */
        assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
        done_so(ERRAND_OF_PIN, STATUS_NO_MEMORY);
        assert_int_equal(result_of(sequence), STATUS_NO_MEMORY);
        assert_int_equal(rig.out[0].as.status.tries_left, GUARD_TRIES);
        assert_int_equal(rig.out[0].as.status.wait_ms, 0);
        assert_false(rig_status()->unlocked);
        assert_int_equal(failures_on_disk(), 0);
    }
    /* Nor does one that the system does not even begin; and the tries before it stay. */
    try_pin(MESSAGE_UNLOCK, "999999");
    done_so(ERRAND_OF_PIN, STATUS_DENIED);
    elsewhere.refuses = STATUS_NO_MEMORY;
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_NO_MEMORY);
    assert_int_equal(failures_on_disk(), 1);
    elsewhere.refuses = STATUS_OK;
    uint32_t sequence = try_pin(MESSAGE_UNLOCK, RIG_PIN);
    done_well(ERRAND_OF_PIN);
    assert_int_equal(result_of(sequence), STATUS_OK);
    assert_true(rig_status()->unlocked);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_status()->open_meetings, 2);
}

static void test_a_pin_is_kept_nowhere(void **state)
{
    (void)state;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    try_pin(MESSAGE_UNLOCK, "918273");
    assert_string_equal(elsewhere.errand.pin, "918273");
    assert_null(memmem(&rig.secret, sizeof(rig.secret), "918273", 6));
    assert_null(memmem(&rig.keeper, sizeof(rig.keeper), "918273", 6));
}

static void test_one_check_at_a_time(void **state)
{
    (void)state;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    uint32_t first = try_pin(MESSAGE_UNLOCK, "999999");
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_BUSY);
    assert_int_equal(elsewhere.begun, 1);
    assert_int_equal(failures_on_disk(), 1);
    done_well(ERRAND_OF_PIN);
    assert_int_equal(result_of(first), STATUS_DENIED);
    assert_int_equal(rig.out[0].as.status.tries_left, GUARD_TRIES - 1);
}

/* Whoever typed it is gone with that face. Its tries were tries. */
static void test_the_next_face_finds_no_open_door(void **state)
{
    (void)state;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    for (int i = 0; i < GUARD_TRIES; i++) {
        try_pin(MESSAGE_UNLOCK, "999999");
        keeper_face_came(&rig.keeper);
        done_well(ERRAND_OF_PIN);
        assert_int_equal(rig.count, 0);
    }
    assert_int_equal(failures_on_disk(), GUARD_TRIES);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED);
    assert_true(rig.out[0].as.status.wait_ms > 0);
    rig_pass(guard_wait_ms(GUARD_LEVEL_MAX));
    try_pin(MESSAGE_UNLOCK, RIG_PIN);
    keeper_face_came(&rig.keeper);
    done_well(ERRAND_OF_PIN);
    assert_int_equal(rig.count, 0);
    assert_false(rig_status()->unlocked);
    assert_int_equal(failures_on_disk(), 0); /* it was the right one */
}

static void test_a_new_pin_needs_memory_too(void **state)
{
    (void)state;
    const struct errand_answer nonsense = {.hash = "$argon2id$x"};
    uint32_t sequence = try_pin(MESSAGE_SET_PIN, "654321");
    done_so(ERRAND_OF_PIN, STATUS_NO_MEMORY);
    assert_int_equal(result_of(sequence), STATUS_NO_MEMORY);
    sequence = try_pin(MESSAGE_SET_PIN, "654321");
    done(ERRAND_OF_PIN, &nonsense);
    assert_int_equal(result_of(sequence), STATUS_INVALID);
    /* A meeting that was opened meanwhile lets the settings rest. */
    sequence = try_pin(MESSAGE_SET_PIN, "654321");
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    done_well(ERRAND_OF_PIN);
    assert_int_equal(result_of(sequence), STATUS_DENIED);
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    sequence = try_pin(MESSAGE_UNLOCK, RIG_PIN);
    done_well(ERRAND_OF_PIN);
    assert_int_equal(result_of(sequence), STATUS_OK);
}

/* Three hours pass while a drive does not answer: the door opens, people add, the meeting ends. */
static void test_everything_goes_on_while_a_drive_hangs(void **state)
{
    (void)state;
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    rig_make(MESSAGE_READ_DRIVES);
    uint32_t sequence = wait_for();
    rig_make(MESSAGE_READ_DRIVES);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(refusal_of(rig.in.sequence), STATUS_BUSY);
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    uint32_t door = try_pin(MESSAGE_UNLOCK, RIG_PIN);
    done_well(ERRAND_OF_PIN);
    assert_int_equal(result_of(door), STATUS_OK);
    assert_int_equal(rig_add(SIDE_LOWER), MESSAGE_ADDED);
    assert_int_equal(rig_pin(MESSAGE_LOCK, ""), STATUS_OK);
    assert_true(rig_pass(KEEPER_OPEN_MS_MAX));
    rig_pass(KEEPER_ENDING_MS_MAX);
    assert_int_equal(rig_status()->meeting, MEETING_NONE);
    assert_int_equal(rig_status()->open_meetings, 2);
    done_so(ERRAND_OF_DRIVES, STATUS_STUCK);
    assert_int_equal(refusal_of(sequence), STATUS_DENIED); /* it is locked by now */
    elsewhere.errand.kind = ERRAND_KIND_COUNT;
    door = try_pin(MESSAGE_UNLOCK, RIG_PIN);
    done_well(ERRAND_OF_PIN);
    sequence = ask_drive(MESSAGE_SAVE_BACKUP);
    done_so(ERRAND_OF_DRIVES, STATUS_STUCK);
    assert_int_equal(refusal_of(sequence), STATUS_STUCK);
}

/* Nobody waits for a list that nobody asked for; it comes when there is room. */
static void test_a_list_makes_room(void **state)
{
    (void)state;
    keeper_drives_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_int_equal(rig.count, 0);
    assert_int_equal(elsewhere.errand.kind, ERRAND_LIST);
    uint32_t sequence = ask_drive(MESSAGE_SAVE_BACKUP);
    assert_int_equal(elsewhere.dropped, 1);
    assert_int_equal(elsewhere.errand.kind, ERRAND_EXPORT);
    keeper_drives_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_int_equal(elsewhere.begun, 2);
    done_well(ERRAND_OF_DRIVES);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].type, MESSAGE_SAVED);
    assert_int_equal(rig.out[0].sequence, sequence);
    assert_int_equal(elsewhere.begun, 3);
    assert_int_equal(elsewhere.errand.kind, ERRAND_LIST);
    done_well(ERRAND_OF_DRIVES);
    assert_int_equal(rig.count, 1);
    assert_int_equal(rig.out[0].type, MESSAGE_DRIVES);
    assert_int_equal(rig.out[0].sequence, 0);
    /* Nobody hears of drives at a locked door. */
    keeper_drives_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    done_well(ERRAND_OF_DRIVES);
    assert_int_equal(rig.count, 0);
}

static void test_what_a_drive_says_is_looked_at(void **state)
{
    (void)state;
    struct errand_answer hostile = {.drives = {.count = 1}};
    memcpy(hostile.drives.drive[0].label, "A\x1b[2J", 6);
    rig_make(MESSAGE_READ_DRIVES);
    uint32_t sequence = wait_for();
    done(ERRAND_OF_DRIVES, &hostile);
    assert_int_equal(refusal_of(sequence), STATUS_INVALID);
    hostile = (struct errand_answer){.drives = {.count = 99}};
    rig_make(MESSAGE_READ_DRIVES);
    sequence = wait_for();
    done(ERRAND_OF_DRIVES, &hostile);
    assert_int_equal(refusal_of(sequence), STATUS_INVALID);
    hostile = (struct errand_answer){.backups = {.count = 1, .name = {"../settings"}}};
    sequence = ask_drive(MESSAGE_READ_BACKUPS);
    done(ERRAND_OF_DRIVES, &hostile);
    assert_int_equal(refusal_of(sequence), STATUS_INVALID);
    hostile = (struct errand_answer){.backups = {.count = 1, .name = {"b.backup"}}};
    memcpy(hostile.backups.label, "OTHER", 5);
    sequence = ask_drive(MESSAGE_READ_BACKUPS);
    done(ERRAND_OF_DRIVES, &hostile);
    assert_int_equal(rig.out[0].type, MESSAGE_BACKUPS);
    assert_string_equal(rig.out[0].as.backups.label, "STICK"); /* the one that was asked for */
}

/* The file is still read from the drive when a meeting opens: nothing is put back then, nor, in the
 * second round, over that meeting once it is saved. */
static void test_nothing_is_put_back_under_a_meeting(void **state)
{
    (void)state;
    static uint8_t before[4096], after[4096];
    ask_drive(MESSAGE_SAVE_BACKUP);
    done_well(ERRAND_OF_DRIVES);
    rig.host.begin = NULL;
    rig_meeting(2, SIDE_LOWER);
    rig.host.begin = hold_begin;
    for (int i = 0; i < 4; i++) {
        rig_make(i % 2 == 0 ? MESSAGE_CHECK_BACKUP : MESSAGE_RESTORE);
        memcpy(rig.in.as.pick.label, "STICK", 5);
        memcpy(rig.in.as.pick.name, BACKUP, sizeof(BACKUP));
        uint32_t sequence = wait_for();
        if (i % 2 == 0) {
            done_well(ERRAND_OF_DRIVES);
            assert_int_equal(rig.out[0].type, MESSAGE_BACKUP);
            continue;
        }
        assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
        if (i == 3) {
            assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
        }
        size_t length = rig_file(STORE_FILE, before, sizeof(before));
        done_well(ERRAND_OF_DRIVES);
        assert_int_equal(result_of(sequence), STATUS_DENIED);
        assert_int_equal(rig_file(STORE_FILE, after, sizeof(after)), length);
        assert_memory_equal(before, after, length);
        assert_int_equal(rig_ask(MESSAGE_DISCARD), i == 1 ? STATUS_OK : STATUS_DENIED);
    }
}

/* Whoever asked is gone, or the door is locked, or nobody can be sent: no answer goes anywhere. */
static void test_answers_that_nobody_hears(void **state)
{
    (void)state;
    ask_drive(MESSAGE_SAVE_BACKUP);
    keeper_face_came(&rig.keeper);
    done_well(ERRAND_OF_DRIVES);
    assert_int_equal(rig.count, 0);
    try_pin(MESSAGE_UNLOCK, RIG_PIN);
    done_well(ERRAND_OF_PIN);
    elsewhere.refuses = STATUS_IO;
    keeper_drives_changed(&rig.keeper, rig.now_ms, rig.out, &rig.count);
    assert_int_equal(rig.count, 0);
}

static void test_one_new_pin_at_a_time(void **state)
{
    (void)state;
    uint32_t first = try_pin(MESSAGE_SET_PIN, "654321");
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, "999999"), STATUS_BUSY);
    assert_null(memmem(&rig.secret, sizeof(rig.secret), "999999", 6));
    done_well(ERRAND_OF_PIN);
    assert_int_equal(result_of(first), STATUS_OK);
    assert_true(fake_pin_matches("654321", rig.keeper.settings.pin_hash));
}

static void test_an_errand_of_no_kind(void **state)
{
    (void)state;
    static struct errand_answer answer;
    const struct errand none = {.kind = ERRAND_KIND_COUNT};
    errand_do(&rig.host, &none, rig.keeper.scratch, sizeof(rig.keeper.scratch), &answer);
    assert_int_equal(answer.status, STATUS_INVALID);
}

#define TEST(name) cmocka_unit_test_setup(name, begin)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_no_memory_costs_no_try),
        TEST(test_a_pin_is_kept_nowhere),
        TEST(test_one_check_at_a_time),
        TEST(test_the_next_face_finds_no_open_door),
        TEST(test_a_new_pin_needs_memory_too),
        TEST(test_everything_goes_on_while_a_drive_hangs),
        TEST(test_a_list_makes_room),
        TEST(test_what_a_drive_says_is_looked_at),
        TEST(test_nothing_is_put_back_under_a_meeting),
        TEST(test_answers_that_nobody_hears),
        TEST(test_one_new_pin_at_a_time),
        TEST(test_an_errand_of_no_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
