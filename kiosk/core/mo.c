/* SPDX-License-Identifier: MIT */
#include "core/mo.h"

#include "core/utf8.h"

#include <string.h>

static const uint32_t mo_magic = 0x950412de;
static const uint32_t mo_magic_swapped = 0xde120495;

enum {
    MO_HEADER_BYTES = 28,
    MO_ENTRY_BYTES = 8, /* length and offset of one string */
};

static uint32_t mo_u32(const struct mo *mo, size_t offset)
{
    uint32_t number;
    memcpy(&number, mo->bytes + offset, sizeof(number));
    return mo->swapped ? __builtin_bswap32(number) : number;
}

static struct mo_string string_at(const struct mo *mo, uint32_t table, uint32_t index)
{
    size_t entry = table + (size_t)index * MO_ENTRY_BYTES;
    return (struct mo_string){mo->bytes + mo_u32(mo, entry + 4), mo_u32(mo, entry)};
}

struct mo_string mo_key(const struct mo *mo, uint32_t index)
{
    return string_at(mo, mo->keys, index);
}

struct mo_string mo_text(const struct mo *mo, uint32_t index)
{
    return string_at(mo, mo->texts, index);
}

uint32_t mo_part_count(struct mo_string string)
{
    uint32_t count = 0;
    for (size_t at = 0; at <= string.length; at += strlen(string.bytes + at) + 1) {
        count++;
    }
    return count;
}

uint32_t mo_find(const struct mo *mo, const char *key)
{
    uint32_t low = 0;
    uint32_t high = mo->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(mo_key(mo, middle).bytes, key);
        if (order == 0) {
            return middle;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return mo->count;
}

/* Parts must follow each other: true when [offset, offset + size) lies at or after *cursor and
 * inside the file, and moves the cursor to its end. This rules out every overlap at once. */
static bool take(const struct mo *mo, size_t *cursor, uint32_t offset, uint64_t size)
{
    if (offset < *cursor || offset > mo->length || size > mo->length - offset) {
        return false;
    }
    *cursor = offset + (size_t)size;
    return true;
}

static bool take_string(const struct mo *mo, size_t *cursor, uint32_t table, uint32_t index)
{
    size_t entry = table + (size_t)index * MO_ENTRY_BYTES;
    uint32_t length = mo_u32(mo, entry);
    uint32_t offset = mo_u32(mo, entry + 4);
    if (length > MO_STRING_MAX || !take(mo, cursor, offset, (uint64_t)length + 1)) {
        return false;
    }
    return mo->bytes[offset + length] == '\0';
}

/* Every part between two NULs is clean. */
static bool is_clean(struct mo_string string)
{
    for (size_t at = 0; at <= string.length;) {
        const size_t part = strlen(string.bytes + at);
        if (!utf8_is_clean(string.bytes + at, part)) {
            return false;
        }
        at += part + 1;
    }
    return true;
}

static const char *check_tables(struct mo *mo, size_t *cursor)
{
    uint32_t magic = mo_u32(mo, 0);
    mo->swapped = magic == mo_magic_swapped;
    /* Revision 0.0 is the only one without strings that differ between systems. */
    if ((!mo->swapped && magic != mo_magic) || mo_u32(mo, 4) != 0) {
        return "not a compiled catalogue of revision 0";
    }
    mo->count = mo_u32(mo, 8);
    mo->keys = mo_u32(mo, 12);
    mo->texts = mo_u32(mo, 16);
    uint32_t hash_count = mo_u32(mo, 20);
    uint64_t table_bytes = (uint64_t)mo->count * MO_ENTRY_BYTES;
    if (!take(mo, cursor, mo->keys, table_bytes) || !take(mo, cursor, mo->texts, table_bytes)) {
        return "a table overlaps or lies outside the file";
    }
    if (hash_count > 0 && !take(mo, cursor, mo_u32(mo, 24), (uint64_t)hash_count * 4)) {
        return "the hash table overlaps or lies outside the file";
    }
    return NULL;
}

static const char *check_strings(const struct mo *mo, size_t cursor)
{
    for (uint32_t i = 0; i < mo->count; i++) {
        if (!take_string(mo, &cursor, mo->keys, i)) {
            return "a key overlaps, is too long, has no end or lies outside the file";
        }
        if (!is_clean(mo_key(mo, i))) {
            return "a key is not clean UTF-8";
        }
        if (i > 0 && strcmp(mo_key(mo, i - 1).bytes, mo_key(mo, i).bytes) >= 0) {
            return "the keys are not sorted";
        }
    }
    for (uint32_t i = 0; i < mo->count; i++) {
        if (!take_string(mo, &cursor, mo->texts, i)) {
            return "a text overlaps, is too long, has no end or lies outside the file";
        }
        if (!is_clean(mo_text(mo, i))) {
            return "a text is not clean UTF-8";
        }
    }
    return NULL;
}

const char *mo_open(struct mo *mo, const char *bytes, size_t length)
{
    struct mo opened = {.bytes = bytes, .length = length};
    size_t cursor = MO_HEADER_BYTES;
    if (length > MO_BYTES_MAX) {
        return "longer than a catalogue may be";
    }
    if (length < MO_HEADER_BYTES) {
        return "not a compiled catalogue of revision 0";
    }
    const char *problem = check_tables(&opened, &cursor);
    if (problem == NULL) {
        problem = check_strings(&opened, cursor);
    }
    if (problem == NULL) {
        *mo = opened;
    }
    return problem;
}
