/* SPDX-License-Identifier: MIT */
/* Protects the facilitator's door from answers that come late: who has left the PIN screen, or the
 * screens behind it, is not taken back there, and nobody else finds the door open. */
#include "screens/screens.h"
#include "shipped_words.h"

#include "screens/app/screen.h"
#include "screens/facilitator/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { STEP_MS = 700 };

static struct app app;
static struct app_secret secret;
static uint64_t now_ms;
static uint32_t locks; /* that the app asked for */
static struct message asked;

static void step(const struct input *input)
{
    now_ms += STEP_MS;
    app_step(&app, input, input != NULL, now_ms);
    for (uint32_t i = 0; i < app.effect_count; i++) {
        if (app.effect[i].kind == EFFECT_SEND) {
            asked = app.effect[i].message;
            locks += asked.type == MESSAGE_LOCK;
        }
    }
}

static void tap(const char *id)
{
    const struct node *node = frame_find(&app.frame, id);
    if (node == NULL) {
        fail_msg("%s is not on %s", id, app_screen_name(&app));
        return;
    }
    struct input input = {.kind = INPUT_POINTER_DOWN,
                          .x = node->hit.x + node->hit.w / 2,
                          .y = node->hit.y + node->hit.h / 2};
    step(&input);
    input.kind = INPUT_POINTER_UP;
    step(&input);
}

static void keeper_says(struct message *message)
{
    const struct input input = {.kind = INPUT_MESSAGE, .message = message};
    step(&input);
}

/* sequence: of the request that this answers; 0: unasked. */
static void keeper_says_status(uint32_t sequence, bool unlocked)
{
    static struct message message;
    shipped_open_meeting(&message);
    message.sequence = sequence;
    message.as.status.unlocked = unlocked;
    keeper_says(&message);
}

static void type_pin(void)
{
    for (int i = 0; i < 6; i++) {
        const struct input down = {.kind = INPUT_KEY_DOWN, .key = KEY_DIGIT_0 + 3};
        const struct input up = {.kind = INPUT_KEY_UP, .key = KEY_DIGIT_0 + 3};
        step(&down);
        step(&up);
    }
    tap("pin.unlock");
}

/* A facilitator has typed the PIN, and the keeper has not answered yet. */
static void ask_to_unlock(void)
{
    now_ms = 1000000;
    const struct app_config config = shipped_config(&secret);
    app_init(&app, &config, now_ms);
    step(NULL);
    keeper_says_status(0, false);
    tap("welcome.facilitator");
    assert_int_equal(app.screen, SCREEN_PIN);
    type_pin();
    assert_int_equal(asked.type, MESSAGE_UNLOCK);
    locks = 0;
}

static void test_who_waits_comes_in(void **state)
{
    (void)state;
    ask_to_unlock();
    keeper_says_status(asked.sequence, true);
    assert_int_equal(app.screen, SCREEN_MEETING);
    assert_int_equal(locks, 0);
}

static void test_who_left_does_not(void **state)
{
    (void)state;
    ask_to_unlock();
    const uint32_t sequence = asked.sequence;
    tap("common.back");
    tap("welcome.begin");
    assert_int_equal(app.screen, SCREEN_PROMISE);
    keeper_says_status(sequence, true);
    assert_int_equal(app.screen, SCREEN_PROMISE);
    assert_int_equal(locks, 1);
    assert_false(app.status.unlocked);
}

/* The last line of the trends, when whoever wanted to see them has locked meanwhile. */
static void test_late_lines_open_no_screen(void **state)
{
    (void)state;
    static struct message line;
    ask_to_unlock();
    keeper_says_status(asked.sequence, true);
    lines_open(&app, SCREEN_TRENDS);
    asked = app.effect[app.effect_count - 1].message;
    assert_int_equal(asked.type, MESSAGE_READ_LINE);
    const struct message request = asked;
    tap("meeting.lock");
    assert_false(app.status.unlocked);
    const uint32_t rest = app.screen;
    message_init(&line, MESSAGE_LINE);
    line.sequence = request.sequence;
    line.as.line.request = request.as.line_request;
    keeper_says(&line);
    assert_int_equal(app.screen, rest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_waits_comes_in),
        cmocka_unit_test(test_who_left_does_not),
        cmocka_unit_test(test_late_lines_open_no_screen),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
