/* SPDX-License-Identifier: MIT */
#include "core/pack_reader.h"
#include "core/utf8.h"

#include <assert.h>
#include <string.h>

enum { VERSION_MAX = 999999 };

struct key {
    const char *name;
    size_t offset;
    bool is_optional;
    bool is_theme; /* an index is stored, not the text */
};

struct kind_rules {
    const char *name;
    const struct key *keys;
    uint32_t key_count;
    uint32_t limit;
    bool is_item; /* its id begins with a theme and a dot */
};

static const struct key theme_keys[] = {
    {.name = "name", .offset = offsetof(struct pack_theme, name)},
    {.name = "spoken", .offset = offsetof(struct pack_theme, spoken)},
};
static const struct key question_keys[] = {
    {.name = "theme", .offset = offsetof(struct pack_question, theme), .is_theme = true},
    {.name = "statement", .offset = offsetof(struct pack_question, statement)},
    {.name = "guidance", .offset = offsetof(struct pack_question, guidance)},
    {.name = "short", .offset = offsetof(struct pack_question, brief)},
    {.name = "subject", .offset = offsetof(struct pack_question, subject)},
};
static const struct key practice_keys[] = {
    {.name = "text", .offset = offsetof(struct pack_item, text)},
    {.name = "spoken", .offset = offsetof(struct pack_item, spoken), .is_optional = true},
};
static const struct kind_rules rules[PACK_KIND_COUNT] = {
    [PACK_KIND_THEME] = {"theme", theme_keys, 2, PACK_THEME_MAX, false},
    [PACK_KIND_QUESTION] = {"question", question_keys, 5, PACK_QUESTION_MAX, false},
    [PACK_KIND_PRACTICE] = {"practice", practice_keys, 2, PACK_PRACTICE_MAX, true},
    [PACK_KIND_PROMPT] = {"prompt", practice_keys, 1, PACK_PROMPT_MAX, true},
};

static bool is_name(struct span text)
{
    if (text.length == 0 || text.length >= PACK_ID_BYTES) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!is_plain && !(c == '-' && i > 0)) {
            return false;
        }
    }
    return true;
}

/* Returns whether the text may be an id. It begins with a letter, because a table would take other
 * beginnings for a number or a sum; and it is not the word by which a table calls all questions. */
static bool is_id(struct span text)
{
    return is_name(text) && text.bytes[0] >= 'a' && text.bytes[0] <= 'z' && !span_is(text, "all");
}

static int find_theme(const struct pack *pack, struct span id)
{
    for (uint32_t i = 0; i < pack->theme_count; i++) {
        if (span_is(id, pack->theme[i].id)) {
            return (int)i;
        }
    }
    return -1;
}

static uint32_t *count_of(struct pack *pack, enum pack_kind kind)
{
    uint32_t *const counts[PACK_KIND_COUNT] = {&pack->theme_count, &pack->question_count,
                                               &pack->practice_count, &pack->prompt_count};
    assert(kind < PACK_KIND_COUNT);
    return counts[kind];
}

/* Returns the entry of an index. Every entry begins with its id. */
static char *entry_of(struct pack *pack, enum pack_kind kind, uint32_t index)
{
    char *const entries[PACK_KIND_COUNT] = {
        (char *)pack->theme,
        (char *)pack->question,
        (char *)pack->practice,
        (char *)pack->prompt,
    };
    static const size_t sizes[PACK_KIND_COUNT] = {
        sizeof(struct pack_theme),
        sizeof(struct pack_question),
        sizeof(struct pack_item),
        sizeof(struct pack_item),
    };
    assert(kind < PACK_KIND_COUNT && index < rules[kind].limit);
    return entries[kind] + index * sizes[kind];
}

void pack_end_section(struct pack_reader *reader)
{
    if (reader->kind >= PACK_KIND_COUNT) {
        return;
    }
    const struct kind_rules *rule = &rules[reader->kind];
    for (uint32_t i = 0; i < rule->key_count; i++) {
        if (!(reader->seen >> i & 1) && !rule->keys[i].is_optional) {
            pack_report(reader, reader->section_line, 1, PACK_KEY_MISSING,
                        span_of(rule->keys[i].name));
        }
    }
}

static enum pack_kind find_kind(struct span name)
{
    for (uint32_t kind = 0; kind < PACK_KIND_COUNT; kind++) {
        if (span_is(name, rules[kind].name)) {
            return (enum pack_kind)kind;
        }
    }
    return PACK_KIND_UNKNOWN;
}

/* Reads "theme.name" of a practice or a prompt. Returns the index of its theme; -1 when a problem
 * was told. */
static int read_item_theme(struct pack_reader *reader, struct span id)
{
    const char *dot = memchr(id.bytes, '.', id.length);
    size_t theme_length = dot != NULL ? (size_t)(dot - id.bytes) : 0;
    struct span theme = {id.bytes, theme_length};
    if (dot == NULL || id.length >= PACK_ID_BYTES || !is_id(theme) ||
        !is_name((struct span){dot + 1, id.length - theme_length - 1})) {
        pack_blame(reader, id.bytes, PACK_ITEM_ID, id);
        return -1;
    }
    int index = find_theme(&reader->draft, theme);
    if (index < 0) {
        pack_blame(reader, id.bytes, PACK_THEME_MISSING, theme);
    }
    return index;
}

static bool has_entry(struct pack *pack, enum pack_kind kind, struct span id)
{
    for (uint32_t i = 0; i < *count_of(pack, kind); i++) {
        if (span_is(id, entry_of(pack, kind, i))) {
            return true;
        }
    }
    return false;
}

/* Returns whether a theme or a question has this id. Both stand in one column of a table, so no two
 * of them may have one id. */
static bool has_like(struct pack *pack, enum pack_kind kind, struct span id)
{
    bool has = has_entry(pack, kind, id);
    if (kind == PACK_KIND_THEME || kind == PACK_KIND_QUESTION) {
        has = has_entry(pack, PACK_KIND_THEME, id) || has_entry(pack, PACK_KIND_QUESTION, id);
    }
    return has;
}

/* Gives the section an entry: a new entry in the draft, or the spare one when it cannot have one.
 */
static void begin_entry(struct pack_reader *reader, struct span id)
{
    enum pack_kind kind = reader->kind;
    uint32_t *count = count_of(&reader->draft, kind);
    int theme = -1;
    reader->entry = (char *)&reader->spare;
    if (rules[kind].is_item) {
        theme = read_item_theme(reader, id);
        if (theme < 0) {
            return;
        }
        reader->themes_used[kind] |= 1U << theme;
    } else if (!is_id(id)) {
        pack_blame(reader, id.bytes, PACK_ID, id);
        return;
    }
    if (has_like(&reader->draft, kind, id)) {
        pack_blame(reader, id.bytes, PACK_SECTION_TWICE, id);
        return;
    }
    if (*count == rules[kind].limit) {
        pack_blame_limit(reader, id.bytes, PACK_SECTION_MANY, rules[kind].limit);
        return;
    }
    reader->entry = entry_of(&reader->draft, kind, *count);
    span_copy(id, reader->entry, PACK_ID_BYTES);
    if (rules[kind].is_item) {
        ((struct pack_item *)(void *)reader->entry)->theme = (uint32_t)theme;
    }
    if (kind == PACK_KIND_THEME) {
        reader->theme_line[*count] = reader->line;
    }
    ++*count;
}

/* Takes the next word off the front of text. */
static struct span next_word(struct span *text)
{
    struct span word = span_take_until(text, ' ');
    *text = span_trim(*text);
    return word;
}

static void read_section(struct pack_reader *reader, struct span line)
{
    pack_end_section(reader);
    reader->kind = PACK_KIND_UNKNOWN;
    reader->section_line = reader->line;
    reader->seen = 0;
    if (line.bytes[line.length - 1] != ']') {
        pack_blame(reader, line.bytes, PACK_SYNTAX, line);
        return;
    }
    struct span inside = span_trim((struct span){line.bytes + 1, line.length - 2});
    struct span name = next_word(&inside);
    reader->kind = find_kind(name);
    if (reader->kind == PACK_KIND_UNKNOWN) {
        pack_blame(reader, name.bytes, PACK_SECTION_UNKNOWN, name);
        return;
    }
    begin_entry(reader, inside);
}

static void read_value(struct pack_reader *reader, const struct key *key, struct span name,
                       struct span value)
{
    if (!utf8_is_visible(value.bytes, value.length)) {
        pack_blame(reader, name.bytes, PACK_TEXT_EMPTY, name);
    } else if (key->is_theme) {
        int theme = find_theme(&reader->draft, value);
        if (theme < 0) {
            pack_blame(reader, value.bytes, PACK_THEME_MISSING, value);
            return;
        }
        uint32_t index = (uint32_t)theme;
        memcpy(reader->entry + key->offset, &index, sizeof index);
        reader->themes_used[reader->kind] |= 1U << index;
    } else if (value.length >= PACK_TEXT_BYTES) {
        pack_blame_limit(reader, value.bytes, PACK_TEXT_LONG, PACK_TEXT_BYTES - 1);
    } else {
        span_copy(value, reader->entry + key->offset, PACK_TEXT_BYTES);
    }
}

static void read_key(struct pack_reader *reader, struct span line)
{
    struct span rest = line;
    struct span name = span_take_until(&rest, '=');
    if (name.length == line.length || name.length == 0) {
        pack_blame(reader, line.bytes, PACK_SYNTAX, line);
        return;
    }
    name = span_trim(name);
    struct span value = span_trim(rest);
    if (reader->kind == PACK_KIND_NONE) {
        pack_blame(reader, name.bytes, PACK_KEY_OUTSIDE, name);
    }
    if (reader->kind >= PACK_KIND_COUNT) {
        return;
    }
    const struct kind_rules *rule = &rules[reader->kind];
    uint32_t i = 0;
    while (i < rule->key_count && !span_is(name, rule->keys[i].name)) {
        i++;
    }
    if (i == rule->key_count) {
        pack_blame(reader, name.bytes, PACK_KEY_UNKNOWN, name);
    } else if (reader->seen >> i & 1) {
        pack_blame(reader, name.bytes, PACK_KEY_TWICE, name);
    } else {
        reader->seen |= 1U << i;
        read_value(reader, &rule->keys[i], name, value);
    }
}

/* A number from 1, without leading zeros; 0 for anything else. */
static uint32_t read_version(struct span text)
{
    uint64_t version = 0;
    bool is_plain = text.length > 0 && text.bytes[0] != '0';
    return is_plain && span_number(text, 10, VERSION_MAX, &version) ? (uint32_t)version : 0;
}

/* Returns true if the line was meant as the header, right or wrong. */
static bool read_header(struct pack_reader *reader, struct span line)
{
    struct span rest = line;
    struct span word = next_word(&rest);
    struct span name = next_word(&rest);
    uint32_t version = read_version(rest);
    reader->has_header = true;
    if (!span_is(word, "pack") || !is_id(name) || version == 0) {
        pack_blame(reader, line.bytes, PACK_HEADER, line);
        return span_is(word, "pack");
    }
    span_copy(name, reader->draft.name, sizeof(reader->draft.name));
    reader->draft.version = version;
    return true;
}

void pack_read_line(struct pack_reader *reader)
{
    struct span line = span_trim(reader->line_text);
    if (line.length == 0 || line.bytes[0] == '#') {
        return;
    }
    if (!reader->has_header && read_header(reader, line)) {
        return;
    }
    if (line.bytes[0] == '[') {
        read_section(reader, line);
    } else {
        read_key(reader, line);
    }
}
