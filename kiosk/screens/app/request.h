/* SPDX-License-Identifier: MIT */
/* Requests to the keeper. A request has an owner: the part that asked. At most one request of a
 * type is open at a time. Its answer goes to its owner, and to nobody if that has left. */
#ifndef SCREENS_REQUEST_H
#define SCREENS_REQUEST_H

#include "screens/app/app.h"

/* Begins a request; the caller fills message.as. NULL: one of this type is open, nothing is sent.
 * Only for types that the keeper answers. */
MUST_USE struct message *app_ask(struct app *app, uint32_t owner, enum message_type type);
/* The same with what the message holds: a member of message.as, and its value. */
#define ASK_WITH(app, owner, type, member, value)                                                  \
    do {                                                                                           \
        struct message *message_ = app_ask(app, owner, type);                                      \
        if (message_ != NULL) {                                                                    \
            message_->as.member = (value);                                                         \
        }                                                                                          \
    } while (0)
/* A message whose answer nobody waits for. A second one in the same step replaces the first. */
struct message *app_tell(struct app *app, enum message_type type);

bool app_is_asking(const struct app *app, enum message_type type);
/* Nobody waits for that answer any more: another request of its type may begin. */
void app_abandon(struct app *app, enum message_type type);
/* The request that this message answers is closed, and its owner hears it. A refusal that the owner
 * says nothing of is said by the app. */
void requests_answer(struct app *app, const struct message *message);
/* None is open. */
bool requests_are_answered(const struct app *app);

/* What leaves in this step. An effect of a kind and type stands there once: a later one replaces an
 * earlier, at the end. So a step never has more than EFFECT_MAX. */
struct voice_record *effect_voice(struct app *app, enum voice_type type);
void effect_forget(struct app *app);

#endif
