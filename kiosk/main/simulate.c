/* SPDX-License-Identifier: MIT */
#include "main/simulate.h"

#include "keeper/keeper.h"
#include "main/seeded.h"
#include "platform/system/room.h"

#include <string.h>

enum {
    PERMILLE = 1000,
    ANSWERED = 920, /* of 1000 questions; the rest are skipped */
    FIRST_YEAR = 2000,
};

/* How many of 1000 people lean to the upper side, in the first and in the last meeting. One
 * question moves visibly and one barely, and the others stay, so that every verdict of a trend can
 * be seen. */
static const struct leaning {
    const char *question;
    uint32_t first, last;
} LEANINGS[] = {
    {"q1", 640, 640}, {"q2", 340, 700}, {"q3", 580, 580}, {"q4", 520, 520},
    {"q5", 460, 560}, {"q6", 600, 600}, {"q7", 680, 680},
};

static uint32_t leaning_of(const char *question, uint32_t meeting, uint32_t meetings)
{
    for (size_t i = 0; i < sizeof(LEANINGS) / sizeof(LEANINGS[0]); i++) {
        const struct leaning *leaning = &LEANINGS[i];
        if (strcmp(leaning->question, question) == 0) {
            return leaning->first + (leaning->last - leaning->first) * meeting / meetings;
        }
    }
    return PERMILLE / 2;
}

/* Meetings are weekly: 146,097 days are 4,800 months. */
static struct month month_of(const struct simulation *simulation, uint32_t meeting)
{
    uint32_t last = simulation->until.year * 12u + simulation->until.month - 1;
    uint32_t span = (uint32_t)((uint64_t)(simulation->meetings - 1) * 7 * 4800 / 146097);
    uint32_t days_left = (simulation->meetings - 1 - meeting) * 7;
    uint32_t back = (uint32_t)((uint64_t)days_left * 4800 / 146097);
    if (last < FIRST_YEAR * 12u + span) {
        last = FIRST_YEAR * 12u + span; /* centuries of meetings end in the future */
    }
    uint32_t month = last - back;
    return (struct month){(uint16_t)(month / 12), (uint8_t)(month % 12 + 1)};
}

/* Adds the answers of a meeting: one side of each question, or none. */
static enum status hold_meeting(const struct simulation *simulation, struct seeded *people,
                                const struct meeting_label *label, uint32_t meeting,
                                struct counters *counters)
{
    enum status status = counters_open(counters, &simulation->random, label->question_count,
                                       simulation->settings->choice.scale);
    for (uint32_t person = 0; person < simulation->people && status == STATUS_OK; person++) {
        uint8_t sides[PACK_QUESTION_MAX] = {SIDE_NONE};
        for (uint32_t i = 0; i < label->question_count; i++) {
            uint32_t upper = leaning_of(label->question[i], meeting, simulation->meetings);
            bool is_answered = seeded_below(people, PERMILLE) < ANSWERED;
            bool is_upper = seeded_below(people, PERMILLE) < upper;
            if (is_answered) {
                sides[i] = is_upper ? SIDE_UPPER : SIDE_LOWER;
            }
        }
        status = counters_add(counters, sides);
    }
    return status;
}

static void make_label(const struct simulation *simulation, const struct folder_ops *folder,
                       struct meeting_label *label)
{
    static char scratch[PACK_BYTES_MAX + 1];
    const struct pack *pack = simulation->pack;
    memset(label, 0, sizeof(*label));
    keeper_name_series(pack, simulation->settings, folder, scratch, sizeof(scratch), label->series);
    for (uint32_t i = 0; i < pack->question_count; i++) {
        if ((simulation->settings->choice.question_off & 1u << i) == 0) {
            memcpy(label->question[label->question_count++], pack->question[i].id, PACK_ID_BYTES);
        }
    }
}

static enum status hold_meetings(const struct simulation *simulation,
                                 const struct folder_ops *folder, struct totals *totals)
{
    struct seeded people = {.state = simulation->seed};
    struct meeting_label label;
    make_label(simulation, folder, &label);
    enum status status = STATUS_OK;
    for (uint32_t i = 0; i < simulation->meetings && status == STATUS_OK; i++) {
        struct counters counters;
        label.month = month_of(simulation, i);
        status = hold_meeting(simulation, &people, &label, i, &counters);
        if (status == STATUS_OK) {
            status = totals_add_meeting(totals, &counters, &label);
        }
    }
    return status;
}

static bool exists(const struct folder_ops *folder, const char *name)
{
    char byte;
    size_t length;
    return folder->read(folder->context, name, &byte, 1, &length) != STATUS_MISSING;
}

bool simulate_has_data(const struct folder_ops *folder)
{
    return exists(folder, STORE_FILE) || exists(folder, SETTINGS_FILE) ||
           exists(folder, GUARD_FILE) || exists(folder, SIMULATED_FILE);
}

static enum status write_settings(const struct simulation *simulation,
                                  const struct folder_ops *folder)
{
    char text[SETTINGS_BYTES_MAX];
    if (simulation->settings->pin_hash[0] == '\0') {
        return STATUS_OK;
    }
    size_t length = settings_format(simulation->settings, simulation->pack, text, sizeof(text));
    return store_write_file(folder, SETTINGS_FILE, SETTINGS_TEMPORARY, text, length);
}

/* Removes what was written, the mark last, so that the same folder can be tried a second time. */
static void take_back(const struct folder_ops *folder)
{
    static const char *const NAMES[] = {STORE_FILE, SETTINGS_FILE, SIMULATED_FILE};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        if (status == STATUS_OK || status == STATUS_MISSING) {
            status = folder->remove(folder->context, NAMES[i]);
        }
    }
}

/* Made-up totals, and the bytes of their file. */
struct made {
    struct totals totals;
    uint8_t bytes[STORE_FILE_BYTES_MAX];
};

enum status simulate_fill(const struct simulation *simulation, const struct folder_ops *folder)
{
    struct made *made = room_take(sizeof(*made));
    size_t length = 0;
    if (made == NULL) {
        return STATUS_IO;
    }
    /* The mark is written first, so that nobody takes made-up totals for real ones wherever this
     * stops. */
    enum status status = store_write_file(folder, SIMULATED_FILE, SIMULATED_FILE ".new", "", 0);
    if (status == STATUS_OK) {
        status = write_settings(simulation, folder);
    }
    if (status == STATUS_OK) {
        status = hold_meetings(simulation, folder, &made->totals);
    }
    if (status == STATUS_OK && made->totals.block_count > 0) {
        status = store_encode(&made->totals, made->bytes, sizeof(made->bytes), &length);
        if (status == STATUS_OK) {
            status = store_write_file(folder, STORE_FILE, STORE_TEMPORARY, made->bytes, length);
        }
    }
    if (status != STATUS_OK) {
        take_back(folder);
    }
    return status;
}
