/* SPDX-License-Identifier: MIT */
/* kiosk-voice: started by kiosk beside it, with the socket as its first descriptor. */
#include "platform/system/process.h"
#include "voice/process.h"
#ifdef TEST_BUILD
#include "tools/attempts/attempts.h"

#include <stdlib.h>
#endif

#include <stdio.h>
#include <string.h>

enum { EXIT_USAGE = 2 };

#ifdef TEST_BUILD
/* Reads the arguments, which main writes as for the other roles. */
static void take_options(int argc, char **argv)
{
    struct sandbox_test test = {.landlock_abi_max = INT32_MAX};
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--no-seccomp") == 0) {
            test.no_seccomp = true;
        } else if (strcmp(argv[i], "--landlock-abi") == 0 && i + 1 < argc) {
            test.landlock_abi_max = atoi(argv[++i]);
        } else if (strcmp(argv[i], "--attempts") == 0 && i + 1 < argc) {
            test.attempts = sandbox_attempts;
            test.folder = argv[++i];
        }
    }
    sandbox_test(&test);
}
#endif

int main(int argc, char **argv)
{
    bool is_hard = process_begin(PROCESS_ROLE);
    (void)is_hard; /* "kiosk health" tells */
    if (argc < 2 || strcmp(argv[1], "--role=voice") != 0) {
        fputs("kiosk-voice: kiosk starts this by itself.\n", stderr);
        return EXIT_USAGE;
    }
#ifdef TEST_BUILD
    take_options(argc, argv);
#endif
    return voice_process_run(PROCESS_FD_FIRST);
}
