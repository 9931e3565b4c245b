/* SPDX-License-Identifier: MIT */
/* Protects the keyboard on the screen: on every panel each letter of each language, both kinds of
 * it, every digit and the signs of telephone numbers can be reached; keys are large enough and
 * apart; they stand where they stand on a real keyboard, also in a mirrored frame; and the keyboard
 * keeps its height from page to page. */
#include "fake_font.h"

#include "core/utf8.h"
#include "ui/keyboard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LETTER = 1 };

/* What each language is written with, apart from the tables under test. */
static const struct {
    const char *tag, *letters;
} ALPHABETS[] = {
    {"en", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'?!"},
    {"es", "abcdefghijklmnñopqrstuvwxyzáéíóúü"
           "ABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜ¿?¡!"},
    {"ar", "ءآأؤإئابةتثجحخدذرزسشصض"
           "طظعغفقكلمنهوىي،؛؟!٠١٢٣٤٥٦٧٨٩"},
};
static const char EVERYWHERE[] = "0123456789+-()/#*.:@ ";

static const struct {
    int32_t width, height;
    uint32_t px_per_m;
} PANELS[] = {
    {1024, 600, 6680}, {1024, 600, 4630},  {1280, 800, 5880},  {800, 1280, 5880},
    {1366, 768, 3950}, {1920, 1080, 5560}, {1080, 1920, 4030}, {3840, 2160, 7230},
};
enum { PANEL_COUNT = sizeof(PANELS) / sizeof(PANELS[0]) };

static struct frame frame;
static struct ui ui;
static struct keyboard_plan plan;

static const struct keyboard_keys KEYS = {.action = LETTER,
                                          .blank_word = "Space",
                                          .done_word = "Done",
                                          .capitals_word = "Capital letters",
                                          .page_word = "More keys",
                                          .layout_word = "Language",
                                          .clear_word = "Clear",
                                          .erase_word = "Delete one"};

static struct box build(uint32_t panel, const struct keyboard *keyboard, bool rtl)
{
    frame_reset(&frame);
    frame.width = PANELS[panel].width;
    frame.height = PANELS[panel].height;
    frame.px_per_m = PANELS[panel].px_per_m;
    frame.rtl = rtl;
    ui = (struct ui){.frame = &frame,
                     .text = &FAKE_FONT,
                     .theme = theme_get(THEME_CALM_LIGHT),
                     .px_per_m = frame.px_per_m,
                     .size = SIZE_M,
                     .width = frame.width,
                     .height = frame.height,
                     .focus_id = "",
                     .pressed_id = "",
                     .facilitator = true,
                     .air = 100};
    int32_t margin = ui_um(&ui, 5000), most = frame.height * 66 / 100 - margin;
    struct box room = {margin, frame.height - margin - most, frame.width - 2 * margin, most};
    struct keyboard_keys keys = KEYS;
    keys.next_layout = (keyboard->layout + 1) % keyboard_layout_count();
    keyboard_plan(&plan, &ui, keyboard, room);
    ui_keyboard(&ui, &plan, keyboard, &keys);
    if (rtl) {
        frame_mirror(&frame);
    }
    return room;
}

static bool frame_has(uint32_t code)
{
    for (uint32_t i = 0; i < frame.node_count; i++) {
        if (frame.node[i].action == LETTER && frame.node[i].arg == (int16_t)code) {
            return true;
        }
    }
    return false;
}

/* On one of the pages, with or without the Shift key. */
static bool is_reached(uint32_t panel, uint32_t layout, uint32_t code)
{
    struct keyboard keyboard = {.layout = (uint8_t)layout};
    uint32_t pages = 1;
    for (uint32_t page = 0; page < pages; page++) {
        for (int capitals = 0; capitals < 2; capitals++) {
            keyboard.page = (uint8_t)page;
            keyboard.capitals = capitals != 0;
            build(panel, &keyboard, false);
            pages = plan.page_count;
            if (frame_has(code)) {
                return true;
            }
        }
    }
    return false;
}

static void expect_all(uint32_t panel, uint32_t layout, const char *letters)
{
    size_t length = strlen(letters);
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        at += utf8_decode(letters + at, length - at, &code);
        if (!is_reached(panel, layout, code)) {
            fail_msg("panel %u, %s: no key for U+%04x", panel, keyboard_layout_at(layout)->tag,
                     code);
        }
    }
}

static void test_every_letter_can_be_reached(void **state)
{
    (void)state;
    assert_int_equal(keyboard_layout_count(), sizeof(ALPHABETS) / sizeof(ALPHABETS[0]));
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        for (uint32_t i = 0; i < keyboard_layout_count(); i++) {
            uint32_t layout = keyboard_layout_find(ALPHABETS[i].tag);
            assert_string_equal(keyboard_layout_at(layout)->tag, ALPHABETS[i].tag);
            expect_all(panel, layout, ALPHABETS[i].letters);
            expect_all(panel, layout, EVERYWHERE);
        }
    }
    assert_int_equal(keyboard_layout_find("qps"), 0);
}

static int32_t apart(int32_t a, int32_t a_length, int32_t b, int32_t b_length)
{
    return a > b ? a - b - b_length : b - a - a_length;
}

static void expect_good_keys(struct box room)
{
    int32_t least = (int32_t)(11600 * (int64_t)frame.px_per_m / 1000000);
    int32_t gap = (int32_t)(2540 * (int64_t)frame.px_per_m / 1000000) - 1;
    for (uint32_t i = 0; i < frame.node_count; i++) {
        const struct node *a = &frame.node[i];
        assert_true(a->hit.w >= least && a->hit.h >= least);
        assert_true(a->rect.x >= room.x - 1 && a->rect.x + a->rect.w <= room.x + room.w + 1);
        assert_true(a->rect.y >= room.y && a->rect.y + a->rect.h <= room.y + room.h);
        assert_true(a->spoken[0] != '\0');
        for (uint32_t k = i + 1; k < frame.node_count; k++) {
            const struct node *b = &frame.node[k];
            assert_string_not_equal(a->id, b->id);
            assert_true(apart(a->hit.x, a->hit.w, b->hit.x, b->hit.w) >= gap ||
                        apart(a->hit.y, a->hit.h, b->hit.y, b->hit.h) >= gap);
        }
    }
    assert_false(ui.overflow);
}

static void test_keys_are_large_and_apart_and_keep_their_height(void **state)
{
    (void)state;
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        for (uint32_t layout = 0; layout < keyboard_layout_count(); layout++) {
            struct keyboard keyboard = {.layout = (uint8_t)layout};
            struct box first = {0};
            uint32_t pages = 1;
            for (uint32_t page = 0; page < pages; page++) {
                keyboard.page = (uint8_t)page;
                expect_good_keys(build(panel, &keyboard, false));
                first = page == 0 ? plan.box : first;
                pages = plan.page_count;
                assert_memory_equal(&plan.box, &first, sizeof(first));
                expect_good_keys(build(panel, &keyboard, true));
            }
        }
    }
}

/* One after another with the page key, and back to the first. */
static void test_the_page_key_leads_round(void **state)
{
    (void)state;
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        for (uint32_t layout = 0; layout < keyboard_layout_count(); layout++) {
            struct keyboard keyboard = {.layout = (uint8_t)layout};
            uint32_t turns = 0;
            do {
                build(panel, &keyboard, false);
                const struct node *key = frame_find(&frame, "key.page");
                assert_true(key->text[0] != '\0');
                keyboard.page = (uint8_t)key->arg;
                turns++;
            } while (keyboard.page != 0 && turns < 20);
            assert_int_equal(turns, plan.page_count);
            assert_string_equal(frame_find(&frame, "key.page")->text,
                                keyboard_layout_at(layout)->abc);
        }
    }
}

/* Key by key: Shift changes a letter into its own capital and moves nothing. */
static void test_capitals_stand_over_their_letters(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < keyboard_layout_count(); i++) {
        const struct keyboard_layout *layout = keyboard_layout_at(i);
        for (uint32_t r = 0; layout->capitals[r] != NULL; r++) {
            const char *a = layout->letters[r], *b = layout->capitals[r];
            while (*a != '\0' && *b != '\0') {
                uint32_t small = 0, capital = 0;
                a += utf8_decode(a, strlen(a), &small);
                b += utf8_decode(b, strlen(b), &capital);
                bool latin = (small >= 'a' && small <= 'z') || (small >= 0xe0 && small <= 0xfe);
                assert_int_equal(capital, latin ? small - 0x20 : small);
            }
            assert_true(*a == '\0' && *b == '\0');
        }
    }
}

static void test_keys_stand_as_on_a_real_keyboard(void **state)
{
    (void)state;
    struct keyboard keyboard = {.layout = 0};
    for (int rtl = 0; rtl < 2; rtl++) {
        build(5, &keyboard, rtl != 0);
        const struct node *q = frame_find(&frame, "key.1.0"), *w = frame_find(&frame, "key.1.1");
        assert_string_equal(q->text, "q");
        assert_string_equal(w->text, "w");
        assert_true(q->rect.x < w->rect.x);
        assert_true(frame_find(&frame, "key.capitals")->rect.x <
                    frame_find(&frame, "key.done")->rect.x);
    }
}

static void test_shift_shows_only_where_there_are_capitals(void **state)
{
    (void)state;
    struct keyboard keyboard = {.layout = (uint8_t)keyboard_layout_find("ar")};
    build(5, &keyboard, false);
    assert_null(frame_find(&frame, "key.capitals"));
    assert_non_null(frame_find(&frame, "key.clear"));
    keyboard = (struct keyboard){.layout = 0, .capitals = true};
    build(5, &keyboard, false);
    assert_true((frame_find(&frame, "key.capitals")->flags & NODE_CHOSEN) != 0);
    assert_true(frame_has('Q') && !frame_has('q'));
    keyboard.page = 1;
    build(5, &keyboard, false);
    assert_null(frame_find(&frame, "key.capitals"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_letter_can_be_reached),
        cmocka_unit_test(test_keys_are_large_and_apart_and_keep_their_height),
        cmocka_unit_test(test_the_page_key_leads_round),
        cmocka_unit_test(test_capitals_stand_over_their_letters),
        cmocka_unit_test(test_keys_stand_as_on_a_real_keyboard),
        cmocka_unit_test(test_shift_shows_only_where_there_are_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
