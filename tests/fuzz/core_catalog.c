/* SPDX-License-Identifier: MIT */
/* Protects the words: of a catalogue that is taken every text can be shown, whatever was changed in
 * it. The first byte chooses the language's rule; the others are what differs from a catalogue that
 * is good for it: a place of two bytes and a value, again and again. */
#include "fuzz.h"

#include "core/catalog.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { RULES = 3, DIFFERENCE_BYTES = 3, MADE_BYTES = 1 << 16, HEADER_BYTES = 28, ENTRY_BYTES = 8 };

static const struct {
    enum plural_rule rule;
    const char *forms; /* of one letter each */
} RULE[RULES] = {{PLURAL_ENGLISH, "ab"}, {PLURAL_ARABIC, "abcdef"}, {PLURAL_NONE, "a"}};

/* One number for each form that a language has, and one past them. */
static const uint64_t NUMBERS[] = {0, 1, 2, 3, 11, 100, 111};

/* The good files, and the one that the input has changed: each in a block of its own length. */
static struct {
    size_t length;
    uint8_t *good, *changed;
} files[RULES];

struct maker {
    uint8_t bytes[MADE_BYTES];
    size_t length;
    uint32_t entry; /* of the next string */
};

static void put_number(struct maker *maker, size_t at, size_t number)
{
    for (int i = 0; i < 4; i++) {
        maker->bytes[at + (size_t)i] = (uint8_t)(number >> 8 * i);
    }
}

/* A string of `parts` parts, each of so many bytes. */
static void put_string(struct maker *maker, const char *text, size_t part_bytes, size_t parts,
                       bool same)
{
    size_t start = maker->length;
    for (size_t i = 0; i < parts; i++) {
        memcpy(maker->bytes + maker->length, text + (same ? 0 : i * part_bytes), part_bytes);
        maker->length += part_bytes + 1; /* a NUL is there already */
    }
    put_number(maker, HEADER_BYTES + maker->entry * ENTRY_BYTES, maker->length - start - 1);
    put_number(maker, HEADER_BYTES + maker->entry * ENTRY_BYTES + 4, start);
    maker->entry++;
}

static bool is_plural(uint32_t index)
{
    return index % 256 == 1;
}

static void make(size_t rule)
{
#define MESSAGE_ID_SORTED(name) name,
    static const enum message_id sorted[MSG_COUNT] = {MESSAGE_ID_SORTED_LIST(MESSAGE_ID_SORTED)};
#undef MESSAGE_ID_SORTED
    static struct maker maker;
    memset(&maker, 0, sizeof(maker));
    put_number(&maker, 0, 0x950412de);
    put_number(&maker, 8, MSG_COUNT);
    put_number(&maker, 12, HEADER_BYTES);
    put_number(&maker, 16, HEADER_BYTES + MSG_COUNT * ENTRY_BYTES);
    maker.length = HEADER_BYTES + 2 * MSG_COUNT * ENTRY_BYTES;
    for (uint32_t i = 0; i < MSG_COUNT; i++) {
        const char *name = message_id_name(sorted[i]);
        put_string(&maker, name, strlen(name), is_plural(i) ? 2 : 1, true);
    }
    for (uint32_t i = 0; i < MSG_COUNT; i++) {
        put_string(&maker, RULE[rule].forms, 1, is_plural(i) ? strlen(RULE[rule].forms) : 1, false);
    }
    files[rule].length = maker.length;
    files[rule].good = malloc(maker.length);
    files[rule].changed = malloc(maker.length);
    assert(files[rule].good != NULL && files[rule].changed != NULL);
    memcpy(files[rule].good, maker.bytes, maker.length);
    memcpy(files[rule].changed, maker.bytes, maker.length);
}

static void read_all(const struct catalog *catalog)
{
    const char *end = catalog->mo.bytes + catalog->mo.length;
    for (int i = 0; i < MSG_COUNT; i++) {
        enum message_id id = (enum message_id)i;
        const char *text = catalog_text(catalog, id);
        assert(text > catalog->mo.bytes && text < end);
        if (catalog->text_forms[i] == 1) {
            assert(catalog_plural(catalog, id, NUMBERS[0]) == text);
            continue;
        }
        assert(catalog_find(catalog, message_id_name(id)) == text);
        for (size_t n = 0; n < sizeof NUMBERS / sizeof NUMBERS[0]; n++) {
            const char *form = catalog_plural(catalog, id, NUMBERS[n]);
            assert(form >= text && form < end && utf8_is_clean(form, strlen(form)));
        }
    }
}

static void check(size_t rule, enum message_id looked_for)
{
    static struct catalog catalog;
    struct error error;
    const char *bytes = (const char *)files[rule].changed;
    enum status status = catalog_open(&catalog, bytes, files[rule].length, RULE[rule].rule, &error);
    if (status == STATUS_OK) {
        read_all(&catalog);
        assert(catalog_find(&catalog, message_id_name(looked_for)) ==
               catalog_text(&catalog, looked_for));
    } else {
        assert(status == STATUS_DAMAGED || status == STATUS_MISSING);
        assert(error.status == status && memchr(error.text, '\0', sizeof error.text));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    size_t rule = length > 0 ? bytes[0] % RULES : 0;
    size_t end = length > 0 ? length - (length - 1) % DIFFERENCE_BYTES : 0;
    uint32_t sum = 0;
    if (files[rule].good == NULL) {
        make(rule);
    }
    for (size_t at = 1; at < end; at += DIFFERENCE_BYTES) {
        size_t place = (size_t)(bytes[at] << 8 | bytes[at + 1]) % files[rule].length;
        files[rule].changed[place] = bytes[at + 2];
        sum += (uint32_t)place;
    }
    check(rule, (enum message_id)(sum % MSG_COUNT));
    for (size_t at = 1; at < end; at += DIFFERENCE_BYTES) {
        size_t place = (size_t)(bytes[at] << 8 | bytes[at + 1]) % files[rule].length;
        files[rule].changed[place] = files[rule].good[place];
    }
    return 0;
}
