/* SPDX-License-Identifier: MIT */
/* Protects the calm between two screens: one picture becomes the next without a jump, to the pixel,
 * and nothing is mixed or presented where they are the same. */
#include "face/fade.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 300, HEIGHT = 200, STRIDE = 310, PIXELS = STRIDE * HEIGHT };

static struct fade fade;
static uint32_t shown[PIXELS], before[PIXELS];

/* Not of tile size and not on its edges; the last one reaches the corner of the display. */
static const struct box BOXES[] = {{10, 5, 100, 40}, {150, 60, 3, 2}, {290, 190, 10, 10}};
enum { BOX_COUNT = sizeof(BOXES) / sizeof(BOXES[0]) };

static struct canvas display(void)
{
    return (struct canvas){shown, WIDTH, HEIGHT, STRIDE};
}

static uint32_t old_pixel(int32_t x, int32_t y)
{
    return (uint32_t)(0xFF000000u | (uint32_t)(x % 256) << 16 | (uint32_t)(y % 256) << 8 | 0x40);
}

static uint32_t new_pixel(int32_t x, int32_t y)
{
    return (uint32_t)(0xFF000000u | (uint32_t)(255 - x % 256) << 16 | (uint32_t)(y % 256) << 8 |
                      0xC0);
}

static bool is_in(const struct box *box, int32_t x, int32_t y)
{
    return x >= box->x && x < box->x + box->w && y >= box->y && y < box->y + box->h;
}

static bool is_painted(int32_t x, int32_t y)
{
    for (size_t i = 0; i < BOX_COUNT; i++) {
        if (is_in(&BOXES[i], x, y)) {
            return true;
        }
    }
    return false;
}

static void paint(struct canvas *canvas, const struct box *box)
{
    for (int32_t y = box->y; y < box->y + box->h; y++) {
        for (int32_t x = box->x; x < box->x + box->w; x++) {
            canvas->pixels[y * canvas->stride_px + x] = new_pixel(x, y);
        }
    }
}

static void paint_next(const struct canvas *canvas, const struct box *boxes, uint32_t count)
{
    fade_open(&fade, canvas, boxes, count);
    for (uint32_t i = 0; i < count; i++) {
        paint(&fade.to, &boxes[i]);
    }
    fade_add(&fade, canvas, boxes, count);
}

static struct canvas begin(void)
{
    struct canvas canvas = display();
    for (int32_t i = 0; i < PIXELS; i++) {
        shown[i] = old_pixel(i % STRIDE, i / STRIDE);
    }
    memcpy(before, shown, sizeof(before));
    assert_true(fade_begin(&fade, &canvas, FADE_MS, 1000));
    return canvas;
}

static void assert_next_is_shown(void)
{
    for (int32_t y = 0; y < HEIGHT; y++) {
        for (int32_t x = 0; x < STRIDE; x++) {
            uint32_t wanted = is_painted(x, y) && x < WIDTH ? new_pixel(x, y) : old_pixel(x, y);
            assert_int_equal(shown[y * STRIDE + x], wanted);
        }
    }
}

static void it_ends_at_the_next_picture(void **state)
{
    (void)state;
    struct canvas canvas = begin();
    paint_next(&canvas, BOXES, BOX_COUNT);
    for (uint64_t ms = 1000; fade.on; ms += FADE_FRAME_MS) {
        assert_int_equal(fade_deadline(&fade, ms), ms + FADE_FRAME_MS);
        fade_step(&fade, &canvas, ms);
        assert_true(ms <= 1000 + FADE_MS + FADE_FRAME_MS);
    }
    assert_next_is_shown();
    assert_int_equal(fade_deadline(&fade, 5000), UINT64_MAX);
    fade_end(&fade);
    assert_null(fade.to.pixels);
    /* The next one finds nothing of this one. */
    canvas = begin();
    fade_step(&fade, &canvas, 9000);
    assert_memory_equal(shown, before, sizeof(shown));
    fade_end(&fade);
}

/* Each step goes on towards the next picture, half way through it is about half way there, and no
 * step jumps: a red of 235 levels at a corner, say, at most an eighth of them at a time. */
static void it_goes_evenly(void **state)
{
    (void)state;
    struct canvas canvas = begin();
    const size_t at = 5 * STRIDE + 10;
    int32_t red = 10, last = red;
    paint_next(&canvas, BOXES, BOX_COUNT);
    for (uint64_t ms = 1000; fade.on; ms += FADE_FRAME_MS) {
        fade_step(&fade, &canvas, ms);
        red = (int32_t)(shown[at] >> 16 & 255);
        assert_in_range(red - last, 0, 235 / 8);
        assert_int_equal(shown[at] >> 8 & 255, 5); /* what is the same stays the same */
        assert_true(ms != 1000 + FADE_MS / 2 || abs(red - 128) < 12);
        last = red;
    }
    assert_int_equal(red, 245);
    fade_end(&fade);
}

static void only_what_differs_is_presented(void **state)
{
    (void)state;
    struct canvas canvas = begin();
    const struct box whole = {0, 0, WIDTH, HEIGHT};
    fade_open(&fade, &canvas, &whole, 1);
    memcpy(fade.to.pixels, before, sizeof(before));
    paint(&fade.to, &BOXES[1]);
    fade_add(&fade, &canvas, &whole, 1);
    assert_int_equal(fade.box_count, 1);
    assert_true(fade.box[0].w <= FADE_TILE_W && fade.box[0].h <= FADE_TILE_H);
    assert_true(is_in(&fade.box[0], BOXES[1].x, BOXES[1].y));
    fade_end(&fade);
    canvas = begin();
    fade_open(&fade, &canvas, &whole, 1);
    memcpy(fade.to.pixels, before, sizeof(before));
    fade_add(&fade, &canvas, &whole, 1);
    assert_int_equal(fade.box_count, 0);
    fade_end(&fade);
}

/* Water moves on while the screens cross over: each picture of it is painted into the next screen.
 */
static void a_picture_that_moves_meanwhile(void **state)
{
    (void)state;
    struct canvas canvas = begin();
    paint_next(&canvas, BOXES, 1);
    for (uint64_t ms = 1000; fade.on; ms += FADE_FRAME_MS) {
        paint_next(&canvas, BOXES, ms < 1060 ? 1 : BOX_COUNT);
        fade_step(&fade, &canvas, ms);
        for (uint32_t i = 0; i < fade.box_count; i++) {
            const struct box *box = &fade.box[i];
            assert_true(box->x >= 0 && box->x + box->w <= WIDTH);
            assert_true(box->y >= 0 && box->y + box->h <= HEIGHT);
        }
    }
    assert_next_is_shown();
    fade_end(&fade);
}

/* A third screen comes while the first still crosses over into the second: nothing of either stays
 * behind where the third is like the second. */
static void a_second_change_on_the_way(void **state)
{
    (void)state;
    struct canvas canvas = begin();
    paint_next(&canvas, &BOXES[0], 1);
    for (uint64_t ms = 1000; ms < 1000 + FADE_MS / 2; ms += FADE_FRAME_MS) {
        fade_step(&fade, &canvas, ms);
    }
    uint32_t half = shown[5 * STRIDE + 10];
    assert_true(half != old_pixel(10, 5) && half != new_pixel(10, 5));
    assert_true(fade_begin(&fade, &canvas, FADE_MS, 2000));
    paint_next(&canvas, &BOXES[1], BOX_COUNT - 1);
    fade_step(&fade, &canvas, 2000);
    assert_int_equal(shown[5 * STRIDE + 10], half); /* no jump */
    for (uint64_t ms = 2000; fade.on; ms += FADE_FRAME_MS) {
        fade_step(&fade, &canvas, ms);
    }
    assert_next_is_shown();
    fade_end(&fade);
}

static void a_display_without_end_is_not_crossed(void **state)
{
    (void)state;
    struct canvas huge = {shown, FADE_TILE_W * FADE_COLUMN_MAX + 1, 1, WIDTH};
    assert_false(fade_begin(&fade, &huge, FADE_MS, 0));
    assert_false(fade.on);
    assert_null(fade.to.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_ends_at_the_next_picture),
        cmocka_unit_test(it_goes_evenly),
        cmocka_unit_test(only_what_differs_is_presented),
        cmocka_unit_test(a_picture_that_moves_meanwhile),
        cmocka_unit_test(a_second_change_on_the_way),
        cmocka_unit_test(a_display_without_end_is_not_crossed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
