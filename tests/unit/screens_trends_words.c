/* SPDX-License-Identifier: MIT */
/* Protects that the trends screen says exactly what its lines allow: each headline and each
 * sentence under its own condition, and nothing more. */
#include "screens/facilitator/trends.h"
#include "screens/screens.h"

#include "fake_font.h"
#include "fake_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Two themes, "steady" with one question and "open" with three. */
enum { ALL = 0, STEADY = 1, OPEN = 2, Q1 = 3, Q2 = 4, Q3 = 5, Q4 = 6, LINES = 7 };

static struct app app;
static struct app_secret secret;
static struct catalog catalog;
static struct pack pack;
static struct ui ui;

static void add_question(const char *subject, uint32_t theme)
{
    struct pack_question *question = &pack.question[pack.question_count++];
    *question = (struct pack_question){.theme = theme};
    memcpy(question->subject, subject, strlen(subject));
}

static void fill_pack(void)
{
    memset(&pack, 0, sizeof(pack));
    pack.theme_count = 2;
    memcpy(pack.theme[0].name, "Steady", 7);
    memcpy(pack.theme[1].name, "Open", 5);
    add_question("Q1", 0);
    add_question("Q2", 1);
    add_question("Q3", 1);
    add_question("Q4", 1);
    pack.prompt_count = 3;
    pack.prompt[0].theme = 0;
    pack.prompt[1].theme = 1;
    pack.prompt[2].theme = 1;
}

/* Texts are their ids, but for those with places to fill. */
static void fill_catalog(void)
{
    fake_words(&catalog);
    catalog.text[MSG_NUMBER_4] = "four";
    catalog.text[MSG_TRENDS_ALL] = "All {seven}";
    catalog.text[MSG_TRENDS_HEAD_UP] = "{subject} higher.";
    catalog.text[MSG_TRENDS_HEAD_DOWN] = "{subject} lower.";
    catalog.text[MSG_TRENDS_HEAD_REST] = "Rest.";
    catalog.text[MSG_TRENDS_HEAD_SMALL] = "Small, read {seven}.";
    catalog.text[MSG_TRENDS_SAY_UP] = "{subject} up {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_DOWN] = "{subject} down {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_LEAN_UP] = "{subject} leans up {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_LEAN_DOWN] = "{subject} leans down {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_SAME] = "{subject} same {over}.";
    catalog.text[MSG_TRENDS_OVER_3] = "since {month}";
    catalog.text[MSG_MONTH_LONG_11] = "November";
    catalog.text[MSG_MONTH_LONG_12] = "December";
    catalog.text[MSG_MONTH_YEAR] = "{month} {year}";
    catalog.text[MSG_TRENDS_PLOT_S] = "{subject}|{first}|{last}|{b}|{low}|{high}|{sentence}";
}

static const struct language english = {.tag = "en", .zero = "0", .letter_percent = 46};
static const struct language_offer language = {&english, &catalog};

static void set_line(uint32_t index, enum verdict verdict, bool readable)
{
    struct line_data *line = &lines_state(&app)->line[index];
    line->view = (struct line_view){.verdict = verdict,
                                    .pool_blocks = index == ALL ? 1 : 3,
                                    .block_count = 8,
                                    .first = 41,
                                    .last = 67,
                                    .first_month = {2024, 11}};
    line->count = 2;
    line->point[0] =
        (struct point){.month = {2024, 12}, .month_from = {2024, 11}, .band = {41, 33, 50, true}};
    line->point[1] = (struct point){
        .month = {2024, 12}, .month_from = {2024, 12}, .band = {67, 58, 77, readable}};
}

static int setup(void **state)
{
    (void)state;
    fill_pack();
    fill_catalog();
    memset(&app, 0, sizeof(app));
    app.config = (struct app_config){.screens = &SCREENS,
                                     .pack = &pack,
                                     .languages = &language,
                                     .language_count = 1,
                                     .secret = &secret};
    parts_init(&app);
    for (uint32_t i = 0; i < LINES; i++) {
        set_line(i, VERDICT_SAME, true);
    }
    frame_reset(&app.frame);
    ui = (struct ui){.frame = &app.frame, .text = &FAKE_FONT, .px_per_m = 5560, .air = 100};
    return 0;
}

static void no_points(uint32_t index)
{
    lines_state(&app)->line[index].view.verdict = VERDICT_NONE;
    lines_state(&app)->line[index].count = 0;
}

static bool stands_in(uint32_t theme)
{
    struct lines lines = lines_view(&app);
    return lines_stands_in(&lines, theme);
}

static uint32_t theme_questions(uint32_t theme, uint32_t questions[PACK_QUESTION_MAX])
{
    struct lines lines = lines_view(&app);
    return lines_theme_questions(&lines, theme, questions);
}

static const char *measure(void)
{
    struct lines lines = lines_view(&app);
    return lines_measure(&lines);
}

static void headline_is(const char *expected)
{
    assert_string_equal(trends_headline(&app, &ui), expected);
}

static void head_same(void **state)
{
    (void)state;
    headline_is("trends.head.same");
}

static void head_lean(void **state)
{
    (void)state;
    set_line(Q3, VERDICT_LEAN_DOWN, true);
    headline_is("trends.head.lean");
}

static void head_one_claim(void **state)
{
    (void)state;
    set_line(ALL, VERDICT_UP, true);
    set_line(Q3, VERDICT_LEAN_DOWN, true);
    headline_is("All four higher. Rest.");
}

static void head_two_claims(void **state)
{
    (void)state;
    set_line(OPEN, VERDICT_UP, true);
    set_line(Q3, VERDICT_DOWN, true);
    headline_is("Open higher. Q3 lower. Rest.");
}

static void head_many_claims(void **state)
{
    (void)state;
    set_line(OPEN, VERDICT_UP, true);
    set_line(Q2, VERDICT_UP, true);
    set_line(Q3, VERDICT_DOWN, true);
    headline_is("trends.head.many");
}

static void head_tells_a_question_alone_in_its_theme_once(void **state)
{
    (void)state;
    set_line(STEADY, VERDICT_UP, true);
    set_line(Q1, VERDICT_UP, true);
    headline_is("Steady higher. Rest.");
}

static void head_wait(void **state)
{
    (void)state;
    set_line(ALL, VERDICT_WIDE, false);
    set_line(Q3, VERDICT_UP, true);
    headline_is("trends.head.wait");
}

static void head_small(void **state)
{
    (void)state;
    for (uint32_t i = STEADY; i < LINES; i++) {
        set_line(i, VERDICT_WIDE, false);
    }
    headline_is("Small, read four.");
    set_line(Q4, VERDICT_SAME, true);
    headline_is("trends.head.same");
}

static void head_first(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < LINES; i++) {
        set_line(i, VERDICT_ONE, true);
    }
    headline_is("trends.head.first");
}

static void a_young_group_is_not_a_small_one(void **state)
{
    (void)state;
    set_line(ALL, VERDICT_ONE, true);
    for (uint32_t i = STEADY; i < LINES; i++) {
        no_points(i);
    }
    headline_is("trends.head.first");
    set_line(ALL, VERDICT_SAME, true);
    headline_is("trends.head.same");
}

static void says_each_verdict(void **state)
{
    (void)state;
    static const struct {
        enum verdict verdict;
        const char *words;
    } SAYS[] = {
        {VERDICT_NONE, "trends.say.wide"},
        {VERDICT_ONE, "trends.say.one"},
        {VERDICT_WIDE, "trends.say.wide"},
        {VERDICT_UP, "Q2 up 41 67."},
        {VERDICT_DOWN, "Q2 down 41 67."},
        {VERDICT_LEAN_UP, "Q2 leans up 41 67."},
        {VERDICT_LEAN_DOWN, "Q2 leans down 41 67."},
        {VERDICT_SAME, "Q2 same since November 2024."},
    };
    for (size_t i = 0; i < sizeof(SAYS) / sizeof(SAYS[0]); i++) {
        set_line(Q2, SAYS[i].verdict, true);
        assert_string_equal(trends_say(&app, &ui, Q2), SAYS[i].words);
    }
}

static void says_over_which_time(void **state)
{
    (void)state;
    lines_state(&app)->chosen = 1 + PERIOD_THREE;
    assert_string_equal(trends_say(&app, &ui, OPEN), "Open same trends.over.1.");
    lines_state(&app)->chosen = 1 + PERIOD_YEAR;
    assert_string_equal(trends_say(&app, &ui, OPEN), "Open same trends.over.2.");
}

static void a_theme_adds_only_claims_of_its_questions(void **state)
{
    (void)state;
    set_line(Q2, VERDICT_LEAN_UP, true);
    set_line(Q3, VERDICT_DOWN, true);
    assert_string_equal(trends_say_theme(&app, &ui, 1),
                        "Open same since November 2024. Q3 down 41 67.");
    set_line(Q1, VERDICT_UP, true);
    set_line(STEADY, VERDICT_UP, true);
    assert_string_equal(trends_say_theme(&app, &ui, 0), "Steady up 41 67.");
}

static void a_theme_stands_in_only_for_questions_that_cannot_be_read(void **state)
{
    (void)state;
    assert_false(stands_in(1));
    set_line(Q2, VERDICT_WIDE, false);
    set_line(Q3, VERDICT_WIDE, false);
    assert_false(stands_in(1));
    set_line(Q4, VERDICT_WIDE, false);
    assert_true(stands_in(1));
    set_line(OPEN, VERDICT_WIDE, false);
    assert_false(stands_in(1));
}

static void a_question_switched_off_goes_when_its_line_has_gone(void **state)
{
    (void)state;
    uint32_t questions[PACK_QUESTION_MAX];
    app.settings.choice.question_off = 1 << 2;
    assert_int_equal(theme_questions(1, questions), 3);
    no_points(Q3);
    assert_int_equal(theme_questions(1, questions), 2);
    assert_int_equal(questions[1], 3);
}

static void a_plot_read_aloud_has_no_number_when_it_shows_none(void **state)
{
    (void)state;
    assert_string_equal(trends_spoken(&app, &ui, Q2),
                        "Q2|November 2024|December 2024|67|58|77|Q2 same since November 2024.");
    set_line(Q2, VERDICT_WIDE, false);
    assert_string_equal(trends_spoken(&app, &ui, Q2), "trends.say.wide");
}

static void the_measure_follows_the_line(void **state)
{
    (void)state;
    assert_string_equal(measure(), "trends.measure");
    lines_state(&app)->line[ALL].view.pool_blocks = 3;
    assert_string_equal(measure(), "trends.measure.three");
}

static void the_prompt_is_of_the_chosen_theme(void **state)
{
    (void)state;
    struct trends *trends = part_state(&app, SCREEN_TRENDS);
    trends->theme = 1;
    trends->prompt = 2;
    assert_ptr_equal(trends_prompt(&app), &pack.prompt[2]);
    trends->theme = 0;
    assert_ptr_equal(trends_prompt(&app), &pack.prompt[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(head_same, setup),
        cmocka_unit_test_setup(head_lean, setup),
        cmocka_unit_test_setup(head_one_claim, setup),
        cmocka_unit_test_setup(head_two_claims, setup),
        cmocka_unit_test_setup(head_many_claims, setup),
        cmocka_unit_test_setup(head_tells_a_question_alone_in_its_theme_once, setup),
        cmocka_unit_test_setup(head_wait, setup),
        cmocka_unit_test_setup(head_small, setup),
        cmocka_unit_test_setup(head_first, setup),
        cmocka_unit_test_setup(a_young_group_is_not_a_small_one, setup),
        cmocka_unit_test_setup(says_each_verdict, setup),
        cmocka_unit_test_setup(says_over_which_time, setup),
        cmocka_unit_test_setup(a_theme_adds_only_claims_of_its_questions, setup),
        cmocka_unit_test_setup(a_theme_stands_in_only_for_questions_that_cannot_be_read, setup),
        cmocka_unit_test_setup(a_question_switched_off_goes_when_its_line_has_gone, setup),
        cmocka_unit_test_setup(a_plot_read_aloud_has_no_number_when_it_shows_none, setup),
        cmocka_unit_test_setup(the_measure_follows_the_line, setup),
        cmocka_unit_test_setup(the_prompt_is_of_the_chosen_theme, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
