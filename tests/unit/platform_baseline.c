/* SPDX-License-Identifier: MIT */
/* Protects the line that words stand on: no word of any Arabic text that is shipped sits lower or
 * higher than the same word without what stands on its letters (hamza, madda, vowels). */
#include "text_rig.h"

#include "core/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_BYTES = 128, WORDS_LEAST = 3000, FAINT_PX = 1 /* a row that hardly has ink */ };

/* Rows below the baseline at which the ink ends. */
static int32_t bottom_of(struct font at, const char *text)
{
    struct text_picture picture;
    assert_true(text_picture(engine, at, true, text, strlen(text), &picture));
    return picture.top + picture.height;
}

static bool is_above(uint32_t character)
{
    return (character >= 0x064B && character <= 0x0652 && character != 0x064D &&
            character != 0x0650) ||
           character == 0x0670;
}

static bool has_hat(uint32_t character)
{
    return character == 0x0622 || character == 0x0623;
}

/* A mark below goes up to the doubling of its letter: without that it stands elsewhere. */
static bool goes_up(const char *word)
{
    return strstr(word, "\u064D\u0651") != NULL || strstr(word, "\u0651\u064D") != NULL ||
           strstr(word, "\u0650\u0651") != NULL || strstr(word, "\u0651\u0650") != NULL;
}

/* Two bytes a letter of this script, and so is an alef. Returns whether anything was taken off. */
static bool without_marks(const char *word, char out[WORD_BYTES])
{
    size_t bytes = 0;
    bool taken = false;
    for (size_t at = 0; word[at] != '\0';) {
        const size_t from = at;
        const uint32_t character = utf8_next(word, strlen(word), &at);
        const bool hat = has_hat(character);
        taken = taken || hat || is_above(character);
        if (!is_above(character)) {
            memcpy(out + bytes, hat ? "\u0627" : word + from, at - from);
            bytes += at - from;
        }
    }
    out[bytes] = '\0';
    return taken && bytes > 0;
}

static void check(const char *word)
{
    static const struct font FONTS[] = {{FONT_TEXT, 29}, {FONT_DISPLAY, 58}};
    char plain[WORD_BYTES];
    if (goes_up(word) || !without_marks(word, plain)) {
        return;
    }
    for (size_t i = 0; i < sizeof(FONTS) / sizeof(FONTS[0]); i++) {
        const int32_t is = bottom_of(FONTS[i], word), was = bottom_of(FONTS[i], plain);
        if (abs(is - was) > FAINT_PX) {
            fail_msg("%s ends at %d, without its marks at %d", word, is, was);
        }
    }
}

/* Letters and marks of the script, two bytes each. */
static bool is_letter(const unsigned char *at)
{
    return at[0] >= 0xD8 && at[0] <= 0xD9 && (at[1] & 0xC0) == 0x80 &&
           !(at[0] == 0xD8 && at[1] < 0xA1) && !(at[0] == 0xD9 && at[1] >= 0xA0 && at[1] <= 0xAD);
}

static void test_every_word_stands_on_its_line(void **state)
{
    (void)state;
    static char line[65536];
    uint32_t words = 0;
    FILE *file = fopen("assets/text/ar.po", "r");
    assert_non_null(file);
    while (fgets(line, sizeof(line), file) != NULL) {
        for (size_t at = 0; line[at] != '\0';) {
            size_t bytes = 0;
            while (bytes + 2 < WORD_BYTES && is_letter((const unsigned char *)line + at + bytes)) {
                bytes += 2;
            }
            if (bytes > 0) {
                char word[WORD_BYTES];
                memcpy(word, line + at, bytes);
                word[bytes] = '\0';
                check(word);
                words++;
            }
            at += bytes > 0 ? bytes : 1;
        }
    }
    fclose(file);
    assert_true(words > WORDS_LEAST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_word_stands_on_its_line)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
