/* SPDX-License-Identifier: MIT */
/* Protects whoever reads: what is measured is as wide as what the library draws, and letters set
 * one by one are its pixels, for every text of every language; a damaged font ends nothing. */
#include "sanitized.h"
#include "text_rig.h"

#include "core/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* The library keeps 256 glyphs, by the last byte of their numbers. One that takes the place of
 * another, at the same part of a pixel, is drawn as if it began on a whole pixel. False: that
 * happens in this line. What lines before it left is emptied where it could matter. */
static bool is_drawn_well(const struct glyph_line *line, TTF_Font *ttf)
{
    enum { PLACES = 256 };
    static bool was_far;
    bool is_far = false, well = true;
    for (uint32_t i = 0; i < line->count; i++) {
        const struct glyph_place *a = &line->place[i];
        is_far = is_far || a->glyph >= PLACES;
        for (uint32_t j = 0; j < i; j++) {
            const struct glyph_place *b = &line->place[j];
            well = well && (a->glyph == b->glyph || (a->glyph - b->glyph) % PLACES != 0 ||
                            (a->x - b->x) % 64 != 0);
        }
    }
    if (is_far || was_far) {
        TTF_SetFontHinting(ttf, TTF_HINTING_NORMAL);
        TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT_SUBPIXEL);
    }
    was_far = is_far;
    return well;
}

/* Letters set one by one, and the line as the library draws it. Counts the texts that are such. */
static uint32_t same_pixels(struct font font, const char *text)
{
    const size_t bytes = strlen(text);
    const SDL_Color white = {255, 255, 255, 255};
    struct glyph_place places[TEXT_LINE_BYTES];
    struct glyph_line line = {.place = places};
    struct text_picture picture;
    struct text_run runs[TEXT_RUN_MAX];
    char buffer[TEXT_LINE_BYTES + 1];
    if (text_runs(engine, font, false, text, bytes, runs) != 1 ||
        !glyphs_place(text_glyphs(engine, (enum text_face)runs[0].face), font.em_px,
                      &(struct glyph_run){.text = text, .bytes = bytes, .script = runs[0].script},
                      &line) ||
        !text_picture(engine, font, false, text, bytes, &picture)) {
        return 0;
    }
    TTF_Font *ttf = text_run_font(engine, font, &runs[0], text, buffer);
    if (!is_drawn_well(&line, ttf)) {
        return 0;
    }
    SDL_Surface *surface = TTF_RenderUTF8_Blended(ttf, buffer, white);
    assert_int_equal(surface->w, picture.width);
    const int32_t baseline = surface->h > TTF_FontHeight(ttf) ? -1 : TTF_FontAscent(ttf);
    for (int32_t y = 0; baseline >= 0 && y < surface->h; y++) {
        const int32_t row = y - baseline - picture.top;
        const uint32_t *pixel =
            (const uint32_t *)(const void *)((const uint8_t *)surface->pixels + y * surface->pitch);
        for (int32_t x = 0; x < surface->w; x++) {
            const bool is_there = row >= 0 && row < picture.height;
            if (pixel[x] >> 24 != (is_there ? picture.coverage[row * picture.width + x] : 0)) {
                fail_msg("%s, %u px: pixel %d of row %d differs", text, font.em_px, x, y);
            }
        }
    }
    SDL_FreeSurface(surface);
    return 1;
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
    enum { ONE_OF = IS_SANITIZED ? 5 : 1, LEAST = 3000 / ONE_OF };
    uint32_t read = 0, count = 0, letters = 0;
    for (size_t f = 0; f < sizeof FILES / sizeof FILES[0]; f++) {
        FILE *file = fopen(FILES[f], "r");
        char text[TEXT_LINE_BYTES];
        assert_non_null(file);
        while (next_text(file, text)) {
            if (read++ % ONE_OF == 0) {
                same_width(FONTS[count % 3], text);
                letters += same_pixels(FONTS[count % 3], text);
                count++;
            }
        }
        fclose(file);
    }
    assert_true(count > LEAST);
    assert_true(letters > count / 2); /* all but Arabic */
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
            same_pixels((struct font){FONT_TEXT, em}, TEXTS[i]);
            same_pixels((struct font){FONT_DISPLAY, em}, TEXTS[i]);
        }
    }
}

/* Each beside itself and beside letters that others come near to; hardly one is shaped. */
static void every_letter_of_latin_is_measured_as_it_is_drawn(void **state)
{
    (void)state;
    static const uint32_t RANGES[][2] = {{0xC0, LETTER_PLAIN}, {LETTER_LATIN, LETTER_LATIN_END}};
    uint32_t set = 0, count = 0;
    for (size_t range = 0; range < 2; range++) {
        for (uint32_t code = RANGES[range][0]; code < RANGES[range][1];
             code += IS_SANITIZED ? 5 : 1) {
            char letter[UTF8_BYTES_MAX + 1] = {0}, text[64];
            (void)utf8_encode(code, letter);
            snprintf(text, sizeof(text), "T%sof%s%sAV%s", letter, letter, letter, letter);
            for (uint16_t family = FONT_TEXT; family <= FONT_BOLD; family++) {
                same_width((struct font){family, 40}, text);
                set += same_pixels((struct font){family, 40}, text);
                count++;
            }
        }
    }
    assert_true(set > count - count / 50); /* the library cannot draw some of them well */
}

/* Every two of them, in runs of their own and after Arabic. */
static void digits_of_arabic_are_measured_as_they_are_drawn(void **state)
{
    (void)state;
    for (int i = 0; i < 11 * 11; i += IS_SANITIZED ? 3 : 1) {
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

/* A font of two tables: GSUB, and GPOS at its very end. */
static uint8_t *font_of(const struct kern_table tables[2], size_t *size)
{
    enum { HEAD = 12 + 2 * 16 };
    static const char TAGS[2][5] = {"GSUB", "GPOS"};
    *size = HEAD + tables[0].size + tables[1].size;
    uint8_t *font = calloc(1, *size);
    size_t at = HEAD;
    assert_non_null(font);
    font[5] = 2;
    for (size_t i = 0; i < 2; i++) {
        uint8_t *record = font + 12 + i * 16;
        memcpy(record, TAGS[i], 4);
        for (size_t k = 0; k < 4; k++) {
            record[8 + k] = (uint8_t)(at >> 8 * (3 - k));
            record[12 + k] = (uint8_t)(tables[i].size >> 8 * (3 - k));
        }
        memcpy(font + at, tables[i].bytes, tables[i].size);
        at += tables[i].size;
    }
    return font;
}

static void use(const struct kern *kern)
{
    struct kern_glyph glyphs[3];
    const struct kern_glyph *some[] = {&glyphs[0], &glyphs[1], &glyphs[2]};
    for (uint32_t i = 0; i < 300; i++) {
        uint32_t taken = 1;
        for (uint32_t k = 0; k < 3; k++) {
            kern_glyph(kern, (uint16_t)(i * (k + 1)), &glyphs[k]);
        }
        assert_in_range(kern_between(kern, &glyphs[0], &glyphs[1]) + 32768, 0, 65535);
        (void)kern_join(kern, some, 3, &taken);
        assert_in_range(taken, 1, 3);
    }
}

/* Under the sanitizer nothing is read beyond the tables, whatever they say. */
static void tables_that_lie_are_read_within_their_bounds(void **state)
{
    (void)state;
    const struct face *face = &engine->face[FACE_TEXT];
    struct kern whole;
    size_t size = 0;
    uint32_t random = 7, read = 0;
    assert_true(kern_find(face->bytes, face->size, "latn", &whole));
    const struct kern_table tables[2] = {whole.join_table, whole.pair_table};
    uint8_t *font = font_of(tables, &size), *spoiled = malloc(size);
    assert_non_null(spoiled);
    for (uint32_t round = 0; round < 400; round++) {
        memcpy(spoiled, font, size);
        for (uint32_t i = 0; i < 1 + round % 24; i++) {
            random = random * 1664525 + 1013904223;
            /* Most of it early: there are the offsets, in both tables. */
            const size_t from = random & 1 ? 44 : 44 + tables[0].size;
            spoiled[from + (random >> 8) % (random & 2 ? 200 : 4000) % (size - from)] =
                (uint8_t)(random >> 3);
        }
        struct kern kern;
        if (kern_find(spoiled, size, "latn", &kern)) {
            use(&kern);
            read++;
        }
    }
    assert_in_range(read, 10, 400);
    free(spoiled);
    free(font);
}

enum { WORDS = 47, REQUIRED = 12, FLAG = 25, VALUE = 30, SECOND_VALUE = 31, CLASS = 46 };

/* A table of one pair of classes: 5 before what is of class 1 comes nearer by 30. */
static const uint16_t ONE_PAIR[WORDS] = {
    1, 0,      10,     30, 44,                      /* its lists: scripts, features, lookups */
    1, 0x6C61, 0x746E, 8,  4,  0,                   /* "latn", its usual language ... */
    0, 0xFFFF, 1,      0,                           /* ... has one feature */
    1, 0x6B65, 0x726E, 8,  0,  1,  0,               /* "kern" has one lookup */
    1, 4,      2,      0,  1,  8,                   /* of pairs, in one part */
    2, 20,     4,      0,  26, 30, 1, 2, 0, 0xFFE2, /* by classes */
    1, 1,      5,                                   /* for 5 */
    2, 0,                                           /* which is of class 0 */
    1, 7,      1,      1,                           /* 7 is of class 1 */
};

/* What is added between 5 and 7 once a word is changed; 1: the font is shaped instead. */
static int32_t between_when(uint32_t changed, uint16_t value)
{
    uint8_t bytes[2 * WORDS];
    for (uint32_t i = 0; i < WORDS; i++) {
        const uint16_t word = i == changed ? value : ONE_PAIR[i];
        bytes[2 * i] = (uint8_t)(word >> 8);
        bytes[2 * i + 1] = (uint8_t)word;
    }
    const struct kern_table tables[2] = {{bytes, 0}, {bytes, sizeof(bytes)}};
    size_t size = 0;
    uint8_t *font = font_of(tables, &size);
    struct kern kern;
    struct kern_glyph five, seven;
    int32_t px = 1;
    if (kern_find(font, size, "latn", &kern)) {
        kern_glyph(&kern, 5, &five);
        kern_glyph(&kern, 7, &seven);
        px = five.is_moved ? 1 : kern_between(&kern, &five, &seven);
    }
    free(font);
    return px;
}

static void what_is_not_read_here_is_shaped(void **state)
{
    (void)state;
    assert_int_equal(between_when(WORDS, 0), -30);
    assert_int_equal(between_when(CLASS, 0), 0);
    assert_int_equal(between_when(CLASS, 3), 0);     /* there is no such column */
    assert_int_equal(between_when(VALUE, 4 | 1), 1); /* it is placed elsewhere as well */
    assert_int_equal(between_when(SECOND_VALUE, 4), 1);
    assert_int_equal(between_when(REQUIRED, 0), 1);
    assert_int_equal(between_when(FLAG, 2), 1);
    assert_int_equal(between_when(FLAG, 8), -30); /* marks alone are passed over */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_measured_is_what_is_drawn),
        cmocka_unit_test(letters_that_meet_are_measured_together),
        cmocka_unit_test(every_letter_of_latin_is_measured_as_it_is_drawn),
        cmocka_unit_test(digits_of_arabic_are_measured_as_they_are_drawn),
        cmocka_unit_test(a_table_that_is_cut_short_kerns_less),
        cmocka_unit_test(tables_that_lie_are_read_within_their_bounds),
        cmocka_unit_test(what_is_not_read_here_is_shaped),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
