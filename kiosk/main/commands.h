/* SPDX-License-Identifier: MIT */
/* The commands of the program, and the table of their options and their help. */
#ifndef MAIN_COMMANDS_H
#define MAIN_COMMANDS_H

#include "main/options.h"
#include "message_ids.h"

struct command {
    const char *name;
    enum message_id help;
    uint32_t options; /* bits of option_id; every command takes --help too */
    size_t words;
    enum result (*run)(const struct options *options);
};

/* Returns the command of this name; NULL when there is none. */
const struct command *command_find(const char *name);

/* Each carries out one command with options that options_parse has read, tells on stdout or stderr
 * what there is to tell, and returns the exit status. */
/* Starts the kiosk, and waits for its end. */
enum result cli_run(const struct options *options);
/* Starts the kiosk with made-up meetings in memory. */
enum result cli_demo(const struct options *options);
/* Makes a new folder full of made-up meetings. */
enum result cli_simulate(const struct options *options);
/* Prints every row of the totals file. */
enum result cli_inspect(const struct options *options);
/* Writes the report of a folder, once somebody has typed its PIN. */
enum result cli_report(const struct options *options);
/* Erases the totals of a folder, its PIN and its guard, once somebody has agreed to that. */
enum result cli_reset_pin(const struct options *options);
/* Prints every problem of a question pack. */
enum result cli_check_pack(const struct options *options);
/* Prints what this machine can promise and what not. */
enum result cli_health(const struct options *options);

#endif
