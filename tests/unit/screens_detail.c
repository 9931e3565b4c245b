/* SPDX-License-Identifier: MIT */
/* Protects that a question's own page says what its line allows, names every limit, and shows no
 * number that cannot be read. */
#include "screens/facilitator/detail.h"
#include "screens/screens.h"

#include "fake_font.h"
#include "fake_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { THEMES = 1, QUESTIONS = PACK_QUESTION_MAX, LINE_Q1 = 1 + THEMES };

static struct app app;
static struct app_secret secret;
static struct catalog catalog;
static struct pack pack;
static struct ui ui;
static const struct language english = {.tag = "en", .zero = "0", .letter_percent = 46};
static const struct language_offer language = {&english, &catalog};

static void fill_catalog(void)
{
    fake_words(&catalog);
    catalog.text[MSG_DETAIL_CAN_UP] = "larger {b} than {month} {a}";
    catalog.text[MSG_DETAIL_CAN_DOWN] = "smaller {b} than {month} {a}";
    catalog.text[MSG_TRENDS_SAY_LEAN_UP] = "leans up {a} {b}";
    catalog.text[MSG_TRENDS_SAY_LEAN_DOWN] = "leans down {a} {b}";
    catalog.text[MSG_TRENDS_SAY_SAME] = "same";
    catalog.text[MSG_MONTH_YEAR] = "{month} {year}";
    catalog.text[MSG_MONTH_LONG_11] = "November";
    for (int i = 0; i < 12; i++) {
        catalog.text[MSG_MONTH_1 + i] = "Jan";
    }
    catalog.text[MSG_DETAIL_RANGE] = "{low}-{high}";
    catalog.text[MSG_DETAIL_BAND] = "{low} to {high}";
}

static void set_line(uint32_t index, enum verdict verdict, bool readable)
{
    struct line_data *line = &lines_state(&app)->line[index];
    line->view = (struct line_view){.verdict = verdict,
                                    .pool_blocks = 3,
                                    .block_count = 8,
                                    .first = 41,
                                    .last = 67,
                                    .first_month = {2024, 11}};
    line->count = 20;
    for (uint32_t i = 0; i < line->count; i++) {
        line->point[i] = (struct point){.block_index = (uint16_t)(2 + i),
                                        .month = {2025, (uint8_t)(1 + i % 12)},
                                        .month_from = {2024, 12},
                                        .band = {(uint8_t)(40 + i), 30, 70, true}};
    }
    line->point[line->count - 1].band.readable = readable;
}

static int setup(void **state)
{
    (void)state;
    fill_catalog();
    memset(&pack, 0, sizeof(pack));
    pack.theme_count = THEMES;
    pack.question_count = QUESTIONS;
    memset(&app, 0, sizeof(app));
    app.config = (struct app_config){.screens = &SCREENS,
                                     .pack = &pack,
                                     .languages = &language,
                                     .language_count = 1,
                                     .secret = &secret};
    parts_init(&app);
    for (uint32_t i = 0; i < LINE_Q1 + QUESTIONS; i++) {
        set_line(i, VERDICT_SAME, true);
    }
    frame_reset(&app.frame);
    ui = (struct ui){.frame = &app.frame,
                     .text = &FAKE_FONT,
                     .theme = theme_get(THEME_CALM_LIGHT),
                     .px_per_m = 5560,
                     .size = SIZE_M,
                     .width = 1920,
                     .height = 1080,
                     .focus_id = "",
                     .pressed_id = "",
                     .air = 100};
    return 0;
}

static void says_exactly_what_the_verdict_allows(void **state)
{
    static const struct {
        enum verdict verdict;
        const char *words;
    } CASES[] = {
        {VERDICT_UP, "larger 67 than November 2024 41"},
        {VERDICT_DOWN, "smaller 67 than November 2024 41"},
        {VERDICT_LEAN_UP, "leans up 41 67"},
        {VERDICT_LEAN_DOWN, "leans down 41 67"},
        {VERDICT_SAME, "same"},
        {VERDICT_ONE, "trends.say.one"},
        {VERDICT_WIDE, "trends.say.wide"},
        {VERDICT_NONE, "trends.say.wide"},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        setup(state);
        set_line(LINE_Q1, CASES[i].verdict, true);
        struct detail_sentences can;
        detail_can(&app, &ui, 0, &can);
        assert_int_equal(can.count, 2);
        assert_string_equal(can.text[0], CASES[i].words);
        assert_string_equal(can.text[1], "detail.can.band");
    }
    lines_state(&app)->line[LINE_Q1].count = 0;
    struct detail_sentences can;
    detail_can(&app, &ui, 0, &can);
    assert_int_equal(can.count, 1); /* no band, nothing about one */
}

static bool says_luck(void)
{
    struct detail_sentences cannot;
    detail_cannot(&app, 0, &cannot);
    bool luck = false;
    for (uint32_t i = 0; i < cannot.count; i++) {
        luck = luck || strcmp(cannot.text[i], "detail.cannot.luck") == 0;
    }
    assert_int_equal(cannot.count, 4 + luck);
    return luck;
}

static void speaks_of_luck_where_its_figure_holds(void **state)
{
    (void)state;
    for (int verdict = VERDICT_NONE; verdict <= VERDICT_SAME; verdict++) {
        set_line(LINE_Q1, (enum verdict)verdict, true);
        assert_int_equal(says_luck(), verdict == VERDICT_UP || verdict == VERDICT_DOWN);
    }
    set_line(LINE_Q1, VERDICT_UP, true);
    app.settings.choice.question_off = 1 << 3; /* the figure is that of seven questions */
    assert_false(says_luck());
}

static void draws_the_number_apart_only_where_the_words_begin_with_it(void **state)
{
    (void)state;
    struct band band = {67, 58, 77, true};
    const char *spoken = NULL;
    catalog.text[MSG_DETAIL_SHARE] = "{b} of 100 answers";
    assert_string_equal(detail_share(&app, &ui, &band, &spoken), "of 100 answers");
    assert_string_equal(spoken, "67 of 100 answers");
    catalog.text[MSG_DETAIL_SHARE] = "of 100 answers {b}";
    assert_string_equal(detail_share(&app, &ui, &band, &spoken), "of 100 answers 67");
    assert_string_equal(detail_band(&app, &ui, &band), "58 to 77");
    band.readable = false;
    assert_string_equal(detail_share(&app, &ui, &band, &spoken), "detail.wide");
    assert_string_equal(spoken, "detail.wide");
}

static void steps_over_questions_without_a_line(void **state)
{
    (void)state;
    app.settings.choice.question_off = 1 << 1 | 1 << 2;
    lines_state(&app)->line[LINE_Q1 + 1].count = 0;
    assert_false(detail_has(&app, 1));
    assert_true(detail_has(&app, 2)); /* off, and asked before */
    assert_int_equal(detail_next(&app, 0, 1), 2);
    assert_int_equal(detail_next(&app, 2, -1), 0);
    assert_int_equal(detail_next(&app, 0, -1), 0);
    assert_int_equal(detail_next(&app, QUESTIONS - 1, 1), QUESTIONS - 1);
}

/* Every number on the page, as text: shares and ends of bands, never more than the lines hold. */
static void shows_twelve_points_and_no_number_of_one_that_is_too_wide(void **state)
{
    (void)state;
    set_line(LINE_Q1, VERDICT_WIDE, false);
    assert_int_equal(detail_strip_count(&app, &ui, 0, 1300), 12);
    assert_true(detail_strip_count(&app, &ui, 0, 400) < 12);
    lines_state(&app)->line[LINE_Q1].count = 3;
    assert_int_equal(detail_strip_count(&app, &ui, 0, 1300), 3);
    lines_state(&app)->line[LINE_Q1].count = 20;
    detail_strip_draw(&app, &ui, 0, 150, (struct box){60, 60, 1300, 400});
    uint32_t points = 0, discs = 0;
    for (uint32_t i = 0; i < app.frame.node_count; i++) {
        points += strncmp(app.frame.node[i].id, "detail.point.", 13) == 0;
    }
    for (uint32_t i = 0; i < app.frame.draw_count; i++) {
        discs += app.frame.draw[i].kind == DRAW_DISC && app.frame.draw[i].fill == INK_A4;
    }
    assert_int_equal(points, 12);
    assert_int_equal(discs, 11);
    const struct node *newest = frame_find(&app.frame, "detail.point.12");
    assert_null(strstr(newest->text, "59")); /* its share */
}

static void pages_of_the_table_hold_every_row_once(void **state)
{
    (void)state;
    static const struct box BOX = {60, 60, 1300, 500};
    uint32_t seen = 0, pages = 1;
    for (uint32_t page = 0; page < pages; page++) {
        frame_reset(&app.frame);
        ui.paged = true;
        ui.page = page;
        ui.page_count = 1;
        detail_table_draw(&app, &ui, 0, 0, BOX);
        pages = ui.page_count;
        for (uint32_t i = 0; i < app.frame.node_count; i++) {
            const struct node *node = &app.frame.node[i];
            seen += strncmp(node->id, "detail.row.", 11) == 0;
            assert_true(node->rect.y + node->rect.h <= BOX.y + BOX.h);
        }
    }
    assert_true(pages > 1);
    assert_int_equal(seen, 20);
    ui.paged = false;
    detail_table_draw(&app, &ui, 0, 0, BOX);
    assert_true(ui.overflow); /* asks for pages */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(says_exactly_what_the_verdict_allows, setup),
        cmocka_unit_test_setup(speaks_of_luck_where_its_figure_holds, setup),
        cmocka_unit_test_setup(draws_the_number_apart_only_where_the_words_begin_with_it, setup),
        cmocka_unit_test_setup(steps_over_questions_without_a_line, setup),
        cmocka_unit_test_setup(shows_twelve_points_and_no_number_of_one_that_is_too_wide, setup),
        cmocka_unit_test_setup(pages_of_the_table_hold_every_row_once, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
