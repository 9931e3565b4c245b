/* SPDX-License-Identifier: MIT */
/* Protects the way of adding a language: a catalogue, a line of the table and a font are all that a
 * new script takes. The sample has one screen in Hindi, the rest of its words are English. */
#include "platform/system/languages.h"
#include "screens/app/app.h"
#include "tools/stage/test_show.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* The line that the table would get. */
static const struct language hindi = {.tag = "hi",
                                      .plural = PLURAL_ENGLISH,
                                      .zero = "\u0966",
                                      .script = "Deva",
                                      .line_percent = 160,
                                      .letter_percent = 46,
                                      .ends = "\u0964"};

static struct words words;
static struct pack pack;
static struct pack_errors pack_errors;
static struct app app;
static struct app_secret secret;
static struct text_engine *engine;
static struct error error;

/* This program is BUILD/tests/unit/NAME; the sample is BUILD/tests/languages/text/hi.mo. */
static int open_sample(void **state)
{
    (void)state;
    struct assets assets;
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 64);
    assert_true(length > 0);
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    strcat(path, "/../languages");
    assert_int_equal(assets_open_path(&assets, path, &error), STATUS_OK);
    assert_int_equal(words_open(&words, &assets, &hindi, &error), STATUS_OK);
    assets_close(&assets);
    assert_int_equal(pack_load("assets/packs/integrity.pack", &pack, &pack_errors), STATUS_OK);
    assert_int_equal(text_open(&engine, &error), STATUS_OK);
    return 0;
}

static int close_sample(void **state)
{
    (void)state;
    text_close(engine);
    return 0;
}

static void show_welcome(enum text_size size)
{
    static const struct language_offer offer = {&hindi, &words.catalog};
    const struct app_config config = {
        .screens = &SCREENS,
        .pack = &pack,
        .languages = &offer,
        .language_count = 1,
        .text = text_measure(engine),
        .secret = &secret,
        .width = 1366,
        .height = 768,
        .px_per_m = 3950,
        .size = size,
    };
    app_init(&app, &config, 1000);
    app.heard = true;
    app.status = (struct keeper_status){.pin_set = 1, .meeting = MEETING_OPEN, .room = ROOM_MANY};
    app_show(&app, SCREEN_WELCOME, 2000);
    app_step(&app, NULL, 0, 2000);
}

static void test_without_its_font_letters_are_missing(void **state)
{
    (void)state;
    show_welcome(SIZE_M);
    const struct node *title = frame_find(&app.frame, "welcome.title");
    assert_non_null(title);
    /* The spare font may have some of them; a script is offered only with its own. */
    assert_int_equal(text_add_script(engine, "Zzzz", &error), STATUS_MISSING);
    assert_string_equal(error.text, "Zzzz");
}

static void test_welcome_in_hindi(void **state)
{
    (void)state;
    assert_int_equal(text_add_script(engine, hindi.script, &error), STATUS_OK);
    for (int size = SIZE_S; size <= SIZE_XL; size++) {
        show_welcome((enum text_size)size);
        const struct frame *frame = &app.frame;
        const struct node *title = frame_find(frame, "welcome.title");
        assert_string_equal(title->text, "स्वागत है।");
        assert_string_equal(frame_find(frame, "welcome.language.0")->text, "हिन्दी");
        assert_non_null(strstr(frame_find(frame, "welcome.note")->text, "सात"));
        for (uint32_t i = 0; i < frame->node_count; i++) {
            assert_int_equal(frame->node[i].missing, 0);
            assert_int_equal(frame->node[i].flags & NODE_CLIPPED, 0);
        }
    }
}

static void test_numbers_in_hindi(void **state)
{
    (void)state;
    show_welcome(SIZE_M);
    app_show(&app, SCREEN_QUESTION, 3000);
    app_step(&app, NULL, 0, 3000);
    const struct node *progress = frame_find(&app.frame, "question.progress");
    assert_non_null(progress);
    assert_string_equal(progress->text, "७ में से ४");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_without_its_font_letters_are_missing),
        cmocka_unit_test(test_welcome_in_hindi),
        cmocka_unit_test(test_numbers_in_hindi),
    };
    return cmocka_run_group_tests(tests, open_sample, close_sample);
}
