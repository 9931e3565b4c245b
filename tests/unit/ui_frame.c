/* SPDX-License-Identifier: MIT */
/* Protects that what is repainted is exactly what changed, that mirroring is its own inverse, and
 * that a screen is read from top to bottom. */
#include "ui/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct frame first;
static struct frame second;

static void add_box(struct frame *frame, float x, float y, float w, float h, enum ink fill)
{
    frame_draw(frame, &(struct draw){.kind = DRAW_BOX,
                                     .fill = (uint8_t)fill,
                                     .fill_alpha = 255,
                                     .x = x,
                                     .y = y,
                                     .w = w,
                                     .h = h,
                                     .radius = 4});
}

static void add_text(struct frame *frame, const char *text, float x, float y)
{
    const char *copy = frame_text(frame, text);
    frame_draw(frame, &(struct draw){.kind = DRAW_TEXT,
                                     .fill = INK_INK,
                                     .fill_alpha = 255,
                                     .font = {FONT_TEXT, 20},
                                     .x = x,
                                     .y = y,
                                     .w = 60,
                                     .first = (uint32_t)(copy - frame->text),
                                     .count = (uint32_t)strlen(text)});
}

static void build(struct frame *frame, unsigned char padding)
{
    memset(frame, padding, sizeof *frame);
    frame_reset(frame);
    frame->width = 1000;
    frame->height = 600;
    memset(&frame->scene, padding, sizeof frame->scene);
    frame->scene.kind = SCENE_HERO;
    frame->scene.strength = 100;
    frame->scene.dotted = false;
    frame->scene.stone = true;
    frame->scene.mirrored = false;
    frame->scene.phase = 0;
    frame->scene.width = 1000;
    frame->scene.height = 600;
    frame->scene.horizon_y = 400;
    frame->scene.panel_x = 0;
    frame->scene.centre_x = 700;
    frame->scene.centre_y = 450;
    frame->scene.scale_x = 300;
    frame->scene.dim = 100;
    for (int i = 0; i < 6; i++) {
        add_box(frame, 100, (float)(20 + 60 * i), 200, 40, INK_SURFACE);
    }
    add_text(frame, "Back", 20, 500);
    const struct draw_point points[] = {{500, 100}, {600.5f, 150}, {700, 90}};
    uint32_t at = frame_points(frame, points, 3);
    frame_draw(frame, &(struct draw){.kind = DRAW_PATH,
                                     .stroke = INK_A4,
                                     .stroke_alpha = 255,
                                     .stroke_px = 5,
                                     .first = at,
                                     .count = 3});
    frame_draw(frame, &(struct draw){.kind = DRAW_ICON,
                                     .icon = ICON_BACK,
                                     .stroke = INK_OUTLINE,
                                     .stroke_alpha = 255,
                                     .x = 10,
                                     .y = 480,
                                     .w = 24,
                                     .stroke_px = 2});
    frame_draw(frame, &(struct draw){.kind = DRAW_DISC,
                                     .stroke = INK_OUTLINE,
                                     .stroke_alpha = 255,
                                     .x = 900,
                                     .y = 100,
                                     .w = 50,
                                     .stroke_px = 6});
}

static void assert_box(struct box box, int32_t x, int32_t y, int32_t w, int32_t h)
{
    assert_int_equal(box.x, x);
    assert_int_equal(box.y, y);
    assert_int_equal(box.w, w);
    assert_int_equal(box.h, h);
}

static void bounds_hold_every_pixel(void **state)
{
    (void)state;
    build(&first, 0);
    assert_box(first.draw[0].bounds, 99, 19, 202, 42);
    const struct draw *path = &first.draw[7];
    assert_int_equal(path->kind, DRAW_PATH);
    assert_box(path->bounds, 496, 86, 208, 68);
    assert_box(first.draw[9].bounds, 846, 46, 108, 108);
}

static void mirror_twice_is_identity(void **state)
{
    (void)state;
    build(&first, 0);
    build(&second, 0);
    struct node *node = &first.node[first.node_count++];
    *node = (struct node){.rect = {10, 20, 30, 40}, .hit = {5, 15, 40, 50}};
    frame_mirror(&first);
    assert_box(node->rect, 960, 20, 30, 40);
    assert_box(node->hit, 955, 15, 40, 50);
    assert_true(frame_hash(&first) != frame_hash(&second));
    assert_true(first.draw[8].flags & DRAW_MIRROR);
    assert_true(first.draw[7].bounds.x == 1000 - 496 - 208);
    frame_mirror(&first);
    assert_int_equal(frame_hash(&first), frame_hash(&second));
    struct box boxes[8];
    assert_int_equal(frame_damage(&first, &second, boxes, 8), 0);
    assert_box(node->hit, 5, 15, 40, 50);
}

static void padding_never_enters_a_hash(void **state)
{
    (void)state;
    build(&first, 0x00);
    build(&second, 0xA5);
    assert_int_equal(frame_hash(&first), frame_hash(&second));
    struct box boxes[8];
    assert_int_equal(frame_damage(&first, &second, boxes, 8), 0);
}

static void hash_sees_every_change(void **state)
{
    (void)state;
    build(&first, 0);
    uint64_t before = frame_hash(&first);
    first.draw[3].fill = INK_PRIMARY;
    assert_true(frame_hash(&first) != before);
    build(&first, 0);
    first.point[1].y += 0.25f;
    assert_true(frame_hash(&first) != before);
    build(&first, 0);
    first.text[0] = 'P';
    assert_true(frame_hash(&first) != before);
    build(&first, 0);
    first.scene.phase = 1;
    assert_true(frame_hash(&first) != before);
    build(&first, 0);
    first.theme = THEME_SOFT;
    assert_true(frame_hash(&first) != before);
}

static void damage_is_what_changed(void **state)
{
    (void)state;
    struct box boxes[8];
    build(&first, 0);
    build(&second, 0);
    second.draw[2].fill = INK_PRIMARY;
    assert_int_equal(frame_damage(&first, &second, boxes, 8), 1);
    assert_box(boxes[0], 99, 139, 202, 42);
    second.text[0] = 'P';
    assert_int_equal(frame_damage(&first, &second, boxes, 8), 2);
    assert_int_equal(frame_damage(&first, &second, boxes, 1), 1); /* one box for both */
    assert_true(boxes[0].y <= 139 && boxes[0].y + boxes[0].h >= 500);
}

static void an_added_command_damages_only_itself(void **state)
{
    (void)state;
    struct box boxes[8];
    build(&first, 0);
    build(&second, 0);
    memmove(&second.draw[3], &second.draw[2], 8 * sizeof second.draw[0]);
    second.draw_count++;
    second.draw[2].x = 800;
    second.draw[2].bounds = (struct box){799, 139, 202, 42};
    assert_int_equal(frame_damage(&first, &second, boxes, 8), 1);
    assert_box(boxes[0], 799, 139, 201, 42); /* clipped to the surface */
    assert_int_equal(frame_damage(&second, &first, boxes, 8), 1);
}

static void order_is_seen(void **state)
{
    (void)state;
    struct box boxes[8];
    build(&first, 0);
    build(&second, 0);
    struct draw swap = second.draw[0];
    second.draw[0] = second.draw[1];
    second.draw[1] = swap;
    assert_true(frame_damage(&first, &second, boxes, 8) > 0);
}

static void moving_water_damages_water(void **state)
{
    (void)state;
    struct box boxes[8];
    build(&first, 0);
    build(&second, 0);
    second.scene.phase = 500;
    assert_int_equal(frame_damage(&first, &second, boxes, 8), 1);
    assert_box(boxes[0], 0, 400, 1000, 200);
    second.scene.dim = 60;
    assert_int_equal(frame_damage(&first, &second, boxes, 8), 1);
    assert_box(boxes[0], 0, 0, 1000, 600);
}

static void a_press_finds_the_topmost_node(void **state)
{
    (void)state;
    build(&first, 0);
    first.node_count = 3;
    first.node[0] = (struct node){.id = "below", .hit = {10, 10, 100, 100}};
    first.node[1] = (struct node){.id = "above", .hit = {50, 50, 100, 100}};
    first.node[2] = (struct node){.id = "words", .rect = {0, 0, 500, 500}};
    assert_string_equal(frame_hit(&first, 20, 20)->id, "below");
    assert_string_equal(frame_hit(&first, 60, 60)->id, "above");
    assert_string_equal(frame_hit(&first, 149, 149)->id, "above");
    assert_null(frame_hit(&first, 150, 149));
    assert_null(frame_hit(&first, 9, 10));
    assert_string_equal(frame_find(&first, "words")->id, "words");
    assert_null(frame_find(&first, "word"));
}

/* By keyboard, switch and voice a person comes to the controls after what they are about. */
static void the_foot_is_read_last(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        uint16_t flags;
    } BUILT[] = {
        {"ribbon", 0}, {"back", NODE_FOOT},          {"pause", NODE_FOOT},     {"next", NODE_FOOT},
        {"title", 0},  {"answer.1", NODE_FOCUSABLE}, {"answer.2", NODE_CHOSEN}};
    static const char *const READ[] = {"ribbon", "title", "answer.1", "answer.2",
                                       "back",   "pause", "next"};
    enum { COUNT = sizeof(READ) / sizeof(READ[0]) };
    frame_reset(&first);
    for (size_t i = 0; i < COUNT; i++) {
        struct node *node = &first.node[first.node_count++];
        *node = (struct node){.flags = BUILT[i].flags};
        memcpy(node->id, BUILT[i].id, strlen(BUILT[i].id));
    }
    for (int twice = 0; twice < 2; twice++) {
        frame_order(&first);
        for (size_t i = 0; i < COUNT; i++) {
            assert_string_equal(first.node[i].id, READ[i]);
        }
        assert_int_equal(frame_find(&first, "answer.2")->flags, NODE_CHOSEN);
    }
    frame_reset(&first);
    frame_order(&first);
    assert_int_equal(first.node_count, 0);
}

static void text_is_copied(void **state)
{
    (void)state;
    build(&first, 0);
    char word[] = "Begin";
    const char *copy = frame_text_bytes(&first, word, 3);
    memset(word, 'x', sizeof word);
    assert_string_equal(copy, "Beg");
    assert_true(copy > first.text && copy < first.text + FRAME_TEXT_BYTES);
}

/* A frame moves as a whole: what can be pressed stays where it is drawn. */
static void moving_moves_all(void **state)
{
    (void)state;
    frame_reset(&first);
    first.width = first.height = 100;
    const struct draw_point line[2] = {{1, 2}, {3, 4}};
    struct draw path = {.kind = DRAW_PATH, .stroke_alpha = 255, .stroke_px = 1, .count = 2};
    struct draw box = {.kind = DRAW_BOX, .fill_alpha = 255, .x = 5, .y = 6, .w = 7, .h = 8};
    for (int i = 0; i < 2; i++) {
        path.first = frame_points(&first, line, 2);
        frame_draw(&first, &path);
        frame_draw(&first, &box);
        first.node[first.node_count++] =
            (struct node){.rect = {5, 6, 7, 8}, .hit = {5, 6, 7, 8}, .text = "", .spoken = ""};
    }
    struct box before = first.draw[3].bounds;
    first.scene.horizon_y = 50;
    frame_move(&first, 2, 10);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(first.node[i].rect.y, 16);
        assert_int_equal(first.node[i].hit.x, 7);
        assert_true(first.draw[2 * i + 1].x == 7 && first.draw[2 * i + 1].y == 16);
        assert_true(first.point[2 * i + 1].x == 5 && first.point[2 * i + 1].y == 14);
    }
    assert_int_equal(first.draw[3].bounds.y, before.y + 10);
    assert_int_equal(first.scene.horizon_y, 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moving_moves_all),
        cmocka_unit_test(bounds_hold_every_pixel),
        cmocka_unit_test(mirror_twice_is_identity),
        cmocka_unit_test(padding_never_enters_a_hash),
        cmocka_unit_test(hash_sees_every_change),
        cmocka_unit_test(damage_is_what_changed),
        cmocka_unit_test(an_added_command_damages_only_itself),
        cmocka_unit_test(order_is_seen),
        cmocka_unit_test(moving_water_damages_water),
        cmocka_unit_test(a_press_finds_the_topmost_node),
        cmocka_unit_test(the_foot_is_read_last),
        cmocka_unit_test(text_is_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
