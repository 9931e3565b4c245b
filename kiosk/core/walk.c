/* SPDX-License-Identifier: MIT */
#include "core/walk.h"

#include "core/utf8.h"

#include <assert.h>
#include <string.h>

void walk_begin(struct walk *walk, const void *record, size_t size)
{
    *walk = (struct walk){.bytes = record, .size = size, .good = true};
}

void walk_begin_seal(struct walk *walk, void *record, size_t size)
{
    walk_begin(walk, record, size);
    walk->seal = record;
}

void walk_take(struct walk *walk, const void *field, size_t size)
{
    size_t at = (size_t)((const uint8_t *)field - walk->bytes);
    assert(at >= walk->done && at + size <= walk->size);
    if (walk->seal != NULL) {
        memset(walk->seal + walk->done, 0, at - walk->done);
    }
    for (size_t i = walk->done; i < at; i++) {
        walk->good = walk->good && walk->bytes[i] == 0;
    }
    walk->done = at + size;
}

void walk_expect(struct walk *walk, bool holds)
{
    walk->good = walk->good && holds;
}

/* Fields are copied out as bytes: a bool or an enum that holds any other value may not be read. */
uint64_t walk_number(struct walk *walk, const void *field, size_t size, uint64_t min, uint64_t max)
{
    uint64_t value = 0;
    walk_take(walk, field, size);
    if (size == 1) {
        value = *(const uint8_t *)field;
    } else if (size == 2) {
        uint16_t narrow;
        memcpy(&narrow, field, sizeof(narrow));
        value = narrow;
    } else if (size == 4) {
        uint32_t middle;
        memcpy(&middle, field, sizeof(middle));
        value = middle;
    } else {
        assert(size == sizeof(value));
        memcpy(&value, field, sizeof(value));
    }
    walk_expect(walk, value >= min && value <= max);
    return value;
}

void walk_signed(struct walk *walk, const int32_t *field, int32_t limit)
{
    walk_take(walk, field, sizeof(*field));
    walk_expect(walk, *field >= -limit && *field <= limit);
}

size_t walk_text(struct walk *walk, const char *text, size_t size)
{
    size_t length = strnlen(text, size);
    walk_take(walk, text, length);
    walk_expect(walk, length < size && utf8_is_clean(text, length));
    return length;
}

size_t walk_line(struct walk *walk, const char *text, size_t size)
{
    size_t length = walk_text(walk, text, size);
    walk_expect(walk, memchr(text, '\n', length) == NULL);
    return length;
}

void walk_name(struct walk *walk, const char *name, size_t size)
{
    size_t length = walk_text(walk, name, size);
    walk_expect(walk, length > 0 && name[0] != '.');
    walk_expect(walk, memchr(name, '/', length) == NULL && memchr(name, '\n', length) == NULL);
}

bool walk_end(struct walk *walk)
{
    walk_take(walk, walk->bytes + walk->size, 0);
    return walk->good;
}
