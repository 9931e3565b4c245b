/* SPDX-License-Identifier: MIT */
/* Protects every word on the screen: the catalogue that ships is complete, plural forms are the
 * right ones, and no damaged or hostile file is followed outside its own bytes. */
#include "core/catalog.h"
#include "sanitized.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { HEADER_BYTES = 28, ENTRY_BYTES = 8, EXTRA_COUNT = 2, ENTRY_MAX = MSG_COUNT + EXTRA_COUNT };

static struct catalog catalog;
static struct error error;
static char shipped[CATALOG_BYTES_MAX];
static size_t shipped_length;

/* A catalogue made here: every id with its own name as text, a pack's text, and one plural. */
struct made {
    char bytes[1 << 18];
    size_t length;
    bool swapped;
    uint32_t count;
};

struct entry {
    const char *key;
    size_t key_length;
    const char *text;
    size_t text_length;
};

static struct made made;

static void put_u32(struct made *mo, size_t at, uint32_t value)
{
    for (size_t i = 0; i < 4; i++) {
        size_t shift = 8 * (mo->swapped ? 3 - i : i);
        mo->bytes[at + i] = (char)(value >> shift);
    }
}

static uint32_t get_u32(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 | (uint32_t)b[1] << 8 | b[0];
}

static int compare_entries(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->key, ((const struct entry *)b)->key);
}

static void put_strings(struct made *mo, const struct entry *entries, bool texts)
{
    size_t table = HEADER_BYTES + (texts ? (size_t)mo->count * ENTRY_BYTES : 0);
    for (uint32_t i = 0; i < mo->count; i++) {
        const char *string = texts ? entries[i].text : entries[i].key;
        size_t length = texts ? entries[i].text_length : entries[i].key_length;
        put_u32(mo, table + i * ENTRY_BYTES, (uint32_t)length);
        put_u32(mo, table + i * ENTRY_BYTES + 4, (uint32_t)mo->length);
        memcpy(mo->bytes + mo->length, string, length);
        mo->bytes[mo->length + length] = '\0';
        mo->length += length + 1;
    }
}

struct recipe {
    bool swapped;
    const char *without;  /* this id is left out */
    const char *seconds;  /* forms of plural.seconds, two unless said */
    size_t seconds_bytes; /* without the last NUL */
};

static void make(struct recipe recipe)
{
    static struct entry entries[ENTRY_MAX];
    uint32_t count = 0;
    for (uint32_t id = 0; id < MSG_COUNT; id++) {
        const char *name = message_id_name((enum message_id)id);
        struct entry entry = {name, strlen(name), name, strlen(name)};
        if (id == MSG_PLURAL_SECONDS) {
            static const char key[] = "plural.seconds\0plural.seconds";
            static const char two[] = "one\0other";
            entry = (struct entry){key, sizeof key - 1, two, sizeof two - 1};
            if (recipe.seconds != NULL) {
                entry.text = recipe.seconds;
                entry.text_length = recipe.seconds_bytes;
            }
        }
        if (recipe.without == NULL || strcmp(recipe.without, name) != 0) {
            entries[count++] = entry;
        }
    }
    entries[count++] = (struct entry){"", 0, "Language: xx\n", 13};
    entries[count++] = (struct entry){"question.q1.statement", 21, "Yo", 2};
    qsort(entries, count, sizeof entries[0], compare_entries);
    made = (struct made){.swapped = recipe.swapped, .count = count};
    put_u32(&made, 0, 0x950412de);
    put_u32(&made, 8, count);
    put_u32(&made, 12, HEADER_BYTES);
    put_u32(&made, 16, HEADER_BYTES + count * ENTRY_BYTES);
    made.length = HEADER_BYTES + 2 * (size_t)count * ENTRY_BYTES;
    put_strings(&made, entries, false);
    put_strings(&made, entries, true);
}

static enum status open_made(enum plural_rule rule)
{
    return catalog_open(&catalog, made.bytes, made.length, rule, &error);
}

/* Reads everything a catalogue offers, for a checker to watch. */
static void read_all(void)
{
    for (uint32_t id = 0; id < MSG_COUNT; id++) {
        assert_true(strlen(catalog_text(&catalog, (enum message_id)id)) <= CATALOG_STRING_MAX);
        for (uint64_t n = 0; n < 3; n++) {
            const char *form = catalog_plural(&catalog, (enum message_id)id, n);
            assert_true(utf8_is_clean(form, strlen(form)));
        }
    }
}

/* This program is BUILD/tests/unit/NAME, and the catalogue stands in the same BUILD. */
static int load_shipped(void **state)
{
    (void)state;
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 64);
    assert_true(length > 0);
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    strcat(path, "/../../assets/text/en.mo");
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return -1;
    }
    shipped_length = fread(shipped, 1, sizeof shipped, file);
    return fclose(file);
}

static void test_shipped_catalogue(void **state)
{
    (void)state;
    assert_int_equal(catalog_open(&catalog, shipped, shipped_length, PLURAL_ENGLISH, &error),
                     STATUS_OK);
    read_all();
    assert_string_equal(catalog_text(&catalog, MSG_WELCOME_TITLE), "Welcome.");
    assert_string_equal(catalog_plural(&catalog, MSG_IDLE_COUNT, 1), "{n} second");
    assert_string_equal(catalog_plural(&catalog, MSG_IDLE_COUNT, 22), "{n} seconds");
    assert_string_equal(catalog_plural(&catalog, MSG_WELCOME_TITLE, 22), "Welcome.");
    assert_string_equal(catalog_find(&catalog, "promise.ready"), "I am ready");
    assert_null(catalog_find(&catalog, "promise.read"));
    assert_null(catalog_find(&catalog, "zzz"));
    assert_non_null(catalog_find(&catalog, ""));
}

static void test_no_shipped_text_is_empty(void **state)
{
    (void)state;
    for (uint32_t id = 0; id < MSG_COUNT; id++) {
        for (uint64_t n = 1; n < 3; n++) {
            assert_true(strlen(catalog_plural(&catalog, (enum message_id)id, n)) > 0);
        }
    }
}

static void test_both_byte_orders(void **state)
{
    (void)state;
    for (int swapped = 0; swapped < 2; swapped++) {
        make((struct recipe){.swapped = swapped == 1});
        assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_OK);
        read_all();
        for (uint32_t id = 0; id < MSG_COUNT; id++) {
            const char *name = message_id_name((enum message_id)id);
            const char *text = id == MSG_PLURAL_SECONDS ? "one" : name;
            assert_string_equal(catalog_text(&catalog, (enum message_id)id), text);
            assert_string_equal(catalog_find(&catalog, name), text);
        }
        assert_string_equal(catalog_find(&catalog, "question.q1.statement"), "Yo");
    }
}

static void test_plural_forms(void **state)
{
    (void)state;
    static const char arabic[] = "zero\0one\0two\0few\0many\0other";
    static const struct {
        uint64_t n;
        const char *form;
    } cases[] = {{0, "zero"},   {1, "one"},      {2, "two"},          {3, "few"},     {10, "few"},
                 {11, "many"},  {99, "many"},    {100, "other"},      {102, "other"}, {103, "few"},
                 {111, "many"}, {1002, "other"}, {UINT64_MAX, "many"}};
    make((struct recipe){.seconds = arabic, .seconds_bytes = sizeof arabic - 1});
    assert_int_equal(open_made(PLURAL_ARABIC), STATUS_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(catalog_plural(&catalog, MSG_PLURAL_SECONDS, cases[i].n),
                            cases[i].form);
    }
    make((struct recipe){.seconds = "all", .seconds_bytes = 3});
    assert_int_equal(open_made(PLURAL_NONE), STATUS_OK);
    assert_string_equal(catalog_plural(&catalog, MSG_PLURAL_SECONDS, 1), "all");
    make((struct recipe){0});
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_OK);
    assert_string_equal(catalog_plural(&catalog, MSG_PLURAL_SECONDS, 0), "other");
    assert_string_equal(catalog_plural(&catalog, MSG_PLURAL_SECONDS, 1), "one");
}

static void test_wrong_number_of_forms(void **state)
{
    (void)state;
    make((struct recipe){.seconds = "one", .seconds_bytes = 3});
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    make((struct recipe){.seconds = "a\0b\0c", .seconds_bytes = 5});
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    make((struct recipe){0});
    assert_int_equal(open_made(PLURAL_ARABIC), STATUS_DAMAGED);
    assert_non_null(strstr(error.text, "plural.seconds"));
}

static void test_missing_id_is_named(void **state)
{
    (void)state;
    static struct catalog before;
    make((struct recipe){0});
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_OK);
    before = catalog;
    make((struct recipe){.without = "erase.body"});
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_MISSING);
    assert_non_null(strstr(error.text, "erase.body"));
    assert_int_equal(error.status, STATUS_MISSING);
    assert_memory_equal(&before, &catalog, sizeof catalog);
}

static void test_magic_and_revision(void **state)
{
    (void)state;
    make((struct recipe){0});
    put_u32(&made, 4, 1);
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    make((struct recipe){0});
    put_u32(&made, 0, 0x950412df);
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    make((struct recipe){.swapped = true});
    made.swapped = false;
    put_u32(&made, 0, 0x950412de); /* the magic of one order, the rest in the other */
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
}

/* Each of these is one field of a good file, set to something that must not be followed. */
static void test_hostile_fields(void **state)
{
    (void)state;
    make((struct recipe){0});
    size_t texts = HEADER_BYTES + (size_t)made.count * ENTRY_BYTES;
    size_t second = HEADER_BYTES + ENTRY_BYTES;
    uint32_t first_key = get_u32(made.bytes + HEADER_BYTES + 4);
    const struct {
        size_t at;
        uint32_t value;
    } cases[] = {
        {8, UINT32_MAX},            /* count */
        {8, made.count + 1},        /* tables overlap */
        {8, 0x20000000},            /* count times eight wraps in 32 bits */
        {12, 0},                    /* keys in the header */
        {12, UINT32_MAX - 3},       /* keys outside */
        {16, HEADER_BYTES},         /* one table over the other */
        {16, UINT32_MAX},           /* texts outside */
        {20, UINT32_MAX},           /* a hash table without end */
        {24, 0},                    /* no hash table: not looked at, stays good */
        {HEADER_BYTES, UINT32_MAX}, /* key length: plus one wraps to nothing */
        {HEADER_BYTES, CATALOG_STRING_MAX + 1} /* key too long */,
        {HEADER_BYTES + 4, 0},               /* a key in the header */
        {second + 4, first_key},             /* one key over the other */
        {second + 4, (uint32_t)made.length}, /* just outside */
        {texts, UINT32_MAX - 1},             /* text length */
        {texts + 4, first_key},              /* a text over a key */
        {texts + 4, UINT32_MAX},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        make((struct recipe){0});
        put_u32(&made, cases[i].at, cases[i].value);
        bool is_good = cases[i].at == 24;
        assert_int_equal(open_made(PLURAL_ENGLISH), is_good ? STATUS_OK : STATUS_DAMAGED);
        assert_true(is_good || strlen(error.text) > 0);
    }
}

/* The last text runs one byte past the end, where memory happens to hold a NUL. */
static void test_last_text_ends_with_the_file(void **state)
{
    (void)state;
    make((struct recipe){0});
    made.length--;
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    make((struct recipe){0});
    size_t last = HEADER_BYTES + (2 * (size_t)made.count - 1) * ENTRY_BYTES;
    put_u32(&made, last, get_u32(made.bytes + last) + 1);
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
}

static void test_strings_that_are_not_clean(void **state)
{
    (void)state;
    make((struct recipe){0});
    size_t last = made.length - 1;
    made.bytes[last] = 'x'; /* no NUL at the end */
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    static const char unclean[] = {'\xFF', '\x1B', '\x80', '\r'};
    for (size_t i = 0; i < sizeof unclean; i++) {
        make((struct recipe){0});
        made.bytes[last - 1] = unclean[i];
        assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    }
}

static void test_keys_out_of_order(void **state)
{
    (void)state;
    make((struct recipe){0});
    size_t key = get_u32(made.bytes + HEADER_BYTES + 2 * ENTRY_BYTES + 4);
    made.bytes[key] = '~';
    assert_int_equal(open_made(PLURAL_ENGLISH), STATUS_DAMAGED);
    assert_non_null(strstr(error.text, "sorted"));
}

/* Cut anywhere, in a block of memory that ends there. */
static void test_truncated_everywhere(void **state)
{
    (void)state;
    size_t tables = HEADER_BYTES + 2 * (size_t)get_u32(shipped + 8) * ENTRY_BYTES;
    for (size_t length = 0; length < shipped_length;) {
        char *copy = malloc(length > 0 ? length : 1);
        assert_non_null(copy);
        memcpy(copy, shipped, length);
        enum status status = catalog_open(&catalog, copy, length, PLURAL_ENGLISH, &error);
        free(copy);
        assert_int_equal(status, STATUS_DAMAGED);
        bool is_dense = length < tables || length + 256 > shipped_length;
        length += is_dense ? 1 : 31;
    }
    static char huge[CATALOG_BYTES_MAX + 1];
    memcpy(huge, shipped, shipped_length);
    assert_int_equal(catalog_open(&catalog, huge, sizeof huge, PLURAL_ENGLISH, &error),
                     STATUS_DAMAGED);
}

/* Whatever bit of the header or the tables turns over, the file is refused or stays safe to read.
 */
static void test_flipped_bits(void **state)
{
    (void)state;
    char *copy = malloc(shipped_length);
    assert_non_null(copy);
    memcpy(copy, shipped, shipped_length);
    size_t tables_bits = 8 * (HEADER_BYTES + 2 * (size_t)get_u32(shipped + 8) * ENTRY_BYTES);
    size_t survived = 0;
    for (size_t bit = 0; bit < tables_bits; bit += bit < 8 * HEADER_BYTES ? 1
                                                   : IS_SANITIZED         ? 71
                                                                          : 7) {
        copy[bit / 8] = (char)(copy[bit / 8] ^ 1 << bit % 8);
        if (catalog_open(&catalog, copy, shipped_length, PLURAL_ENGLISH, &error) == STATUS_OK) {
            read_all();
            survived++;
        }
        copy[bit / 8] = (char)(copy[bit / 8] ^ 1 << bit % 8);
    }
    free(copy);
    assert_true(survived <= 32); /* of the header, only the unused hash offset is free to change */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped_catalogue),
        cmocka_unit_test(test_no_shipped_text_is_empty),
        cmocka_unit_test(test_both_byte_orders),
        cmocka_unit_test(test_plural_forms),
        cmocka_unit_test(test_wrong_number_of_forms),
        cmocka_unit_test(test_missing_id_is_named),
        cmocka_unit_test(test_magic_and_revision),
        cmocka_unit_test(test_hostile_fields),
        cmocka_unit_test(test_last_text_ends_with_the_file),
        cmocka_unit_test(test_strings_that_are_not_clean),
        cmocka_unit_test(test_keys_out_of_order),
        cmocka_unit_test(test_truncated_everywhere),
        cmocka_unit_test(test_flipped_bits),
    };
    return cmocka_run_group_tests(tests, load_shipped, NULL);
}
