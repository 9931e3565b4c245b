/* SPDX-License-Identifier: MIT */
/* Protects the wire between the processes: only a message whose every byte has a meaning, in the
 * right direction, gets past the check. */
#include "good_message.h"

static uint64_t random_state = 1;

static uint32_t random_next(void)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 32);
}

static void test_every_type_in_its_direction(void **state)
{
    (void)state;
    for (unsigned type = 0; type < 200; type++) {
        fill((enum message_type)type);
        assert_int_equal(from_face(), is_of_face(type) ? STATUS_OK : STATUS_INVALID);
        assert_int_equal(from_keeper(), is_of_keeper(type) ? STATUS_OK : STATUS_INVALID);
    }
}

static void test_length_version_and_sequence(void **state)
{
    (void)state;
    fill(MESSAGE_ADD);
    assert_int_equal(message_check_from_face(&message, sizeof(message) - 1), STATUS_INVALID);
    assert_int_equal(message_check_from_face(&message, 0), STATUS_INVALID);
    message.version = MESSAGE_VERSION + 1;
    assert_int_equal(from_face(), STATUS_INVALID);
    begin(MESSAGE_HELLO, 0);
    assert_int_equal(from_face(), STATUS_INVALID);
    fill_status();
    message.sequence = 0; /* unasked */
    assert_int_equal(from_keeper(), STATUS_OK);
}

/* Behind the last field of these types nothing may stand, whatever the byte and wherever. */
static void test_the_rest_is_zero(void **state)
{
    (void)state;
    static const struct {
        enum message_type type;
        size_t used;
    } CASES[] = {
        {MESSAGE_HELLO, 0},
        {MESSAGE_ADD, PACK_QUESTION_MAX},
        {MESSAGE_SET_PIN, 12},
        {MESSAGE_OPEN, offsetof(struct message_open, month) + 3},
        {MESSAGE_PAUSE, 1},
        {MESSAGE_LEAVE, 1},
        {MESSAGE_READ_ROWS, 4},
        {MESSAGE_ADDED, 0},
        {MESSAGE_REFUSED, 4},
        {MESSAGE_SAVED, 0},
        {MESSAGE_STATUS, sizeof(struct keeper_status)},
        {MESSAGE_SET_SETTINGS, sizeof(struct settings_choice)},
        {MESSAGE_SET_MACHINE, sizeof(struct machine)},
        {MESSAGE_MACHINE, sizeof(struct machine)},
        {MESSAGE_SET_SUPPORT, sizeof(struct settings_support)},
        {MESSAGE_SETTLE, 1},
        {MESSAGE_SET_CLOCK, offsetof(struct civil_time, minute) + 1},
        {MESSAGE_READ_HEALTH, 0},
        {MESSAGE_HEALTH, offsetof(struct health_facts, now) + 7},
        {MESSAGE_READ_LINE, 8},
        {MESSAGE_READ_BACKUPS, MESSAGE_LABEL_BYTES + 8},
        {MESSAGE_CHECK_BACKUP, MESSAGE_LABEL_BYTES + 8},
        {MESSAGE_RESTORE, MESSAGE_LABEL_BYTES + 8},
        {MESSAGE_ERASE_ALL, 0},
        {MESSAGE_BACKUPS, offsetof(struct message_backups, name[1]) + 8},
        {MESSAGE_BACKUP, 3},
        {MESSAGE_ERASED, 4},
        {MESSAGE_LINE, offsetof(struct message_line, point[1])},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        for (size_t at = CASES[i].used; at < sizeof(message.as.bytes); at++) {
            fill(CASES[i].type);
            message.as.bytes[at] = (uint8_t)(1u << at % 8);
            enum status status = is_of_face(CASES[i].type) ? from_face() : from_keeper();
            assert_int_equal(status, STATUS_INVALID);
        }
    }
}

static void test_padding_is_zero(void **state)
{
    (void)state;
    fill_status();
    size_t gap = offsetof(struct keeper_status, appliance) + 1;
    assert_true(gap < offsetof(struct keeper_status, complete_blocks));
    message.as.bytes[gap] = 1;
    assert_int_equal(from_keeper(), STATUS_INVALID);
}

static void test_seal_zeroes_what_means_nothing(void **state)
{
    (void)state;
    fill_status();
    struct message good = message;
    memset(&message, 0xff, sizeof(message));
    message.version = MESSAGE_VERSION;
    message.type = MESSAGE_STATUS;
    message.sequence = 7;
    memcpy(&message.as.status, &good.as.status, sizeof(good.as.status));
    message.as.bytes[offsetof(struct keeper_status, appliance) + 1] = 0xff; /* padding */
    assert_int_equal(from_keeper(), STATUS_INVALID);
    assert_int_equal(message_seal(&message), STATUS_OK);
    assert_int_equal(from_keeper(), STATUS_OK);
    assert_memory_equal(&message, &good, sizeof(message));
    message.as.status.scale = 9;
    assert_int_equal(message_seal(&message), STATUS_INVALID);
}

/* Random records, and good ones with random bits turned: never an answer but yes or no, and a
 * message that is accepted keeps zero where its type has no fields. */
static void test_random_records(void **state)
{
    (void)state;
    for (unsigned round = 0; round < 20000; round++) {
        unsigned type = random_next() % MESSAGE_KEEPER_COUNT;
        fill((enum message_type)type);
        unsigned flips = 1 + random_next() % 8;
        for (unsigned i = 0; i < flips; i++) {
            uint8_t *byte = (uint8_t *)&message + random_next() % sizeof(message);
            *byte = (uint8_t)(*byte ^ 1u << random_next() % 8);
        }
        if (round % 4 == 0) {
            for (size_t i = 4; i < sizeof(message); i++) {
                ((uint8_t *)&message)[i] = (uint8_t)random_next();
            }
        }
        bool face = from_face() == STATUS_OK;
        bool keeper = from_keeper() == STATUS_OK;
        assert_false(face && keeper);
        assert_false(round % 4 == 0 && (face || keeper));
        if (face || keeper) {
            assert_int_equal(message.version, MESSAGE_VERSION);
            assert_true(face ? is_of_face(message.type) : is_of_keeper(message.type));
            assert_int_equal(message.as.bytes[sizeof(message.as.bytes) - 1], 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_type_in_its_direction),
        cmocka_unit_test(test_length_version_and_sequence),
        cmocka_unit_test(test_the_rest_is_zero),
        cmocka_unit_test(test_padding_is_zero),
        cmocka_unit_test(test_seal_zeroes_what_means_nothing),
        cmocka_unit_test(test_random_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
