/* SPDX-License-Identifier: MIT */
/* Protects the wire between the processes: only a message whose every byte has a meaning, in the
 * right direction, gets past the check. */
#include "core/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct message message;

static uint64_t random_state = 1;

static uint32_t random_next(void)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 32);
}

static void begin(enum message_type type, uint32_t sequence)
{
    message_init(&message, type);
    message.sequence = sequence;
}

static enum status from_face(void)
{
    return message_check_from_face(&message, sizeof(message));
}

static enum status from_keeper(void)
{
    return message_check_from_keeper(&message, sizeof(message));
}

static void fill_status(void)
{
    begin(MESSAGE_STATUS, 7);
    struct keeper_status *status = &message.as.status;
    status->tries_left = 5;
    status->question_count = 7;
    status->scale = 2;
    status->today = (struct civil_time){{2026, 11}, 3, 19, 5};
}

static void fill_rows(void)
{
    begin(MESSAGE_ROWS, 7);
    struct message_rows *rows = &message.as.rows;
    rows->total = 9;
    rows->from = 8;
    rows->count = 1;
    struct block *block = &rows->block[0];
    block->id = 9;
    memcpy(block->series, "0123456789abcdef", 16);
    block->month = (struct month){2026, 11};
    block->meetings = 4;
    block->scale = 2;
    block->tally_count = 2;
    memcpy(block->tally[0].question, "q1", 2);
    block->tally[0].upper = -3;
    memcpy(block->tally[1].question, "q2", 2);
    block->tally[1].lower = TOTALS_TALLY_LIMIT;
}

static void fill_line(void)
{
    begin(MESSAGE_LINE, 7);
    struct message_line *line = &message.as.line;
    line->request.kind = LINE_QUESTION;
    line->request.index = 6;
    line->view.block_count = 12;
    line->view.series_month = (struct month){2026, 1};
    line->view.claim = (struct claim_shown){.grade = GRADE_CHANGED, .strength = 1200, .since = 5};
    line->view.first_month = (struct month){2026, 1};
    line->view.since_month = (struct month){2026, 6};
    line->view.point_count = 1;
    line->count = 1;
    line->point[0].month = (struct month){2026, 11};
    line->point[0].band = (struct band){.centre = 50, .low = 40, .high = 60, .readable = true};
}

static void fill(enum message_type type)
{
    begin(type, 7);
    switch ((unsigned)type) {
    case MESSAGE_ADD:
        message.as.sides[0] = SIDE_LOWER;
        message.as.sides[6] = SIDE_UPPER;
        break;
    case MESSAGE_SET_PIN:
    case MESSAGE_UNLOCK:
        memcpy(message.as.pin, "123456", 6);
        break;
    case MESSAGE_OPEN:
        message.as.open.room = ROOM_MANY;
        message.as.open.month = (struct month){2026, 11};
        break;
    case MESSAGE_SAVE_REPORT:
        memcpy(message.as.save.label, "STICK 2", 7);
        break;
    case MESSAGE_LEAVE:
        message.as.leave = LEAVE_OFF;
        break;
    case MESSAGE_SET_SETTINGS:
        message.as.choice = (struct settings_choice){.scale = 4, .question_off = 5};
        break;
    case MESSAGE_SET_SUPPORT:
        memcpy(message.as.support.phone, "Kim +1 555 0100", 15);
        break;
    case MESSAGE_SETTLE:
        message.as.chore = CHORE_PLACE;
        break;
    case MESSAGE_SET_CLOCK:
        message.as.clock = (struct civil_time){{2028, 2}, 29, 19, 5};
        break;
    case MESSAGE_SET_MACHINE:
    case MESSAGE_MACHINE:
        message.as.machine =
            (struct machine){5560, 1920, 1080, "soft", "en", "de", "America/Argentina/Ushuaia"};
        break;
    case MESSAGE_HEALTH:
        message.as.health = (struct health_facts){.writable = 1, .now = {{2026, 11}, 3, 19, 5}};
        break;
    case MESSAGE_STATUS:
        fill_status();
        break;
    case MESSAGE_SETTINGS:
        message.as.settings.choice.scale = 2;
        memcpy(message.as.settings.support.room, "Ask \xc3\x89va.", 9);
        break;
    case MESSAGE_REFUSED:
        message.as.refused.type = MESSAGE_ADD;
        message.as.refused.why = STATUS_DENIED;
        break;
    case MESSAGE_ROWS:
        fill_rows();
        break;
    case MESSAGE_LINE:
        fill_line();
        break;
    case MESSAGE_REPORT:
        memcpy(message.as.report.text, "window,months\n", 14);
        break;
    case MESSAGE_DRIVES:
        message.as.drives.count = 1;
        memcpy(message.as.drives.drive[0].label, "STICK", 5);
        message.as.drives.drive[0].free_bytes = UINT64_MAX;
        break;
    case MESSAGE_SAVE_BACKUP:
        memcpy(message.as.label, "STICK", 5);
        break;
    case MESSAGE_READ_BACKUPS:
    case MESSAGE_CHECK_BACKUP:
    case MESSAGE_RESTORE:
        memcpy(message.as.pick.label, "STICK", 5);
        memcpy(message.as.pick.name, "a.backup", 8);
        break;
    case MESSAGE_BACKUPS:
        memcpy(message.as.backups.label, "STICK", 5);
        message.as.backups.count = 2;
        memcpy(message.as.backups.name[0], "b.backup", 8);
        memcpy(message.as.backups.name[1], "a.backup", 8);
        break;
    case MESSAGE_BACKUP:
        message.as.backup.month = (struct month){2026, 11};
        break;
    case MESSAGE_ERASED:
        message.as.left = 3;
        break;
    default:
        break;
    }
}

static bool is_of_face(unsigned type)
{
    return type > MESSAGE_NONE && type < MESSAGE_FACE_COUNT;
}

static bool is_of_keeper(unsigned type)
{
    return type >= MESSAGE_STATUS && type < MESSAGE_KEEPER_COUNT;
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

static void test_texts_end_and_are_clean(void **state)
{
    (void)state;
    fill(MESSAGE_SETTINGS);
    memset(message.as.settings.support.room, 'a', SETTINGS_TEXT_BYTES);
    assert_int_equal(from_keeper(), STATUS_INVALID);
    message.as.settings.support.room[SETTINGS_TEXT_BYTES - 1] = '\0';
    assert_int_equal(from_keeper(), STATUS_OK);
    message.as.settings.support.room[3] = '\n'; /* one line only */
    assert_int_equal(from_keeper(), STATUS_INVALID);
    message.as.settings.support.room[3] = (char)0xc3; /* half a character */
    assert_int_equal(from_keeper(), STATUS_INVALID);
    message.as.settings.support.room[3] = '\0'; /* something behind the end */
    assert_int_equal(from_keeper(), STATUS_INVALID);
}

/* Whatever passes here can be read back from the settings file; a blank at an end could not. */
static void test_support_lines(void **state)
{
    (void)state;
    static const char *const BAD[] = {" Kim", "Kim ", " ", "Kim\nRoom 2", "Kim\x1b[2J", "\xc3"};
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        fill(MESSAGE_SET_SUPPORT);
        memcpy(message.as.support.danger, BAD[i], strlen(BAD[i]));
        assert_int_equal(from_face(), STATUS_INVALID);
    }
    fill(MESSAGE_SET_SUPPORT);
    memset(message.as.support.room, 'a', SETTINGS_TEXT_BYTES - 1);
    assert_int_equal(from_face(), STATUS_OK);
    message.as.support.room[SETTINGS_TEXT_BYTES - 1] = 'a'; /* no end */
    assert_int_equal(from_face(), STATUS_INVALID);
}

static void test_choices(void **state)
{
    (void)state;
    for (uint8_t scale = 0; scale < 8; scale++) {
        fill(MESSAGE_SET_SETTINGS);
        message.as.choice.scale = scale;
        assert_int_equal(from_face(),
                         settings_scale_is_offered(scale) ? STATUS_OK : STATUS_INVALID);
    }
    assert_true(settings_scale_is_offered(2) && settings_scale_is_offered(4));
    assert_false(settings_scale_is_offered(3));
    fill(MESSAGE_SET_SETTINGS);
    message.as.choice.look_back = LOOK_BACK_WEEK + 1;
    assert_int_equal(from_face(), STATUS_INVALID);
    fill(MESSAGE_SET_SETTINGS);
    message.as.choice.question_off = 1u << PACK_QUESTION_MAX;
    assert_int_equal(from_face(), STATUS_INVALID);
}

static void test_machines(void **state)
{
    (void)state;
    fill(MESSAGE_SET_MACHINE);
    message.as.machine.px_per_m = 100; /* a screen that nobody could use */
    assert_int_equal(from_face(), STATUS_INVALID);
    fill(MESSAGE_SET_MACHINE);
    message.as.machine.look[0] = '/';
    assert_int_equal(from_face(), STATUS_INVALID);
    static const char *const ZONES[] = {"/etc/passwd", "Europe/../x", "Europe Berlin"};
    for (size_t i = 0; i < sizeof(ZONES) / sizeof(ZONES[0]); i++) {
        fill(MESSAGE_SET_MACHINE);
        memset(message.as.machine.zone, 0, MACHINE_ZONE_BYTES);
        memcpy(message.as.machine.zone, ZONES[i], strlen(ZONES[i]));
        assert_int_equal(from_face(), STATUS_INVALID);
    }
    fill(MESSAGE_MACHINE);
    message.as.machine.height = 0;
    assert_int_equal(from_keeper(), STATUS_INVALID);
    fill(MESSAGE_HEALTH);
    message.as.health.swap = HEALTH_SWAP_ON + 1;
    assert_int_equal(from_keeper(), STATUS_INVALID);
    fill(MESSAGE_HEALTH);
    message.as.health.sandbox_missing = HEALTH_SANDBOX_ALL + 1;
    assert_int_equal(from_keeper(), STATUS_INVALID);
}

/* No clock can say a day that there is not. */
static void test_clocks(void **state)
{
    (void)state;
    static const struct civil_time BAD[] = {
        {{0, 0}, 0, 0, 0},       {{2027, 2}, 29, 0, 0}, {{2100, 2}, 29, 0, 0},
        {{2026, 11}, 31, 0, 0},  {{2026, 11}, 0, 0, 0}, {{2026, 13}, 1, 0, 0},
        {{1999, 12}, 31, 23, 0}, {{2026, 1}, 1, 24, 0}, {{2026, 1}, 1, 0, 60},
    };
    fill(MESSAGE_SET_CLOCK);
    assert_int_equal(from_face(), STATUS_OK);
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        begin(MESSAGE_SET_CLOCK, 1);
        message.as.clock = BAD[i];
        assert_int_equal(from_face(), STATUS_INVALID);
    }
}

static void test_pins(void **state)
{
    (void)state;
    static const char *const BAD[] = {"", "12345", "1234567890123", "12345a", "12345 ", "-12345"};
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        begin(MESSAGE_UNLOCK, 1);
        memcpy(message.as.bytes, BAD[i], strlen(BAD[i]));
        assert_int_equal(from_face(), STATUS_INVALID);
    }
    begin(MESSAGE_UNLOCK, 1);
    memcpy(message.as.pin, "123456789012", 12);
    assert_int_equal(from_face(), STATUS_OK);
}

static void test_labels_lead_nowhere(void **state)
{
    (void)state;
    static const char *const BAD[] = {"", ".", "..", "../etc", "a/b", "/", ".hidden", "a\nb"};
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        begin(MESSAGE_SAVE_REPORT, 1);
        memcpy(message.as.save.label, BAD[i], strlen(BAD[i]));
        assert_int_equal(from_face(), STATUS_INVALID);
        for (enum message_type type = MESSAGE_SAVE_BACKUP; type <= MESSAGE_RESTORE; type++) {
            fill(type);
            memset(message.as.label, 0, MESSAGE_LABEL_BYTES); /* first in all of them */
            memcpy(message.as.label, BAD[i], strlen(BAD[i]));
            assert_int_equal(from_face(), STATUS_INVALID);
        }
        fill(MESSAGE_RESTORE);
        memset(message.as.pick.name, 0, MESSAGE_NAME_BYTES);
        memcpy(message.as.pick.name, BAD[i], strlen(BAD[i]));
        assert_int_equal(from_face(), STATUS_INVALID);
        fill(MESSAGE_READ_BACKUPS);
        memset(message.as.pick.name, 0, MESSAGE_NAME_BYTES);
        memcpy(message.as.pick.name, BAD[i], strlen(BAD[i]));
        assert_int_equal(from_face(), BAD[i][0] == '\0' ? STATUS_OK : STATUS_INVALID);
        fill(MESSAGE_BACKUPS);
        memset(message.as.backups.name[1], 0, MESSAGE_NAME_BYTES);
        memcpy(message.as.backups.name[1], BAD[i], strlen(BAD[i]));
        assert_int_equal(from_keeper(), STATUS_INVALID);
    }
    fill(MESSAGE_BACKUPS);
    message.as.backups.count = MESSAGE_BACKUP_MAX + 1;
    assert_int_equal(from_keeper(), STATUS_INVALID);
    begin(MESSAGE_BACKUP, 1); /* of no month */
    assert_int_equal(from_keeper(), STATUS_INVALID);
}

static void test_only_complete_blocks_cross(void **state)
{
    (void)state;
    for (uint32_t meetings = 0; meetings <= 5; meetings++) {
        fill_rows();
        message.as.rows.block[0].meetings = meetings;
        assert_int_equal(from_keeper(), meetings == 4 ? STATUS_OK : STATUS_INVALID);
    }
    fill_rows();
    message.as.rows.block[0].tally[0].upper = -TOTALS_TALLY_LIMIT - 1;
    assert_int_equal(from_keeper(), STATUS_INVALID);
    fill_rows();
    message.as.rows.from = 9; /* beyond the total */
    assert_int_equal(from_keeper(), STATUS_INVALID);
}

static void test_bands_and_flags(void **state)
{
    (void)state;
    fill_line();
    message.as.line.point[0].band.low = 51;
    assert_int_equal(from_keeper(), STATUS_INVALID);
    fill_line();
    memset(&message.as.line.point[0].band.readable, 2, 1); /* no bool at all */
    assert_int_equal(from_keeper(), STATUS_INVALID);
    fill_line();
    memset(&message.as.line.view.claim.grade, 0xff, sizeof(message.as.line.view.claim.grade));
    assert_int_equal(from_keeper(), STATUS_INVALID);
    fill_line();
    message.as.line.point[0].month.month = 13;
    assert_int_equal(from_keeper(), STATUS_INVALID);
}

static void test_unsaved_has_a_reason(void **state)
{
    (void)state;
    fill_status();
    message.as.status.meeting = MEETING_UNSAVED;
    assert_int_equal(from_keeper(), STATUS_INVALID);
    message.as.status.unsaved_why = STATUS_NO_SPACE;
    assert_int_equal(from_keeper(), STATUS_OK);
    message.as.status.meeting = MEETING_NONE;
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
        cmocka_unit_test(test_texts_end_and_are_clean),
        cmocka_unit_test(test_support_lines),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_machines),
        cmocka_unit_test(test_clocks),
        cmocka_unit_test(test_pins),
        cmocka_unit_test(test_labels_lead_nowhere),
        cmocka_unit_test(test_only_complete_blocks_cross),
        cmocka_unit_test(test_bands_and_flags),
        cmocka_unit_test(test_unsaved_has_a_reason),
        cmocka_unit_test(test_seal_zeroes_what_means_nothing),
        cmocka_unit_test(test_random_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
