/* SPDX-License-Identifier: MIT */
/* Directives that do something: people's hands, time, and what goes wrong with machines. */
#include "tools/hands.h"
#include "tools/picture.h"
#include "tools/story_parts.h"
#include "tools/story_scripts.h"

#include "screens/record.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WAIT_MS_MAX = 24 * 60 * 60 * 1000 };

static bool do_fresh(struct story *story, const struct story_words *words)
{
    (void)words;
    struct error error = {0};
    if (stage_fresh(story->stage, &story->config, &error) != STATUS_OK) {
        return story_fail(story, "no fresh start: %s", error.text);
    }
    story->begun = true;
    story->marking = -1;
    return true;
}

static bool do_panel(struct story *story, const struct story_words *words)
{
    if (!story_geometry(words->word[1], &story->config.width, &story->config.height) ||
        !story_scale(words->word[2], &story->config.px_per_m)) {
        return story_fail(story, "not a panel: %s %s", words->word[1], words->word[2]);
    }
    return true;
}

static bool do_theme(struct story *story, const struct story_words *words)
{
    int theme = theme_find(words->word[1]);
    if (theme < 0) {
        return story_fail(story, "no such theme: %s", words->word[1]);
    }
    story->config.theme = (enum theme_id)theme;
    return true;
}

static bool do_size(struct story *story, const struct story_words *words)
{
    int size = story_size(words->word[1]);
    if (size < 0) {
        return story_fail(story, "no such size: %s", words->word[1]);
    }
    story->config.size = (enum text_size)size;
    return true;
}

static bool do_noise(struct story *story, const struct story_words *words)
{
    struct dice *dice = &story->stage->dice;
    uint64_t seed = 0;
    if (strcmp(words->word[1], "zero") == 0) {
        dice->kind = DICE_ZERO;
    } else if (strcmp(words->word[1], "none") == 0) {
        dice->kind = DICE_EMPTY;
    } else if (story_number(words->word[1], UINT32_MAX, &seed)) {
        dice->kind = DICE_SEEDED;
        dice->state = seed;
    } else {
        return story_fail(story, "noise is zero, none or a seed");
    }
    return true;
}

static bool do_made_up(struct story *story, const struct story_words *words)
{
    struct error error = {0};
    uint64_t meetings = 0;
    if (!story_number(words->word[1], 1000, &meetings)) {
        return story_fail(story, "not a number of meetings: %s", words->word[1]);
    }
    return stage_make_up(story->stage, (uint32_t)meetings, &error) == STATUS_OK ||
           story_fail(story, "no made-up folder: %s", error.text);
}

/* The keeper and everything in memory are gone; the folder stays. */
static bool do_power_cut(struct story *story, const struct story_words *words)
{
    (void)words;
    struct error error = {0};
    if (stage_restart(story->stage, &error) != STATUS_OK) {
        return story_fail(story, "no restart: %s", error.text);
    }
    return true;
}

/* SIGTERM, and the program started again. */
static bool do_stop_and_start(struct story *story, const struct story_words *words)
{
    bool was_open = false;
    enum status status = keeper_end(&story->stage->keeper, &was_open);
    if (status != STATUS_OK) {
        return story_fail(story, "the meeting could not be saved at the stop: status %d",
                          (int)status);
    }
    return do_power_cut(story, words);
}

static bool do_face_dies(struct story *story, const struct story_words *words)
{
    (void)words;
    stage_restart_face(story->stage);
    return true;
}

static bool do_clock(struct story *story, const struct story_words *words)
{
    unsigned year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned hour = 0;
    unsigned minute = 0;
    int end = 0;
    if (sscanf(words->word[1], "%4u-%2u-%2u%n", &year, &month, &day, &end) != 3 ||
        words->word[1][end] != '\0' || month < 1 || month > 12 || day < 1 || day > 31 ||
        sscanf(words->word[2], "%2u:%2u%n", &hour, &minute, &end) != 2 ||
        words->word[2][end] != '\0' || hour > 23 || minute > 59) {
        return story_fail(story, "clock YYYY-MM-DD HH:MM");
    }
    stage_set_clock(story->stage,
                    &(struct civil_time){.month = {.year = (uint16_t)year, .month = (uint8_t)month},
                                         .day = (uint8_t)day,
                                         .hour = (uint8_t)hour,
                                         .minute = (uint8_t)minute});
    return true;
}

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

static bool press(struct story *story, const char *id, bool touch, bool guard)
{
    if (guard) {
        hands_wait_guard(story->stage);
    }
    int32_t x = 0;
    int32_t y = 0;
    if (!hands_find(story->stage, id, &x, &y)) {
        return story_fail_seen(story, "nothing to press: %s", id);
    }
    if (story->options->hands) {
        printf("click %" PRId32 " %" PRId32 " %s\n", x, y, id);
    }
    hands_tap(story->stage, x, y, touch);
    return true;
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

static bool hold_key(struct story *story, const char *name, uint64_t held_ms, bool guard)
{
    enum key key = record_key_find(name);
    if (key == KEY_NONE) {
        return story_fail(story, "no such key: %s", name);
    }
    if (guard) {
        hands_wait_guard(story->stage);
    }
    if (story->options->hands) {
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

static bool do_presence(struct story *story, const struct story_words *words)
{
    (void)words;
    stage_input(story->stage, &(struct input){.kind = INPUT_PRESENCE});
    stage_wait(story->stage, HANDS_SETTLE_MS);
    return true;
}

static bool do_suspend(struct story *story, const struct story_words *words)
{
    (void)words;
    stage_input(story->stage, &(struct input){.kind = INPUT_SUSPEND});
    stage_wait(story->stage, HANDS_SETTLE_MS);
    return true;
}

static bool do_resize(struct story *story, const struct story_words *words)
{
    struct input input = {.kind = INPUT_SURFACE};
    if (!story_geometry(words->word[1], &input.x, &input.y) ||
        !story_scale(words->word[2], &input.px_per_m)) {
        return story_fail(story, "not a panel: %s %s", words->word[1], words->word[2]);
    }
    stage_input(story->stage, &input);
    return true;
}

static bool do_show(struct story *story, const struct story_words *words)
{
    int screen = screen_find(words->word[1]);
    if (screen < 0) {
        return story_fail(story, "no such screen: %s", words->word[1]);
    }
    stage_show(story->stage, (enum screen_id)screen);
    return true;
}

static bool is_on(const struct story_words *words)
{
    return strcmp(words->word[2], "on") == 0;
}

static bool do_fault(struct story *story, const struct story_words *words)
{
    struct stage *stage = story->stage;
    const char *what = words->word[1];
    uint64_t number = 0;
    bool is_number = story_number(words->word[2], 1000, &number);
    if (strcmp(what, "disk-full") == 0) {
        stage->folder.is_full = is_on(words);
    } else if (strcmp(what, "read-only") == 0) {
        stage->folder.is_read_only = is_on(words);
    } else if (strcmp(what, "swap") == 0) {
        stage->swap_is_on = is_on(words);
    } else if (strcmp(what, "no-memory-lock") == 0) {
        stage->no_memory_lock = is_on(words);
    } else if (strcmp(what, "lose-replies") == 0 && is_number) {
        stage->lose_replies = (uint32_t)number;
    } else if (strcmp(what, "refuse-adds") == 0 && is_number) {
        stage->refuse_adds = (uint32_t)number;
    } else if (strcmp(what, "call") == 0 && is_number) {
        stage->folder.fail_in = (uint32_t)number;
    } else {
        return story_fail(story, "no such fault: %s %s", what, words->word[2]);
    }
    return true;
}

static bool do_drive(struct story *story, const struct story_words *words)
{
    static const struct {
        const char *word;
        enum status result;
    } STATES[] = {{"works", STATUS_OK},
                  {"full", STATUS_NO_SPACE},
                  {"read-only", STATUS_READ_ONLY},
                  {"pulled", STATUS_MISSING},
                  {"broken", STATUS_IO}};
    struct stage_drive *drive = &story->stage->drive;
    (void)snprintf(drive->label, sizeof(drive->label), "%.63s", words->word[1]);
    drive->free_bytes = UINT64_C(7800000000);
    for (size_t i = 0; words->count == 3 && i < sizeof(STATES) / sizeof(STATES[0]); i++) {
        if (strcmp(STATES[i].word, words->word[2]) == 0) {
            drive->result = STATES[i].result;
            return true;
        }
    }
    return words->count == 2 || story_fail(story, "no such drive: %s", words->word[2]);
}

static bool do_put(struct story *story, const struct story_words *words)
{
    enum status status =
        stage_put_file(story->stage, words->word[1], words->word[2], strlen(words->word[2]));
    return status == STATUS_OK || story_fail(story, "no place for %s", words->word[1]);
}

/* Changes one byte of a file: poke totals.db 63 2 */
static bool do_poke(struct story *story, const struct story_words *words)
{
    const struct ram_file *file = stage_file(story->stage, words->word[1]);
    static uint8_t bytes[RAM_FILE_BYTES];
    uint64_t offset = 0;
    uint64_t value = 0;
    if (file == NULL || !story_number(words->word[2], file->length - 1, &offset) ||
        !story_number(words->word[3], UINT8_MAX, &value)) {
        return story_fail(story, "no such byte");
    }
    size_t length = file->length;
    memcpy(bytes, file->bytes, length);
    bytes[offset] = (uint8_t)value;
    return stage_put_file(story->stage, words->word[1], bytes, length) == STATUS_OK ||
           story_fail(story, "no place for %s", words->word[1]);
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
    mark->end_ms = mark->start_ms;
    /* "next": what shows now does not belong to the section. */
    mark->count = words->count == 3 ? 0 : 1;
    mark->frame[0].ms = 0;
    mark->frame[0].hash = frame_hash(&story->stage->app.frame);
    memset(story->stage->sent, 0, sizeof(story->stage->sent));
    story->stage->forgets = 0;
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
    char path[4096];
    if (story->options->pictures == NULL) {
        return true;
    }
    (void)snprintf(path, sizeof(path), "%s/%s.png", story->options->pictures, words->word[1]);
    return picture_write(&story->stage->app, path) == STATUS_OK ||
           story_fail(story, "%s cannot be written", path);
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
    return press(story, "common.next", true, true);
}

/* A whole visit from the resting screen: visit 34u-s21 add|erase|finish */
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
    {"fresh", 0, 0, do_fresh},
    {"panel", 2, 2, do_panel},
    {"theme", 1, 1, do_theme},
    {"size", 1, 1, do_size},
    {"noise", 1, 1, do_noise},
    {"made-up", 1, 1, do_made_up},
    {"power-cut", 0, 0, do_power_cut},
    {"stop-and-start", 0, 0, do_stop_and_start},
    {"face-dies", 0, 0, do_face_dies},
    {"clock", 2, 2, do_clock},
    {"wait", 1, 1, do_wait},
    {"tap", 1, 1, do_tap},
    {"tap!", 1, 1, do_tap_at_once},
    {"click", 1, 1, do_click},
    {"down", 1, 1, do_down},
    {"move", 1, 1, do_move},
    {"up", 1, 1, do_up},
    {"cancel", 0, 0, do_cancel},
    {"key", 1, 2, do_key},
    {"key!", 1, 1, do_key_at_once},
    {"hold", 2, 2, do_hold},
    {"digits", 1, 1, do_digits},
    {"presence", 0, 0, do_presence},
    {"suspend", 0, 0, do_suspend},
    {"resize", 2, 2, do_resize},
    {"show", 1, 1, do_show},
    {"fault", 2, 2, do_fault},
    {"drive", 1, 2, do_drive},
    {"put", 2, 2, do_put},
    {"poke", 3, 3, do_poke},
    {"mark", 1, 2, do_mark},
    {"end-mark", 0, 0, do_end_mark},
    {"picture", 1, 1, do_picture},
    {"pin", 1, 1, do_script},
    {"unlock", 1, 1, do_script},
    {"unlock-notice", 1, 1, do_script},
    {"meeting", 1, 1, do_script},
    {"evening", 1, 1, do_script},
    {"visit", 2, 2, do_visit},
};
const uint32_t STORY_ACT_COUNT = sizeof(STORY_ACTS) / sizeof(STORY_ACTS[0]);
