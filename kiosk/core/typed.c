/* SPDX-License-Identifier: MIT */
#include "core/typed.h"

#include "core/utf8.h"

#include <assert.h>
#include <string.h>

/* Zeroes what is behind the end too: deleted words are gone. */
static void put(struct typed *typed, const char *text, size_t length)
{
    assert(length < sizeof(typed->text));
    memmove(typed->text, text, length);
    memset(typed->text + length, 0, sizeof(typed->text) - length);
    typed->full = false;
}

void typed_set(struct typed *typed, const char *text)
{
    assert(settings_text_is_valid(text));
    put(typed, text, strlen(text));
}

void typed_clear(struct typed *typed)
{
    put(typed, "", 0);
}

void typed_add(struct typed *typed, uint32_t code)
{
    char bytes[UTF8_BYTES_MAX];
    size_t size = utf8_encode(code, bytes), length = strlen(typed->text);
    assert(size > 0 && !utf8_is_control(code));
    if (code == ' ' && length == 0) {
        return;
    }
    typed->full = length + size >= sizeof(typed->text);
    if (!typed->full) {
        memcpy(typed->text + length, bytes, size);
    }
}

void typed_delete(struct typed *typed)
{
    size_t length = strlen(typed->text);
    if (length > 0) {
        put(typed, typed->text, utf8_cut(typed->text, length - 1));
    }
}

bool typed_is_at_start(const struct typed *typed, const struct language *language)
{
    size_t length = strlen(typed->text);
    if (length == 0) {
        return true;
    }
    size_t before = length - 1, at = utf8_cut(typed->text, before > 0 ? before - 1 : 0);
    return before > 0 && typed->text[before] == ' ' &&
           language_ends_sentence(language, utf8_next(typed->text, before, &at));
}

void typed_take(const struct typed *typed, char out[SETTINGS_TEXT_BYTES])
{
    size_t length = strlen(typed->text);
    while (length > 0 && typed->text[length - 1] == ' ') {
        length--;
    }
    memcpy(out, typed->text, length);
    memset(out + length, 0, SETTINGS_TEXT_BYTES - length);
}
