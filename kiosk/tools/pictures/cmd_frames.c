/* SPDX-License-Identifier: MIT */
/* What a frame of motion costs, painted as the screen process does: only where it differs from the
 * one before. With --driver x11 it is presented, too, on a display of that size. Under callgrind,
 * collect in frames_paint alone. */
#include "platform/display/window.h"
#include "tools/commands.h"
#include "tools/matrix/views.h"
#include "tools/pictures/picture.h"
#include "tools/story/hands.h"
#include "tools/tools.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FRAMES = 60, FRAMES_WELCOME = 40, FRAME_MS = 16, RINGS_FRAME_MS = 67 };

uint32_t frames_paint(const struct frame *before, const struct frame *now, struct canvas *canvas,
                      struct box boxes[WINDOW_BOX_MAX]);

/* A symbol of its own, so that a profiler can find it. */
__attribute__((noinline)) uint32_t frames_paint(const struct frame *before, const struct frame *now,
                                                struct canvas *canvas,
                                                struct box boxes[WINDOW_BOX_MAX])
{
    return picture_repaint(before, now, canvas, boxes);
}

/* A window, and its pixels as the canvas; false: it is no display of that size. */
static bool open_display(const char *driver, struct window **window, struct canvas *canvas)
{
    const struct window_options options = {.title = "frames", .any_driver = true};
    struct error error = {0};
    if (setenv("SDL_VIDEODRIVER", driver, 1) != 0 ||
        window_open(window, &options, &error) != STATUS_OK) {
        return false;
    }
    struct canvas pixels = window_canvas(*window);
    bool fits = pixels.width == canvas->width && pixels.height == canvas->height;
    *canvas = pixels;
    return fits;
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static uint64_t pixels_of(const struct box *boxes, uint32_t count)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        sum += (uint64_t)boxes[i].w * (uint64_t)boxes[i].h;
    }
    return sum;
}

int cmd_frames(const struct tool_options *options)
{
    static uint32_t pixels[PICTURE_WIDTH_MAX * PICTURE_HEIGHT_MAX];
    static struct frame before;
    struct stage *stage = NULL;
    int result = views_reach(options, &stage);
    if (result != EXIT_DONE) {
        return result;
    }
    const struct frame *frame = &stage->app.frame;
    struct canvas canvas = {.pixels = pixels,
                            .width = frame->width,
                            .height = frame->height,
                            .stride_px = frame->width};
    struct window *window = NULL;
    if (options->driver != NULL && !open_display(options->driver, &window, &canvas)) {
        fprintf(stderr, "kiosk-test: no display of that size on driver %s\n", options->driver);
        return EXIT_MACHINE;
    }
    bool rings = strcmp(options->screen, "welcome") == 0;
    if (rings) {
        stage_input(stage, &(struct input){.kind = INPUT_PRESENCE});
    }
    picture_paint(frame, &canvas);
    frame_copy_drawing(&before, frame);
    struct box boxes[WINDOW_BOX_MAX];
    uint64_t painted = 0;
    double total_ms = 0;
    uint32_t frames = rings ? FRAMES_WELCOME : FRAMES;
    for (uint32_t i = 0; i < frames; i++) {
        stage_wait(stage, rings ? RINGS_FRAME_MS : FRAME_MS);
        double begin_ms = now_ms();
        uint32_t count = frames_paint(&before, frame, &canvas, boxes);
        if (window != NULL && count > 0) {
            window_present(window, boxes, count);
        }
        painted += pixels_of(boxes, count);
        total_ms += now_ms() - begin_ms;
        frame_copy_drawing(&before, frame);
    }
    printf("%u frames, %.3f ms and %llu pixels each\n", frames, total_ms / frames,
           (unsigned long long)(painted / frames));
    if (window != NULL) {
        window_close(window);
    }
    return EXIT_DONE;
}
