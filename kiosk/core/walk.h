/* SPDX-License-Identifier: MIT */
/* One pass over a record that another process sent, in the order of its bytes. Each field is taken
 * by its address; whatever lies between two fields, and after the last one, must be zero. So
 * padding, unused entries of a list and the tail of a text need no rules of their own, and cannot
 * carry anything across. Knows no message. */
#ifndef CORE_WALK_H
#define CORE_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct walk {
    const uint8_t *bytes;
    size_t size;
    uint8_t *seal; /* the same bytes, when gaps are to be zeroed instead of checked */
    size_t done;   /* everything before this is understood */
    bool good;
};

/* To check a record, or to zero what has no meaning in it. */
void walk_begin(struct walk *walk, const void *record, size_t size);
void walk_begin_seal(struct walk *walk, void *record, size_t size);
/* What is left is zero, and every rule so far held. */
bool walk_end(struct walk *walk);

/* A field, of which its caller looks at the content; fields are taken in their order. */
void walk_take(struct walk *walk, const void *field, size_t size);
/* A rule that a field does not know by itself. */
void walk_expect(struct walk *walk, bool holds);

/* An unsigned number of 1, 2, 4 or 8 bytes, an enum or a bool, within min and max; returns it, good
 * or not. */
uint64_t walk_number(struct walk *walk, const void *field, size_t size, uint64_t min, uint64_t max);
#define WALK_NUMBER(walk, field, min, max) walk_number(walk, &(field), sizeof(field), min, max)
/* Within -limit and limit. */
void walk_signed(struct walk *walk, const int32_t *field, int32_t limit);

/* A text that ends inside its field, is clean UTF-8, and has nothing behind its end; returns its
 * length. A line has no line feed. A name is that of a directory or a file, and nothing that leads
 * elsewhere. */
size_t walk_text(struct walk *walk, const char *text, size_t size);
size_t walk_line(struct walk *walk, const char *text, size_t size);
void walk_name(struct walk *walk, const char *name, size_t size);

#endif
