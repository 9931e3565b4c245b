/* SPDX-License-Identifier: MIT */
/* Protects every screen from answers that it did not ask for: whatever the keeper says, a screen
 * that did not ask shows the same afterwards, and inputs that arrive together do what they would do
 * one by one. */
#include "shipped_words.h"
#include "tools/stage/show.h"

#include "core/record.h"
#include "screens/app/screen.h"
#include "ui/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { STEP_MS = 700, STRANGE_SEQUENCE = 4000000 };

static struct app app, other;
static struct app_secret secret, other_secret;
static uint64_t now_ms;

static void step(const struct input *inputs, uint32_t count)
{
    now_ms += STEP_MS;
    app_step(&app, inputs, count, now_ms);
}

static void hear(struct message *message)
{
    const struct input input = {.kind = INPUT_MESSAGE, .message = message};
    step(&input, 1);
}

/* A kiosk on that screen, unlocked where it is a facilitator's. */
static void begin(enum screen_id screen)
{
    static struct message status;
    const struct app_config config = shipped_config(&secret);
    now_ms = 1000000;
    app_init(&app, &config, now_ms);
    step(NULL, 0);
    shipped_open_meeting(&status);
    status.as.status.unlocked = screen_ops(&app, screen)->facilitator;
    bool none = status.as.status.unlocked || screen == SCREEN_CLOSED;
    status.as.status.meeting = none ? MEETING_NONE : MEETING_OPEN;
    status.as.status.opened = status.as.status.closes = status.as.status.closed =
        status.as.status.today = (struct civil_time){{2026, 11}, 3, 19, 5};
    hear(&status);
    app_show(&app, screen, now_ms);
    step(NULL, 0);
}

/* Every kind of answer, as little of it as there can be: empty lists, and the best of news. */
static void make_answer(struct message *message, enum message_type type, enum message_type refused)
{
    message_init(message, type);
    message->sequence = STRANGE_SEQUENCE;
    switch ((int)type) {
    case MESSAGE_STATUS:
        message->as.status = app.status;
        message->as.status.result = STATUS_IO;
        break;
    case MESSAGE_SETTINGS:
        message->as.settings = app.settings;
        break;
    case MESSAGE_MACHINE:
        message->as.machine = app.machine;
        break;
    case MESSAGE_REFUSED:
        message->as.refused.type = (uint16_t)refused;
        message->as.refused.why = STATUS_NO_SPACE;
        break;
    case MESSAGE_ROWS:
        message->as.rows.total = 40;
        break;
    case MESSAGE_LINE:
        message->as.line.view.point_count = 2;
        break;
    case MESSAGE_REPORT:
        message->as.report.rows = 9;
        break;
    case MESSAGE_DRIVES:
        message->as.drives.count = 1;
        memcpy(message->as.drives.drive[0].label, "STRANGER", 9);
        break;
    case MESSAGE_BACKUPS:
        message->as.backups.count = 1;
        memcpy(message->as.backups.label, "STRANGER", 9);
        break;
    case MESSAGE_ERASED:
        message->as.left = 3;
        break;
    default:
        break;
    }
}

static uint64_t shown(void)
{
    return frame_hash(&app.frame);
}

static void expect_unmoved(enum screen_id screen, enum message_type type, enum message_type refused)
{
    static struct message message;
    begin(screen);
    enum screen_id before_screen = (enum screen_id)app.screen;
    uint64_t before = shown();
    make_answer(&message, type, refused);
    hear(&message);
    if (app.screen != before_screen || shown() != before) {
        fail_msg("%s changed by message %d (refused %d)", screen_name(screen), type, refused);
    }
}

static void test_answers_that_nobody_asked_for_change_nothing(void **state)
{
    (void)state;
    for (uint32_t screen = 0; screen < SCREEN_COUNT; screen++) {
        if (screen == SCREEN_BREATHE || screen == SCREEN_IDLE || screen == SCREEN_CLEAR) {
            continue; /* these move by themselves */
        }
        for (uint32_t type = MESSAGE_STATUS; type < MESSAGE_KEEPER_COUNT; type++) {
            if (type != MESSAGE_REFUSED) {
                expect_unmoved((enum screen_id)screen, (enum message_type)type, MESSAGE_NONE);
                continue;
            }
            for (uint32_t of = MESSAGE_HELLO; of < MESSAGE_FACE_COUNT; of++) {
                expect_unmoved((enum screen_id)screen, MESSAGE_REFUSED, (enum message_type)of);
            }
        }
    }
}

static uint32_t random_state = 1;

static uint32_t dice(uint32_t n)
{
    random_state = random_state * 1664525U + 1013904223U;
    return (random_state >> 8) % n;
}

static struct input some_press(const struct frame *frame, bool down)
{
    static const enum key KEYS[] = {KEY_TAB,         KEY_ENTER,  KEY_LEFT, KEY_RIGHT,
                                    KEY_DIGIT_0 + 3, KEY_ESCAPE, KEY_F2,   KEY_BACKSPACE};
    if (dice(3) == 0 || frame->node_count == 0) {
        uint32_t key = dice(sizeof(KEYS) / sizeof(KEYS[0]));
        return (struct input){.kind = down ? INPUT_KEY_DOWN : INPUT_KEY_UP,
                              .key = KEYS[key],
                              .code = (uint16_t)(40 + key)};
    }
    const struct node *node = &frame->node[dice(frame->node_count)];
    return (struct input){.kind = down ? INPUT_POINTER_DOWN : INPUT_POINTER_UP,
                          .x = node->hit.x + node->hit.w / 2,
                          .y = node->hit.y + node->hit.h / 2};
}

/* A stalled display gives up to 77 inputs at once. */
static void test_a_burst_does_what_its_inputs_do_one_by_one(void **state)
{
    enum { BURST_MAX = 77, ROUNDS = 6 };
    static struct input burst[BURST_MAX];
    (void)state;
    for (uint32_t screen = 0; screen < SCREEN_COUNT; screen++) {
        for (uint32_t round = 0; round < ROUNDS; round++) {
            begin((enum screen_id)screen);
            other = app;
            other_secret = secret;
            other.config.secret = &other_secret;
            other.effect = other_secret.effect;
            uint32_t count = 1 + dice(BURST_MAX);
            now_ms += STEP_MS;
            for (uint32_t i = 0; i < count; i++) {
                burst[i] = some_press(&other.frame, i % 2 == 0);
                app_step(&other, &burst[i], 1, now_ms);
            }
            app_step(&app, burst, count, now_ms);
            assert_true(app.effect_count <= EFFECT_MAX);
            if (app.screen != other.screen || frame_hash(&other.frame) != shown()) {
                fail_msg("%s: %u inputs at once end on %s, one by one on %s", screen_name(screen),
                         count, app_screen_name(&app), app_screen_name(&other));
            }
        }
    }
}

/* What lies between the members of a struct is the compiler's affair, and the keeper takes none of
 * it. */
static void test_a_message_holds_nothing_between_its_fields(void **state)
{
    (void)state;
    const struct app_config config = shipped_config(&secret);
    app_init(&app, &config, 1000000);
    struct message *message = app_tell(&app, MESSAGE_READ_LINE);
    struct message_line_request *request = &message->as.line_request;
    memset(request, 0xA5, sizeof(*request));
    request->kind = LINE_QUESTION;
    request->period = PERIOD_ALL;
    request->index = 0;
    request->from = 0;
    app_step(&app, NULL, 0, 1000000);
    for (uint32_t i = 0; i < app.effect_count; i++) {
        if (app.effect[i].kind == EFFECT_SEND) {
            assert_int_equal(message_check_from_face(&app.effect[i].message, MESSAGE_BYTES),
                             STATUS_OK);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_message_holds_nothing_between_its_fields),
        cmocka_unit_test(test_answers_that_nobody_asked_for_change_nothing),
        cmocka_unit_test(test_a_burst_does_what_its_inputs_do_one_by_one),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
