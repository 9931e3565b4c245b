/* SPDX-License-Identifier: MIT */
#include "core/typed.h"

#include "core/utf8.h"

#include <assert.h>
#include <string.h>

/* A line and where its cursor stands; zeroes what is behind the end too: deleted words are gone. */
static void end_at(struct typed *typed, size_t length, size_t at)
{
    assert(length < sizeof(typed->text) && at <= length);
    memset(typed->text + length, 0, sizeof(typed->text) - length);
    typed->at = (uint8_t)at;
    typed->full = false;
}

void typed_set(struct typed *typed, const char *text)
{
    assert(settings_text_is_valid(text));
    size_t length = strlen(text);
    memmove(typed->text, text, length);
    end_at(typed, length, length);
}

void typed_clear(struct typed *typed)
{
    end_at(typed, 0, 0);
}

void typed_add(struct typed *typed, uint32_t code)
{
    char bytes[UTF8_BYTES_MAX];
    size_t size = utf8_encode(code, bytes), length = strlen(typed->text), at = typed->at;
    assert(size > 0 && !utf8_is_control(code) && at <= length);
    if (code == ' ' && at == 0) {
        return;
    }
    typed->full = length + size >= sizeof(typed->text);
    if (!typed->full) {
        memmove(typed->text + at + size, typed->text + at, length - at);
        memcpy(typed->text + at, bytes, size);
        typed->at = (uint8_t)(at + size);
    }
}

/* Where the character before the cursor begins, and where the one behind it ends. */
static size_t before(const struct typed *typed)
{
    return typed->at > 0 ? utf8_cut(typed->text, typed->at - 1U) : 0;
}

static size_t behind(const struct typed *typed)
{
    size_t at = typed->at, length = strlen(typed->text);
    if (at < length) {
        (void)utf8_next(typed->text, length, &at);
    }
    return at;
}

/* A blank never begins the line, also not when what stood before it goes. */
static void cut(struct typed *typed, size_t from, size_t to)
{
    size_t length = strlen(typed->text);
    while (from == 0 && typed->text[to] == ' ') {
        to++;
    }
    memmove(typed->text + from, typed->text + to, length - to);
    end_at(typed, length - (to - from), from);
}

void typed_delete(struct typed *typed)
{
    if (typed->at > 0) {
        cut(typed, before(typed), typed->at);
    }
}

void typed_delete_behind(struct typed *typed)
{
    if (behind(typed) > typed->at) {
        cut(typed, typed->at, behind(typed));
    }
}

void typed_move(struct typed *typed, bool on)
{
    typed->at = (uint8_t)(on ? behind(typed) : before(typed));
    typed->full = false;
}

void typed_move_to(struct typed *typed, bool end)
{
    typed->at = (uint8_t)(end ? strlen(typed->text) : 0);
    typed->full = false;
}

bool typed_is_at_start(const struct typed *typed, const struct language *language)
{
    size_t length = typed->at;
    if (length == 0) {
        return true;
    }
    size_t blank = length - 1, at = utf8_cut(typed->text, blank > 0 ? blank - 1 : 0);
    return blank > 0 && typed->text[blank] == ' ' &&
           language_ends_sentence(language, utf8_next(typed->text, blank, &at));
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
