/* SPDX-License-Identifier: MIT */
/* A few panels, on which a block is drawn with letters of the fake font. */
#ifndef TESTS_PANELS_H
#define TESTS_PANELS_H

#include "fake_font.h"
#include "ui/ui.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct {
    int32_t width, height;
    uint32_t px_per_m;
} PANELS[] = {{1024, 600, 6680}, {1280, 800, 5880}, {800, 1280, 5880}, {1920, 1080, 5560}};
enum { PANEL_COUNT = sizeof(PANELS) / sizeof(PANELS[0]) };

static struct frame frame;
static struct ui ui;

static inline struct box begin(uint32_t panel)
{
    frame_reset(&frame);
    frame.width = PANELS[panel].width;
    frame.height = PANELS[panel].height;
    frame.px_per_m = PANELS[panel].px_per_m;
    ui = (struct ui){.frame = &frame,
                     .text = &FAKE_FONT,
                     .theme = theme_get(THEME_CALM_LIGHT),
                     .px_per_m = frame.px_per_m,
                     .size = SIZE_S,
                     .width = frame.width,
                     .height = frame.height,
                     .air = 35,
                     .page_count = 1,
                     .focus_id = "",
                     .pressed_id = ""};
    ui.margin_x = ui.margin_y = ui.top = ui_um(&ui, 5000);
    return (struct box){ui.margin_x, ui.margin_y, ui.width - 2 * ui.margin_x,
                        ui.height - 2 * ui.margin_y};
}

static inline const struct node *found(const char *id)
{
    const struct node *node = frame_find(&frame, id);
    assert_non_null(node);
    return node;
}

#endif
