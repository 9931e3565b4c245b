/* SPDX-License-Identifier: MIT */
/* A made-up keeper of few words: keeps the meeting's state, and now and then refuses or says
 * nothing. Its words reach the screens as a visitor's inputs do. */
#ifndef WALK_KEEPER_H
#define WALK_KEEPER_H

#include "core/step.h"
#include "screens/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Inputs that wait for one step, with the words that they bring. */
struct burst {
    uint32_t wish; /* so many make the step */
    uint32_t count, messages, voices;
    struct input input[STEP_INPUT_MAX];
    struct message message[STEP_MESSAGE_MAX];
    struct voice_record voice[STEP_VOICE_MAX];
};

struct walk {
    struct app app;
    struct app_secret secret;
    struct keeper_status status;
    uint64_t now_ms;
    struct burst burst;
    bool stalls; /* this visitor's display, now and then */
    uint32_t random;
    uint32_t visitor;         /* counted from 1 */
    uint32_t adds;            /* in this visit */
    struct claim_shown claim; /* of every line */
    bool seen[SCREEN_COUNT], scanned[SCREEN_COUNT];
};

static struct walk walk;

static inline uint32_t dice(uint32_t n)
{
    walk.random ^= walk.random << 13;
    walk.random ^= walk.random >> 17;
    walk.random ^= walk.random << 5;
    return walk.random % n;
}

/* An input: into the next step, alone or with others. */
static void give(const struct input *input);

/* A line of as many sets as there are, some of its points too wide to be read. */
static inline void fill_line(const struct message_line_request *request, struct message_line *line)
{
    uint32_t sets = walk.status.complete_blocks;
    line->request = *request;
    line->view = (struct line_view){.block_count = sets,
                                    .series_before = dice(4) == 0,
                                    .series_month = {2024, 11},
                                    .claim = walk.claim,
                                    .first_month = {2024, 11},
                                    .since_month = {2025, 3},
                                    .point_count = sets};
    for (uint32_t i = request->from; i < line->view.point_count; i++) {
        if (line->count == MESSAGE_POINT_MAX) {
            return;
        }
        uint16_t months = (uint16_t)(10 + i);
        uint8_t centre = (uint8_t)(dice(101));
        bool readable = dice(5) > 0;
        line->point[line->count++] = (struct point){
            .block_index = (uint16_t)i,
            .month = {(uint16_t)(2024 + months / 12), (uint8_t)(1 + months % 12)},
            .band = {centre, readable ? centre : 0, readable ? centre : 100, readable}};
    }
}

static inline void fill_report(const struct message_report_request *request,
                               struct message_report *report)
{
    static const char CSV[] =
        "\xEF\xBB\xBFwindow,set,month,what,level,from,to\n300,3,2026-11,\"all\",59,52,66\n";
    report->request = *request;
    report->rows = report->blocks = walk.status.complete_blocks;
    report->first = report->last = (struct month){2026, 11};
    memcpy(report->text, CSV, sizeof(CSV));
}

static inline void answer(const struct message *request, enum message_type type)
{
    static struct message reply;
    message_init(&reply, type);
    reply.sequence = request->sequence;
    switch ((int)type) {
    case MESSAGE_STATUS:
        reply.as.status = walk.status;
        break;
    case MESSAGE_REFUSED:
        reply.as.refused.type = request->type;
        reply.as.refused.why = (uint16_t)(STATUS_INVALID + dice(STATUS_DENIED));
        break;
    case MESSAGE_ROWS:
        reply.as.rows.total = walk.status.complete_blocks;
        break;
    case MESSAGE_LINE:
        fill_line(&request->as.line_request, &reply.as.line);
        break;
    case MESSAGE_REPORT:
        fill_report(&request->as.report_request, &reply.as.report);
        break;
    case MESSAGE_SETTINGS:
        reply.as.settings = walk.app.settings;
        reply.as.settings.choice.scale = 2;
        if (request->type == MESSAGE_SET_SUPPORT) {
            reply.as.settings.support = request->as.support;
        }
        reply.as.settings.still_open = (uint8_t)dice(CHORES_ALL + 1);
        break;
    case MESSAGE_DRIVES:
        reply.as.drives.count = dice(MESSAGE_DRIVE_MAX + 1);
        for (uint32_t i = 0; i < reply.as.drives.count; i++) {
            (void)snprintf(reply.as.drives.drive[i].label, MESSAGE_LABEL_BYTES, "STICK %u", i);
        }
        break;
    case MESSAGE_BACKUPS:
        memcpy(reply.as.backups.label, request->as.label, MESSAGE_LABEL_BYTES);
        reply.as.backups.count = dice(MESSAGE_BACKUP_MAX + 1);
        for (uint32_t i = 0; i < reply.as.backups.count; i++) {
            (void)snprintf(reply.as.backups.name[i], MESSAGE_NAME_BYTES,
                           "reflection-2026-11-%02u.backup", i + 1);
        }
        break;
    case MESSAGE_BACKUP:
        reply.as.backup.month = (struct month){2026, (uint8_t)(1 + dice(12))};
        break;
    case MESSAGE_ERASED:
        reply.as.left = dice(3);
        break;
    case MESSAGE_MACHINE:
        reply.as.machine = request->as.machine;
        break;
    case MESSAGE_HEALTH:
        reply.as.health =
            (struct health_facts){.swap = (uint8_t)dice(HEALTH_SWAP_ON + 1),
                                  .memory_locked = (uint8_t)dice(2),
                                  .sandbox_missing = (uint8_t)dice(HEALTH_SANDBOX_ALL + 1),
                                  .folder = (uint8_t)dice(HEALTH_FOLDER_FILES + 1),
                                  .free_mb = dice(2 * HEALTH_SPACE_MB_MIN),
                                  .memory_mb = dice(2 * HEALTH_MEMORY_MB_MIN),
                                  .now = {{2026, 11}, 3, 19, 5}};
        break;
    default:
        break;
    }
    const struct input input = {.kind = INPUT_MESSAGE, .message = &reply};
    give(&input);
}

/* Whether a request that is answered by more than STATUS is refused this time. */
static inline bool keeper_refuses(enum message_type type)
{
    switch ((int)type) {
    case MESSAGE_READ_ROWS:
    case MESSAGE_READ_LINE:
    case MESSAGE_READ_REPORT:
    case MESSAGE_READ_DRIVES:
        return false;
    case MESSAGE_ADD:
        return dice(3) == 0;
    case MESSAGE_SAVE_BACKUP:
    case MESSAGE_SAVE_REPORT:
        return dice(2) != 0;
    default:
        return dice(4) == 0;
    }
}

/* Carries out a request that is answered by STATUS, in walk.status. Fails the test where the keeper
 * would end a face that sends this. */
static inline void keeper_changes(const struct message *message)
{
    switch ((int)message->type) {
    case MESSAGE_UNLOCK:
    case MESSAGE_SET_PIN:
        walk.status.pin_set = 1;
        walk.status.unlocked = dice(3) > 0;
        walk.status.wait_ms = walk.status.unlocked || dice(3) > 0 ? 0 : 30000;
        break;
    case MESSAGE_LOCK:
        walk.status.unlocked = 0;
        break;
    case MESSAGE_OPEN:
        walk.status.meeting = MEETING_OPEN;
        walk.status.room = message->as.open.room;
        break;
    case MESSAGE_PAUSE:
        walk.status.paused = message->as.flag;
        break;
    case MESSAGE_CLOSE:
        walk.status.meeting = dice(4) > 0 ? MEETING_NONE : MEETING_UNSAVED;
        walk.status.unsaved_why = STATUS_NO_SPACE;
        walk.status.ended = ENDED_SAVED;
        break;
    case MESSAGE_DISCARD:
    case MESSAGE_TURN_FREE:
        walk.status.meeting = MEETING_NONE;
        break;
    case MESSAGE_RESTORE:
        walk.status.result = (uint8_t)dice(STATUS_DENIED);
        break;
    case MESSAGE_SET_SETTINGS:
        assert_false(walk.status.meeting == MEETING_NONE && !walk.status.unlocked);
        walk.status.result = dice(4) > 0 ? STATUS_OK : STATUS_NO_SPACE;
        break;
    case MESSAGE_SETTLE:
    case MESSAGE_SET_SUPPORT: {
        struct message sealed = *message;
        assert_int_equal(message_seal(&sealed), STATUS_OK); /* a line that can be kept */
        assert_true(walk.status.unlocked);
        walk.status.result = dice(4) > 0 ? STATUS_OK : STATUS_NO_SPACE;
        break;
    }
    case MESSAGE_SET_MACHINE:
        assert_true(machine_is_valid(&message->as.machine));
        break;
    default:
        break;
    }
}

static inline void keeper_hears(const struct message *message)
{
    const enum message_type type = (enum message_type)message->type;
    const enum message_type reply_type = message_answer_of(type);
    const bool is_lost = type == MESSAGE_ADD && dice(4) == 0;
    walk.status.result = STATUS_OK;
    if (type == MESSAGE_STAY || is_lost) {
        return;
    }
    if (reply_type != MESSAGE_NONE && reply_type != MESSAGE_STATUS) {
        answer(message, keeper_refuses(type) ? MESSAGE_REFUSED : reply_type);
        return;
    }
    keeper_changes(message);
    answer(message, MESSAGE_STATUS);
    if (type == MESSAGE_SET_MACHINE) {
        answer(message, MESSAGE_MACHINE);
    } else if ((type == MESSAGE_SETTLE || type == MESSAGE_SET_SUPPORT) &&
               walk.status.result == STATUS_OK) {
        answer(message, MESSAGE_SETTINGS);
    }
}

#endif
