/* SPDX-License-Identifier: MIT */
/* One pass over a record that another process sent, in the order of its bytes. Each field is taken
 * by its address; whatever lies between two fields, and after the last one, must be zero. So
 * padding, unused entries of a list and the tail of a text need no rules of their own, and cannot
 * carry anything across. Knows no message. */
#ifndef CORE_WIRE_H
#define CORE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wire {
    const uint8_t *bytes;
    size_t size;
    uint8_t *seal; /* the same bytes, when gaps are to be zeroed instead of checked */
    size_t done;   /* everything before this is understood */
    bool good;
};

/* What a pass does: check a record, or zero what has no meaning in it. */
void wire_begin(struct wire *wire, const void *record, size_t size);
void wire_begin_seal(struct wire *wire, void *record, size_t size);
/* Returns whether every rule so far held and the rest of the record is zero. */
bool wire_end(struct wire *wire);

/* Takes a field whose content the caller checks. Fields are taken in their order. */
void wire_take(struct wire *wire, const void *field, size_t size);
/* Adds a rule that a field does not know by itself. */
void wire_expect(struct wire *wire, bool holds);

/* Takes an unsigned number of 1, 2, 4 or 8 bytes, an enum or a bool, which has to lie within min
 * and max. Returns it, good or not. */
uint64_t wire_number(struct wire *wire, const void *field, size_t size, uint64_t min, uint64_t max);
#define WIRE_NUMBER(wire, field, min, max) wire_number(wire, &(field), sizeof(field), min, max)
/* Takes a signed number, which has to lie within -limit and limit. */
void wire_signed(struct wire *wire, const int32_t *field, int32_t limit);

/* Takes a text, which has to end inside its field, be clean UTF-8, and have only zeros behind its
 * end. Returns its length. A line has no line feed. A name is that of a folder or a file and leads
 * nowhere else. */
size_t wire_text(struct wire *wire, const char *text, size_t size);
size_t wire_line(struct wire *wire, const char *text, size_t size);
void wire_name(struct wire *wire, const char *name, size_t size);

#endif
