/* SPDX-License-Identifier: MIT */
/* Requests to the keeper. A request has an owner: the part that asked. At most one request of a
 * type is open at a time. The answer goes to the owner, and to nobody if the owner was left. */
#ifndef SCREENS_REQUEST_H
#define SCREENS_REQUEST_H

#include "screens/app/app.h"

/* Begins a request and returns its message; the caller fills message.as. Returns NULL, and sends
 * nothing, if a request of this type is open. Only for types that the keeper answers. */
MUST_USE struct message *app_ask(struct app *app, uint32_t owner, enum message_type type);
/* As app_ask, for a message that holds nothing. Returns whether it was sent. */
bool app_request(struct app *app, uint32_t owner, enum message_type type);
/* As app_ask, and sets the member of message.as to this value. */
#define ASK_WITH(app, owner, type, member, value)                                                  \
    do {                                                                                           \
        struct message *message_ = app_ask(app, owner, type);                                      \
        if (message_ != NULL) {                                                                    \
            message_->as.member = (value);                                                         \
        }                                                                                          \
    } while (0)
/* Sends a message that has no answer. Returns the message for the caller to fill. A second message
 * of this type in the same step replaces the first. */
struct message *app_tell(struct app *app, enum message_type type);

bool app_is_asking(const struct app *app, enum message_type type);
/* app_takes_long returns whether a request of this type has been open for so long that a screen
 * says so. app_long_due returns when the next request will have been open for so long. */
bool app_takes_long(const struct app *app, enum message_type type);
uint64_t app_long_due(const struct app *app);
/* Gives up the open request of this type: nobody hears its answer, and another request of this type
 * may begin. */
void app_abandon(struct app *app, enum message_type type);
/* Closes the request that this message answers, and hands the message to the request's owner. If
 * the owner shows nothing of a refusal, the app shows that the request was refused. */
void requests_answer(struct app *app, const struct message *message);
/* Returns true if no request is open. */
bool requests_are_answered(const struct app *app);

/* Adds an effect to this step. A step has one effect of a kind and type: a later one replaces an
 * earlier one and stands at the end. So a step never has more than EFFECT_MAX effects. effect_voice
 * returns the record for the caller to fill. */
struct voice_record *effect_voice(struct app *app, enum voice_type type);
void effect_forget(struct app *app);

#endif
