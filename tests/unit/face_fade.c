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

enum { FRAME_MS = 16, WIDTH = 300, HEIGHT = 200, STRIDE = 310, PIXELS = STRIDE * HEIGHT };

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
    assert_true(fade_begin(&fade, &canvas, 1000));
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
    for (uint64_t ms = 1000; fade.on; ms += FRAME_MS) {
        fade_step(&fade, &canvas, ms);
        assert_true(ms < 1000 + FADE_MS);
        assert_true(!fade.on ||
                    (fade_deadline(&fade) > ms && fade_deadline(&fade) < 1000 + FADE_MS));
    }
    assert_next_is_shown();
    fade_end(&fade);
    /* The next one finds nothing of this one. */
    canvas = begin();
    fade_step(&fade, &canvas, 9000);
    assert_memory_equal(shown, before, sizeof(shown));
    fade_end(&fade);
}

/* What the next picture was is overwritten at once. Its memory stays for the cross-over after it,
 * and goes back when none came, or when the display has another size. */
static void memory_is_kept_for_a_while(void **state)
{
    (void)state;
    struct canvas canvas = begin();
    paint_next(&canvas, BOXES, BOX_COUNT);
    const uint32_t *kept = fade.to.pixels;
    fade_rest(&fade, 1000 + FADE_KEPT_MS); /* one that is on is never touched */
    assert_ptr_equal(fade.to.pixels, kept);
    fade_end(&fade);
    for (int32_t i = 0; i < PIXELS; i++) {
        assert_int_equal(kept[i], 0);
    }
    assert_int_equal(fade_deadline(&fade), 1000 + FADE_KEPT_MS);
    fade_rest(&fade, 1000 + FADE_KEPT_MS - 1);
    assert_ptr_equal(fade.to.pixels, kept);
    (void)begin();
    assert_ptr_equal(fade.to.pixels, kept);
    fade_end(&fade);
    fade_rest(&fade, 1000 + FADE_KEPT_MS);
    assert_null(fade.to.pixels);
    assert_int_equal(fade_deadline(&fade), UINT64_MAX);

    struct canvas narrow = {shown, WIDTH - 1, HEIGHT, STRIDE};
    (void)begin();
    fade_end(&fade);
    assert_true(fade_begin(&fade, &narrow, 2000));
    assert_int_equal(fade.to.width, WIDTH - 1);
    fade_end(&fade);
    fade_rest(&fade, 2000 + FADE_KEPT_MS);
}

/* Each step goes on towards the next picture, half way through it is about half way there, and no
 * step jumps: a red of 235 levels at a corner, say, at most a sixth of them at a time. */
static void it_goes_evenly(void **state)
{
    (void)state;
    fade.pixel_ps = 1;
    struct canvas canvas = begin();
    const size_t at = 5 * STRIDE + 10;
    int32_t red = 10, last = red;
    paint_next(&canvas, BOXES, BOX_COUNT);
    for (uint64_t ms = 1000; fade.on; ms += FRAME_MS) {
        fade_step(&fade, &canvas, ms);
        red = (int32_t)(shown[at] >> 16 & 255);
        assert_in_range(red - last, 0, 235 / 6);
        assert_int_equal(shown[at] >> 8 & 255, 5); /* what is the same stays the same */
        assert_true(ms != 1000 + 7 * FRAME_MS || abs(red - 128) < 16);
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
    for (uint64_t ms = 1000; fade.on; ms += FRAME_MS) {
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
    (void)fade_step(&fade, &canvas, 1000);
    uint32_t half = shown[5 * STRIDE + 10];
    assert_true(half != old_pixel(10, 5) && half != new_pixel(10, 5));
    assert_true(fade_begin(&fade, &canvas, 2000));
    paint_next(&canvas, &BOXES[1], BOX_COUNT - 1);
    for (uint64_t ms = 2000; fade.on; ms += FRAME_MS) {
        fade_step(&fade, &canvas, ms);
    }
    assert_next_is_shown();
    fade_end(&fade);
}

static void a_display_without_end_is_not_crossed(void **state)
{
    (void)state;
    struct canvas huge = {shown, FADE_TILE_W * FADE_COLUMN_MAX + 1, 1, WIDTH};
    assert_false(fade_begin(&fade, &huge, 0));
    assert_false(fade.on);
    assert_null(fade.to.pixels);
}

/* A cross-over on a machine that takes so long for each pixel, woken whenever it asks and late by
 * so much; returns how many steps it made. */
static uint32_t steps_made(uint64_t pixel_ps, uint64_t late_ms)
{
    struct canvas canvas = begin();
    const struct box whole = {0, 0, WIDTH, HEIGHT};
    paint_next(&canvas, &whole, 1);
    uint32_t made = 0;
    uint64_t ms = 1000, took_us = pixel_ps * fade.area_px / 1000000;
    while (fade.on) {
        assert_true(made < FADE_STEP_MAX);
        bool stepped = fade_step(&fade, &canvas, ms);
        assert_true(stepped); /* it never asks to be woken for nothing */
        made++;
        fade_took(&fade, took_us);
        ms += took_us / 1000;
        uint64_t next_ms = fade_deadline(&fade);
        assert_true(!fade.on || next_ms < 1000 + FADE_MS);
        ms = fade.on && next_ms + late_ms > ms ? next_ms + late_ms : ms;
    }
    assert_int_equal(shown[0], new_pixel(0, 0));
    fade_end(&fade);
    return made;
}

/* How many steps there are follows from the machine and the area: many where they cost little, two
 * where one takes longer than 20 ms, and what comes late is not made up for. */
static void a_slow_machine_makes_few_steps(void **state)
{
    (void)state;
    static const struct {
        uint64_t step_us;
        uint32_t steps;
    } MACHINES[] = {{100, 10}, {1000, 8}, {2000, 4}, {4000, 3}, {19000, 3}, {21000, 2}, {90000, 2}};
    uint64_t pixels = (uint64_t)WIDTH * HEIGHT;
    for (size_t i = 0; i < sizeof(MACHINES) / sizeof(MACHINES[0]); i++) {
        uint64_t pixel_ps = MACHINES[i].step_us * 1000000 / pixels;
        fade.pixel_ps = 0;
        (void)steps_made(pixel_ps, 0); /* it is measured while it runs */
        assert_int_equal(steps_made(pixel_ps, 0), MACHINES[i].steps);
        assert_int_equal(steps_made(pixel_ps, 0), MACHINES[i].steps);
        assert_true(steps_made(pixel_ps, 70) <= 4);
        assert_int_equal(steps_made(pixel_ps, 300), 2);
    }
    /* One that looked fast and is slow goes on with fewer, and turns back for none. */
    fade.pixel_ps = 1;
    assert_in_range(steps_made(30000 * UINT64_C(1000000) / pixels, 0), 2, 3);
    fade.pixel_ps = 0;
}

/* Half of the display, and all of it: the time that it takes in all is about the same. */
static void a_small_change_makes_more_steps(void **state)
{
    (void)state;
    const struct box corner = {0, 0, FADE_TILE_W, FADE_TILE_H};
    const uint32_t pixel_ps = 2000 * UINT64_C(1000000) / ((uint64_t)WIDTH * HEIGHT);
    fade.pixel_ps = pixel_ps;
    uint32_t whole = steps_made(pixel_ps, 0);
    struct canvas canvas = begin();
    paint_next(&canvas, &corner, 1);
    (void)fade_step(&fade, &canvas, 1000);
    assert_true(fade.step_count > whole);
    fade_end(&fade);
    fade.pixel_ps = 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_ends_at_the_next_picture),
        cmocka_unit_test(memory_is_kept_for_a_while),
        cmocka_unit_test(it_goes_evenly),
        cmocka_unit_test(only_what_differs_is_presented),
        cmocka_unit_test(a_slow_machine_makes_few_steps),
        cmocka_unit_test(a_small_change_makes_more_steps),
        cmocka_unit_test(a_picture_that_moves_meanwhile),
        cmocka_unit_test(a_second_change_on_the_way),
        cmocka_unit_test(a_display_without_end_is_not_crossed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
