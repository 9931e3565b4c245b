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

/* To check a record, or to zero what has no meaning in it. */
void wire_begin(struct wire *wire, const void *record, size_t size);
void wire_begin_seal(struct wire *wire, void *record, size_t size);
/* What is left is zero, and every rule so far held. */
bool wire_end(struct wire *wire);

/* A field, of which its caller looks at the content; fields are taken in their order. */
void wire_take(struct wire *wire, const void *field, size_t size);
/* A rule that a field does not know by itself. */
void wire_expect(struct wire *wire, bool holds);

/* An unsigned number of 1, 2, 4 or 8 bytes, an enum or a bool, within min and max; returns it, good
 * or not. */
uint64_t wire_number(struct wire *wire, const void *field, size_t size, uint64_t min, uint64_t max);
#define WIRE_NUMBER(wire, field, min, max) wire_number(wire, &(field), sizeof(field), min, max)
/* Within -limit and limit. */
void wire_signed(struct wire *wire, const int32_t *field, int32_t limit);

/* A text that ends inside its field, is clean UTF-8, and has nothing behind its end; returns its
 * length. A line has no line feed. A name is that of a directory or a file, and nothing that leads
 * elsewhere. */
size_t wire_text(struct wire *wire, const char *text, size_t size);
size_t wire_line(struct wire *wire, const char *text, size_t size);
void wire_name(struct wire *wire, const char *name, size_t size);

#endif
