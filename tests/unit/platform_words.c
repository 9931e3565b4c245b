/* SPDX-License-Identifier: MIT */
/* Protects the way from the assets to the screen: the shipped words and questions load, what is
 * missing or not a file is told apart. */
#include "core/direction.h"
#include "platform/system/file.h"
#include "platform/system/words.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct assets assets;
static struct words words;
static struct pack pack;
static struct pack_errors errors;
static struct error error;

/* This program is BUILD/tests/unit/NAME, and the assets stand in the same BUILD. */
static int open_assets(void **state)
{
    (void)state;
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 64);
    assert_true(length > 0);
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    strcat(path, "/../../assets");
    return assets_open_path(&assets, path, &error) == STATUS_OK ? 0 : -1;
}

static int close_assets(void **state)
{
    (void)state;
    assets_close(&assets);
    return 0;
}

static void test_words(void **state)
{
    (void)state;
    assert_int_equal(words_open(&words, &assets, language_at(0), &error), STATUS_OK);
    assert_string_equal(catalog_text(&words.catalog, MSG_COMMON_NEXT), "Next");
}

/* The length of a message without its {names}, copied to out. */
static size_t own_words(const char *message, char *out)
{
    size_t length = 0;
    for (bool inside = false; *message != '\0'; message++) {
        inside = inside || *message == '{';
        if (!inside) {
            out[length++] = *message;
        }
        inside = inside && *message != '}';
    }
    return length;
}

/* On the screen a text runs the way of its first letter: one of a language that runs from right to
 * left does so. Lines for a terminal begin with the program's name; there the terminal decides. */
static void test_texts_run_the_way_of_their_language(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        if (!language->rtl) {
            continue;
        }
        assert_int_equal(words_open(&words, &assets, language, &error), STATUS_OK);
        for (uint32_t id = 0; id < MSG_COUNT; id++) {
            const char *text = catalog_text(&words.catalog, (enum message_id)id);
            const char *name = message_id_name((enum message_id)id);
            char own[4096];
            assert_true(strlen(text) < sizeof(own));
            size_t bytes = own_words(text, own);
            if (strncmp(name, "cli.", 4) != 0 && direction_turns(own, bytes) &&
                !direction_is_rtl(own, bytes, true)) {
                fail_msg("%s of %s begins the other way: put U+200F before it", name,
                         language->tag);
            }
        }
    }
}

static void test_languages_that_are_not_there(void **state)
{
    (void)state;
    static const struct language none = {.tag = "xx", .plural = PLURAL_ENGLISH};
    assert_int_equal(words_open(&words, &assets, &none, &error), STATUS_MISSING);
    assert_int_equal(error.status, STATUS_MISSING);
    assert_non_null(strstr(error.text, "xx"));
}

static void write_text(int dir, const char *name, const void *bytes, size_t length)
{
    int file = openat(dir, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_int_equal(write(file, bytes, length), length);
    close(file);
}

/* The process that keeps a shelf can open no file by the time it wants to read one. */
static void test_a_shelf_reads_what_was_there(void **state)
{
    (void)state;
    static struct words_shelf shelf;
    static char bytes[CATALOG_BYTES_MAX];
    char path[] = "/tmp/shelf-XXXXXX";
    size_t length = 0;
    struct assets copies;
    assert_int_equal(assets_read(&assets, "text/en.mo", bytes, sizeof bytes, &length), STATUS_OK);
    assert_non_null(mkdtemp(path));
    assert_int_equal(assets_open_path(&copies, path, &error), STATUS_OK);
    assert_int_equal(mkdirat(copies.dir, "text", 0700), 0);
    write_text(copies.dir, "text/en.mo", bytes, length);
    write_text(copies.dir, "text/es.mo", bytes, length - 1); /* damaged */
    words_shelf_open(&shelf, &copies);
    unlinkat(copies.dir, "text/en.mo", 0);
    unlinkat(copies.dir, "text/es.mo", 0);
    unlinkat(copies.dir, "text", AT_REMOVEDIR);
    assets_close(&copies);
    rmdir(path);
    for (int again = 0; again < 2; again++) {
        uint32_t found = 0;
        for (uint32_t i = 0; i < LANGUAGE_MAX; i++) {
            const struct language_offer *offer = words_shelf_at(&shelf, i);
            found += offer != NULL;
            if (offer != NULL) {
                assert_string_equal(offer->language->tag, "en");
                assert_string_equal(catalog_text(offer->catalog, MSG_COMMON_NEXT), "Next");
            }
        }
        assert_int_equal(found, 1);
    }
    assert_null(words_shelf_at(&shelf, LANGUAGE_MAX));
}

static void test_pack(void **state)
{
    (void)state;
    assert_int_equal(pack_load_asset(&assets, "packs/integrity.pack", &pack, &errors), STATUS_OK);
    assert_string_equal(pack.name, "integrity");
    assert_int_equal(pack_load("assets/packs/integrity.pack", &pack, &errors), STATUS_OK);
    assert_int_equal(pack.question_count, 7);
}

static void test_packs_that_cannot_be_read(void **state)
{
    (void)state;
    assert_int_equal(pack_load("assets/packs/none.pack", &pack, &errors), STATUS_MISSING);
    assert_int_equal(errors.count, 0);
    assert_int_equal(pack_load("assets/packs", &pack, &errors), STATUS_INVALID);
    assert_int_equal(pack_load("/dev/zero", &pack, &errors), STATUS_INVALID);
    assert_int_equal(pack_load("/proc/self/exe", &pack, &errors), STATUS_LIMIT);
    assert_int_equal(errors.count, 1);
    assert_int_equal(errors.item[0].problem, PACK_FILE_LONG);
}

static void test_read_sizes(void **state)
{
    (void)state;
    char path[] = "/tmp/words-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, "12345678", 8), 8);
    close(file);
    char buffer[16];
    size_t length = 99;
    assert_int_equal(file_read(AT_FDCWD, path, buffer, 7, &length), STATUS_LIMIT);
    assert_int_equal(length, 99);
    assert_int_equal(file_read(AT_FDCWD, path, buffer, 8, &length), STATUS_OK);
    assert_int_equal(length, 8);
    assert_int_equal(file_read(AT_FDCWD, path, buffer, 16, &length), STATUS_OK);
    assert_memory_equal(buffer, "12345678", length);
    unlink(path);
    assert_int_equal(file_read(AT_FDCWD, path, buffer, 16, &length), STATUS_MISSING);
}

/* What several processes read is what it was when the first of them asked, for each from its
 * beginning, and nobody who holds it can change it. */
static void test_a_sealed_pack(void **state)
{
    (void)state;
    static struct pack before, after;
    int sealed = -1;
    assert_int_equal(pack_load_asset(&assets, "packs/integrity.pack", &before, &errors), STATUS_OK);
    assert_int_equal(pack_seal(&assets, "packs/integrity.pack", &sealed), STATUS_OK);
    assert_true(fcntl(sealed, F_GETFD) & FD_CLOEXEC);
    assert_int_equal(pwrite(sealed, "x", 1, 0), -1);
    assert_int_equal(ftruncate(sealed, 0), -1);
    assert_int_equal(fcntl(sealed, F_ADD_SEALS, F_SEAL_WRITE), -1);
    for (int i = 0; i < 2; i++) {
        memset(&after, 0, sizeof(after));
        assert_int_equal(pack_load_sealed(dup(sealed), &after, &errors), STATUS_OK);
        assert_memory_equal(&before, &after, sizeof(before));
    }
    assert_int_equal(pack_load_sealed(sealed, &after, &errors), STATUS_OK);
    assert_int_equal(fcntl(sealed, F_GETFD), -1); /* it was closed */
    assert_int_equal(pack_seal(NULL, "/nowhere.pack", &sealed), STATUS_MISSING);
}

/* A file that is too long is told as such, by whoever reads what was sealed. */
static void test_a_sealed_pack_that_is_too_long(void **state)
{
    (void)state;
    char path[] = "/tmp/kiosk-pack-XXXXXX";
    int sealed = -1, file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(ftruncate(file, PACK_BYTES_MAX + 100), 0);
    close(file);
    assert_int_equal(pack_seal(NULL, path, &sealed), STATUS_OK);
    unlink(path);
    assert_int_equal(pack_load_sealed(sealed, &pack, &errors), STATUS_LIMIT);
    assert_int_equal(errors.count, 1);
}

static void test_assets_that_are_not_there(void **state)
{
    (void)state;
    struct assets none = {.dir = -2};
    assert_int_equal(assets_open_path(&none, "/nowhere/assets", &error), STATUS_MISSING);
    assert_non_null(strstr(error.text, "/nowhere/assets"));
    assert_int_equal(none.dir, -2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_shelf_reads_what_was_there),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_texts_run_the_way_of_their_language),
        cmocka_unit_test(test_languages_that_are_not_there),
        cmocka_unit_test(test_pack),
        cmocka_unit_test(test_packs_that_cannot_be_read),
        cmocka_unit_test(test_read_sizes),
        cmocka_unit_test(test_assets_that_are_not_there),
        cmocka_unit_test(test_a_sealed_pack),
        cmocka_unit_test(test_a_sealed_pack_that_is_too_long),
    };
    return cmocka_run_group_tests(tests, open_assets, close_assets);
}
