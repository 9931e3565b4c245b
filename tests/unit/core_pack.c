/* SPDX-License-Identifier: MIT */
/* Protects the questions: the pack that ships is read whole and in order, and every fault in a pack
 * is told with its line and column, all at once, whatever the bytes. */
#include "core/pack.h"
#include "core/pack_problem.h"
#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct pack pack;
static struct pack_errors errors;

static const char *const base[] = {
    "pack small 3",        "[theme calm]",      "name = Calm",        "spoken = Calm. A word.",
    "[question q1]",       "theme = calm",      "statement = One.",   "guidance = Hint.",
    "short = S.",          "subject = Subject", "[question q2]",      "theme = calm",
    "statement = Two.",    "guidance = Hint.",  "short = S.",         "subject = Subject",
    "[question q3]",       "theme = calm",      "statement = Three.", "guidance = Hint.",
    "short = S.",          "subject = Subject", "[question q4]",      "theme = calm",
    "statement = Four.",   "guidance = Hint.",  "short = S.",         "subject = Subject",
    "[practice calm.one]", "text = Do this.",   "[prompt calm.one]",  "text = Why?",
};
enum { BASE_LINES = sizeof base / sizeof base[0] };

/* The base with one line replaced (from 1; 0: none), in text. */
static size_t make(char *text, size_t size, uint32_t line, const char *replacement)
{
    size_t length = 0;
    for (uint32_t i = 0; i < BASE_LINES; i++) {
        const char *source = i + 1 == line ? replacement : base[i];
        length += (size_t)snprintf(text + length, size - length, "%s\n", source);
        assert_true(length < size);
    }
    return length;
}

static enum status parse(const char *text, size_t length)
{
    /* Exactly as many bytes as there are, so that a checker sees one read too far. */
    char *copy = malloc(length > 0 ? length : 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    enum status status = pack_parse(copy, length, &pack, &errors);
    free(copy);
    return status;
}

static void assert_error(uint32_t index, uint32_t line, uint32_t column, enum pack_problem problem,
                         const char *value)
{
    assert_true(index < errors.count);
    assert_int_equal(errors.item[index].problem, problem);
    assert_int_equal(errors.item[index].line, line);
    assert_int_equal(errors.item[index].column, column);
    assert_string_equal(errors.item[index].value, value);
}

static void test_base_is_read(void **state)
{
    (void)state;
    char text[2048];
    assert_int_equal(parse(text, make(text, sizeof text, 0, NULL)), STATUS_OK);
    assert_int_equal(errors.count, 0);
    assert_string_equal(pack.name, "small");
    assert_int_equal(pack.version, 3);
    assert_int_equal(pack.theme_count, 1);
    assert_int_equal(pack.question_count, 4);
    assert_string_equal(pack.question[2].statement, "Three.");
    assert_string_equal(pack.question[2].brief, "S.");
    assert_string_equal(pack.practice[0].id, "calm.one");
    assert_string_equal(pack.practice[0].spoken, "");
}

static void test_spaces_remarks_and_blank_lines_change_nothing(void **state)
{
    (void)state;
    char text[2048];
    size_t length = make(text, sizeof text, 7, "\n  # remark\n  statement  =   One = 1.  ");
    assert_int_equal(parse(text, length), STATUS_OK);
    assert_string_equal(pack.question[0].statement, "One = 1.");
}

static void test_each_problem_has_its_place(void **state)
{
    (void)state;
    static const struct {
        uint32_t at; /* line of the base that is replaced */
        const char *replacement;
        uint32_t line, column;
        enum pack_problem problem;
        const char *value;
    } cases[] = {
        {1, "\xEF\xBB\xBFpack small 3", 1, 1, PACK_BYTE_ORDER_MARK, ""},
        {1, "pack small", 1, 1, PACK_HEADER, "pack small"},
        {1, "pack small 03", 1, 1, PACK_HEADER, "pack small 03"},
        {1, "pack Small 3", 1, 1, PACK_HEADER, "pack Small 3"},
        {1, "pack small 3 4", 1, 1, PACK_HEADER, "pack small 3 4"},
        {1, "pack small 9999999", 1, 1, PACK_HEADER, "pack small 9999999"},
        {1, "# none", 2, 1, PACK_HEADER, "[theme calm]"},
        {1, "pack small 3\npack small 3", 2, 1, PACK_SYNTAX, "pack small 3"},
        {1, "pack small 3\n  name = early", 2, 3, PACK_KEY_OUTSIDE, "name"},
        {7, "statement = caf\xE9.", 7, 16, PACK_UTF8, "0xE9"},
        {7, "statement = \xC0\xAF", 7, 13, PACK_UTF8, "0xC0"},
        {7, "statement = é One.\r", 7, 19, PACK_CARRIAGE_RETURN, "U+000D"},
        {7, "statement\t= One.", 7, 10, PACK_TAB, "U+0009"},
        {7, "statement = \x1B[31m", 7, 13, PACK_CONTROL, "U+001B"},
        {7, "statement = \xC2\x85", 7, 13, PACK_CONTROL, "U+0085"},
        {7, "statement = \u202EOne.", 7, 13, PACK_INVISIBLE, "U+202E"},
        {7, "statement = O\u2066ne.", 7, 14, PACK_INVISIBLE, "U+2066"},
        {7, "statement = O\u200Bne.", 7, 14, PACK_INVISIBLE, "U+200B"},
        {7, "statement = On\u00ADe.", 7, 15, PACK_INVISIBLE, "U+00AD"},
        {7, "statement = \U000E0041One.", 7, 13, PACK_INVISIBLE, "U+E0041"},
        {7, "statement = \u00A0\u2003", 7, 1, PACK_TEXT_EMPTY, "statement"},
        {7, "statement = \u200D\u200F", 7, 1, PACK_TEXT_EMPTY, "statement"},
        {7, "statement = One.\nOne.", 8, 1, PACK_SYNTAX, "One."},
        {7, "statement = One.\n = One.", 8, 2, PACK_SYNTAX, "= One."},
        {7, "statement = One.\nStatement = One.", 8, 1, PACK_KEY_UNKNOWN, "Statement"},
        {7, "statement = One.\nspoken = One.", 8, 1, PACK_KEY_UNKNOWN, "spoken"},
        {7, "statement = One.\n  statement = 1.", 8, 3, PACK_KEY_TWICE, "statement"},
        {7, "", 5, 1, PACK_KEY_MISSING, "statement"},
        {7, " statement =  ", 7, 2, PACK_TEXT_EMPTY, "statement"},
        {6, "theme = clam", 6, 9, PACK_THEME_MISSING, "clam"},
        {29, "[practice loud.one]", 29, 11, PACK_THEME_MISSING, "loud"},
        {29, "[practice calm]", 29, 11, PACK_ITEM_ID, "calm"},
        {29, "[practice calm.]", 29, 11, PACK_ITEM_ID, "calm."},
        {29, "[practice calm.a.b]", 29, 11, PACK_ITEM_ID, "calm.a.b"},
        {29, "[practice calm.abcdefghijklmnopqrs]", 29, 11, PACK_ITEM_ID,
         "calm.abcdefghijklmnopqrs"},
        {31, "[prompt calm.one]\ntext = Why?\n[prompt calm.one]", 33, 9, PACK_SECTION_TWICE,
         "calm.one"},
        {2, "[theme calm]\nname = A\nspoken = A.\n[theme calm]", 5, 8, PACK_SECTION_TWICE, "calm"},
        {29, "[practise calm.one]", 29, 2, PACK_SECTION_UNKNOWN, "practise"},
        {29, "[]", 29, 2, PACK_SECTION_UNKNOWN, ""},
        {29, "[", 29, 1, PACK_SYNTAX, "["},
        {29, "[practice calm.one] x", 29, 1, PACK_SYNTAX, "[practice calm.one] x"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[2048];
        size_t length = make(text, sizeof text, cases[i].at, cases[i].replacement);
        assert_int_equal(parse(text, length), STATUS_INVALID);
        assert_error(errors.count - 1, cases[i].line, cases[i].column, cases[i].problem,
                     cases[i].value);
        /* A practice that cannot be read also leaves its theme without one. */
        if (errors.count == 2) {
            assert_int_equal(cases[i].at, 29);
            assert_error(0, 2, 1, PACK_THEME_NO_PRACTICE, "calm");
        } else {
            assert_int_equal(errors.count, 1);
        }
    }
}

/* The last heading of each kind taken away leaves the theme bare. */
static void test_themes_need_all_three(void **state)
{
    (void)state;
    static const char more[] = "[theme bare]\nname = B\nspoken = B.\n";
    char text[2048];
    size_t length = make(text, sizeof text, 0, NULL);
    memcpy(text + length, more, sizeof more);
    assert_int_equal(parse(text, length + sizeof more - 1), STATUS_INVALID);
    assert_int_equal(errors.count, 3);
    assert_error(0, 33, 1, PACK_THEME_UNUSED, "bare");
    assert_error(1, 33, 1, PACK_THEME_NO_PRACTICE, "bare");
    assert_error(2, 33, 1, PACK_THEME_NO_PROMPT, "bare");
}

static void test_limits(void **state)
{
    (void)state;
    char text[8192];
    char line[PACK_LINE_MAX + 3];
    memset(line, 'x', sizeof line);
    memcpy(line, "statement = ", 12);
    line[12 + PACK_TEXT_BYTES - 1] = '\0';
    assert_int_equal(parse(text, make(text, sizeof text, 7, line)), STATUS_OK);
    line[12 + PACK_TEXT_BYTES - 1] = 'x';
    line[12 + PACK_TEXT_BYTES] = '\0';
    assert_int_equal(parse(text, make(text, sizeof text, 7, line)), STATUS_INVALID);
    assert_error(0, 7, 13, PACK_TEXT_LONG, "239");

    memset(line, '#', sizeof line);
    line[PACK_LINE_MAX] = '\0';
    assert_int_equal(parse(text, make(text, sizeof text, 1, line)), STATUS_INVALID);
    assert_int_equal(errors.item[0].problem, PACK_HEADER); /* and nothing of the length */
    line[PACK_LINE_MAX] = '#';
    line[PACK_LINE_MAX + 1] = '\0';
    assert_int_equal(parse(text, make(text, sizeof text, 1, line)), STATUS_INVALID);
    assert_error(0, 1, PACK_LINE_MAX + 1, PACK_LINE_LONG, "320");

    size_t length = make(text, sizeof text, 0, NULL);
    for (int i = 5; i <= 8; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length,
                                   "[question q%d]\ntheme = calm\nstatement = S\nguidance = G\n"
                                   "short = S\nsubject = S\n",
                                   i);
    }
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_int_equal(errors.count, 1);
    assert_error(0, 33 + 3 * 6, 11, PACK_SECTION_MANY, "7");
}

static void test_length_of_an_id(void **state)
{
    (void)state;
    char text[2048];
    size_t length = make(text, sizeof text, 11, "[question abcdefghijklmnopqrstuvw]");
    assert_int_equal(parse(text, length), STATUS_OK);
    assert_int_equal(strlen(pack.question[1].id), PACK_ID_BYTES - 1);
    length = make(text, sizeof text, 11, "[question abcdefghijklmnopqrstuvwx]");
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_error(0, 11, 11, PACK_ID, "abcdefghijklmnopqrstuvwx");
    length = make(text, sizeof text, 11, "[question -q]");
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_error(0, 11, 11, PACK_ID, "-q");
}

/* In the report's table they stand beside each other and beside "all". */
static void test_ids_are_told_apart(void **state)
{
    (void)state;
    static const char *const REFUSED[] = {"all", "1e5", "+1", "-2", "2", "=a"};
    char text[2048], line[64];
    for (size_t i = 0; i < sizeof(REFUSED) / sizeof(REFUSED[0]); i++) {
        snprintf(line, sizeof(line), "[question %s]", REFUSED[i]);
        size_t length = make(text, sizeof text, 11, line);
        assert_int_equal(parse(text, length), STATUS_INVALID);
        assert_error(0, 11, 11, PACK_ID, REFUSED[i]);
    }
    size_t length = make(text, sizeof text, 11, "[question calm]"); /* a theme's */
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_error(0, 11, 11, PACK_SECTION_TWICE, "calm");
    length = make(text, sizeof text, 11, "[question all-2]");
    assert_int_equal(parse(text, length), STATUS_OK);
}

static void test_too_few_questions(void **state)
{
    (void)state;
    char text[2048];
    size_t length = make(text, sizeof text, 23, "[prompt calm.two]\ntext = T\n[nothing q4]");
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_int_equal(errors.count, 2);
    assert_error(0, 25, 2, PACK_SECTION_UNKNOWN, "nothing");
    assert_error(1, BASE_LINES + 2, 1, PACK_QUESTION_FEW, "4");
}

static void test_empty_and_cut_files(void **state)
{
    (void)state;
    assert_int_equal(parse("", 0), STATUS_INVALID);
    assert_int_equal(errors.count, 1);
    assert_error(0, 1, 1, PACK_FILE_EMPTY, "");
    assert_int_equal(parse("# only\n\n", 8), STATUS_INVALID);
    assert_error(0, 1, 1, PACK_FILE_EMPTY, "");

    char text[2048];
    size_t length = make(text, sizeof text, 0, NULL);
    assert_int_equal(parse(text, length - 1), STATUS_INVALID);
    assert_int_equal(errors.count, 1);
    assert_error(0, BASE_LINES, 12, PACK_FILE_CUT, "");
    for (size_t cut = 0; cut < length; cut++) {
        assert_int_equal(parse(text, cut), STATUS_INVALID);
    }
}

static void test_nul_is_a_control_character(void **state)
{
    (void)state;
    char text[2048];
    size_t length = make(text, sizeof text, 7, "statement = On@.");
    *strchr(text, '@') = '\0';
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_int_equal(errors.count, 1);
    assert_error(0, 7, 15, PACK_CONTROL, "U+0000");
}

static void test_many_problems_at_once_in_order(void **state)
{
    (void)state;
    char text[2048];
    size_t length = make(text, sizeof text, 6, "theme = nobody\ncolour = red");
    char *statement = strstr(text, "statement = Two.");
    memcpy(statement, "statement = T\xFFo.", 16);
    char *brief = strstr(statement, "short");
    memcpy(brief, "SHORT", 5);
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_int_equal(errors.count, 5);
    assert_error(0, 6, 9, PACK_THEME_MISSING, "nobody");
    assert_error(1, 7, 1, PACK_KEY_UNKNOWN, "colour");
    assert_error(2, 12, 1, PACK_KEY_MISSING, "short");
    assert_error(3, 14, 14, PACK_UTF8, "0xFF");
    assert_error(4, 16, 1, PACK_KEY_UNKNOWN, "SHORT");
}

/* Windows line ends: told on every line, counted beyond the list, and nothing else made of them. */
static void test_carriage_returns_bring_no_other_problem(void **state)
{
    (void)state;
    char text[4096];
    size_t length = 0;
    for (uint32_t i = 0; i < BASE_LINES; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length,
                                   "%s\r\n# remark\r\n# more\r\n", base[i]);
    }
    assert_int_equal(parse(text, length), STATUS_INVALID);
    assert_int_equal(errors.count, 3 * BASE_LINES);
    for (uint32_t i = 0; i < PACK_ERROR_MAX; i++) {
        assert_int_equal(errors.item[i].problem, PACK_CARRIAGE_RETURN);
        assert_int_equal(errors.item[i].line, i + 1);
    }
}

static void test_failure_leaves_the_pack_alone(void **state)
{
    (void)state;
    char text[2048];
    assert_int_equal(parse(text, make(text, sizeof text, 0, NULL)), STATUS_OK);
    static struct pack before;
    before = pack;
    assert_int_equal(parse(text, make(text, sizeof text, 32, "text =")), STATUS_INVALID);
    assert_memory_equal(&before, &pack, sizeof pack);
}

static void test_huge_file_is_not_read(void **state)
{
    (void)state;
    static char huge[PACK_BYTES_MAX + 1];
    memset(huge, '\n', sizeof huge);
    assert_int_equal(pack_parse(huge, sizeof huge, &pack, &errors), STATUS_LIMIT);
    assert_int_equal(errors.count, 1);
    assert_error(0, 1, 1, PACK_FILE_LONG, "65536");
    assert_int_equal(pack_parse(huge, sizeof huge - 1, &pack, &errors), STATUS_INVALID);
    assert_error(0, 1, 1, PACK_FILE_EMPTY, "");
}

/* A fixed sequence, so that a failure comes again. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void test_damaged_packs_are_survived(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 4000; round++) {
        char text[2048];
        size_t length = make(text, sizeof text, 0, NULL);
        uint32_t damage = next_random(&seed) % 8;
        for (uint32_t i = 0; i <= damage; i++) {
            static const char tempting[] = "[]= \n\r\t#.\"\x80\xFF\xC3";
            char byte = round % 2 == 0 ? (char)next_random(&seed)
                                       : tempting[next_random(&seed) % sizeof tempting];
            text[next_random(&seed) % length] = byte;
        }
        if (parse(text, length) == STATUS_OK) {
            assert_int_equal(errors.count, 0);
            continue;
        }
        assert_true(errors.count > 0);
        for (uint32_t i = 0; i < errors.count && i < PACK_ERROR_MAX; i++) {
            const struct pack_error *error = &errors.item[i];
            assert_true(error->line >= 1 && error->column >= 1);
            assert_true(utf8_is_clean(error->value, strlen(error->value)));
            assert_null(strchr(error->value, '\n'));
        }
    }
}

static void test_every_problem_has_words(void **state)
{
    (void)state;
    for (int i = 0; i < PACK_PROBLEM_COUNT; i++) {
        enum message_id id = pack_problem_message((enum pack_problem)i);
        assert_in_range(id, MSG_CLI_PACK_FILE_EMPTY, MSG_CLI_PACK_QUESTION_FEW);
        for (int other = 0; other < i; other++) {
            assert_int_not_equal(id, pack_problem_message((enum pack_problem)other));
        }
    }
}

static void test_series_text(void **state)
{
    (void)state;
    char text[2048];
    assert_int_equal(parse(text, make(text, sizeof text, 0, NULL)), STATUS_OK);
    static const char all[] = "met\nq1\nOne.\nHint.\nq2\nTwo.\nHint.\n"
                              "q3\nThree.\nHint.\nq4\nFour.\nHint.\n";
    static const char some[] = "week\nq1\nOne.\nHint.\nq4\nFour.\nHint.\n";
    char out[256] = {0};
    assert_int_equal(pack_series_text(&pack, 0, "met", out, sizeof out), sizeof all - 1);
    assert_memory_equal(out, all, sizeof all - 1);
    assert_int_equal(pack_series_text(&pack, 6, "week", out, sizeof out), sizeof some - 1);
    assert_memory_equal(out, some, sizeof some - 1);
    memset(out, '#', sizeof out);
    assert_int_equal(pack_series_text(&pack, 0, "met", out, 5), sizeof all - 1);
    assert_memory_equal(out, "met\nq#", 6);
}

static void test_the_pack_that_ships(void **state)
{
    (void)state;
    static char bytes[PACK_BYTES_MAX];
    FILE *file = fopen("assets/packs/integrity.pack", "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_int_equal(parse(bytes, length), STATUS_OK);
    static const char *const order[] = {"q1", "q2", "q4", "q5", "q3", "q6", "q7"};
    static const char *const theme[] = {"steady", "open",   "open",    "grounded",
                                        "caring", "caring", "grounded"};
    assert_int_equal(pack.question_count, 7);
    for (uint32_t i = 0; i < 7; i++) {
        assert_string_equal(pack.question[i].id, order[i]);
        assert_string_equal(pack.theme[pack.question[i].theme].id, theme[i]);
        assert_int_equal(pack_question_index(&pack, order[i]), i);
    }
    assert_int_equal(pack.theme_count, 4);
    assert_int_equal(pack.practice_count, 15);
    assert_int_equal(pack.prompt_count, 17);
    assert_string_equal(pack.theme[3].id, "caring");
    assert_int_equal(pack_question_index(&pack, "q8"), -1);
    for (uint32_t i = 0; i < pack.practice_count; i++) {
        const char *id = pack.theme[pack.practice[i].theme].id;
        assert_memory_equal(pack.practice[i].id, id, strlen(id));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_base_is_read),
        cmocka_unit_test(test_spaces_remarks_and_blank_lines_change_nothing),
        cmocka_unit_test(test_each_problem_has_its_place),
        cmocka_unit_test(test_themes_need_all_three),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_length_of_an_id),
        cmocka_unit_test(test_ids_are_told_apart),
        cmocka_unit_test(test_too_few_questions),
        cmocka_unit_test(test_empty_and_cut_files),
        cmocka_unit_test(test_nul_is_a_control_character),
        cmocka_unit_test(test_many_problems_at_once_in_order),
        cmocka_unit_test(test_carriage_returns_bring_no_other_problem),
        cmocka_unit_test(test_failure_leaves_the_pack_alone),
        cmocka_unit_test(test_huge_file_is_not_read),
        cmocka_unit_test(test_damaged_packs_are_survived),
        cmocka_unit_test(test_every_problem_has_words),
        cmocka_unit_test(test_series_text),
        cmocka_unit_test(test_the_pack_that_ships),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
