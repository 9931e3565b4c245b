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
    catalog.text[MSG_TRENDS_HEAD_UP] = "{subject} higher since {month}.";
    catalog.text[MSG_TRENDS_HEAD_DOWN] = "{subject} lower since {month}.";
    catalog.text[MSG_TRENDS_HEAD_OTHERS] = "{n} others.";
    catalog.text[MSG_TRENDS_HEAD_LEAN_UP] = "{subject} perhaps higher than {month}.";
    catalog.text[MSG_TRENDS_HEAD_LEAN_DOWN] = "{subject} perhaps lower than {month}.";
    catalog.text[MSG_TRENDS_HEAD_SAME] = "{subject} as ever {over}.";
    catalog.text[MSG_TRENDS_SAY_UP] = "{subject} up {month} {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_DOWN] = "{subject} down {month} {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_LEAN_UP] = "{subject} leans up {month} {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_LEAN_DOWN] = "{subject} leans down {month} {a} {b}.";
    catalog.text[MSG_TRENDS_SAY_SETS] = "After {n} more.";
    catalog.text[MSG_MONTH_LONG_3] = "March";
    catalog.text[MSG_TRENDS_SAY_SAME] = "{subject} same {over}.";
    catalog.text[MSG_TRENDS_OVER_3] = "since {month}";
    catalog.text[MSG_MONTH_LONG_11] = "November";
    catalog.text[MSG_MONTH_LONG_12] = "December";
    catalog.text[MSG_MONTH_YEAR] = "{month} {year}";
    catalog.text[MSG_TRENDS_PLOT_S] = "{subject}|{first}|{last}|{b}|{low}|{high}|{sentence}";
}

static const struct language english = {.tag = "en", .zero = "0", .letter_percent = 46};
static const struct language_offer language = {&english, &catalog};

static struct claim_shown *claim_of(uint32_t index)
{
    return &lines_state(&app)->line[index].view.claim;
}

static void set_line(uint32_t index, enum grade grade, bool up, bool readable)
{
    struct line_data *line = &lines_state(&app)->line[index];
    line->view = (struct line_view){
        .claim = {.grade = grade, .up = up, .strength = 500, .before = 41, .after = 67},
        .block_count = 8,
        .first_month = {2024, 11},
        .since_month = {2025, 3}};
    line->count = 2;
    line->point[0] = (struct point){.month = {2024, 11}, .band = {41, 33, 50, true}};
    line->point[1] = (struct point){.month = {2024, 12}, .band = {67, 58, 77, readable}};
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
        set_line(i, GRADE_STEADY, false, true);
    }
    frame_reset(&app.frame);
    ui = (struct ui){.frame = &app.frame, .text = &FAKE_FONT, .px_per_m = 5560, .air = 100};
    return 0;
}

static void no_points(uint32_t index)
{
    lines_state(&app)->line[index].view.claim.grade = GRADE_NONE;
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

static void headline_is(const char *expected)
{
    assert_string_equal(trends_headline(&app, &ui), expected);
}

static uint32_t headline_line(void)
{
    struct lines lines = lines_view(&app);
    return lines_headline_line(&lines);
}

static void head_same(void **state)
{
    (void)state;
    headline_is("All four as ever since November 2024.");
    assert_int_equal(headline_line(), ALL);
    set_line(Q3, GRADE_NOT_YET, false, true); /* and nobody takes that for every question */
    headline_is("All four as ever since November 2024. trends.head.hidden");
}

static void head_tells_the_strongest_change_and_counts_the_others(void **state)
{
    (void)state;
    set_line(Q4, GRADE_LEANING, false, true);
    claim_of(Q4)->strength = 900; /* a change comes first, however weak it is */
    set_line(Q3, GRADE_CHANGED, false, false);
    headline_is("Q3 lower since March 2025.");
    set_line(OPEN, GRADE_CHANGED, true, true);
    claim_of(OPEN)->strength = 501;
    headline_is("Open higher since March 2025. 1 others.");
    assert_int_equal(headline_line(), OPEN);
    set_line(ALL, GRADE_CHANGED, true, true);
    claim_of(ALL)->strength = 502;
    headline_is("All four higher since March 2025. 2 others.");
    assert_int_equal(headline_line(), ALL);
}

static void head_tells_a_question_alone_in_its_theme_once(void **state)
{
    (void)state;
    set_line(STEADY, GRADE_CHANGED, true, true);
    set_line(Q1, GRADE_CHANGED, true, true);
    claim_of(Q1)->strength = 900;
    headline_is("Steady higher since March 2025.");
    assert_int_equal(headline_line(), STEADY);
}

static void head_tells_what_leans_where_nothing_changed(void **state)
{
    (void)state;
    set_line(Q3, GRADE_LEANING, false, true);
    headline_is("Q3 perhaps lower than November 2024.");
    assert_int_equal(headline_line(), Q3);
    set_line(Q2, GRADE_LEANING, true, true);
    claim_of(Q2)->strength = 800;
    headline_is("Q2 perhaps higher than November 2024.");
    set_line(Q2, GRADE_LEANING, true, false); /* its numbers cannot be read */
    headline_is("Q3 perhaps lower than November 2024.");
}

static void head_tells_why_it_cannot_tell(void **state)
{
    (void)state;
    static const struct {
        enum not_yet reason;
        const char *words;
    } WHY[] = {{NOT_YET_FEW_BLOCKS, "After 2 more."},
               {NOT_YET_SHORT_PERIOD, "trends.say.short"},
               {NOT_YET_MUCH_BLUR, "trends.say.blur"},
               {NOT_YET_FEW_ANSWERS, "trends.say.few"}};
    set_line(ALL, GRADE_NOT_YET, false, true);
    claim_of(ALL)->blocks_needed = 2;
    for (size_t i = 0; i < sizeof(WHY) / sizeof(WHY[0]); i++) {
        claim_of(ALL)->reason = WHY[i].reason;
        headline_is(WHY[i].words);
        assert_int_equal(headline_line(), ALL);
    }
    set_line(ALL, GRADE_LEANING, true, false);
    headline_is("trends.say.few");
}

static void says_each_grade(void **state)
{
    (void)state;
    static const struct {
        enum grade grade;
        bool up;
        const char *words;
    } SAYS[] = {
        {GRADE_NONE, false, "trends.say.wide"},
        {GRADE_NOT_YET, false, "trends.say.few"},
        {GRADE_CHANGED, true, "Q2 up March 2025 41 67."},
        {GRADE_CHANGED, false, "Q2 down March 2025 41 67."},
        {GRADE_LEANING, true, "Q2 leans up November 2024 41 67."},
        {GRADE_LEANING, false, "Q2 leans down November 2024 41 67."},
        {GRADE_STEADY, false, "Q2 same since November 2024."},
    };
    for (size_t i = 0; i < sizeof(SAYS) / sizeof(SAYS[0]); i++) {
        set_line(Q2, SAYS[i].grade, SAYS[i].up, true);
        assert_string_equal(trends_words(&app, &ui, lines_say, Q2), SAYS[i].words);
    }
    set_line(Q2, GRADE_LEANING, true, false);
    assert_string_equal(trends_words(&app, &ui, lines_say, Q2), "trends.say.few");
    lines_state(&app)->line[Q2].point[1].band.low = 30; /* too wide, whatever the answers */
    assert_string_equal(trends_words(&app, &ui, lines_say, Q2), "trends.say.blur");
}

static void each_line_has_one_word(void **state)
{
    (void)state;
    static const char *const WORDS[] = {[GRADE_NONE] = "",
                                        [GRADE_NOT_YET] = "trends.grade.not_yet",
                                        [GRADE_STEADY] = "trends.grade.steady",
                                        [GRADE_LEANING] = "trends.grade.leaning",
                                        [GRADE_CHANGED] = "trends.grade.changed"};
    for (enum grade grade = GRADE_NONE; grade <= GRADE_CHANGED; grade++) {
        set_line(Q2, grade, true, true);
        const struct lines lines = lines_view(&app);
        assert_string_equal(lines_grade(&lines, Q2), WORDS[grade]);
    }
}

/* The mark stands where the keeper says; where older points were left out, it moves with the rest.
 */
static void a_change_is_marked_where_it_is(void **state)
{
    (void)state;
    set_line(Q2, GRADE_CHANGED, true, true);
    claim_of(Q2)->since = 1;
    lines_state(&app)->line[Q2].view.point_count = 2;
    struct lines lines = lines_view(&app);
    assert_int_equal(lines_change(&lines, Q2), 1);
    claim_of(Q2)->since = 6;
    lines_state(&app)->line[Q2].view.point_count = 7;
    assert_int_equal(lines_change(&lines, Q2), 1);
    claim_of(Q2)->since = 3; /* before the oldest point that is held */
    assert_int_equal(lines_change(&lines, Q2), 0);
    claim_of(Q2)->since = 6;
    claim_of(Q2)->grade = GRADE_LEANING;
    assert_int_equal(lines_change(&lines, Q2), 0);
}

static void says_over_which_time(void **state)
{
    (void)state;
    lines_state(&app)->chosen = 1 + PERIOD_THREE;
    assert_string_equal(trends_words(&app, &ui, lines_say, OPEN), "Open same trends.over.1.");
    lines_state(&app)->chosen = 1 + PERIOD_YEAR;
    assert_string_equal(trends_words(&app, &ui, lines_say, OPEN), "Open same trends.over.2.");
}

static void a_theme_adds_only_changes_of_its_questions(void **state)
{
    (void)state;
    set_line(Q2, GRADE_LEANING, true, true);
    set_line(Q3, GRADE_CHANGED, false, true);
    assert_string_equal(trends_words(&app, &ui, lines_say_theme, 1),
                        "Open same since November 2024. Q3 down March 2025 41 67.");
    set_line(Q1, GRADE_CHANGED, true, true);
    set_line(STEADY, GRADE_CHANGED, true, true);
    assert_string_equal(trends_words(&app, &ui, lines_say_theme, 0), "Steady up March 2025 41 67.");
}

static void a_theme_stands_in_only_for_questions_that_cannot_be_read(void **state)
{
    (void)state;
    assert_false(stands_in(1));
    set_line(Q2, GRADE_NOT_YET, false, false);
    set_line(Q3, GRADE_NOT_YET, false, false);
    assert_false(stands_in(1));
    set_line(Q4, GRADE_NOT_YET, false, false);
    assert_true(stands_in(1));
    set_line(OPEN, GRADE_NOT_YET, false, false);
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
    assert_string_equal(trends_words(&app, &ui, lines_spoken, Q2),
                        "Q2|November 2024|December 2024|67|58|77|Q2 same since November 2024.");
    set_line(Q2, GRADE_NOT_YET, false, false);
    assert_string_equal(trends_words(&app, &ui, lines_spoken, Q2), "trends.say.few");
}

static void the_prompt_is_of_the_chosen_theme(void **state)
{
    (void)state;
    struct trends_talk *trends = part_state(&app, SCREEN_TRENDS);
    trends->theme = 1;
    trends->prompt = 2;
    assert_ptr_equal(trends_prompt(&app), &pack.prompt[2]);
    trends->theme = 0;
    assert_ptr_equal(trends_prompt(&app), &pack.prompt[0]);
    /* It starts at what the sentence speaks of, and stays where somebody chose another. */
    set_line(Q3, GRADE_CHANGED, true, true);
    assert_int_equal(trends_prompt(&app)->theme, 1);
    trends->of = 1 + Q3;
    assert_int_equal(trends_prompt(&app)->theme, 0);
    set_line(OPEN, GRADE_CHANGED, true, true);
    claim_of(OPEN)->strength = 900;
    assert_int_equal(trends_prompt(&app)->theme, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(head_same, setup),
        cmocka_unit_test_setup(head_tells_the_strongest_change_and_counts_the_others, setup),
        cmocka_unit_test_setup(head_tells_a_question_alone_in_its_theme_once, setup),
        cmocka_unit_test_setup(head_tells_what_leans_where_nothing_changed, setup),
        cmocka_unit_test_setup(head_tells_why_it_cannot_tell, setup),
        cmocka_unit_test_setup(says_each_grade, setup),
        cmocka_unit_test_setup(each_line_has_one_word, setup),
        cmocka_unit_test_setup(a_change_is_marked_where_it_is, setup),
        cmocka_unit_test_setup(says_over_which_time, setup),
        cmocka_unit_test_setup(a_theme_adds_only_changes_of_its_questions, setup),
        cmocka_unit_test_setup(a_theme_stands_in_only_for_questions_that_cannot_be_read, setup),
        cmocka_unit_test_setup(a_question_switched_off_goes_when_its_line_has_gone, setup),
        cmocka_unit_test_setup(a_plot_read_aloud_has_no_number_when_it_shows_none, setup),
        cmocka_unit_test_setup(the_prompt_is_of_the_chosen_theme, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
