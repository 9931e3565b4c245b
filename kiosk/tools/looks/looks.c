/* SPDX-License-Identifier: MIT */
#include "tools/looks/looks.h"

#include "tools/commands.h"
#include "tools/matrix/views.h"
#include "tools/pictures/picture.h"
#include "tools/story/story.h"
#include "tools/tools.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void looks_panel(struct looks *looks, int32_t width, int32_t height, uint32_t px_per_m)
{
    assert(width <= LOOKS_SIDE_MAX && height <= LOOKS_SIDE_MAX);
    looks->options.stage.width = width;
    looks->options.stage.height = height;
    looks->options.stage.px_per_m = px_per_m;
}

bool looks_reach(struct looks *looks, const char *screen, const char *state, enum theme_id theme)
{
    looks->options.screen = screen;
    looks->options.state = state;
    looks->options.stage.theme = theme;
    if (views_reach(&looks->options, &looks->stage) != EXIT_DONE) {
        looks_complain(looks, "%s, %s cannot be reached", screen, state);
        return false;
    }
    return true;
}

bool looks_do(struct looks *looks, const char *script)
{
    const struct story_options go_on = {.stage_is_set = true};
    if (!story_run_text(looks->stage, "looks", script, &looks->options.stage, &go_on)) {
        looks_complain(looks, "the way to it is gone");
        return false;
    }
    return true;
}

static struct box whole(const struct frame *frame)
{
    return (struct box){.w = frame->width, .h = frame->height};
}

const struct canvas *looks_paint_part(const struct frame *frame, struct box part,
                                      enum looks_slot slot)
{
    static uint32_t pixels[LOOKS_SLOT_COUNT][LOOKS_SIDE_MAX * LOOKS_SIDE_MAX];
    static struct canvas canvases[LOOKS_SLOT_COUNT];
    assert(frame->width <= LOOKS_SIDE_MAX && frame->height <= LOOKS_SIDE_MAX);
    canvases[slot] = (struct canvas){.pixels = pixels[slot],
                                     .width = frame->width,
                                     .height = frame->height,
                                     .stride_px = frame->width};
    picture_paint_part(frame, part, &canvases[slot]);
    return &canvases[slot];
}

const struct canvas *looks_paint(const struct frame *frame, enum looks_slot slot)
{
    return looks_paint_part(frame, whole(frame), slot);
}

const struct canvas *looks_paint_part_without(const struct frame *frame, looks_drop *drop,
                                              struct box part, enum looks_slot slot)
{
    static struct frame less;
    less = *frame;
    less.draw_count = 0;
    for (uint32_t i = 0; i < frame->draw_count; i++) {
        if (!drop(frame, &frame->draw[i])) {
            less.draw[less.draw_count++] = frame->draw[i];
        }
    }
    return looks_paint_part(&less, part, slot);
}

const struct canvas *looks_paint_without(const struct frame *frame, looks_drop *drop,
                                         enum looks_slot slot)
{
    return looks_paint_part_without(frame, drop, whole(frame), slot);
}

void looks_complain(struct looks *looks, const char *format, ...)
{
    if (looks->complaints++ >= LOOKS_COMPLAINT_MAX) {
        return;
    }
    const struct tool_options *options = &looks->options;
    va_list args;
    va_start(args, format);
    printf("  %s %s, %s, %dx%d: ", options->screen != NULL ? options->screen : "?",
           options->state != NULL ? options->state : "usual", theme_get(options->stage.theme)->name,
           options->stage.width, options->stage.height);
    (void)vprintf(format, args);
    printf("\n");
    va_end(args);
}

/* What each value of a channel gives to the light of a pixel. */
static struct {
    bool filled;
    float red[256], green[256], blue[256];
} light;

static void fill_light(void)
{
    for (int i = 0; i < 256; i++) {
        float v = (float)i / 255;
        float linear = v <= 0.04045F ? v / 12.92F : powf((v + 0.055F) / 1.055F, 2.4F);
        light.red[i] = 0.2126F * linear;
        light.green[i] = 0.7152F * linear;
        light.blue[i] = 0.0722F * linear;
    }
    light.filled = true;
}

float looks_luminance(uint32_t rgb)
{
    if (!light.filled) {
        fill_light();
    }
    return light.red[rgb >> 16 & 0xFF] + light.green[rgb >> 8 & 0xFF] + light.blue[rgb & 0xFF];
}

float looks_contrast(uint32_t rgb_a, uint32_t rgb_b)
{
    float a = looks_luminance(rgb_a), b = looks_luminance(rgb_b);
    return a > b ? (a + 0.05F) / (b + 0.05F) : (b + 0.05F) / (a + 0.05F);
}
