/* SPDX-License-Identifier: MIT */
#include "core/language.h"

#include "core/utf8.h"

#include <assert.h>
#include <string.h>

/* Arabic has its own digits here because its texts do: a screen has one kind of digits, never two.
 * Arabic letters reach further up and down than Latin letters, so their lines stand further apart.
 * They are also narrower, because marks above and below take no width. */
static const struct language LANGUAGES[] = {
    {.tag = "en",
     .voice = "en-us",
     .plural = PLURAL_ENGLISH,
     .zero = "0",
     .script = "Latn",
     .line_percent = 100,
     .letter_percent = 46},
    {.tag = "es",
     .plural = PLURAL_ENGLISH,
     .zero = "0",
     .script = "Latn",
     .line_percent = 100,
     .letter_percent = 46},
    {.tag = "ar",
     .plural = PLURAL_ARABIC,
     .rtl = true,
     .zero = "\u0660",
     .script = "Arab",
     .line_percent = 150,
     .letter_percent = 41,
     .ends = "\u061f"},
    {.tag = "qps",
     .plural = PLURAL_ENGLISH,
     .zero = "0",
     .script = "Latn",
     .line_percent = 100,
     .letter_percent = 46,
     .on_request = true},
};
enum { LANGUAGE_COUNT = sizeof(LANGUAGES) / sizeof(LANGUAGES[0]) };
_Static_assert((int)LANGUAGE_COUNT <= (int)LANGUAGE_MAX, "every language can be offered");

uint32_t language_count(void)
{
    return LANGUAGE_COUNT;
}

const struct language *language_at(uint32_t index)
{
    assert(index < LANGUAGE_COUNT);
    return &LANGUAGES[index];
}

uint32_t language_index(const struct language *language)
{
    uint32_t index = 0;
    while (language_at(index) != language) {
        index++;
    }
    return index;
}

static const struct language *find(const char *tag, size_t length)
{
    for (uint32_t i = 0; i < LANGUAGE_COUNT; i++) {
        if (strlen(LANGUAGES[i].tag) == length && memcmp(LANGUAGES[i].tag, tag, length) == 0) {
            return &LANGUAGES[i];
        }
    }
    return NULL;
}

const struct language *language_find(const char *tag)
{
    const struct language *whole = find(tag, strlen(tag));
    return whole != NULL ? whole : find(tag, strcspn(tag, "-"));
}

char *language_number(const struct language *language, char out[NUMBER_BYTES], int64_t n)
{
    char plain[24];
    size_t zero_bytes = strlen(language->zero);
    size_t length = 0;
    text_number(plain, n);
    for (const char *at = plain; *at != '\0'; at++) {
        if (*at < '0' || *at > '9') {
            out[length++] = *at;
            continue;
        }
        /* All ten digits of a script share all bytes but the last. */
        memcpy(out + length, language->zero, zero_bytes);
        length += zero_bytes;
        out[length - 1] = (char)(out[length - 1] + (*at - '0'));
    }
    out[length] = '\0';
    return out;
}

static bool is_among(const char *marks, uint32_t code)
{
    size_t length = strlen(marks);
    for (size_t at = 0; at < length;) {
        if (utf8_next(marks, length, &at) == code) {
            return true;
        }
    }
    return false;
}

/* Returns whether the character is one of Chinese or Japanese, where each is a word, or a part of a
 * word that may be cut off. */
static bool is_wide(uint32_t code)
{
    enum { CJK = 0x2E80, AFTER_FORMS = 0xFFF0, PLANE_2 = 0x20000 };
    return (code >= CJK && code < AFTER_FORMS) || code >= PLANE_2;
}

bool language_breaks_between(const struct language *language, uint32_t before, uint32_t after)
{
    /* Closing signs, small kana and marks of repetition begin no line; opening signs end none. */
    static const char CLING_BEFORE[] = "、。，．・：；？！"
                                       "）］｝」』】〉》〕”’"
                                       "…ー々ゝゞヽヾ"
                                       "ぁぃぅぇぉっゃゅょゎ"
                                       "ァィゥェォッャュョヮヵヶ"
                                       ".,:;?!)]}";
    static const char CLING_BEHIND[] = "（［｛「『【〈《〔“‘"
                                       "([{";
    if (language == NULL || language->breaks != BREAKS_ANYWHERE) {
        return false;
    }
    return (is_wide(before) || is_wide(after)) && !is_among(CLING_BEFORE, after) &&
           !is_among(CLING_BEHIND, before);
}

bool language_ends_sentence(const struct language *language, uint32_t code)
{
    return is_among(".?!\u2026", code) ||
           (language != NULL && language->ends != NULL && is_among(language->ends, code));
}

bool language_ends_clause(uint32_t code)
{
    return is_among(",:;\u060c\u061b\u2014\u3001\uff0c\uff1a\uff1b", code);
}

bool language_closes_quote(uint32_t code)
{
    return is_among("\u201d\u2019\u00bb\")", code);
}
