/* SPDX-License-Identifier: MIT */
#include "main/look.h"

#include "main/roles.h"
#include "platform/system/channel.h"

#include <poll.h>
#include <unistd.h>

enum { ANSWER_MS = 10 * 1000, PATH_BYTES = 4096 };

static enum status start(const struct options *options, const char *program, int socket,
                         int nothing, pid_t *pid)
{
    union {
        const char *in[OPTIONS_ARGV_MAX];
        char *out[OPTIONS_ARGV_MAX];
    } arguments = {.in = {"kiosk", ROLE_FACE, "--look"}};
    size_t used = 3;
    options_to_arguments(options, role_options_of_sandbox(), arguments.in, &used);
    struct process_start start = {.program = program,
                                  .argv = arguments.out,
                                  .environment = ROLE_FACE_ENVIRONMENT,
                                  .descriptors = &socket,
                                  .descriptor_count = 1,
                                  .nothing = nothing};
    return process_start(&start, pid);
}

static bool hear(int socket, struct health_screen *out)
{
    struct health_screen screen;
    struct pollfd wait = {.fd = socket, .events = POLLIN};
    size_t length = 0;
    bool heard = poll(&wait, 1, ANSWER_MS) > 0 &&
                 channel_receive(socket, &screen, sizeof(screen), &length, NULL) == STATUS_OK &&
                 length == sizeof(screen);
    if (heard) {
        *out = screen;
    }
    return heard;
}

bool look_at_screen(const struct options *options, struct health_screen *out)
{
    char program[PATH_BYTES];
    int ends[2], nothing;
    pid_t face;
    if (!process_beside(FACE_SUFFIX, program, sizeof(program)) ||
        process_nothing(&nothing) != STATUS_OK || channel_pair(ends) != STATUS_OK) {
        return false;
    }
    bool heard = false;
    enum status started = start(options, program, ends[1], nothing, &face);
    close(ends[1]);
    if (started == STATUS_OK) {
        heard = hear(ends[0], out);
        process_kill(face);
        process_wait(face);
    }
    close(ends[0]);
    close(nothing);
    return heard;
}
