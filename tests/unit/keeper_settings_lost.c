/* SPDX-License-Identifier: MIT */
/* Protects what the PIN guards from a settings file that is damaged or gone: a damaged look opens
 * no door, totals without a PIN open none either, nothing is overwritten before somebody has read
 * of it, and the set under way goes on with the questions and the blur that it has. */
#include "keeper_rig.h"

static char bytes[SETTINGS_BYTES_MAX + 1];

static void text_on_disk(const char *name)
{
    memset(bytes, 0, sizeof(bytes));
    (void)rig_file(name, bytes, SETTINGS_BYTES_MAX);
}

static void put(const char *text, size_t length)
{
    assert_int_equal(store_write_file(&rig.ram.ops, SETTINGS_FILE, "t", text, length), STATUS_OK);
}

static enum status choose(uint8_t scale, uint8_t look_back, uint8_t question_off)
{
    rig_make(MESSAGE_SET_SETTINGS);
    rig.in.as.choice = (struct settings_choice){scale, look_back, question_off};
    assert_int_equal(rig_send(), STATUS_OK);
    return (enum status)rig.out[0].as.status.result;
}

/* Another period, a question less; then the line of the scale is scribbled over. */
static void scribble_over(uint8_t scale)
{
    assert_int_equal(choose(scale, LOOK_BACK_WEEK, 1u << 2), STATUS_OK);
    rig_meeting(0, SIDE_UPPER);
    text_on_disk(SETTINGS_FILE);
    char *line = strstr(bytes, "scale = ");
    assert_non_null(line);
    memcpy(line, "sc\x01\x02\xff", 5);
    put(bytes, strlen(bytes));
}

static void scribble(void)
{
    scribble_over(4);
}

static void test_a_damaged_file_keeps_the_pin_and_the_set(void **state)
{
    (void)state;
    scribble();
    text_on_disk(SETTINGS_FILE);
    static char damaged[SETTINGS_BYTES_MAX + 1];
    memcpy(damaged, bytes, sizeof(damaged));
    for (int i = 0; i < 2; i++) { /* nothing is written until somebody has read of it */
        assert_int_equal(rig_boot(), STATUS_OK);
        assert_int_equal(rig_status()->settings, SETTINGS_DAMAGED);
        assert_true(rig_status()->pin_set);
        assert_int_equal(rig_status()->scale, 4);
        assert_int_equal(rig_status()->question_count, PACK_QUESTION_MAX - 1);
        assert_int_equal(rig.keeper.settings.choice.look_back, LOOK_BACK_WEEK);
        assert_int_equal(rig_status()->open_meetings, 1);
        assert_int_equal(rig_pin(MESSAGE_SET_PIN, "999999"), STATUS_DENIED);
        assert_int_equal(rig_pin(MESSAGE_UNLOCK, "999999"), STATUS_DENIED);
        rig_unlock();
        text_on_disk(SETTINGS_FILE);
        assert_string_equal(bytes, damaged);
    }
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_int_equal(rig_status()->settings, SETTINGS_FINE);
    text_on_disk("settings.aside-1");
    assert_non_null(strstr(bytes, "sc\x01\x02"));
    assert_null(strstr(bytes, "pin")); /* it has one place */
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->settings, SETTINGS_FINE);
    assert_int_equal(rig_status()->scale, 4);
    rig_unlock();
    rig_meeting(0, SIDE_LOWER);
    assert_int_equal(rig_status()->open_meetings, 2);
}

/* Totals whose questions these are not, and with a blur that nobody offers. */
struct strange {
    const char *series;   /* NULL: as it was */
    uint8_t scale, tells; /* what the settings had, and what the totals say */
    uint8_t questions;    /* 0: as they were */
    uint8_t found;
};

static void start_beside(const struct strange *strange)
{
    static struct totals totals;
    static uint8_t image[RAM_FILE_BYTES];
    size_t length = 0;
    (void)rig_ready(NULL);
    scribble_over(strange->scale);
    totals = rig.keeper.totals;
    struct block *block = &totals.block[0];
    block->scale = strange->tells;
    block->tally_count = strange->questions != 0 ? strange->questions : block->tally_count;
    if (strange->series != NULL) {
        memcpy(block->series, strange->series, sizeof(block->series));
    }
    assert_int_equal(store_encode(&totals, image, sizeof(image), &length), STATUS_OK);
    assert_int_equal(store_write_file(&rig.ram.ops, STORE_FILE, "t", image, length), STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
}

/* The rest of the choice cannot be known from such totals, but a blur that is offered can. */
static void test_the_blur_of_another_series_stays(void **state)
{
    (void)state;
    static const struct strange STRANGE[] = {
        {"fedcba9876543210", 2, 2, 0, 2},
        {"fedcba9876543210", 4, 4, 0, 4},
        {NULL, 2, 3, 0, 4},
        {NULL, 2, 2, 3, 2}, /* fewer questions than anybody may choose */
    };
    for (size_t i = 0; i < sizeof(STRANGE) / sizeof(STRANGE[0]); i++) {
        start_beside(&STRANGE[i]);
        assert_int_equal(rig_status()->settings, SETTINGS_DAMAGED);
        assert_int_equal(rig_status()->scale, STRANGE[i].found);
        assert_int_equal(rig_status()->open_meetings, 0);
        rig_unlock();
        assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
        assert_int_equal(rig.secret.counters.scale, STRANGE[i].found);
    }
}

/* Nothing is written beside an open meeting: who read of it then is told once more. */
static void test_nothing_is_mended_under_a_meeting(void **state)
{
    (void)state;
    scribble();
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    for (int i = 0; i < 2; i++) {
        assert_int_equal(rig_open(i == 0 ? ROOM_FEW : ROOM_MANY), STATUS_OK);
        uint32_t changes = rig.changes;
        assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
        assert_int_equal(rig.changes, changes);
        assert_int_equal(rig_status()->settings, SETTINGS_DAMAGED);
        assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    }
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_int_equal(rig_status()->settings, SETTINGS_FINE);
}

/* A change of settings is one, too: what was damaged is set aside before it is written over. */
static void test_a_change_sets_the_damaged_file_aside(void **state)
{
    (void)state;
    scribble();
    assert_int_equal(rig_boot(), STATUS_OK);
    rig_unlock();
    rig.write_fault = STATUS_NO_SPACE;
    assert_int_equal(choose(2, LOOK_BACK_MET, 0), STATUS_NO_SPACE);
    assert_int_equal(rig_status()->settings, SETTINGS_DAMAGED);
    rig.write_fault = STATUS_OK;
    assert_int_equal(choose(2, LOOK_BACK_MET, 0), STATUS_OK);
    assert_int_equal(rig_status()->settings, SETTINGS_FINE);
    text_on_disk("settings.aside-1");
    assert_non_null(strstr(bytes, "sc\x01\x02"));
}

static void expect_lost(void)
{
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->settings, SETTINGS_LOST);
    assert_true(rig_status()->pin_set); /* the first run is closed */
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_DENIED);
    for (int i = 0; i < 9; i++) { /* no wait: no PIN was compared, or could be */
        assert_int_equal(rig_pin(MESSAGE_UNLOCK, RIG_PIN), STATUS_DENIED);
        assert_int_equal(rig.out[0].as.status.wait_ms, 0);
    }
    assert_int_equal(rig_open(ROOM_MANY), STATUS_DENIED);
    assert_int_equal(choose(2, LOOK_BACK_MET, 0), STATUS_DENIED);
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_DENIED);
}

/* Gone, empty, cut before the PIN, two PINs, zeros after a power cut: beside totals none of them is
 * a first run, and the totals stay as they are. */
static void test_without_a_pin_totals_stay_closed(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {NULL, "", "settings 1\nsc",
                                        "settings 1\npin = $argon2id$x\nscale = 2\n", "nonsense"};
    static char totals[1 << 16], after[1 << 16];
    rig_meeting(2, SIDE_UPPER);
    size_t length = rig_file(STORE_FILE, totals, sizeof(totals));
    assert_true(length > 0);
    for (size_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++) {
        assert_int_equal(rig.ram.ops.remove(&rig.ram, SETTINGS_FILE), STATUS_OK);
        if (TEXTS[i] != NULL) {
            put(TEXTS[i], strlen(TEXTS[i]));
        }
        expect_lost();
        assert_int_equal(rig_file(STORE_FILE, after, sizeof(after)), length);
        assert_memory_equal(totals, after, length);
        put("", 0); /* something to remove */
    }
    memset(bytes, 0, sizeof(bytes));
    put(bytes, 300);
    expect_lost();
}

/* Totals that were set aside are guarded as those in use are. */
static void test_totals_set_aside_are_guarded(void **state)
{
    (void)state;
    assert_int_equal(rig.ram.ops.remove(&rig.ram, SETTINGS_FILE), STATUS_OK);
    rig_put(STORE_ASIDE "7", "damaged totals");
    expect_lost();
}

/* Where nothing is guarded, the first run is what is left, and made-up totals are nobody's. */
static void test_without_totals_it_is_a_first_run(void **state)
{
    (void)state;
    rig_put(SETTINGS_FILE, "nonsense");
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->settings, SETTINGS_FINE);
    assert_false(rig_status()->pin_set);
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
    text_on_disk("settings.aside-1");
    assert_string_equal(bytes, "nonsense");
    rig_meeting(1, SIDE_UPPER);
    assert_int_equal(rig.ram.ops.remove(&rig.ram, SETTINGS_FILE), STATUS_OK);
    rig_put(SIMULATED_FILE, "");
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->settings, SETTINGS_FINE);
    assert_false(rig_status()->pin_set);
}

/* A later version's file is left for it, byte for byte. */
static void test_a_newer_file_is_left_alone(void **state)
{
    (void)state;
    rig_put(SETTINGS_FILE, "settings 2\npin = new\n");
    assert_int_equal(rig_boot(), STATUS_NEWER);
    text_on_disk(SETTINGS_FILE);
    assert_string_equal(bytes, "settings 2\npin = new\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, rig_ready)
    const struct CMUnitTest tests[] = {
        TEST(test_a_damaged_file_keeps_the_pin_and_the_set),
        TEST(test_the_blur_of_another_series_stays),
        TEST(test_nothing_is_mended_under_a_meeting),
        TEST(test_a_change_sets_the_damaged_file_aside),
        TEST(test_without_a_pin_totals_stay_closed),
        TEST(test_totals_set_aside_are_guarded),
        TEST(test_without_totals_it_is_a_first_run),
        TEST(test_a_newer_file_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
