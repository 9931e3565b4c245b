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
    catalog.text[MSG_TRENDS_SAY_UP] = "higher since {month} {a} {b}";
    catalog.text[MSG_TRENDS_SAY_DOWN] = "lower since {month} {a} {b}";
    catalog.text[MSG_TRENDS_SAY_LEAN_UP] = "leans up {month} {a} {b}";
    catalog.text[MSG_TRENDS_SAY_LEAN_DOWN] = "leans down {month} {a} {b}";
    catalog.text[MSG_TRENDS_SAY_SETS] = "after {n} more";
    catalog.text[MSG_TRENDS_UNDER] = "under {n}";
    catalog.text[MSG_TRENDS_UNDER_BRIEF] = "<{n}";
    catalog.text[MSG_TRENDS_ABOVE] = "over {n}";
    catalog.text[MSG_TRENDS_ABOVE_BRIEF] = ">{n}";
    catalog.text[MSG_TRENDS_SAY_SAME] = "same";
    catalog.text[MSG_MONTH_YEAR] = "{month} {year}";
    catalog.text[MSG_MONTH_LONG_11] = "November";
    catalog.text[MSG_MONTH_LONG_3] = "March";
    for (int i = 0; i < 12; i++) {
        catalog.text[MSG_MONTH_1 + i] = "Jan";
    }
    catalog.text[MSG_DETAIL_RANGE] = "{low}-{high}";
    catalog.text[MSG_DETAIL_BAND] = "{low} to {high}";
}

static void set_line(uint32_t index, enum grade grade, bool up, bool readable)
{
    struct line_data *line = &lines_state(&app)->line[index];
    line->view = (struct line_view){
        .claim = {.grade = grade, .up = up, .before = 41, .after = 67, .blocks_needed = 2},
        .block_count = 8,
        .first_month = {2024, 11},
        .since_month = {2025, 3}};
    line->count = 20;
    for (uint32_t i = 0; i < line->count; i++) {
        line->point[i] = (struct point){.block_index = (uint16_t)i,
                                        .month = {2025, (uint8_t)(1 + i % 12)},
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
        set_line(i, GRADE_STEADY, false, true);
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

static void says_exactly_what_the_claim_allows(void **state)
{
    static const struct {
        enum grade grade;
        bool up;
        enum not_yet reason;
        const char *words;
    } CASES[] = {
        {GRADE_CHANGED, true, NOT_YET_NOTHING, "higher since March 2025 41 67"},
        {GRADE_CHANGED, false, NOT_YET_NOTHING, "lower since March 2025 41 67"},
        {GRADE_LEANING, true, NOT_YET_NOTHING, "leans up November 2024 41 67"},
        {GRADE_LEANING, false, NOT_YET_NOTHING, "leans down November 2024 41 67"},
        {GRADE_STEADY, false, NOT_YET_NOTHING, "same"},
        {GRADE_NOT_YET, false, NOT_YET_FEW_BLOCKS, "after 2 more"},
        {GRADE_NOT_YET, false, NOT_YET_SHORT_PERIOD, "trends.say.short"},
        {GRADE_NOT_YET, false, NOT_YET_MUCH_BLUR, "trends.say.blur"},
        {GRADE_NOT_YET, false, NOT_YET_FEW_ANSWERS, "trends.say.few"},
        {GRADE_NONE, false, NOT_YET_NOTHING, "trends.say.wide"},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        setup(state);
        set_line(LINE_Q1, CASES[i].grade, CASES[i].up, true);
        lines_state(&app)->line[LINE_Q1].view.claim.reason = CASES[i].reason;
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

static void speaks_of_luck_where_a_change_is_told(void **state)
{
    (void)state;
    for (int grade = GRADE_NONE; grade <= GRADE_CHANGED; grade++) {
        set_line(LINE_Q1, (enum grade)grade, true, true);
        assert_int_equal(says_luck(), grade == GRADE_CHANGED);
    }
}

static uint32_t strip_count(int32_t w)
{
    struct bars bars;
    detail_strip(&app, &ui, w, &bars);
    return bars.count;
}

static void draw_strip(void)
{
    struct bars bars;
    detail_strip(&app, &ui, 1300, &bars);
    bars_draw(&ui, &bars, 150, (struct box){60, 60, 1300, 400});
}

/* Ends are told in words where the estimate is known no nearer. */
static void never_shows_nought_or_a_hundred(void **state)
{
    (void)state;
    const struct point low = {.month = {2025, 3},
                              .band = {TRENDS_SHARE_MIN, TRENDS_SHARE_MIN, 20, true}};
    const struct point high = {.month = {2025, 3},
                               .band = {TRENDS_SHARE_MAX, 80, TRENDS_SHARE_MAX, true}};
    assert_string_equal(detail_band(&app, &ui, &low), "under 5 to 20");
    assert_string_equal(detail_band(&app, &ui, &high), "80 to over 95");
    lines_state(&app)->line[LINE_Q1].point[19].band = low.band;
    draw_strip();
    assert_non_null(strstr(frame_find(&app.frame, "detail.point.12")->text, "<5-20"));
}

static void draws_the_number_apart_only_where_the_words_begin_with_it(void **state)
{
    (void)state;
    struct point point = {.month = {2025, 3}, .band = {67, 58, 77, true}};
    const char *spoken = NULL;
    catalog.text[MSG_DETAIL_SHARE] = "{b} of 100 answers";
    assert_string_equal(detail_share(&app, &ui, &point, &spoken), "of 100 answers");
    assert_string_equal(spoken, "67 of 100 answers");
    catalog.text[MSG_DETAIL_SHARE] = "of 100 answers {b}";
    assert_string_equal(detail_share(&app, &ui, &point, &spoken), "of 100 answers 67");
    assert_string_equal(detail_band(&app, &ui, &point), "58 to 77");
    point.band.readable = false;
    assert_string_equal(detail_share(&app, &ui, &point, &spoken), "detail.wide");
    assert_string_equal(spoken, "detail.wide");
}

static void steps_over_questions_without_a_line(void **state)
{
    (void)state;
    app.settings.choice.question_off = 1 << 1 | 1 << 2;
    lines_state(&app)->line[LINE_Q1 + 1].count = 0;
    const struct lines lines = lines_view(&app);
    assert_false(lines_is_asked(&lines, 1));
    assert_true(lines_is_asked(&lines, 2)); /* off, and asked before */
    assert_int_equal(detail_next(&app, 0, 1), 2);
    assert_int_equal(detail_next(&app, 2, -1), 0);
    assert_int_equal(detail_next(&app, 0, -1), 0);
    assert_int_equal(detail_next(&app, QUESTIONS - 1, 1), QUESTIONS - 1);
}

/* Every number on the page, as text: shares and ends of bands, never more than the lines hold. */
static void shows_twelve_points_and_no_number_of_one_that_is_too_wide(void **state)
{
    (void)state;
    set_line(LINE_Q1, GRADE_NOT_YET, false, false);
    assert_int_equal(strip_count(1300), 12);
    assert_true(strip_count(400) < 12);
    lines_state(&app)->line[LINE_Q1].count = 3;
    assert_int_equal(strip_count(1300), 3);
    lines_state(&app)->line[LINE_Q1].count = 20;
    draw_strip();
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
        detail_table_draw(&app, &ui, 0, BOX);
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
    detail_table_draw(&app, &ui, 0, BOX);
    assert_true(ui.overflow); /* asks for pages */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(says_exactly_what_the_claim_allows, setup),
        cmocka_unit_test_setup(speaks_of_luck_where_a_change_is_told, setup),
        cmocka_unit_test_setup(never_shows_nought_or_a_hundred, setup),
        cmocka_unit_test_setup(draws_the_number_apart_only_where_the_words_begin_with_it, setup),
        cmocka_unit_test_setup(steps_over_questions_without_a_line, setup),
        cmocka_unit_test_setup(shows_twelve_points_and_no_number_of_one_that_is_too_wide, setup),
        cmocka_unit_test_setup(pages_of_the_table_hold_every_row_once, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
