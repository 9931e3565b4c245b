/* SPDX-License-Identifier: MIT */
/* Protects whoever reads: what is measured is as wide as what the library draws, for every text of
 * every language, and a damaged font ends nothing. */
#include "platform/display/text_internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct text_engine *engine;

static int open_engine(void **state)
{
    (void)state;
    struct error error;
    return text_open(&engine, &error) == STATUS_OK &&
                   text_add_script(engine, "Arab", &error) == STATUS_OK
               ? 0
               : -1;
}

static int close_engine(void **state)
{
    (void)state;
    text_close(engine);
    return 0;
}

/* What the library that draws finds a line to be wide. */
static int32_t drawn_width(struct font font, const char *text, size_t bytes)
{
    struct text_run runs[TEXT_RUN_MAX];
    char buffer[TEXT_LINE_BYTES + 1];
    int32_t sum_px = 0;
    uint32_t count = text_runs(engine, font, false, text, bytes, runs);
    for (uint32_t i = 0; i < count; i++) {
        int px = 0;
        TTF_Font *ttf = text_run_font(engine, font, &runs[i], text, buffer);
        assert_int_equal(TTF_SizeUTF8(ttf, buffer, &px, NULL), 0);
        sum_px += px;
    }
    return sum_px;
}

static void same_width(struct font font, const char *text)
{
    const struct text_ops ops = text_measure(engine);
    const size_t bytes = strlen(text);
    for (int again = 0; again < 2; again++) { /* also from what is kept */
        const int32_t px = ops.width_px(ops.context, font, text, bytes);
        if (px != drawn_width(font, text, bytes)) {
            print_error("%s: %d px measured, %d drawn\n", text, px, drawn_width(font, text, bytes));
            fail();
        }
    }
}

/* The next stretch between quotation marks and escapes of a file of words. */
static bool next_text(FILE *file, char text[TEXT_LINE_BYTES])
{
    size_t length = 0;
    int byte = 0;
    while (length == 0 && byte != EOF) {
        while ((byte = fgetc(file)) != EOF && byte != '"' && byte != '\\' && byte != '\n' &&
               length + 1 < TEXT_LINE_BYTES) {
            text[length++] = (char)byte;
        }
    }
    text[length] = '\0';
    return length > 0;
}

static void what_is_measured_is_what_is_drawn(void **state)
{
    (void)state;
    static const char *const FILES[] = {"assets/text/en.po", "assets/text/es.po",
                                        "assets/text/ar.po", "assets/packs/integrity.pack"};
    static const struct font FONTS[] = {{FONT_TEXT, 22}, {FONT_DISPLAY, 61}, {FONT_BOLD, 13}};
    uint32_t count = 0;
    for (size_t f = 0; f < sizeof FILES / sizeof FILES[0]; f++) {
        FILE *file = fopen(FILES[f], "r");
        char text[TEXT_LINE_BYTES];
        assert_non_null(file);
        while (next_text(file, text)) {
            same_width(FONTS[count++ % 3], text);
        }
        fclose(file);
    }
    assert_true(count > 3000);
}

static void letters_that_meet_are_measured_together(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "AVATAR To. \"WAY\"",
        "off, offer, office, baffle",
        "fffi",
        " fi ",
        "1/2 \xE2\x81\x84 3",
        "e\xCC\x81 i\xCC\x88",
        "\xC2\xAD-\xC2\xAD",
        "jjj",
        "\xD9\x84\xD8\xA7 \xD9\x84\xD8\xA7\xD9\x84\xD8\xA7\xD8\xAD\xD9\x8E\xD9\x91",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
        for (uint16_t em = 9; em < 120; em += 7) {
            same_width((struct font){FONT_TEXT, em}, TEXTS[i]);
            same_width((struct font){FONT_DISPLAY, em}, TEXTS[i]);
        }
    }
}

/* Every two of them, in runs of their own and after Arabic. */
static void digits_of_arabic_are_measured_as_they_are_drawn(void **state)
{
    (void)state;
    for (int i = 0; i < 11 * 11; i++) {
        char text[32];
        snprintf(text, sizeof(text), "\xD9%c\xD9%c", 0xA0 + i / 11, 0xA0 + i % 11);
        for (uint16_t em = 9; em < 120; em += 31) {
            same_width((struct font){FONT_TEXT, em}, text);
            same_width((struct font){FONT_BOLD, em}, text);
        }
        snprintf(text, sizeof(text), "\xD9\x84 \xD9%c.\xD9%c-3", 0xA0 + i / 11, 0xA0 + i % 11);
        same_width((struct font){FONT_TEXT, 40}, text);
    }
    assert_true(text_glyphs(engine, FACE_ARABIC)->has_digit_kern);
    assert_true(text_glyphs(engine, FACE_ARABIC)
                    ->letter[LETTER_COUNT - (LETTER_DIGITS_END - LETTER_DIGITS)]
                    .known);
}

static void a_table_that_is_cut_short_kerns_less(void **state)
{
    (void)state;
    static const char LETTERS[] = "ToAVffi";
    const struct face *face = &engine->face[FACE_TEXT];
    hb_font_t *font = text_glyphs(engine, FACE_TEXT)->font;
    struct kern whole;
    uint32_t kerned = 0, grown = 0;
    assert_true(kern_find(face->bytes, face->size, "latn", &whole));
    for (uint32_t cut = 0; cut <= 400; cut++) {
        struct kern kern = whole;
        kern.pair_table.size = kern.pair_table.size * cut / 400;
        kern.join_table.size = kern.join_table.size * cut / 400;
        for (size_t i = 0; i + 2 < sizeof(LETTERS); i++) {
            struct kern_glyph a, b;
            const struct kern_glyph *both[] = {&a, &b};
            hb_codepoint_t glyph[2] = {0};
            uint32_t taken = 0;
            hb_font_get_nominal_glyph(font, (unsigned char)LETTERS[i], &glyph[0]);
            hb_font_get_nominal_glyph(font, (unsigned char)LETTERS[i + 1], &glyph[1]);
            kern_glyph(&kern, (uint16_t)glyph[0], &a);
            kern_glyph(&kern, (uint16_t)glyph[1], &b);
            kerned += kern_between(&kern, &a, &b) != 0;
            grown += kern_join(&kern, both, 2, &taken) != 0;
        }
    }
    assert_in_range(kerned, 2, 400 * 2);
    assert_in_range(grown, 1, 400);
    assert_true(kern_find(face->bytes, 64, "latn", &whole)); /* no such table */
    assert_int_equal(whole.pairs_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_measured_is_what_is_drawn),
        cmocka_unit_test(letters_that_meet_are_measured_together),
        cmocka_unit_test(digits_of_arabic_are_measured_as_they_are_drawn),
        cmocka_unit_test(a_table_that_is_cut_short_kerns_less),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
