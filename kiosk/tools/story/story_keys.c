/* SPDX-License-Identifier: MIT */
/* Directives for keys: those of a keyboard, people's switches, and the keyboard on the screen. */
#include "tools/story/hands.h"
#include "tools/story/story_parts.h"

#include "core/compose.h"
#include "core/record.h"
#include "core/utf8.h"
#include "screens/app/screen.h"

#include <stdio.h>
#include <string.h>

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

static bool hold_key(struct story *story, const char *name, uint64_t held_ms)
{
    enum key key = record_key_find(name);
    uint16_t code = read_switch(name);
    if (key == KEY_NONE && code == CODE_NONE) {
        return story_fail(story, "no such key: %s", name);
    }
    if (code != CODE_NONE) {
        hands_switch(story->stage, code, held_ms);
        return true;
    }
    if (story->options->hands) {
        story_look(story);
        printf("key %s\n", x_key_name(key));
    }
    hands_key(story->stage, key, held_ms);
    return true;
}

/* Once a new screen takes it. */
static bool press_key(struct story *story, const char *name)
{
    hands_wait_guard(story->stage);
    return hold_key(story, name, HANDS_PRESS_MS);
}

static bool do_key(struct story *story, const struct story_words *words)
{
    uint64_t times = 1;
    if (words->count == 3 && !story_number(words->word[2], 100, &times)) {
        return story_fail(story, "not a number of times: %s", words->word[2]);
    }
    for (uint64_t i = 0; i < times; i++) {
        if (!press_key(story, words->word[1])) {
            return false;
        }
    }
    return true;
}

static bool do_key_at_once(struct story *story, const struct story_words *words)
{
    return hold_key(story, words->word[1], HANDS_PRESS_MS);
}

static bool do_hold(struct story *story, const struct story_words *words)
{
    uint64_t ms = 0;
    if (!story_duration(words->word[2], &ms)) {
        return story_fail(story, "not a time: %s", words->word[2]);
    }
    hands_wait_guard(story->stage);
    return hold_key(story, words->word[1], ms);
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
        if (!press_key(story, words->word[1])) {
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
        if (!press_key(story, name)) {
            return false;
        }
    }
    return true;
}

static const struct node *key_of(const struct frame *frame, const char *letter)
{
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        bool is_key = node->action == ACTION_TYPING; /* the first of its actions: a letter */
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
            return story_press(story, id, PRESS_TAP);
        }
        uint32_t way = turn % (WAYS_COUNT - 1);
        if (turn % (PAGES * (WAYS_COUNT - 1)) == PAGES * (WAYS_COUNT - 1) - 1) {
            way = WAYS_COUNT - 1;
        }
        if (frame_find(frame, WAYS[way]) != NULL && !story_press(story, WAYS[way], PRESS_TAP)) {
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

/* X's number for a key that types this, in layouts of Latin letters. */
static uint32_t x_keysym(uint32_t code)
{
    enum { ACUTE = 0x301, DEAD_ACUTE = 0xfe51, BY_NUMBER = 0x1000000 };
    bool is_latin = code < 0x100;
    return code == ACUTE ? DEAD_ACUTE : is_latin ? code : BY_NUMBER + code;
}

/* Letters on a real keyboard: a combining mark is a dead key, and the sign for it (U+2384) the
 * compose key. */
static bool do_keys(struct story *story, const struct story_words *words)
{
    enum { COMPOSITION_SYMBOL = 0x2384 };
    const char *text = words->word[1];
    size_t length = strlen(text);
    hands_wait_guard(story->stage);
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t size = utf8_decode(text + at, length - at, &code);
        if (size == 0) {
            return story_fail(story, "not UTF-8: %s", text + at);
        }
        if (story->options->hands) {
            story_look(story);
            printf("key 0x%02X\n", x_keysym(code));
        }
        hands_types(story->stage, code == COMPOSITION_SYMBOL ? COMPOSE_KEY : code);
        at += size;
    }
    return true;
}

const struct story_verb STORY_KEYS[] = {
    {"key", 1, 2, do_key},       {"key!", 1, 1, do_key_at_once}, {"hold", 2, 2, do_hold},
    {"key-to", 2, 2, do_key_to}, {"scan-to", 1, 1, do_scan_to},  {"digits", 1, 1, do_digits},
    {"type", 1, 1, do_type},     {"keys", 1, 1, do_keys},
};
const uint32_t STORY_KEY_COUNT = sizeof(STORY_KEYS) / sizeof(STORY_KEYS[0]);
