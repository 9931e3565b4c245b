/* SPDX-License-Identifier: MIT */
/* What a keeper says to a request when all goes well, and there is a little of everything. */
#ifndef KIND_KEEPER_H
#define KIND_KEEPER_H

#include "screens/app/app.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static inline void kind_line(struct message_line *line, const struct message_line_request *request)
{
    const struct month month = {2026, 10};
    line->request = *request;
    line->view = (struct line_view){.block_count = 2,
                                    .series_month = month,
                                    .claim = {.grade = GRADE_STEADY},
                                    .first_month = month,
                                    .point_count = 2};
    for (uint32_t i = request->from; i < line->view.point_count; i++) {
        line->point[line->count++] =
            (struct point){.block_index = (uint16_t)i, .month = month, .band = {50, 40, 60, true}};
    }
}

static inline void kind_fields(struct message *answer, const struct message *asked,
                               const struct app *app)
{
    switch ((int)answer->type) {
    case MESSAGE_STATUS:
        answer->as.status = app->status;
        break;
    case MESSAGE_SETTINGS:
        answer->as.settings = app->settings;
        break;
    case MESSAGE_MACHINE:
        answer->as.machine = app->machine;
        break;
    case MESSAGE_ROWS:
        answer->as.rows.total = 40;
        break;
    case MESSAGE_LINE:
        kind_line(&answer->as.line, &asked->as.line_request);
        break;
    case MESSAGE_REPORT:
        answer->as.report.request = asked->as.report_request;
        answer->as.report.rows = 9;
        answer->as.report.blocks = 2;
        break;
    case MESSAGE_DRIVES:
        answer->as.drives.count = 1;
        memcpy(answer->as.drives.drive[0].label, "STICK", 5);
        break;
    case MESSAGE_BACKUPS:
        answer->as.backups.count = 1;
        memcpy(answer->as.backups.label, asked->as.label, MESSAGE_LABEL_BYTES);
        memcpy(answer->as.backups.name[0], "reflection-2026-10.backup", 25);
        break;
    case MESSAGE_BACKUP:
        answer->as.backup.month = (struct month){2026, 10};
        break;
    case MESSAGE_ERASED:
        answer->as.left = 3;
        break;
    default:
        break;
    }
}

/* A request that holds no more than it must. */
static inline void kind_request(struct message *asked, enum message_type type, uint32_t sequence)
{
    message_init(asked, type);
    asked->sequence = sequence;
    if (type == MESSAGE_READ_BACKUPS) {
        memcpy(asked->as.pick.label, "STICK", 5);
    }
}

/* The newest request of this step that has an answer; false: there is none. */
static inline bool kind_hears(const struct app *app, struct message *asked)
{
    bool any = false;
    for (uint32_t i = 0; i < app->effect_count; i++) {
        const struct effect *effect = &app->effect[i];
        if (effect->kind == EFFECT_SEND &&
            message_answer_of((enum message_type)effect->message.type) != MESSAGE_NONE) {
            *asked = effect->message;
            any = true;
        }
    }
    return any;
}

/* why: STATUS_OK, or why it was not done. */
static inline void kind_answer(struct message *answer, const struct message *asked,
                               const struct app *app, enum status why)
{
    enum message_type type = message_answer_of((enum message_type)asked->type);
    bool refused = why != STATUS_OK && type != MESSAGE_STATUS;
    message_init(answer, refused ? MESSAGE_REFUSED : type);
    answer->sequence = asked->sequence;
    kind_fields(answer, asked, app);
    if (refused) {
        answer->as.refused.type = asked->type;
        answer->as.refused.why = (uint16_t)why;
    } else if (type == MESSAGE_STATUS) {
        answer->as.status.result = (uint8_t)why;
    }
    if (message_seal(answer) != STATUS_OK) {
        fail_msg("no keeper answers message %d so", asked->type);
    }
}

#endif
