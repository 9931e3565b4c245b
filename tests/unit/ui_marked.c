/* SPDX-License-Identifier: MIT */
/* Protects small blocks of words: no mark stands without its words, a number stays with what it is
 * of, and a list of facts has its two ends. */
#include "fake_ui.h"
#include "ui/blocks/facts.h"
#include "ui/blocks/figure.h"
#include "ui/blocks/marked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct box PAGE = {50, 50, 600, 400};

static struct marked row_of(enum mark mark)
{
    return (struct marked){
        .mark = mark,
        .text = {.id = "row", .text = "It is so", .role = ROLE_TEXT, .type = TYPE_F_TEXT},
        .note = {.id = "row.do", .text = "Do this", .role = ROLE_TEXT, .type = TYPE_F_CAPTION}};
}

static void test_marks_stand_before_their_words(void **state)
{
    static const enum mark MARKS[] = {MARK_GOOD, MARK_LOOK, MARK_CAUTION, MARK_BULLET};
    (void)state;
    for (size_t i = 0; i < sizeof(MARKS) / sizeof(MARKS[0]); i++) {
        struct flow flow;
        fake_begin(800, 600);
        const struct marked row = row_of(MARKS[i]);
        flow_begin(&flow, &ui, PAGE);
        flow_marked(&flow, &row);
        const struct box words = frame_find(&frame, "row")->rect;
        assert_true(words.x > PAGE.x);
        assert_int_equal(words.x, frame_find(&frame, "row.do")->rect.x);
        assert_true(frame.draw_count > 2);
        for (uint32_t k = 0; k < frame.draw_count; k++) {
            const struct draw *draw = &frame.draw[k];
            if (draw->kind == DRAW_DISC) {
                assert_true(draw->x + draw->radius < (float)words.x);
            }
        }
    }
}

static void test_a_line_stands_only_between_rows(void **state)
{
    struct flow flow;
    struct marked row = row_of(MARK_GOOD);
    (void)state;
    row.ruled_um = 6000;
    fake_begin(800, 600);
    flow_begin(&flow, &ui, PAGE);
    flow_marked(&flow, &row);
    const int32_t first = flow.y - PAGE.y;
    flow_marked(&flow, &row);
    assert_int_equal(2 * first + 2 * ui_gap(&ui, 3000), flow.y - PAGE.y);
}

static void test_a_number_stays_with_what_it_is_of(void **state)
{
    const struct figure figure = {.of_id = "of",
                                  .of = "May 2026",
                                  .digits = "67",
                                  .words_id = "words",
                                  .words = "of a hundred",
                                  .spoken = "67 of a hundred",
                                  .range_id = "range",
                                  .range = "58 to 77"};
    struct flow flow;
    (void)state;
    fake_begin(800, 600);
    ui.paged = true;
    ui.page = 1;
    flow_begin(&flow, &ui, PAGE);
    flow.y += PAGE.h - 20; /* too little is left for any of it */
    flow.fresh = false;
    flow_figure(&flow, &figure);
    assert_int_equal(1, flow.page);
    assert_int_equal(1, fake_count("of"));
    assert_int_equal(1, fake_count("range"));
    assert_string_equal("67 of a hundred", frame_find(&frame, "words")->text);
    assert_int_equal(PAGE.x, frame_find(&frame, "words")->rect.x);
}

static void test_facts_have_two_ends(void **state)
{
    struct flow flow;
    uint32_t at_the_end = 0;
    (void)state;
    fake_begin(800, 600);
    flow_begin(&flow, &ui, PAGE);
    facts_flow(&flow, "fact.{n}", "Names: none. Nothing else.");
    assert_string_equal("Names: none", frame_find(&frame, "fact.1")->text);
    assert_string_equal("Nothing else", frame_find(&frame, "fact.2")->text);
    assert_int_equal(1, fake_count("fact.2"));
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        const struct draw *draw = &frame.draw[i];
        at_the_end += draw->kind == DRAW_TEXT && draw->x > (float)(PAGE.x + PAGE.w / 2);
    }
    assert_int_equal(1, at_the_end);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_stand_before_their_words),
        cmocka_unit_test(test_a_line_stands_only_between_rows),
        cmocka_unit_test(test_a_number_stays_with_what_it_is_of),
        cmocka_unit_test(test_facts_have_two_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
