/* SPDX-License-Identifier: MIT */
/* Protects the screens from a display that stalled: the inputs that it gives at once do what they
 * would do one by one, and what they ask for finds room in one step. */
#include "kind_keeper.h"
#include "sanitized.h"
#include "shown_rig.h"

#include "core/record.h"
#include "core/step.h"
#include "screens/access/speech.h"
#include "ui/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = IS_SANITIZED ? 4 : 20 };

/* The inputs of one step, with the words that they bring. */
static struct burst {
    uint32_t count;
    struct input input[STEP_INPUT_MAX];
    struct message message[STEP_INPUT_MAX];
    struct voice_record voice[STEP_INPUT_MAX];
    struct message asked; /* the newest request */
} burst;

/* The same kiosk, which gets them one by one. */
static struct app other;
static struct app_secret other_secret;

static uint32_t random_state = 1;

static uint32_t dice(uint32_t n)
{
    random_state = random_state * 1664525U + 1013904223U;
    return (random_state >> 8) % n;
}

static void begin(enum screen_id screen)
{
    shown_begin(screen);
    other = app;
    other_secret = secret;
    other.config.secret = &other_secret;
    other.effect = other_secret.effect;
    now_ms += SHOWN_STEP_MS;
    burst.count = 0;
    message_init(&burst.asked, MESSAGE_HELLO);
    (void)kind_hears(&other, &burst.asked);
}

static void add(struct input input)
{
    if (burst.count < STEP_INPUT_MAX) {
        burst.input[burst.count] = input;
        app_step(&other, &burst.input[burst.count], 1, now_ms);
        burst.count++;
        (void)kind_hears(&other, &burst.asked);
    }
}

static void add_tap(const struct node *node)
{
    struct input input = {.kind = INPUT_POINTER_DOWN,
                          .x = node->hit.x + node->hit.w / 2,
                          .y = node->hit.y + node->hit.h / 2};
    add(input);
    input.kind = INPUT_POINTER_UP;
    add(input);
}

static void add_key(enum key key, uint32_t text)
{
    struct input input = {
        .kind = INPUT_KEY_DOWN, .key = key, .code = (uint16_t)(40 + key), .text = text};
    add(input);
    input.kind = INPUT_KEY_UP;
    input.text = 0;
    add(input);
}

/* The answer to what was asked last, or how things are. */
static void add_message(void)
{
    struct message *message = &burst.message[burst.count % STEP_INPUT_MAX];
    kind_answer(message, &burst.asked, &other, dice(3) == 0 ? STATUS_NO_SPACE : STATUS_OK);
    add((struct input){.kind = INPUT_MESSAGE, .message = message});
}

static void add_voice(void)
{
    struct voice_record *record = &burst.voice[burst.count % STEP_INPUT_MAX];
    voice_init(record, dice(3) > 0 ? VOICE_STATE : VOICE_SAID);
    if (record->type == VOICE_STATE) {
        record->as.state = (struct voice_state){.languages = 1, .output = 1, .device = 1};
    } else {
        record->sequence = speech_of(&other)->waiting;
    }
    add((struct input){.kind = INPUT_VOICE, .voice = record});
}

/* Whatever a hand, a mouse, a keyboard, the display, the keeper and the voice give. */
static void add_something(void)
{
    static const enum key KEYS[] = {KEY_TAB,         KEY_ENTER,  KEY_LEFT, KEY_RIGHT,
                                    KEY_DIGIT_0 + 3, KEY_ESCAPE, KEY_F2,   KEY_BACKSPACE};
    uint32_t what = dice(20);
    if (what < 10 && other.frame.node_count > 0) {
        add_tap(&other.frame.node[dice(other.frame.node_count)]);
    } else if (what < 14) {
        add_key(KEYS[dice(sizeof(KEYS) / sizeof(KEYS[0]))], 0);
    } else if (what < 16) {
        add_key(KEY_OTHER, 'a' + dice(26));
    } else if (what == 16) {
        add((struct input){.kind = INPUT_WHEEL, .y = dice(2) == 0 ? 1 : -1});
    } else if (what == 17) {
        bool wide = dice(2) == 0;
        add((struct input){.kind = INPUT_SURFACE,
                           .x = wide ? 1920 : 1024,
                           .y = wide ? 1080 : 600,
                           .px_per_m = wide ? 5560 : 4630});
    } else if (what == 18) {
        add_message();
    } else {
        add_voice();
    }
}

static void expect_same_end(enum screen_id screen, const char *of)
{
    app_step(&app, burst.input, burst.count, now_ms);
    assert_true(app.effect_count <= EFFECT_MAX);
    if (app.screen != other.screen || frame_hash(&app.frame) != frame_hash(&other.frame)) {
        fail_msg("%s: %u inputs at once (%s) end on %s, one by one on %s", screen_name(screen),
                 burst.count, of, app_screen_name(&app), app_screen_name(&other));
    }
}

static void test_taps_on_one_control_do_what_they_do_one_by_one(void **state)
{
    (void)state;
    for (uint32_t screen = 0; screen < SCREEN_COUNT; screen++) {
        shown_begin((enum screen_id)screen);
        for (uint32_t i = 0, count = app.frame.node_count; i < count; i++) {
            begin((enum screen_id)screen);
            const struct node node = app.frame.node[i];
            if ((node.flags & NODE_FOCUSABLE) == 0) {
                continue;
            }
            while (burst.count < STEP_INPUT_MAX) {
                add_tap(&node);
            }
            expect_same_end((enum screen_id)screen, node.id);
        }
    }
}

static void test_a_burst_does_what_its_inputs_do_one_by_one(void **state)
{
    (void)state;
    for (uint32_t screen = 0; screen < SCREEN_COUNT; screen++) {
        for (uint32_t round = 0; round < ROUNDS; round++) {
            begin((enum screen_id)screen);
            uint32_t count = 1 + dice(STEP_INPUT_MAX);
            while (burst.count < count) {
                add_something();
            }
            expect_same_end((enum screen_id)screen, "of many kinds");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taps_on_one_control_do_what_they_do_one_by_one),
        cmocka_unit_test(test_a_burst_does_what_its_inputs_do_one_by_one),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
