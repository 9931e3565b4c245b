/* SPDX-License-Identifier: MIT */
/* Protects blocks that measure and draw themselves (kiosk/ui/blocks): whatever panel they are
 * given, equal things have equal size, nothing leaves the panel, and where there is no room they
 * say so. */
#include "fake_font.h"

#include "ui/blocks/hero.h"
#include "ui/blocks/keypad.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { DIGIT = 1, CLEAR, DELETE, GO };

static const struct {
    int32_t width, height;
    uint32_t px_per_m;
} PANELS[] = {{1024, 600, 6680}, {1280, 800, 5880}, {800, 1280, 5880}, {1920, 1080, 5560}};
enum { PANEL_COUNT = sizeof(PANELS) / sizeof(PANELS[0]) };

static struct frame frame;
static struct ui ui;

static struct box begin(uint32_t panel)
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

static const struct node *found(const char *id)
{
    const struct node *node = frame_find(&frame, id);
    assert_non_null(node);
    return node;
}

static bool is_inside(const struct node *node)
{
    return node->rect.x >= 0 && node->rect.y >= 0 && node->rect.x + node->rect.w <= frame.width &&
           node->rect.y + node->rect.h <= frame.height;
}

static const struct keypad PAD = {.title = "PIN",
                                  .enter = "Type it.",
                                  .note = "Four digits at least",
                                  .typed = 3,
                                  .typed_least = 6,
                                  .typed_spoken = "3 typed",
                                  .clear_word = "Clear",
                                  .delete_word = "Delete one",
                                  .digit = DIGIT,
                                  .clear = CLEAR,
                                  .delete = DELETE};

/* Who watches the hand learns no more from one key than from another. */
static void test_keys_of_a_keypad_are_alike(void **state)
{
    (void)state;
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        ui_keypad(&ui, begin(panel), &PAD);
        assert_false(ui.overflow);
        const struct node *first = found("pin.key.1");
        for (int digit = 0; digit <= 9; digit++) {
            char id[NODE_ID_BYTES];
            (void)snprintf(id, sizeof(id), "pin.key.%d", digit);
            const struct node *key = found(id);
            assert_int_equal(key->action, DIGIT);
            assert_int_equal(key->arg, digit);
            assert_int_equal(key->rect.w, first->rect.w);
            assert_int_equal(key->rect.h, first->rect.h);
            assert_true(is_inside(key));
        }
        assert_int_equal(found("pin.clear")->action, CLEAR);
        assert_int_equal(found("pin.delete")->action, DELETE);
        assert_string_equal(found("pin.stones")->spoken, "3 typed");
    }
}

static void test_keypad_stands_the_same_way_in_a_mirrored_frame(void **state)
{
    (void)state;
    ui_keypad(&ui, begin(0), &PAD);
    const int32_t one = found("pin.key.1")->rect.x, three = found("pin.key.3")->rect.x;
    assert_true(one < three);
    struct box box = begin(0);
    frame.rtl = true;
    ui_keypad(&ui, box, &PAD);
    frame_mirror(&frame);
    assert_true(found("pin.key.1")->rect.x < found("pin.key.3")->rect.x);
}

static void test_keypad_says_that_it_does_not_fit(void **state)
{
    (void)state;
    struct box box = begin(0);
    box.h = ui_um(&ui, 20000);
    ui_keypad(&ui, box, &PAD);
    assert_true(ui.overflow);
}

static uint32_t discs(void)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        count += frame.draw[i].kind == DRAW_DISC && frame.draw[i].fill == INK_OUTLINE;
    }
    return count;
}

static void test_hero_fills_as_many_stones_as_it_is_told(void **state)
{
    (void)state;
    for (uint32_t filled = 0; filled <= HERO_STONE_COUNT; filled++) {
        struct ui_button chip[] = {{.id = "lock", .label = "Lock", .action = GO}};
        struct hero_bar bar = {.name = "Meeting", .chip = chip, .count = 1};
        const struct hero_view view = {.title = "A set",
                                       .title_type = TYPE_F_DISPLAY,
                                       .mark = HERO_STONES,
                                       .filled = filled,
                                       .mark_text = "Meetings of this set"};
        (void)begin(3);
        hero_build(&ui, &view, &bar);
        assert_int_equal(discs(), filled);
        assert_true(is_inside(found("lock")));
        assert_string_equal(found("meeting.state")->text, "Meetings of this set");
    }
}

/* On a low panel chips that take more than its width show their icons and are still said. */
static void test_chips_of_a_hero_become_icons_before_rows(void **state)
{
    (void)state;
    struct ui_button chip[4];
    for (uint32_t i = 0; i < 4; i++) {
        static const char *const IDS[] = {"chip.1", "chip.2", "chip.3", "chip.4"};
        chip[i] = (struct ui_button){.id = IDS[i],
                                     .label = "A way with a very long name indeed",
                                     .icon = ICON_CHART,
                                     .action = GO};
    }
    struct hero_bar bar = {.name = "Meeting", .chip = chip, .count = 4};
    (void)begin(0);
    ui.modest = true;
    hero_build(&ui, &(struct hero_view){.title = "A set", .title_type = TYPE_F_TITLE}, &bar);
    for (uint32_t i = 0; i < 4; i++) {
        const struct node *node = found(chip[i].id);
        assert_string_equal(node->text, "");
        assert_string_equal(node->spoken, "A way with a very long name indeed");
        assert_int_equal(node->rect.y, found("chip.1")->rect.y);
        assert_true(is_inside(node));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_of_a_keypad_are_alike),
        cmocka_unit_test(test_keypad_stands_the_same_way_in_a_mirrored_frame),
        cmocka_unit_test(test_keypad_says_that_it_does_not_fit),
        cmocka_unit_test(test_hero_fills_as_many_stones_as_it_is_told),
        cmocka_unit_test(test_chips_of_a_hero_become_icons_before_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
