/* SPDX-License-Identifier: MIT */
#include "platform/display/kern.h"

#include "platform/display/sfnt.h"

#include <string.h>

enum {
    PAIRS = 2,         /* a lookup type of GPOS: pairs */
    PAIRS_CONTEXT = 8, /* a lookup type of GPOS that is about marks, not about two letters */
    PAIRS_EXTENSION = 9,
    JOINS = 4,
    JOINS_EXTENSION = 7,
    VALUE_X_PLACE = 1, /* bits of a value's format, one for each number in it */
    VALUE_X_ADVANCE = 4,
    IGNORE_LETTERS = 2 | 4, /* bits of a lookup's flag: the lookup ignores letters or ligatures */
    COUNT_MAX = 256,        /* limit for counts; real fonts have less than fifty */
    NO_PLACE = 0xFFFF,
};

/* Reads a number of two bytes. Beyond the end of the table everything is 0. */
static uint32_t read16(const struct kern_table *table, size_t at)
{
    return at < table->size && table->size - at >= 2
               ? (uint32_t)table->bytes[at] << 8 | table->bytes[at + 1]
               : 0;
}

static uint32_t read32(const struct kern_table *table, size_t at)
{
    return read16(table, at) << 16 | read16(table, at + 2);
}

static bool has_tag(const struct kern_table *table, size_t at, const char tag[4])
{
    return at < table->size && table->size - at >= 4 && memcmp(table->bytes + at, tag, 4) == 0;
}

/* Looks a glyph up in a sorted list of ranges (first, last, number). Returns the range's number,
 * and how far into the range the glyph is. */
static uint32_t find_range(const struct kern_table *table, size_t at, uint32_t count,
                           uint32_t glyph, uint32_t *within)
{
    for (uint32_t low = 0, high = count; low < high;) {
        const uint32_t middle = (low + high) / 2;
        const size_t range = at + (size_t)middle * 6;
        if (glyph < read16(table, range)) {
            high = middle;
        } else if (glyph > read16(table, range + 2)) {
            low = middle + 1;
        } else {
            *within = glyph - read16(table, range);
            return read16(table, range + 4);
        }
    }
    return NO_PLACE;
}

/* Returns where a glyph's record is, in a sorted list of records that begin with a glyph. */
static uint32_t find_record(const struct kern_table *table, size_t at, uint32_t count,
                            uint32_t bytes, uint32_t glyph)
{
    for (uint32_t low = 0, high = count; low < high;) {
        const uint32_t middle = (low + high) / 2;
        const uint32_t here = read16(table, at + (size_t)middle * bytes);
        if (here == glyph) {
            return middle;
        }
        if (glyph < here) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NO_PLACE;
}

/* Returns whether a subtable covers a glyph, and as which of its glyphs. */
static uint32_t coverage_of(const struct kern_table *table, size_t at, uint32_t glyph)
{
    const uint32_t count = read16(table, at + 2);
    uint32_t within = 0;
    if (read16(table, at) == 1) {
        return find_record(table, at + 4, count, 2, glyph);
    }
    if (read16(table, at) != 2) {
        return NO_PLACE;
    }
    uint32_t first = find_range(table, at + 4, count, glyph, &within);
    return first != NO_PLACE ? first + within : NO_PLACE;
}

/* Returns a glyph's class. A glyph that the table does not name has class 0. */
static uint32_t class_of(const struct kern_table *table, size_t at, uint32_t glyph)
{
    uint32_t within = 0;
    if (read16(table, at) == 1) {
        const uint32_t first = read16(table, at + 2), count = read16(table, at + 4);
        return glyph >= first && glyph - first < count
                   ? read16(table, at + 6 + (size_t)(glyph - first) * 2)
                   : 0;
    }
    if (read16(table, at) != 2) {
        return 0;
    }
    uint32_t class = find_range(table, at + 4, read16(table, at + 2), glyph, &within);
    return class != NO_PLACE ? class : 0;
}

/* Returns the default language of a script, or of all scripts that have no entry of their own; 0:
 * none. */
static size_t find_language(const struct kern_table *table, const char script[4])
{
    const size_t list = read16(table, 4);
    size_t found = 0;
    for (size_t i = 0; i < read16(table, list); i++) {
        const size_t record = list + 2 + i * 6;
        const bool is_it = has_tag(table, record, script);
        if (is_it || (found == 0 && has_tag(table, record, "DFLT"))) {
            const size_t at = list + read16(table, record + 4);
            found = at + read16(table, at);
        }
        if (is_it) {
            break;
        }
    }
    return found;
}

static uint32_t value_bytes(uint32_t format)
{
    return 2 * (uint32_t)__builtin_popcount(format & 0xFF);
}

static bool add_pairs(struct kern *kern, uint32_t kind, size_t at)
{
    const struct kern_table *table = &kern->pair_table;
    const uint32_t format = read16(table, at), value = read16(table, at + 4);
    const uint32_t second = read16(table, at + 6); /* what a pair adds to its second glyph */
    if (kind != PAIRS) {
        return kind == PAIRS_CONTEXT;
    }
    if (kern->pairs_count == KERN_PAIRS_MAX || (format != 1 && format != 2) ||
        (value & VALUE_X_ADVANCE) == 0 || second != 0) {
        return false;
    }
    kern->pairs[kern->pairs_count++] =
        (struct kern_pairs){.at = at,
                            .format = format,
                            .record_bytes = value_bytes(value),
                            .columns = read16(table, at + 14),
                            .moves = (value & VALUE_X_PLACE) != 0,
                            .skip_bytes = value_bytes(value & (VALUE_X_ADVANCE - 1))};
    return true;
}

static bool add_joins(struct kern *kern, uint32_t kind, size_t at)
{
    if (kind != JOINS || kern->joins_count == KERN_JOINS_MAX) {
        return false;
    }
    kern->joins[kern->joins_count++] = at;
    return true;
}

/* The lookups of one feature in one of the two tables. */
struct feature {
    const struct kern_table *table;
    const char *tag;
    uint32_t extension; /* the lookup type whose subtables are elsewhere */
    bool (*add)(struct kern *kern, uint32_t kind, size_t at);
};

static bool add_lookup(struct kern *kern, const struct feature *feature, size_t at)
{
    const struct kern_table *table = feature->table;
    const uint32_t count = read16(table, at + 4);
    if (count > COUNT_MAX || (read16(table, at + 2) & IGNORE_LETTERS) != 0) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        size_t part = at + read16(table, at + 6 + i * 2);
        uint32_t kind = read16(table, at);
        if (kind == feature->extension) {
            kind = read16(table, part + 2);
            part += read32(table, part + 4);
        }
        if (!feature->add(kern, kind, part)) {
            return false;
        }
    }
    return true;
}

/* Within one lookup the first subtable that has a pair applies. With two lookups both would apply,
 * which is not read here. */
static bool add_feature(struct kern *kern, const struct feature *feature, size_t at)
{
    const struct kern_table *table = feature->table;
    const size_t lookups = read16(table, 8);
    const uint32_t count = read16(table, at + 2);
    uint32_t with_parts = 0;
    for (size_t i = 0; i < count && count <= COUNT_MAX; i++) {
        const uint32_t before = kern->pairs_count + kern->joins_count;
        const size_t index = read16(table, at + 4 + i * 2);
        if (!add_lookup(kern, feature, lookups + read16(table, lookups + 2 + index * 2))) {
            return false;
        }
        with_parts += kern->pairs_count + kern->joins_count > before;
    }
    return with_parts <= 1 && count <= COUNT_MAX;
}

/* Finds a feature of a script. Where a language has a required feature, the font is not read here.
 */
static bool find_feature(struct kern *kern, const struct feature *feature, const char script[4])
{
    const struct kern_table *table = feature->table;
    const size_t language = find_language(table, script), features = read16(table, 6);
    if (language == 0) {
        return true;
    }
    for (size_t i = 0; i < read16(table, language + 4); i++) {
        const size_t record = features + 2 + read16(table, language + 6 + i * 2) * 6;
        if (has_tag(table, record, feature->tag)) {
            return read16(table, language + 2) == NO_PLACE &&
                   add_feature(kern, feature, features + read16(table, record + 4));
        }
    }
    return read16(table, language + 2) == NO_PLACE;
}

bool kern_find(const uint8_t *bytes, size_t size, const char script[4], struct kern *out)
{
    *out = (struct kern){0};
    struct kern_table *pairs = &out->pair_table, *joins = &out->join_table;
    (void)sfnt_table(bytes, size, "GPOS", &pairs->bytes, &pairs->size); /* else 0 is read */
    (void)sfnt_table(bytes, size, "GSUB", &joins->bytes, &joins->size);
    return find_feature(out, &(struct feature){pairs, "kern", PAIRS_EXTENSION, add_pairs},
                        script) &&
           find_feature(out, &(struct feature){joins, "liga", JOINS_EXTENSION, add_joins}, script);
}

void kern_glyph(const struct kern *kern, uint16_t glyph, struct kern_glyph *out)
{
    const struct kern_table *table = &kern->pair_table;
    *out = (struct kern_glyph){.glyph = glyph};
    for (uint32_t i = 0; i < kern->pairs_count; i++) {
        const struct kern_pairs *pairs = &kern->pairs[i];
        const size_t at = pairs->at;
        const uint32_t place = coverage_of(table, at + read16(table, at + 2), glyph);
        size_t first = at + read16(table, at + 10 + (size_t)place * 2);
        bool begins = place != NO_PLACE && (pairs->format == 2 || place < read16(table, at + 8));
        if (pairs->format == 2) {
            const uint32_t row = class_of(table, at + read16(table, at + 8), glyph);
            first = at + 16 + (size_t)row * pairs->columns * pairs->record_bytes;
            begins = begins && row < read16(table, at + 12);
            out->pairs[i].second = class_of(table, at + read16(table, at + 10), glyph);
        }
        out->pairs[i].first = begins ? (uint32_t)first : 0;
        out->is_moved = out->is_moved || (begins && pairs->moves);
    }
    table = &kern->join_table;
    for (uint32_t i = 0; i < kern->joins_count; i++) {
        const size_t at = kern->joins[i];
        const uint32_t place = coverage_of(table, at + read16(table, at + 2), glyph);
        const bool begins = place != NO_PLACE && place < read16(table, at + 4);
        out->joins[i] = begins ? (uint32_t)at + read16(table, at + 6 + (size_t)place * 2) : 0;
    }
}

int32_t kern_between(const struct kern *kern, const struct kern_glyph *first,
                     const struct kern_glyph *second)
{
    const struct kern_table *table = &kern->pair_table;
    for (uint32_t i = 0; i < kern->pairs_count; i++) {
        const struct kern_pairs *pairs = &kern->pairs[i];
        size_t at = first->pairs[i].first;
        if (at == 0 || (pairs->format == 2 && second->pairs[i].second >= pairs->columns)) {
            continue;
        }
        if (pairs->format == 2) {
            at += (size_t)second->pairs[i].second * pairs->record_bytes;
            return (int16_t)read16(table, at + pairs->skip_bytes);
        }
        const uint32_t bytes = 2 + pairs->record_bytes;
        const uint32_t record = find_record(table, at + 2, read16(table, at), bytes, second->glyph);
        if (record != NO_PLACE) {
            at += 4 + (size_t)record * bytes;
            return (int16_t)read16(table, at + pairs->skip_bytes);
        }
    }
    return 0;
}

/* Returns whether the glyphs form this ligature. Its record holds the ligature's glyph, the number
 * of its glyphs, and all of them but the first. */
static bool is_joined(const struct kern_table *table, size_t at,
                      const struct kern_glyph *const *glyphs, uint32_t count)
{
    const uint32_t taken = read16(table, at + 2);
    bool is_so = taken >= 2 && taken <= count;
    for (uint32_t i = 1; is_so && i < taken; i++) {
        is_so = read16(table, at + 2 + i * 2) == glyphs[i]->glyph;
    }
    return is_so;
}

uint16_t kern_join(const struct kern *kern, const struct kern_glyph *const *glyphs, uint32_t count,
                   uint32_t *taken)
{
    const struct kern_table *table = &kern->join_table;
    for (uint32_t i = 0; i < kern->joins_count; i++) {
        const size_t set = glyphs[0]->joins[i];
        for (size_t n = 0; set != 0 && n < read16(table, set); n++) {
            const size_t at = set + read16(table, set + 2 + n * 2);
            if (is_joined(table, at, glyphs, count)) {
                *taken = read16(table, at + 2);
                return (uint16_t)read16(table, at);
            }
        }
    }
    return 0;
}
