/* SPDX-License-Identifier: MIT */
/* Protects blocks that measure and draw themselves (kiosk/ui/blocks): whatever panel they are
 * given, equal things have equal size, nothing leaves the panel, and where there is no room they
 * say so. */
#include "panels.h"

#include "ui/blocks/asking.h"
#include "ui/blocks/breathing.h"
#include "ui/blocks/heading.h"
#include "ui/blocks/hero.h"
#include "ui/blocks/keypad.h"
#include "ui/blocks/levels.h"
#include "ui/blocks/line_card.h"
#include "ui/blocks/rows.h"
#include "ui/fits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { DIGIT = 1, CLEAR, DELETE, GO };

static bool is_inside(const struct node *node)
{
    return node->rect.x >= 0 && node->rect.y >= 0 && node->rect.x + node->rect.w <= frame.width &&
           node->rect.y + node->rect.h <= frame.height;
}

static const struct keypad PAD = {.title = "PIN",
                                  .enter = "Type it.",
                                  .note = "Four digits at least",
                                  .typed = 3,
                                  .typed_least = 6,
                                  .typed_spoken = "3 typed",
                                  .clear_word = "Clear",
                                  .delete_word = "Delete one",
                                  .digit = DIGIT,
                                  .clear = CLEAR,
                                  .delete = DELETE};

/* Who watches the hand learns no more from one key than from another. */
static void test_keys_of_a_keypad_are_alike(void **state)
{
    (void)state;
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        ui_keypad(&ui, begin(panel), &PAD);
        assert_false(ui.overflow);
        const struct node *first = found("pin.key.1");
        for (int digit = 0; digit <= 9; digit++) {
            char id[NODE_ID_BYTES];
            (void)snprintf(id, sizeof(id), "pin.key.%d", digit);
            const struct node *key = found(id);
            assert_int_equal(key->action, DIGIT);
            assert_int_equal(key->arg, digit);
            assert_int_equal(key->rect.w, first->rect.w);
            assert_int_equal(key->rect.h, first->rect.h);
            assert_true(is_inside(key));
        }
        assert_int_equal(found("pin.clear")->action, CLEAR);
        assert_int_equal(found("pin.delete")->action, DELETE);
        assert_string_equal(found("pin.stones")->spoken, "3 typed");
    }
}

static void test_keypad_stands_the_same_way_in_a_mirrored_frame(void **state)
{
    (void)state;
    ui_keypad(&ui, begin(0), &PAD);
    const int32_t one = found("pin.key.1")->rect.x, three = found("pin.key.3")->rect.x;
    assert_true(one < three);
    struct box box = begin(0);
    frame.rtl = true;
    ui_keypad(&ui, box, &PAD);
    frame_mirror(&frame);
    assert_true(found("pin.key.1")->rect.x < found("pin.key.3")->rect.x);
}

static void test_keypad_says_that_it_does_not_fit(void **state)
{
    (void)state;
    struct box box = begin(0);
    box.h = ui_um(&ui, 20000);
    ui_keypad(&ui, box, &PAD);
    assert_true(ui.overflow);
}

static uint32_t discs(void)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < frame.draw_count; i++) {
        count += frame.draw[i].kind == DRAW_DISC && frame.draw[i].fill == INK_OUTLINE;
    }
    return count;
}

static void test_hero_fills_as_many_stones_as_it_is_told(void **state)
{
    (void)state;
    for (uint32_t filled = 0; filled <= HERO_STONE_COUNT; filled++) {
        struct ui_button chip[] = {{.id = "lock", .label = "Lock", .action = GO}};
        struct hero_bar bar = {.name = "Meeting", .chip = chip, .count = 1};
        const struct hero_view view = {.title = "A set",
                                       .title_type = TYPE_F_DISPLAY,
                                       .mark = HERO_STONES,
                                       .filled = filled,
                                       .mark_text = "Meetings of this set"};
        (void)begin(3);
        hero_build(&ui, &view, &bar);
        assert_int_equal(discs(), filled);
        assert_true(is_inside(found("lock")));
        assert_string_equal(found("meeting.state")->text, "Meetings of this set");
    }
}

/* On a low panel chips that take more than its width show their icons and are still said. */
static void test_chips_of_a_hero_become_icons_before_rows(void **state)
{
    (void)state;
    struct ui_button chip[4];
    for (uint32_t i = 0; i < 4; i++) {
        static const char *const IDS[] = {"chip.1", "chip.2", "chip.3", "chip.4"};
        chip[i] = (struct ui_button){.id = IDS[i],
                                     .label = "A way with a very long name indeed",
                                     .icon = ICON_CHART,
                                     .action = GO};
    }
    struct hero_bar bar = {.name = "Meeting", .chip = chip, .count = 4};
    (void)begin(0);
    ui.modest = true;
    hero_build(&ui, &(struct hero_view){.title = "A set", .title_type = TYPE_F_TITLE}, &bar);
    for (uint32_t i = 0; i < 4; i++) {
        const struct node *node = found(chip[i].id);
        assert_string_equal(node->text, "");
        assert_string_equal(node->spoken, "A way with a very long name indeed");
        assert_int_equal(node->rect.y, found("chip.1")->rect.y);
        assert_true(is_inside(node));
    }
}

static const struct ui_button ANSWERS[ANSWERS_COUNT] = {
    {.id = "a.1", .label = "Not this time", .role = ROLE_CHOICE, .action = GO, .arg = 1},
    {.id = "a.2", .label = "A little", .role = ROLE_CHOICE, .action = GO, .arg = 2},
    {.id = "a.3", .label = "A good amount", .role = ROLE_CHOICE, .action = GO, .arg = 3},
    {.id = "a.4", .label = "Most of the time", .role = ROLE_CHOICE, .action = GO, .arg = 4},
    {.id = "a.5", .label = "Does not fit", .role = ROLE_CHOICE, .action = GO, .arg = 5},
    {.id = "a.6", .label = "Not said", .role = ROLE_CHOICE, .action = GO, .arg = 6}};

/* No answer looks better than another, and passing is as large as they are. */
static void test_answers_are_equally_high(void **state)
{
    (void)state;
    for (uint32_t panel = 0; panel < PANEL_COUNT; panel++) {
        for (int grid = panel == 0 ? 1 : 0; grid < 2; grid++) { /* a low panel holds no column */
            const struct box box = begin(panel);
            if (grid != 0) {
                answers_grid(&ui, ANSWERS, box);
                assert_true(answers_fit(&ui, ANSWERS, box));
            } else {
                answers_column(&ui, ANSWERS, &(struct answers_room){.box = box});
            }
            assert_false(ui.overflow);
            for (uint32_t i = 0; i < ANSWERS_COUNT; i++) {
                assert_int_equal(found(ANSWERS[i].id)->rect.h, found("a.1")->rect.h);
                assert_true(is_inside(found(ANSWERS[i].id)));
            }
        }
    }
}

/* Whether this place is inside the round outline of a pill. */
static bool is_in_pill(struct box pill, float x, float y)
{
    const float radius = (float)pill.h / 2, middle = (float)pill.y + radius;
    const float left = (float)pill.x + radius, right = (float)(pill.x + pill.w) - radius;
    const float dx = x < left ? x - left : x > right ? x - right : 0, dy = y - middle;
    return dx * dx + dy * dy < radius * radius;
}

/* Whoever needs large letters reads whole words: wherever a pill says that it holds its words, no
 * letter crosses its outline, and one line does not touch the next. */
static void test_letters_stay_in_their_pill(void **state)
{
    (void)state;
    uint32_t lines = 0;
    for (uint32_t panel = 0; panel < PANEL_COUNT * SIZE_COUNT; panel++) {
        const struct box box = begin(panel / SIZE_COUNT);
        ui.size = (enum text_size)(panel % SIZE_COUNT);
        for (int32_t h = ui_answer_height_min(&ui); h < box.h; h += ui_um(&ui, 700)) {
            const struct box pill = {box.x, box.y, ui_um(&ui, 95000), h};
            if (ui_answer_lines(&ui, ANSWERS[3].label, pill.w, h) == 0) {
                continue;
            }
            frame_reset(&frame);
            ui_answer(&ui, &ANSWERS[3], pill);
            assert_false(ui.overflow);
            float above = 0;
            for (uint32_t i = 0; i < frame.draw_count; i++) {
                const struct draw *line = &frame.draw[i];
                if (line->kind != DRAW_TEXT) {
                    continue;
                }
                const float em = line->font.em_px, top = line->y - 0.76F * em;
                lines += above > 0;
                assert_true(top > above);
                above = line->y + 0.24F * em;
                assert_true(is_in_pill(pill, line->x, top) && is_in_pill(pill, line->x, above));
                assert_true(is_in_pill(pill, line->x + line->w, top));
                assert_true(is_in_pill(pill, line->x + line->w, above));
            }
        }
    }
    assert_true(lines > 0); /* some took two */
}

static void test_answers_say_that_they_do_not_fit(void **state)
{
    (void)state;
    struct box box = begin(0);
    box.h = ui_answer_height_min(&ui) * 3;
    answers_column(&ui, ANSWERS, &(struct answers_room){.box = box});
    assert_true(ui.overflow);
    assert_false(answers_fit(&ui, ANSWERS, (struct box){box.x, box.y, box.w, box.h / 3}));
}

/* Both halves of a question stay on the panel and do not meet. */
static void test_words_and_answers_are_apart(void **state)
{
    (void)state;
    for (enum asking_layout layout = ASKING_FULL; layout <= ASKING_FOLDED; layout++) {
        struct box content = begin(3);
        asking_edges(&ui, layout);
        content.w = asking_is_beside(layout) ? asking_column_px(&ui) : content.w;
        const struct asking_boxes boxes = asking_split(&ui, layout, content);
        const struct box answers = boxes.answers.box;
        assert_false(boxes.stacked);
        assert_true(boxes.text.x + boxes.text.w < answers.x);
        assert_true(answers.x + answers.w <= frame.width - ui.margin_x);
    }
    assert_true(asking_split(&ui, ASKING_FULL, begin(2)).stacked);
}

static struct level level_of(const char *id, bool chosen, int16_t scale)
{
    static const struct chart_month MONTHS[] = {{2025, 1}, {2025, 2}};
    static const struct chart_point POINTS[] = {{0, 50, 40, 60, true}, {1, 55, 45, 65, true}};
    return (struct level){
        .id = id,
        .name = "A level",
        .one = "One answer",
        .trend = "A trend",
        .guess = "Right so often",
        .width = "So wide",
        .bars_spoken = "A picture",
        .in_100 = 62,
        .chart = {.month = MONTHS, .position_count = 2, .point = POINTS, .point_count = 2},
        .chosen = chosen,
        .action = GO,
        .arg = scale};
}

/* Neither level is made to look better than the other. */
static void test_levels_are_of_one_size(void **state)
{
    (void)state;
    for (uint32_t panel = 1; panel < PANEL_COUNT; panel++) {
        const struct levels levels = {
            .level = {level_of("l.1", true, 4), level_of("l.2", false, 2)},
            .coin = "coin",
            .more = "more",
            .body_id = "body",
            .body = "What it is"};
        struct flow flow;
        flow_begin(&flow, &ui, begin(panel));
        levels_flow(&flow, &levels);
        flow_end(&flow);
        assert_false(ui.overflow);
        assert_int_equal(found("l.1")->rect.w, found("l.2")->rect.w);
        assert_int_equal(found("l.1")->rect.h, found("l.2")->rect.h);
        assert_int_equal(found("l.1.bars")->rect.h, found("l.2.bars")->rect.h);
        assert_true((found("l.1")->flags & NODE_CHOSEN) != 0);
        assert_true((found("l.2")->flags & NODE_CHOSEN) == 0);
        assert_int_equal(found("l.2")->arg, 2);
    }
}

static void test_breath_goes_in_for_four_seconds_and_out_for_six(void **state)
{
    (void)state;
    for (uint64_t cycle = 0; cycle < 30000; cycle += 10000) {
        assert_true(breath_at(cycle).in && breath_at(cycle + 3999).in);
        assert_false(breath_at(cycle + 4000).in || breath_at(cycle + 9999).in);
        assert_true(breath_at(cycle).open < 0.01F && breath_at(cycle + 4000).open > 0.99F);
        for (uint64_t ms = 0; ms < 4000; ms += 100) {
            assert_true(breath_at(cycle + ms).open <= breath_at(cycle + ms + 100).open);
        }
        assert_int_equal(breath_at(cycle + 9500).step, 9);
    }
}

static void test_sentences_become_rows(void **state)
{
    (void)state;
    struct flow flow;
    flow_begin(&flow, &ui, begin(3));
    flow_sentences(&flow, "list", "One thing. Another. A third.");
    flow_end(&flow);
    assert_int_equal(frame.node_count, 3);
    assert_string_equal(found("list.1")->text, "One thing.");
    assert_string_equal(found("list.3")->text, "A third.");
    assert_true(found("list.1")->rect.y < found("list.2")->rect.y);
}

static void test_rows_count_down(void **state)
{
    (void)state;
    struct flow flow;
    flow_begin(&flow, &ui, begin(3));
    const uint32_t before = frame.draw_count;
    counted_rows_flow(&flow,
                      &(struct counted_rows){{"r.1", "r.2", "r.3"}, {"see", "feel", "hear"}});
    flow_end(&flow);
    assert_false(ui.overflow);
    assert_true(frame.draw_count > before);
    assert_true(found("r.1")->rect.y < found("r.2")->rect.y);
    assert_int_equal(found("r.1")->rect.x, found("r.3")->rect.x);
}

static void test_card_of_a_line_says_title_and_words(void **state)
{
    (void)state;
    struct flow flow;
    flow_begin(&flow, &ui, begin(1));
    line_card_flow(&flow, &(struct line_card){"line", "By phone", "555-0100", false, GO, 1});
    flow_end(&flow);
    assert_string_equal(found("line")->spoken, "By phone: 555-0100");
    assert_int_equal(found("line")->action, GO);
    assert_int_equal(frame.node_count, 1);
}

static void test_heading_has_its_sentence_beside_where_that_fits(void **state)
{
    (void)state;
    struct flow flow;
    struct heading heading = {.id = "title",
                              .title = "A title",
                              .body_id = "body",
                              .body = "A sentence.",
                              .beside = true};
    flow_begin(&flow, &ui, begin(3));
    heading_flow(&flow, &heading);
    assert_int_equal(found("title")->rect.y, found("body")->rect.y);
    heading.beside = false;
    flow_begin(&flow, &ui, begin(3));
    heading_flow(&flow, &heading);
    assert_true(found("body")->rect.y >= found("title")->rect.y + found("title")->rect.h);
}

static void flow_two_lines(const void *context, struct flow *flow)
{
    flow_said(flow, BLOCK_F_TEXT, "first", context, 0);
    flow_said(flow, BLOCK_F_TEXT, "second", context, 5000);
}

/* What is measured leaves nothing on the page, and is as high as it is then drawn. */
static void test_content_is_as_high_as_it_was_measured(void **state)
{
    (void)state;
    struct flow flow;
    struct box box = begin(3);
    const int32_t height = flow_content_height(&ui, flow_two_lines, "words", box.w);
    assert_int_equal(0, frame.node_count);
    flow_begin(&flow, &ui, box);
    flow_two_lines("words", &flow);
    assert_int_equal(height, flow.y - box.y);
}

/* The name of a row stands beside the first line of what belongs to it, and the row holds both. */
static void test_a_named_row_holds_its_name_and_its_words(void **state)
{
    (void)state;
    struct named_row row = {.icon = ICON_DRIVE,
                            .id = "name",
                            .name = "name",
                            .words = flow_two_lines,
                            .context = "words",
                            .no_pills = true};
    const struct box box = begin(3);
    const int32_t end = named_row_draw(&ui, &row, box);
    const struct node *name = found("name"), *first = found("first"), *second = found("second");
    assert_true(name->rect.x + name->rect.w <= first->rect.x);
    assert_true(first->rect.y < name->rect.y + name->rect.h);
    assert_true(name->rect.y < first->rect.y + first->rect.h);
    assert_true(second->rect.y + second->rect.h < end);
}

/* No build is looser than the one before, and the last resort makes pages. */
static void test_builds_get_ever_tighter(void **state)
{
    (void)state;
    uint32_t air = 100, built = 0;
    for (uint32_t fit = 0; fit < FIT_COUNT; fit++) {
        (void)begin(3);
        fit_margins(&ui);
        const int32_t margin = ui.margin_x;
        if (!fit_set(&ui, fit, false)) {
            assert_false(ui.modest);
            continue;
        }
        built++;
        assert_true(ui.air <= air);
        assert_true(ui.margin_x <= margin);
        assert_false(ui.modest); /* a high panel keeps its headings */
        air = ui.air;
    }
    assert_true(ui.paged && ui.bare && ui.compact);
    assert_true(built < FIT_COUNT); /* some are for low panels alone */
    (void)begin(0);
    ui.height = ui_um(&ui, 90000);
    assert_true(fit_set(&ui, FIT_COUNT - 4, false));
    assert_true(ui.modest && !ui.paged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_of_a_keypad_are_alike),
        cmocka_unit_test(test_keypad_stands_the_same_way_in_a_mirrored_frame),
        cmocka_unit_test(test_keypad_says_that_it_does_not_fit),
        cmocka_unit_test(test_hero_fills_as_many_stones_as_it_is_told),
        cmocka_unit_test(test_chips_of_a_hero_become_icons_before_rows),
        cmocka_unit_test(test_answers_are_equally_high),
        cmocka_unit_test(test_letters_stay_in_their_pill),
        cmocka_unit_test(test_answers_say_that_they_do_not_fit),
        cmocka_unit_test(test_words_and_answers_are_apart),
        cmocka_unit_test(test_levels_are_of_one_size),
        cmocka_unit_test(test_breath_goes_in_for_four_seconds_and_out_for_six),
        cmocka_unit_test(test_sentences_become_rows),
        cmocka_unit_test(test_rows_count_down),
        cmocka_unit_test(test_card_of_a_line_says_title_and_words),
        cmocka_unit_test(test_heading_has_its_sentence_beside_where_that_fits),
        cmocka_unit_test(test_content_is_as_high_as_it_was_measured),
        cmocka_unit_test(test_a_named_row_holds_its_name_and_its_words),
        cmocka_unit_test(test_builds_get_ever_tighter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
