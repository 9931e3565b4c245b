/* SPDX-License-Identifier: MIT */
/* Protects one person's answers: what a tap stores, what leaves for the counting part, and that a
 * wipe leaves nothing behind. */
#include "core/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void assert_nothing_stored(const struct session *session)
{
    static const uint8_t nothing[PACK_QUESTION_MAX];
    assert_memory_equal(session->level, nothing, sizeof nothing);
}

static void test_each_level_is_stored_and_marked(void **state)
{
    (void)state;
    struct session session = {0};
    for (uint8_t answer = ANSWER_NOT_THIS_TIME; answer <= ANSWER_MOST; answer++) {
        session_enter(&session);
        session_choose(&session, 2, answer);
        assert_int_equal(session.level[2], answer);
        assert_int_equal(session.mark, answer);
    }
}

static void test_same_tap_again_takes_the_mark_and_the_answer_off(void **state)
{
    (void)state;
    for (uint8_t answer = ANSWER_NOT_THIS_TIME; answer < ANSWER_COUNT; answer++) {
        struct session session = {0};
        session_choose(&session, 0, answer);
        session_choose(&session, 0, answer);
        assert_int_equal(session.mark, ANSWER_NONE);
        assert_nothing_stored(&session);
    }
}

static void test_another_tap_replaces(void **state)
{
    (void)state;
    struct session session = {0};
    session_choose(&session, 1, ANSWER_MOST);
    session_choose(&session, 1, ANSWER_LITTLE);
    assert_int_equal(session.level[1], ANSWER_LITTLE);
    assert_int_equal(session.mark, ANSWER_LITTLE);
}

static void test_first_tap_after_back_marks_even_the_answer_kept(void **state)
{
    (void)state;
    struct session session = {0};
    session_choose(&session, 3, ANSWER_GOOD_AMOUNT);
    session_enter(&session);
    assert_int_equal(session.mark, ANSWER_NONE);
    assert_int_equal(session.level[3], ANSWER_GOOD_AMOUNT);
    session_choose(&session, 3, ANSWER_GOOD_AMOUNT);
    assert_int_equal(session.mark, ANSWER_GOOD_AMOUNT);
    assert_int_equal(session.level[3], ANSWER_GOOD_AMOUNT);
    session_choose(&session, 3, ANSWER_GOOD_AMOUNT);
    assert_int_equal(session.mark, ANSWER_NONE);
    assert_int_equal(session.level[3], ANSWER_NONE);
}

static void test_going_on_after_back_keeps_the_answer(void **state)
{
    (void)state;
    struct session session = {0};
    session_choose(&session, 3, ANSWER_LITTLE);
    session_enter(&session);
    session_enter(&session);
    assert_int_equal(session.level[3], ANSWER_LITTLE);
}

static void test_opt_outs_store_nothing_and_replace_an_answer(void **state)
{
    (void)state;
    static const enum answer opt_outs[] = {ANSWER_UNFIT, ANSWER_UNSAID};
    for (size_t i = 0; i < 2; i++) {
        struct session session = {0};
        session_choose(&session, 6, ANSWER_MOST);
        session_choose(&session, 6, opt_outs[i]);
        assert_int_equal(session.mark, opt_outs[i]);
        assert_nothing_stored(&session);
    }
}

/* After the view is left, an opt-out and no choice are the same bytes. */
static void test_opt_out_leaves_the_same_bytes_as_no_choice(void **state)
{
    (void)state;
    struct session untouched = {0};
    struct session opted = {0};
    session_choose(&opted, 4, ANSWER_UNFIT);
    session_enter(&untouched);
    session_enter(&opted);
    assert_memory_equal(&untouched, &opted, sizeof opted);
}

static void test_halves(void **state)
{
    (void)state;
    struct session session = {.level = {0, 1, 2, 3, 4, 4, 1}};
    static const uint8_t all[] = {SIDE_NONE,  SIDE_LOWER, SIDE_LOWER, SIDE_UPPER,
                                  SIDE_UPPER, SIDE_UPPER, SIDE_LOWER};
    uint8_t sides[PACK_QUESTION_MAX];
    session_sides(&session, PACK_QUESTION_MAX, sides);
    assert_memory_equal(sides, all, sizeof all);
}

static void test_halves_beyond_the_questions_are_none(void **state)
{
    (void)state;
    struct session session = {.level = {4, 4, 4, 4, 4, 4, 4}};
    static const uint8_t four[] = {SIDE_UPPER, SIDE_UPPER, SIDE_UPPER, SIDE_UPPER,
                                   SIDE_NONE,  SIDE_NONE,  SIDE_NONE};
    uint8_t sides[PACK_QUESTION_MAX];
    memset(sides, 0xFF, sizeof sides);
    session_sides(&session, 4, sides);
    assert_memory_equal(sides, four, sizeof four);
}

static void test_wipe_leaves_no_byte(void **state)
{
    (void)state;
    static const struct session empty;
    struct session session;
    memset(&session, 0xA5, sizeof session);
    session_wipe(&session);
    assert_memory_equal(&session, &empty, sizeof session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_level_is_stored_and_marked),
        cmocka_unit_test(test_same_tap_again_takes_the_mark_and_the_answer_off),
        cmocka_unit_test(test_another_tap_replaces),
        cmocka_unit_test(test_first_tap_after_back_marks_even_the_answer_kept),
        cmocka_unit_test(test_going_on_after_back_keeps_the_answer),
        cmocka_unit_test(test_opt_outs_store_nothing_and_replace_an_answer),
        cmocka_unit_test(test_opt_out_leaves_the_same_bytes_as_no_choice),
        cmocka_unit_test(test_halves),
        cmocka_unit_test(test_halves_beyond_the_questions_are_none),
        cmocka_unit_test(test_wipe_leaves_no_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
