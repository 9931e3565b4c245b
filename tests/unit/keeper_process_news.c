/* SPDX-License-Identifier: MIT */
/* Protects a meeting from what the counting process hears of others than its face, as processes of
 * their own: main that goes, asks or tells, an alarm that rings, a battery that is in use. And a
 * start that cannot be says what it failed at. */
#include "process_rig.h"
#include "sanitized.h"

#include "platform/system/clock.h"
#include "platform/system/network.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

static char place[64]; /* of what the machine is made to be */

static void put(const char *name, const char *bytes, size_t length)
{
    char path[128];
    snprintf(path, sizeof(path), "%s/%s", place, name);
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes, length), (ssize_t)length);
    close(file);
}

static void put_text(const char *name, const char *text)
{
    put(name, text, strlen(text));
}

static int make_place(void **state)
{
    snprintf(place, sizeof(place), "/tmp/keeper-news.XXXXXX");
    return mkdtemp(place) == NULL ? -1 : make_folder(state);
}

static int remove_place(void **state)
{
    char command[128];
    snprintf(command, sizeof(command), "rm -rf '%s'", place);
    return system(command) == 0 ? clean_up(state) : -1;
}

/* Without a message of ours before it. */
static struct message hear_unasked(void)
{
    struct message message = hear();
    assert_int_equal(message.type, MESSAGE_STATUS);
    assert_int_equal(message.sequence, 0);
    return message;
}

static bool has_totals(void)
{
    char path[PATH_BYTES + 16];
    snprintf(path, sizeof(path), "%s/totals.db", rig.path);
    return access(path, F_OK) == 0;
}

/* Nothing is written without it. */
static void test_main_goes(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    open_meeting();
    assert_int_equal(shutdown(rig.control, SHUT_RDWR), 0);
    assert_gone();
    assert_false(has_totals());
    start();
    const struct message hello = plain(MESSAGE_HELLO);
    assert_int_equal(ask(&hello).as.status.last, LAST_UNSAVED);
    stop();
}

static void test_main_asks_and_tells(void **state)
{
    (void)state;
    start();
    tell_keeper(CONTROL_ASK, -1);
    assert_int_equal(hear_control().type, CONTROL_ANSWERS);
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    struct message leave = plain(MESSAGE_LEAVE);
    leave.as.leave = LEAVE_OFF;
    assert_int_equal(ask(&leave).as.status.result, STATUS_DENIED);
    const struct control power = {.type = CONTROL_POWER, .flag = 1};
    assert_int_equal(channel_send(rig.control, &power, sizeof(power), -1), STATUS_OK);
    leave.sequence = ++rig.sequence;
    struct message answer = ask(&leave);
    while (answer.as.status.result == STATUS_DENIED) { /* the face is heard first */
        leave.sequence = ++rig.sequence;
        answer = ask(&leave);
    }
    assert_int_equal(answer.as.status.result, STATUS_OK);
    assert_true(answer.as.status.can_switch_off);
    struct control record = hear_control();
    assert_int_equal(record.type, CONTROL_LEAVE);
    assert_int_equal(record.flag, 1);
    stop();
}

static void use_clock(struct keeper_process_options *options)
{
    char path[128];
    (void)options;
    snprintf(path, sizeof(path), "%s/clock", place);
    assert_int_equal(clock_test(path), STATUS_OK);
}

static void put_clock(uint64_t ahead_ms)
{
    put("clock", (const char *)&ahead_ms, sizeof(ahead_ms));
}

/* After three hours a meeting takes no new starts, and is closed once no turn is under way. */
static void test_the_alarm_rings(void **state)
{
    (void)state;
    put_clock(0);
    rig.prepare = use_clock;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    open_meeting();
    put_clock(KEEPER_OPEN_MS_MAX);
    assert_int_equal(ask_plain(MESSAGE_LOCK).as.status.meeting, MEETING_OPEN);
    assert_int_equal(hear_unasked().as.status.meeting, MEETING_ENDING);
    const struct message is_free = plain(MESSAGE_TURN_FREE);
    assert_int_equal(send_now(&is_free), STATUS_OK);
    struct message closed = hear_unasked();
    assert_int_equal(closed.as.status.meeting, MEETING_NONE);
    assert_int_equal(closed.as.status.ended, ENDED_SAVED_ALONE);
    assert_true(has_totals());
    stop();
}

static void use_battery(struct keeper_process_options *options)
{
    options->power_root = place;
}

static void test_the_battery_is_told_of(void **state)
{
    (void)state;
    char path[128];
    snprintf(path, sizeof(path), "%s/BAT0", place);
    assert_int_equal(mkdir(path, 0700), 0);
    put_text("BAT0/type", "Battery\n");
    put_text("BAT0/capacity", "80\n");
    put_text("BAT0/status", "Charging   \n");
    snprintf(path, sizeof(path), "%s/events", place);
    assert_int_equal(mkfifo(path, 0600), 0);
    rig.prepare = use_battery;
    start();
    int events = open(path, O_WRONLY | O_CLOEXEC);
    assert_true(events >= 0);
    put_text("BAT0/status", "Discharging\n");
    assert_int_equal(write(events, "usb", 3), 3); /* of something else: nobody is told */
    assert_int_equal(ask_plain(MESSAGE_LOCK).as.status.battery, BATTERY_MAINS);
    assert_int_equal(write(events, "power_supply", 12), 12);
    assert_int_equal(hear_unasked().as.status.battery, BATTERY_FINE);
    close(events);
    stop();
}

/* Who may not ask waits for nothing, and is told nothing by the time that an answer takes. */
static void test_a_locked_keeper_answers_at_once(void **state)
{
    (void)state;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    (void)ask_plain(MESSAGE_LOCK);
    struct message open = plain(MESSAGE_OPEN);
    open.as.open.room = ROOM_MANY;
    const struct message answer = ask(&open);
    assert_int_equal(answer.as.status.result, STATUS_DENIED);
    assert_int_equal(answer.as.status.meeting, MEETING_NONE);
    /* Half a message is none. */
    assert_int_equal(channel_send(rig.face, &open, sizeof(open) / 2, -1), STATUS_OK);
    assert_face_ended(CONTROL_KILL_FACE);
    new_face();
    stop();
}

static void be_the_kiosk_alone(struct keeper_process_options *options)
{
    (void)options;
    network_test(place);
}

/* There its sandbox leaves it what health and the choice of a zone read. */
static void test_a_machine_that_is_the_kiosk_alone(void **state)
{
    (void)state;
    char path[128];
    snprintf(path, sizeof(path), "%s/run", place);
    assert_int_equal(mkdir(path, 0700), 0);
    put_text("run/kiosk-session", "");
    rig.prepare = be_the_kiosk_alone;
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    struct message machine = plain(MESSAGE_SET_MACHINE);
    memcpy(machine.as.machine.zone, "Europe/Berlin", 14);
    assert_int_equal(ask(&machine).as.status.result, STATUS_OK);
    assert_int_equal(hear().type, MESSAGE_MACHINE);
    machine = plain(MESSAGE_SET_MACHINE);
    assert_int_equal(ask(&machine).as.status.result, STATUS_OK);
    assert_int_equal(hear().type, MESSAGE_MACHINE);
    stop();
}

static void take_descriptors(struct keeper_process_options *options)
{
    (void)options;
    int next = dup(0);
    const struct rlimit all = {(rlim_t)next + 1, (rlim_t)next + 1};
    assert_int_equal(close(next), 0);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &all), 0);
    assert_true(open("/dev/null", O_RDONLY | O_CLOEXEC) >= 0); /* the last one */
}

static void take_memory(struct keeper_process_options *options)
{
    (void)options;
    const struct rlimit none = {0, 0};
    assert_int_equal(setrlimit(RLIMIT_AS, &none), 0); /* no more than there is */
}

static void assert_no_start(enum control_stage stage, enum status why)
{
    int how = 0;
    start_keeper();
    struct control record = hear_control();
    assert_int_equal(record.type, CONTROL_FAILED);
    assert_int_equal(record.stage, stage);
    assert_int_equal(record.error.status, why);
    assert_int_equal(waitpid(rig.keeper, &how, 0), rig.keeper);
    assert_int_equal(WEXITSTATUS(how), 3);
    rig.keeper = 0;
    close(rig.control);
}

static void test_a_start_that_cannot_be(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        enum control_stage stage;
    } LATER[] = {{"settings", "settings 9\n", STAGE_SETTINGS}, {"guard", "guard 9\n", STAGE_FILE}};
    rig.prepare = take_descriptors;
    assert_no_start(STAGE_MACHINE, STATUS_IO);
    if (!IS_SANITIZED) { /* which needs some for itself */
        rig.prepare = take_memory;
        assert_no_start(STAGE_MACHINE, STATUS_IO);
    }
    rig.prepare = NULL;
    for (size_t i = 0; i < sizeof(LATER) / sizeof(LATER[0]); i++) {
        char path[PATH_BYTES + 16];
        snprintf(path, sizeof(path), "%s/%s", rig.path, LATER[i].name);
        FILE *file = fopen(path, "we");
        assert_non_null(file);
        fputs(LATER[i].text, file);
        fclose(file);
        assert_no_start(LATER[i].stage, STATUS_NEWER);
        assert_int_equal(unlink(path), 0);
    }
}

/* A facilitator hears of it; at a locked door nobody does. */
static void test_a_drive_comes(void **state)
{
    (void)state;
    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) {
        print_message("skipped: nothing can be mounted here, so no drive came\n");
        skip();
    }
    start();
    ask_pin(MESSAGE_SET_PIN, PIN, STATUS_OK);
    assert_int_equal(mount("none", place, "tmpfs", 0, NULL), 0);
    struct message drives = hear();
    assert_int_equal(drives.type, MESSAGE_DRIVES);
    assert_int_equal(drives.sequence, 0);
    (void)ask_plain(MESSAGE_LOCK);
    assert_int_equal(umount(place), 0);
    const struct message rows = plain(MESSAGE_READ_ROWS);
    assert_int_equal(send_now(&rows), STATUS_OK);
    assert_int_equal(hear().type, MESSAGE_ROWS); /* and nothing before it */
    stop();
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_main_goes),
        TEST(test_main_asks_and_tells),
        TEST(test_the_alarm_rings),
        TEST(test_the_battery_is_told_of),
        TEST(test_a_locked_keeper_answers_at_once),
        TEST(test_a_machine_that_is_the_kiosk_alone),
        TEST(test_a_start_that_cannot_be),
        TEST(test_a_drive_comes), /* in a name space of its own from here on */
    };
    return cmocka_run_group_tests(tests, load, NULL);
}
