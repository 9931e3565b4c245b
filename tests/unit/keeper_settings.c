/* SPDX-License-Identifier: MIT */
/* Protects the settings: only an unlocked keeper without a meeting changes them, all or nothing;
 * another scale, period or set of questions is another series; and the machine's own file is read
 * strictly, since it must never make a screen that nobody can use. */
#include "keeper_rig.h"

static enum status choose(uint8_t scale, enum look_back look_back, uint8_t off)
{
    rig_make(MESSAGE_SET_SETTINGS);
    rig.in.as.choice = (struct settings_choice){scale, (uint8_t)look_back, off};
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    enum status status = (enum status)rig.out[0].as.status.result;
    assert_int_equal(rig.count, status == STATUS_OK ? 2 : 1);
    if (status == STATUS_OK) {
        assert_int_equal(rig.out[1].type, MESSAGE_SETTINGS);
        assert_int_equal(rig.out[1].as.settings.choice.look_back, look_back);
        assert_int_equal(rig.out[1].as.settings.choice.question_off, off);
        assert_int_equal(rig.out[0].as.status.scale, scale);
    }
    return status;
}

static enum status set_machine(uint32_t px_per_m, const char *look)
{
    rig_make(MESSAGE_SET_MACHINE);
    rig.in.as.machine = (struct machine){.px_per_m = px_per_m, .width = 1920, .height = 1080};
    memcpy(rig.in.as.machine.look, look, strlen(look));
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    enum status status = (enum status)rig.out[0].as.status.result;
    assert_int_equal(rig.count, status == STATUS_OK ? 2 : 1);
    if (status == STATUS_OK) {
        assert_int_equal(rig.out[1].type, MESSAGE_MACHINE);
        assert_int_equal(rig.out[1].as.machine.px_per_m, px_per_m);
    }
    return status;
}

static enum status set_support(const char *room, const char *phone)
{
    rig_make(MESSAGE_SET_SUPPORT);
    memcpy(rig.in.as.support.line[SUPPORT_ROOM], room, strlen(room));
    memcpy(rig.in.as.support.line[SUPPORT_PHONE], phone, strlen(phone));
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    enum status status = (enum status)rig.out[0].as.status.result;
    assert_int_equal(rig.count, status == STATUS_OK ? 2 : 1);
    if (status == STATUS_OK) {
        assert_int_equal(rig.out[1].type, MESSAGE_SETTINGS);
        assert_string_equal(rig.out[1].as.settings.support.line[SUPPORT_ROOM], room);
        assert_string_equal(rig.out[1].as.settings.support.line[SUPPORT_PHONE], phone);
    }
    return status;
}

static enum status settle(enum chore chore)
{
    rig_make(MESSAGE_SETTLE);
    rig.in.as.chore = (uint8_t)chore;
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    enum status status = (enum status)rig.out[0].as.status.result;
    assert_int_equal(rig.count, status == STATUS_OK ? 2 : 1);
    return status;
}

/* As a new face hears it, before anybody unlocks. */
static uint8_t still_open(void)
{
    rig_make(MESSAGE_HELLO);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[1].type, MESSAGE_SETTINGS);
    return rig.out[1].as.settings.still_open;
}

static bool hello_says(uint32_t px_per_m)
{
    rig_make(MESSAGE_HELLO);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.count, 3);
    assert_int_equal(rig.out[2].type, MESSAGE_MACHINE);
    return rig.out[2].as.machine.px_per_m == px_per_m;
}

static void put_machine(const char *text)
{
    (void)rig.ram.ops.remove(&rig.ram, MACHINE_FILE);
    assert_int_equal(
        store_write_file(&rig.ram.ops, MACHINE_FILE, MACHINE_TEMPORARY, text, strlen(text)),
        STATUS_OK);
}

static void test_only_unlocked_and_between_meetings(void **state)
{
    (void)state;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_int_equal(choose(4, LOOK_BACK_MET, 0), STATUS_DENIED);
    assert_int_equal(set_support("Ask Kim.", ""), STATUS_DENIED);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    assert_int_equal(choose(4, LOOK_BACK_MET, 0), STATUS_DENIED);
    assert_int_equal(set_machine(5560, "soft"), STATUS_DENIED);
    assert_int_equal(set_support("Ask Kim.", ""), STATUS_DENIED);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(choose(4, LOOK_BACK_MET, 0), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig.keeper.settings.choice.scale, 4);
}

static void test_four_questions_stay_on(void **state)
{
    (void)state;
    assert_int_equal(choose(2, LOOK_BACK_MET, 0x0f), STATUS_INVALID); /* three would be left */
    assert_int_equal(rig.keeper.settings.choice.question_off, 0);
    assert_int_equal(choose(2, LOOK_BACK_MET, 0x07), STATUS_OK);
    assert_int_equal(rig_status()->question_count, 4);
    rig.pack.question_count = 5;
    assert_int_equal(choose(2, LOOK_BACK_MET, 0x20), STATUS_INVALID); /* there is no sixth */
}

static void test_another_choice_is_another_series(void **state)
{
    (void)state;
    static const struct settings_choice CHOICES[] = {{2, LOOK_BACK_MET, 0},
                                                     {4, LOOK_BACK_MET, 0},
                                                     {2, LOOK_BACK_WEEK, 0},
                                                     {2, LOOK_BACK_MET, 1}};
    enum { COUNT = sizeof(CHOICES) / sizeof(CHOICES[0]) };
    char series[COUNT][TOTALS_SERIES_BYTES];
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(
            choose(CHOICES[i].scale, (enum look_back)CHOICES[i].look_back, CHOICES[i].question_off),
            STATUS_OK);
        memcpy(series[i], rig.keeper.series, sizeof(series[i]));
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(series[k], series[i]);
        }
    }
    assert_int_equal(choose(2, LOOK_BACK_MET, 0), STATUS_OK); /* and back */
    assert_string_equal(rig.keeper.series, series[0]);
}

static void test_the_set_under_way_stays_behind(void **state)
{
    (void)state;
    rig_meeting(3, SIDE_UPPER);
    assert_int_equal(rig_status()->open_meetings, 1);
    assert_int_equal(choose(2, LOOK_BACK_MET, 0), STATUS_OK);
    assert_int_equal(rig_status()->open_meetings, 0);
    assert_true(rig_status()->left_over);
    rig_meeting(3, SIDE_UPPER);
    assert_int_equal(rig.keeper.totals.block_count, 2);
    assert_int_equal(rig.keeper.totals.block[1].scale, 2);
    assert_int_equal(choose(4, LOOK_BACK_MET, 0), STATUS_OK); /* back begins a set anew too */
    assert_int_equal(rig_status()->open_meetings, 0);
}

static void test_what_was_not_written_did_not_change(void **state)
{
    (void)state;
    static const enum status FAULTS[] = {STATUS_NO_SPACE, STATUS_READ_ONLY, STATUS_IO};
    char series[TOTALS_SERIES_BYTES];
    memcpy(series, rig.keeper.series, sizeof(series));
    for (size_t i = 0; i < sizeof(FAULTS) / sizeof(FAULTS[0]); i++) {
        rig.write_fault = FAULTS[i];
        assert_int_equal(choose(2, LOOK_BACK_WEEK, 1), FAULTS[i]);
        assert_int_equal(set_machine(5560, "soft"), FAULTS[i]);
        assert_int_equal(set_support("Ask Kim.", ""), FAULTS[i]);
        rig.write_fault = STATUS_OK;
        assert_int_equal(rig.keeper.settings.choice.scale, 4);
        assert_string_equal(rig.keeper.series, series);
        assert_string_equal(rig.keeper.settings.support.line[SUPPORT_ROOM], "");
        assert_true(hello_says(0));
        rig_unlock();
    }
}

/* The longest lines, the set under way and the series with it, over a restart. */
static void test_support_lines_are_kept_and_change_nothing_else(void **state)
{
    (void)state;
    char series[TOTALS_SERIES_BYTES], longest[SETTINGS_TEXT_BYTES] = "";
    rig_meeting(3, SIDE_UPPER);
    assert_int_equal(choose(4, LOOK_BACK_WEEK, 0), STATUS_OK);
    rig_meeting(3, SIDE_UPPER);
    memcpy(series, rig.keeper.series, sizeof(series));
    memset(longest, '7', sizeof(longest) - 1);
    assert_int_equal(set_support("\u0627\u0633\u0623\u0644 Kim = #1", longest), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_string_equal(rig.keeper.settings.support.line[SUPPORT_PHONE], longest);
    assert_string_equal(rig.keeper.settings.support.line[SUPPORT_ROOM],
                        "\u0627\u0633\u0623\u0644 Kim = #1");
    assert_string_equal(rig.keeper.settings.support.line[SUPPORT_DANGER], "");
    assert_string_equal(rig.keeper.series, series);
    assert_int_equal(rig_status()->open_meetings, 1);
    assert_int_equal(rig.keeper.settings.choice.look_back, LOOK_BACK_WEEK);
    assert_int_equal(set_support("", ""), STATUS_OK); /* back to the usual words */
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_string_equal(rig.keeper.settings.support.line[SUPPORT_PHONE], "");
}

static void test_the_pin_stays(void **state)
{
    (void)state;
    assert_int_equal(choose(4, LOOK_BACK_WEEK, 1), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_int_equal(rig.keeper.settings.choice.look_back, LOOK_BACK_WEEK);
}

static void test_the_machine_is_told_at_hello(void **state)
{
    (void)state;
    assert_int_equal(set_machine(5560, "soft"), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_true(hello_says(5560));
    assert_int_equal(set_machine(3950, ""), STATUS_DENIED); /* locked by the boot */
    assert_true(hello_says(5560));
}

/* What a first run leaves stays open over a restart until somebody settles it, one by one. */
static void test_chores_are_settled_one_by_one(void **state)
{
    (void)state;
    assert_int_equal(still_open(), CHORES_ALL);
    rig_unlock();
    assert_int_equal(settle(CHORE_SOUND), STATUS_OK);
    assert_int_equal(rig.out[1].as.settings.still_open, CHORES_ALL & ~(1u << CHORE_SOUND));
    assert_int_equal(settle(CHORE_SOUND), STATUS_OK); /* again is no matter */
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(still_open(), CHORES_ALL & ~(1u << CHORE_SOUND));
    assert_int_equal(settle(CHORE_PLACE), STATUS_DENIED); /* locked by the boot */
    rig_unlock();
    for (enum chore chore = 0; chore < CHORE_COUNT; chore++) {
        assert_int_equal(settle(chore), STATUS_OK);
    }
    assert_int_equal(still_open(), 0);
    rig_unlock();
    assert_int_equal(rig_open(ROOM_FEW), STATUS_OK);
    assert_int_equal(settle(CHORE_PLACE), STATUS_DENIED);
}

/* A kiosk that was set up before there were chores is not nagged by them. */
static void test_settings_of_before_have_no_chores(void **state)
{
    (void)state;
    char text[SETTINGS_BYTES_MAX];
    size_t length = rig_file(SETTINGS_FILE, text, sizeof(text));
    char *line = strstr(text, "still-open = "), *next = strchr(line, '\n') + 1;
    memmove(line, next, length - (size_t)(next - text));
    length -= (size_t)(next - line);
    assert_int_equal(
        store_write_file(&rig.ram.ops, SETTINGS_FILE, SETTINGS_TEMPORARY, text, length), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(still_open(), 0);
}

/* Before there is a PIN the machine belongs to whoever sets it up. */
static void test_the_first_run_may_fit_the_screen(void **state)
{
    (void)state;
    rig_start();
    assert_int_equal(set_machine(5560, ""), STATUS_OK);
    assert_int_equal(choose(4, LOOK_BACK_MET, 0), STATUS_DENIED);
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
    assert_true(hello_says(5560));
}

static void test_a_machine_file_that_cannot_be_read_is_as_none(void **state)
{
    (void)state;
    static const char *const BAD[] = {"", "machine 1\nfit = 5560 1920\n",
                                      "machine 1\nfit = 1 1 1\n"};
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        put_machine(BAD[i]);
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_true(hello_says(0));
    }
    rig_unlock();
    assert_int_equal(set_machine(5560, ""), STATUS_OK); /* and written over */
}

static void test_a_newer_machine_file_is_left_alone(void **state)
{
    (void)state;
    put_machine("machine 2\n");
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    assert_int_equal(set_machine(5560, ""), STATUS_NEWER);
    char text[16] = "";
    assert_int_equal(rig_file(MACHINE_FILE, text, sizeof(text)), 10);
    assert_string_equal(text, "machine 2\n");
}

static void test_health_is_for_facilitators(void **state)
{
    (void)state;
    rig_make(MESSAGE_READ_HEALTH);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_HEALTH);
    assert_true(rig.out[0].as.health.memory_locked);
    assert_int_equal(rig.out[0].as.health.free_mb, 5100);
    assert_int_equal(rig.out[0].as.health.now.day, 3);
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    rig_make(MESSAGE_READ_HEALTH);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_REFUSED);
    assert_int_equal(rig.out[0].as.refused.why, STATUS_DENIED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_only_unlocked_and_between_meetings, rig_ready),
        cmocka_unit_test_setup(test_four_questions_stay_on, rig_ready),
        cmocka_unit_test_setup(test_another_choice_is_another_series, rig_ready),
        cmocka_unit_test_setup(test_the_set_under_way_stays_behind, rig_ready),
        cmocka_unit_test_setup(test_what_was_not_written_did_not_change, rig_ready),
        cmocka_unit_test_setup(test_support_lines_are_kept_and_change_nothing_else, rig_ready),
        cmocka_unit_test_setup(test_the_pin_stays, rig_ready),
        cmocka_unit_test_setup(test_the_machine_is_told_at_hello, rig_ready),
        cmocka_unit_test_setup(test_chores_are_settled_one_by_one, rig_ready),
        cmocka_unit_test_setup(test_settings_of_before_have_no_chores, rig_ready),
        cmocka_unit_test_setup(test_the_first_run_may_fit_the_screen, rig_ready),
        cmocka_unit_test_setup(test_a_machine_file_that_cannot_be_read_is_as_none, rig_ready),
        cmocka_unit_test_setup(test_a_newer_machine_file_is_left_alone, rig_ready),
        cmocka_unit_test_setup(test_health_is_for_facilitators, rig_ready),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
