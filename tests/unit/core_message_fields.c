/* SPDX-License-Identifier: MIT */
/* Protects each process from values that the other one may not send: a text, a number, a name or a
 * date in a message is within its limits, or the whole message does not get past the check. */
#include "good_message.h"

static void test_texts_end_and_are_clean(void **state)
{
    (void)state;
    fill(MESSAGE_SETTINGS);
    memset(message.as.settings.support.line[SUPPORT_ROOM], 'a', SETTINGS_TEXT_BYTES);
    assert_int_equal(from_keeper(), STATUS_INVALID);
    message.as.settings.support.line[SUPPORT_ROOM][SETTINGS_TEXT_BYTES - 1] = '\0';
    assert_int_equal(from_keeper(), STATUS_OK);
    message.as.settings.support.line[SUPPORT_ROOM][3] = '\n'; /* one line only */
    assert_int_equal(from_keeper(), STATUS_INVALID);
    message.as.settings.support.line[SUPPORT_ROOM][3] = (char)0xc3; /* half a character */
    assert_int_equal(from_keeper(), STATUS_INVALID);
    message.as.settings.support.line[SUPPORT_ROOM][3] = '\0'; /* something behind the end */
    assert_int_equal(from_keeper(), STATUS_INVALID);
}

/* Whatever passes here can be read back from the settings file; a blank at an end could not. */
static void test_support_lines(void **state)
{
    (void)state;
    static const char *const BAD[] = {" Kim", "Kim ", " ", "Kim\nRoom 2", "Kim\x1b[2J", "\xc3"};
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        fill(MESSAGE_SET_SUPPORT);
        memcpy(message.as.support.line[SUPPORT_DANGER], BAD[i], strlen(BAD[i]));
        assert_int_equal(from_face(), STATUS_INVALID);
    }
    fill(MESSAGE_SET_SUPPORT);
    memset(message.as.support.line[SUPPORT_ROOM], 'a', SETTINGS_TEXT_BYTES - 1);
    assert_int_equal(from_face(), STATUS_OK);
    message.as.support.line[SUPPORT_ROOM][SETTINGS_TEXT_BYTES - 1] = 'a'; /* no end */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
