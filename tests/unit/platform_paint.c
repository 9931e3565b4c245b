/* SPDX-License-Identifier: MIT */
/* Protects that pixels depend on the frame alone: the same twice, and the same whether a frame is
 * painted whole or only where it changed. */
#include "text_rig.h"

#include "platform/display/paint.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH = 640, HEIGHT = 400 };

static struct text_ops ops;
static struct paint *painter;
static struct frame first;
static struct frame second;
static uint32_t pixels[2][WIDTH * HEIGHT];
static const struct box whole = {0, 0, WIDTH, HEIGHT};

static int open_painter(void **state)
{
    if (open_engine(state) != 0) {
        return -1;
    }
    ops = text_measure(engine);
    painter = paint_open(engine);
    return 0;
}

static int close_painter(void **state)
{
    (void)state;
    paint_close(painter);
    text_close(engine);
    return 0;
}

static struct canvas canvas_at(int index)
{
    return (struct canvas){pixels[index], WIDTH, HEIGHT, WIDTH};
}

static void add_text(struct frame *frame, const char *text, float x, float y, int em_px, bool rtl)
{
    struct font font = {FONT_TEXT, (uint16_t)em_px};
    const char *copy = frame_text(frame, text);
    frame_draw(frame,
               &(struct draw){.kind = DRAW_TEXT,
                              .flags = rtl ? DRAW_RTL : 0,
                              .fill = INK_INK,
                              .fill_alpha = 255,
                              .font = font,
                              .x = x,
                              .y = y,
                              .w = (float)ops.width_px(ops.context, font, text, strlen(text)),
                              .first = (uint32_t)(copy - frame->text),
                              .count = (uint32_t)strlen(text)});
}

static void add_shapes(struct frame *frame)
{
    struct draw pill = {.kind = DRAW_BOX,
                        .fill = INK_SURFACE,
                        .fill_alpha = 255,
                        .stroke = INK_OUTLINE,
                        .stroke_alpha = 255,
                        .x = 20.3f,
                        .y = 30.7f,
                        .w = 200.4f,
                        .h = 48.1f,
                        .radius = 24,
                        .stroke_px = 2.2f};
    frame_draw(frame, &pill);
    pill.y = 250;
    pill.fill = INK_PRIMARY;
    frame_draw(frame, &pill);
    struct draw disc = {.kind = DRAW_DISC,
                        .fill = INK_CREST,
                        .fill_alpha = 200,
                        .flags = DRAW_RADIAL,
                        .stroke = INK_OUTLINE,
                        .stroke_alpha = 128,
                        .x = 420.5f,
                        .y = 150.25f,
                        .w = 90.3f,
                        .stroke_px = 3.1f};
    frame_draw(frame, &disc);
    disc.flags = DRAW_DOTTED;
    disc.fill = INK_NONE;
    disc.w = 110;
    frame_draw(frame, &disc);
    const struct draw_point zigzag[] = {{300, 300}, {350.5f, 260.2f}, {420, 320.7f}, {600, 240}};
    uint32_t at = frame_points(frame, zigzag, 4);
    frame_draw(frame, &(struct draw){.kind = DRAW_PATH,
                                     .flags = DRAW_CLOSED,
                                     .fill = INK_A3,
                                     .fill_alpha = 51,
                                     .stroke = INK_A4,
                                     .stroke_alpha = 255,
                                     .stroke_px = 4.3f,
                                     .first = at,
                                     .count = 4});
    for (int i = ICON_BACK; i < ICON_COUNT; i++) {
        frame_draw(frame, &(struct draw){.kind = DRAW_ICON,
                                         .flags = i % 2 != 0 ? DRAW_MIRROR : 0,
                                         .icon = (uint8_t)i,
                                         .stroke = INK_OUTLINE,
                                         .stroke_alpha = 255,
                                         .x = 10.4f + 24.2f * (float)i,
                                         .y = 350.6f,
                                         .w = 22.5f,
                                         .stroke_px = 1.9f});
    }
}

static void build(struct frame *frame, enum theme_id theme, enum scene_kind kind)
{
    frame_reset(frame);
    frame->width = WIDTH;
    frame->height = HEIGHT;
    frame->px_per_m = 4000;
    frame->theme = (uint8_t)theme;
    frame->scene = (struct scene){.kind = (uint8_t)kind,
                                  .strength = 100,
                                  .stone = true,
                                  .width = WIDTH,
                                  .height = HEIGHT,
                                  .horizon_y = 210,
                                  .panel_x = 500,
                                  .centre_x = kind == SCENE_PAPER ? 570 : 420,
                                  .centre_y = 250,
                                  .scale_x = kind == SCENE_PAPER ? 60 : 200,
                                  .dim = 100};
    add_shapes(frame);
    add_text(frame, "Take a quiet moment", 40, 62, 24, false);
    add_text(frame, "\xD8\xB9\xD8\xAF\xD8\xAF 12/20", 40, 285, 30, true);
}

static void the_same_twice(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int kind = SCENE_PAPER; kind <= SCENE_DEEP; kind++) {
            struct canvas a = canvas_at(0);
            struct canvas b = canvas_at(1);
            memset(pixels[0], 0x55, sizeof pixels[0]);
            memset(pixels[1], 0xAA, sizeof pixels[1]);
            build(&first, (enum theme_id)theme, (enum scene_kind)kind);
            paint_frame(painter, &first, &a, &whole, 1);
            paint_forget(painter);
            paint_frame(painter, &first, &b, &whole, 1);
            assert_int_equal(canvas_hash(&a), canvas_hash(&b));
        }
    }
}

static void assert_same_pixels(void)
{
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        if ((pixels[0][i] & 0xFFFFFF) != (pixels[1][i] & 0xFFFFFF)) {
            fail_msg("pixel %d, %d: %06x, %06x", i % WIDTH, i / WIDTH, pixels[0][i], pixels[1][i]);
        }
    }
}

static void in_boxes_as_whole(void **state)
{
    (void)state;
    for (int kind = SCENE_PAPER; kind <= SCENE_DEEP; kind++) {
        struct canvas a = canvas_at(0);
        struct canvas b = canvas_at(1);
        build(&first, THEME_CALM_LIGHT, (enum scene_kind)kind);
        first.scene.dotted = kind == SCENE_HERO;
        paint_frame(painter, &first, &a, &whole, 1);
        for (int32_t y = 0; y < HEIGHT; y += 37) {
            for (int32_t x = 0; x < WIDTH; x += 53) {
                struct box box = {x, y, 53, 37};
                paint_frame(painter, &first, &b, &box, 1);
            }
        }
        assert_same_pixels();
    }
}

static void only_where_it_changed(void **state)
{
    (void)state;
    struct box boxes[16];
    for (int dim = 60; dim <= 100; dim += 40) {
        struct canvas a = canvas_at(0);
        struct canvas b = canvas_at(1);
        build(&first, THEME_CALM_DARK, SCENE_HERO);
        build(&second, THEME_CALM_DARK, SCENE_HERO);
        first.scene.dim = second.scene.dim = (uint8_t)dim;
        second.draw[1].fill = INK_SURFACE;
        second.draw[2].w = 70;
        second.draw[2].bounds = (struct box){345, 75, 152, 152};
        second.scene.phase = 400;
        second.draw_count--;
        add_text(&second, "Breathe in", 300, 150, 40, false);
        paint_frame(painter, &first, &b, &whole, 1);
        uint32_t count = frame_damage(&first, &second, boxes, 16);
        paint_frame(painter, &second, &b, boxes, count);
        paint_frame(painter, &second, &a, &whole, 1);
        assert_same_pixels();
    }
}

static void mirrored_is_a_mirror_image(void **state)
{
    (void)state;
    struct canvas a = canvas_at(0);
    struct canvas b = canvas_at(1);
    for (int kind = SCENE_PAPER; kind <= SCENE_DEEP; kind++) {
        build(&first, THEME_CALM_LIGHT, (enum scene_kind)kind);
        first.draw_count = 1;
        paint_frame(painter, &first, &a, &whole, 1);
        frame_mirror(&first);
        paint_frame(painter, &first, &b, &whole, 1);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            uint32_t left = pixels[0][i];
            uint32_t right = pixels[1][i / WIDTH * WIDTH + WIDTH - 1 - i % WIDTH];
            for (int shift = 0; shift < 24; shift += 8) {
                int apart = (int)(left >> shift & 0xFF) - (int)(right >> shift & 0xFF);
                assert_in_range(apart + 2, 0, 4); /* the dither keeps its place */
            }
        }
    }
}

static void white_on_white_is_white(void **state)
{
    (void)state;
    struct canvas a = canvas_at(0);
    build(&first, THEME_HC_DARK, SCENE_PAPER);
    first.theme = THEME_HC_LIGHT;
    first.scene.panel_x = first.scene.horizon_y = 0;
    for (uint32_t i = 0; i < first.draw_count; i++) {
        struct draw *draw = &first.draw[i];
        draw->fill = draw->fill != INK_NONE ? INK_SURFACE : INK_NONE;
        draw->stroke = draw->stroke != INK_NONE ? INK_SURFACE : INK_NONE;
        draw->fill_alpha = draw->stroke_alpha = (uint8_t)(255 - i);
    }
    paint_frame(painter, &first, &a, &whole, 1);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        assert_int_equal(pixels[0][i] & 0xFFFFFF, 0xFFFFFF);
    }
}

/* An upright page has its water at its foot: below one line it is painted, above it is paper. */
static void water_lies_at_the_foot(void **state)
{
    (void)state;
    struct canvas a = canvas_at(0);
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        build(&first, (enum theme_id)theme, SCENE_PAPER);
        first.scene.panel_x = 0;
        first.draw_count = 0;
        paint_frame(painter, &first, &a, &whole, 1);
        const uint32_t paper = pixels[0][0] & 0xFFFFFF;
        const int foot = first.scene.horizon_y;
        for (int i = 0; i < foot * WIDTH; i++) {
            assert_int_equal(pixels[0][i] & 0xFFFFFF, paper);
        }
        for (int x = 0; x < WIDTH; x++) {
            assert_int_not_equal(pixels[0][foot * WIDTH + x] & 0xFFFFFF, paper);
        }
    }
}

static void high_contrast_has_no_tint(void **state)
{
    (void)state;
    struct canvas a = canvas_at(0);
    for (int kind = SCENE_PAPER; kind <= SCENE_DEEP; kind++) {
        build(&first, THEME_HC_DARK, (enum scene_kind)kind);
        first.draw_count = 0;
        paint_frame(painter, &first, &a, &whole, 1);
        uint32_t white = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            uint32_t rgb = pixels[0][i] & 0xFFFFFF;
            assert_true(rgb == 0 || rgb == 0xFFFFFF);
            white += rgb != 0;
        }
        uint32_t line = kind == SCENE_PAPER ? 2 * HEIGHT : kind == SCENE_DEEP ? 0 : 2 * WIDTH;
        assert_int_equal(white, line);
    }
}

static void nothing_is_painted_outside(void **state)
{
    (void)state;
    struct canvas a = canvas_at(0);
    const struct box boxes[] = {{100, 100, 60, 200}, {-20, -20, 40, 40}, {630, 390, 50, 50}};
    memset(pixels[0], 0x12, sizeof pixels[0]);
    build(&first, THEME_SOFT, SCENE_HERO);
    paint_frame(painter, &first, &a, boxes, 3);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        int x = i % WIDTH;
        int y = i / WIDTH;
        bool inside = (x >= 100 && x < 160 && y >= 100 && y < 300) || (x < 20 && y < 20) ||
                      (x >= 630 && y >= 390);
        assert_true(inside || pixels[0][i] == 0x12121212);
    }
}

static void a_picture_is_written(void **state)
{
    (void)state;
    struct canvas a = canvas_at(0);
    char path[] = "/tmp/kiosk-paint-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    unsigned char head[8] = {0};
    assert_int_equal(canvas_write_png(&a, path), STATUS_OK);
    assert_int_equal(read(fd, head, sizeof head), 8);
    assert_memory_equal(head, "\x89PNG\r\n\x1A\n", 8);
    close(fd);
    unlink(path);
    assert_int_equal(canvas_write_png(&a, "/nowhere/at/all.png"), STATUS_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_twice),
        cmocka_unit_test(in_boxes_as_whole),
        cmocka_unit_test(only_where_it_changed),
        cmocka_unit_test(mirrored_is_a_mirror_image),
        cmocka_unit_test(white_on_white_is_white),
        cmocka_unit_test(water_lies_at_the_foot),
        cmocka_unit_test(high_contrast_has_no_tint),
        cmocka_unit_test(nothing_is_painted_outside),
        cmocka_unit_test(a_picture_is_written),
    };
    return cmocka_run_group_tests(tests, open_painter, close_painter);
}
