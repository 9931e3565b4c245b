/* SPDX-License-Identifier: MIT */
#include "main/options.h"

#include <assert.h>
#include <string.h>

_Static_assert(OPTION_COUNT <= 32, "one bit an option");

static const struct {
    const char *name;
    bool takes_value;
} OPTIONS[OPTION_COUNT] = {
    [OPTION_HELP] = {"--help", false},
    [OPTION_DATA] = {"--data", true},
    [OPTION_WINDOW] = {"--window", false},
    [OPTION_LANG] = {"--lang", true},
    [OPTION_PACK] = {"--pack", true},
    [OPTION_DEMO] = {"--demo", false},
    [OPTION_MEETINGS] = {"--meetings", true},
    [OPTION_PEOPLE] = {"--people", true},
    [OPTION_SEED] = {"--seed", true},
    [OPTION_PIN] = {"--pin", true},
    [OPTION_FORMAT] = {"--format", true},
    [OPTION_OUT] = {"--out", true},
    [OPTION_FIRST_FRAME] = {"--first-frame", false},
    [OPTION_LOOK] = {"--look", false},
#ifdef TEST_BUILD
    [OPTION_SEED_NOISE] = {"--seed-noise", true},
    [OPTION_TODAY] = {"--today", true},
    [OPTION_EXPORT_ROOT] = {"--export-root", true},
    [OPTION_SWAPS] = {"--swaps", true},
    [OPTION_SYSTEM] = {"--system", true},
    [OPTION_POWER] = {"--power", true},
    [OPTION_BUS] = {"--bus", true},
    [OPTION_SCRIPT_FACE] = {"--script-face", true},
    [OPTION_RECORD] = {"--record", true},
    [OPTION_LOG] = {"--log", true},
    [OPTION_ANY_DRIVER] = {"--any-driver", false},
    [OPTION_LANDLOCK_ABI] = {"--landlock-abi", true},
    [OPTION_NO_SECCOMP] = {"--no-seccomp", false},
    [OPTION_CLOCK] = {"--clock", true},
    [OPTION_ATTEMPTS] = {"--attempts", true},
#endif
};

#ifdef TEST_BUILD
const char *options_test_help(enum option_id id)
{
    static const char *const HELP[OPTION_COUNT] = {
        [OPTION_SEED_NOISE] = "--seed-noise S: the blur comes from this number",
        [OPTION_TODAY] = "--today YYYY-MM: the month of the last meeting",
        [OPTION_EXPORT_ROOT] = "--export-root DIR: each directory in it is a drive",
        [OPTION_SWAPS] = "--swaps FILE: read in place of the system's table of swaps",
        [OPTION_SYSTEM] = "--system DIR: read in place of the root, for networks and radios",
        [OPTION_POWER] = "--power DIR: each directory in it is a battery or a charger",
        [OPTION_BUS] = "--bus SOCKET: the message bus that is asked to switch off",
        [OPTION_SCRIPT_FACE] = "--script-face FILE: a face without a display does what it says",
        [OPTION_RECORD] = "--record FILE: writes the inputs, for kiosk-test replay",
        [OPTION_LOG] = "--log FILE: writes what the face does",
        [OPTION_ANY_DRIVER] = "--any-driver: takes a display that is not X11",
        [OPTION_LANDLOCK_ABI] = "--landlock-abi N: as if the kernel had no later step; 0: none",
        [OPTION_NO_SECCOMP] = "--no-seccomp: as if the kernel had no seccomp",
        [OPTION_CLOCK] = "--clock FILE: time is ahead by what this file holds",
        [OPTION_ATTEMPTS] = "--attempts DIR: each process tries what it must not do",
    };
    return HELP[id];
}
#endif

/* Finds "--name", or "--name=value" and then sets *value. */
static enum option_id find_option(const char *argument, uint32_t allowed, const char **value)
{
    const char *sign = strchr(argument, '=');
    size_t length = sign == NULL ? strlen(argument) : (size_t)(sign - argument);
    *value = sign == NULL ? NULL : sign + 1;
    for (int id = 0; id < OPTION_COUNT; id++) {
        if ((allowed & OPTION_BIT(id)) != 0 && strlen(OPTIONS[id].name) == length &&
            memcmp(OPTIONS[id].name, argument, length) == 0) {
            return (enum option_id)id;
        }
    }
    return OPTION_COUNT;
}

enum status options_parse(struct options *options, int argc, char *const *argv, uint32_t allowed,
                          size_t words, struct misuse *misuse)
{
    *options = (struct options){.word_count = 0};
    assert(words <= OPTION_WORDS_MAX);
    for (int i = 0; i < argc; i++) {
        const char *value = NULL;
        *misuse = (struct misuse){.kind = MISUSE_UNKNOWN, .word = argv[i]};
        if (argv[i][0] != '-') {
            if (options->word_count == words) {
                return STATUS_INVALID;
            }
            options->word[options->word_count++] = argv[i];
            continue;
        }
        enum option_id id = find_option(argv[i], allowed, &value);
        if (id == OPTION_COUNT) {
            return STATUS_INVALID;
        }
        if (options->value[id] != NULL) {
            misuse->kind = MISUSE_TWICE;
            return STATUS_INVALID;
        }
        if (!OPTIONS[id].takes_value) {
            if (value != NULL) {
                return STATUS_INVALID;
            }
            value = "";
        } else if (value == NULL) {
            value = ++i < argc ? argv[i] : "";
        }
        if (OPTIONS[id].takes_value && value[0] == '\0') {
            misuse->kind = MISUSE_VALUE; /* most likely a variable of a script that was not set */
            return STATUS_INVALID;
        }
        options->value[id] = value;
    }
    return STATUS_OK;
}

void options_to_arguments(const struct options *options, uint32_t wanted,
                          const char *argv[OPTIONS_ARGV_MAX], size_t *count)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        if ((wanted & OPTION_BIT(id)) == 0 || options->value[id] == NULL) {
            continue;
        }
        argv[(*count)++] = OPTIONS[id].name;
        if (OPTIONS[id].takes_value) {
            argv[(*count)++] = options->value[id];
        }
        assert(*count < OPTIONS_ARGV_MAX);
    }
    argv[*count] = NULL;
}

enum status options_number(const char *text, uint64_t max, uint64_t *out)
{
    uint64_t number = 0;
    if (text[0] == '\0') {
        return STATUS_INVALID;
    }
    for (; *text != '\0'; text++) {
        uint64_t digit = (uint64_t)(unsigned char)*text - '0';
        if (digit > 9 || number > (max - digit) / 10) {
            return STATUS_INVALID;
        }
        number = number * 10 + digit;
    }
    *out = number;
    return STATUS_OK;
}
