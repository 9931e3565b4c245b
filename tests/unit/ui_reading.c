/* SPDX-License-Identifier: MIT */
/* Protects the order in which a screen is read aloud: each sentence of each node once, also when
 * the frame changes meanwhile, and afterwards what is new. */
#include "core/voice.h"
#include "shipped_words.h"
#include "ui/reading.h"

static struct frame frame;
static struct spoken spoken = {.frame = &frame, .catalog = &the_catalog};

static void add_node(const char *id, enum role role, const char *words, uint16_t flags)
{
    struct node *node = &frame.node[frame.node_count++];
    *node = (struct node){.role = (uint8_t)role, .text = words, .spoken = words, .flags = flags};
    memcpy(node->id, id, strlen(id) + 1);
}

static void begin(void)
{
    frame_reset(&frame);
    spoken.language = language_at(0);
    add_node("title", ROLE_HEADING, "A title", 0);
    add_node("picture", ROLE_IMAGE, "", 0);
    add_node("text", ROLE_TEXT, "One thing. Another.\nAbout -2.", 0);
    add_node("button", ROLE_BUTTON, "Done", NODE_FOCUSABLE);
}

/* What is said next; the cursor goes past it. */
static const char *next(struct reading_cursor *reading, uint32_t *pause_ms)
{
    static char out[VOICE_TEXT_BYTES];
    char text[SPOKEN_BYTES];
    size_t bytes = reading_next(reading, &spoken, text, pause_ms);
    out[0] = '\0';
    if (bytes > 0) {
        (void)reading_words(&spoken, text, bytes, out, sizeof(out));
        reading_pass(reading, &spoken);
    }
    return out;
}

static void every_sentence_is_read_once(void **state)
{
    (void)state;
    struct reading_cursor reading = {.byte = 0};
    uint32_t pause[5];
    begin();
    assert_string_equal(next(&reading, &pause[0]), "A title");
    assert_string_equal(next(&reading, &pause[1]), "One thing.");
    assert_string_equal(next(&reading, &pause[2]), "Another.");
    assert_string_equal(next(&reading, &pause[3]), "About minus 2.");
    assert_string_equal(next(&reading, &pause[4]), "Done");
    assert_string_equal(next(&reading, &pause[0]), "");
    assert_true(pause[1] > 0 && pause[4] > 0); /* between nodes, and none within one */
    assert_int_equal(pause[2], 0);
    assert_int_equal(pause[3], 0);
}

/* Until it was heard out, a sentence is the next one. */
static void a_sentence_that_was_cut_short_comes_again(void **state)
{
    (void)state;
    struct reading_cursor reading = {.byte = 0};
    char text[SPOKEN_BYTES];
    uint32_t pause;
    begin();
    (void)next(&reading, &pause);
    (void)next(&reading, &pause);
    size_t bytes = reading_next(&reading, &spoken, text, &pause);
    assert_int_equal(reading_next(&reading, &spoken, text, &pause), bytes);
    assert_string_equal(next(&reading, &pause), "Another.");
}

static void a_node_that_went_ends_the_reading(void **state)
{
    (void)state;
    struct reading_cursor reading = {.byte = 0};
    uint32_t pause;
    begin();
    (void)next(&reading, &pause);
    (void)next(&reading, &pause);
    frame_reset(&frame);
    add_node("other", ROLE_TEXT, "Something else.", 0);
    reading_pass(&reading, &spoken);
    assert_string_equal(next(&reading, &pause), "");
}

/* A node whose words became fewer is behind the cursor. */
static void words_that_became_fewer_are_passed(void **state)
{
    (void)state;
    struct reading_cursor reading = {.byte = 0};
    uint32_t pause;
    begin();
    for (uint32_t i = 0; i < 3; i++) {
        (void)next(&reading, &pause);
    }
    frame.node[2].text = frame.node[2].spoken = "Short.";
    assert_string_equal(next(&reading, &pause), "Done");
}

static void only_what_is_new_is_said(void **state)
{
    (void)state;
    static struct heard heard;
    char out[SPOKEN_BYTES];
    begin();
    heard_remember(&heard, &frame);
    assert_int_equal(heard_news(&heard, &frame, true, out), 0);
    add_node("status", ROLE_STATUS, "Saved.", 0);
    add_node("more", ROLE_TEXT, "And more.", 0);
    add_node("again", ROLE_BUTTON, "Again", NODE_FOCUSABLE);
    add_node("count", ROLE_PROGRESS, "3 of 7", 0);
    (void)heard_news(&heard, &frame, false, out);
    assert_string_equal(out, "Saved."); /* by itself */
    (void)heard_news(&heard, &frame, true, out);
    assert_string_equal(out, "Saved. And more.");
    heard_remember(&heard, &frame);
    assert_int_equal(heard_news(&heard, &frame, true, out), 0);
}

/* A record of the voice holds it: what has no room waits for nobody. */
static void news_fit_a_record(void **state)
{
    (void)state;
    static struct heard heard;
    static char much[VOICE_TEXT_BYTES];
    char out[SPOKEN_BYTES];
    begin();
    heard_remember(&heard, &frame);
    memset(much, 'a', sizeof(much) - 20);
    add_node("one", ROLE_STATUS, much, 0);
    add_node("two", ROLE_STATUS, "This has no room beside it.", 0);
    add_node("three", ROLE_STATUS, "This has.", 0);
    assert_true(heard_news(&heard, &frame, false, out) < VOICE_TEXT_BYTES);
    assert_null(strstr(out, "no room"));
    assert_non_null(strstr(out, "This has."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sentence_is_read_once),
        cmocka_unit_test(a_sentence_that_was_cut_short_comes_again),
        cmocka_unit_test(a_node_that_went_ends_the_reading),
        cmocka_unit_test(words_that_became_fewer_are_passed),
        cmocka_unit_test(only_what_is_new_is_said),
        cmocka_unit_test(news_fit_a_record),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
