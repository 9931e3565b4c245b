/* SPDX-License-Identifier: MIT */
/* Protects what is said of the machine: nothing that stands in the way of counting is passed over,
 * and only what does stops it. */
#include "core/health.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct health_facts GOOD = {.memory_locked = 1,
                                         .undumpable = 1,
                                         .random = 1,
                                         .folder = HEALTH_FOLDER_OPEN,
                                         .free_mb = HEALTH_SPACE_MB_MIN,
                                         .memory_mb = HEALTH_MEMORY_MB_MIN,
                                         .now = {{2026, 11}, 3, 19, 5}};

static struct health_finding finding[HEALTH_FINDING_MAX];

/* How many findings are in this state. */
static uint32_t count_in(const struct health_facts *facts, enum health_state state)
{
    uint32_t count = health_judge(facts, NULL, finding), in = 0;
    assert_true(count <= HEALTH_FINDING_MAX);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(finding[i].state == HEALTH_GOOD, finding[i].what_to_do == MSG_COUNT);
        in += finding[i].state == state;
    }
    return in;
}

static void test_a_good_machine(void **state)
{
    (void)state;
    assert_int_equal(count_in(&GOOD, HEALTH_LOOK) + count_in(&GOOD, HEALTH_STOP), 0);
    struct health_facts facts = GOOD;
    facts.swap = HEALTH_SWAP_ZRAM;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 0);
    assert_int_equal(finding[0].said, MSG_HEALTH_SWAP_OK_ZRAM);
}

static void test_what_stops_counting(void **state)
{
    (void)state;
    struct health_facts facts = GOOD;
    facts.memory_locked = 0;
    assert_int_equal(count_in(&facts, HEALTH_STOP), 1);
    facts.random = 0;
    assert_int_equal(count_in(&facts, HEALTH_STOP), 2);
    facts.folder = HEALTH_FOLDER_SHUT;
    assert_int_equal(count_in(&facts, HEALTH_STOP), 3);
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 0);
}

static void test_what_to_look_at(void **state)
{
    (void)state;
    struct health_facts facts = GOOD;
    facts.swap = HEALTH_SWAP_ON;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 1);
    facts.undumpable = 0;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 2);
    facts.free_mb--;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 3);
    assert_int_equal(health_space(&facts), HEALTH_SPACE_LOW);
    facts.in_memory = 1; /* the same row, and the graver of the two */
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 3);
    assert_int_equal(health_space(&facts), HEALTH_SPACE_MEMORY);
    facts.folder = HEALTH_FOLDER_FILES; /* nothing can be saved, for however short a time */
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 3);
    assert_int_equal(health_space(&facts), HEALTH_SPACE_LOW);
    facts.now.month.year = HEALTH_YEAR_MIN - 1;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 4);
    facts.sandbox_missing = HEALTH_SANDBOX_CALLS;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 5);
    facts.sandbox_missing = HEALTH_SANDBOX_ALL;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 6);
    facts.memory_mb--;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 7);
    assert_int_equal(count_in(&facts, HEALTH_STOP), 0);
}

/* Asked only of a machine that is the kiosk alone; elsewhere not a word. */
static void test_networks(void **state)
{
    (void)state;
    struct health_facts facts = GOOD;
    uint32_t count = health_judge(&facts, NULL, finding);
    static const enum message_id SAID[] = {
        [HEALTH_NETWORK_OFF] = MSG_HEALTH_NETWORK_OK,
        [HEALTH_NETWORK_RADIO] = MSG_HEALTH_NETWORK_RADIO,
        [HEALTH_NETWORK_ON] = MSG_HEALTH_NETWORK_LOOK,
    };
    for (uint8_t i = HEALTH_NETWORK_OFF; i <= HEALTH_NETWORK_ON; i++) {
        facts.network = i;
        assert_int_equal(count_in(&facts, HEALTH_LOOK), i == HEALTH_NETWORK_OFF ? 0 : 1);
        assert_int_equal(health_judge(&facts, NULL, finding), count + 1);
        bool is_said = false;
        for (uint32_t at = 0; at <= count; at++) {
            is_said |= finding[at].said == SAID[i];
        }
        assert_true(is_said);
    }
}

/* An older kernel leaves a gap that no reflection hangs on: it is said, and nothing is to be done.
 */
static void test_an_older_kernel_is_told(void **state)
{
    (void)state;
    struct health_facts facts = GOOD;
    facts.sandbox_missing = HEALTH_SANDBOX_SIGNALS;
    assert_int_equal(count_in(&facts, HEALTH_LOOK), 0);
    bool is_said = false;
    for (uint32_t i = 0; i < health_judge(&facts, NULL, finding); i++) {
        is_said |= finding[i].said == MSG_HEALTH_SANDBOX_OLDER;
    }
    assert_true(is_said);
}

/* A part that only the screen's process has to do without is missing too. */
static void test_what_the_screen_says_of_itself(void **state)
{
    (void)state;
    struct health_screen screen = {.undumpable = 1};
    struct health_facts facts = GOOD;
    uint32_t good = health_judge(&facts, NULL, finding);
    assert_int_equal(health_judge(&facts, &screen, finding), good); /* no swap, nothing to lock */
    facts.swap = HEALTH_SWAP_ON;
    assert_int_equal(health_judge(&facts, &screen, finding), good + 1);
    assert_int_equal(finding[1].said, MSG_HEALTH_FACE_LOOK);
    assert_int_equal(finding[1].state, HEALTH_LOOK);
    screen.locked = 1;
    assert_int_equal(health_judge(&facts, &screen, finding), good);
    screen.undumpable = 0;
    (void)health_judge(&facts, &screen, finding);
    assert_int_equal(finding[2].said, MSG_HEALTH_CORE_LOOK);
    screen.sandbox_missing = HEALTH_SANDBOX_FILES;
    facts.sandbox_missing = HEALTH_SANDBOX_CALLS;
    assert_int_equal(health_judge(&facts, &screen, finding), good + 1);
    assert_int_equal(finding[3].part, MSG_HEALTH_SANDBOX_FILES);
    assert_int_equal(finding[4].part, MSG_HEALTH_SANDBOX_CALLS);
}

static void test_what_the_desktop_can_do(void **state)
{
    (void)state;
    enum message_id part[HEALTH_DESKTOP_PARTS];
    struct health_screen screen = {.desktop = 0};
    assert_int_equal(health_judge_desktop(&screen).state, HEALTH_GOOD);
    assert_int_equal(health_desktop_parts(&screen, part), 0);
    screen.desktop = HEALTH_DESKTOP_ALL;
    assert_int_equal(health_judge_desktop(&screen).state, HEALTH_LOOK);
    assert_int_equal(health_desktop_parts(&screen, part), HEALTH_DESKTOP_PARTS);
    screen.desktop = HEALTH_DESKTOP_CONSOLES;
    assert_int_equal(health_desktop_parts(&screen, part), 1);
    assert_int_equal(part[0], MSG_HEALTH_KEYS_CONSOLES);
}

static void test_the_scale_of_the_screen(void **state)
{
    (void)state;
    assert_int_equal(health_judge_fit(FIT_CALIBRATED).said, MSG_HEALTH_FIT_OK);
    assert_int_equal(health_judge_fit(FIT_EDID).said, MSG_HEALTH_FIT_DISPLAY);
    assert_int_equal(health_judge_fit(FIT_EDID).state, HEALTH_GOOD);
    assert_int_equal(health_judge_fit(FIT_PANEL).said, MSG_HEALTH_FIT_PANEL);
    assert_int_equal(health_judge_fit(FIT_PANEL).what_to_do, MSG_HEALTH_FIT_DO);
    assert_int_equal(health_judge_fit(FIT_ASSUMED).said, MSG_HEALTH_FIT_LOOK);
    assert_int_equal(health_judge_fit(FIT_ASSUMED).what_to_do, MSG_HEALTH_FIT_DO);
}

static void test_a_second_screen(void **state)
{
    (void)state;
    struct health_finding second;
    struct health_screen screen = {.has_display = 1};
    assert_false(health_judge_output(&screen, &second));
    screen.other_output = 1;
    assert_true(health_judge_output(&screen, &second));
    assert_int_equal(second.state, HEALTH_LOOK);
    assert_int_equal(second.said, MSG_HEALTH_OUTPUT_LOOK);
    assert_int_equal(second.what_to_do, MSG_HEALTH_OUTPUT_DO);
    screen.has_display = 0;
    assert_false(health_judge_output(&screen, &second));
    assert_false(health_judge_output(NULL, &second));
}

/* A page that names no package would send nobody to the right one. */
static void test_the_letters(void **state)
{
    (void)state;
    static const struct error FONT = {.text = "/fonts/a (old)/b.ttf (fonts-b)"};
    static const struct error WORDS = {.text = "words: text/b.mo cannot be read"};
    char package[HEALTH_PACKAGE_BYTES];
    assert_int_equal(health_judge_letters(true).state, HEALTH_GOOD);
    assert_int_equal(health_judge_letters(false).state, HEALTH_LOOK);
    assert_int_equal(health_judge_letters(false).what_to_do, MSG_HEALTH_LETTERS_DO);
    assert_string_equal(health_package(&FONT, package), "fonts-b");
    assert_string_equal(health_package(&WORDS, package), WORDS.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_good_machine),
        cmocka_unit_test(test_what_stops_counting),
        cmocka_unit_test(test_what_to_look_at),
        cmocka_unit_test(test_networks),
        cmocka_unit_test(test_an_older_kernel_is_told),
        cmocka_unit_test(test_what_the_screen_says_of_itself),
        cmocka_unit_test(test_what_the_desktop_can_do),
        cmocka_unit_test(test_the_scale_of_the_screen),
        cmocka_unit_test(test_a_second_screen),
        cmocka_unit_test(test_the_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
