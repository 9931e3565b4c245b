/* SPDX-License-Identifier: MIT */
/* Protects the month that a set bears for ever: a clock that cannot be right is doubted, what
 * somebody says of it holds until the clock has come beyond that, and order is that of meetings. */
#include "keeper/keeper_parts.h"
#include "keeper_rig.h"

static const struct month BUILT = {2026, 6};

static int ready(void **state)
{
    int failed = rig_ready(state);
    rig.host.built = BUILT;
    return failed;
}

static void clock_says(uint16_t year, uint8_t month)
{
    rig.civil = rig.civil_later = (struct civil_time){{year, month}, 3, 19, 5};
}

/* What a face is told, with that month on the clock. */
static const struct keeper_status *told(uint16_t year, uint8_t month)
{
    clock_says(year, month);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_OK);
    return &rig.out[0].as.status;
}

static void is_month(struct month found, uint16_t year, uint8_t month)
{
    assert_int_equal(found.year, year);
    assert_int_equal(found.month, month);
}

static void open_said(struct month said)
{
    rig_make(MESSAGE_OPEN);
    rig.in.as.open.room = ROOM_MANY;
    rig.in.as.open.month = said;
    assert_int_equal(message_seal(&rig.in), STATUS_OK); /* a struct brings its padding along */
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_result(), STATUS_OK);
}

/* A set of four meetings. */
static void fill_set(struct month said)
{
    for (uint32_t i = 0; i < TOTALS_MEETINGS_PER_BLOCK; i++) {
        open_said(said);
        assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    }
}

static void months_that_cannot_be(void **state)
{
    (void)state;
    assert_true(told(2000, 1)->clock_doubt);
    is_month(rig.out[0].as.status.month, BUILT.year, BUILT.month);
    assert_true(told(2026, 5)->clock_doubt);
    assert_false(told(2026, 6)->clock_doubt);
    assert_false(told(2060, 1)->clock_doubt); /* there is no set that it could be far from */
    clock_says(2027, 1);
    fill_set((struct month){0});
    is_month(rig.keeper.totals.block[0].month, 2027, 1);
    assert_true(told(2026, 12)->clock_doubt);
    is_month(rig.out[0].as.status.month, 2027, 1);
    assert_false(told(2027, 1)->clock_doubt);
    assert_false(told(2032, 1)->clock_doubt);
    assert_true(told(2032, 2)->clock_doubt);
}

static void what_is_said_holds_until_the_clock_is_later(void **state)
{
    (void)state;
    clock_says(2000, 1);
    fill_set((struct month){2026, 12});
    is_month(rig.keeper.totals.block[0].month, 2026, 12);
    assert_false(told(2000, 1)->clock_doubt);
    assert_false(told(2000, 2)->clock_doubt);
    is_month(rig.out[0].as.status.month, 2026, 12);
    fill_set((struct month){0});
    is_month(rig.keeper.totals.block[1].month, 2026, 12);
    assert_false(told(2027, 1)->clock_doubt); /* set by somebody, and later */
    is_month(rig.out[0].as.status.month, 2027, 1);
}

static void a_clock_that_is_ahead(void **state)
{
    (void)state;
    clock_says(2026, 11);
    fill_set((struct month){0});
    assert_true(told(2040, 1)->clock_doubt);
    fill_set((struct month){2026, 12});
    is_month(rig.keeper.totals.block[1].month, 2026, 12);
    assert_false(told(2040, 1)->clock_doubt);
    is_month(rig.out[0].as.status.month, 2026, 12);
    assert_true(told(2040, 2)->clock_doubt);
}

static void yes_it_is_right(void **state)
{
    (void)state;
    clock_says(2000, 1);
    fill_set((struct month){2000, 1});
    is_month(rig.keeper.totals.block[0].month, 2000, 1);
    assert_false(told(2000, 1)->clock_doubt);
    assert_true(told(2000, 2)->clock_doubt);
}

static void what_is_said_outlives_a_new_start(void **state)
{
    (void)state;
    clock_says(2000, 2);
    open_said((struct month){2026, 12});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    /* The clock begins anew at each start, and now stands before where it was. */
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_false(told(2000, 1)->clock_doubt);
    is_month(rig.out[0].as.status.month, 2026, 12);
    open_said((struct month){0});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    /* Another screen is matched: the file keeps the month. */
    rig_make(MESSAGE_SET_MACHINE);
    rig.in.as.machine = (struct machine){.look = "soft"};
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_false(told(2000, 1)->clock_doubt);
    is_month(rig.out[0].as.status.month, 2026, 12);
    /* Somebody set the clock right. */
    is_month(told(2027, 1)->month, 2027, 1);
    assert_false(rig.out[0].as.status.clock_doubt);
}

/* A set bears its month for ever, and nobody knows how long the machine was off. */
static void who_begins_a_set_is_asked_again(void **state)
{
    (void)state;
    clock_says(2000, 1);
    fill_set((struct month){2026, 12});
    assert_false(told(2000, 1)->clock_doubt);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_true(told(2000, 1)->clock_doubt);
    is_month(rig.out[0].as.status.month, 2026, 12); /* what was said is proposed */
    open_said((struct month){2027, 1});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    is_month(rig.keeper.totals.block[1].month, 2027, 1);
    assert_false(told(2000, 1)->clock_doubt);
}

/* Else it would hold once more when the clock loses its time again. */
static void what_is_no_longer_so_is_forgotten(void **state)
{
    (void)state;
    clock_says(2000, 1);
    open_said((struct month){2026, 12});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    clock_says(2027, 3);
    open_said((struct month){0});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_true(told(2000, 1)->clock_doubt);
    char text[MACHINE_BYTES_MAX];
    assert_int_equal(rig_file(MACHINE_FILE, text, sizeof(text)), sizeof("machine 1\n") - 1);
}

/* It holds for as long as the program runs, and nobody is kept from a meeting. */
static void a_folder_that_takes_no_file(void **state)
{
    (void)state;
    clock_says(2000, 1);
    assert_int_equal(
        store_write_file(&rig.ram.ops, MACHINE_FILE, MACHINE_TEMPORARY, "machine 2\n", 10),
        STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_OK);
    open_said((struct month){2026, 12});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_false(told(2000, 1)->clock_doubt);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_true(told(2000, 1)->clock_doubt);
}

/* Of a clock that is wrong a file's name says the month alone, as somebody said it. */
static void files_bear_the_month_that_was_said(void **state)
{
    (void)state;
    clock_says(2000, 1);
    struct civil_time today = keeper_today(&rig.keeper);
    is_month(today.month, 2000, 1); /* nobody has said anything */
    assert_int_equal(today.day, 3);
    open_said((struct month){2026, 12});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    today = keeper_today(&rig.keeper);
    is_month(today.month, 2026, 12);
    assert_int_equal(today.day, 0);
    clock_says(2027, 1);
    today = keeper_today(&rig.keeper);
    is_month(today.month, 2027, 1);
    assert_int_equal(today.day, 3);
}

static enum status set_clock(const struct civil_time *to)
{
    rig_make(MESSAGE_SET_CLOCK);
    rig.in.as.clock = *to;
    assert_int_equal(message_seal(&rig.in), STATUS_OK);
    assert_int_equal(rig_send(), STATUS_OK);
    return rig_result();
}

/* A machine that is the kiosk alone, as it is started for the first time. */
static void appliance(uint16_t year, uint8_t month)
{
    clock_says(year, month);
    rig.host.appliance = (struct appliance_facts){.is_own = true};
    assert_int_equal(rig_boot(), STATUS_OK);
}

static void a_first_start_asks_what_nobody_has_said(void **state)
{
    (void)state;
    appliance(2000, 1);
    assert_int_equal(told(2000, 1)->appliance, APPLIANCE_ALL);
    rig.host.appliance.has_keys = rig.host.appliance.has_zone = true;
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(told(2000, 1)->appliance, APPLIANCE_OWN | APPLIANCE_CLOCK);
    clock_says(2026, 11);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(told(2026, 11)->appliance, APPLIANCE_OWN);
    /* Whoever says where it stands has seen what the clock says there. */
    rig.host.appliance.has_zone = false;
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(told(2026, 11)->appliance, APPLIANCE_OWN | APPLIANCE_ZONE | APPLIANCE_CLOCK);
    rig_make(MESSAGE_SET_MACHINE);
    rig.in.as.machine = (struct machine){.zone = "Europe/Berlin"};
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(told(2026, 11)->appliance, APPLIANCE_OWN);
    assert_string_equal(rig.zone, "Europe/Berlin");
    /* A desktop has somebody else who asks. */
    rig.host.appliance = (struct appliance_facts){.is_own = false};
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(told(2000, 1)->appliance, 0);
}

static void a_zone_that_the_system_has_not(void **state)
{
    (void)state;
    appliance(2026, 11);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_OK);
    rig_make(MESSAGE_SET_MACHINE);
    rig.in.as.machine = (struct machine){.zone = "Nowhere/There"};
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_result(), STATUS_MISSING);
    assert_string_equal(rig.keeper.machine.zone, "");
    /* One that is in the file, and has gone with an upgrade, is asked for again. */
    static const char FILE_OF_IT[] = "machine 1\nzone = Nowhere/There\n";
    assert_int_equal(store_write_file(&rig.ram.ops, MACHINE_FILE, MACHINE_TEMPORARY, FILE_OF_IT,
                                      sizeof(FILE_OF_IT) - 1),
                     STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_true((rig.keeper.status.appliance & APPLIANCE_ZONE) != 0);
    /* Where the disk takes it not, the one before holds. */
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_OK);
    rig.write_fault = STATUS_READ_ONLY;
    rig_make(MESSAGE_SET_MACHINE);
    rig.in.as.machine = (struct machine){.zone = "Europe/Berlin"};
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig_result(), STATUS_READ_ONLY);
    assert_string_equal(rig.zone, "");
}

static void the_clock_is_set(void **state)
{
    (void)state;
    const struct civil_time noon = {{2027, 3}, 9, 12, 0};
    clock_says(2000, 1);
    assert_int_equal(set_clock(&noon), STATUS_DENIED); /* a desktop's clock is not ours */
    open_said((struct month){2026, 12});
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    appliance(2000, 1);
    assert_int_equal(set_clock(&noon), STATUS_DENIED); /* locked */
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_OK);
    rig.clock_status = STATUS_MISSING;
    assert_int_equal(set_clock(&noon), STATUS_MISSING);
    is_month(keeper_month(&rig.keeper), 2026, 12); /* what was said stays */
    rig.clock_status = STATUS_OK;
    assert_int_equal(set_clock(&noon), STATUS_OK);
    assert_int_equal(rig.set_s, rig.host.moment(NULL, &noon));
    assert_int_equal(rig.keeper.clock.said.month, 0);
    rig.civil = rig.civil_later = noon;
    is_month(keeper_today(&rig.keeper).month, 2027, 3);
    assert_int_equal(keeper_today(&rig.keeper).day, 9);
    assert_false(keeper_doubts_clock(&rig.keeper));
    /* One that was set wrong is doubted as it would have been. */
    fill_set((struct month){0});
    assert_int_equal(set_clock(&(struct civil_time){{2027, 2}, 1, 0, 0}), STATUS_OK);
    clock_says(2027, 2);
    assert_true(keeper_doubts_clock(&rig.keeper));
}

/* The clock is not set beside a meeting; and whoever sets it meanwhile, from a terminal or by a
 * time server, moves neither the month that the meeting is written under nor its end. */
static void a_meeting_that_is_open(void **state)
{
    (void)state;
    appliance(2026, 11);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_OK);
    open_said((struct month){0});
    assert_int_equal(set_clock(&(struct civil_time){{2027, 3}, 9, 12, 0}), STATUS_DENIED);
    assert_int_equal(rig.set_s, 0);
    uint64_t ends_ms = keeper_deadline(&rig.keeper);
    clock_says(2031, 6);
    assert_int_equal(keeper_deadline(&rig.keeper), ends_ms);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    is_month(rig.keeper.totals.block[0].month, 2026, 11);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(months_that_cannot_be, ready),
        cmocka_unit_test_setup(what_is_said_holds_until_the_clock_is_later, ready),
        cmocka_unit_test_setup(a_clock_that_is_ahead, ready),
        cmocka_unit_test_setup(yes_it_is_right, ready),
        cmocka_unit_test_setup(what_is_said_outlives_a_new_start, ready),
        cmocka_unit_test_setup(who_begins_a_set_is_asked_again, ready),
        cmocka_unit_test_setup(what_is_no_longer_so_is_forgotten, ready),
        cmocka_unit_test_setup(a_folder_that_takes_no_file, ready),
        cmocka_unit_test_setup(files_bear_the_month_that_was_said, ready),
        cmocka_unit_test_setup(a_first_start_asks_what_nobody_has_said, ready),
        cmocka_unit_test_setup(a_zone_that_the_system_has_not, ready),
        cmocka_unit_test_setup(the_clock_is_set, ready),
        cmocka_unit_test_setup(a_meeting_that_is_open, ready),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
