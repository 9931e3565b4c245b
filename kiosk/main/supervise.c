/* SPDX-License-Identifier: MIT */
#include "main/supervise.h"

#include "face/face.h"
#include "main/commands.h"
#include "main/face_child.h"
#include "main/failure.h"
#include "main/keeper_child.h"
#include "main/outcome.h"
#include "main/porter_child.h"
#include "main/roles.h"
#include "main/say.h"
#include "main/setup.h"
#include "main/voice_child.h"
#include "main/watch.h"
#include "platform/sandbox/sandbox.h"
#include "platform/system/bus.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/login.h"
#include "platform/system/signals.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

enum {
    /* The keeper closes a meeting in well under a second, but a disk that is busy, or about to
     * break, may take many. A person who waits for the end of the kiosk must not wait for ever. */
    END_MS_MAX = 30 * 1000,
    GONE_MS_MAX =
        2000,    /* until a killed process is gone, unless the system itself holds on to it */
    ASK_MS = 10, /* how often a clock that somebody moves (in tests) is looked at */
};

struct supervisor {
    const struct options *options;
    int signals;
    int pack;    /* the questions, sealed: the same for all that are started */
    int nothing; /* of process_nothing: stands in for a descriptor that a role has no use for */
    struct keeper_child keeper;
    char program[FACE_CHILD_PATH_BYTES]; /* this program's path */
    struct porter_child porter;
    struct face_child face;
    struct voice_child voice;
    struct watch watch;
    uint64_t end_by_ms; /* the keeper has until then to end; UINT64_MAX: nobody asked it to end */
    const char *bus; /* message bus over which the machine can be switched off; NULL: it cannot be,
                        from here */
    struct outcome outcome;
};

static bool start_porter(struct supervisor *supervisor)
{
    return porter_child_start(&supervisor->porter, supervisor->options, supervisor->keeper.control,
                              supervisor->nothing, clock_boot_ms());
}

/* Begins the normal close. Without a keeper to ask, the loop waits for the keeper's own end. */
static void begin_end(struct supervisor *supervisor, enum ending ending)
{
    if (supervisor->outcome.ending != ENDING_NOT) {
        return;
    }
    supervisor->outcome.ending = ending;
    supervisor->end_by_ms = clock_boot_ms() + END_MS_MAX;
    watch_ends(&supervisor->watch);
    if (keeper_child_tell(&supervisor->keeper, CONTROL_SHUTDOWN, false) != STATUS_OK &&
        supervisor->keeper.pid > 0) {
        process_kill(supervisor->keeper.pid);
    }
}

static void start_face(struct supervisor *supervisor)
{
    const struct face_child_means means = {.options = supervisor->options,
                                           .voice = &supervisor->voice,
                                           .control = supervisor->keeper.control,
                                           .pack = supervisor->pack,
                                           .nothing = supervisor->nothing};
    watch_new_face(&supervisor->watch);
    if (!face_child_start(&supervisor->face, &means, clock_boot_ms())) {
        begin_end(supervisor, ENDING_REFUSED);
    }
}

/* Tells on the terminal that the folder holds made-up meetings, so that no meeting can be opened
 * there. */
static void tell_simulated(const struct supervisor *supervisor)
{
    if (!options_has(supervisor->options, OPTION_DEMO)) {
        say(stderr, MSG_CLI_SIMULATED, NULL, 0);
    }
}

static void take_word(struct supervisor *supervisor, const struct control *record)
{
    switch (record->type) {
    case CONTROL_FAILED:
        supervisor->outcome.has_failure = true;
        supervisor->outcome.failure = *record;
        face_child_kill(&supervisor->face);
        break;
    case CONTROL_KILL_FACE:
    case CONTROL_FACE_GONE:
        if (record->face ==
            supervisor->face.number) { /* else the record is about a face that has ended already */
            supervisor->face.is_condemned |= record->type == CONTROL_KILL_FACE;
            face_child_kill(&supervisor->face);
        }
        break;
    case CONTROL_READY:
        if (record->flag) {
            tell_simulated(supervisor);
        }
        break;
    case CONTROL_ANSWERS:
        watch_keeper_answers(&supervisor->watch);
        break;
    case CONTROL_LEAVE:
        supervisor->outcome.switch_off = record->flag ? supervisor->bus : NULL;
        begin_end(supervisor, ENDING_ASKED);
        break;
    case CONTROL_ENDED:
        supervisor->outcome.has_end = true;
        supervisor->outcome.end = *record;
        face_child_kill(&supervisor->face);
        break;
    default:
        break;
    }
}

static void hear_keeper(struct supervisor *supervisor)
{
    struct control record;
    size_t length = 0;
    while (channel_receive(supervisor->keeper.control, &record, sizeof(record), &length, NULL) ==
           STATUS_OK) {
        assert(length == sizeof(record));
        take_word(supervisor, &record);
    }
}

/* Returns what the way in which the face ended means, other than that the face broke. Whether
 * somebody left the kiosk is known from the keeper, which asked for the PIN. The face alone may say
 * that it cannot show anything, and, in a window among others, that somebody closed its window. */
static enum ending ending_of_face(const struct supervisor *supervisor, int exit_status)
{
    if (exit_status == RESULT_DONE && options_has(supervisor->options, OPTION_WINDOW)) {
        return ENDING_ASKED;
    }
    if (exit_status == FACE_EXIT_NO_DISPLAY) {
        return ENDING_DISPLAY;
    }
    return exit_status == RESULT_MACHINE ? ENDING_MACHINE : ENDING_NOT;
}

static void face_died(struct supervisor *supervisor, int exit_status)
{
    struct face_child *face = &supervisor->face;
    face->pid = 0;
    hear_keeper(supervisor); /* the keeper sent its verdict before the face could see its end */
    bool is_condemned = face->is_condemned;
    face->is_condemned = false;
    if (supervisor->outcome.ending != ENDING_NOT || supervisor->outcome.has_failure) {
        return;
    }
    enum ending ending = is_condemned ? ENDING_NOT : ending_of_face(supervisor, exit_status);
    if (ending == ENDING_DISPLAY && face_child_waits(face, clock_boot_ms())) {
        return;
    }
    face->blind = 0;
    if (ending != ENDING_NOT) {
        begin_end(supervisor, ending);
    } else if (!restarts_allow(&face->deaths, clock_boot_ms())) {
        begin_end(supervisor, ENDING_DEATHS);
    } else {
        start_face(supervisor);
    }
}

static void reap(struct supervisor *supervisor)
{
    pid_t pid;
    int exit_status;
    while (process_reap(&pid, &exit_status)) {
        if (pid == supervisor->keeper.pid) {
            supervisor->keeper.pid = 0;
        } else if (pid == supervisor->face.pid) {
            face_died(supervisor, exit_status);
        } else if (!porter_child_ended(&supervisor->porter, pid)) {
            voice_child_ended(&supervisor->voice, pid, exit_status, clock_boot_ms());
        }
    }
}

static void hear_signals(struct supervisor *supervisor)
{
    int signal;
    while ((signal = signals_next(supervisor->signals)) != 0) {
        if (signal == SIGCHLD) {
            reap(supervisor);
        } else {
            begin_end(supervisor, ENDING_ASKED);
        }
    }
}

static uint64_t next_ms(const struct supervisor *supervisor)
{
    const uint64_t due[] = {supervisor->end_by_ms, supervisor->face.again_ms,
                            supervisor->porter.again_ms, supervisor->voice.end_by_ms,
                            supervisor->watch.due_ms};
    uint64_t first = UINT64_MAX;
    for (size_t i = 0; i < sizeof(due) / sizeof(due[0]); i++) {
        first = due[i] < first ? due[i] : first;
    }
    return first;
}

/* Sleeps until something comes or is due. */
static bool sleep_until_something(const struct supervisor *supervisor, struct pollfd *waits,
                                  size_t count)
{
    uint64_t now_ms = clock_boot_ms(), due_ms = next_ms(supervisor);
    uint64_t left_ms = due_ms > now_ms ? due_ms - now_ms : 0;
    bool has_end = due_ms != UINT64_MAX;
#ifdef TEST_BUILD
    if (clock_is_tested()) {
        left_ms = left_ms < ASK_MS ? left_ms : ASK_MS;
        has_end = true;
    }
#endif
    struct timespec left = {.tv_sec = (time_t)(left_ms / 1000),
                            .tv_nsec = (long)(left_ms % 1000) * 1000000};
    return ppoll(waits, count, has_end ? &left : NULL, NULL) >= 0 || errno == EINTR;
}

/* A process that does not get the question does not answer it, which the watch notices. */
static void beat(struct supervisor *supervisor, uint64_t now_ms)
{
    struct face_child *face = &supervisor->face;
    enum watch_verdict verdict = watch_beat(&supervisor->watch, face->pid > 0, now_ms);
    enum status told = keeper_child_tell(&supervisor->keeper, CONTROL_ASK, false);
    (void)told;
    face_child_ask(face);
    if (verdict == WATCH_HANGS_AGAIN) {
        begin_end(supervisor, ENDING_HANGS);
    }
    if (verdict != WATCH_WELL) {
        face_child_kill(face);
    }
}

/* Does what is due. Returns false if the keeper has to be left to the system, which holds on to it.
 */
static bool do_what_is_due(struct supervisor *supervisor)
{
    uint64_t now_ms = clock_boot_ms();
    voice_child_tick(&supervisor->voice, now_ms);
    if (now_ms >= supervisor->face.again_ms) {
        start_face(supervisor);
    }
    if (now_ms >= supervisor->porter.again_ms) {
        (void)start_porter(supervisor); /* if it fails, it is tried again in a second */
    }
    if (now_ms >= supervisor->watch.due_ms) {
        beat(supervisor, now_ms);
    }
    if (now_ms < supervisor->end_by_ms) {
        return true;
    }
    if (supervisor->outcome.is_cut) {
        return false;
    }
    supervisor->outcome.is_cut = true;
    supervisor->end_by_ms = now_ms + GONE_MS_MAX;
    process_kill(supervisor->keeper.pid);
    return true;
}

static void hear_face(struct supervisor *supervisor)
{
    switch (face_child_hear(&supervisor->face)) {
    case FACE_FORGETS:
        voice_child_forgets(&supervisor->voice, clock_boot_ms());
        break;
    case FACE_SHOWS:
        face_child_shows(&supervisor->face);
        watch_shows(&supervisor->watch);
        break;
    case FACE_ANSWERS:
        watch_face_answers(&supervisor->watch);
        break;
    case FACE_SAYS_NOTHING:
        break;
    }
}

static void hear_all(struct supervisor *supervisor, const struct pollfd waits[4])
{
    hear_keeper(supervisor);
    if (waits[1].revents & POLLHUP) {
        close(supervisor->keeper.control);
        supervisor->keeper.control = -1;
    }
    /* What the face says about the voice comes before the news that this face has ended. */
    if (waits[3].revents != 0) {
        hear_face(supervisor);
    }
    if (waits[2].revents & POLLIN) {
        voice_child_wake(&supervisor->voice, supervisor->options, supervisor->nothing);
    }
    hear_signals(supervisor);
}

static void wait_for_the_end(struct supervisor *supervisor)
{
    bool goes_on = true;
    while (supervisor->keeper.pid > 0 && goes_on) {
        struct pollfd waits[] = {
            {.fd = supervisor->signals, .events = POLLIN},
            {.fd = supervisor->keeper.control, .events = POLLIN},
            {.fd = voice_child_descriptor(&supervisor->voice), .events = POLLIN},
            {.fd = supervisor->face.line, .events = POLLIN},
        };
        if (!sleep_until_something(supervisor, waits, sizeof(waits) / sizeof(waits[0]))) {
            process_kill(supervisor->keeper.pid);
            break;
        }
        hear_all(supervisor, waits);
        goes_on = supervisor->keeper.pid == 0 || do_what_is_due(supervisor);
    }
    hear_keeper(supervisor); /* the keeper's last words may have come with the news of its end */
    face_child_close(&supervisor->face);
    voice_child_close(&supervisor->voice);
    porter_child_close(&supervisor->porter);
}

/* Returns the message bus. In a window, in a demonstration and in tests no machine is ever switched
 * off. */
static const char *bus_of(const struct options *options)
{
    if (options_has(options, OPTION_WINDOW) || options_has(options, OPTION_DEMO)) {
        return NULL;
    }
#ifdef TEST_BUILD
    return options->value[OPTION_BUS];
#else
    return BUS_SYSTEM;
#endif
}

/* Asks whether the machine may be switched off, once the face is on its way, so that nobody waits
 * for the answer. */
static void ask_about_power(struct supervisor *supervisor)
{
    const char *bus = bus_of(supervisor->options);
    if (bus == NULL || !login_can_switch_off(bus)) {
        return;
    }
    if (keeper_child_tell(&supervisor->keeper, CONTROL_POWER, true) == STATUS_OK) {
        supervisor->bus = bus;
    }
}

/* Enters the sandbox. Every face and every voice starts inside it, the first one included; the
 * keeper was started before. */
static void enter_sandbox(const struct options *options, const struct supervisor *supervisor)
{
    struct sandbox sandbox = {.role = SANDBOX_MAIN, .file_bytes_max = SANDBOX_ANY_SIZE};
    sandbox_add(&sandbox, supervisor->program, LANDLOCK_EXECUTE);
    sandbox_add(&sandbox, supervisor->face.program, LANDLOCK_EXECUTE);
    sandbox_add(&sandbox, supervisor->voice.program, LANDLOCK_EXECUTE);
#ifdef TEST_BUILD
    setup_add_files_for_tests(options, &sandbox);
#else
    (void)options;
#endif
    unsigned missing = sandbox_enter(&sandbox);
    (void)missing; /* "kiosk health" tells */
}

static bool open_all(struct supervisor *supervisor, int first_frame)
{
    return face_child_open(&supervisor->face, first_frame) == STATUS_OK &&
           signals_open(&supervisor->signals) == STATUS_OK &&
           voice_child_open(&supervisor->voice) == STATUS_OK &&
           process_nothing(&supervisor->nothing) == STATUS_OK &&
           process_beside("", supervisor->program, sizeof(supervisor->program)) &&
           keeper_child_start(&supervisor->keeper, supervisor->options, supervisor->pack,
                              supervisor->nothing) == STATUS_OK &&
           start_porter(supervisor);
}

enum result supervise(const struct options *options, int first_frame)
{
    struct supervisor supervisor = {
        .options = options, .keeper = {.control = -1}, .end_by_ms = UINT64_MAX};
#ifdef TEST_BUILD
    setup_sandbox_for_tests(options);
    if (options_has(options, OPTION_CLOCK) &&
        clock_test(options->value[OPTION_CLOCK]) != STATUS_OK) {
        return say_misused(options->value[OPTION_CLOCK]);
    }
#endif
    enum status sealed = setup_seal_pack(options->value[OPTION_PACK], &supervisor.pack);
    if (sealed != STATUS_OK) {
        return failure_no_pack(sealed, options->value[OPTION_PACK]);
    }
    watch_open(&supervisor.watch, clock_boot_ms());
    sandbox_begin();
    if (!open_all(&supervisor, first_frame)) {
        return say_error(MSG_CLI_START, NULL, NULL, RESULT_MACHINE);
    }
    enter_sandbox(options, &supervisor);
    start_face(&supervisor);
    ask_about_power(&supervisor);
    wait_for_the_end(&supervisor);
    return outcome_tell(&supervisor.outcome, options);
}
