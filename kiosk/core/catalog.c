/* SPDX-License-Identifier: MIT */
#include "core/catalog.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const uint32_t mo_magic = 0x950412de;
static const uint32_t mo_magic_swapped = 0xde120495;

enum {
    MO_HEADER_BYTES = 28,
    MO_ENTRY_BYTES = 8, /* length and offset of one string */
};

/* A .mo file: a header, a table of keys, a table of texts, an optional hash table, the strings. */
struct mo {
    const char *bytes;
    size_t length;
    bool swapped;
    uint32_t count, keys, texts, hash_count, hash;
};

struct span {
    const char *bytes;
    size_t length;
};

static uint32_t mo_u32(const struct mo *mo, size_t offset)
{
    const unsigned char *b = (const unsigned char *)mo->bytes + offset;
    if (mo->swapped) {
        return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
    }
    return (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 | (uint32_t)b[1] << 8 | b[0];
}

static bool mo_header(struct mo *mo)
{
    if (mo->length < MO_HEADER_BYTES) {
        return false;
    }
    uint32_t magic = mo_u32(mo, 0);
    mo->swapped = magic == mo_magic_swapped;
    mo->count = mo_u32(mo, 8);
    mo->keys = mo_u32(mo, 12);
    mo->texts = mo_u32(mo, 16);
    mo->hash_count = mo_u32(mo, 20);
    mo->hash = mo_u32(mo, 24);
    /* Revision 0.0 is the only one without strings that differ between systems. */
    return (mo->swapped || magic == mo_magic) && mo_u32(mo, 4) == 0;
}

static struct span mo_string(const struct mo *mo, uint32_t table, uint32_t index)
{
    size_t entry = table + (size_t)index * MO_ENTRY_BYTES;
    return (struct span){mo->bytes + mo_u32(mo, entry + 4), mo_u32(mo, entry)};
}

/* Parts must follow each other: true when [offset, offset + size) lies at or after *cursor and
 * inside the file, and moves the cursor to its end. This rules out every overlap at once. */
static bool mo_take(const struct mo *mo, size_t *cursor, uint32_t offset, uint64_t size)
{
    if (offset < *cursor || offset > mo->length || size > mo->length - offset) {
        return false;
    }
    *cursor = offset + (size_t)size;
    return true;
}

static bool mo_take_string(const struct mo *mo, size_t *cursor, uint32_t table, uint32_t index)
{
    size_t entry = table + (size_t)index * MO_ENTRY_BYTES;
    uint32_t length = mo_u32(mo, entry);
    uint32_t offset = mo_u32(mo, entry + 4);
    if (length > CATALOG_STRING_MAX || !mo_take(mo, cursor, offset, (uint64_t)length + 1)) {
        return false;
    }
    return mo->bytes[offset + length] == '\0';
}

/* Every part between two NULs is clean. */
static bool span_is_clean(struct span span)
{
    for (size_t at = 0; at <= span.length; at += strlen(span.bytes + at) + 1) {
        if (!utf8_is_clean(span.bytes + at, strlen(span.bytes + at))) {
            return false;
        }
    }
    return true;
}

static uint32_t span_part_count(struct span span)
{
    uint32_t count = 0;
    for (size_t at = 0; at <= span.length; at += strlen(span.bytes + at) + 1) {
        count++;
    }
    return count;
}

static uint32_t plural_form_count(enum plural_rule rule)
{
    switch (rule) {
    case PLURAL_ENGLISH:
        return 2;
    case PLURAL_ARABIC:
        return 6;
    case PLURAL_NONE:
        break;
    }
    return 1;
}

static uint32_t plural_form(enum plural_rule rule, uint64_t n)
{
    switch (rule) {
    case PLURAL_ENGLISH:
        return n == 1 ? 0 : 1;
    case PLURAL_ARABIC:
        if (n <= 2) {
            return (uint32_t)n;
        }
        n %= 100;
        return n >= 3 && n <= 10 ? 3 : n >= 11 ? 4 : 5;
    case PLURAL_NONE:
        break;
    }
    return 0;
}

/* Index of the key, or count. A plural key is stored as "id NUL id": its first part counts. */
static uint32_t mo_find(const struct mo *mo, const char *key)
{
    uint32_t low = 0;
    uint32_t high = mo->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(mo_string(mo, mo->keys, middle).bytes, key);
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

/* Nothing of the file is followed before this has passed. Returns the first problem, or NULL. */
static const char *mo_check(struct mo *mo)
{
    if (mo->length > CATALOG_BYTES_MAX) {
        return "longer than a catalogue may be";
    }
    if (!mo_header(mo)) {
        return "not a compiled catalogue of revision 0";
    }
    size_t cursor = MO_HEADER_BYTES;
    uint64_t table_bytes = (uint64_t)mo->count * MO_ENTRY_BYTES;
    if (!mo_take(mo, &cursor, mo->keys, table_bytes) ||
        !mo_take(mo, &cursor, mo->texts, table_bytes)) {
        return "a table overlaps or lies outside the file";
    }
    if (mo->hash_count > 0 && !mo_take(mo, &cursor, mo->hash, (uint64_t)mo->hash_count * 4)) {
        return "the hash table overlaps or lies outside the file";
    }
    for (uint32_t i = 0; i < mo->count; i++) {
        if (!mo_take_string(mo, &cursor, mo->keys, i)) {
            return "a key overlaps, is too long, has no end or lies outside the file";
        }
        struct span key = mo_string(mo, mo->keys, i);
        if (!span_is_clean(key)) {
            return "a key is not clean UTF-8";
        }
        if (i > 0 && strcmp(mo_string(mo, mo->keys, i - 1).bytes, key.bytes) >= 0) {
            return "the keys are not sorted";
        }
    }
    for (uint32_t i = 0; i < mo->count; i++) {
        if (!mo_take_string(mo, &cursor, mo->texts, i)) {
            return "a text overlaps, is too long, has no end or lies outside the file";
        }
        if (!span_is_clean(mo_string(mo, mo->texts, i))) {
            return "a text is not clean UTF-8";
        }
    }
    return NULL;
}

static enum status fail(struct error *error, enum status status, const char *what, const char *key)
{
    *error = (struct error){.status = status};
    snprintf(error->text, sizeof error->text, "catalogue: %s%s", what, key);
    return status;
}

enum status catalog_open(struct catalog *catalog, const char *bytes, size_t length,
                         enum plural_rule plural, struct error *error)
{
    struct mo mo = {.bytes = bytes, .length = length};
    const char *problem = mo_check(&mo);
    if (problem != NULL) {
        return fail(error, STATUS_DAMAGED, problem, "");
    }
    struct catalog opened = {.plural = plural, .bytes = bytes, .length = length};
    for (uint32_t id = 0; id < MSG_COUNT; id++) {
        const char *name = message_id_name((enum message_id)id);
        uint32_t index = mo_find(&mo, name);
        if (index == mo.count) {
            return fail(error, STATUS_MISSING, "no text for ", name);
        }
        bool is_plural = span_part_count(mo_string(&mo, mo.keys, index)) > 1;
        struct span text = mo_string(&mo, mo.texts, index);
        uint32_t forms = span_part_count(text);
        if (forms != (is_plural ? plural_form_count(plural) : 1)) {
            return fail(error, STATUS_DAMAGED, "plural forms missing or left over in ", name);
        }
        opened.text[id] = text.bytes;
        opened.text_forms[id] = (uint16_t)forms;
    }
    *catalog = opened;
    return STATUS_OK;
}

const char *catalog_text(const struct catalog *catalog, enum message_id id)
{
    assert((unsigned)id < MSG_COUNT);
    return catalog->text[id];
}

const char *catalog_plural(const struct catalog *catalog, enum message_id id, uint64_t n)
{
    assert((unsigned)id < MSG_COUNT);
    const char *text = catalog->text[id];
    uint32_t form = catalog->text_forms[id] > 1 ? plural_form(catalog->plural, n) : 0;
    assert(form < catalog->text_forms[id]);
    while (form-- > 0) {
        text += strlen(text) + 1;
    }
    return text;
}

const char *catalog_find(const struct catalog *catalog, const char *key)
{
    struct mo mo = {.bytes = catalog->bytes, .length = catalog->length};
    bool known = mo_header(&mo);
    assert(known); /* catalog_open has read these very bytes */
    uint32_t index = mo_find(&mo, key);
    return index == mo.count ? NULL : mo_string(&mo, mo.texts, index).bytes;
}

const char *message_id_name(enum message_id id)
{
#define MESSAGE_ID_NAME(name, text) text,
    static const char *const names[MSG_COUNT] = {MESSAGE_ID_LIST(MESSAGE_ID_NAME)};
#undef MESSAGE_ID_NAME
    assert((unsigned)id < MSG_COUNT);
    return names[id];
}
