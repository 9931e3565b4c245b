/* SPDX-License-Identifier: MIT */
/* Protects what is offered: every shipped catalogue opens with its own plural forms, no character
 * of any of its texts is without a glyph in the real fonts, and a language whose parts are missing
 * is left out and named. */
#include "platform/system/languages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct assets assets;
static struct languages languages;
static struct text_engine *engine;
static struct error error;

static int open_assets(void **state)
{
    (void)state;
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 64);
    assert_true(length > 0);
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    strcat(path, "/../../assets");
    assert_int_equal(text_open(&engine, &error), STATUS_OK);
    return assets_open_path(&assets, path, &error) == STATUS_OK ? 0 : -1;
}

static int close_assets(void **state)
{
    (void)state;
    text_close(engine);
    assets_close(&assets);
    return 0;
}

static void test_what_is_offered(void **state)
{
    (void)state;
    assert_int_equal(languages_open(&languages, &assets, engine, NULL, &error), STATUS_OK);
    assert_int_equal(languages.count, 3);
    assert_int_equal(languages.gap_count, 0);
    assert_string_equal(languages.offer[languages.first].language->tag, "en");
    assert_int_equal(languages_open(&languages, &assets, engine, "ar-EG", &error), STATUS_OK);
    assert_string_equal(languages.offer[languages.first].language->tag, "ar");
    assert_int_equal(languages_open(&languages, &assets, engine, "xx", &error), STATUS_MISSING);
    assert_non_null(strstr(error.text, "xx"));
    /* The pseudo-language comes only when somebody asks for it. */
    assert_int_equal(languages_open(&languages, &assets, engine, "qps", &error), STATUS_OK);
    assert_int_equal(languages.count, 4);
}

/* ACCESS 51: every text of every catalogue, the pack's among them, in each family of fonts. */
static void test_every_character_has_a_glyph(void **state)
{
    (void)state;
    struct text_ops text = text_measure(engine);
    assert_int_equal(languages_open(&languages, &assets, engine, "qps", &error), STATUS_OK);
    for (uint32_t i = 0; i < languages.count; i++) {
        const struct catalog *catalog = languages.offer[i].catalog;
        for (int id = 0; id < MSG_COUNT; id++) {
            const char *form = catalog_text(catalog, (enum message_id)id);
            for (uint32_t f = 0; f < catalog->text_forms[id]; f++, form += strlen(form) + 1) {
                for (const char *line = form; *line != '\0'; line += strcspn(line, "\n")) {
                    line += *line == '\n';
                    size_t bytes = strcspn(line, "\n");
                    for (uint16_t family = 0; family < FONT_FAMILY_COUNT; family++) {
                        struct font font = {.family = family, .em_px = 20};
                        if (text.missing(text.context, font, line, bytes) != 0) {
                            fail_msg("%s, %s: a glyph is missing: %s",
                                     languages.offer[i].language->tag,
                                     message_id_name((enum message_id)id), line);
                        }
                    }
                }
            }
        }
    }
}

/* The pack's words are under their own keys, and translated in each catalogue but English. */
static void test_the_pack_is_translated(void **state)
{
    (void)state;
    static const char *const KEYS[] = {
        "question.q1.statement", "question.q7.guidance", "question.q3.subject",
        "question.q6.short",     "theme.steady",         "theme.steady.s",
        "practice.steady.q1",    "practice.open.q4.s",   "prompt.caring.4"};
    assert_int_equal(languages_open(&languages, &assets, engine, "qps", &error), STATUS_OK);
    for (uint32_t i = 0; i < languages.count; i++) {
        bool english = strcmp(languages.offer[i].language->tag, "en") == 0;
        for (size_t k = 0; k < sizeof(KEYS) / sizeof(KEYS[0]); k++) {
            const char *found = catalog_find(languages.offer[i].catalog, KEYS[k]);
            assert_int_equal(found != NULL, !english);
        }
    }
}

/* A folder with English alone: the others are left out, each with the file that is missing. */
static void test_gaps_are_named(void **state)
{
    (void)state;
    char place[] = "/tmp/languages-XXXXXX";
    static char command[ASSETS_PATH_BYTES + 128];
    struct assets few;
    assert_non_null(mkdtemp(place));
    (void)snprintf(command, sizeof(command), "mkdir %s/text && cp '%s/text/en.mo' %s/text/", place,
                   assets.path, place);
    assert_int_equal(system(command), 0);
    assert_int_equal(assets_open_path(&few, place, &error), STATUS_OK);
    assert_int_equal(languages_open(&languages, &few, engine, NULL, &error), STATUS_OK);
    assert_int_equal(languages.count, 1);
    assert_int_equal(languages.gap_count, 2);
    assert_string_equal(languages.gap[1].name, "ar");
    assert_non_null(strstr(languages.gap[1].error.text, "text/ar.mo"));
    /* The language that was asked for may not be missing. */
    assert_int_equal(languages_open(&languages, &few, engine, "es", &error), STATUS_MISSING);
    assets_close(&few);
    (void)snprintf(command, sizeof(command), "rm -r %s", place);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_offered),
        cmocka_unit_test(test_every_character_has_a_glyph),
        cmocka_unit_test(test_the_pack_is_translated),
        cmocka_unit_test(test_gaps_are_named),
    };
    return cmocka_run_group_tests(tests, open_assets, close_assets);
}
