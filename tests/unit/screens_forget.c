/* SPDX-License-Identifier: MIT */
/* Protects against traces in the screen's memory: once a visit has ended, by Add, by Erase or by
 * walking away, every byte of the app is the same whatever was answered, stale corners included,
 * also where it was read aloud; and the voice, which was told of it, is ended before another word.
 */
#include "screens/screens.h"
#include "shipped_words.h"

#include "screens/access/speech.h"
#include "screens/app/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { STEP_MS = 700, KEPT_AT = TEXT_KNOWN_MAX / 2, KEPT_KEY = 12345 };

static struct app app, other;
static struct app_secret secret, other_secret;
static uint64_t now_ms;
static bool listens; /* through headphones: choices are said too */

enum way { WAY_ADD, WAY_ERASE, WAY_IDLE };

static void step(const struct input *input)
{
    now_ms += STEP_MS;
    app_step(&app, input, input != NULL, now_ms);
}

/* In no time: how often it speaks depends on what it reads. */
static void voice_says(struct voice_record *record)
{
    const struct input input = {.kind = INPUT_VOICE, .voice = record};
    app_step(&app, &input, 1, now_ms);
}

static void put_on_headphones(void)
{
    struct voice_record record;
    voice_init(&record, VOICE_STATE);
    record.as.state = (struct voice_state){.languages = 1, .device = 1};
    voice_says(&record);
    speech_set_mode(&app, READ_PHONES);
}

/* So that the reading goes on to the answers, and stands where it stands when one is pressed. */
static void hear_out(uint32_t sentences)
{
    struct voice_record record;
    for (; speech_of(&app)->waiting != 0 && sentences > 0; sentences--) {
        voice_init(&record, VOICE_SAID);
        record.sequence = speech_of(&app)->waiting;
        voice_says(&record);
    }
}

static void press(int32_t x, int32_t y)
{
    const struct input down = {.kind = INPUT_POINTER_DOWN, .x = x, .y = y};
    const struct input up = {.kind = INPUT_POINTER_UP, .x = x, .y = y};
    step(&down);
    step(&up);
}

static void tap(const char *id)
{
    const struct node *node = frame_find(&app.frame, id);
    if (node == NULL) {
        fail_msg("%s is not on %s", id, app_screen_name(&app));
        return;
    }
    press(node->hit.x + node->hit.w / 2, node->hit.y + node->hit.h / 2);
}

static void keeper_says(struct message *message)
{
    const struct input input = {.kind = INPUT_MESSAGE, .message = message};
    step(&input);
}

static void keeper_opens(void)
{
    static struct message message;
    shipped_open_meeting(&message);
    keeper_says(&message);
}

/* 1 to 4, u and s as on the screen; '-' presses where nothing is. */
static void answer(char how)
{
    char id[NODE_ID_BYTES] = "question.answer.0";
    if (how == '-') {
        press(2, 2);
        return;
    }
    if (how == 'u' || how == 's') {
        tap(how == 'u' ? "question.unfit" : "question.unsaid");
        return;
    }
    id[strlen(id) - 1] = how;
    tap(id);
}

static void begin_face(void)
{
    now_ms = 1000000;
    const struct app_config config = shipped_config(&secret);
    app_init(&app, &config, now_ms);
    step(NULL);
    keeper_opens();
}

/* To its end. */
static void go_through(const char *answers, enum way way)
{
    if (listens) {
        put_on_headphones();
    }
    tap("welcome.begin");
    tap("promise.ready");
    app.config.text.kept->known[KEPT_AT].key = KEPT_KEY; /* as if it were a text of this visit */
    for (; *answers != '\0'; answers++) {
        hear_out(4);
        answer(*answers);
        hear_out((uint32_t)*answers % 3);
        tap("common.next");
    }
    if (way == WAY_IDLE) {
        now_ms += IDLE_MS;
        step(NULL);
        now_ms += IDLE_WARNING_MS;
        step(NULL);
        return;
    }
    tap(way == WAY_ADD ? "finish.add" : "finish.erase");
    if (way == WAY_ADD) {
        static struct message message;
        message_init(&message, MESSAGE_ADDED);
        message.sequence = app.request[MESSAGE_ADD].sequence;
        keeper_says(&message);
        assert_int_equal(app.screen, SCREEN_CLOSING);
    }
}

static void visit(const char *answers, enum way way)
{
    begin_face();
    go_through(answers, way);
}

static void check_secret(void)
{
    static const struct app_secret none;
    assert_memory_equal(&secret.session, &none.session, sizeof(none.session));
    assert_memory_equal(secret.pin, none.pin, sizeof(none.pin));
}

/* What was measured for this visit is gone before the step ends. */
static void check_measured(void)
{
    const struct text_kept *kept = app.config.text.kept;
    for (uint32_t i = 0; i < TEXT_KNOWN_MAX; i++) {
        assert_true(kept->known[i].key != KEPT_KEY);
    }
}

/* What this step tells the voice: first to end, if it was ever told anything. */
static void check_voice(void)
{
    enum voice_type first = VOICE_NONE;
    for (uint32_t i = 0; i < app.effect_count && first == VOICE_NONE; i++) {
        first = app.effect[i].kind == EFFECT_VOICE ? app.effect[i].voice.type : VOICE_NONE;
    }
    assert_int_equal(first, listens ? VOICE_FORGET : VOICE_NONE);
}

/* The step of the end itself may still hold the request to clear the display, the same for all. */
static void check_way(enum way way)
{
    static const char *const VISITS[] = {"1234123", "uuususs", "-------", "4-4u1s2"};
    visit("4321432", way);
    check_secret();
    check_measured();
    check_voice();
    memcpy(&other, &app, sizeof(app));
    memcpy(&other_secret, &secret, sizeof(secret));
    for (size_t i = 0; i < sizeof(VISITS) / sizeof(VISITS[0]); i++) {
        visit(VISITS[i], way);
        check_secret();
        check_voice();
        assert_memory_equal(&secret, &other_secret, sizeof(secret));
        const unsigned char *a = (const unsigned char *)&app, *b = (const unsigned char *)&other;
        for (size_t at = 0; at < sizeof(app); at++) {
            if (a[at] != b[at]) {
                fail_msg("%s: byte %zu of the app differs (frame at %zu)", VISITS[i], at,
                         offsetof(struct app, frame));
            }
        }
    }
}

static void test_nothing_is_left_after_add(void **state)
{
    (void)state;
    check_way(WAY_ADD);
}

static void test_nothing_is_left_after_erase(void **state)
{
    (void)state;
    check_way(WAY_ERASE);
}

static void test_nothing_is_left_after_walking_away(void **state)
{
    (void)state;
    check_way(WAY_IDLE);
}

/* An evening of so many visits, the last of them always at the same time. */
static void evening(uint32_t people)
{
    static const enum way WAYS[] = {WAY_IDLE, WAY_ADD, WAY_ERASE, WAY_ADD};
    begin_face();
    for (uint32_t i = 0; i < people; i++) {
        now_ms = (uint64_t)(100 - people + i) * 10 * IDLE_MS;
        step(NULL);
        go_through(i % 2 == 0 ? "4321432" : "1-uss11", i + 1 == people ? WAY_ADD : WAYS[i % 4]);
        while (app.screen != SCREEN_WELCOME) {
            now_ms += IDLE_MS;
            step(NULL);
        }
    }
}

static void check_evening(uint32_t people)
{
    evening(people);
    memcpy(&other, &app, sizeof(app));
    evening(people + 2);
    /* The generator that chooses practices moves on with each. Its seed is gone, so that its state
     * alone is a number like any other. */
    other.random = app.random;
    const unsigned char *a = (const unsigned char *)&app, *b = (const unsigned char *)&other;
    for (size_t at = 0; at < sizeof(app); at++) {
        if (a[at] != b[at]) {
            fail_msg("byte %zu of the app counts visits (%u, %u)", at, a[at], b[at]);
        }
    }
}

/* One look into the memory of a running machine tells no more than the file will. */
static void test_nothing_counts_visits(void **state)
{
    (void)state;
    check_evening(1);
    check_evening(4);
    listens = true;
    check_evening(2);
    listens = false;
}

static void test_nothing_is_left_of_what_was_read_aloud(void **state)
{
    (void)state;
    listens = true;
    check_way(WAY_ADD);
    check_way(WAY_ERASE);
    check_way(WAY_IDLE);
    listens = false;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_left_after_add),
        cmocka_unit_test(test_nothing_is_left_after_erase),
        cmocka_unit_test(test_nothing_is_left_after_walking_away),
        cmocka_unit_test(test_nothing_is_left_of_what_was_read_aloud),
        cmocka_unit_test(test_nothing_counts_visits),
    };
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
