/* SPDX-License-Identifier: MIT */
#include "main/roles.h"

#include <sys/stat.h>

const char *const ROLE_KEEPER_ENVIRONMENT[] = {"TZ", OF_TESTS NULL};
const char *const ROLE_PORTER_ENVIRONMENT[] = {OF_TESTS NULL};
/* DISPLAY, XAUTHORITY and HOME: the display, and where the key to it lies; WAYLAND_DISPLAY: whether
 * the display is inside another one. No language is passed on, because libraries are to use none.
 */
const char *const ROLE_FACE_ENVIRONMENT[] = {"DISPLAY", "XAUTHORITY", "HOME", "WAYLAND_DISPLAY",
                                             OF_TESTS NULL};

bool role_has_socket(void)
{
    struct stat about;
    return fstat(ROLE_SOCKET, &about) == 0 && S_ISSOCK(about.st_mode);
}

/* execve takes pointers to char, and does not change what they point to. */
enum status role_start(struct process_start *start, const char *role, const struct options *options,
                       uint32_t wanted, pid_t *pid)
{
    union {
        const char *in[OPTIONS_ARGV_MAX];
        char *out[OPTIONS_ARGV_MAX];
    } arguments = {.in = {"kiosk", role}};
    size_t used = 2;
    options_to_arguments(options, wanted, arguments.in, &used);
    start->argv = arguments.out;
    return process_start(start, pid);
}

uint32_t role_options_of_sandbox(void)
{
#ifdef TEST_BUILD
    return OPTION_BIT(OPTION_LANDLOCK_ABI) | OPTION_BIT(OPTION_NO_SECCOMP) |
           OPTION_BIT(OPTION_ATTEMPTS) | OPTION_BIT(OPTION_SWAPS) | OPTION_BIT(OPTION_SYSTEM);
#else
    return 0;
#endif
}

uint32_t role_options_of_voice(void)
{
    return role_options_of_sandbox();
}
