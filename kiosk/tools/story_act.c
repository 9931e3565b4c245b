/* SPDX-License-Identifier: MIT */
/* Directives that do something: people's hands, and time. */
#include "tools/hands.h"
#include "tools/sights.h"
#include "tools/story_parts.h"
#include "tools/story_scripts.h"

#include "core/utf8.h"
#include "screens/record.h"
#include "screens/screen.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WAIT_MS_MAX = 24 * 60 * 60 * 1000 };

/* 500, 45s, 3m, 2h */
static bool read_duration(const char *text, uint64_t *ms)
{
    static const struct {
        char unit;
        uint64_t ms;
    } UNITS[] = {{'s', 1000}, {'m', 60 * 1000}, {'h', 60 * 60 * 1000}};
    char digits[STORY_NAME_BYTES];
    size_t length = strlen(text);
    uint64_t factor = 1;
    if (length == 0 || length >= sizeof(digits)) {
        return false;
    }
    memcpy(digits, text, length + 1);
    for (size_t i = 0; i < sizeof(UNITS) / sizeof(UNITS[0]); i++) {
        if (digits[length - 1] == UNITS[i].unit) {
            digits[length - 1] = '\0';
            factor = UNITS[i].ms;
            break;
        }
    }
    if (!story_number(digits, WAIT_MS_MAX / factor, ms)) {
        return false;
    }
    *ms *= factor;
    return true;
}

static bool do_wait(struct story *story, const struct story_words *words)
{
    uint64_t ms = 0;
    if (!read_duration(words->word[1], &ms)) {
        return story_fail(story, "not a time: %s", words->word[1]);
    }
    if (story->options->hands) {
        printf("wait %" PRIu64 "\n", ms);
    }
    stage_wait(story->stage, ms);
    return true;
}

/* Before one more press of real hands: what they have to see by then. */
static void look(const struct story *story)
{
    sights_print(&story->stage->app);
    sights_keep(&story->stage->app);
}

/* One press in the middle of a node that is there. */
static bool press_here(struct story *story, const char *id, bool touch)
{
    int32_t x = 0;
    int32_t y = 0;
    if (!hands_find(story->stage, id, &x, &y)) {
        return false;
    }
    if (story->options->hands) {
        look(story);
        printf("click %" PRId32 " %" PRId32 " %s\n", x, y, id);
    }
    hands_tap(story->stage, x, y, touch);
    return true;
}

/* As a person does who knows what they look for: on a small screen it may be on a later page, and
 * the answers behind a button. */
static bool press(struct story *story, const char *id, bool touch, bool guard)
{
    const struct app *app = &story->stage->app;
    for (uint32_t turns = 0; turns <= STORY_PAGE_MAX; turns++) {
        if (guard) {
            hands_wait_guard(story->stage);
        }
        if (press_here(story, id, touch)) {
            return true;
        }
        bool answers_behind = app->screen == SCREEN_QUESTION && !app->question_step &&
                              strncmp(id, "question.", strlen("question.")) == 0;
        if (!press_here(story, answers_behind ? "common.next" : "common.more", touch)) {
            break;
        }
    }
    return story_fail_seen(story, "nothing to press: %s", id);
}

/* Leaves a question, also where it takes two steps. */
static bool go_on(struct story *story)
{
    const struct app *app = &story->stage->app;
    uint32_t question = app->question;
    if (!press(story, "common.next", true, true)) {
        return false;
    }
    bool left = app->screen != SCREEN_QUESTION || app->question != question;
    return left || press(story, "common.next", true, true);
}

static bool do_tap(struct story *story, const struct story_words *words)
{
    return press(story, words->word[1], true, true);
}

static bool do_tap_at_once(struct story *story, const struct story_words *words)
{
    return press(story, words->word[1], true, false);
}

static bool do_click(struct story *story, const struct story_words *words)
{
    return press(story, words->word[1], false, true);
}

/* Through the pages of the first run, each left out, or passed where it cannot be. */
static bool do_skip_to(struct story *story, const struct story_words *words)
{
    enum { PAGES_MAX = 16 };
    const struct app *app = &story->stage->app;
    for (uint32_t i = 0; i < PAGES_MAX; i++) {
        if (strcmp(screen_name(app->screen), words->word[1]) == 0) {
            return true;
        }
        bool may_skip = frame_find(&app->frame, "setup.skip") != NULL;
        if (!press(story, may_skip ? "setup.skip" : "common.next", false, true)) {
            return false;
        }
    }
    return story_fail_seen(story, "no such page: %s", words->word[1]);
}

/* "off" is the corner of the screen, where nothing is. */
static bool place(struct story *story, const char *id, int32_t *x, int32_t *y)
{
    if (strcmp(id, "off") == 0) {
        *x = 1;
        *y = 1;
        return true;
    }
    return hands_find(story->stage, id, x, y) || story_fail_seen(story, "nothing to press: %s", id);
}

static bool do_down(struct story *story, const struct story_words *words)
{
    int32_t x = 0;
    int32_t y = 0;
    hands_wait_guard(story->stage);
    if (!place(story, words->word[1], &x, &y)) {
        return false;
    }
    hands_pointer(story->stage, INPUT_POINTER_DOWN, x, y, true);
    return true;
}

static bool do_move(struct story *story, const struct story_words *words)
{
    int32_t x = 0;
    int32_t y = 0;
    if (!place(story, words->word[1], &x, &y)) {
        return false;
    }
    hands_pointer(story->stage, INPUT_POINTER_MOVE, x, y, true);
    return true;
}

static bool do_up(struct story *story, const struct story_words *words)
{
    int32_t x = 0;
    int32_t y = 0;
    if (!place(story, words->word[1], &x, &y)) {
        return false;
    }
    hands_pointer(story->stage, INPUT_POINTER_UP, x, y, true);
    stage_wait(story->stage, HANDS_SETTLE_MS);
    return true;
}

static bool do_cancel(struct story *story, const struct story_words *words)
{
    (void)words;
    hands_pointer(story->stage, INPUT_POINTER_CANCEL, 0, 0, true);
    return true;
}

/* What X calls the keys whose names differ. */
static const char *x_key_name(enum key key)
{
    switch ((int)key) {
    case KEY_ENTER:
        return "Return";
    case KEY_SPACE:
        return "space";
    case KEY_BACKSPACE:
        return "BackSpace";
    case KEY_BACK_TAB:
        return "shift+Tab";
    case KEY_P:
        return "p";
    case KEY_OTHER:
        return "z";
    default:
        return record_key_name(key);
    }
}

/* switch-N: a key that means nothing else, or from 512 on a button of a mouse. */
static uint16_t read_switch(const char *name)
{
    static const char SWITCH[] = "switch-";
    uint64_t code = 0;
    bool is_switch = strncmp(name, SWITCH, sizeof(SWITCH) - 1) == 0 &&
                     story_number(name + sizeof(SWITCH) - 1, CODE_COUNT - 1, &code);
    return is_switch && code >= KEY_COUNT ? (uint16_t)code : CODE_NONE;
}

static bool hold_key(struct story *story, const char *name, uint64_t held_ms, bool guard)
{
    enum key key = record_key_find(name);
    uint16_t code = read_switch(name);
    if (key == KEY_NONE && code == CODE_NONE) {
        return story_fail(story, "no such key: %s", name);
    }
    if (guard) {
        hands_wait_guard(story->stage);
    }
    if (code != CODE_NONE) {
        hands_switch(story->stage, code, held_ms);
        return true;
    }
    if (story->options->hands) {
        look(story);
        printf("key %s\n", x_key_name(key));
    }
    hands_key(story->stage, key, held_ms);
    return true;
}

static bool do_key(struct story *story, const struct story_words *words)
{
    uint64_t times = 1;
    if (words->count == 3 && !story_number(words->word[2], 100, &times)) {
        return story_fail(story, "not a number of times: %s", words->word[2]);
    }
    for (uint64_t i = 0; i < times; i++) {
        if (!hold_key(story, words->word[1], HANDS_PRESS_MS, true)) {
            return false;
        }
    }
    return true;
}

static bool do_key_at_once(struct story *story, const struct story_words *words)
{
    return hold_key(story, words->word[1], HANDS_PRESS_MS, false);
}

static bool do_hold(struct story *story, const struct story_words *words)
{
    uint64_t ms = 0;
    if (!read_duration(words->word[2], &ms)) {
        return story_fail(story, "not a time: %s", words->word[2]);
    }
    return hold_key(story, words->word[1], ms, true);
}

static bool focus_is(const struct story *story, const char *id)
{
    const struct app *app = &story->stage->app;
    return app->show_focus && strcmp(app->focus_id, id) == 0;
}

/* Presses a key or switch until focus stands on a node. */
static bool do_key_to(struct story *story, const struct story_words *words)
{
    for (uint32_t i = 0; i < NODE_MAX && !focus_is(story, words->word[2]); i++) {
        if (!hold_key(story, words->word[1], HANDS_PRESS_MS, true)) {
            return false;
        }
    }
    return focus_is(story, words->word[2]) ||
           story_fail_seen(story, "%s does not lead to %s", words->word[1], words->word[2]);
}

/* Waits until the frame that moves by itself stands on a node, and a screen takes a press. */
static bool do_scan_to(struct story *story, const struct story_words *words)
{
    enum { TICK_MS = 100, SCAN_MS_MAX = 10 * 60 * 1000 };
    hands_wait_guard(story->stage);
    for (uint32_t ms = 0; ms < SCAN_MS_MAX && !focus_is(story, words->word[1]); ms += TICK_MS) {
        stage_wait(story->stage, TICK_MS);
    }
    return focus_is(story, words->word[1]) ||
           story_fail_seen(story, "the frame does not come to %s", words->word[1]);
}

static bool do_digits(struct story *story, const struct story_words *words)
{
    for (const char *at = words->word[1]; *at != '\0'; at++) {
        char name[2] = {*at, '\0'};
        if (*at < '0' || *at > '9') {
            return story_fail(story, "not a digit: %s", name);
        }
        if (!hold_key(story, name, HANDS_PRESS_MS, true)) {
            return false;
        }
    }
    return true;
}

static const struct node *key_of(const struct frame *frame, const char *letter)
{
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        bool is_key = node->action == ACTION_TYPE;
        if (is_key && (strcmp(node->text, letter) == 0 || (letter[0] == ' ' && node->arg == ' '))) {
            return node;
        }
    }
    return NULL;
}

/* A letter's key, looked for as people do: here, with the Shift key, on the other pages of keys,
 * and then on another language's keyboard. */
static bool type_letter(struct story *story, const char *letter)
{
    static const char *const WAYS[] = {"key.capitals", "key.capitals", "key.page", "key.layout"};
    enum { WAYS_COUNT = sizeof(WAYS) / sizeof(WAYS[0]), PAGES = 4, LAYOUTS = 4 };
    const struct frame *frame = &story->stage->app.frame;
    for (uint32_t turn = 0; turn < LAYOUTS * PAGES * (WAYS_COUNT - 1); turn++) {
        const struct node *key = key_of(frame, letter);
        if (key != NULL) {
            char id[NODE_ID_BYTES];
            memcpy(id, key->id, sizeof(id));
            return press(story, id, true, true);
        }
        uint32_t way = turn % (WAYS_COUNT - 1);
        if (turn % (PAGES * (WAYS_COUNT - 1)) == PAGES * (WAYS_COUNT - 1) - 1) {
            way = WAYS_COUNT - 1;
        }
        if (frame_find(frame, WAYS[way]) != NULL && !press(story, WAYS[way], true, true)) {
            return false;
        }
    }
    return story_fail_seen(story, "no key for: %s", letter);
}

static bool do_type(struct story *story, const struct story_words *words)
{
    const char *at = words->word[1];
    while (*at != '\0') {
        uint32_t code = 0;
        size_t size = utf8_decode(at, strlen(at), &code);
        char letter[UTF8_BYTES_MAX + 1] = "";
        if (size == 0) {
            return story_fail(story, "not UTF-8: %s", at);
        }
        memcpy(letter, at, size);
        if (!type_letter(story, letter)) {
            return false;
        }
        at += size;
    }
    return true;
}

static bool do_presence(struct story *story, const struct story_words *words)
{
    (void)words;
    stage_input(story->stage, &(struct input){.kind = INPUT_PRESENCE});
    stage_wait(story->stage, HANDS_SETTLE_MS);
    return true;
}

static bool do_wheel(struct story *story, const struct story_words *words)
{
    bool on = strcmp(words->word[1], "on") == 0;
    if (!on && strcmp(words->word[1], "back") != 0) {
        return story_fail(story, "a wheel turns on or back, not %s", words->word[1]);
    }
    hands_wait_guard(story->stage);
    stage_input(story->stage, &(struct input){.kind = INPUT_WHEEL, .y = on ? 1 : -1});
    stage_wait(story->stage, HANDS_SETTLE_MS);
    return true;
}

static bool do_mark(struct story *story, const struct story_words *words)
{
    if (story->mark_count == STORY_MARK_MAX) {
        return story_fail(story, "more than %d sections", STORY_MARK_MAX);
    }
    if (words->count == 3 && strcmp(words->word[2], "next") != 0) {
        return story_fail(story, "mark NAME, or mark NAME next");
    }
    struct story_mark *mark = &story->mark[story->mark_count];
    (void)snprintf(mark->name, sizeof(mark->name), "%.31s", words->word[1]);
    mark->start_ms = story->stage->now_ms;
    /* "next": what shows now does not belong to the section. */
    mark->count = words->count == 3 ? 0 : 1;
    mark->frame[0].ms = 0;
    mark->frame[0].hash = frame_hash(&story->stage->app.frame);
    memset(story->stage->sent, 0, sizeof(story->stage->sent));
    story->stage->forgets = 0;
    mark->forgets = 0;
    story->marking = (int32_t)story->mark_count++;
    return true;
}

static bool do_end_mark(struct story *story, const struct story_words *words)
{
    (void)words;
    story->marking = -1;
    return true;
}

static bool do_picture(struct story *story, const struct story_words *words)
{
    const struct story_options *options = story->options;
    return options->picture == NULL ||
           options->picture(options->picture_context, words->word[1], &story->stage->app) ||
           story_fail(story, "no picture of %s", words->word[1]);
}

static bool do_script(struct story *story, const struct story_words *words)
{
    const char *argument = words->count > 1 ? words->word[1] : "";
    const char *script = story_script(words->word[0], argument);
    if (script == NULL) {
        return story_fail(story, "%s does not know \"%s\"", words->word[0], argument);
    }
    return story_run_script(story, script, argument);
}

/* One letter a question: 1 to 4 an answer, u "does not fit me", s "rather not say", - nothing. */
static bool answer(struct story *story, char letter)
{
    static const struct {
        char letter;
        const char *id;
    } ANSWERS[] = {
        {'1', "question.answer.1"}, {'2', "question.answer.2"}, {'3', "question.answer.3"},
        {'4', "question.answer.4"}, {'u', "question.unfit"},    {'s', "question.unsaid"},
    };
    for (size_t i = 0; i < sizeof(ANSWERS) / sizeof(ANSWERS[0]); i++) {
        if (ANSWERS[i].letter == letter && !press(story, ANSWERS[i].id, true, true)) {
            return false;
        }
    }
    return go_on(story);
}

/* A whole visit from the resting screen: visit 34u-s21 add|erase|finish. Fewer letters than there
 * are questions, and finish: it stays at the next question. */
static bool do_visit(struct story *story, const struct story_words *words)
{
    static const char *const BEFORE[] = {"welcome.begin", "promise.ready", "arrive.begin"};
    static const char *const AFTER[] = {"common.done", "common.done"};
    const char *end = words->word[2];
    bool stays = strcmp(end, "finish") == 0;
    bool adds = strcmp(end, "add") == 0;
    if (!stays && !adds && strcmp(end, "erase") != 0) {
        return story_fail(story, "a visit ends with add, erase or finish, not %s", end);
    }
    for (size_t i = 0; i < sizeof(BEFORE) / sizeof(BEFORE[0]); i++) {
        if (!press(story, BEFORE[i], true, true)) {
            return false;
        }
    }
    for (const char *at = words->word[1]; *at != '\0'; at++) {
        if (!answer(story, *at)) {
            return false;
        }
    }
    if (stays) {
        return true;
    }
    if (!press(story, adds ? "finish.add" : "finish.erase", true, true)) {
        return false;
    }
    for (size_t i = 0; i < sizeof(AFTER) / sizeof(AFTER[0]); i++) {
        if (!press(story, AFTER[i], true, true)) {
            return false;
        }
    }
    return true;
}

const struct story_verb STORY_ACTS[] = {
    {"wait", 1, 1, do_wait},        {"tap", 1, 1, do_tap},
    {"tap!", 1, 1, do_tap_at_once}, {"click", 1, 1, do_click},
    {"skip-to", 1, 1, do_skip_to},  {"down", 1, 1, do_down},
    {"move", 1, 1, do_move},        {"up", 1, 1, do_up},
    {"cancel", 0, 0, do_cancel},    {"key", 1, 2, do_key},
    {"key!", 1, 1, do_key_at_once}, {"hold", 2, 2, do_hold},
    {"key-to", 2, 2, do_key_to},    {"scan-to", 1, 1, do_scan_to},
    {"digits", 1, 1, do_digits},    {"wheel", 1, 1, do_wheel},
    {"type", 1, 1, do_type},        {"presence", 0, 0, do_presence},
    {"mark", 1, 2, do_mark},        {"end-mark", 0, 0, do_end_mark},
    {"picture", 1, 1, do_picture},  {"pin", 1, 1, do_script},
    {"unlock", 1, 1, do_script},    {"unlock-notice", 1, 1, do_script},
    {"meeting", 1, 1, do_script},   {"evening", 1, 1, do_script},
    {"visit", 2, 2, do_visit},
};
const uint32_t STORY_ACT_COUNT = sizeof(STORY_ACTS) / sizeof(STORY_ACTS[0]);
