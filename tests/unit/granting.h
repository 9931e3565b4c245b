/* SPDX-License-Identifier: MIT */
/* An app and a keeper that grants or refuses each request, one by one: a world that can be kept and
 * taken back. For tests of screens, which link no keeper. */
#ifndef GRANTING_H
#define GRANTING_H

#include "shipped_words.h"

enum { STEP_MS = 700, QUEUE_MAX = 2 * EFFECT_MAX, SAVED_MAX = 12 };

/* All that a press can change, and what the keeper has yet to answer. */
struct world {
    struct app app;
    struct app_secret secret;
    struct keeper_status status;
    uint64_t now_ms;
    uint32_t queued;
    struct message queue[QUEUE_MAX];
};

static struct world now, saved[SAVED_MAX];
static uint32_t depth_now; /* of saved */

/* Copies what is in use: of a megabyte most is room that no screen of today fills. Drawing commands
 * and effects stay behind: nodes stand for the picture, and a step's effects are in the queue. */
static inline void copy_world(struct world *to, const struct world *from)
{
    const struct frame *frame = &from->app.frame;
    memcpy(to, from, offsetof(struct world, app.states.bytes) + from->app.states.end);
    memcpy(&to->app.frame, frame,
           offsetof(struct frame, node) + frame->node_count * sizeof(struct node));
    to->app.frame.draw_count = to->app.frame.point_count = 0;
    to->app.frame.text_bytes = frame->text_bytes;
    memcpy(to->app.frame.text, frame->text, frame->text_bytes);
    to->app.effect = from->app.effect;
    to->app.effect_count = 0;
    memcpy(&to->secret, &from->secret, offsetof(struct app_secret, effect));
    const size_t status = offsetof(struct world, status);
    memcpy((char *)to + status, (const char *)from + status,
           offsetof(struct world, queue) - status + from->queued * sizeof(struct message));
}

static inline void save(void)
{
    assert_true(depth_now < SAVED_MAX);
    copy_world(&saved[depth_now++], &now);
}

/* What was saved last stays to be taken again. */
static inline void take_back(void)
{
    copy_world(&now, &saved[depth_now - 1]);
}

static inline void forget_saved(void)
{
    take_back();
    depth_now--;
}

/* What the step sends waits for the keeper. */
static inline void step(const struct input *input)
{
    now.now_ms += STEP_MS;
    app_step(&now.app, input, input != NULL, now.now_ms);
    for (uint32_t i = 0; i < now.app.effect_count; i++) {
        const struct effect *effect = &now.app.effect[i];
        if (effect->kind == EFFECT_SEND &&
            message_answer_of((enum message_type)effect->message.type) != MESSAGE_NONE) {
            assert_true(now.queued < QUEUE_MAX);
            now.queue[now.queued++] = effect->message;
        }
    }
}

static inline void say(struct message *message)
{
    const struct input input = {.kind = INPUT_MESSAGE, .message = message};
    step(&input);
}

static inline struct message next_request(void)
{
    const struct message first = now.queue[0];
    assert_true(now.queued > 0);
    memmove(&now.queue[0], &now.queue[1], --now.queued * sizeof(now.queue[0]));
    return first;
}

static inline void fill_line(const struct message *request, struct message_line *line)
{
    line->request = request->as.line_request;
    line->view = (struct line_view){.block_count = now.status.complete_blocks,
                                    .first_month = {2024, 11},
                                    .point_count = 1,
                                    .claim = {.grade = GRADE_NONE}};
    line->count = 1;
    line->point[0] = (struct point){.month = {2025, 2}, .band = {50, 40, 60, true}};
}

/* What changes when it is done; the status of the answer. */
static inline void obey(const struct message *request)
{
    struct keeper_status *status = &now.status;
    switch ((int)request->type) {
    case MESSAGE_SET_PIN:
    case MESSAGE_UNLOCK:
        status->pin_set = status->unlocked = 1;
        break;
    case MESSAGE_LOCK:
        status->unlocked = 0;
        break;
    case MESSAGE_OPEN:
        status->meeting = MEETING_OPEN;
        status->room = request->as.open.room;
        break;
    case MESSAGE_PAUSE:
        status->paused = request->as.flag;
        break;
    case MESSAGE_CLOSE:
    case MESSAGE_DISCARD:
        status->meeting = MEETING_NONE;
        status->unsaved_why = STATUS_OK;
        status->ended = request->type == MESSAGE_CLOSE ? ENDED_SAVED : ENDED_DISCARDED;
        break;
    case MESSAGE_SET_SETTINGS:
        status->scale = request->as.choice.scale;
        break;
    case MESSAGE_SEEN:
        status->last = LAST_FINE;
        status->face_again = 0;
        status->file = FILE_GOOD;
        status->settings = SETTINGS_FINE;
        break;
    default:
        break;
    }
}

static inline void say_settings(const struct message *request)
{
    static struct message reply;
    message_init(&reply, MESSAGE_SETTINGS);
    reply.as.settings = now.app.settings;
    if (request->type == MESSAGE_SET_SUPPORT) {
        reply.as.settings.support = request->as.support;
    } else if (request->type == MESSAGE_SET_SETTINGS) {
        reply.as.settings.choice = request->as.choice;
    } else {
        reply.as.settings.still_open &= (uint8_t)~(1u << request->as.chore);
    }
    say(&reply);
}

/* The good answer to a request. */
static inline void grant(const struct message *request)
{
    static const char CSV[] = "\xEF\xBB\xBFwindow,set\n300,3\n";
    static struct message reply;
    enum message_type type = message_answer_of((enum message_type)request->type);
    message_init(&reply, type);
    reply.sequence = request->sequence;
    obey(request);
    switch ((int)type) {
    case MESSAGE_STATUS:
        reply.as.status = now.status;
        break;
    case MESSAGE_ROWS:
        reply.as.rows.total = now.status.complete_blocks;
        break;
    case MESSAGE_LINE:
        fill_line(request, &reply.as.line);
        break;
    case MESSAGE_REPORT:
        reply.as.report.request = request->as.report_request;
        reply.as.report.rows = reply.as.report.blocks = now.status.complete_blocks;
        reply.as.report.first = reply.as.report.last = (struct month){2026, 11};
        memcpy(reply.as.report.text, CSV, sizeof(CSV));
        break;
    case MESSAGE_DRIVES:
        reply.as.drives.count = 1;
        memcpy(reply.as.drives.drive[0].label, "USB", 4);
        break;
    case MESSAGE_BACKUPS:
        memcpy(reply.as.backups.label, request->as.pick.label, MESSAGE_LABEL_BYTES);
        reply.as.backups.count = 1;
        memcpy(reply.as.backups.name[0], "reflection-2026-11-05.backup", 29);
        break;
    case MESSAGE_BACKUP:
        reply.as.backup.month = (struct month){2026, 11};
        break;
    case MESSAGE_MACHINE:
        reply.as.machine = request->as.machine;
        break;
    case MESSAGE_HEALTH:
        reply.as.health =
            (struct health_facts){.memory_locked = 1, .random = 1, .folder = HEALTH_FOLDER_OPEN};
        reply.as.health.now = (struct civil_time){{2026, 11}, 3, 19, 5};
        break;
    default:
        break;
    }
    say(&reply);
    if (request->type == MESSAGE_SET_SUPPORT || request->type == MESSAGE_SET_SETTINGS ||
        request->type == MESSAGE_SETTLE) {
        say_settings(request);
    }
}

static inline void refuse(const struct message *request, enum status why)
{
    static struct message reply;
    bool by_status = message_answer_of((enum message_type)request->type) == MESSAGE_STATUS;
    message_init(&reply, by_status ? MESSAGE_STATUS : MESSAGE_REFUSED);
    reply.sequence = request->sequence;
    if (by_status) {
        reply.as.status = now.status;
        reply.as.status.result = (uint8_t)why;
    } else {
        reply.as.refused.type = request->type;
        reply.as.refused.why = (uint16_t)why;
    }
    say(&reply);
}

/* What else was asked for is done. */
static inline void grant_the_rest(void)
{
    while (now.queued > 0) {
        const struct message request = next_request();
        grant(&request);
    }
}

#endif
