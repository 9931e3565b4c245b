/* SPDX-License-Identifier: MIT */
#include "keeper/process.h"

#include "keeper/errand_line.h"
#include "platform/sandbox/sandbox.h"
#include "platform/system/appliance.h"
#include "platform/system/channel.h"
#include "platform/system/checkup.h"
#include "platform/system/clock.h"
#include "platform/system/drives.h"
#include "platform/system/network.h"
#include "platform/system/power.h"
#include "platform/system/process.h"
#include "platform/system/room.h"
#include "platform/system/secret.h"
#include "platform/system/swap.h"
#include "platform/system/zone.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum {
    EXIT_OK = 0,
    EXIT_UNABLE = 3,
    /* The answer to OPEN comes after a fixed time, so that nobody can time the draw of the noise.
     * The draw takes well under a millisecond; the guard's write before it may take tens. */
    OPEN_MS = 150,
};

/* The month of the newest release in scripts/debian/changelog, and not of the build, so that two
 * builds are alike. */
#define BUILT_MONTH ((struct month){2026, 11})

/* What must stay in memory: the counters, and the message that holds somebody's sides or a PIN. */
struct locked {
    struct keeper_secret secret;
    struct message in;
};

struct process {
    const struct keeper_process_options *options;
    struct keeper_host host;
    struct errand_line line;
    struct keeper *keeper;
    struct locked *locked;
    bool memory_is_locked;
    bool undumpable;
    bool can_switch_off;      /* main has said so */
    unsigned sandbox_missing; /* bits of sandbox_part */
    struct power power;
    int face; /* -1: none */
    uint32_t face_number;
    int mounts; /* becomes ready when a drive comes or goes; -1: there is no such descriptor */
    int alarm;
    uint64_t alarm_ms;
};

static struct civil_time host_civil(void *context, uint32_t in_s)
{
    (void)context;
    return clock_civil_in(in_s);
}

static int64_t host_moment(void *context, const struct civil_time *civil)
{
    (void)context;
    return clock_moment(civil);
}

static enum status host_zone(void *context, const char *name)
{
    (void)context;
    return zone_use(name);
}

static bool host_memory_is_locked(void *context)
{
    const struct process *process = context;
    return process->memory_is_locked;
}

static bool host_swap_is_on(void *context)
{
    (void)context;
    return swap_is_on();
}

static enum health_space host_space(void *context)
{
    const struct process *process = context;
    return checkup_space(process->options->folder_path);
}

static enum battery host_battery(void *context)
{
    const struct process *process = context;
    return power_look(&process->power);
}

static bool host_can_switch_off(void *context)
{
    const struct process *process = context;
    return process->can_switch_off;
}

_Static_assert((int)HEALTH_SANDBOX_FILES == (int)SANDBOX_FILES &&
                   (int)HEALTH_SANDBOX_CALLS == (int)SANDBOX_CALLS &&
                   (int)HEALTH_SANDBOX_SIGNALS == (int)SANDBOX_SIGNALS,
               "the same bits");

static void host_health(void *context, struct health_facts *out)
{
    const struct process *process = context;
    checkup_look(process->options->folder_path, out);
    out->undumpable = process->undumpable;
    out->sandbox_missing = (uint8_t)process->sandbox_missing;
}

static enum status host_begin(void *context, const struct errand *errand, const uint8_t *bytes)
{
    struct process *process = context;
    return errand_line_begin(&process->line, errand, bytes, clock_boot_ms());
}

static void host_drop(void *context, enum errand_slot slot)
{
    struct process *process = context;
    errand_line_drop(&process->line, slot);
}

static const struct language_offer *host_words(void *context, uint32_t index)
{
    const struct process *process = context;
    return words_shelf_at(process->options->words, index);
}

static void make_host(struct process *process)
{
    process->host = (struct keeper_host){
        .folder = process->options->folder,
        .random = process->options->random,
        .context = process,
        .civil = host_civil,
        .moment = host_moment,
        .zone = host_zone,
        .appliance = appliance_look(),
        .built = BUILT_MONTH,
        .memory_is_locked = host_memory_is_locked,
        .swap_is_on = host_swap_is_on,
        .space = host_space,
        .battery = host_battery,
        .can_switch_off = host_can_switch_off,
        .health = host_health,
        .begin = host_begin,
        .drop = host_drop,
        .words = host_words,
    };
}

/* main may be gone already; then this process ends too, at the next wait. */
static void tell_main(int control, const struct control *record)
{
    enum status sent = channel_send(control, record, sizeof(*record), -1);
    (void)sent;
}

void keeper_process_fail(int control, enum control_stage stage, const struct error *error)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_FAILED;
    record.stage = stage;
    record.error = *error;
    tell_main(control, &record);
}

/* main hears of it first, so that main can tell the face's end from leaving. */
static void drop_face(struct process *process, enum control_type why)
{
    if (process->face < 0) {
        return;
    }
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = why;
    record.face = process->face_number;
    tell_main(process->options->control, &record);
    close(process->face);
    process->face = -1;
    keeper_face_came(
        process->keeper); /* the screens are locked until the next face says who it is */
}

/* A face that does not read its answers is as broken as one that sends nonsense. */
static void send_all(struct process *process, const struct message *out, uint32_t count)
{
    for (uint32_t i = 0; i < count && process->face >= 0; i++) {
        enum status sent = channel_send(process->face, &out[i], sizeof(out[i]), -1);
        if (sent != STATUS_OK) {
            drop_face(process, sent == STATUS_MISSING ? CONTROL_FACE_GONE : CONTROL_KILL_FACE);
        }
    }
}

/* What was open is closed, and the answer is on its way to the face. */
static void leave(struct process *process)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_LEAVE;
    record.flag = process->keeper->leave == LEAVE_OFF;
    process->keeper->leave = LEAVE_NOT;
    tell_main(process->options->control, &record);
}

static void hear_face(struct process *process)
{
    static struct message out[KEEPER_OUT_MAX];
    struct message *in = &process->locked->in;
    size_t length = 0;
    uint32_t count = 0;
    enum status status = channel_receive(process->face, in, sizeof(*in), &length, NULL);
    if (status == STATUS_BUSY) {
        return;
    }
    if (status != STATUS_OK) {
        drop_face(process, status == STATUS_INVALID ? CONTROL_KILL_FACE : CONTROL_FACE_GONE);
        return;
    }
    uint64_t now_ms = clock_boot_ms();
    /* For a face that may not ask nothing is drawn, so its answer need not wait. */
    bool is_open_request =
        length == sizeof(*in) && in->type == MESSAGE_OPEN && process->keeper->status.unlocked;
    status = keeper_handle(process->keeper, in, length, now_ms, out, &count);
    explicit_bzero(in, sizeof(*in));
    if (is_open_request) {
        clock_sleep_until(now_ms + OPEN_MS);
    }
    if (status != STATUS_OK) {
        drop_face(process, CONTROL_KILL_FACE);
        return;
    }
    send_all(process, out, count);
    if (process->keeper->leave != LEAVE_NOT) {
        leave(process);
    }
}

static void hear_alarm(struct process *process)
{
    static struct message out[KEEPER_OUT_MAX];
    uint32_t count = 0;
    clock_alarm_clear(process->alarm);
    process->alarm_ms =
        UINT64_MAX; /* the timer has gone off; it has to be set anew, also for the same time */
    keeper_tick(process->keeper, clock_boot_ms(), out, &count);
    send_all(process, out, count);
}

static void hear_errands(struct process *process)
{
    static struct message out[KEEPER_OUT_MAX];
    static struct errand_answer answer;
    struct keeper *keeper = process->keeper;
    for (int i = 0; i < ERRAND_SLOT_COUNT; i++) {
        uint64_t now_ms = clock_boot_ms();
        uint32_t count = 0;
        if (errand_line_hear(&process->line, (enum errand_slot)i, now_ms, keeper->scratch,
                             sizeof(keeper->scratch), &answer)) {
            keeper_errand_done(keeper, (enum errand_slot)i, &answer, now_ms, out, &count);
            send_all(process, out, count);
        }
    }
}

static void hear_mounts(struct process *process)
{
    static struct message out[KEEPER_OUT_MAX];
    uint32_t count = 0;
    keeper_drives_changed(process->keeper, clock_boot_ms(), out, &count);
    send_all(process, out, count);
}

static void hear_power(struct process *process)
{
    static struct message out[KEEPER_OUT_MAX];
    uint32_t count = 0;
    if (power_events_clear(&process->power)) {
        keeper_power_changed(process->keeper, clock_boot_ms(), out, &count);
        send_all(process, out, count);
    }
}

static void end_meeting(struct process *process)
{
    struct control record;
    bool was_open = false;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_ENDED;
    record.error.status = keeper_end(process->keeper, &was_open);
    record.was_open = was_open;
    tell_main(process->options->control, &record);
}

/* Reads what main has sent. Returns false if this process is to end. */
static bool hear_main(struct process *process)
{
    struct control record;
    size_t length = 0;
    int passed = -1;
    enum status status =
        channel_receive(process->options->control, &record, sizeof(record), &length, &passed);
    if (status == STATUS_BUSY) {
        return true;
    }
    if (status != STATUS_OK) {
        return false; /* main is gone: nothing may be written without main */
    }
    assert(length == sizeof(record));
    if (record.type == CONTROL_SHUTDOWN) {
        end_meeting(process);
        return false;
    }
    if (record.type == CONTROL_POWER) {
        process->can_switch_off = record.flag != 0;
        return true;
    }
    if (record.type == CONTROL_PORTER) {
        assert(passed >= 0);
        errand_line_take(&process->line, passed);
        return true;
    }
    if (record.type == CONTROL_ASK) {
        record.type = CONTROL_ANSWERS;
        tell_main(process->options->control, &record);
        return true;
    }
    assert(record.type == CONTROL_FACE && passed >= 0);
    drop_face(process, CONTROL_FACE_GONE);
    process->face = passed;
    process->face_number = record.face;
    return true;
}

static void set_alarm(struct process *process)
{
    uint64_t own = keeper_deadline(process->keeper);
    uint64_t deadline = errand_line_deadline(&process->line);
    deadline = own < deadline ? own : deadline;
    if (deadline != process->alarm_ms) {
        clock_alarm_set(process->alarm, deadline);
        process->alarm_ms = deadline;
    }
}

/* Enters the sandbox. From here on the process reaches the data folder and what is open. */
static void enter_sandbox(struct process *process)
{
    struct sandbox sandbox = {.role = SANDBOX_KEEPER, .file_bytes_max = SANDBOX_ANY_SIZE};
    if (process->options->folder_path != NULL) {
        /* Whatever stands in the place of the totals can be moved aside. */
        sandbox_add(&sandbox, process->options->folder_path,
                    LANDLOCK_READ | LANDLOCK_WRITE | LANDLOCK_MOVE);
    }
    for (size_t i = 0; i < NETWORK_PLACES && network_is_asked(); i++) {
        sandbox_add(&sandbox, NETWORK_PLACE[i], LANDLOCK_READ);
    }
    if (network_is_asked()) {
        sandbox_add(&sandbox, ZONE_FOLDER, LANDLOCK_READ); /* another zone can be chosen */
    }
    struct civil_time now = clock_civil(); /* reads the time zone once, before the sandbox */
    (void)now;
    process->sandbox_missing = sandbox_enter(&sandbox);
}

static int serve(struct process *process)
{
    for (;;) {
        set_alarm(process);
        struct pollfd waits[] = {
            {.fd = process->options->control, .events = POLLIN},
            {.fd = process->alarm, .events = POLLIN},
            {.fd = process->face, .events = POLLIN}, /* poll skips -1 */
            /* Drives matter to a facilitator who is there, and nobody else is woken by them. */
            {.fd = process->keeper->status.unlocked ? process->mounts : -1, .events = POLLPRI},
            {.fd = process->power.events, .events = POLLIN},
            {.fd = process->line.slot[ERRAND_OF_PIN].socket, .events = POLLIN},
            {.fd = process->line.slot[ERRAND_OF_DRIVES].socket, .events = POLLIN},
            {.fd = process->line.slot[ERRAND_OF_CLOCK].socket, .events = POLLIN},
        };
        if (ppoll(waits, sizeof(waits) / sizeof(waits[0]), NULL, NULL) < 0) {
            if (errno == EINTR) {
                continue;
            }
            return EXIT_UNABLE;
        }
        /* The face is read first, because what it sent before main asked for the end still counts.
         */
        if (waits[2].revents != 0) {
            hear_face(process);
        }
        if (waits[1].revents != 0) {
            hear_alarm(process);
        }
        hear_errands(process);
        if (waits[3].revents != 0) {
            hear_mounts(process);
        }
        if (waits[4].revents != 0) {
            hear_power(process);
        }
        if (waits[0].revents != 0 && !hear_main(process)) {
            return EXIT_OK;
        }
    }
}

int keeper_process_run(const struct keeper_process_options *options)
{
    struct keeper *keeper = room_take(sizeof(*keeper));
    struct process process = {.options = options,
                              .keeper = keeper,
                              .face = -1,
                              .mounts = drives_watch(),
                              .undumpable = process_harden(), /* asks again, to know */
                              .alarm_ms = UINT64_MAX};
    struct error error = {.status = STATUS_IO};
    process.locked = secret_open(sizeof(*process.locked), &process.memory_is_locked);
    if (keeper == NULL || process.locked == NULL || clock_alarm_open(&process.alarm) != STATUS_OK) {
        keeper_process_fail(options->control, STAGE_MACHINE, &error);
        return EXIT_UNABLE;
    }
    make_host(&process);
    errand_line_init(&process.line);
    power_open(&process.power, options->power_root);
    checkup_hold();
    enum status status = keeper_init(keeper, &process.locked->secret, options->pack, &process.host,
                                     clock_boot_ms(), &error);
    if (status != STATUS_OK) {
        enum control_stage stage = error.status == STATUS_OK ? STAGE_FILE : STAGE_SETTINGS;
        error.status = status;
        keeper_process_fail(options->control, stage, &error);
        return EXIT_UNABLE;
    }
    enter_sandbox(&process);
    struct control ready;
    memset(&ready, 0, sizeof(ready));
    ready.type = CONTROL_READY;
    ready.flag = keeper->status.simulated;
    tell_main(options->control, &ready);
    return serve(&process);
}
