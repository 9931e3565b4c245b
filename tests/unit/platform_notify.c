/* SPDX-License-Identifier: MIT */
/* Protects what the system that started this program hears of it: each word whole, at the socket
 * that it named and nowhere else, and never a wait for somebody who does not listen. */
#include "platform/system/notify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/kiosk-notify-XXXXXX";
static char path[sizeof(folder) + 8];

static int begin(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(path, sizeof(path), "%s/socket", folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    return rmdir(folder);
}

static int forget_variables(void **state)
{
    (void)state;
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
    return 0;
}

/* The system's end, under a name as it gives it, and that name in our environment. */
static int listen_at(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = strlen(name);
    memcpy(address.sun_path, name, length);
    if (name[0] == '@') {
        address.sun_path[0] = '\0';
    }
    int listener = socket(AF_UNIX, SOCK_DGRAM, 0);
    assert_true(listener >= 0);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
    assert_int_equal(bind(listener, (const struct sockaddr *)&address, size), 0);
    setenv("NOTIFY_SOCKET", name, 1);
    return listener;
}

static void assert_heard(int listener, const char *what)
{
    char heard[64] = "";
    ssize_t got = recv(listener, heard, sizeof(heard) - 1, MSG_DONTWAIT);
    assert_int_equal(got, strlen(what));
    assert_string_equal(heard, what);
}

static void say_and_hear(const char *name)
{
    struct notify notify;
    int listener = listen_at(name);
    notify_open(&notify);
    assert_true(notify.socket >= 0);
    assert_true(notify_say(&notify, NOTIFY_READY));
    assert_true(notify_say(&notify, NOTIFY_ALIVE));
    assert_heard(listener, "READY=1");
    assert_heard(listener, "WATCHDOG=1");
    close(notify.socket);
    close(listener);
}

static void test_a_path(void **state)
{
    (void)state;
    say_and_hear(path);
    unlink(path);
}

static void test_a_name_in_no_folder(void **state)
{
    (void)state;
    char name[64];
    (void)snprintf(name, sizeof(name), "@kiosk-notify-%d", (int)getpid());
    say_and_hear(name);
}

static void test_nobody_asks(void **state)
{
    (void)state;
    static const char *const NONE[] = {NULL, "", "@", "/", "relative", "/nowhere/at/all"};
    setenv("WATCHDOG_USEC", "1000000", 1);
    for (size_t i = 0; i < sizeof(NONE) / sizeof(NONE[0]); i++) {
        struct notify notify;
        if (NONE[i] != NULL) {
            setenv("NOTIFY_SOCKET", NONE[i], 1);
        }
        notify_open(&notify);
        assert_int_equal(notify.socket, -1);
        assert_int_equal(notify.watch_ms, 0);
        assert_true(notify_say(&notify, NOTIFY_ALIVE));
    }
    char longer[512];
    memset(longer, 'a', sizeof(longer));
    longer[0] = '/';
    longer[sizeof(longer) - 1] = '\0';
    setenv("NOTIFY_SOCKET", longer, 1);
    struct notify notify;
    notify_open(&notify);
    assert_int_equal(notify.socket, -1);
}

/* As sent to this process alone; what is no number is no time. */
static void test_how_long_the_system_waits(void **state)
{
    (void)state;
    char own[32];
    (void)snprintf(own, sizeof(own), "%d", (int)getpid());
    const struct {
        const char *usec, *pid;
        uint64_t ms;
    } cases[] = {
        {"60000000", own, 60000},
        {"60000000", NULL, 60000},
        {"60000000", "1", 0},
        {NULL, own, 0},
        {"", own, 0},
        {"-5", own, 0},
        {"60s", own, 0},
        {"60000000", "x", 0},
    };
    int listener = listen_at(path);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct notify notify;
        unsetenv("WATCHDOG_USEC");
        unsetenv("WATCHDOG_PID");
        if (cases[i].usec != NULL) {
            setenv("WATCHDOG_USEC", cases[i].usec, 1);
        }
        if (cases[i].pid != NULL) {
            setenv("WATCHDOG_PID", cases[i].pid, 1);
        }
        notify_open(&notify);
        assert_int_equal(notify.watch_ms, cases[i].ms);
        close(notify.socket);
    }
    close(listener);
    unlink(path);
}

/* A listener that does not read fills its queue: then it could not be told, at once. */
static void test_nobody_reads(void **state)
{
    (void)state;
    struct notify notify;
    int listener = listen_at(path);
    notify_open(&notify);
    uint32_t sent = 0;
    while (notify_say(&notify, NOTIFY_ALIVE)) {
        assert_true(++sent < 100000);
    }
    assert_true(sent > 0);
    assert_heard(listener, "WATCHDOG=1");
    close(listener);
    unlink(path);
    assert_false(notify_say(&notify, NOTIFY_ALIVE)); /* and one that has gone */
    close(notify.socket);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_path, forget_variables),
        cmocka_unit_test_setup(test_a_name_in_no_folder, forget_variables),
        cmocka_unit_test_setup(test_nobody_asks, forget_variables),
        cmocka_unit_test_setup(test_how_long_the_system_waits, forget_variables),
        cmocka_unit_test_setup(test_nobody_reads, forget_variables),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
