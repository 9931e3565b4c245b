/* SPDX-License-Identifier: MIT */
/* Protects what is read aloud: an answer that is chosen is named to the person alone, and the
 * digits of a PIN to nobody else; numbers are said with signs, ranges and units in words, and
 * hyphens, telephone numbers and dates as they were. */
#include "shipped_words.h"
#include "ui/spoken.h"

static const char *said(const char *text, size_t size)
{
    static char out[SPOKEN_BYTES];
    assert_true(size <= sizeof(out));
    size_t length = spoken_numbers(&the_catalog, text, strlen(text), out, size);
    assert_int_equal(length, strlen(out));
    return out;
}

static void numbers_are_said_in_words(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {
        {"-2", "minus 2"},
        {"Upper: \u22122, lower -13.", "Upper: minus 2, lower minus 13."},
        {"About 51\u201364.", "About 51 to 64."},
        {"From -3\u2013-1 (\u22125).", "From minus 3 to minus 1 (minus 5)."},
        {"The file, 12\u00a0kB.", "The file, 12 kilobytes."},
        {"1\u00a0kB, 1\u00a0MB, 30\u00a0GB free", "1 kilobyte, 1 megabyte, 30 gigabytes free"},
        {"\u0665 kB", "\u0665 kB"}, /* digits of another language are left to the voice */
        {"555-0100", "555-0100"},
        {"+1 555-0100", "+1 555-0100"},
        {"2026-11", "2026-11"},
        {"12-step, A-4, q1-2", "12-step, A-4, q1-2"},
        {"a - 2, 3 \u2013 4, - \u2013", "a - 2, 3 \u2013 4, - \u2013"},
        {"12\u00a0kBx", "12\u00a0kBx"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        assert_string_equal(said(CASES[i][0], SPOKEN_BYTES), CASES[i][1]);
    }
}

/* Nothing is written past the end, whatever grows, and no number is cut in two. */
static void what_does_not_fit_is_left_out(void **state)
{
    (void)state;
    assert_string_equal(said("a -2", 4), "a ");
    assert_string_equal(said("a -2", 10), "a minus 2");
    assert_string_equal(said("\u00e9\u00e9", 4), "\u00e9");
    char digits[200] = "-";
    memset(digits + 1, '7', sizeof(digits) - 2);
    assert_string_equal(said(digits, SPOKEN_BYTES), digits);
}

static struct frame frame;

static struct node *add_node(const char *id, enum role role, const char *words, uint16_t flags)
{
    struct node *node = &frame.node[frame.node_count++];
    *node = (struct node){.role = (uint8_t)role, .text = words, .spoken = words, .flags = flags};
    memcpy(node->id, id, strlen(id) + 1);
    node->action = 1;
    return node;
}

/* A setting may be named to everybody; what somebody answered may not. */
static void a_secret_choice_is_named_to_the_person_alone(void **state)
{
    (void)state;
    char out[SPOKEN_BYTES];
    frame_reset(&frame);
    const struct node *answer =
        add_node("a", ROLE_CHOICE, "A little", NODE_FOCUSABLE | NODE_CHOSEN | NODE_SECRET);
    const struct node *setting = add_node("b", ROLE_CHOICE, "Large", NODE_FOCUSABLE | NODE_CHOSEN);
    struct spoken room = {&frame, &the_catalog, language_at(0), false}, phones = room;
    phones.alone = true;
    (void)spoken_node(&room, answer, out);
    assert_string_equal(out, "A little");
    (void)spoken_node(&phones, answer, out);
    assert_string_not_equal(out, "A little");
    (void)spoken_node(&room, setting, out);
    assert_string_not_equal(out, "Large");
    (void)spoken_choice(&room, answer, false, out);
    assert_null(strstr(out, "A little"));
    (void)spoken_choice(&phones, answer, false, out);
    assert_non_null(strstr(out, "A little"));
}

static void a_secret_key_is_not_named_in_the_room(void **state)
{
    (void)state;
    char out[SPOKEN_BYTES];
    frame_reset(&frame);
    const struct node *key = add_node("k", ROLE_BUTTON, "7", NODE_FOCUSABLE | NODE_SECRET);
    struct spoken spoken = {&frame, &the_catalog, language_at(0), false};
    (void)spoken_focus(&spoken, key, "", out);
    assert_null(strstr(out, "7"));
    spoken.alone = true;
    (void)spoken_focus(&spoken, key, "", out);
    assert_string_equal(out, "7");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_secret_choice_is_named_to_the_person_alone),
        cmocka_unit_test(a_secret_key_is_not_named_in_the_room),
        cmocka_unit_test(numbers_are_said_in_words),
        cmocka_unit_test(what_does_not_fit_is_left_out),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
