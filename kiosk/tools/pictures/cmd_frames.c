/* SPDX-License-Identifier: MIT */
/* What a frame of motion costs, painted as the screen process does: only where it differs from the
 * one before. Under callgrind, collect in frames_paint alone. */
#include "tools/commands.h"
#include "tools/matrix/views.h"
#include "tools/pictures/picture.h"
#include "tools/story/hands.h"
#include "tools/tools.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { FRAMES = 60, FRAMES_WELCOME = 40, FRAME_MS = 16, RINGS_FRAME_MS = 67 };

uint64_t frames_paint(const struct frame *before, const struct frame *now, struct canvas *canvas);

/* A symbol of its own, so that a profiler can find it. */
__attribute__((noinline)) uint64_t frames_paint(const struct frame *before, const struct frame *now,
                                                struct canvas *canvas)
{
    return picture_repaint(before, now, canvas);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
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
    bool rings = strcmp(options->screen, "welcome") == 0;
    if (rings) {
        stage_input(stage, &(struct input){.kind = INPUT_PRESENCE});
    }
    picture_paint(frame, &canvas);
    frame_copy_drawing(&before, frame);
    uint64_t painted = 0;
    double total_ms = 0;
    uint32_t frames = rings ? FRAMES_WELCOME : FRAMES;
    for (uint32_t i = 0; i < frames; i++) {
        stage_wait(stage, rings ? RINGS_FRAME_MS : FRAME_MS);
        double begin_ms = now_ms();
        painted += frames_paint(&before, frame, &canvas);
        total_ms += now_ms() - begin_ms;
        frame_copy_drawing(&before, frame);
    }
    printf("%u frames, %.3f ms and %llu pixels each\n", frames, total_ms / frames,
           (unsigned long long)(painted / frames));
    return EXIT_DONE;
}
