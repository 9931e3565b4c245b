/* SPDX-License-Identifier: MIT */
/* Protects the app from every order of inputs: seeded random visitors press, slide, type, wait and
 * walk away, some with switches, while a made-up keeper answers, refuses or stays silent, and what
 * must always hold is checked after every step: names of nodes are unique, targets are large and
 * apart, focus is on a target, at most one Add a visit and none while nothing is counted, nothing
 * of a person is left on a resting screen. Where the display stalls, as many inputs as a face takes
 * come in one step. WALK_VISITORS in the environment: how many, instead of
 * the usual. */
#include "sanitized.h"
#include "screens/screens.h"
#include "shipped_words.h"
#include "walk_keeper.h"

#include "core/catalog.h"
#include "screens/access/speech.h"
#include "screens/access/switches.h"
#include "screens/setup/setup_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { VISITORS = IS_SANITIZED ? 24 : 120, STEPS = 400 };

static const char *where(void)
{
    static char text[160];
    snprintf(text, sizeof(text), "visitor %u, %dx%d, %u px/m, size %u, language %u, %s",
             walk.visitor, walk.app.frame.width, walk.app.frame.height, walk.app.frame.px_per_m,
             walk.app.comfort.size, walk.app.comfort.language, app_screen_name(&walk.app));
    return text;
}

static void check_nodes(const struct frame *frame)
{
    /* A keypad's keys are a facilitator's, also where the screen does not lock. */
    bool facilitator = screen_is_facilitators(&walk.app, walk.app.screen) ||
                       screen_ops(&walk.app, walk.app.screen)->patience == PATIENCE_PIN;
    int32_t least = (int32_t)((facilitator ? 11600 : 12700) * (int64_t)frame->px_per_m / 1000000);
    int32_t gap = (int32_t)(2540 * (int64_t)frame->px_per_m / 1000000);
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *a = &frame->node[i];
        for (uint32_t k = i + 1; k < frame->node_count; k++) {
            const struct node *b = &frame->node[k];
            if (strcmp(a->id, b->id) == 0) {
                fail_msg("%s: two nodes are called %s", where(), a->id);
            }
            if ((a->flags & b->flags & NODE_FOCUSABLE) == 0) {
                continue;
            }
            int32_t dx = a->hit.x > b->hit.x ? a->hit.x - b->hit.x - b->hit.w
                                             : b->hit.x - a->hit.x - a->hit.w;
            int32_t dy = a->hit.y > b->hit.y ? a->hit.y - b->hit.y - b->hit.h
                                             : b->hit.y - a->hit.y - a->hit.h;
            if (dx < gap - 1 && dy < gap - 1) {
                fail_msg("%s: %s and %s are too close (%d, %d)", where(), a->id, b->id, dx, dy);
            }
        }
        if ((a->flags & NODE_FOCUSABLE) != 0 && (a->hit.w < least || a->hit.h < least)) {
            fail_msg("%s: %s is too small (%d x %d)", where(), a->id, a->hit.w, a->hit.h);
        }
        bool inside = a->rect.x >= 0 && a->rect.y >= 0 && a->rect.x + a->rect.w <= frame->width &&
                      a->rect.y + a->rect.h <= frame->height;
        if (!inside || (a->flags & NODE_CLIPPED) != 0) {
            fail_msg("%s: %s is cut off (%d %d %d %d)", where(), a->id, a->rect.x, a->rect.y,
                     a->rect.w, a->rect.h);
        }
        assert_true(a->spoken[0] != '\0' || (a->flags & NODE_PICTURE) != 0 ||
                    a->role == ROLE_PROGRESS);
    }
}

static bool is_wiped(const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    for (size_t i = 0; i < length; i++) {
        if (at[i] != 0) {
            return false;
        }
    }
    return true;
}

static void check_state(void)
{
    const struct app *app = &walk.app;
    check_nodes(&app->frame);
    assert_true(app->effect_count <= EFFECT_MAX);
    assert_true(app->deadline_ms > walk.now_ms);
    const struct node *focus = frame_find(&app->frame, app->focus_id);
    assert_true(app->focus_id[0] == '\0' ||
                (focus != NULL && (focus->flags & NODE_FOCUSABLE) != 0));
    enum patience patience = screen_ops(app, app->screen)->patience;
    if (patience == PATIENCE_REST || patience == PATIENCE_FACILITATOR) {
        assert_int_equal(app->visit, VISIT_NONE);
        assert_true(is_wiped(&walk.secret.session, sizeof(walk.secret.session)));
    }
    assert_true(!support_of(app)->typing || app->screen == SCREEN_SETUP_SUPPORT);
    assert_true(support_of(app)->typing || support_of(app)->typed.text[0] == '\0');
    assert_true(utf8_is_clean(support_of(app)->typed.text, strlen(support_of(app)->typed.text)));
    if (patience != PATIENCE_PIN) {
        assert_true(is_wiped(walk.secret.pin, sizeof(walk.secret.pin)) ||
                    app->screen == SCREEN_IDLE);
    }
    if (app->screen != SCREEN_SWITCHES && !switches_ready(switches_of(app))) {
        assert_true(switches_of(app)->presses[SWITCH_SELECT] == 0); /* half learned is forgotten */
    }
    walk.seen[app->screen] = true;
    walk.scanned[app->screen] |= switches_ready(switches_of(app)) && switches_of(app)->one;
}

static void step(void)
{
    struct burst *burst = &walk.burst;
    enum visit before = walk.app.visit;
    app_step(&walk.app, burst->input, burst->count, walk.now_ms);
    burst->count = burst->messages = burst->voices = 0;
    burst->wish = walk.stalls && dice(8) == 0 ? 1 + dice(STEP_INPUT_MAX) : 1;
    if (walk.app.visit != before && walk.app.visit != VISIT_NONE) {
        walk.adds = 0;
    }
    check_state();
    struct message said[EFFECT_MAX];
    uint32_t said_count = 0;
    for (uint32_t i = 0; i < walk.app.effect_count; i++) {
        if (walk.app.effect[i].kind == EFFECT_SEND) {
            said[said_count++] = walk.app.effect[i].message;
        }
    }
    for (uint32_t i = 0; i < said_count; i++) {
        if (said[i].type == MESSAGE_ADD) {
            walk.adds++;
            assert_int_equal(before, VISIT_COUNTING); /* the step may have ended it */
        }
        keeper_hears(&said[i]);
    }
}

/* Of each source no more than a face takes at once. */
static void give(const struct input *input)
{
    struct burst *burst = &walk.burst;
    bool is_full = input->kind == INPUT_MESSAGE ? burst->messages == STEP_MESSAGE_MAX
                   : input->kind == INPUT_VOICE ? burst->voices == STEP_VOICE_MAX
                                                : false;
    if (is_full) {
        step();
    }
    struct input *next = &burst->input[burst->count++];
    *next = *input;
    if (input->kind == INPUT_MESSAGE) {
        burst->message[burst->messages] = *input->message;
        next->message = &burst->message[burst->messages++];
    } else if (input->kind == INPUT_VOICE) {
        burst->voice[burst->voices] = *input->voice;
        next->voice = &burst->voice[burst->voices++];
    }
    if (burst->count >= burst->wish) {
        step();
    }
}

/* Time passes: the screens' own, unless the display stands still and inputs wait. */
static void pass(uint64_t ms)
{
    walk.now_ms += ms;
    if (walk.burst.count == 0) {
        step();
    }
}

/* Most people go on: else no one would ever get to the end. */
static const struct node *way_on(const struct frame *frame)
{
    static const char *const IDS[] = {"setup.skip",   "common.next",     "promise.ready",
                                      "arrive.begin", "common.continue", "welcome.begin",
                                      "key.done"};
    for (size_t i = 0; i < sizeof(IDS) / sizeof(IDS[0]); i++) {
        const struct node *node = frame_find(frame, IDS[i]);
        if (node != NULL) {
            return node;
        }
    }
    return NULL;
}

static struct input press_somewhere(enum input_kind kind)
{
    const struct frame *frame = &walk.app.frame;
    struct input input = {.kind = kind, .touch = dice(2) == 0};
    const struct node *node = dice(3) == 0 ? way_on(frame) : NULL;
    if (node == NULL) {
        node = &frame->node[dice(frame->node_count)];
    }
    if (dice(12) == 0) {
        input.x = (int32_t)dice((uint32_t)frame->width);
        input.y = (int32_t)dice((uint32_t)frame->height);
    } else {
        input.x = node->rect.x + node->rect.w / 2;
        input.y = node->rect.y + node->rect.h / 2;
    }
    return input;
}

/* PINs need six digits before anything happens: visitors who get there know one. */
static void type_pin(void)
{
    for (int i = 0; i < 6; i++) {
        struct input down = {
            .kind = INPUT_KEY_DOWN, .key = KEY_DIGIT_0 + 3, .code = KEY_DIGIT_0 + 3};
        struct input up = {.kind = INPUT_KEY_UP, .key = KEY_DIGIT_0 + 3, .code = KEY_DIGIT_0 + 3};
        give(&down);
        give(&up);
    }
    struct input enter[] = {{.kind = INPUT_KEY_DOWN, .key = KEY_RIGHT},
                            {.kind = INPUT_KEY_UP, .key = KEY_RIGHT}};
    give(&enter[0]);
    give(&enter[1]);
}

/* Somebody with two switches, or one, presses away for a while. */
static void press_switches(void)
{
    uint32_t count = 1 + dice(2), presses = 2 + dice(40);
    for (uint32_t i = 0; i < presses; i++) {
        uint16_t code = (uint16_t)(300 + dice(count));
        struct input down = {.kind = INPUT_KEY_DOWN, .key = KEY_OTHER, .code = code}, up = down;
        up.kind = INPUT_KEY_UP;
        give(&down);
        pass(1 + dice(1500));
        give(&up);
        pass(dice(8) == 0 ? 16000 : 401 + dice(3000));
    }
}

/* Most visitors have a voice; it hears its texts out, and sometimes it loses its language, its
 * device or its life. */
static void hear_the_voice(void)
{
    static const enum voice_type TYPES[] = {VOICE_SAID, VOICE_SAID, VOICE_SAID, VOICE_STATE,
                                            VOICE_ENDED};
    struct voice_record record;
    struct input input = {.kind = INPUT_VOICE, .voice = &record};
    voice_init(&record, TYPES[dice(sizeof(TYPES) / sizeof(TYPES[0]))]);
    if (record.type == VOICE_SAID) {
        record.sequence = speech_of(&walk.app)->waiting != 0 ? speech_of(&walk.app)->waiting : 1;
    } else if (record.type == VOICE_STATE) {
        record.as.state.languages = dice(6) > 0;
        record.as.state.device = dice(6) > 0;
        record.as.state.phones = (uint8_t)dice(PHONES_OUT + 1);
    }
    give(&input);
}

static void do_something(void)
{
    static const struct {
        int32_t w, h;
        uint32_t px_per_m;
    } PANELS[] = {{1920, 1080, 5560}, {1366, 768, 3950}, {1024, 600, 4630}, {1080, 1920, 4030}};
    uint32_t what = dice(100);
    if (screen_ops(&walk.app, walk.app.screen)->patience == PATIENCE_PIN && dice(4) == 0) {
        type_pin();
    } else if (what < 60) {
        struct input down = press_somewhere(INPUT_POINTER_DOWN), up = down;
        up.kind = INPUT_POINTER_UP;
        /* Who sees nothing happen presses again. */
        uint32_t presses = walk.burst.wish > 2 ? 1 + dice(walk.burst.wish / 2) : 1;
        for (uint32_t i = 0; i < presses; i++) {
            give(&down);
            walk.now_ms += 1 + dice(100);
            const struct input beside = press_somewhere(INPUT_POINTER_UP);
            give(dice(10) == 0 ? &beside : &up);
        }
    } else if (what < 83) {
        struct input down = {.kind = INPUT_KEY_DOWN, .key = (enum key)(1 + dice(KEY_COUNT - 1))};
        down.code = (uint16_t)down.key;
        struct input up = down;
        up.kind = INPUT_KEY_UP;
        give(&down);
        walk.now_ms += dice(300);
        give(&up);
    } else if (what < 88) {
        hear_the_voice();
    } else if (what < 93) {
        pass(dice(400000));
    } else if (what < 94) {
        struct input input = {.kind = INPUT_SUSPEND};
        give(&input);
    } else if (what < 96) {
        uint32_t panel = dice(sizeof(PANELS) / sizeof(PANELS[0]));
        struct input input = {.kind = INPUT_SURFACE,
                              .x = PANELS[panel].w,
                              .y = PANELS[panel].h,
                              .px_per_m = PANELS[panel].px_per_m};
        give(&input);
    } else if (what < 98) {
        /* The evening goes on by itself. */
        walk.status.meeting = (uint8_t)dice(MEETING_UNSAVED);
        struct message unasked = {0};
        answer(&unasked, MESSAGE_STATUS);
    } else if (what < 99) {
        press_switches();
    } else {
        struct input inputs[] = {{.kind = INPUT_PRESENCE},
                                 {.kind = INPUT_WHEEL, .y = dice(2) == 0 ? 1 : -1}};
        give(&inputs[dice(2)]);
    }
}

static void test_random_visitors(void **state)
{
    (void)state;
    const char *wish = getenv("WALK_VISITORS");
    const uint32_t visitors = wish != NULL ? (uint32_t)strtoul(wish, NULL, 10) : VISITORS;
    for (uint32_t visitor = 1; visitor <= visitors; visitor++) {
        memset(&walk.status, 0, sizeof(walk.status));
        walk.visitor = visitor;
        walk.random = visitor * 2654435761U;
        walk.now_ms = 1000000;
        walk.status.pin_set = dice(4) > 0;
        walk.status.meeting = dice(3) > 0 ? MEETING_OPEN : MEETING_NONE;
        walk.status.room = dice(4) > 0 ? ROOM_MANY : ROOM_FEW;
        walk.status.memory_locked = 1;
        walk.status.question_count = 7;
        walk.status.scale = 2;
        walk.status.tries_left = 5;
        walk.status.wait_next_ms = 30000;
        static const uint32_t BLOCKS[] = {0, 1, 3, 26, 650}; /* fifty years */
        walk.status.complete_blocks = BLOCKS[dice(5)];
        walk.claim = (struct claim_shown){.grade = (enum grade)dice(GRADE_CHANGED + 1),
                                          .reason = (enum not_yet)dice(NOT_YET_FEW_ANSWERS + 1),
                                          .blocks_needed = 1 + dice(5),
                                          .strength = dice(2000),
                                          .up = dice(2) == 0,
                                          .before = 41,
                                          .after = 67};
        walk.status.last = (uint8_t)dice(3);
        walk.status.file = (uint8_t)dice(5);
        walk.status.opened.month = walk.status.closes.month = walk.status.closed.month =
            walk.status.today.month = walk.status.month = (struct month){2026, 11};
        walk.status.today.day = 3;
        walk.status.appliance =
            (uint8_t)(dice(2) == 0 ? 0 : APPLIANCE_OWN | dice(APPLIANCE_ALL + 1));
        struct app_config config = shipped_config(&walk.secret);
        config.random_seed = visitor;
        config.size = (enum text_size)dice(SIZE_COUNT);
        app_init(&walk.app, &config, walk.now_ms);
        walk.burst = (struct burst){.wish = 1};
        walk.stalls = visitor % 4 == 0;
        step();
        walk.app.settings.still_open = (uint8_t)dice(CHORES_ALL + 1);
        for (uint32_t i = 0; i < STEPS; i++) {
            walk.now_ms += dice(3) == 0 ? dice(200) : 401 + dice(2000);
            do_something();
            assert_true(walk.adds <= 4); /* one, and retries after a refusal */
        }
    }
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (!walk.seen[i] && !IS_SANITIZED) {
            fail_msg("no visitor came to %s", screen_name((enum screen_id)i));
        }
    }
    assert_true(walk.scanned[SCREEN_QUESTION] || IS_SANITIZED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_visitors)};
    return cmocka_run_group_tests(tests, shipped_words_load, NULL);
}
