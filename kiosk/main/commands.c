/* SPDX-License-Identifier: MIT */
#include "main/commands.h"

#include <string.h>

#define BIT OPTION_BIT

#ifdef TEST_BUILD
#define TEST_SANDBOX                                                                               \
    (BIT(OPTION_LANDLOCK_ABI) | BIT(OPTION_NO_SECCOMP) | BIT(OPTION_SWAPS) | BIT(OPTION_SYSTEM))
#define TEST_RUN                                                                                   \
    (BIT(OPTION_SEED_NOISE) | BIT(OPTION_EXPORT_ROOT) | BIT(OPTION_POWER) | BIT(OPTION_BUS) |      \
     BIT(OPTION_SCRIPT_FACE) | BIT(OPTION_CLOCK) | BIT(OPTION_RECORD) | BIT(OPTION_LOG) |          \
     BIT(OPTION_ANY_DRIVER) | BIT(OPTION_ATTEMPTS) | TEST_SANDBOX)
#define TEST_SIMULATE (BIT(OPTION_SEED_NOISE) | BIT(OPTION_TODAY))
#define TEST_REPORT   BIT(OPTION_CLOCK)
#else
#define TEST_SANDBOX  0
#define TEST_RUN      0
#define TEST_SIMULATE 0
#define TEST_REPORT   0
#endif

static const struct command COMMANDS[] = {
    {"run", MSG_CLI_HELP_RUN,
     BIT(OPTION_DATA) | BIT(OPTION_WINDOW) | BIT(OPTION_LANG) | BIT(OPTION_PACK) | TEST_RUN, 0,
     cli_run},
    {"demo", MSG_CLI_HELP_DEMO, BIT(OPTION_WINDOW) | BIT(OPTION_LANG) | BIT(OPTION_PACK) | TEST_RUN,
     0, cli_demo},
    {"simulate", MSG_CLI_HELP_SIMULATE,
     BIT(OPTION_MEETINGS) | BIT(OPTION_PEOPLE) | BIT(OPTION_SEED) | BIT(OPTION_DATA) |
         BIT(OPTION_PIN) | BIT(OPTION_PACK) | TEST_SIMULATE,
     0, cli_simulate},
    {"inspect", MSG_CLI_HELP_INSPECT, BIT(OPTION_DATA), 0, cli_inspect},
    {"report", MSG_CLI_HELP_REPORT,
     BIT(OPTION_DATA) | BIT(OPTION_FORMAT) | BIT(OPTION_OUT) | BIT(OPTION_LANG) | BIT(OPTION_PACK) |
         TEST_REPORT,
     0, cli_report},
    {"reset-pin", MSG_CLI_HELP_RESET_PIN, BIT(OPTION_DATA) | BIT(OPTION_PACK), 0, cli_reset_pin},
    {"check-pack", MSG_CLI_HELP_CHECK_PACK, 0, 1, cli_check_pack},
    {"health", MSG_CLI_HELP_HEALTH, BIT(OPTION_DATA) | BIT(OPTION_PACK) | TEST_SANDBOX, 0,
     cli_health},
};

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < sizeof(COMMANDS) / sizeof(COMMANDS[0]); i++) {
        if (strcmp(COMMANDS[i].name, name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}
