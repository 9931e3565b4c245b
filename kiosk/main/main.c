/* SPDX-License-Identifier: MIT */
/* Decides what this process is to be: a role of a running kiosk, or a command. */
#include "core/language.h"
#include "main/commands.h"
#include "main/roles.h"
#include "main/say.h"
#include "main/version.h"
#include "platform/system/zone.h"
#ifdef TEST_BUILD
#include "tools/tools.h"
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Runs a role. main itself writes a role's arguments, so a wrong argument is a bug, or comes from a
 * curious person. */
static int run_role(int argc, char **argv)
{
    struct options options;
    struct misuse misuse = {.kind = MISUSE_UNKNOWN, .word = argv[1]};
    bool is_keeper = strcmp(argv[1], ROLE_KEEPER) == 0;
    bool is_porter = strcmp(argv[1], ROLE_PORTER) == 0;
    bool is_face = strcmp(argv[1], ROLE_FACE) == 0;
    if ((!is_keeper && !is_porter && !is_face) || !role_has_socket() ||
        options_parse(&options, argc - 2, argv + 2, UINT32_MAX, 0, &misuse) != STATUS_OK) {
        return say_misuse(&misuse);
    }
    return is_keeper   ? role_keeper(&options)
           : is_porter ? role_porter(&options)
                       : role_face(&options, options_has(&options, OPTION_FIRST_FRAME));
}

/* Prints the help of a command, and in the test build the options that only this build has. */
static void say_help(const struct command *command)
{
    say(stdout, command->help, NULL, 0);
#ifdef TEST_BUILD
    for (int id = 0; id < OPTION_COUNT; id++) {
        const char *help = options_test_help((enum option_id)id);
        if ((command->options & OPTION_BIT(id)) != 0 && help != NULL) {
            puts(help);
        }
    }
#endif
}

static int run_command(const struct command *command, int argc, char *const *argv)
{
    struct options options;
    struct misuse misuse;
    uint32_t allowed = command->options | OPTION_BIT(OPTION_HELP);
    if (options_parse(&options, argc, argv, allowed, command->words, &misuse) != STATUS_OK) {
        return say_misuse(&misuse);
    }
    if (options_has(&options, OPTION_LANG)) {
        if (language_find(options.value[OPTION_LANG]) == NULL) {
            return say_misused(options.value[OPTION_LANG]);
        }
        say_in(options.value[OPTION_LANG]);
    }
    if (options_has(&options, OPTION_HELP)) {
        say_help(command);
        return RESULT_DONE;
    }
    const char *zone = getenv("TZ");
    if (!zone_is_good(zone)) {
        return say_error(MSG_CLI_ZONE, "zone", zone != NULL ? zone : "/etc/localtime",
                         RESULT_MACHINE);
    }
    return command->run(&options);
}

/* Flushes standard output. A disk that is full or a closed pipe must not make somebody take half of
 * the output for all. */
static int finish(int result)
{
    if ((fflush(stdout) != 0 || ferror(stdout)) && result == RESULT_DONE) {
        return say_error(MSG_CLI_OUTPUT, NULL, NULL, RESULT_MACHINE);
    }
    return result;
}

int main(int argc, char **argv)
{
    bool is_role = argc >= 2 && strncmp(argv[1], "--role=", 7) == 0;
    bool is_hard = process_begin(is_role ? PROCESS_ROLE : PROCESS_COMMAND);
    (void)is_hard; /* "kiosk health" tells */
    zone_begin();
    if (is_role) {
        return run_role(argc, argv);
    }
#ifdef TEST_BUILD
    if (argc >= 2 && tools_has(argv[1])) {
        return finish(tools_main(argc, argv));
    }
#endif
    if (argc >= 2 && strcmp(argv[1], "--help") == 0) {
        say(stdout, MSG_CLI_HELP, NULL, 0);
#ifdef TEST_BUILD
        tools_help(stdout);
#endif
        return finish(RESULT_DONE);
    }
    if (argc >= 2 && strcmp(argv[1], "--version") == 0) {
        puts("kiosk " KIOSK_VERSION);
        return finish(RESULT_DONE);
    }
    bool is_named = argc >= 2 && argv[1][0] != '-';
    const struct command *command = command_find(is_named ? argv[1] : "run");
    if (command == NULL) {
        return say_misused(argv[1]);
    }
    int skip = is_named ? 2 : 1;
    return finish(run_command(command, argc > skip ? argc - skip : 0, argv + skip));
}
