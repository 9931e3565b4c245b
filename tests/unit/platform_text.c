/* SPDX-License-Identifier: MIT */
/* Protects the order of mixed scripts, the sizes that layout is built on, and the two readers of
 * bytes that come from outside the program: UTF-8 and font tables. */
#include "text_rig.h"

#include "core/dialled.h"
#include "core/direction.h"
#include "core/utf8.h"
#include "platform/display/sfnt.h"
#include "ui/keyboard.h"

#include <stdio.h>
#include <string.h>

#include <fribidi.h>

static struct text_ops ops;
static const struct font font = {FONT_TEXT, 40};

static int open_measure(void **state)
{
    if (open_engine(state) != 0) {
        return -1;
    }
    ops = text_measure(engine);
    return 0;
}

/* The runs as they stand from left to right, "|" between them. */
static const char *visual(const char *text, bool rtl)
{
    static char line[256];
    struct text_run runs[TEXT_RUN_MAX];
    uint32_t count = text_runs(engine, font, rtl, text, strlen(text), runs);
    line[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, "%s%.*s", i > 0 ? "|" : "", (int)runs[i].bytes,
                 text + runs[i].start);
    }
    return line;
}

static int32_t width(const char *text)
{
    return text_width(&ops, font, text, strlen(text));
}

#define ADAD "\xD8\xB9\xD8\xAF\xD8\xAF" /* a word in Arabic, three letters */
#define MIN  "\xD9\x85\xD9\x86"         /* and one of two */
#define LRI  "\u2066"
#define RLI  "\u2067"
#define PDI  "\u2069"

static void latin_is_one_run(void **state)
{
    (void)state;
    assert_string_equal(visual("Take a quiet moment, 12/20 (ABC).", false),
                        "Take a quiet moment, 12/20 (ABC).");
    assert_string_equal(visual("Se\xC3\xB1or\xE2\x80\xA6", false), "Se\xC3\xB1or\xE2\x80\xA6");
}

static void numbers_keep_their_order_in_arabic(void **state)
{
    (void)state;
    struct text_run runs[TEXT_RUN_MAX];
    const char *text = ADAD " 12 " MIN " 20";
    uint32_t count = text_runs(engine, font, true, text, strlen(text), runs);
    char joined[128] = "";
    for (uint32_t i = 0; i < count; i++) {
        strncat(joined, text + runs[i].start, runs[i].bytes);
        bool digits = memchr("12", text[runs[i].start], 2) != NULL;
        if (digits) {
            assert_int_equal(runs[i].level % 2, 0); /* drawn left to right: 12 is not 21 */
        }
    }
    /* From left to right: the last number first, each number as it was written. */
    assert_string_equal(joined, "20 " MIN " 12 " ADAD);
    assert_non_null(strstr(visual("12/20 " ADAD, true), "12/20"));
    assert_string_equal(visual("ABC.", true), ".|ABC");
}

/* What a value does to the words around it, as people see it. */
static void values_turn_nothing_around_them(void **state)
{
    (void)state;
    static const struct {
        const char *before, *value, *after;
        bool rtl;
        const char *seen; /* without marks */
    } CASES[] = {
        /* The stop stays at the end of the English sentence, the name's own within the name. */
        {"Drive ", ADAD " 2.", ".", false, "Drive .2 " ADAD "."},
        {"Drive ", "\u202eABC", " (2).", false, "Drive ABC (2)."},
        /* A minus stands before its number in Arabic words too. */
        {ADAD " ", "-2", " " MIN, true, MIN " -2 " ADAD},
        {ADAD " ", "A (B).", " " MIN, true, MIN " A (B). " ADAD},
        /* A value made of values alone, as a month and its year are, runs as its language does. */
        {"", RLI MIN PDI " " LRI "20" PDI, " " ADAD, true, ADAD " 20 " MIN},
        {"AA ", RLI MIN PDI " " LRI "20" PDI, "", false, "AA " MIN " 20"},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        char text[128], apart[64], seen[256] = "";
        struct text_run runs[TEXT_RUN_MAX];
        direction_isolate(CASES[i].value, CASES[i].rtl, apart, sizeof(apart));
        (void)snprintf(text, sizeof(text), "%s%s%s", CASES[i].before, apart, CASES[i].after);
        assert_int_equal(direction_is_rtl(text, strlen(text), CASES[i].rtl), CASES[i].rtl);
        assert_int_equal(ops.missing(ops.context, font, text, strlen(text)), 0);
        uint32_t count = text_runs(engine, font, CASES[i].rtl, text, strlen(text), runs);
        for (uint32_t k = 0; k < count; k++) {
            strncat(seen, text + runs[k].start, runs[k].bytes);
        }
        seen[direction_strip(seen, strlen(seen), seen)] = '\0';
        assert_string_equal(seen, CASES[i].seen);
    }
}

/* The groups of a telephone number turn round in Arabic words, unless they are marked. */
static void telephone_numbers_keep_their_order_in_arabic(void **state)
{
    (void)state;
    static const char *const NUMBERS[] = {"555 0100", "+1 555-0100", "(02) 555 01 00", "*123#",
                                          "\u0665\u0665\u0665 \u0660\u0661\u0660\u0660"};
    for (size_t i = 0; i < sizeof(NUMBERS) / sizeof(NUMBERS[0]); i++) {
        for (int rtl = 0; rtl < 2; rtl++) {
            char text[128], marked[DIALLED_BYTES(sizeof(text))], seen[256] = "";
            struct text_run runs[TEXT_RUN_MAX];
            (void)snprintf(text, sizeof(text), ADAD " %s " MIN, NUMBERS[i]);
            size_t length = dialled_copy(text, marked, sizeof(marked));
            assert_int_equal(ops.missing(ops.context, font, marked, length), 0);
            uint32_t count = text_runs(engine, font, rtl != 0, marked, length, runs);
            for (uint32_t k = 0; k < count; k++) {
                strncat(seen, marked + runs[k].start, runs[k].bytes);
            }
            for (char *mark = strstr(seen, "\u200e"); mark != NULL; mark = strstr(seen, "\u200e")) {
                memmove(mark, mark + 3, strlen(mark + 3) + 1);
            }
            if (strstr(seen, NUMBERS[i]) == NULL) {
                fail_msg("%s is seen as %s", text, seen);
            }
            assert_in_range(width(marked), width(text) - 6, width(text) + 6); /* marks take none */
        }
    }
    assert_null(strstr(visual(ADAD " 555 0100", true), "555 0100"));
}

/* Every key of every language has a letter on it. */
static void no_key_is_blank(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < keyboard_layout_count(); i++) {
        const struct keyboard_layout *layout = keyboard_layout_at(i);
        for (uint32_t r = 0; r < KEYBOARD_ROWS_MAX; r++) {
            const char *const rows[] = {layout->letters[r], layout->capitals[r], layout->signs[r],
                                        r == 0 ? layout->label : NULL, r == 0 ? layout->abc : NULL};
            for (size_t k = 0; k < sizeof(rows) / sizeof(rows[0]); k++) {
                if (rows[k] != NULL) {
                    assert_int_equal(ops.missing(ops.context, font, rows[k], strlen(rows[k])), 0);
                }
            }
        }
    }
}

static void arabic_words_stay_whole(void **state)
{
    (void)state;
    struct text_run runs[TEXT_RUN_MAX];
    /* With a mark on its second letter: one run, or the letters would not join. */
    const char *marked = "\xD8\xB9\xD8\xAF\xD9\x91\xD8\xAF";
    uint32_t count = text_runs(engine, font, true, marked, strlen(marked), runs);
    assert_int_equal(count, 1);
    assert_int_equal(runs[0].face, FACE_ARABIC);
    assert_int_equal(runs[0].level, 1);
    assert_int_equal(runs[0].script, 0x41726162);
}

/* Where the ink of a line ends, in rows below its baseline. */
static int32_t bottom_of(struct font at, const char *text)
{
    struct text_picture picture;
    assert_true(text_picture(engine, at, true, text, strlen(text), &picture));
    return picture.top + picture.height;
}

/* A mark above a letter, however high, moves no letter: words with and without it stand on one
 * line. */
/* The levels of a line's characters, from the library. */
static uint32_t levels_of(const char *text, bool rtl, FriBidiLevel *levels, uint32_t *starts)
{
    FriBidiChar characters[64];
    FriBidiCharType types[64];
    FriBidiBracketType brackets[64];
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    uint32_t count = 0;
    for (size_t at = 0; text[at] != '\0'; count++) {
        starts[count] = (uint32_t)at;
        characters[count] = utf8_next(text, strlen(text), &at);
    }
    fribidi_get_bidi_types(characters, (FriBidiStrIndex)count, types);
    fribidi_get_bracket_types(characters, (FriBidiStrIndex)count, types, brackets);
    assert_int_not_equal(
        fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)count, &base, levels),
        0);
    return count;
}

/* Lines without Latin have their levels without the library: they are the same. */
static void every_run_has_the_level_of_its_characters(void **state)
{
    (void)state;
    static const char *const PARTS[] = {"\xD8\xB9", "\xD9\x8A", "\xD9\x8E", " ",      "\xD8\x9F",
                                        "\xD8\xA0", "\xD9\xA3", "\u05D0",   "(",      ")",
                                        ".",        "%",        "-",        "\u00AB", "7",
                                        "a",        RLI,        PDI,        "\n",     "\u00AD"};
    enum { ARABIC_ALONE = 14, PART_COUNT = sizeof(PARTS) / sizeof(PARTS[0]), LINES = 20000 };
    uint32_t random = 1;
    for (uint32_t line = 0; line < LINES; line++) {
        char text[64];
        size_t bytes = 0;
        const uint32_t parts = line % 2 == 0 ? ARABIC_ALONE : PART_COUNT;
        for (uint32_t i = 0; i < 1 + line % 12; i++) {
            random = random * 1664525 + 1013904223;
            bytes += (size_t)snprintf(text + bytes, sizeof(text) - bytes, "%s",
                                      PARTS[(random >> 16) % parts]);
        }
        FriBidiLevel levels[64];
        uint32_t starts[64], seen = 0;
        const bool rtl = line % 3 == 0;
        const uint32_t characters = levels_of(text, rtl, levels, starts);
        struct text_run runs[TEXT_RUN_MAX];
        const uint32_t count = text_runs(engine, font, rtl, text, strlen(text), runs);
        for (uint32_t i = 0; i < count; i++) {
            for (uint32_t c = 0; c < characters; c++) {
                if (starts[c] >= runs[i].start && starts[c] < runs[i].start + runs[i].bytes) {
                    if (runs[i].level != levels[c]) {
                        fail_msg("%s rtl %d: character %u has level %d, its run %d", text, rtl, c,
                                 levels[c], runs[i].level);
                    }
                    seen++;
                }
            }
        }
        assert_int_equal(seen, characters);
    }
}

static void marks_move_no_baseline(void **state)
{
    (void)state;
    static const char *const PAIRS[][2] = {
        {"\u0627", "\u0623"}, /* alef, with hamza */
        {"\u0627\u062f", "\u0623\u062f"},
        {"\u0644\u0627", "\u0644\u0623"},       /* lam before it */
        {"\u0627\u062f", "\u0623\u064e\u062f"}, /* and a vowel above that */
        {"\u0627\u062f", "\u0622\u062f"},
        {"\u062f", "\u062f\u0651\u064e"},
        {"A", "\u00c5"},
        {"A", "\u1ea8"},
        {"\u0639\u0650", "\u0623\u064f\u0639\u0650"}, /* deep and high at once */
        {"\u062d\u0650\u064a", "\u0623\u064e\u062d\u0650\u064a"},
        {"\u0645\u064d", "\u0622\u0645\u064d"},
    };
    for (uint32_t family = FONT_TEXT; family <= FONT_BOLD; family++) {
        for (uint16_t em_px = 12; em_px <= 140; em_px = (uint16_t)(em_px + 7)) {
            struct font at = {(uint8_t)family, em_px};
            for (size_t i = 0; i < sizeof(PAIRS) / sizeof(PAIRS[0]); i++) {
                int32_t plain = bottom_of(at, PAIRS[i][0]), marked = bottom_of(at, PAIRS[i][1]);
                if (marked != plain) {
                    fail_msg("family %u, %u px, pair %zu: ends at %d, with its mark at %d", family,
                             em_px, i, plain, marked);
                }
            }
        }
    }
}

static void missing_glyphs_are_counted(void **state)
{
    (void)state;
    const char *shown = "abc \xD8\xB9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x81\xA0";
    assert_int_equal(ops.missing(ops.context, font, shown, strlen(shown)), 0);
    /* Private use, twice, and a byte that is no UTF-8. */
    const char *strange = "a\xEE\x80\x80"
                          "b\xEE\x80\x80";
    assert_int_equal(ops.missing(ops.context, font, strange, strlen(strange)), 2);
}

static void sizes_come_from_the_font(void **state)
{
    (void)state;
    assert_int_equal(ops.cap_per_mille(ops.context, FONT_TEXT), 714);
    assert_int_equal(ops.cap_per_mille(ops.context, FONT_DISPLAY), 714);
    struct font_metrics metrics;
    ops.metrics(ops.context, (struct font){FONT_TEXT, 100}, &metrics);
    assert_int_equal(metrics.cap_px, 71);
    assert_int_equal(metrics.ascent_px, 107);
    assert_int_equal(metrics.descent_px, 29);
}

static void widths_add_up(void **state)
{
    (void)state;
    int32_t whole = width("Take a quiet moment");
    int32_t parts = width("Take a") + width(" ") + width("quiet moment");
    assert_in_range(whole, parts - 4, parts + 4);
    assert_int_equal(width("Take a quiet moment"), whole); /* from the cache */
    assert_int_equal(ops.width_px(ops.context, font, "Take and more", 4), width("Take"));
    assert_int_equal(width(""), 0);
    int32_t twice = ops.width_px(ops.context, (struct font){FONT_TEXT, 80}, "Take", 4);
    assert_in_range(twice, 2 * width("Take") - 4, 2 * width("Take") + 4);
}

static void a_line_is_drawn_on_its_baseline(void **state)
{
    (void)state;
    struct text_picture picture;
    assert_true(text_picture(engine, font, false, "H", 1, &picture));
    /* Forty em pixels: a capital of about 28.6, standing on the baseline. */
    assert_in_range(picture.height, 28, 31);
    assert_in_range(picture.top + picture.height, 0, 1);
    uint32_t ink = 0;
    for (int32_t i = 0; i < picture.width * picture.height; i++) {
        ink += picture.coverage[i];
    }
    assert_true(ink > 0);
    assert_true(text_picture(engine, font, false, "p", 1, &picture));
    assert_true(picture.top + picture.height > 5);
    assert_false(text_picture(engine, font, false, " ", 1, &picture));
}

static void forgetting_leaves_nothing(void **state)
{
    (void)state;
    struct text_picture picture;
    assert_true(text_picture(engine, font, false, "secret", 6, &picture));
    const uint8_t *coverage = picture.coverage;
    size_t bytes = (size_t)picture.width * (size_t)picture.height;
    struct text_line lines[TEXT_LINE_MAX];
    const struct text_column column = {font, NULL, 1, false};
    assert_int_equal(text_wrap(&ops, &column, "some secret", lines), 2);
    assert_int_equal(text_missing(&ops, font, "secret", 6), 0);
    static const struct text_kept NOTHING_KEPT;
    assert_memory_not_equal(&engine->kept, &NOTHING_KEPT, sizeof(NOTHING_KEPT));
    static const struct glyph_picture NO_PICTURE[GLYPH_PICTURE_MAX];
    static const struct glyph_outline NO_OUTLINE[GLYPH_OUTLINE_MAX];
    const struct glyph_pictures *letters = &engine->letters;
    assert_memory_not_equal(letters->picture, NO_PICTURE, sizeof(NO_PICTURE));
    text_kept_wipe(&ops);
    text_forget_drawn(engine);
    assert_memory_equal(&engine->kept, &NOTHING_KEPT, sizeof(NOTHING_KEPT));
    for (size_t i = 0; i < bytes; i++) {
        assert_int_equal(coverage[i], 0);
    }
    assert_memory_equal(letters->picture, NO_PICTURE, sizeof(NO_PICTURE));
    assert_memory_equal(letters->outline, NO_OUTLINE, sizeof(NO_OUTLINE));
    for (size_t i = 0; i < sizeof(letters->bytes); i++) {
        assert_int_equal(letters->bytes[i], 0);
    }
    assert_true(text_picture(engine, font, false, "secret", 6, &picture));
}

static void more_lines_than_fit_are_still_drawn(void **state)
{
    (void)state;
    struct text_picture picture;
    const struct font large = {FONT_DISPLAY, 200};
    for (int i = 0; i < 400; i++) {
        char line[32];
        snprintf(line, sizeof line, "Line %d of many", i);
        assert_true(text_picture(engine, large, false, line, strlen(line), &picture));
        assert_true(picture.coverage != NULL && picture.height > 100);
    }
}

static void font_tables_are_checked(void **state)
{
    (void)state;
    static uint8_t bytes[1 << 20];
    FILE *file = fopen("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    struct sfnt_metrics metrics;
    assert_int_equal(sfnt_read(bytes, size, &metrics), STATUS_OK);
    assert_int_equal(metrics.cap, 714);
    /* Cut inside the directory of tables, or with every table but its first gone. */
    for (size_t cut = 0; cut < 280; cut++) {
        assert_int_equal(sfnt_read(bytes, cut, &metrics), STATUS_DAMAGED);
    }
    bytes[4] = 0xFF; /* more tables than the file has room for */
    assert_int_equal(sfnt_read(bytes, size, &metrics), STATUS_DAMAGED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latin_is_one_run),
        cmocka_unit_test(numbers_keep_their_order_in_arabic),
        cmocka_unit_test(values_turn_nothing_around_them),
        cmocka_unit_test(telephone_numbers_keep_their_order_in_arabic),
        cmocka_unit_test(no_key_is_blank),
        cmocka_unit_test(arabic_words_stay_whole),
        cmocka_unit_test(every_run_has_the_level_of_its_characters),
        cmocka_unit_test(marks_move_no_baseline),
        cmocka_unit_test(missing_glyphs_are_counted),
        cmocka_unit_test(sizes_come_from_the_font),
        cmocka_unit_test(widths_add_up),
        cmocka_unit_test(a_line_is_drawn_on_its_baseline),
        cmocka_unit_test(forgetting_leaves_nothing),
        cmocka_unit_test(more_lines_than_fit_are_still_drawn),
        cmocka_unit_test(font_tables_are_checked),
    };
    return cmocka_run_group_tests(tests, open_measure, close_engine);
}
