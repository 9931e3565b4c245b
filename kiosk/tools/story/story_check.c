/* SPDX-License-Identifier: MIT */
/* Directives that look: at the frame, at the folder, at what was sent. */
#include "tools/pictures/dump.h"
#include "tools/story/story_parts.h"

#include "platform/system/digest.h"
#include "screens/visit/rest.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool check_screen(struct story *story, const struct story_words *words)
{
    const char *name = app_screen_name(&story->stage->app);
    return strcmp(name, words->word[1]) == 0 ||
           story_fail_seen(story, "the screen is %s, not %s", name, words->word[1]);
}

static bool check_left(struct story *story, const struct story_words *words)
{
    static const char *const WORDS[] = {"no", "kiosk", "off"};
    const char *left = WORDS[story->stage->keeper.leave];
    return strcmp(left, words->word[1]) == 0 ||
           story_fail(story, "left: %s, not %s", left, words->word[1]);
}

static const struct node *find_words(const struct story *story, const char *words, bool spoken)
{
    const struct frame *frame = &story->stage->app.frame;
    for (uint32_t i = 0; i < frame->node_count; i++) {
        const struct node *node = &frame->node[i];
        if (strstr(spoken ? node->spoken : node->text, words) != NULL) {
            return node;
        }
    }
    return NULL;
}

static bool check_sees(struct story *story, const struct story_words *words)
{
    return find_words(story, words->word[1], false) != NULL ||
           story_fail_seen(story, "nobody can read \"%s\"", words->word[1]);
}

static bool check_not(struct story *story, const struct story_words *words)
{
    return find_words(story, words->word[1], false) == NULL ||
           story_fail_seen(story, "\"%s\" can be read", words->word[1]);
}

static bool check_says(struct story *story, const struct story_words *words)
{
    return find_words(story, words->word[1], true) != NULL ||
           story_fail_seen(story, "nothing says \"%s\"", words->word[1]);
}

/* In what was said since somebody last did something. */
static const struct voice_say *find_said(const struct story *story, const char *words)
{
    const struct stage_voice *voice = &story->stage->voice;
    for (uint32_t i = 0; i < voice->said_count; i++) {
        if (strstr(voice->said[i].text, words) != NULL) {
            return &voice->said[i];
        }
    }
    return NULL;
}

static void list_said(const struct story *story)
{
    static const char *const CHANNELS[] = {[VOICE_SPEAKER] = "speaker", [VOICE_PHONES] = "phones"};
    const struct stage_voice *voice = &story->stage->voice;
    for (uint32_t i = 0; i < voice->said_count; i++) {
        printf("  %s: %s\n", CHANNELS[voice->said[i].channel], voice->said[i].text);
    }
}

static bool check_speaks(struct story *story, const struct story_words *words)
{
    const struct voice_say *said = find_said(story, words->word[1]);
    bool held = said != NULL;
    if (held && words->count == 3) {
        held = strcmp(words->word[2], said->channel == VOICE_PHONES ? "phones" : "speaker") == 0;
    }
    if (!held) {
        (void)story_fail_seen(story, "nobody heard \"%s\"", words->word[1]);
        list_said(story);
    }
    return held;
}

static bool check_unsaid(struct story *story, const struct story_words *words)
{
    if (find_said(story, words->word[1]) == NULL) {
        return true;
    }
    (void)story_fail(story, "\"%s\" was said", words->word[1]);
    list_said(story);
    return false;
}

static bool check_silent(struct story *story, const struct story_words *words)
{
    (void)words;
    const struct stage_voice *voice = &story->stage->voice;
    if (voice->saying == 0 && voice->said_count == 0) {
        return true;
    }
    (void)story_fail(story, "it is not silent");
    list_said(story);
    return false;
}

static bool check_focus(struct story *story, const struct story_words *words)
{
    const struct app *app = &story->stage->app;
    const char *seen = app->show_focus && app->focus_id[0] != '\0' ? app->focus_id : "none";
    return strcmp(seen, words->word[1]) == 0 ||
           story_fail_seen(story, "focus is on %s, not %s", seen, words->word[1]);
}

static bool check_state(struct story *story, const struct story_words *words)
{
    static const struct {
        const char *word;
        uint8_t mask, flags;
    } STATES[] = {
        {"chosen", NODE_CHOSEN, NODE_CHOSEN},       {"unchosen", NODE_CHOSEN, 0},
        {"pressed", NODE_PRESSED, NODE_PRESSED},    {"unpressed", NODE_PRESSED, 0},
        {"off", NODE_DISABLED, NODE_DISABLED},      {"on", NODE_DISABLED, 0},
        {"target", NODE_FOCUSABLE, NODE_FOCUSABLE},
    };
    const struct node *node = frame_find(&story->stage->app.frame, words->word[1]);
    if (strcmp(words->word[2], "absent") == 0) {
        return node == NULL || story_fail_seen(story, "%s is there", words->word[1]);
    }
    if (node == NULL) {
        return story_fail_seen(story, "no node %s", words->word[1]);
    }
    for (size_t i = 0; i < sizeof(STATES) / sizeof(STATES[0]); i++) {
        if (strcmp(STATES[i].word, words->word[2]) == 0) {
            return (node->flags & STATES[i].mask) == STATES[i].flags ||
                   story_fail_seen(story, "%s is not %s", words->word[1], words->word[2]);
        }
    }
    return story_fail(story, "no such state: %s", words->word[2]);
}

/* The lines under "shows" begin with "| " and are the whole dump, on the stories' usual stage. */
static bool check_shows(struct story *story, const struct story_words *words)
{
    (void)words;
    static char expected[STORY_BYTES];
    static char seen[DUMP_BYTES];
    static char diff[DUMP_BYTES];
    uint32_t first_line = story->line;
    size_t length = 0;
    (void)dump_text(seen, &story->stage->app);
    while (*story->at == '|') {
        size_t line = strcspn(story->at, "\n");
        size_t skip = line > 1 && story->at[1] == ' ' ? 2 : 1;
        memcpy(expected + length, story->at + skip, line - skip);
        length += line - skip;
        expected[length++] = '\n';
        story->at += line + (story->at[line] == '\n');
        story->line += story->depth == 0;
    }
    expected[length] = '\0';
    bool record = story->options->record && story->depth == 0;
    const char *from = record ? seen : expected;
    while (*from != '\0' && story->depth == 0) {
        size_t line = strcspn(from, "\n");
        int used = snprintf(story->rewritten + story->rewritten_length,
                            sizeof(story->rewritten) - story->rewritten_length, "| %.*s\n",
                            (int)line, from);
        story->rewritten_length += (size_t)used;
        if (story->rewritten_length >= sizeof(story->rewritten)) {
            return story_fail(story, "the story is too long");
        }
        from += line + 1;
    }
    /* On another panel other words may have to wait for the next page. */
    bool elsewhere = story->options->stage != NULL;
    if (record || elsewhere || strcmp(expected, seen) == 0) {
        return true;
    }
    story->line = first_line;
    (void)story_fail(story, "the screen differs (- expected, + seen)");
    (void)dump_diff(diff, expected, seen);
    printf("%s", diff);
    return false;
}

static bool read_totals(struct story *story, struct totals *totals)
{
    const struct ram_file *file = stage_file(story->stage, STORE_FILE);
    struct error error = {0};
    memset(totals, 0, sizeof(*totals));
    if (file == NULL) {
        return true;
    }
    return store_decode(file->bytes, file->length, totals, &error) == STATUS_OK ||
           story_fail(story, "the totals file cannot be read: %s", error.text);
}

static bool check_meetings(struct story *story, const char *wanted)
{
    static struct totals totals;
    uint64_t number = 0;
    uint32_t meetings = 0;
    if (!story_number(wanted, UINT32_MAX, &number) || !read_totals(story, &totals)) {
        return story_fail(story, "file meetings N");
    }
    for (uint32_t i = 0; i < totals.block_count; i++) {
        meetings += totals.block[i].meetings;
    }
    return meetings == number ||
           story_fail(story, "%" PRIu32 " meetings in the file, not %s", meetings, wanted);
}

/* Of all blocks together: file tally q1 3 -1 */
static bool check_tally(struct story *story, const struct story_words *words)
{
    static struct totals totals;
    int upper = 0;
    int lower = 0;
    bool found = false;
    if (!read_totals(story, &totals)) {
        return false;
    }
    for (uint32_t i = 0; i < totals.block_count; i++) {
        for (uint32_t j = 0; j < totals.block[i].tally_count; j++) {
            const struct tally *tally = &totals.block[i].tally[j];
            if (strcmp(tally->question, words->word[2]) == 0) {
                upper += tally->upper;
                lower += tally->lower;
                found = true;
            }
        }
    }
    if (words->count != 5 || !found) {
        return story_fail(story, "file tally QUESTION UPPER LOWER, and the file must have it");
    }
    return (upper == atoi(words->word[3]) && lower == atoi(words->word[4])) ||
           story_fail(story, "%s has upper %d, lower %d, not %s, %s", words->word[2], upper, lower,
                      words->word[3], words->word[4]);
}

static void take_digest(const struct story *story, struct story_kept *kept)
{
    const struct ram_file *file = stage_file(story->stage, STORE_FILE);
    kept->exists = file != NULL;
    memset(kept->digest, 0, sizeof(kept->digest));
    if (file != NULL) {
        digest_sha256(file->bytes, file->length, kept->digest);
    }
}

static bool remember(struct story *story, const char *name)
{
    if (story->kept_count == STORY_KEPT_MAX) {
        return story_fail(story, "more than %d remembered files", STORY_KEPT_MAX);
    }
    struct story_kept *kept = &story->kept[story->kept_count++];
    (void)snprintf(kept->name, sizeof(kept->name), "%.31s", name);
    take_digest(story, kept);
    return true;
}

static bool check_same(struct story *story, const char *name, bool same)
{
    for (uint32_t i = 0; i < story->kept_count; i++) {
        const struct story_kept *kept = &story->kept[i];
        if (strcmp(kept->name, name) == 0) {
            struct story_kept now;
            take_digest(story, &now);
            bool equal = now.exists == kept->exists &&
                         memcmp(now.digest, kept->digest, sizeof(now.digest)) == 0;
            return equal == same || story_fail(story, "the totals file is %s as at \"%s\"",
                                               equal ? "the same" : "not the same", name);
        }
    }
    return story_fail(story, "no file was remembered as \"%s\"", name);
}

static bool check_file(struct story *story, const struct story_words *words)
{
    const char *what = words->word[1];
    if (strcmp(what, "none") == 0) {
        return stage_file(story->stage, STORE_FILE) == NULL ||
               story_fail(story, "there is a totals file");
    }
    if (strcmp(what, "tally") == 0) {
        return check_tally(story, words);
    }
    if (words->count < 3) {
        return story_fail(story, "file %s needs a word", what);
    }
    const char *word = words->word[2];
    if (strcmp(what, "meetings") == 0) {
        return check_meetings(story, word);
    }
    if (strcmp(what, "remember") == 0) {
        return remember(story, word);
    }
    if (strcmp(what, "same") == 0 || strcmp(what, "changed") == 0) {
        return check_same(story, word, what[0] == 's');
    }
    if (strcmp(what, "exists") == 0 || strcmp(what, "absent") == 0) {
        bool exists = stage_file(story->stage, word) != NULL;
        return exists == (what[0] == 'e') || story_fail(story, "%s is not %s", word, what);
    }
    return story_fail(story, "no such fact: file %s", what);
}

static bool check_sent(struct story *story, const struct story_words *words)
{
    static const struct {
        const char *word;
        enum message_type type;
    } TYPES[] = {{"add", MESSAGE_ADD},
                 {"open", MESSAGE_OPEN},
                 {"close", MESSAGE_CLOSE},
                 {"unlock", MESSAGE_UNLOCK},
                 {"set-pin", MESSAGE_SET_PIN}};
    uint64_t number = 0;
    for (size_t i = 0; i < sizeof(TYPES) / sizeof(TYPES[0]); i++) {
        if (strcmp(TYPES[i].word, words->word[1]) == 0 &&
            story_number(words->word[2], UINT32_MAX, &number)) {
            uint32_t sent = story->stage->sent[TYPES[i].type];
            return sent == number || story_fail(story, "%s was sent %" PRIu32 " times, not %s",
                                                words->word[1], sent, words->word[2]);
        }
    }
    return story_fail(story, "no such message: %s", words->word[1]);
}

static const struct story_mark *find_mark(struct story *story, const char *name)
{
    for (uint32_t i = 0; i < story->mark_count; i++) {
        if (strcmp(story->mark[i].name, name) == 0) {
            return &story->mark[i];
        }
    }
    (void)story_fail(story, "no section \"%s\"", name);
    return NULL;
}

static bool check_same_frames(struct story *story, const struct story_words *words)
{
    const struct story_mark *a = find_mark(story, words->word[1]);
    const struct story_mark *b = find_mark(story, words->word[2]);
    if (a == NULL || b == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < a->count && i < b->count; i++) {
        if (a->frame[i].hash != b->frame[i].hash || a->frame[i].ms != b->frame[i].ms) {
            return story_fail(story,
                              "frame %" PRIu32 " differs: \"%s\" at %" PRIu64 " ms %016" PRIx64
                              ", \"%s\" at %" PRIu64 " ms %016" PRIx64,
                              i, a->name, a->frame[i].ms, a->frame[i].hash, b->name, b->frame[i].ms,
                              b->frame[i].hash);
        }
    }
    return a->count == b->count ||
           story_fail(story, "\"%s\" has %" PRIu32 " frames, \"%s\" %" PRIu32, a->name, a->count,
                      b->name, b->count);
}

/* No answer, no mark, no PIN is left in the screen process. */
static bool check_wiped(struct story *story, const struct story_words *words)
{
    (void)words;
    static const struct app_secret EMPTY;
    /* What waits to be sent is the stage's to carry out, as it is the screen process's. */
    size_t persons = offsetof(struct app_secret, effect);
    return memcmp(&story->stage->app_secret, &EMPTY, persons) == 0 ||
           story_fail(story, "something of a person is left in memory");
}

static bool check_still(struct story *story, const struct story_words *words)
{
    (void)words;
    const struct stage *stage = story->stage;
    /* An untouched resting screen moves a little once a minute, and does nothing else. */
    return stage->app.deadline_ms == rest_drift_due(&stage->app) ||
           story_fail(story, "something wakes in %" PRIu64 " ms",
                      stage->app.deadline_ms - stage->now_ms);
}

/* So long at most since the machine was started. */
static bool check_within(struct story *story, const struct story_words *words)
{
    uint64_t most = 0, took = story->stage->now_ms - story->fresh_ms;
    if (!story_duration(words->word[1], &most)) {
        return story_fail(story, "not a time: %s", words->word[1]);
    }
    return took <= most ||
           story_fail(story, "%" PRIu64 " ms have gone, not %s at most", took, words->word[1]);
}

static bool check_forgets(struct story *story, const struct story_words *words)
{
    uint64_t number = 0;
    return (story_number(words->word[1], UINT32_MAX, &number) && story->stage->forgets == number) ||
           story_fail(story, "the display was cleared %" PRIu32 " times, not %s",
                      story->stage->forgets, words->word[1]);
}

static bool check_exported(struct story *story, const struct story_words *words)
{
    const struct stage_drive_file *file = story->stage->drive.file;
    if (strcmp(words->word[1], "nothing") == 0) {
        return file[0].name[0] == '\0' || story_fail(story, "%s is on the drive", file[0].name);
    }
    for (uint32_t i = 0; i < STAGE_DRIVE_FILES; i++) {
        if (strcmp(file[i].name, words->word[1]) == 0 ||
            memmem(file[i].bytes, file[i].length, words->word[1], strlen(words->word[1])) != NULL) {
            return true;
        }
    }
    return story_fail(story, "nothing on the drive is named or has \"%s\"", words->word[1]);
}

const struct story_verb STORY_CHECKS[] = {
    {"screen", 1, 1, check_screen},
    {"sees", 1, 1, check_sees},
    {"not", 1, 1, check_not},
    {"says", 1, 1, check_says},
    {"speaks", 1, 2, check_speaks},
    {"unsaid", 1, 1, check_unsaid},
    {"silent", 0, 0, check_silent},
    {"focus", 1, 1, check_focus},
    {"state", 2, 2, check_state},
    {"shows", 0, 0, check_shows},
    {"file", 1, 4, check_file},
    {"sent", 2, 2, check_sent},
    {"same-frames", 2, 2, check_same_frames},
    {"wiped", 0, 0, check_wiped},
    {"still", 0, 0, check_still},
    {"forgets", 1, 1, check_forgets},
    {"within", 1, 1, check_within},
    {"exported", 1, 1, check_exported},
    {"left", 1, 1, check_left},
};
const uint32_t STORY_CHECK_COUNT = sizeof(STORY_CHECKS) / sizeof(STORY_CHECKS[0]);
