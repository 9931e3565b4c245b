/* SPDX-License-Identifier: MIT */
/* A face for one voice: starts the program, tells it what the arguments say, prints what it answers
 * and when. */
#include "tools/commands.h"

#include "core/language.h"
#include "platform/system/channel.h"
#include "platform/system/clock.h"
#include "platform/system/process.h"
#include "tools/story/story_parts.h"
#include "tools/tools.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ANSWER_MS = 5000, HEARD_MS = 60 * 1000, REST_MS = 30 * 1000, PATH_BYTES = 4096 };

struct talk {
    int ends[2];
    pid_t voice;
    uint64_t start_ms;
    uint32_t sequence;
    struct voice_say say; /* what goes with the next text */
    uint32_t output;      /* of the newest state */
};

static bool start(struct talk *talk, const char *program)
{
    static char argument[][16] = {"kiosk-voice", "--role=voice"};
    static char *const argv[] = {argument[0], argument[1], NULL};
    static const char *const ENVIRONMENT[] = {"KIOSK_TEST_SOUND", "XDG_RUNTIME_DIR", "HOME", NULL};
    char beside[PATH_BYTES];
    int nothing = -1;
    if (program == NULL && process_beside("-voice", beside, sizeof(beside))) {
        program = beside;
    }
    if (channel_pair(talk->ends) != STATUS_OK || process_nothing(&nothing) != STATUS_OK) {
        return false;
    }
    const struct process_start options = {.program = program,
                                          .argv = argv,
                                          .environment = ENVIRONMENT,
                                          .descriptors = &talk->ends[1],
                                          .descriptor_count = 1,
                                          .nothing = nothing};
    talk->start_ms = clock_boot_ms();
    bool started = process_start(&options, &talk->voice) == STATUS_OK;
    close(nothing);
    return started;
}

static void print_state(const struct voice_state *state)
{
    static const char *const PHONES[] = {
        [PHONES_UNKNOWN] = "unknown", [PHONES_IN] = "in", [PHONES_OUT] = "out"};
    printf("state device %u output %" PRIu32 " phones %s languages", state->device, state->output,
           PHONES[state->phones]);
    for (uint32_t i = 0; i < language_count(); i++) {
        if ((state->languages >> i & 1) != 0) {
            printf(" %s", language_at(i)->tag);
        }
    }
    printf("\n");
}

/* Prints what comes until an answer of this type did, or the time is over. */
static bool wait_for(struct talk *talk, enum voice_type type, uint64_t ms)
{
    uint64_t until_ms = clock_boot_ms() + ms;
    for (uint64_t now_ms = clock_boot_ms(); now_ms < until_ms; now_ms = clock_boot_ms()) {
        struct pollfd wait = {.fd = talk->ends[0], .events = POLLIN};
        struct voice_record record;
        size_t length = 0;
        if (poll(&wait, 1, (int)(until_ms - now_ms)) <= 0) {
            break;
        }
        if (channel_receive(talk->ends[0], &record, sizeof(record), &length, NULL) != STATUS_OK ||
            voice_check_to_face(&record, length) != STATUS_OK) {
            printf("nonsense\n");
            return false;
        }
        printf("%" PRIu64 " ", clock_boot_ms() - talk->start_ms);
        if (record.type == VOICE_STATE) {
            print_state(&record.as.state);
            talk->output = record.as.state.output;
        } else {
            printf("said %" PRIu32 "\n", record.sequence);
        }
        fflush(stdout);
        if (record.type == type) {
            return true;
        }
    }
    return type == VOICE_NONE;
}

static bool wait_for_rest(struct talk *talk)
{
    pid_t pid = 0;
    int exit_status = -1;
    for (uint64_t ms = 0; ms < REST_MS; ms += 100) {
        if (process_reap(&pid, &exit_status)) {
            printf("%" PRIu64 " ended %d\n", clock_boot_ms() - talk->start_ms, exit_status);
            talk->voice = 0;
            return exit_status == 0;
        }
        usleep(100 * 1000);
    }
    return false;
}

static bool send(struct talk *talk, enum voice_type type, const char *text)
{
    struct voice_record record;
    voice_init(&record, type);
    if (type == VOICE_SAY) {
        record.sequence = ++talk->sequence;
        record.as.say = talk->say;
        (void)snprintf(record.as.say.text, sizeof(record.as.say.text), "%s", text);
    }
    return voice_check_from_face(&record, sizeof(record)) == STATUS_OK &&
           channel_send(talk->ends[0], &record, sizeof(record), -1) == STATUS_OK;
}

static bool set(struct talk *talk, const char *name, const char *value)
{
    uint64_t number = 0;
    const struct language *language = language_find(value);
    if (strcmp(name, "lang") == 0 && language != NULL) {
        talk->say.language = (uint8_t)language_index(language);
        return true;
    }
    if (strcmp(name, "channel") == 0) {
        talk->say.channel = strcmp(value, "phones") == 0 ? VOICE_PHONES : VOICE_SPEAKER;
        return true;
    }
    if (strcmp(name, "output") == 0) { /* "told": where STATE said; "any" */
        talk->say.output = strcmp(value, "told") == 0 ? talk->output : 0;
        return true;
    }
    if (!story_number(value, HEARD_MS, &number)) {
        return false;
    }
    if (strcmp(name, "speed") == 0) {
        talk->say.speed = (uint8_t)number;
    } else if (strcmp(name, "volume") == 0) {
        talk->say.volume = (uint8_t)number;
    } else if (strcmp(name, "pause") == 0) {
        talk->say.pause_ms = (uint16_t)number;
    } else if (strcmp(name, "wait") == 0) {
        return wait_for(talk, VOICE_NONE, number);
    } else {
        return false;
    }
    return true;
}

/* "ask", "say WORDS", "heard", "hush", "forget", "rest", "wait MS", or "lang TAG" and the like. */
static bool run(struct talk *talk, const char *command)
{
    static const char SAY[] = "say ";
    char name[STORY_NAME_BYTES];
    const char *blank = strchr(command, ' ');
    if (strcmp(command, "ask") == 0) {
        return send(talk, VOICE_ASK, NULL) && wait_for(talk, VOICE_STATE, ANSWER_MS);
    }
    if (strcmp(command, "hush") == 0) {
        return send(talk, VOICE_HUSH, NULL);
    }
    if (strcmp(command, "forget") == 0) {
        return send(talk, VOICE_FORGET, NULL);
    }
    if (strcmp(command, "heard") == 0) {
        return wait_for(talk, VOICE_SAID, HEARD_MS);
    }
    if (strcmp(command, "rest") == 0) {
        return wait_for_rest(talk);
    }
    if (strncmp(command, SAY, sizeof(SAY) - 1) == 0) {
        return send(talk, VOICE_SAY, command + sizeof(SAY) - 1);
    }
    if (blank == NULL || (size_t)(blank - command) >= sizeof(name)) {
        return false;
    }
    (void)snprintf(name, sizeof(name), "%.*s", (int)(blank - command), command);
    return set(talk, name, blank + 1);
}

int cmd_speak(const struct tool_options *options)
{
    struct talk talk = {.say = {.speed = VOICE_SPEED_USUAL, .volume = VOICE_VOLUME_USUAL}};
    if (options->files_count == 0) {
        return EXIT_USAGE;
    }
    if (!start(&talk, options->voice)) {
        fprintf(stderr, "kiosk-test: the voice could not be started\n");
        return EXIT_MACHINE;
    }
    printf("0 pid %d\n", (int)talk.voice);
    fflush(stdout);
    for (int i = 0; i < options->files_count; i++) {
        if (!run(&talk, options->files[i])) {
            printf("failed: %s\n", options->files[i]);
            return EXIT_NOT_SO;
        }
    }
    return EXIT_DONE;
}
