/* SPDX-License-Identifier: MIT */
#include "face/look.h"

#include "platform/display/window.h"
#include "platform/sandbox/sandbox.h"
#include "platform/system/channel.h"
#include "platform/system/process.h"
#include "platform/system/secret.h"
#include "platform/system/swap.h"

enum { EXIT_SENT = 0, EXIT_ALONE = 1 };

void look_at_process(struct health_screen *screen)
{
    screen->locked = swap_is_on() && secret_lock_all();
    screen->undumpable = process_harden(); /* asks again, to know */
}

static void look_at_display(const struct face_options *options, struct health_screen *screen)
{
    struct window *window;
    struct input surface;
    struct error error;
    const struct window_options how = {
        .title = "",
        .lost_status = FACE_EXIT_NO_DISPLAY,
#ifdef TEST_BUILD
        .any_driver = options->any_driver,
#endif
    };
    (void)options;
    if (window_open(&window, &how, &error) != STATUS_OK) {
        return; /* without a display nothing is said about it */
    }
    window_surface(window, &surface);
    screen->has_display = true;
    screen->width = surface.x;
    screen->height = surface.y;
    screen->desktop = window_desktop(window);
    screen->other_output = window_has_other_output(window);
    screen->fit_source = (uint8_t)surface.fit_source;
}

int face_look(const struct face_options *options)
{
    struct health_screen screen = {0};
    const struct sandbox sandbox = {.role = SANDBOX_FACE};
    look_at_process(&screen);
    look_at_display(options, &screen);
    screen.sandbox_missing = (uint8_t)sandbox_enter(&sandbox);
    return channel_send(options->keeper_fd, &screen, sizeof(screen), -1) == STATUS_OK ? EXIT_SENT
                                                                                      : EXIT_ALONE;
}
