/* SPDX-License-Identifier: MIT */
/* Protects people from a sentence about settings, a PIN, a restored backup or erased totals that is
 * not so: as keeper_truth.c does it for a meeting, every call to the folder fails in every way, and
 * what is said is compared with what is there. */
#include "disk_rig.h"
#include "sanitized.h"

/* A request that writes one file: it can be made, and its file as it was and as it is to be. */
struct change {
    const char *name;
    enum status (*ask)(void);
};
static struct image before, wanted;

static enum status first_result(void)
{
    assert_int_equal(rig.out[0].type, MESSAGE_STATUS);
    return (enum status)rig.out[0].as.status.result;
}

static enum status ask_settings(void)
{
    rig_make(MESSAGE_SET_SETTINGS);
    rig.in.as.choice = (struct settings_choice){4, LOOK_BACK_WEEK, 1};
    assert_int_equal(rig_send(), STATUS_OK);
    return first_result();
}

static enum status ask_support(void)
{
    rig_make(MESSAGE_SET_SUPPORT);
    memcpy(rig.in.as.support.line[SUPPORT_ROOM], "Come and see us.", 16);
    assert_int_equal(rig_send(), STATUS_OK);
    return first_result();
}

static enum status ask_machine(void)
{
    rig_make(MESSAGE_SET_MACHINE);
    rig.in.as.machine = (struct machine){.px_per_m = 5560, .width = 1920, .height = 1080};
    memcpy(rig.in.as.machine.look, "calm", 4);
    assert_int_equal(rig_send(), STATUS_OK);
    return first_result();
}

static enum status ask_pin(void)
{
    return rig_pin(MESSAGE_SET_PIN, "654321");
}

static const struct change CHANGES[] = {
    {SETTINGS_FILE, ask_settings},
    {SETTINGS_FILE, ask_support},
    {MACHINE_FILE, ask_machine},
    {SETTINGS_FILE, ask_pin},
};

/* OK: done and on the disk. UNSURE: nobody knows. Anything else: nothing was changed. */
static void check_change(const char *name, enum status status)
{
    bool is_old = holds(name, &before), is_new = holds(name, &wanted);
    assert_true(is_old || is_new);
    if (status == STATUS_OK) {
        assert_true(is_new && is_settled(name));
    } else if (status != STATUS_UNSURE) {
        assert_true(is_old && is_settled(name));
    }
}

/* What counts from now on is what the next start will find. */
static void check_next_start(void)
{
    static struct settings settings;
    static struct machine machine;
    char series[TOTALS_SERIES_BYTES];
    settings = rig.keeper.settings;
    machine = rig.keeper.machine;
    memcpy(series, rig.keeper.series, sizeof(series));
    boot();
    assert_memory_equal(&settings, &rig.keeper.settings, sizeof(settings));
    assert_memory_equal(&machine, &rig.keeper.machine, sizeof(machine));
    assert_string_equal(series, rig.keeper.series);
}

static void check_pin(void)
{
    const char *pin = holds(SETTINGS_FILE, &wanted) ? "654321" : RIG_PIN;
    assert_int_equal(rig_ask(MESSAGE_LOCK), STATUS_OK);
    assert_int_equal(rig_pin(MESSAGE_UNLOCK, pin), STATUS_OK);
}

static void fail_each_call(const struct change *change)
{
    start(false);
    take(&before, change->name);
    mend();
    assert_int_equal(change->ask(), STATUS_OK);
    const int calls = fake.calls;
    take(&wanted, change->name);
    assert_true(calls >= 7 && calls < 20 && !holds(change->name, &before));
    for (int call = 1; call <= calls; call++) {
        for (enum how how = BEFORE; how < HOW_COUNT; how++) {
            start(false);
            arm(call, how);
            check_change(change->name, change->ask());
            mend();
            if (how == DYING) {
                continue; /* nobody could look, and nothing claims that somebody did */
            }
            if (change->ask == ask_pin) {
                check_pin();
            }
            check_next_start();
        }
    }
}

static void test_settings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(CHANGES) / sizeof(CHANGES[0]); i++) {
        fail_each_call(&CHANGES[i]);
    }
}

/* The first PIN: whoever chose it is let in where it is there, and can choose again where not. */
static void test_the_first_pin(void **state)
{
    (void)state;
    for (int call = 1; call <= 14; call++) {
        for (enum how how = BEFORE; how < HOW_COUNT; how++) {
            start_without_pin();
            before.length = 0;
            arm(call, how);
            enum status status = ask_pin();
            bool is_there = fake_get(&fake, SETTINGS_FILE) != NULL;
            assert_true(status != STATUS_OK || (is_there && is_settled(SETTINGS_FILE)));
            assert_true(status == STATUS_OK || status == STATUS_UNSURE || !is_there);
            mend();
            if (how != DYING) {
                assert_int_equal(rig_status()->pin_set, is_there);
                assert_int_equal(rig_status()->unlocked, is_there);
            }
            assert_int_equal(ask_pin(), STATUS_OK);
            assert_true(rig_status()->unlocked);
        }
    }
}

/* A meeting that did not open leaves no word of one for the next start. */
static void test_opening(void **state)
{
    (void)state;
    for (int call = 1; call <= 10; call++) {
        for (enum how how = BEFORE; how <= AFTER; how++) {
            start(true);
            arm(call, how);
            bool opened = rig_open(ROOM_MANY) == STATUS_OK;
            assert_int_equal(opened, rig_status()->meeting == MEETING_OPEN);
            mend();
            boot();
            assert_int_equal(rig_status()->last, opened ? LAST_UNSAVED : LAST_FINE);
        }
    }
}

/* A meeting that was saved, or thrown away, is not told of as one that was lost. */
static void test_the_next_start_after_a_meeting(void **state)
{
    (void)state;
    for (int call = 1; call <= 24; call++) {
        for (enum how how = BEFORE; how <= AFTER; how++) {
            bool was_open;
            start(true);
            assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
            arm(call, how);
            bool saved = rig_ask(MESSAGE_CLOSE) == STATUS_OK;
            if (!saved) {
                assert_int_equal(rig_ask(MESSAGE_DISCARD), STATUS_OK);
            }
            assert_int_equal(keeper_end(&rig.keeper, &was_open), STATUS_OK);
            boot();
            assert_int_equal(rig_status()->last, LAST_FINE);
        }
    }
}

/* A folder with one meeting, and on the drive a backup of two. */
static void start_restore(void)
{
    start(true);
    rig_meeting(1, SIDE_UPPER);
    memset(rig.stick, 0, sizeof(rig.stick));
    memcpy(rig.stick[0].name, "two.backup", 10);
    take(&wanted, STORE_FILE);
    assert_true(wanted.length <= sizeof(rig.stick[0].bytes));
    memcpy(rig.stick[0].bytes, wanted.bytes, wanted.length);
    rig.stick[0].length = wanted.length;
    start(true);
    rig_make(MESSAGE_CHECK_BACKUP);
    memcpy(rig.in.as.pick.label, "STICK", 5);
    memcpy(rig.in.as.pick.name, "two.backup", 10);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_BACKUP);
    take(&before, STORE_FILE);
}

static enum status ask_restore(void)
{
    rig_make(MESSAGE_RESTORE);
    memcpy(rig.in.as.pick.label, "STICK", 5);
    memcpy(rig.in.as.pick.name, "two.backup", 10);
    assert_int_equal(rig_send(), STATUS_OK);
    return rig_result();
}

/* A name that could not be read is passed over, so it may be the second. */
static bool is_set_aside(void)
{
    return (holds(STORE_REPLACED "1", &before) && is_settled(STORE_REPLACED "1")) ||
           (holds(STORE_REPLACED "2", &before) && is_settled(STORE_REPLACED "2"));
}

static void check_restore(enum status status)
{
    bool is_old = holds(STORE_FILE, &before), is_new = holds(STORE_FILE, &wanted);
    assert_true(is_old || is_new);
    if (status == STATUS_OK) { /* restored, and the earlier file was set aside */
        assert_true(is_new && is_settled(STORE_FILE) && is_set_aside());
    } else if (status != STATUS_IO) { /* nothing was changed */
        assert_true(is_old && is_settled(STORE_FILE));
    }
}

static void test_restoring(void **state)
{
    (void)state;
    start_restore();
    mend();
    assert_int_equal(ask_restore(), STATUS_OK);
    const int calls = fake.calls;
    for (int call = 1; call <= calls; call++) {
        for (enum how how = BEFORE; how < HOW_COUNT; how++) {
            start_restore();
            arm(call, how);
            check_restore(ask_restore());
            mend();
            if (how != DYING) {
                uint32_t held = holds(STORE_FILE, &wanted) ? 2 : 1;
                assert_int_equal(rig_status()->open_meetings, held);
            }
            assert_int_equal(ask_restore(), STATUS_OK);
            check_restore(STATUS_OK);
        }
    }
}

static uint32_t files_with_totals(void)
{
    static const char *const NAMES[] = {STORE_FILE, STORE_TEMPORARY, STORE_ASIDE "2",
                                        STORE_REPLACED "1"};
    uint32_t count = 0;
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        count += fake_get(&fake, NAMES[i]) != NULL || !is_settled(NAMES[i]);
    }
    return count;
}

/* It needs hundreds of calls: each file that may be there. */
static void test_erasing_all(void **state)
{
    (void)state;
    for (int call = 1; call <= 420; call += IS_SANITIZED ? 5 : 1) {
        for (enum how how = BEFORE; how < HOW_COUNT; how++) {
            start(true);
            fake_put(&fake, STORE_ASIDE "2", "old", 3);
            fake_put(&fake, STORE_REPLACED "1", "old", 3);
            arm(call, how);
            rig_make(MESSAGE_ERASE_ALL);
            assert_int_equal(rig_send(), STATUS_OK);
            assert_int_equal(rig.out[0].type, MESSAGE_ERASED);
            uint32_t left = rig.out[0].as.left;
            assert_true(left >= files_with_totals());
            mend();
        }
    }
}

int main(void)
{
    rig_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settings),  cmocka_unit_test(test_the_first_pin),
        cmocka_unit_test(test_opening),   cmocka_unit_test(test_the_next_start_after_a_meeting),
        cmocka_unit_test(test_restoring), cmocka_unit_test(test_erasing_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
