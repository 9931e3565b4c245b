/* SPDX-License-Identifier: MIT */
/* Directives that do something: people's fingers, and time. */
#include "screens/setup/setup.h"
#include "tools/story/hands.h"
#include "tools/story/probes.h"
#include "tools/story/story_parts.h"
#include "tools/story/story_scripts.h"

#include "screens/app/screen.h"
#include "screens/visit/question.h"
#include "screens/visit/visit.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WAIT_MS_MAX = 24 * 60 * 60 * 1000 };

bool story_duration(const char *text, uint64_t *ms)
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
    if (!story_duration(words->word[1], &ms)) {
        return story_fail(story, "not a time: %s", words->word[1]);
    }
    if (story->options->hands) {
        printf("wait %" PRIu64 "\n", ms);
    }
    stage_wait(story->stage, ms);
    return true;
}

static bool do_pace(struct story *story, const struct story_words *words)
{
    return story_duration(words->word[1], &story->stage->pace_ms) ||
           story_fail(story, "not a time: %s", words->word[1]);
}

void story_look(const struct story *story)
{
    probes_print(&story->stage->app);
    probes_keep(&story->stage->app);
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
        story_look(story);
        printf("click %" PRId32 " %" PRId32 " %s\n", x, y, id);
    }
    hands_tap(story->stage, x, y, touch);
    return true;
}

/* The promise leads to the first question by itself. Stories from before it did press on from a
 * page between the two; where that leads they are already. */
static bool is_there_already(const struct app *app, const char *id)
{
    return strcmp(id, "arrive.begin") == 0 && app->screen == SCREEN_QUESTION &&
           visit_of(app)->question == 0;
}

/* As a person does who knows what they look for: on a small screen it may be on a later page, and
 * the answers behind a button. */
bool story_press(struct story *story, const char *id, enum story_press how)
{
    const struct app *app = &story->stage->app;
    const bool touch = how != PRESS_CLICK;
    if (is_there_already(app, id)) {
        return true;
    }
    for (uint32_t turns = 0; turns <= STORY_PAGE_MAX; turns++) {
        if (how != PRESS_AT_ONCE) {
            hands_wait_guard(story->stage);
        }
        if (press_here(story, id, touch)) {
            return true;
        }
        bool answers_behind = app->screen == SCREEN_QUESTION && !question_of(app)->step &&
                              strncmp(id, "question.", strlen("question.")) == 0;
        if (!(answers_behind && press_here(story, "common.next", touch)) &&
            !press_here(story, "common.more", touch)) {
            break;
        }
    }
    return story_fail_seen(story, "nothing to press: %s", id);
}

/* Leaves a question, also where it takes two steps. */
static bool go_on(struct story *story)
{
    const struct app *app = &story->stage->app;
    uint32_t question = visit_of(app)->question;
    if (!story_press(story, "common.next", PRESS_TAP)) {
        return false;
    }
    bool left = app->screen != SCREEN_QUESTION || visit_of(app)->question != question;
    return left || story_press(story, "common.next", PRESS_TAP);
}

static bool do_tap(struct story *story, const struct story_words *words)
{
    return story_press(story, words->word[1], PRESS_TAP);
}

static bool do_tap_at_once(struct story *story, const struct story_words *words)
{
    return story_press(story, words->word[1], PRESS_AT_ONCE);
}

static bool do_click(struct story *story, const struct story_words *words)
{
    return story_press(story, words->word[1], PRESS_CLICK);
}

/* What to press on the way to a page: the first of these that is there. */
static const char *way_to(const struct app *app, enum screen_id page)
{
    enum { WAYS_MAX = 6 };
    static const char *const FIRST_RUN[WAYS_MAX] = {"setup.skip", "common.next"};
    static const char *const BACK[WAYS_MAX] = {"common.back"};
    const char *const list[WAYS_MAX] = {setup_chore_id(setup_chore_of(page)), "settings.setup",
                                        "common.more", "common.back"};
    const char *const other[WAYS_MAX] = {list[0], "meeting.setup", "meeting.settings",
                                         "common.back"};
    bool is_list = app->screen == SCREEN_SETUP_LIST || app->screen == SCREEN_SETTINGS;
    const char *const *ways = setup_is_first_run(app)               ? FIRST_RUN
                              : setup_chore_of(page) == CHORE_COUNT ? BACK
                              : is_list                             ? list
                                                                    : other;
    uint32_t i = 0;
    while (ways[i + 1] != NULL && frame_find(&app->frame, ways[i]) == NULL) {
        i++;
    }
    return ways[i];
}

/* Through the pages of the first run, each left out, or passed where it cannot be; and from them to
 * those that wait in the list of chores. Where no PIN is set yet nobody gets there: it is shown. */
static bool do_skip_to(struct story *story, const struct story_words *words)
{
    const struct app *app = &story->stage->app;
    int page = stage_find_screen(words->word[1]);
    for (uint32_t i = 0; i < STORY_PAGE_MAX && page >= 0; i++) {
        if (app->screen == (uint32_t)page) {
            return true;
        }
        if (!app->status.pin_set && setup_chore_of((enum screen_id)page) != CHORE_COUNT) {
            stage_show(story->stage, (enum screen_id)page);
        } else if (!story_press(story, way_to(app, (enum screen_id)page), PRESS_CLICK)) {
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

/* "down ID [N]": N is the finger, and 0 where none is named. */
static bool point(struct story *story, const struct story_words *words, enum input_kind kind)
{
    int32_t x = 0;
    int32_t y = 0;
    uint64_t finger = 0;
    if (!place(story, words->word[1], &x, &y)) {
        return false;
    }
    if (words->count > 2 && !story_number(words->word[2], UINT32_MAX, &finger)) {
        return false;
    }
    hands_pointer(story->stage, kind, x, y, true, (uint32_t)finger);
    return true;
}

static bool do_down(struct story *story, const struct story_words *words)
{
    hands_wait_guard(story->stage);
    return point(story, words, INPUT_POINTER_DOWN);
}

static bool do_move(struct story *story, const struct story_words *words)
{
    return point(story, words, INPUT_POINTER_MOVE);
}

static bool do_up(struct story *story, const struct story_words *words)
{
    bool done = point(story, words, INPUT_POINTER_UP);
    stage_wait(story->stage, HANDS_SETTLE_MS);
    return done;
}

static bool do_cancel(struct story *story, const struct story_words *words)
{
    (void)words;
    hands_pointer(story->stage, INPUT_POINTER_CANCEL, 0, 0, true, 0);
    return true;
}

static bool do_presence(struct story *story, const struct story_words *words)
{
    (void)words;
    stage_input(story->stage, &(struct input){.kind = INPUT_PRESENCE});
    stage_wait(story->stage, HANDS_SETTLE_MS);
    return true;
}

/* A mouse that moves, by so many pixels from the middle of the screen, and presses nothing. */
static bool do_hover(struct story *story, const struct story_words *words)
{
    uint64_t by = 0;
    const struct app_config *config = &story->stage->app.config;
    if (!story_number(words->word[1], (uint64_t)config->width / 2, &by)) {
        return story_fail(story, "not a number of pixels: %s", words->word[1]);
    }
    hands_pointer(story->stage, INPUT_HOVER, config->width / 2 + (int32_t)by, config->height / 2,
                  false, 0);
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
    return story->run_script(story, script, argument);
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
        if (ANSWERS[i].letter == letter && !story_press(story, ANSWERS[i].id, PRESS_TAP)) {
            return false;
        }
    }
    return go_on(story);
}

/* A whole visit from the resting screen: visit 34u-s21 add|erase|finish. Fewer letters than there
 * are questions, and finish: it stays at the next question. */
static bool do_visit(struct story *story, const struct story_words *words)
{
    static const char *const BEFORE[] = {"welcome.begin", "promise.ready"};
    static const char *const AFTER[] = {"common.done", "common.done"};
    const char *end = words->word[2];
    bool stays = strcmp(end, "finish") == 0;
    bool adds = strcmp(end, "add") == 0;
    if (!stays && !adds && strcmp(end, "erase") != 0) {
        return story_fail(story, "a visit ends with add, erase or finish, not %s", end);
    }
    for (size_t i = 0; i < sizeof(BEFORE) / sizeof(BEFORE[0]); i++) {
        if (!story_press(story, BEFORE[i], PRESS_TAP)) {
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
    if (!story_press(story, adds ? "finish.add" : "finish.erase", PRESS_TAP)) {
        return false;
    }
    for (size_t i = 0; i < sizeof(AFTER) / sizeof(AFTER[0]); i++) {
        if (!story_press(story, AFTER[i], PRESS_TAP)) {
            return false;
        }
    }
    return true;
}

const struct story_verb STORY_ACTS[] = {
    {"wait", 1, 1, do_wait},
    {"pace", 1, 1, do_pace},
    {"tap", 1, 1, do_tap},
    {"tap!", 1, 1, do_tap_at_once},
    {"click", 1, 1, do_click},
    {"skip-to", 1, 1, do_skip_to},
    {"down", 1, 2, do_down},
    {"move", 1, 2, do_move},
    {"up", 1, 2, do_up},
    {"cancel", 0, 0, do_cancel},
    {"wheel", 1, 1, do_wheel},
    {"presence", 0, 0, do_presence},
    {"hover", 1, 1, do_hover},
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
