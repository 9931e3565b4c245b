/* SPDX-License-Identifier: MIT */
#include "core/language.h"

#include <assert.h>
#include <string.h>

/* Arabic has its own digits here because its texts do: one kind on a screen, never two. Its letters
 * reach further up and down than Latin ones, so its lines stand further apart; and they are
 * narrower, marks above and below taking no width at all. */
static const struct language LANGUAGES[] = {
    {"en", PLURAL_ENGLISH, false, "0", "Latn", 100, 46, false},
    {"es", PLURAL_ENGLISH, false, "0", "Latn", 100, 46, false},
    {"ar", PLURAL_ARABIC, true, "\u0660", "Arab", 150, 41, false},
    {"qps", PLURAL_ENGLISH, false, "0", "Latn", 100, 46, true},
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
