/* SPDX-License-Identifier: MIT */
/* A good message of every type, for a test to spoil one thing in it, and the check of each
 * direction. */
#ifndef GOOD_MESSAGE_H
#define GOOD_MESSAGE_H

#include "core/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct message message;

static const struct machine GOOD_MACHINE = {
    5560, 1920, 1080, "soft", "en", "de", "America/Argentina/Ushuaia"};

static inline void begin(enum message_type type, uint32_t sequence)
{
    message_init(&message, type);
    message.sequence = sequence;
}

static inline bool is_of_face(unsigned type)
{
    return type > MESSAGE_NONE && type < MESSAGE_FACE_COUNT;
}

static inline bool is_of_keeper(unsigned type)
{
    return type >= MESSAGE_STATUS && type < MESSAGE_KEEPER_COUNT;
}

static inline enum status from_face(void)
{
    return message_check_from_face(&message, sizeof(message));
}

static inline enum status from_keeper(void)
{
    return message_check_from_keeper(&message, sizeof(message));
}

static inline void fill_status(void)
{
    begin(MESSAGE_STATUS, 7);
    struct keeper_status *status = &message.as.status;
    status->tries_left = 5;
    status->question_count = 7;
    status->scale = 2;
    status->today = (struct civil_time){{2026, 11}, 3, 19, 5};
}

static inline void fill_rows(void)
{
    begin(MESSAGE_ROWS, 7);
    struct message_rows *rows = &message.as.rows;
    rows->total = 9;
    rows->from = 8;
    rows->count = 1;
    struct block *block = &rows->block[0];
    block->id = 9;
    memcpy(block->series, "0123456789abcdef", 16);
    block->month = (struct month){2026, 11};
    block->meetings = 4;
    block->scale = 2;
    block->tally_count = 2;
    memcpy(block->tally[0].question, "q1", 2);
    block->tally[0].upper = -3;
    memcpy(block->tally[1].question, "q2", 2);
    block->tally[1].lower = TOTALS_TALLY_LIMIT;
}

static inline void fill_line(void)
{
    begin(MESSAGE_LINE, 7);
    struct message_line *line = &message.as.line;
    line->request.kind = LINE_QUESTION;
    line->request.index = 6;
    line->view.block_count = 12;
    line->view.series_month = (struct month){2026, 1};
    line->view.claim = (struct claim_shown){.grade = GRADE_CHANGED, .strength = 1200, .since = 5};
    line->view.first_month = (struct month){2026, 1};
    line->view.since_month = (struct month){2026, 6};
    line->view.point_count = 1;
    line->count = 1;
    line->point[0].month = (struct month){2026, 11};
    line->point[0].band = (struct band){.centre = 50, .low = 40, .high = 60, .readable = true};
}

/* What the face sends. */
static inline void fill_from_face(enum message_type type)
{
    switch ((unsigned)type) {
    case MESSAGE_ADD:
        message.as.sides[0] = SIDE_LOWER;
        message.as.sides[6] = SIDE_UPPER;
        break;
    case MESSAGE_SET_PIN:
    case MESSAGE_UNLOCK:
        memcpy(message.as.pin, "123456", 6);
        break;
    case MESSAGE_OPEN:
        message.as.open.room = ROOM_MANY;
        message.as.open.month = (struct month){2026, 11};
        break;
    case MESSAGE_SAVE_REPORT:
        memcpy(message.as.save.label, "STICK 2", 7);
        break;
    case MESSAGE_LEAVE:
        message.as.leave = LEAVE_OFF;
        break;
    case MESSAGE_SET_SETTINGS:
        message.as.choice = (struct settings_choice){.scale = 4, .question_off = 5};
        break;
    case MESSAGE_SET_SUPPORT:
        memcpy(message.as.support.line[SUPPORT_PHONE], "Kim +1 555 0100", 15);
        break;
    case MESSAGE_SETTLE:
        message.as.chore = CHORE_PLACE;
        break;
    case MESSAGE_SET_CLOCK:
        message.as.clock = (struct civil_time){{2028, 2}, 29, 19, 5};
        break;
    case MESSAGE_SET_MACHINE:
        message.as.machine = GOOD_MACHINE;
        break;
    case MESSAGE_SAVE_BACKUP:
        memcpy(message.as.label, "STICK", 5);
        break;
    case MESSAGE_READ_BACKUPS:
    case MESSAGE_CHECK_BACKUP:
    case MESSAGE_RESTORE:
        memcpy(message.as.pick.label, "STICK", 5);
        memcpy(message.as.pick.name, "a.backup", 8);
        break;
    default:
        break;
    }
}

/* What the keeper sends. */
static inline void fill_from_keeper(enum message_type type)
{
    switch ((unsigned)type) {
    case MESSAGE_MACHINE:
        message.as.machine = GOOD_MACHINE;
        break;
    case MESSAGE_HEALTH:
        message.as.health =
            (struct health_facts){.folder = HEALTH_FOLDER_OPEN, .now = {{2026, 11}, 3, 19, 5}};
        break;
    case MESSAGE_STATUS:
        fill_status();
        break;
    case MESSAGE_SETTINGS:
        message.as.settings.choice.scale = 2;
        memcpy(message.as.settings.support.line[SUPPORT_ROOM], "Ask \xc3\x89va.", 9);
        break;
    case MESSAGE_REFUSED:
        message.as.refused.type = MESSAGE_ADD;
        message.as.refused.why = STATUS_DENIED;
        break;
    case MESSAGE_ROWS:
        fill_rows();
        break;
    case MESSAGE_LINE:
        fill_line();
        break;
    case MESSAGE_REPORT:
        memcpy(message.as.report.text, "window,months\n", 14);
        break;
    case MESSAGE_DRIVES:
        message.as.drives.count = 1;
        memcpy(message.as.drives.drive[0].label, "STICK", 5);
        message.as.drives.drive[0].free_bytes = UINT64_MAX;
        break;
    case MESSAGE_BACKUPS:
        memcpy(message.as.backups.label, "STICK", 5);
        message.as.backups.count = 2;
        memcpy(message.as.backups.name[0], "b.backup", 8);
        memcpy(message.as.backups.name[1], "a.backup", 8);
        break;
    case MESSAGE_BACKUP:
        message.as.backup.month = (struct month){2026, 11};
        break;
    case MESSAGE_ERASED:
        message.as.left = 3;
        break;
    default:
        break;
    }
}

static inline void fill(enum message_type type)
{
    begin(type, 7);
    if (is_of_face(type)) {
        fill_from_face(type);
    } else {
        fill_from_keeper(type);
    }
}

#endif
