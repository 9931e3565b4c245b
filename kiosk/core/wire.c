/* SPDX-License-Identifier: MIT */
#include "core/wire.h"

#include "core/utf8.h"
#include "core/wipe.h"

#include <assert.h>
#include <string.h>

void wire_begin(struct wire *wire, const void *record, size_t size)
{
    *wire = (struct wire){.bytes = record, .size = size, .good = true};
}

void wire_begin_seal(struct wire *wire, void *record, size_t size)
{
    wire_begin(wire, record, size);
    wire->seal = record;
}

void wire_take(struct wire *wire, const void *field, size_t size)
{
    size_t at = (size_t)((const uint8_t *)field - wire->bytes);
    assert(at >= wire->done && at + size <= wire->size);
    if (wire->seal != NULL) {
        memset(wire->seal + wire->done, 0, at - wire->done);
    }
    wire->good = wire->good && is_zero(wire->bytes + wire->done, at - wire->done);
    wire->done = at + size;
}

void wire_expect(struct wire *wire, bool holds)
{
    wire->good = wire->good && holds;
}

/* Fields are copied out as bytes: a bool or an enum that holds any other value may not be read. */
uint64_t wire_number(struct wire *wire, const void *field, size_t size, uint64_t min, uint64_t max)
{
    uint64_t value = 0;
    wire_take(wire, field, size);
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
    wire_expect(wire, value >= min && value <= max);
    return value;
}

void wire_signed(struct wire *wire, const int32_t *field, int32_t limit)
{
    wire_take(wire, field, sizeof(*field));
    wire_expect(wire, *field >= -limit && *field <= limit);
}

size_t wire_text(struct wire *wire, const char *text, size_t size)
{
    size_t length = strnlen(text, size);
    wire_take(wire, text, length);
    wire_expect(wire, length < size && utf8_is_clean(text, length));
    return length;
}

size_t wire_line(struct wire *wire, const char *text, size_t size)
{
    size_t length = wire_text(wire, text, size);
    wire_expect(wire, memchr(text, '\n', length) == NULL);
    return length;
}

void wire_name(struct wire *wire, const char *name, size_t size)
{
    size_t length = wire_text(wire, name, size);
    wire_expect(wire, length > 0 && name[0] != '.');
    wire_expect(wire, memchr(name, '/', length) == NULL && memchr(name, '\n', length) == NULL);
}

bool wire_end(struct wire *wire)
{
    wire_take(wire, wire->bytes + wire->size, 0);
    return wire->good;
}
