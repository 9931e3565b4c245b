/* SPDX-License-Identifier: MIT */
/* The program that draws has one role, in which main starts it. Nothing that counts and no command
 * is in its memory. */
#include "main/roles.h"
#include "main/say.h"

#include <string.h>

int main(int argc, char **argv)
{
    struct options options;
    struct misuse misuse = {.kind = MISUSE_UNKNOWN, .word = argc > 1 ? argv[1] : ""};
    bool is_hard = process_begin(PROCESS_ROLE);
    (void)is_hard; /* "kiosk health" tells */
    if (strcmp(misuse.word, ROLE_FACE) != 0 || !role_has_socket() ||
        options_parse(&options, argc - 2, argv + 2, UINT32_MAX, 0, &misuse) != STATUS_OK) {
        return say_misuse(&misuse);
    }
    return role_face(&options, options_has(&options, OPTION_FIRST_FRAME));
}
