/* SPDX-License-Identifier: MIT */
/* Protects the lines of a period: every point stands once and in its place, however often periods
 * are asked for while they are read, and a screen opens for whoever still waits for it alone. */
#include "shipped_words.h"

#include "screens/facilitator/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { STEP_MS = 700, MOST_REQUESTS = 400 };

static struct app app;
static struct app_secret secret;
static uint64_t now_ms;
static struct message asked; /* the newest READ_LINE or READ_REPORT; type NONE: none since */

static void listen(void)
{
    for (uint32_t i = 0; i < app.effect_count; i++) {
        const struct message *sent = &app.effect[i].message;
        if (app.effect[i].kind == EFFECT_SEND &&
            (sent->type == MESSAGE_READ_LINE || sent->type == MESSAGE_READ_REPORT)) {
            asked = *sent;
        }
    }
}

static void step(const struct input *input)
{
    now_ms += STEP_MS;
    app_step(&app, input, input != NULL, now_ms);
    listen();
}

static void open_screen(enum screen_id screen)
{
    lines_open(&app, screen);
    listen();
    step(NULL);
}

static void choose(enum period period)
{
    assert_true(lines_act(&app, ACTION_PERIOD, (int32_t)period));
    listen();
}

static void hear(struct message *message)
{
    const struct input input = {.kind = INPUT_MESSAGE, .message = message};
    step(&input);
}

/* A facilitator at the meeting's screen. */
static int begin(void **state)
{
    static struct message status;
    const struct app_config config = shipped_config(&secret);
    (void)state;
    now_ms = 1000000;
    asked.type = MESSAGE_NONE;
    app_init(&app, &config, now_ms);
    step(NULL);
    shipped_open_meeting(&status);
    status.as.status.unlocked = 1;
    hear(&status);
    app_go(&app, SCREEN_MEETING);
    step(NULL);
    return 0;
}

/* What the keeper says to the newest request, of a file in which every line has so many points. */
static void keeper_answers(uint32_t total)
{
    static struct message reply;
    const struct message request = asked;
    asked.type = MESSAGE_NONE;
    message_init(&reply, request.type == MESSAGE_READ_LINE ? MESSAGE_LINE : MESSAGE_REPORT);
    reply.sequence = request.sequence;
    if (reply.type == MESSAGE_REPORT) {
        reply.as.report.request = request.as.report_request;
        reply.as.report.rows = total;
        reply.as.report.first = reply.as.report.last = (struct month){2026, 11};
        hear(&reply);
        return;
    }
    struct message_line *line = &reply.as.line;
    line->request = request.as.line_request;
    line->view = (struct line_view){.block_count = total,
                                    .claim = {.grade = GRADE_STEADY},
                                    .series_month = {2026, 11},
                                    .first_month = {2026, 11},
                                    .point_count = total};
    for (uint32_t i = line->request.from; i < total && line->count < MESSAGE_POINT_MAX; i++) {
        line->point[line->count++] = (struct point){
            .block_index = (uint16_t)i, .month = {2026, 11}, .band = {50, 40, 60, true}};
    }
    hear(&reply);
}

static void keeper_answers_all(uint32_t total)
{
    for (int i = 0; i < MOST_REQUESTS && asked.type != MESSAGE_NONE; i++) {
        keeper_answers(total);
    }
    assert_int_equal(asked.type, MESSAGE_NONE);
}

static void expect_lines(uint32_t from, uint32_t total)
{
    struct lines lines = lines_view(&app);
    assert_true(lines_are_read(&app));
    assert_int_equal(lines.count,
                     1 + app.config.pack->theme_count + app.config.pack->question_count);
    for (uint32_t i = 0; i < lines.count; i++) {
        assert_int_equal(lines.line[i].count, total - from);
        for (uint32_t k = 0; k < lines.line[i].count; k++) {
            assert_int_equal(lines.line[i].point[k].block_index, from + k);
        }
    }
}

static void test_a_screen_opens_when_all_is_read(void **state)
{
    (void)state;
    open_screen(SCREEN_TRENDS);
    keeper_answers(200);
    assert_int_equal(app.screen, SCREEN_MEETING);
    assert_false(lines_are_read(&app));
    keeper_answers_all(200);
    assert_int_equal(app.screen, SCREEN_TRENDS);
    expect_lines(0, 200);
}

static void test_the_report_opens_with_its_files(void **state)
{
    (void)state;
    open_screen(SCREEN_REPORT);
    while (asked.type == MESSAGE_READ_LINE) {
        keeper_answers(3);
    }
    assert_int_equal(asked.type, MESSAGE_READ_REPORT);
    assert_int_equal(app.screen, SCREEN_MEETING);
    keeper_answers(3);
    assert_int_equal(app.screen, SCREEN_REPORT);
    assert_int_equal(lines_report(&app)->rows, 3);
}

static void test_of_too_many_points_the_newest_are_kept(void **state)
{
    (void)state;
    open_screen(SCREEN_TRENDS);
    keeper_answers_all(LINES_POINT_MAX + 300);
    expect_lines(300, LINES_POINT_MAX + 300);
}

/* Two fingers on the same period, after so many answers. */
static void test_a_doubled_request_fills_no_line_twice(void **state)
{
    for (int after = 0; after < 6; after++) {
        begin(state);
        open_screen(SCREEN_TRENDS);
        keeper_answers_all(192);
        choose(PERIOD_ALL);
        step(NULL);
        for (int i = 0; i < after; i++) {
            keeper_answers(192);
        }
        choose(PERIOD_ALL);
        choose(PERIOD_ALL);
        step(NULL);
        keeper_answers_all(192);
        expect_lines(0, 192);
    }
}

/* The frame stays meanwhile, and what was asked for before is not shown. */
static void test_another_period_begins_anew(void **state)
{
    (void)state;
    open_screen(SCREEN_TRENDS);
    keeper_answers_all(192);
    choose(PERIOD_YEAR);
    step(NULL);
    assert_true(app.frame_rests);
    assert_int_equal(asked.as.line_request.period, PERIOD_YEAR);
    choose(PERIOD_THREE);
    keeper_answers(13);
    assert_int_equal(asked.as.line_request.period, PERIOD_THREE);
    assert_int_equal(asked.as.line_request.kind, LINE_ALL);
    keeper_answers_all(3);
    assert_false(app.frame_rests);
    assert_int_equal(lines_period(&app), PERIOD_THREE);
    expect_lines(0, 3);
}

static void test_who_moved_elsewhere_is_not_fetched_back(void **state)
{
    (void)state;
    open_screen(SCREEN_TRENDS);
    app_go(&app, SCREEN_HEALTH);
    keeper_answers(5);
    assert_int_equal(asked.type, MESSAGE_NONE); /* nobody waits for the rest */
    assert_int_equal(app.screen, SCREEN_HEALTH);
    assert_false(lines_are_read(&app));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_screen_opens_when_all_is_read, begin),
        cmocka_unit_test_setup(test_the_report_opens_with_its_files, begin),
        cmocka_unit_test_setup(test_of_too_many_points_the_newest_are_kept, begin),
        cmocka_unit_test_setup(test_a_doubled_request_fills_no_line_twice, begin),
        cmocka_unit_test_setup(test_another_period_begins_anew, begin),
        cmocka_unit_test_setup(test_who_moved_elsewhere_is_not_fetched_back, begin),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
