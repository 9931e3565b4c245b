/* SPDX-License-Identifier: MIT */
/* Protects whoever reads a long text, and whoever chooses by a name that somebody gave: no words of
 * a section are lost on any panel, and the longest name leaves its button inside the column. */
#include "panels.h"

#include "core/utf8.h"
#include "ui/blocks/named_button.h"
#include "ui/blocks/sections.h"

#include <string.h>

enum { SECTIONS = 2, CHOOSE = 1 };

static const struct section SECTION[SECTIONS] = {{"a", "First", 50}, {"b", "Second", 40}};

static const char *const IDS[SECTIONS][SECTION_COLUMNS] = {{"a.0", "a.1"}, {"b.0", "b.1"}};

static void draw_column(const void *context, struct flow *flow, uint32_t section, uint32_t column)
{
    flow_said(flow, BLOCK_BODY, IDS[section][column], section == 0 ? "A word." : context, 0);
}

/* Draws a page; the words are those of the second section. Returns how many nodes it has. */
static uint32_t shown(const char *words, uint32_t page, struct box box)
{
    const struct sections sections = {SECTION, SECTIONS, draw_column, words};
    ui.page = page;
    sections_build(&ui, &sections, box);
    return frame.node_count;
}

static void test_each_section_has_a_page(void **state)
{
    (void)state;
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        const struct box box = begin(panel);
        const bool columns = ui.width > ui.height && ui_width_um(&ui) >= 250000;
        assert_int_equal(shown("Some words.", 1, box), 1 + SECTION_COLUMNS);
        assert_false(ui.overflow);
        assert_int_equal(ui.page_count, SECTIONS);
        assert_null(frame_find(&frame, "a"));
        assert_int_equal(found("b.0")->rect.y == found("b.1")->rect.y, columns);
        assert_int_equal(found("b.0")->rect.x < found("b.1")->rect.x, columns);
    }
}

/* Returns more words than a page holds. */
static const char *long_words(void)
{
    static char words[4096];
    words[0] = '\0';
    for (size_t at = 0; at + 8 < sizeof(words); at += 6) {
        memcpy(&words[at], "words ", 7);
    }
    return words;
}

/* The page that shows may fit; the screen is built in pages all the same where another does not. */
static void test_a_section_that_does_not_fit_is_told_on_every_page(void **state)
{
    (void)state;
    for (uint32_t page = 0; page < SECTIONS; page++) {
        (void)shown(long_words(), page, begin(0));
        assert_true(ui.overflow);
    }
    uint32_t seen = 0, pages = 1;
    for (uint32_t page = 0; page < pages; page++) {
        const struct box box = begin(0);
        ui.paged = true;
        (void)shown("Some words.", page, box);
        for (uint32_t i = 0; i < SECTIONS; i++) {
            seen += frame_find(&frame, SECTION[i].id) != NULL;
            seen += frame_find(&frame, IDS[i][0]) != NULL;
            seen += frame_find(&frame, IDS[i][1]) != NULL;
        }
        pages = ui.page_count;
    }
    assert_int_equal(seen, SECTIONS * (1 + SECTION_COLUMNS));
}

static struct named_button named(const char *name)
{
    return (struct named_button){.button = {.id = "name", .kind = BUTTON_F, .action = CHOOSE},
                                 .words = "Save to {drive}, {size} free",
                                 .name = {"drive", name},
                                 .more = {"size", "8 MB"}};
}

static void test_a_long_name_is_cut_and_the_words_stay(void **state)
{
    (void)state;
    char name[400] = "";
    for (size_t at = 0; at + 3 < sizeof(name); at += 2) {
        memcpy(&name[at], "\xc3\x89", 3); /* two bytes a letter */
    }
    for (int32_t w = 300; w < 30000; w *= 2) { /* at the end, as long as any name may be */
        struct box box = begin(0);
        const struct named_button button = named(name);
        box.w = w;
        const int32_t height = ui_named_button(&ui, &button, box);
        const struct node *node = found("name");
        assert_int_equal(node->rect.h, height);
        assert_true(node->rect.w <= w);
        assert_non_null(strstr(node->text, "8 MB"));
        const size_t bytes = strlen(node->text);
        assert_int_equal(utf8_clean_length(node->text, bytes), bytes); /* no half of a letter */
    }
}

static void test_a_short_name_stands_whole(void **state)
{
    (void)state;
    struct box box = begin(0);
    struct named_button button = named("KIOSK");
    button.least_um = 70000;
    ui_named_button(&ui, &button, box);
    assert_non_null(strstr(found("name")->text, "KIOSK"));
    assert_int_equal(found("name")->rect.w, ui_um(&ui, 70000));
    box = begin(0);
    button.words = NULL;
    ui_named_button(&ui, &button, box);
    assert_string_equal(found("name")->text, "KIOSK");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_section_has_a_page),
        cmocka_unit_test(test_a_section_that_does_not_fit_is_told_on_every_page),
        cmocka_unit_test(test_a_long_name_is_cut_and_the_words_stay),
        cmocka_unit_test(test_a_short_name_stands_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
