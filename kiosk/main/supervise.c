/* SPDX-License-Identifier: MIT */
#include "main/supervise.h"

#include "keeper/control.h"
#include "main/failure.h"
#include "main/restarts.h"
#include "main/roles.h"
#include "main/say.h"
#include "main/setup.h"
#include "main/voice_seat.h"
#include "platform/sandbox/sandbox.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/login.h"
#include "platform/system/signals.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum ending {
    ENDING_NOT,
    ENDING_ASKED,   /* a signal, or somebody left the kiosk */
    ENDING_DEATHS,  /* the face died too often */
    ENDING_MACHINE, /* the face cannot run here, and has said why */
};

enum { PATH_BYTES = 4096 };

struct supervisor {
    const struct options *options;
    char face_program[PATH_BYTES];
    int signals;
    int control; /* to the keeper */
    int first_frame;
    int nothing;  /* stands in for what a role has no use for */
    pid_t keeper; /* 0: none */
    pid_t face;
    uint32_t face_number;
    struct voice_seat voice;
    bool face_is_condemned; /* by the keeper: whatever it exits with, it did not leave of its own */
    struct restarts restarts;
    enum ending ending;
    const char *bus;   /* where the machine can be switched off; NULL: not from here */
    bool switches_off; /* once everything has ended */
    bool has_failure;  /* the keeper could not start */
    struct control failure;
    bool has_end; /* the keeper closed what was open */
    struct control end;
};

static uint32_t options_of_keeper(void)
{
    uint32_t wanted = OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_PACK) | OPTION_BIT(OPTION_DEMO);
#ifdef TEST_BUILD
    wanted |= OPTION_BIT(OPTION_SEED_NOISE) | OPTION_BIT(OPTION_TODAY) |
              OPTION_BIT(OPTION_EXPORT_ROOT) | OPTION_BIT(OPTION_POWER) | role_options_of_sandbox();
#endif
    return wanted;
}

static uint32_t options_of_face(void)
{
    uint32_t wanted = OPTION_BIT(OPTION_WINDOW) | OPTION_BIT(OPTION_LANG) |
                      OPTION_BIT(OPTION_PACK) | OPTION_BIT(OPTION_DEMO) |
                      OPTION_BIT(OPTION_FIRST_FRAME);
#ifdef TEST_BUILD
    wanted |= OPTION_BIT(OPTION_SCRIPT_FACE) | OPTION_BIT(OPTION_RECORD) | OPTION_BIT(OPTION_LOG) |
              OPTION_BIT(OPTION_ANY_DRIVER) | OPTION_BIT(OPTION_CLOCK) | role_options_of_sandbox();
#endif
    return wanted;
}

static enum status start_keeper(struct supervisor *supervisor)
{
    int ends[2];
    enum status status = channel_pair(ends);
    if (status != STATUS_OK) {
        return status;
    }
    struct process_start start = {.environment = ROLE_KEEPER_ENVIRONMENT,
                                  .descriptors = &ends[1],
                                  .descriptor_count = 1,
                                  .nothing = supervisor->nothing};
    status = role_start(&start, ROLE_KEEPER, supervisor->options, options_of_keeper(),
                        &supervisor->keeper);
    close(ends[1]);
    supervisor->control = ends[0];
    return status;
}

/* The time of the first frame is the first face's to write. */
static enum status start_face(struct supervisor *supervisor)
{
    int ends[2];
    enum status status = channel_pair(ends);
    if (status != STATUS_OK) {
        return status;
    }
    struct options options = *supervisor->options;
    const int descriptors[3] = {ends[1], supervisor->voice.face_end, supervisor->first_frame};
    bool is_first = supervisor->first_frame >= 0;
    voice_seat_new_face(&supervisor->voice);
    options.value[OPTION_FIRST_FRAME] = is_first ? "" : NULL;
    struct process_start start = {.program = supervisor->face_program,
                                  .environment = ROLE_FACE_ENVIRONMENT,
                                  .descriptors = descriptors,
                                  .descriptor_count = is_first ? 3 : 2,
                                  .nothing = supervisor->nothing};
    status = role_start(&start, ROLE_FACE, &options, options_of_face(), &supervisor->face);
    if (is_first) {
        close(supervisor->first_frame);
        supervisor->first_frame = -1;
    }
    close(ends[1]);
    if (status == STATUS_OK) {
        struct control record;
        memset(&record, 0, sizeof(record));
        record.type = CONTROL_FACE;
        record.face = ++supervisor->face_number;
        status = channel_send(supervisor->control, &record, sizeof(record), ends[0]);
    }
    close(ends[0]);
    return status;
}

static void kill_face(struct supervisor *supervisor)
{
    if (supervisor->face > 0) {
        process_kill(supervisor->face);
    }
}

/* The normal close. Without a keeper to ask, its own end is what the loop waits for. */
static void begin_end(struct supervisor *supervisor, enum ending ending)
{
    if (supervisor->ending != ENDING_NOT) {
        return;
    }
    supervisor->ending = ending;
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_SHUTDOWN;
    if (channel_send(supervisor->control, &record, sizeof(record), -1) != STATUS_OK &&
        supervisor->keeper > 0) {
        process_kill(supervisor->keeper);
    }
}

/* No meeting can be opened there: whoever started it on a terminal hears it there too. */
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
        supervisor->has_failure = true;
        supervisor->failure = *record;
        kill_face(supervisor);
        break;
    case CONTROL_KILL_FACE:
    case CONTROL_FACE_GONE:
        if (record->face == supervisor->face_number) { /* else it is of one that ended already */
            supervisor->face_is_condemned |= record->type == CONTROL_KILL_FACE;
            kill_face(supervisor);
        }
        break;
    case CONTROL_READY:
        if (record->flag) {
            tell_simulated(supervisor);
        }
        break;
    case CONTROL_LEAVE:
        supervisor->switches_off = record->flag && supervisor->bus != NULL;
        begin_end(supervisor, ENDING_ASKED);
        break;
    case CONTROL_ENDED:
        supervisor->has_end = true;
        supervisor->end = *record;
        kill_face(supervisor);
        break;
    default:
        break;
    }
}

static void hear_keeper(struct supervisor *supervisor)
{
    struct control record;
    size_t length = 0;
    while (channel_receive(supervisor->control, &record, sizeof(record), &length, NULL) ==
           STATUS_OK) {
        assert(length == sizeof(record));
        take_word(supervisor, &record);
    }
}

/* Whether the way in which it ended means something else than that it broke. Who leaves the kiosk is
 * known from the keeper, which asked for the PIN; a face alone may only say that it cannot show
 * anything, and that somebody closed its window where it is one among others. */
static enum ending ending_of_face(const struct supervisor *supervisor, int exit_status)
{
    if (exit_status == RESULT_DONE && options_has(supervisor->options, OPTION_WINDOW)) {
        return ENDING_ASKED;
    }
    return exit_status == RESULT_MACHINE ? ENDING_MACHINE : ENDING_NOT;
}

static void face_died(struct supervisor *supervisor, int exit_status)
{
    supervisor->face = 0;
    hear_keeper(supervisor); /* its verdict was sent before the face could see its end */
    bool is_condemned = supervisor->face_is_condemned;
    supervisor->face_is_condemned = false;
    if (supervisor->ending != ENDING_NOT || supervisor->has_failure) {
        return;
    }
    enum ending ending = is_condemned ? ENDING_NOT : ending_of_face(supervisor, exit_status);
    if (ending != ENDING_NOT) {
        begin_end(supervisor, ending);
    } else if (!restarts_allow(&supervisor->restarts, clock_boot_ms())) {
        begin_end(supervisor, ENDING_DEATHS);
    } else if (start_face(supervisor) != STATUS_OK) {
        begin_end(supervisor, ENDING_DEATHS);
    }
}

static void reap(struct supervisor *supervisor)
{
    pid_t pid;
    int exit_status;
    while (process_reap(&pid, &exit_status)) {
        if (pid == supervisor->keeper) {
            supervisor->keeper = 0;
        } else if (pid == supervisor->face) {
            face_died(supervisor, exit_status);
        } else {
            voice_seat_ended(&supervisor->voice, pid, exit_status, clock_boot_ms());
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

static void wait_for_the_end(struct supervisor *supervisor)
{
    while (supervisor->keeper > 0) {
        struct pollfd waits[] = {
            {.fd = supervisor->signals, .events = POLLIN},
            {.fd = supervisor->control, .events = POLLIN},
            {.fd = voice_seat_descriptor(&supervisor->voice), .events = POLLIN},
        };
        if (ppoll(waits, sizeof(waits) / sizeof(waits[0]), NULL, NULL) < 0 && errno != EINTR) {
            process_kill(supervisor->keeper);
            break;
        }
        hear_keeper(supervisor);
        if (waits[1].revents & POLLHUP) {
            close(supervisor->control);
            supervisor->control = -1;
        }
        if (waits[2].revents & POLLIN) {
            voice_seat_wake(&supervisor->voice, supervisor->options, supervisor->nothing);
        }
        hear_signals(supervisor);
    }
    hear_keeper(supervisor); /* its last words may have come with the news of its end */
    kill_face(supervisor);
    if (supervisor->face > 0) {
        process_wait(supervisor->face);
    }
    voice_seat_close(&supervisor->voice);
}

/* In a window, in a demonstration and in tests no machine is ever switched off. */
static const char *bus_of(const struct options *options)
{
    if (options_has(options, OPTION_WINDOW) || options_has(options, OPTION_DEMO)) {
        return NULL;
    }
#ifdef TEST_BUILD
    return options->value[OPTION_BUS];
#else
    return LOGIN_BUS;
#endif
}

/* Asked once the face is on its way, so that nobody waits for the answer. */
static void ask_about_power(struct supervisor *supervisor)
{
    const char *bus = bus_of(supervisor->options);
    if (bus == NULL || !login_can_switch_off(bus)) {
        return;
    }
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_POWER;
    record.flag = true;
    if (channel_send(supervisor->control, &record, sizeof(record), -1) == STATUS_OK) {
        supervisor->bus = bus;
    }
}

/* The totals are saved and nothing runs any more but this. */
static enum result switch_off(const struct supervisor *supervisor)
{
    return login_switch_off(supervisor->bus) == STATUS_OK
               ? RESULT_DONE
               : say_error(MSG_CLI_OFF, NULL, NULL, RESULT_MACHINE);
}

static enum message_id state_message(const struct supervisor *supervisor)
{
    if (supervisor->end.error.status == STATUS_UNSURE) {
        return MSG_CLI_STOPPED_UNSURE;
    }
    if (supervisor->end.error.status != STATUS_OK) {
        return MSG_CLI_STOPPED_UNSAVED;
    }
    return supervisor->end.was_open ? MSG_CLI_STOPPED_SAVED : MSG_CLI_STOPPED_NONE;
}

static enum result tell(const struct supervisor *supervisor)
{
    if (supervisor->has_failure) {
        return failure_tell(&supervisor->failure, supervisor->options);
    }
    if (!supervisor->has_end) {
        return say_error(MSG_CLI_KEEPER, NULL, NULL, RESULT_MACHINE);
    }
    if (supervisor->ending == ENDING_DEATHS) {
        return say_error(MSG_CLI_STOPPED, "state", say_text(state_message(supervisor)),
                         RESULT_MACHINE);
    }
    if (supervisor->end.error.status != STATUS_OK) {
        return say_error(state_message(supervisor), NULL, NULL, RESULT_MACHINE);
    }
    if (supervisor->switches_off) {
        return switch_off(supervisor);
    }
    return supervisor->ending == ENDING_MACHINE ? RESULT_MACHINE : RESULT_DONE;
}

/* Every face and voice starts inside it, the first like the sixth; the keeper was started before.
 */
static void enter_sandbox(const struct options *options, const struct supervisor *supervisor)
{
    struct sandbox sandbox = {.role = SANDBOX_MAIN, .file_bytes_max = SANDBOX_ANY_SIZE};
    sandbox_add(&sandbox, supervisor->face_program, LANDLOCK_EXECUTE);
    sandbox_add(&sandbox, supervisor->voice.program, LANDLOCK_EXECUTE);
#ifdef TEST_BUILD
    setup_add_files_for_tests(options, &sandbox);
#else
    (void)options;
#endif
    unsigned missing = sandbox_enter(&sandbox);
    (void)missing; /* health tells */
}

enum result supervise(const struct options *options, int first_frame)
{
    struct supervisor supervisor = {.options = options, .control = -1, .first_frame = first_frame};
#ifdef TEST_BUILD
    setup_sandbox_for_tests(options);
#endif
    sandbox_begin();
    if (!process_beside(FACE_SUFFIX, supervisor.face_program, PATH_BYTES) ||
        signals_open(&supervisor.signals) != STATUS_OK ||
        voice_seat_open(&supervisor.voice) != STATUS_OK ||
        process_nothing(&supervisor.nothing) != STATUS_OK ||
        start_keeper(&supervisor) != STATUS_OK) {
        return say_error(MSG_CLI_START, NULL, NULL, RESULT_MACHINE);
    }
    enter_sandbox(options, &supervisor);
    if (start_face(&supervisor) != STATUS_OK) {
        begin_end(&supervisor, ENDING_DEATHS);
    }
    ask_about_power(&supervisor);
    wait_for_the_end(&supervisor);
    return tell(&supervisor);
}
