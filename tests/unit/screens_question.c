/* SPDX-License-Identifier: MIT */
/* Protects how a question stands on its panel: at the largest size answers have the full height of
 * their own column, one a row and all alike, beside the words and two rows of controls; a bar that
 * needs two rows is two by two, and nothing of either moves from question to question (ACCESS 36,
 * 37). */
#include "shipped_words.h"
#include "tools/stage/test_show.h"

#include "screens/visit/question.h"
#include "screens/visit/visit.h"

#include <stdlib.h>

enum { QUESTIONS = 7 };

static const char *const ANSWERS[ANSWERS_COUNT] = {"question.answer.1", "question.answer.2",
                                                   "question.answer.3", "question.answer.4",
                                                   "question.unfit",    "question.unsaid"};

static struct app app;
static struct app_secret secret;
static const uint64_t NOW_MS = 1000000;

static void turn_to(uint32_t question)
{
    visit_measure(&app, question);
    app_show(&app, SCREEN_QUESTION, NOW_MS);
    app_step(&app, NULL, 0, NOW_MS);
}

/* The first question on this panel, with somebody to read it aloud. */
static void show(int32_t width, int32_t height, uint32_t px_per_m, enum text_size size)
{
    struct app_config config = shipped_config(&secret);
    config.width = width;
    config.height = height;
    config.px_per_m = px_per_m;
    config.size = size;
    app_init(&app, &config, NOW_MS);
    app.voice.languages = 1;
    turn_to(0);
    assert_int_equal(app_question_count(&app), QUESTIONS);
}

static struct box box_of(const char *id)
{
    const struct node *node = frame_find(&app.frame, id);
    if (node == NULL) {
        fail_msg("%s is not there", id);
    }
    return node->rect;
}

static int32_t end_of(struct box box)
{
    return box.x + box.w;
}

static int32_t bottom_of(struct box box)
{
    return box.y + box.h;
}

/* Listen, Pause above; Back, Next below; in two columns of one width. */
static void check_two_by_two(void)
{
    const struct box listen = box_of("common.listen"), pause = box_of("common.pause");
    const struct box back = box_of("common.back"), next = box_of("common.next");
    assert_int_equal(listen.y, pause.y);
    assert_int_equal(back.y, next.y);
    assert_true(bottom_of(listen) < back.y);
    assert_int_equal(listen.x, back.x);
    assert_int_equal(pause.x, next.x);
    assert_true(end_of(listen) < pause.x);
    assert_int_equal(listen.w, back.w);
    assert_int_equal(pause.w, next.w);
    assert_true(abs(listen.w - pause.w) <= 1);
}

/* What has to be where it was on the first question. */
static void check_places(const char *const *ids, uint32_t count)
{
    struct box first[16];
    for (uint32_t q = 0; q < QUESTIONS; q++) {
        turn_to(q);
        for (uint32_t i = 0; i < count; i++) {
            const struct box box = box_of(ids[i]);
            first[i] = q == 0 ? box : first[i];
            if (box.x != first[i].x || box.y != first[i].y) {
                fail_msg("%s is elsewhere on question %u", ids[i], q + 1);
            }
        }
    }
}

static void answers_have_the_full_height(void **state)
{
    (void)state;
    show(1920, 1080, 5560, SIZE_XL);
    assert_true(asking_is_beside((enum asking_layout)question_of(&app)->layout));
    for (uint32_t q = 0; q < QUESTIONS; q++) {
        turn_to(q);
        check_two_by_two();
        const struct box next = box_of("common.next"), first = box_of(ANSWERS[0]);
        struct box above = first;
        for (uint32_t i = 1; i < ANSWERS_COUNT; i++) {
            const struct box answer = box_of(ANSWERS[i]);
            assert_int_equal(answer.x, first.x);
            assert_int_equal(answer.w, first.w);
            assert_int_equal(answer.h, first.h);
            assert_true(answer.y > bottom_of(above));
            above = answer;
        }
        assert_true(end_of(next) < first.x);
        assert_int_equal(bottom_of(above), bottom_of(next));
        assert_true(first.y < app.frame.height - bottom_of(above) + ANSWERS_COUNT);
        assert_true(bottom_of(box_of("question.statement")) <= box_of("question.guidance").y);
        assert_true(bottom_of(box_of("question.guidance")) < app.frame.scene.horizon_y);
        assert_true(app.frame.scene.horizon_y < box_of("common.listen").y);
    }
}

/* Also where both would fit one. */
static void ways_to_pass_have_rows_of_their_own(void **state)
{
    (void)state;
    show(1472, 575, 5000, SIZE_S);
    assert_true(asking_is_beside((enum asking_layout)question_of(&app)->layout));
    assert_true(bottom_of(box_of("question.unfit")) < box_of("question.unsaid").y);
    assert_int_equal(box_of("question.unfit").w, box_of(ANSWERS[0]).w);
}

static void nothing_moves_beside_answers(void **state)
{
    (void)state;
    static const char *const IDS[] = {"common.listen",      "common.pause",      "common.back",
                                      "common.next",        "question.progress", "question.period",
                                      "question.statement", "question.answer.1", "question.unsaid"};
    show(1920, 1080, 5560, SIZE_XL);
    check_places(IDS, sizeof(IDS) / sizeof(IDS[0]));
    const int32_t horizon = app.frame.scene.horizon_y;
    turn_to(0);
    assert_int_equal(app.frame.scene.horizon_y, horizon);
}

static void a_line_at_the_top_takes_its_room(void **state)
{
    (void)state;
    show(1920, 1080, 5560, SIZE_XL);
    app.visit = VISIT_PRACTICE;
    turn_to(0);
    const struct box ribbon = box_of("ribbon");
    assert_true(bottom_of(ribbon) <= box_of("question.progress").y);
    assert_true(question_of(&app)->layout == ASKING_TWO_STEPS ||
                bottom_of(ribbon) <= box_of(ANSWERS[0]).y);
}

static void press_key(enum key key)
{
    const struct input inputs[] = {{.kind = INPUT_KEY_DOWN, .key = key, .code = 100},
                                   {.kind = INPUT_KEY_UP, .key = key, .code = 100}};
    app_step(&app, inputs, 2, NOW_MS + 1000);
}

/* Who leans on a keyboard is told which keys do something, and nothing on the page moves. */
static void a_hint_on_keys_moves_nothing(void **state)
{
    (void)state;
    static const struct {
        int32_t width, height;
        uint32_t px_per_m;
        enum text_size size;
    } PANELS[] = {{1920, 1080, 5560, SIZE_M}, {1366, 768, 3950, SIZE_XL}, {800, 480, 5200, SIZE_L}};
    static struct node before[NODE_MAX];
    for (size_t p = 0; p < sizeof(PANELS) / sizeof(PANELS[0]); p++) {
        show(PANELS[p].width, PANELS[p].height, PANELS[p].px_per_m, PANELS[p].size);
        const uint32_t count = app.frame.node_count;
        memcpy(before, app.frame.node, count * sizeof(before[0]));
        const struct scene scene = app.frame.scene;
        for (int i = 0; i < 3; i++) {
            press_key(KEY_DIGIT_0 + 3);
        }
        assert_non_null(frame_find(&app.frame, "common.keys"));
        assert_int_equal(app.frame.node_count, count + 1);
        assert_int_equal(app.frame.scene.horizon_y, scene.horizon_y);
        for (uint32_t i = 0; i < count; i++) {
            const struct box was = before[i].rect, is = box_of(before[i].id);
            assert_memory_equal(&was, &is, sizeof(was));
        }
        press_key(KEY_ENTER);
        assert_null(frame_find(&app.frame, "common.keys"));
    }
}

/* Whose headphones come out reads so where the page is, which does not move under their finger; who
 * presses on the notice takes it away, and presses nothing that it lies over. */
static void a_notice_moves_nothing_and_takes_the_press(void **state)
{
    (void)state;
    show(1024, 600, 6680, SIZE_XL);
    question_state(&app)->step = true; /* a page full of answers */
    app_step(&app, NULL, 0, NOW_MS + 1000);
    const struct box before = box_of(ANSWERS[0]);
    app.was_refused = true;
    app_step(&app, NULL, 0, NOW_MS + 1000);
    const struct box answer = box_of(ANSWERS[0]), notice = box_of("notice");
    assert_memory_equal(&before, &answer, sizeof(before));
    assert_null(frame_find(&app.frame, "ribbon"));
    const int32_t x = answer.x + answer.w / 2, y = answer.y + answer.h / 2;
    assert_true(y < bottom_of(notice) && x < end_of(notice));
    const struct input touch[] = {{.kind = INPUT_POINTER_DOWN, .x = x, .y = y},
                                  {.kind = INPUT_POINTER_UP, .x = x, .y = y}};
    app_step(&app, touch, 2, NOW_MS + 2000);
    assert_int_equal(secret.session.mark, 0);
    assert_null(frame_find(&app.frame, "notice"));
    app_step(&app, touch, 2, NOW_MS + 3000);
    assert_int_equal(secret.session.mark, 1);
}

static void usual_sizes_keep_one_row_of_controls(void **state)
{
    (void)state;
    show(1920, 1080, 5560, SIZE_M);
    assert_int_equal(question_of(&app)->layout, ASKING_FULL);
    const struct box back = box_of("common.back"), next = box_of("common.next");
    assert_int_equal(back.y, next.y);
    assert_int_equal(back.y, box_of("common.listen").y);
    assert_true(end_of(back) < box_of("common.listen").x);
    assert_true(end_of(box_of("common.pause")) < next.x);
}

static void two_rows_are_two_by_two(void **state)
{
    (void)state;
    static const char *const IDS[] = {"common.listen", "common.pause", "common.back",
                                      "common.next"};
    show(1080, 1920, 5560, SIZE_M);
    for (uint32_t q = 0; q < QUESTIONS; q++) {
        turn_to(q);
        check_two_by_two();
    }
    check_places(IDS, sizeof(IDS) / sizeof(IDS[0]));
}

/* Three: the last row is full, and the lone one is as wide as those. */
static void three_stand_as_four_do(void **state)
{
    (void)state;
    show(1080, 1920, 5560, SIZE_XL);
    app.voice.languages = 0;
    turn_to(0);
    const struct box pause = box_of("common.pause"), back = box_of("common.back");
    const struct box next = box_of("common.next");
    assert_true(bottom_of(pause) < back.y);
    assert_int_equal(back.y, next.y);
    assert_int_equal(pause.x, back.x);
    assert_int_equal(pause.w, back.w);
    assert_true(end_of(back) < next.x);
}

/* With More there are five, and their widths are their own; Back still has its corner. */
static void back_keeps_its_corner(void **state)
{
    (void)state;
    show(1280, 800, 5880, SIZE_L);
    assert_int_equal(question_of(&app)->layout, ASKING_TWO_STEPS);
    struct box first = {0};
    for (int i = 0; i < 2; i++) {
        question_state(&app)->step = i > 0;
        turn_to(0);
        const struct box back = box_of("common.back"), listen = box_of("common.listen");
        first = i == 0 ? back : first;
        assert_int_equal(back.y, box_of("common.next").y);
        assert_true(bottom_of(listen) < back.y);
        assert_int_equal(back.x, listen.x);
        assert_memory_equal(&back, &first, sizeof(back));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_have_the_full_height),
        cmocka_unit_test(ways_to_pass_have_rows_of_their_own),
        cmocka_unit_test(nothing_moves_beside_answers),
        cmocka_unit_test(a_line_at_the_top_takes_its_room),
        cmocka_unit_test(a_hint_on_keys_moves_nothing),
        cmocka_unit_test(a_notice_moves_nothing_and_takes_the_press),
        cmocka_unit_test(usual_sizes_keep_one_row_of_controls),
        cmocka_unit_test(two_rows_are_two_by_two),
        cmocka_unit_test(three_stand_as_four_do),
        cmocka_unit_test(back_keeps_its_corner),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
