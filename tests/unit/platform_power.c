/* SPDX-License-Identifier: MIT */
/* Protects three talks with the system: what a battery says is understood, and the services of the
 * login and of the clock are asked for the one thing that was meant, whatever else their bus sends.
 */
#include "platform/system/login.h"
#include "platform/system/power.h"
#include "platform/system/timedate.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static char place[64];

/* What the next reads of the notices say before they reach the system: an error each; 0: nothing.
 * This function stands before the C library's. */
static struct {
    int file;
    int code[4];
    size_t at;
} failing;

ssize_t read(int file, void *buffer, size_t bytes)
{
    size_t codes = sizeof(failing.code) / sizeof(failing.code[0]);
    if (file == failing.file && failing.at < codes && failing.code[failing.at] != 0) {
        errno = failing.code[failing.at++];
        return -1;
    }
    return syscall(SYS_read, file, buffer, bytes);
}

static void put(const char *name, const char *text)
{
    char path[128];
    (void)snprintf(path, sizeof(path), "%s/%s", place, name);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
}

static void put_folder(const char *name)
{
    char path[128];
    (void)snprintf(path, sizeof(path), "%s/%s", place, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static int make_place(void **state)
{
    (void)state;
    (void)snprintf(place, sizeof(place), "/tmp/kiosk-power-XXXXXX");
    return mkdtemp(place) == NULL;
}

static int remove_place(void **state)
{
    (void)state;
    char command[128];
    (void)snprintf(command, sizeof(command), "rm -rf %s", place);
    return system(command);
}

/* A charger, a battery and a mouse with its own. */
static void put_laptop(void)
{
    static const char *const FOLDERS[] = {"AC", "BAT0", "mouse"};
    for (size_t i = 0; i < 3; i++) {
        put_folder(FOLDERS[i]);
    }
    put("AC/type", "Mains\n");
    put("AC/online", "1\n");
    put("BAT0/type", "Battery\n");
    put("BAT0/capacity", "80\n");
    put("BAT0/status", "Charging\n");
    put("mouse/type", "Battery\n");
    put("mouse/scope", "Device\n");
    put("mouse/capacity", "3\n");
    put("mouse/status", "Discharging\n");
}

static void make_events(void)
{
    char path[128];
    (void)snprintf(path, sizeof(path), "%s/events", place);
    assert_int_equal(mkfifo(path, 0600), 0);
}

static void test_no_battery(void **state)
{
    (void)state;
    struct power power;
    power_open(&power, "/nonexistent");
    assert_int_equal(power_look(&power), BATTERY_NONE);
    put_folder("AC");
    put("AC/type", "Mains\n");
    power_open(&power, place);
    assert_int_equal(power_look(&power), BATTERY_NONE);
    assert_int_equal(power.events, -1); /* and nothing to listen to */
}

static void test_levels(void **state)
{
    (void)state;
    static const struct {
        const char *status, *capacity;
        enum battery is;
    } CASES[] = {
        {"Charging\n", "3\n", BATTERY_MAINS},      {"Full\n", "100\n", BATTERY_MAINS},
        {"Not charging\n", "60\n", BATTERY_MAINS}, {"Discharging\n", "100\n", BATTERY_FINE},
        {"Discharging\n", "21\n", BATTERY_FINE},   {"Discharging\n", "20\n", BATTERY_LOW},
        {"Discharging\n", "11\n", BATTERY_LOW},    {"Discharging\n", "10\n", BATTERY_EMPTY},
        {"Discharging\n", "0\n", BATTERY_EMPTY},
    };
    struct power power;
    put_laptop();
    make_events();
    power_open(&power, place);
    assert_int_equal(power.count, 1);
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        put("BAT0/status", CASES[i].status);
        put("BAT0/capacity", CASES[i].capacity);
        assert_int_equal(power_look(&power), CASES[i].is);
    }
    /* One that was taken out, or speaks nonsense, is no empty one. */
    put("BAT0/capacity", "");
    assert_int_equal(power_look(&power), BATTERY_MAINS);
    put("BAT0/capacity", "1e1\n");
    assert_int_equal(power_look(&power), BATTERY_MAINS);
    put("BAT0/capacity", "99999999999\n");
    assert_int_equal(power_look(&power), BATTERY_MAINS);
}

/* The second is used up first; together there is plenty. */
static void test_two_batteries(void **state)
{
    (void)state;
    struct power power;
    put_laptop();
    make_events();
    put_folder("BAT1");
    put("BAT1/type", "Battery\n");
    put("BAT1/capacity", "4\n");
    put("BAT1/status", "Discharging\n");
    power_open(&power, place);
    assert_int_equal(power.count, 2);
    assert_int_equal(power_look(&power), BATTERY_FINE);
    put("BAT0/capacity", "30\n");
    assert_int_equal(power_look(&power), BATTERY_LOW);
    put("BAT0/capacity", "15\n");
    assert_int_equal(power_look(&power), BATTERY_EMPTY);
}

static void test_events_are_sifted(void **state)
{
    (void)state;
    struct power power;
    put_laptop();
    power_open(&power, place);
    assert_int_equal(power_look(&power),
                     BATTERY_FINE); /* nobody tells: looked at again and again */
    make_events();
    power_open(&power, place);
    assert_int_equal(power_look(&power), BATTERY_MAINS);
    assert_false(power_events_clear(&power));
    put("events", "add@/devices/usb1");
    assert_false(power_events_clear(&power));
    put("events", "change@/devices/BAT0\nSUBSYSTEM=power_supply");
    assert_true(power_events_clear(&power));
    assert_false(power_events_clear(&power));
}

/* The kernel drops notices when nobody reads in time, and says so once: one of ours may have been
 * among them, and those behind it are still there. */
static void test_dropped_notices_count(void **state)
{
    (void)state;
    struct power power;
    put_laptop();
    make_events();
    power_open(&power, place);
    failing.file = power.events;
    failing.code[0] = ENOBUFS;
    assert_true(power_events_clear(&power));
    assert_false(power_events_clear(&power));
    failing.at = 0;
    failing.code[0] = EINTR;
    failing.code[1] = ENOBUFS;
    failing.code[2] = EINTR;
    put("events", "change@/devices/BAT0\nSUBSYSTEM=power_supply");
    assert_true(power_events_clear(&power));
    assert_int_equal(failing.at, 3);
    assert_false(power_events_clear(&power)); /* all of it was taken */
    /* One that fails for good is waited on no more, and a battery at rest is looked at again. */
    failing.at = 0;
    failing.code[0] = EIO;
    put("BAT0/status", "Charging\n");
    assert_int_equal(power_look(&power), BATTERY_MAINS);
    assert_true(power_events_clear(&power));
    assert_int_equal(power.events, -1);
    assert_int_equal(power_look(&power), BATTERY_FINE);
    memset(&failing, 0, sizeof(failing));
}

/* The bus of a system, as far as two questions go. */
static void take(int peer, void *bytes, size_t length)
{
    if (recv(peer, bytes, length, MSG_WAITALL) != (ssize_t)length) {
        _exit(9);
    }
}

static void give(int peer, const void *bytes, size_t length)
{
    if (send(peer, bytes, length, MSG_NOSIGNAL) != (ssize_t)length) {
        _exit(8);
    }
}

/* A whole record into bytes; its length. */
static size_t take_record(int peer, uint8_t *bytes)
{
    uint32_t body, fields;
    take(peer, bytes, 16);
    memcpy(&body, bytes + 4, 4);
    memcpy(&fields, bytes + 12, 4);
    size_t rest = (fields + 7) / 8 * 8 + body;
    take(peer, bytes + 16, rest);
    return 16 + rest;
}

static bool names(const uint8_t *bytes, size_t length, const char *text)
{
    return memmem(bytes, length, text, strlen(text) + 1) != NULL;
}

/* What the bus sends by itself, a text first: NameAcquired. */
static void give_signal(int peer)
{
    static const uint8_t SIGNAL[] = {'l', 4, 1,   1, 9, 0, 0, 0,   7,   0,   0,   0,   13,
                                     0,   0, 0, /* body 9, serial 7, fields 13 */
                                     3,   1, 's', 0, 4, 0, 0, 0,   'N', 'a', 'm', 'e', 0,
                                     0,   0, 0,   4, 0, 0, 0, ':', '1', '.', '7', 0};
    give(peer, SIGNAL, sizeof(SIGNAL));
}

static void give_answer(int peer, uint8_t type, uint8_t serial, const char *text)
{
    uint8_t bytes[64] = {'l', type, 1, 1,   0, 0, 0,   0, 9, 0, 0, 0,   15, 0,     0,
                         0,   8,    1, 'g', 0, 1, 's', 0, 0, 5, 1, 'u', 0,  serial};
    uint32_t length = (uint32_t)strlen(text), body = length + 5;
    memcpy(bytes + 4, &body, 4);
    bytes[12] = 16;
    memcpy(bytes + 32, &length, 4);
    memcpy(bytes + 36, text, length + 1);
    give(peer, bytes, 32 + body);
}

struct bus {
    const char *can; /* to CanPowerOff; NULL: an error */
    uint8_t off;     /* type of the answer to PowerOff */
    uint8_t set;     /* of that to SetTime, which is what is asked; 0: it is not */
    bool silent;
};

static void serve(int peer, const struct bus *bus)
{
    uint8_t bytes[512];
    char expected[64];
    int used = snprintf(expected, sizeof(expected), "%cAUTH EXTERNAL ", 0);
    char uid[16];
    int digits = snprintf(uid, sizeof(uid), "%u", (unsigned)getuid());
    for (int i = 0; i < digits; i++) {
        used += snprintf(expected + used, sizeof(expected) - (size_t)used, "3%c", uid[i]);
    }
    used += snprintf(expected + used, sizeof(expected) - (size_t)used, "\r\n");
    take(peer, bytes, (size_t)used);
    if (memcmp(bytes, expected, (size_t)used) != 0) {
        _exit(7);
    }
    give(peer, "OK 0123456789abcdef\r\n", 21);
    take(peer, bytes, 7);
    size_t length = take_record(peer, bytes);
    if (!names(bytes, length, "Hello") || bytes[8] != 1) {
        _exit(6);
    }
    give_answer(peer, 2, 1, ":1.7");
    give_signal(peer);
    length = take_record(peer, bytes);
    if (bus->silent) {
        (void)recv(peer, bytes, 1, 0);
        return;
    }
    if (bus->set != 0) {
        static const uint8_t MOMENT[16] = {0x00, 0xf0, 0x3e, 0xe2, 0xdc, 0x38, 0x06};
        if (!names(bytes, length, "org.freedesktop.timedate1") ||
            !names(bytes, length, "SetTime") || !names(bytes, length, "xbb") ||
            memcmp(bytes + length - 16, MOMENT, 16) != 0) {
            _exit(3);
        }
        give_answer(peer, bus->set, 2, "");
        return;
    }
    if (!names(bytes, length, "org.freedesktop.login1.Manager") ||
        !names(bytes, length, "/org/freedesktop/login1")) {
        _exit(5);
    }
    if (names(bytes, length, "CanPowerOff")) {
        give_answer(peer, bus->can != NULL ? 2 : 3, 2, bus->can != NULL ? bus->can : "no");
    } else if (names(bytes, length, "PowerOff") && names(bytes, length, "b") &&
               memcmp(bytes + length - 4, "\0\0\0\0", 4) == 0) {
        give_answer(peer, bus->off, 2, "");
    } else {
        _exit(4);
    }
}

static pid_t start_bus(char path[80], const struct bus *bus)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    (void)snprintf(path, 80, "%s/bus", place);
    memcpy(address.sun_path, path, strlen(path) + 1);
    unlink(path);
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(listen(listener, 1), 0);
    pid_t child = fork();
    if (child == 0) {
        int peer = accept(listener, NULL, NULL);
        serve(peer, bus);
        _exit(0);
    }
    close(listener);
    return child;
}

static void bus_ended_well(pid_t child)
{
    int how = 0;
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFEXITED(how));
    assert_int_equal(WEXITSTATUS(how), 0);
}

static void test_may_it_be_switched_off(void **state)
{
    (void)state;
    static const struct {
        const char *answer;
        bool may;
    } CASES[] = {{"yes", true}, {"no", false}, {"challenge", false}, {"na", false}, {NULL, false}};
    char path[80];
    assert_false(login_can_switch_off("/nonexistent"));
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        pid_t child = start_bus(path, &(struct bus){.can = CASES[i].answer});
        assert_int_equal(login_can_switch_off(path), CASES[i].may);
        bus_ended_well(child);
    }
    pid_t child = start_bus(path, &(struct bus){.silent = true});
    assert_false(login_can_switch_off(path));
    bus_ended_well(child);
}

static void test_it_is_switched_off(void **state)
{
    (void)state;
    char path[80];
    assert_int_equal(login_switch_off("/nonexistent"), STATUS_MISSING);
    pid_t child = start_bus(path, &(struct bus){.off = 2});
    assert_int_equal(login_switch_off(path), STATUS_OK);
    bus_ended_well(child);
    child = start_bus(path, &(struct bus){.off = 3});
    assert_int_equal(login_switch_off(path), STATUS_DENIED);
    bus_ended_well(child);
}

/* Microseconds, not added to what the clock says, and nobody is asked for a password. */
static void test_the_clock_is_set(void **state)
{
    (void)state;
    char path[80];
    const int64_t noon = 1751371200;
    assert_int_equal(timedate_set("/nonexistent", noon), STATUS_MISSING);
    pid_t child = start_bus(path, &(struct bus){.set = 2});
    assert_int_equal(timedate_set(path, noon), STATUS_OK);
    bus_ended_well(child);
    child = start_bus(path, &(struct bus){.set = 3});
    assert_int_equal(timedate_set(path, noon), STATUS_DENIED);
    bus_ended_well(child);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)
    const struct CMUnitTest tests[] = {
        TEST(test_no_battery),
        TEST(test_levels),
        TEST(test_two_batteries),
        TEST(test_events_are_sifted),
        TEST(test_dropped_notices_count),
        TEST(test_may_it_be_switched_off),
        TEST(test_it_is_switched_off),
        TEST(test_the_clock_is_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
