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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
