/* SPDX-License-Identifier: MIT */
/* Protects line breaking: no line too wide, nothing lost, balancing never adds a line. */
#include "ui/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static size_t asked_bytes; /* of all that was measured */

/* A made-up font: ten pixels a character, and one less a line than the sum of its words, as a
 * shaper's rounding does. */
static int32_t fake_width(void *context, struct font font, const char *text, size_t bytes)
{
    (void)font;
    int32_t joints = 0;
    for (size_t i = 0; i < bytes; i++) {
        joints += text[i] == ' ' && bytes > 1;
    }
    *(int *)context += 1;
    asked_bytes += bytes;
    return (int32_t)bytes * 10 - joints;
}

static int asked;
static const struct text_ops ops = {.context = &asked, .width_px = fake_width};
static const struct font font = {FONT_TEXT, 10};

static const char sentence[] = "When a hard feeling hit, I found a safe way to steady myself.";

static struct text_kept kept_before;
static const struct text_ops keeping = {
    .context = &asked, .width_px = fake_width, .kept = &kept_before};

static uint32_t wrap(const struct text_ops *by, const char *text, int32_t width_px, bool balance,
                     struct text_line lines[TEXT_LINE_MAX])
{
    const struct text_column column = {font, NULL, width_px, balance};
    return text_wrap(by, &column, text, lines);
}

static uint32_t wrap_hard(const char *text, int32_t width_px, struct text_line lines[TEXT_LINE_MAX])
{
    const struct text_column column = {font, NULL, width_px, false};
    return text_wrap_hard(&ops, &column, text, lines);
}

/* The lines hold exactly the words of the text, in order. */
static void assert_whole(const char *text, const struct text_line *lines, uint32_t count)
{
    size_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        for (; at < lines[i].start; at++) {
            assert_true(text[at] == ' ' || text[at] == '\n');
        }
        assert_int_equal(at, lines[i].start);
        at += lines[i].bytes;
        if (lines[i].bytes > 0) {
            assert_true(text[lines[i].start] != ' ');
            assert_true(text[at - 1] != ' ');
        }
    }
    assert_int_equal(strspn(text + at, " \n"), strlen(text + at));
}

static void no_line_is_too_wide(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    for (int32_t width_px = 90; width_px < 700; width_px += 7) {
        for (int balance = 0; balance < 2; balance++) {
            uint32_t count = wrap(&ops, sentence, width_px, balance != 0, lines);
            assert_in_range(count, 1, TEXT_LINE_MAX);
            assert_whole(sentence, lines, count);
            for (uint32_t i = 0; i < count; i++) {
                assert_true(lines[i].width_px <= width_px);
                assert_int_equal(
                    lines[i].width_px,
                    fake_width(&asked, font, sentence + lines[i].start, lines[i].bytes));
            }
        }
    }
}

static int32_t widest(const struct text_line *lines, uint32_t count)
{
    int32_t most = 0;
    for (uint32_t i = 0; i < count; i++) {
        most = lines[i].width_px > most ? lines[i].width_px : most;
    }
    return most;
}

static void balance_keeps_the_line_count(void **state)
{
    (void)state;
    struct text_line plain[TEXT_LINE_MAX];
    struct text_line even[TEXT_LINE_MAX];
    int32_t gained_px = 0;
    for (int32_t width_px = 90; width_px < 700; width_px += 7) {
        uint32_t count = wrap(&ops, sentence, width_px, false, plain);
        assert_int_equal(wrap(&ops, sentence, width_px, true, even), count);
        assert_true(widest(even, count) <= width_px);
        gained_px += widest(plain, count) - widest(even, count);
    }
    assert_true(gained_px > 0);
}

/* Each line of a balanced text says one thing where that costs no line and leaves none very short.
 */
static void sentences_are_kept_whole(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    const char *text = "Would you like them added? You can also erase. Both are fine.";
    assert_int_equal(wrap(&ops, text, 400, true, lines), 2);
    assert_int_equal(lines[0].bytes, strlen("Would you like them added?"));
    /* A quotation mark may close the sentence; an Arabic question mark ends one. */
    text = "I say, \u201chear me.\u201d Then wait\u061f Then both go home now, at last.";
    const struct text_column column = {font, language_find("ar"), 330, true};
    assert_int_equal(text_wrap(&ops, &column, text, lines), 2);
    assert_int_equal(lines[1].start, strstr(text, "Then both") - text);
    /* A short one would look left over: the words are spread evenly instead. */
    text = "No. Then a long one comes after it, and ends at last.";
    assert_int_equal(wrap(&ops, text, 500, true, lines), 2);
    assert_true(lines[0].bytes > 20);
    /* No line is added, and none is wider, for the sake of it. */
    text = "One two three four. Five six seven eight nine ten eleven twelve.";
    assert_int_equal(wrap(&ops, text, 400, true, lines), 2);
    assert_true(lines[0].bytes > strlen("One two three four."));
}

/* Between sentences no break helps: then a comma is the better place, as long as the lines stay
 * about as wide as each other. */
static void commas_are_the_next_best(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    const char *text = "Anyone at this machine can read them, also when no meeting is open.";
    assert_int_equal(wrap(&ops, text, 500, true, lines), 2);
    assert_int_equal(lines[0].bytes, strlen("Anyone at this machine can read them,"));
    /* In Arabic words too, before a quotation mark that closes. */
    text = "aaaa bbbb cccc dddd\u060c\u00bb eeee ffff gggg hhhh iiii";
    assert_int_equal(wrap(&ops, text, 400, true, lines), 2);
    assert_int_equal(lines[1].start, strstr(text, "eeee") - text);
    /* Not one that leaves a line half as long as the other. */
    text = "Well then, one two three four five six seven eight.";
    assert_int_equal(wrap(&ops, text, 500, true, lines), 2);
    assert_true(lines[0].bytes > 20);
}

/* A heading is not broken after "the" or "de" where another place is as good. */
static void short_words_go_with_the_next(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    assert_int_equal(wrap(&ops, "Match the outline to a card", 200, true, lines), 2);
    assert_int_equal(lines[0].bytes, strlen("Match the outline"));
}

/* A last word has company wherever the word before it can come along; no line is added for it, and
 * none becomes wider than the column. */
static void no_word_stands_alone_at_the_end(void **state)
{
    (void)state;
    static const char text[] = "The true number is between fifty-one and 85.";
    struct text_line lines[TEXT_LINE_MAX];
    uint32_t company = 0;
    bool holds;
    for (int balance = 0; balance < 2; balance++) {
        for (int32_t width_px = 200; width_px < 450; width_px += 3) {
            const struct text_column column = {font, NULL, width_px, balance != 0};
            uint32_t count = text_wrap(&ops, &column, text, lines);
            assert_int_equal(count, text_lines(&ops, &column, text, &holds));
            assert_whole(text, lines, count);
            assert_true(widest(lines, count) <= width_px);
            assert_true(lines[count - 1].bytes >= strlen("and 85."));
            company += lines[count - 1].bytes == strlen("and 85.");
        }
    }
    assert_true(company > 0);
    /* The line above stays the longer one, and keeps two words. */
    assert_int_equal(wrap(&ops, "aa bb cc wonderful extraordinary", 250, false, lines), 2);
    assert_int_equal(lines[1].bytes, strlen("extraordinary"));
    assert_int_equal(wrap(&ops, "Goes to choice", 80, false, lines), 2);
    assert_int_equal(lines[1].bytes, strlen("choice"));
    /* Not across a line feed. */
    assert_int_equal(wrap(&ops, "one two three four\nfive", 500, false, lines), 2);
    assert_int_equal(lines[1].bytes, strlen("five"));
}

static void rounding_never_costs_a_line(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    /* Sum of words and blanks 110, as drawn 108. */
    assert_int_equal(wrap(&ops, "aaa bbb ccc", 108, false, lines), 1);
    assert_int_equal(lines[0].width_px, 108);
    assert_int_equal(wrap(&ops, "aaa bbb ccc", 107, false, lines), 2);
}

/* Lines that are wider as drawn than the sum of their words, or narrower. */
static int32_t fake_wider(void *context, struct font by, const char *text, size_t bytes)
{
    int32_t joints = 0;
    for (size_t i = 0; i < bytes; i++) {
        joints += text[i] == ' ' && bytes > 1;
    }
    return fake_width(context, by, text, bytes) + 2 * joints;
}

/* Where rounding alone decides that a text takes two lines, they are even all the same. */
static void rounding_leaves_lines_even(void **state)
{
    (void)state;
    static const char text[] = "Match the outline with cards";
    static const struct text_ops wider = {.context = &asked, .width_px = fake_wider};
    struct text_line lines[TEXT_LINE_MAX];
    const struct text_column column = {font, NULL, 281, true}; /* 280 by sums, 284 as drawn */
    assert_int_equal(text_wrap(&wider, &column, text, lines), 2);
    assert_int_equal(lines[1].bytes, strlen("with cards"));
    /* Two long words are 170 by sums, 169 as drawn. */
    assert_int_equal(wrap(&ops, "aaaaaaaa bbbbbbbb cccccccc dddddddd ii", 169, true, lines), 3);
    assert_int_equal(lines[2].bytes, strlen("dddddddd ii"));
}

static void one_long_word_stands_alone(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    uint32_t count = wrap(&ops, "a Rechtsschutzversicherung b", 60, true, lines);
    assert_int_equal(count, 3);
    assert_int_equal(lines[1].start, 2);
    assert_int_equal(lines[1].width_px, 240);
}

static void line_feeds_break(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    const char *text = "one two\n\n  three ";
    uint32_t count = wrap(&ops, text, 1000, true, lines);
    assert_int_equal(count, 3);
    assert_int_equal(lines[0].bytes, 7);
    assert_int_equal(lines[1].bytes, 0);
    assert_int_equal(lines[2].start, 11);
    assert_int_equal(lines[2].bytes, 5);
}

static void nothing_is_one_line(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    assert_int_equal(wrap(&ops, "", 100, true, lines), 1);
    assert_int_equal(lines[0].bytes, 0);
    assert_int_equal(lines[0].width_px, 0);
    assert_int_equal(wrap(&ops, "   ", 100, true, lines), 1);
    assert_int_equal(lines[0].bytes, 0);
}

static void a_long_word_is_cut_as_the_last_resort(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    const char *text = "ab cdefghijklm no";
    uint32_t count = wrap_hard(text, 50, lines);
    assert_int_equal(count, 4);
    for (uint32_t i = 0; i < count; i++) {
        assert_true(lines[i].width_px <= 50);
    }
    assert_memory_equal(text + lines[1].start, "cdefg", 5);
    assert_memory_equal(text + lines[2].start, "hijkl", 5);
    /* No mark is parted from its letter, no sequence of bytes is cut. */
    text = "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301";
    count = wrap_hard(text, 80, lines);
    assert_int_equal(count, 3);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(lines[i].bytes, 6);
    }
    /* One character wider than the line still stands somewhere. */
    assert_int_equal(wrap_hard("abc", 1, lines), 3);
}

/* Without blanks, at the language's word: between two characters, but for signs that cling to one.
 */
static void a_language_may_break_anywhere(void **state)
{
    (void)state;
    static const struct language japanese = {
        .tag = "ja", .breaks = BREAKS_ANYWHERE, .ends = "\u3002"};
    struct text_line lines[TEXT_LINE_MAX];
    const char *text = "一二三四五六。七「八九」ab十";
    struct text_column column = {font, &japanese, 180, false}; /* six characters of three bytes */
    uint32_t count = text_wrap(&ops, &column, text, lines);
    assert_int_equal(count, 3);
    for (uint32_t i = 0; i < count; i++) {
        assert_true(lines[i].width_px <= 180);
    }
    assert_memory_equal(text + lines[0].start, "一二三四五", lines[0].bytes);
    assert_memory_equal(text + lines[1].start, "六。七「八", lines[1].bytes);
    assert_memory_equal(text + lines[2].start, "九」ab十", lines[2].bytes);
    /* Sentences are kept whole there too. */
    text = "一二三四五六。七八九十。";
    column = (struct text_column){font, &japanese, 240, true};
    assert_int_equal(text_wrap(&ops, &column, text, lines), 2);
    assert_int_equal(lines[0].bytes, strlen("一二三四五六。"));
    /* In a language that breaks at blanks it is one long word. */
    column.language = NULL;
    assert_int_equal(text_wrap(&ops, &column, text, lines), 1);
}

static void too_many_lines_are_told(void **state)
{
    (void)state;
    struct text_line lines[TEXT_LINE_MAX];
    char text[2 * 2000 + 1];
    for (size_t i = 0; i + 2 < sizeof text; i += 2) {
        text[i] = 'a';
        text[i + 1] = ' ';
    }
    text[2 * TEXT_LINE_MAX] = '\0';
    assert_int_equal(wrap(&ops, text, 10, false, lines), TEXT_LINE_MAX);
    text[2 * TEXT_LINE_MAX] = 'a';
    text[2 * TEXT_LINE_MAX + 1] = '\0';
    assert_int_equal(wrap(&ops, text, 10, false, lines), TEXT_LINE_MAX + 1);
    text[2 * TEXT_LINE_MAX + 1] = ' ';
    text[sizeof text - 1] = '\0';
    assert_int_equal(wrap(&ops, text, 1000000, false, lines), TEXT_LINE_MAX + 1);
}

/* What is kept answers as what is measured does, asks nobody, and answers nothing else: another
 * text, width, font or way of breaking. */
static void what_is_kept_is_the_same(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {sentence, "When a hard feeling hit, I found a safe way.",
                                        "", "a Rechtsschutzversicherung b"};
    struct text_line measured[TEXT_LINE_MAX], kept[TEXT_LINE_MAX];
    int first_asked = 0;
    for (int round = 0; round < 2; round++) {
        asked = 0;
        for (uint32_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++) {
            for (int32_t width_px = 100; width_px < 700; width_px += 60) {
                for (int balance = 0; balance < 2; balance++) {
                    uint32_t count = wrap(&keeping, TEXTS[i], width_px, balance != 0, kept);
                    int after = asked;
                    assert_int_equal(wrap(&ops, TEXTS[i], width_px, balance != 0, measured), count);
                    assert_memory_equal(kept, measured, count * sizeof(kept[0]));
                    asked = after;
                }
            }
        }
        first_asked = round == 0 ? asked : first_asked;
    }
    assert_true(asked * 10 < first_asked); /* two that share a place may push each other out */
}

/* How many lines there are is the same, told or counted, and so is whether a word is too wide. */
static void lines_are_counted_as_they_break(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {sentence,
                                        "",
                                        "   ",
                                        "one two\n\n  three ",
                                        "a Rechtsschutzversicherung b",
                                        " I am. You are too. "};
    struct text_line lines[TEXT_LINE_MAX];
    for (uint32_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++) {
        for (int32_t width_px = 10; width_px < 700; width_px += 7) {
            const struct text_column column = {font, NULL, width_px, i % 2 == 0};
            bool holds, kept_holds;
            uint32_t count = text_wrap(&ops, &column, TEXTS[i], lines);
            assert_int_equal(text_lines(&ops, &column, TEXTS[i], &holds), count);
            for (int round = 0; round < 2; round++) {
                assert_int_equal(text_lines(&keeping, &column, TEXTS[i], &kept_holds), count);
                assert_int_equal(kept_holds, holds);
            }
            assert_int_equal(holds, widest(lines, count) <= width_px);
        }
    }
}

/* Measuring costs by the letter: a text that stands on one line is measured as that line alone, one
 * of several lines word by word and then line by line, and counting its lines measures none. */
static void no_letter_is_measured_in_vain(void **state)
{
    (void)state;
    static struct text_kept nothing;
    struct text_line lines[TEXT_LINE_MAX];
    const size_t bytes = sizeof(sentence) - 1;
    bool holds;
    for (int32_t width_px = 90; width_px < 900; width_px += 7) {
        const struct text_column column = {font, NULL, width_px, true};
        kept_before = nothing;
        asked_bytes = 0;
        uint32_t count = text_lines(&keeping, &column, sentence, &holds);
        size_t counted = asked_bytes;
        asked = 0;
        assert_int_equal(text_lines(&keeping, &column, sentence, &holds), count);
        assert_int_equal(text_wrap(&keeping, &column, sentence, lines), count);
        if (count == 1) {
            assert_int_equal(counted, bytes);
            assert_int_equal(asked, 0);
        } else if (width_px < (int32_t)bytes * 4) { /* the text is not tried as one line */
            assert_true(counted < bytes * 2);       /* some lines are near the edge */
            assert_true(asked_bytes - counted <= bytes * 2);
        }
    }
}

/* "I" stays with its verb, and with no width to spare it breaks as any word does. */
static void no_line_ends_on_one_letter(void **state)
{
    (void)state;
    static const char text[] = "as soon as I saw it y luego";
    struct text_line lines[TEXT_LINE_MAX];
    for (int32_t width = 70; width < 300; width += 5) {
        uint32_t count = wrap(&ops, text, width, false, lines);
        assert_whole(text, lines, count);
        for (uint32_t i = 0; i < count; i++) {
            const char *end = text + lines[i].start + lines[i].bytes;
            assert_false(lines[i].bytes > 1 && end[-2] == ' ');
            assert_true(lines[i].width_px <= width);
        }
    }
    uint32_t count = wrap(&ops, "a wonderful I", 90, false, lines);
    assert_int_equal(count, 3);
    count = wrap(&ops, "I wonder", 60, false, lines);
    assert_int_equal(count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_is_the_same),
        cmocka_unit_test(lines_are_counted_as_they_break),
        cmocka_unit_test(no_letter_is_measured_in_vain),
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(balance_keeps_the_line_count),
        cmocka_unit_test(sentences_are_kept_whole),
        cmocka_unit_test(commas_are_the_next_best),
        cmocka_unit_test(short_words_go_with_the_next),
        cmocka_unit_test(no_word_stands_alone_at_the_end),
        cmocka_unit_test(rounding_never_costs_a_line),
        cmocka_unit_test(rounding_leaves_lines_even),
        cmocka_unit_test(one_long_word_stands_alone),
        cmocka_unit_test(line_feeds_break),
        cmocka_unit_test(nothing_is_one_line),
        cmocka_unit_test(a_long_word_is_cut_as_the_last_resort),
        cmocka_unit_test(a_language_may_break_anywhere),
        cmocka_unit_test(too_many_lines_are_told),
        cmocka_unit_test(no_line_ends_on_one_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
