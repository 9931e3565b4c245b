/* SPDX-License-Identifier: MIT */
/* The commands, and the table that knows their options and help. Each returns an exit status. */
#ifndef MAIN_COMMANDS_H
#define MAIN_COMMANDS_H

#include "main/options.h"
#include "message_ids.h"

struct command {
    const char *name;
    enum message_id help;
    uint32_t options; /* bits of option_id, --help besides */
    size_t words;
    enum result (*run)(const struct options *options);
};

/* NULL: no such command. */
const struct command *command_find(const char *name);

enum result cli_run(const struct options *options);
enum result cli_demo(const struct options *options);
enum result cli_simulate(const struct options *options);
enum result cli_inspect(const struct options *options);
enum result cli_report(const struct options *options);
enum result cli_reset_pin(const struct options *options);
enum result cli_check_pack(const struct options *options);
enum result cli_health(const struct options *options);

#endif
