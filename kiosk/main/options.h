/* SPDX-License-Identifier: MIT */
/* The command line as a value. Reads no file and prints nothing. */
#ifndef MAIN_OPTIONS_H
#define MAIN_OPTIONS_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

enum result { /* exit statuses */
              RESULT_DONE = 0,
              RESULT_NOT_SO = 1,  /* what was checked does not hold */
              RESULT_USAGE = 2,   /* the command line is wrong */
              RESULT_MACHINE = 3, /* the machine or a file prevents it */
};

/* Each option has one bit, so that a command can say which options it takes. */
enum option_id {
    OPTION_HELP,
    OPTION_DATA,
    OPTION_WINDOW,
    OPTION_LANG,
    OPTION_PACK,
    OPTION_DEMO, /* given to the roles of "kiosk demo" */
    OPTION_MEETINGS,
    OPTION_PEOPLE,
    OPTION_SEED,
    OPTION_PIN,
    OPTION_FORMAT,
    OPTION_OUT,
    OPTION_FIRST_FRAME, /* given to the face */
    OPTION_LOOK,        /* given to a face that only looks */
#ifdef TEST_BUILD
    OPTION_SEED_NOISE,   /* scripted noise from this seed, instead of the system's */
    OPTION_TODAY,        /* simulate: YYYY-MM, the month of the last meeting */
    OPTION_EXPORT_ROOT,  /* each directory in it is a drive */
    OPTION_SWAPS,        /* the system's table of swaps */
    OPTION_SYSTEM,       /* in place of the root, where health looks at networks */
    OPTION_POWER,        /* each directory in it is a battery or a charger */
    OPTION_BUS,          /* the message bus to ask; without it nothing is ever switched off */
    OPTION_SCRIPT_FACE,  /* a face that follows commands from this file, and draws nothing */
    OPTION_RECORD,       /* the face writes its inputs into this file, for kiosk-test replay */
    OPTION_LOG,          /* the face writes what it does into this file */
    OPTION_ANY_DRIVER,   /* the face accepts a driver of SDL other than x11 */
    OPTION_LANDLOCK_ABI, /* as if the kernel knew no later step; 0: no Landlock */
    OPTION_NO_SECCOMP,   /* as if the kernel had no seccomp */
    OPTION_CLOCK,        /* the face's time is ahead by what this file holds */
    OPTION_ATTEMPTS, /* each role tries what it must not do, on a file of its name in this folder */
#endif
    OPTION_COUNT,
};

enum { OPTION_WORDS_MAX = 1 }; /* words that are no option: check-pack's file */

struct options {
    const char *value[OPTION_COUNT]; /* "" for an option without a value; NULL: not given */
    const char *word[OPTION_WORDS_MAX];
    size_t word_count;
};

/* What is wrong with a command line. */
enum misuse_kind {
    MISUSE_UNKNOWN, /* no such command, option or value, or it has no place here */
    MISUSE_TWICE,
    MISUSE_VALUE,  /* an option without the value that it needs */
    MISUSE_NEEDS,  /* a command without something that it needs */
    MISUSE_NUMBER, /* a value that is no whole number from 0 to what the option takes */
    MISUSE_PIN,    /* of the option --pin: the value itself is never named */
};

struct misuse {
    enum misuse_kind kind;
    const char *word; /* the argument; of MISUSE_NEEDS the command */
    const char *need; /* MISUSE_NEEDS: what is missing, as the help writes it; else NULL */
    uint64_t most;    /* MISUSE_NUMBER: the largest number */
};

/* Reads the arguments after the command. allowed: bits of the options that the command takes;
 * words: how many other words it takes at most. INVALID: *misuse says what is wrong with the first
 * argument that is not understood. */
MUST_USE enum status options_parse(struct options *options, int argc, char *const *argv,
                                   uint32_t allowed, size_t words, struct misuse *misuse);

/* Writes the options whose bits are in wanted as arguments again, behind the *count arguments that
 * argv has, and a NULL at the end. */
enum { OPTIONS_ARGV_MAX = 2 * OPTION_COUNT + 3 };
void options_to_arguments(const struct options *options, uint32_t wanted,
                          const char *argv[OPTIONS_ARGV_MAX], size_t *count);

/* Returns whether the option was given. */
static inline bool options_has(const struct options *options, enum option_id id)
{
    return options->value[id] != NULL;
}

/* Reads a whole decimal number of at most max. INVALID: text is anything else. */
MUST_USE enum status options_number(const char *text, uint64_t max, uint64_t *out);

#define OPTION_BIT(id) (UINT32_C(1) << (id))

#ifdef TEST_BUILD
/* One line of help for an option that only the test build has; NULL for every other option. */
const char *options_test_help(enum option_id id);
#endif

#endif
