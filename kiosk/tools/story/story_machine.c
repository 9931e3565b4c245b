/* SPDX-License-Identifier: MIT */
/* Directives about the machine: how it begins, what goes wrong with it, what lies in its folder. */
#include "main/simulate.h"
#include "screens/screens.h"
#include "tools/story/hands.h"
#include "tools/story/probes.h"
#include "tools/story/story_parts.h"
#include "tools/trends/group.h"

#include <inttypes.h>

#include <stdio.h>
#include <string.h>

static bool do_fresh(struct story *story, const struct story_words *words)
{
    (void)words;
    struct error error = {0};
    if (stage_fresh(story->stage, &story->config, &error) != STATUS_OK) {
        return story_fail(story, "no fresh start: %s", error.text);
    }
    story->fresh_ms = story->stage->now_ms;
    story->stage->pace_ms = 0;
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
        dice->numbers.state = seed;
    } else {
        return story_fail(story, "noise is zero, none or a seed");
    }
    return true;
}

static bool do_made_up(struct story *story, const struct story_words *words)
{
    struct error error = {0};
    uint64_t meetings = 0, people = STAGE_MADE_UP_PEOPLE;
    if (!story_number(words->word[1], SIMULATE_MEETINGS_MAX, &meetings)) {
        return story_fail(story, "not a number of meetings: %s", words->word[1]);
    }
    if (words->count > 2 && !story_number(words->word[2], SIMULATE_PEOPLE_MAX, &people)) {
        return story_fail(story, "not a number of people: %s", words->word[2]);
    }
    return stage_make_up(story->stage, (uint32_t)meetings, (uint32_t)people, &error) == STATUS_OK ||
           story_fail(story, "no made-up folder: %s", error.text);
}

/* A group whose truth is known: its course, how many sets and people, and which of many. */
static bool do_group(struct story *story, const struct story_words *words)
{
    struct error error = {0};
    const enum course course = group_course_named(words->word[1]);
    uint64_t sets = 0, people = 0, seed = 1;
    if (course == COURSE_NAMES || !story_number(words->word[2], GROUP_BLOCKS_MAX, &sets) ||
        !story_number(words->word[3], GROUP_PEOPLE_MAX, &people) ||
        (words->count > 4 && !story_number(words->word[4], UINT32_MAX, &seed))) {
        return story_fail(story, "a group is COURSE BLOCKS PEOPLE [SEED]");
    }
    const struct group group = {.people = (uint32_t)people,
                                .questions = stage_pack()->question_count,
                                .together = 20,
                                .course = course,
                                .blocks = (uint32_t)sets,
                                .seed = (uint32_t)seed};
    return stage_make_up_group(story->stage, &group, &error) == STATUS_OK ||
           story_fail(story, "no made-up folder: %s", error.text);
}

/* The keeper and everything in memory are gone; the folder stays. */
/* Hands do it to a whole machine once what was pressed before can be seen there. */
static bool restart(struct story *story, const char *how)
{
    struct error error = {0};
    if (story->options->hands) {
        story_look(story);
        printf("%s\n", how);
        probes_forget();
    }
    if (stage_restart(story->stage, &error) != STATUS_OK) {
        return story_fail(story, "no restart: %s", error.text);
    }
    return true;
}

static bool do_power_cut(struct story *story, const struct story_words *words)
{
    return restart(story, words->word[0]);
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
    return restart(story, words->word[0]);
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

/* From the keeper's next start: a machine that is the kiosk alone, to which nobody has said
 * anything yet, or all of it. */
static bool do_appliance(struct story *story, const struct story_words *words)
{
    bool is_new = strcmp(words->word[1], "new") == 0, is_told = strcmp(words->word[1], "told") == 0;
    if (!is_new && !is_told) {
        return story_fail(story, "an appliance is new or told");
    }
    story->stage->appliance =
        (struct appliance_facts){.is_own = true, .has_keys = is_told, .has_zone = is_told};
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
    if (story->options->hands) {
        story_look(story);
        printf("resize %" PRId32 "x%" PRId32 "\n", input.x, input.y);
    }
    stage_input(story->stage, &input);
    return true;
}

static bool do_show(struct story *story, const struct story_words *words)
{
    int screen = stage_find_screen(words->word[1]);
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

/* no-voice: for no language; no-sound: no device; phones-out: the machine sees their plug;
 * sound-elsewhere: words go to another device. */
static bool voice_fault(struct stage *stage, const char *what, bool on)
{
    if (strcmp(what, "no-voice") == 0) {
        stage->voice.none = on;
    } else if (strcmp(what, "no-sound") == 0) {
        stage->voice.no_device = on;
    } else if (strcmp(what, "phones-out") == 0) {
        stage->voice.phones = on ? PHONES_OUT : PHONES_IN;
    } else if (strcmp(what, "sound-elsewhere") == 0) {
        stage->voice.elsewhere = on;
    } else if (strcmp(what, "voice-dies") == 0) {
        stage_voice_die(stage);
    } else {
        return false;
    }
    stage_voice_changed(stage);
    stage_wait(stage, 2);
    return true;
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
    } else if (strcmp(what, "in-memory") == 0) {
        stage->is_in_memory = is_on(words);
    } else if (strcmp(what, "swap") == 0) {
        stage->swap_is_on = is_on(words);
    } else if (strcmp(what, "no-memory-lock") == 0) {
        stage->no_memory_lock = is_on(words);
    } else if (strcmp(what, "no-porter") == 0) {
        stage->no_porter = is_on(words);
    } else if (strcmp(what, "no-memory") == 0) {
        stage->no_memory = is_on(words);
    } else if (strcmp(what, "desktop") == 0) {
        stage->screen.desktop = is_on(words) ? HEALTH_DESKTOP_ALL : 0;
    } else if (strcmp(what, "no-face-lock") == 0) {
        stage->screen.locked = !is_on(words);
    } else if (strcmp(what, "no-clock") == 0) {
        stage->no_clock = is_on(words);
    } else if (strcmp(what, "no-switch-off") == 0) {
        stage->no_switch_off = is_on(words);
    } else if (strcmp(what, "network") == 0) {
        stage->network = is_on(words) ? HEALTH_NETWORK_ON : HEALTH_NETWORK_OFF;
    } else if (strcmp(what, "late") == 0 && is_number) {
        stage->late_ms = number * 1000;
    } else if (strcmp(what, "drive-late") == 0 && is_number) {
        stage_drive_late(stage, number * 1000);
    } else if (strcmp(what, "no-sandbox") == 0) {
        stage->sandbox_missing = is_on(words) ? HEALTH_SANDBOX_ALL : 0;
    } else if (strcmp(what, "older-kernel") == 0) {
        stage->sandbox_missing = is_on(words) ? HEALTH_SANDBOX_SIGNALS : 0;
    } else if (strcmp(what, "no-letters") == 0) {
        stage->no_letters = is_on(words);
    } else if (strcmp(what, "lose-replies") == 0 && is_number) {
        stage->lose_replies = (uint32_t)number;
    } else if (strcmp(what, "refuse-adds") == 0 && is_number) {
        stage->refuse_adds = (uint32_t)number;
    } else if (strcmp(what, "call") == 0 && is_number) {
        stage->folder.fail_in = (uint32_t)number;
    } else if (!voice_fault(stage, what, is_on(words))) {
        return story_fail(story, "no such fault: %s %s", what, words->word[2]);
    }
    return true;
}

/* As if somebody had held a card to a screen of that size, and the kiosk were started anew. */
static bool do_matched(struct story *story, const struct story_words *words)
{
    struct machine_file file = {0};
    struct machine *machine = &file.machine;
    char bytes[MACHINE_BYTES_MAX];
    int32_t width = 0, height = 0;
    if (!story_geometry(words->word[1], &width, &height) ||
        !story_scale(words->word[2], &machine->px_per_m)) {
        return story_fail(story, "not a panel: %s %s", words->word[1], words->word[2]);
    }
    machine->width = (uint32_t)width;
    machine->height = (uint32_t)height;
    size_t length = machine_format(&file, bytes);
    return (stage_put_file(story->stage, MACHINE_FILE, bytes, length) == STATUS_OK ||
            story_fail(story, "no place for it")) &&
           do_power_cut(story, words);
}

static bool do_battery(struct story *story, const struct story_words *words)
{
    static const char *const WORDS[] = {"none", "mains", "fine", "low", "empty"};
    for (uint32_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++) {
        if (strcmp(words->word[1], WORDS[i]) == 0) {
            stage_battery(story->stage, (enum battery)i);
            return true;
        }
    }
    return story_fail(story, "battery none, mains, fine, low or empty");
}

/* As plugged in: the keeper tells a facilitator who is there. */
static bool do_drive(struct story *story, const struct story_words *words)
{
    static const struct {
        const char *word;
        enum status result;
    } STATES[] = {
        {"works", STATUS_OK},       {"full", STATUS_NO_SPACE}, {"read-only", STATUS_READ_ONLY},
        {"pulled", STATUS_MISSING}, {"broken", STATUS_IO},     {"stuck", STATUS_STUCK}};
    struct stage_drive *drive = &story->stage->drive;
    bool is_gone = words->count == 3 && strcmp(words->word[2], "gone") == 0;
    bool is_known = words->count == 2 || is_gone;
    for (size_t i = 0; words->count == 3 && i < sizeof(STATES) / sizeof(STATES[0]); i++) {
        if (strcmp(STATES[i].word, words->word[2]) == 0) {
            drive->result = STATES[i].result;
            is_known = true;
        }
    }
    if (!is_known) {
        return story_fail(story, "no such drive: %s", words->word[2]);
    }
    (void)snprintf(drive->label, sizeof(drive->label), "%.63s", is_gone ? "" : words->word[1]);
    drive->free_bytes = UINT64_C(7800000000);
    if (story->begun) {
        stage_drives_changed(story->stage);
        stage_wait(story->stage, HANDS_SETTLE_MS);
    }
    return true;
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

/* The same of a file on the drive: somebody had it in hand. */
static bool do_poke_drive(struct story *story, const struct story_words *words)
{
    uint64_t offset = 0;
    uint64_t value = 0;
    for (uint32_t i = 0; i < STAGE_DRIVE_FILES; i++) {
        struct stage_drive_file *file = &story->stage->drive.file[i];
        if (strcmp(file->name, words->word[1]) == 0 && file->length > 0 &&
            story_number(words->word[2], file->length - 1, &offset) &&
            story_number(words->word[3], UINT8_MAX, &value)) {
            file->bytes[offset] = (char)value;
            return true;
        }
    }
    return story_fail(story, "no such byte on the drive");
}

const struct story_verb STORY_MACHINE[] = {
    {"fresh", 0, 0, do_fresh},
    {"panel", 2, 2, do_panel},
    {"theme", 1, 1, do_theme},
    {"size", 1, 1, do_size},
    {"noise", 1, 1, do_noise},
    {"made-up", 1, 2, do_made_up},
    {"power-cut", 0, 0, do_power_cut},
    {"stop-and-start", 0, 0, do_stop_and_start},
    {"face-dies", 0, 0, do_face_dies},
    {"clock", 2, 2, do_clock},
    {"appliance", 1, 1, do_appliance},
    {"suspend", 0, 0, do_suspend},
    {"resize", 2, 2, do_resize},
    {"show", 1, 1, do_show},
    {"fault", 2, 2, do_fault},
    {"drive", 1, 2, do_drive},
    {"put", 2, 2, do_put},
    {"poke", 3, 3, do_poke},
    {"poke-drive", 3, 3, do_poke_drive},
    {"battery", 1, 1, do_battery},
    {"matched", 2, 2, do_matched},
    {"group", 3, 4, do_group},
};
const uint32_t STORY_MACHINE_COUNT = sizeof(STORY_MACHINE) / sizeof(STORY_MACHINE[0]);
