/* SPDX-License-Identifier: MIT */
/* What can be chosen on Comfort: a row for each, with what is chosen now. */
#include "screens/access/comfort.h"
#include "screens/access/speech.h"
#include "screens/access/switches.h"
#include "screens/parts/controls.h"
#include "screens/parts/words.h"

#include <assert.h>

enum { VALUES_MAX = 4 }; /* of a setting below */

/* A choice of one value among a few. A value's place is what a press on it sets. */
struct setting {
    const char *id;
    enum message_id label;
    uint16_t action;
    enum message_id note; /* 0: none */
    struct {
        const char *id;
        enum message_id label;
    } value[VALUES_MAX]; /* up to the first one without an id */
};

static const struct setting SIZE = {"comfort.size", MSG_COMFORT_SIZE, COMFORT_SIZE,
                                    .value = {[SIZE_S] = {"comfort.size.s", MSG_COMFORT_SIZE_1},
                                              [SIZE_M] = {"comfort.size.m", MSG_COMFORT_SIZE_2},
                                              [SIZE_L] = {"comfort.size.l", MSG_COMFORT_SIZE_3},
                                              [SIZE_XL] = {"comfort.size.xl", MSG_COMFORT_SIZE_4}}};
static const struct setting READ = {
    "comfort.read", MSG_COMFORT_READ, COMFORT_READ,
    .value = {[READ_OFF] = {"comfort.read.off", MSG_COMFORT_READ_1},
              [READ_PHONES] = {"comfort.read.phones", MSG_COMFORT_READ_2},
              [READ_SPEAKER] = {"comfort.read.on-speaker", MSG_COMFORT_READ_3}}};
static const struct setting PACE = {"comfort.pace", MSG_COMFORT_PACE, COMFORT_PACE,
                                    .note = MSG_COMFORT_PACE_NOTE,
                                    .value = {{"comfort.pace.usual", MSG_COMFORT_PACE_1},
                                              {"comfort.pace.slow", MSG_COMFORT_PACE_2}}};
static const struct setting PRIVATE = {
    "comfort.private", MSG_COMFORT_PRIVATE, ACTION_PRIVATE, .note = MSG_COMFORT_PRIVATE_NOTE,
    .value = {{"comfort.private.off", MSG_COMMON_OFF}, {"comfort.private.on", MSG_COMMON_ON}}};
static const struct setting MOTION = {"comfort.motion", MSG_COMFORT_MOTION, COMFORT_MOTION,
                                      .value = {{"comfort.motion.on", MSG_COMFORT_MOTION_1},
                                                {"comfort.motion.less", MSG_COMFORT_MOTION_2}}};
static const struct setting REPEAT = {"comfort.repeat", MSG_COMFORT_REPEAT, COMFORT_REPEAT,
                                      .value = {{"comfort.repeat.0", MSG_COMFORT_REPEAT_1},
                                                {"comfort.repeat.1", MSG_COMFORT_REPEAT_2},
                                                {"comfort.repeat.2", MSG_COMFORT_REPEAT_3}}};
static const struct setting BLANK = {
    "comfort.darken", MSG_COMFORT_BLANK, COMFORT_BLANK,
    .value = {{"comfort.blank.off", MSG_COMMON_OFF}, {"comfort.blank.on", MSG_COMMON_ON}}};

static void row_setting(const struct app *app, struct choices *row, const struct setting *setting,
                        uint32_t chosen)
{
    *row = (struct choices){.id = setting->id,
                            .label = word(app, setting->label),
                            .note = setting->note != 0 ? word(app, setting->note) : NULL};
    for (uint32_t i = 0; i < VALUES_MAX && setting->value[i].id != NULL; i++) {
        row->value[row->count++] =
            choice_chip(setting->value[i].id, word(app, setting->value[i].label), i == chosen,
                        setting->action, (int32_t)i);
    }
}

static void row_language(const struct app *app, struct ui *ui, struct choices *row)
{
    *row = (struct choices){.id = "comfort.language", .label = word(app, MSG_COMFORT_LANGUAGE)};
    row->count = language_chips(app, ui, "comfort.language.{n}", row->value);
}

/* The name of each text size is drawn in that size. */
static void row_size(const struct app *app, struct choices *row)
{
    static const uint16_t SAMPLE_UM[SIZE_COUNT] = {[SIZE_S] = 3900, 5200, 6800, 8750};
    static const enum message_id SPOKEN[SIZE_COUNT] = {MSG_COMFORT_SIZE_1_S, MSG_COMFORT_SIZE_2_S,
                                                       MSG_COMFORT_SIZE_3_S, MSG_COMFORT_SIZE_4_S};
    row_setting(app, row, &SIZE, app->comfort.size);
    for (uint32_t i = 0; i < row->count; i++) {
        row->value[i].cap_um = SAMPLE_UM[i];
        row->value[i].spoken = word(app, SPOKEN[i]);
    }
}

/* The row leads to the screen that learns switches. Once they are learned it has a tick, and says
 * which kind they are. */
static void row_switches(const struct app *app, struct choices *row)
{
    enum message_id learned = switches_of(app)->one ? MSG_SWITCHES_ONE : MSG_SWITCHES_TWO;
    bool ready = switches_ready(switches_of(app));
    *row = (struct choices){.id = "comfort.switches",
                            .label = word(app, MSG_COMFORT_SWITCHES),
                            .count = 1,
                            .value = {{.id = "comfort.switches.learn",
                                       .label = word(app, ready ? learned : MSG_SWITCHES_TITLE),
                                       .kind = BUTTON_CHIP,
                                       .chosen = ready,
                                       .action = ACTION_CALL,
                                       .arg = SCREEN_SWITCHES}}};
}

/* The row chooses off, headphones or speaker. In place of these it asks whether headphones are on,
 * or says why there is nothing to choose. */
static void row_read(const struct app *app, struct ui *ui, struct choices *row)
{
    static const struct control PHONES[] = {
        {"comfort.phones.yes", MSG_COMFORT_READ_ASK_B1, COMFORT_PHONES, 1, .kind = BUTTON_CHIP},
        {"comfort.phones.no", MSG_COMFORT_READ_ASK_B2, COMFORT_PHONES, 0, .kind = BUTTON_CHIP}};
    if (!app_has_voice(app)) {
        *row = (struct choices){.id = READ.id,
                                .label = word(app, READ.label),
                                .note = fill_one(app, ui, MSG_COMFORT_READ_NOVOICE, "language",
                                                 word(app, MSG_LANGUAGE_NAME))};
    } else if (speech_of(app)->asks_phones) {
        *row =
            (struct choices){.id = READ.id, .label = word(app, MSG_COMFORT_READ_ASK), .count = 2};
        controls_of(app, PHONES, 2, row->value);
    } else {
        row_setting(app, row, &READ, app->comfort.read);
        row->note = app->comfort.read == READ_SPEAKER ? word(app, MSG_COMFORT_READ_SPEAKER) : NULL;
    }
}

/* A step down or up: the speed or the volume of the voice. */
struct steps {
    const char *id;
    enum message_id label; /* says which step of how many it is */
    struct control way[2];
};

static const struct steps SPEED = {
    "comfort.speed",
    MSG_COMFORT_SPEED_S,
    {{"comfort.speed.slower", MSG_COMFORT_SPEED_1, COMFORT_SPEED, -1, .kind = BUTTON_CHIP},
     {"comfort.speed.faster", MSG_COMFORT_SPEED_2, COMFORT_SPEED, 1, .kind = BUTTON_CHIP}}};
static const struct steps VOLUME = {
    "comfort.volume",
    MSG_COMFORT_VOLUME_S,
    {{"comfort.volume.softer", MSG_COMFORT_VOLUME_1, COMFORT_VOLUME, -1, .kind = BUTTON_CHIP},
     {"comfort.volume.louder", MSG_COMFORT_VOLUME_2, COMFORT_VOLUME, 1, .kind = BUTTON_CHIP}}};

/* The row "Speed 4 of 7", with Slower and Faster. */
static void row_steps(const struct app *app, struct ui *ui, struct choices *row,
                      const struct steps *steps)
{
    bool speed = steps == &SPEED;
    const struct number_arg args[] = {{"n", speed ? app->comfort.speed : app->comfort.volume},
                                      {"of", speed ? VOICE_SPEED_STEPS : VOICE_VOLUME_STEPS}};
    *row = (struct choices){
        .id = steps->id, .label = fill_numbers(app, ui, steps->label, args, 2), .count = 2};
    controls_of(app, steps->way, 2, row->value);
}

/* Speed and volume are asked only where a voice can read. */
uint32_t comfort_rows(const struct app *app, struct ui *ui, struct choices rows[COMFORT_ROW_MAX])
{
    const struct comfort *comfort = &app->comfort;
    struct choices *row = rows;
    row_language(app, ui, row++);
    row_size(app, row++);
    *row++ = look_choices(app, ui, "comfort.look");
    row_read(app, ui, row++);
    row_setting(app, row++, &PACE, comfort->slow);
    row_setting(app, row++, &PRIVATE, comfort->private_view);
    assert(row == rows + COMFORT_FIRST_ROWS);
    row_setting(app, row++, &MOTION, comfort->motion_less);
    row_setting(app, row++, &REPEAT, comfort->repeat_guard);
    if (app_has_voice(app)) {
        row_steps(app, ui, row++, &SPEED);
        row_steps(app, ui, row++, &VOLUME);
    }
    if (speech_is_private(app)) {
        row_setting(app, row++, &BLANK, speech_of(app)->blank);
    }
    row_switches(app, row++);
    assert(row <= rows + COMFORT_ROW_MAX);
    return (uint32_t)(row - rows);
}
