/* SPDX-License-Identifier: MIT */
/* Protects an evening from a part of the kiosk that hangs: the system hears "alive" for as long as
 * the keeper answers and a screen can be had, a face that hangs is ended once, and two that hang
 * one after the other are the display's fault. */
#include "main/watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

enum { WATCH_MS = 60000, EVERY_MS = WATCH_MS / WATCH_BEATS };

static struct watch watch;
static int system_end;
static uint64_t now_ms;

/* A watch whose words arrive at system_end. */
static int begin(void **state)
{
    (void)state;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0) {
        return -1;
    }
    system_end = ends[0];
    watch = (struct watch){.notify = {.socket = ends[1], .watch_ms = WATCH_MS},
                           .every_ms = EVERY_MS,
                           .due_ms = EVERY_MS};
    now_ms = 0;
    return 0;
}

static int end(void **state)
{
    (void)state;
    close(system_end);
    close(watch.notify.socket);
    return 0;
}

static bool hears(const char *what)
{
    char heard[64];
    ssize_t got = recv(system_end, heard, sizeof(heard), MSG_DONTWAIT);
    return got == (ssize_t)strlen(what) && memcmp(heard, what, (size_t)got) == 0;
}

static bool hears_nothing(void)
{
    char heard[64];
    return recv(system_end, heard, sizeof(heard), MSG_DONTWAIT) < 0;
}

/* One beat, and then the answers of who is well. */
static enum watch_verdict beat(bool keeper_answers, bool face_answers)
{
    now_ms += EVERY_MS;
    assert_true(now_ms >= watch.due_ms);
    enum watch_verdict verdict = watch_beat(&watch, true, now_ms);
    assert_int_equal(watch.due_ms, now_ms + EVERY_MS);
    if (keeper_answers) {
        watch_keeper_answers(&watch);
    }
    if (face_answers) {
        watch_face_answers(&watch);
    }
    return verdict;
}

static void test_ready_once_and_only_with_a_picture(void **state)
{
    (void)state;
    beat(true, true);
    assert_true(hears("WATCHDOG=1"));
    assert_true(hears_nothing());
    watch_shows(&watch);
    assert_true(hears("READY=1"));
    watch_shows(&watch);
    watch_new_face(&watch);
    watch_shows(&watch);
    assert_true(hears_nothing());
    watch_ends(&watch);
    assert_true(hears("STOPPING=1"));
}

static void test_all_is_well_for_an_evening(void **state)
{
    (void)state;
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(beat(true, true), WATCH_WELL);
        assert_true(hears("WATCHDOG=1"));
    }
    assert_true(hears_nothing());
}

/* Late for two beats is not hanging. */
static void test_a_face_that_is_slow(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        assert_int_equal(beat(true, false), WATCH_WELL);
        assert_int_equal(beat(true, false), WATCH_WELL);
        assert_int_equal(beat(true, true), WATCH_WELL);
    }
}

static void test_a_face_that_hangs_is_ended_and_the_system_waits(void **state)
{
    (void)state;
    for (int i = 0; i < WATCH_MISSED; i++) {
        assert_int_equal(beat(true, false), WATCH_WELL);
        assert_true(hears("WATCHDOG=1"));
    }
    assert_int_equal(beat(true, false), WATCH_HANGS);
    assert_true(hears("WATCHDOG=1"));
    watch_new_face(&watch);
    for (int i = 0; i < 2 * WATCH_MISSED; i++) {
        assert_int_equal(beat(true, true), WATCH_WELL);
        assert_true(hears("WATCHDOG=1"));
    }
    /* Much later another one hangs: that is the first again. */
    for (int i = 0; i < WATCH_MISSED; i++) {
        assert_int_equal(beat(true, false), WATCH_WELL);
    }
    assert_int_equal(beat(true, false), WATCH_HANGS);
}

static void test_two_that_hang_are_the_display(void **state)
{
    (void)state;
    for (int i = 0; i < WATCH_MISSED; i++) {
        assert_int_equal(beat(true, false), WATCH_WELL);
    }
    assert_int_equal(beat(true, false), WATCH_HANGS);
    watch_new_face(&watch);
    for (int i = 0; i < WATCH_MISSED; i++) {
        assert_int_equal(beat(true, false), WATCH_WELL);
    }
    assert_int_equal(beat(true, false), WATCH_HANGS_AGAIN);
}

/* The system itself holds on to it: nothing here can end it, so the system is let know. */
static void test_a_face_that_cannot_be_ended(void **state)
{
    (void)state;
    for (int i = 0; i <= WATCH_MISSED; i++) {
        beat(true, false);
        assert_true(hears("WATCHDOG=1"));
    }
    assert_int_equal(beat(true, false), WATCH_WELL);
    assert_true(hears_nothing());
}

static void test_a_keeper_that_hangs_is_the_systems(void **state)
{
    (void)state;
    for (int i = 0; i < WATCH_MISSED; i++) {
        assert_int_equal(beat(false, true), WATCH_WELL);
        assert_true(hears("WATCHDOG=1"));
    }
    assert_int_equal(beat(false, true), WATCH_WELL);
    assert_true(hears_nothing());
    beat(true, true); /* it only was slow */
    beat(true, true);
    assert_true(hears("WATCHDOG=1"));
}

/* Between two faces there is nobody to be asked. */
static void test_no_face_misses_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        assert_int_equal(watch_beat(&watch, false, now_ms), WATCH_WELL);
        watch_keeper_answers(&watch);
        assert_true(hears("WATCHDOG=1"));
    }
    watch_new_face(&watch);
    for (int i = 0; i < WATCH_MISSED; i++) {
        assert_int_equal(beat(true, false), WATCH_WELL);
    }
    assert_int_equal(beat(true, false), WATCH_HANGS);
}

/* A system that was too busy for "ready" hears it at the next beat. */
static void test_ready_is_not_lost(void **state)
{
    (void)state;
    while (notify_say(&watch.notify, NOTIFY_ALIVE)) {
    }
    watch_shows(&watch);
    while (!hears_nothing()) {
    }
    beat(true, true);
    assert_true(hears("READY=1"));
    assert_true(hears("WATCHDOG=1"));
}

static void test_nobody_watches(void **state)
{
    (void)state;
    struct watch none;
    unsetenv("NOTIFY_SOCKET");
    setenv("WATCHDOG_USEC", "1000000", 1);
    watch_open(&none, 0);
    assert_true(none.due_ms == UINT64_MAX);
    watch_shows(&none);
    watch_ends(&none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_ready_once_and_only_with_a_picture, begin, end),
        cmocka_unit_test_setup_teardown(test_all_is_well_for_an_evening, begin, end),
        cmocka_unit_test_setup_teardown(test_a_face_that_is_slow, begin, end),
        cmocka_unit_test_setup_teardown(test_a_face_that_hangs_is_ended_and_the_system_waits, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_two_that_hang_are_the_display, begin, end),
        cmocka_unit_test_setup_teardown(test_a_face_that_cannot_be_ended, begin, end),
        cmocka_unit_test_setup_teardown(test_a_keeper_that_hangs_is_the_systems, begin, end),
        cmocka_unit_test_setup_teardown(test_no_face_misses_nothing, begin, end),
        cmocka_unit_test_setup_teardown(test_ready_is_not_lost, begin, end),
        cmocka_unit_test_setup_teardown(test_nobody_watches, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
