/* SPDX-License-Identifier: MIT */
#include "screens/app/request.h"
#include "screens/app/part.h"

#include <assert.h>
#include <string.h>

enum { LONG_MS = 1000 };

static uint32_t type_of(const struct effect *effect)
{
    return effect->kind == EFFECT_SEND    ? effect->message.type
           : effect->kind == EFFECT_VOICE ? (uint32_t)effect->voice.type
                                          : 0;
}

/* Returns a new effect at the end of the list. It takes the place of an effect of the same kind and
 * type. */
static struct effect *effect_at_end(struct app *app, enum effect_kind kind, uint32_t type)
{
    struct effect *effect = app->effect;
    uint32_t i = 0;
    while (i < app->effect_count && (effect[i].kind != kind || type_of(&effect[i]) != type)) {
        i++;
    }
    if (i == app->effect_count) {
        assert(app->effect_count < EFFECT_MAX);
        app->effect_count++;
    } else {
        memmove(&effect[i], &effect[i + 1], sizeof(effect[0]) * (app->effect_count - i - 1));
    }
    effect += app->effect_count - 1;
    explicit_bzero(effect, sizeof(*effect));
    effect->kind = kind;
    return effect;
}

struct message *app_tell(struct app *app, enum message_type type)
{
    assert(type > MESSAGE_NONE && type < MESSAGE_FACE_COUNT);
    struct message *message = &effect_at_end(app, EFFECT_SEND, type)->message;
    message_init(message, type);
    message->sequence = ++app->sequence;
    return message;
}

struct voice_record *effect_voice(struct app *app, enum voice_type type)
{
    assert(type > VOICE_NONE && type <= VOICE_FORGET);
    struct voice_record *record = &effect_at_end(app, EFFECT_VOICE, type)->voice;
    voice_init(record, type);
    return record;
}

void effect_forget(struct app *app)
{
    effect_at_end(app, EFFECT_FORGET, 0);
}

bool app_is_asking(const struct app *app, enum message_type type)
{
    assert(type < MESSAGE_FACE_COUNT);
    return app->request[type].sequence != 0 && app->request[type].owner != OWNER_NOBODY;
}

bool app_takes_long(const struct app *app, enum message_type type)
{
    return app_is_asking(app, type) && app->now_ms >= app->request[type].asked_ms + LONG_MS;
}

uint64_t app_long_due(const struct app *app)
{
    uint64_t due = UINT64_MAX;
    for (uint32_t type = 0; type < MESSAGE_FACE_COUNT; type++) {
        const uint64_t end = app->request[type].asked_ms + LONG_MS;
        due = app_is_asking(app, type) && end > app->now_ms && end < due ? end : due;
    }
    return due;
}

void app_abandon(struct app *app, enum message_type type)
{
    app->request[type].owner = OWNER_NOBODY;
}

struct message *app_ask(struct app *app, uint32_t owner, enum message_type type)
{
    assert(message_answer_of(type) != MESSAGE_NONE);
    if (app_is_asking(app, type)) {
        return NULL;
    }
    struct message *message = app_tell(app, type);
    app->request[type] = (struct request){.asked_ms = app->now_ms,
                                          .sequence = message->sequence,
                                          .owner = (uint16_t)owner,
                                          .arrival = app->arrival};
    return message;
}

bool app_request(struct app *app, uint32_t owner, enum message_type type)
{
    return app_ask(app, owner, type) != NULL;
}

bool requests_are_answered(const struct app *app)
{
    for (uint32_t type = 0; type < MESSAGE_FACE_COUNT; type++) {
        if (app->request[type].sequence != 0) {
            return false;
        }
    }
    return true;
}

/* Returns the type of the open request that this message answers; MESSAGE_NONE when it answers
 * none. */
static enum message_type answered(const struct app *app, const struct message *message)
{
    for (uint32_t type = 1; message->sequence != 0 && type < MESSAGE_FACE_COUNT; type++) {
        bool refused = message->type == MESSAGE_REFUSED && message->as.refused.type == type;
        if (app->request[type].sequence == message->sequence &&
            (refused || message->type == message_answer_of((enum message_type)type))) {
            return (enum message_type)type;
        }
    }
    return MESSAGE_NONE;
}

static bool is_refusal(const struct message *message)
{
    return message->type == MESSAGE_REFUSED ||
           (message->type == MESSAGE_STATUS && message->as.status.result != STATUS_OK);
}

/* Returns true if the owner shows what came of the request, or was left. The app as owner shows
 * that on a facilitator's screen alone. */
static bool is_told(struct app *app, const struct request *request, enum message_type type,
                    const struct message *message)
{
    if (request->owner == OWNER_APP) {
        return !screen_is_facilitators(app, app->screen);
    }
    bool is_screen = request->owner < OWNER_MODULE;
    bool has_left = request->owner == OWNER_NOBODY ||
                    (is_screen &&
                     (request->owner != (uint16_t)app->screen || request->arrival != app->arrival));
    const struct part_ops *ops = has_left ? NULL : part_ops(app, request->owner);
    return has_left || (ops->answer != NULL && ops->answer(app, type, message));
}

void requests_answer(struct app *app, const struct message *message)
{
    enum message_type type = answered(app, message);
    if (type == MESSAGE_NONE) {
        return;
    }
    const struct request request = app->request[type];
    app->request[type] = (struct request){.sequence = 0};
    if (!is_told(app, &request, type, message) && is_refusal(message)) {
        app->was_refused = true;
        app->stale = true;
    }
}
