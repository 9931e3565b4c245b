/* SPDX-License-Identifier: MIT */
/* A frame and a builder for tests of what measures and draws itself, with the made-up font. */
#ifndef TESTS_FAKE_UI_H
#define TESTS_FAKE_UI_H

#include "fake_font.h"
#include "ui/ui.h"

#include <string.h>

static struct frame frame;
static struct ui ui;

/* An empty frame of that size, px, at four px a millimetre. */
static void fake_begin(int32_t width, int32_t height)
{
    frame_reset(&frame);
    frame.width = width;
    frame.height = height;
    ui = (struct ui){.frame = &frame,
                     .text = &FAKE_FONT,
                     .theme = theme_get(THEME_CALM_LIGHT),
                     .px_per_m = 4000,
                     .size = SIZE_M,
                     .width = width,
                     .height = height,
                     .margin_x = width / 20,
                     .margin_y = height / 20,
                     .top = height / 20,
                     .focus_id = "",
                     .pressed_id = "",
                     .air = 100};
}

static uint32_t fake_count(const char *id)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame.node_count; i++) {
        count += strcmp(frame.node[i].id, id) == 0;
    }
    return count;
}

#endif
