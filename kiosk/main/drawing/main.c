/* SPDX-License-Identifier: MIT */
/* The program that draws is one role, which main starts, and nothing else: nothing that counts and
 * no command is in its memory. */
#include "main/roles.h"
#include "main/say.h"

#include <string.h>

int main(int argc, char **argv)
{
    struct options options;
    const char *bad = argc > 1 ? argv[1] : "";
    bool is_hard = process_begin(PROCESS_ROLE);
    (void)is_hard; /* health tells */
    if (strcmp(bad, ROLE_FACE) != 0 || !role_has_socket() ||
        options_parse(&options, argc - 2, argv + 2, UINT32_MAX, 0, &bad) != STATUS_OK) {
        return say_error(MSG_CLI_USAGE, "word", bad, RESULT_USAGE);
    }
    return role_face(&options, options_has(&options, OPTION_FIRST_FRAME));
}
