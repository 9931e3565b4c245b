/* SPDX-License-Identifier: MIT */
/* Of many fingers and a mouse one contact counts. A second one beside it is a hand that leans, and
 * counts for nothing; but a contact that holds nothing, or has lain still for some seconds, is a
 * drop, a sleeve or a button that sticks, and the next one counts instead. Must not know what a
 * press does. */
#ifndef SCREENS_CONTACT_H
#define SCREENS_CONTACT_H

#include "screens/app/app.h"

enum { CONTACT_RESTS_MS = 3000 };

/* A contact comes down that counts instead of the one before, which the app has to cancel first. */
bool contact_takes_over(const struct app *app, const struct input *input);
/* Whether an input of a pointer is of the contact that counts; writes down which one that is. Other
 * inputs count always. */
bool contact_counts(struct app *app, const struct input *input);
/* The contact that counts goes as far as a hand moves it: it does not rest. */
void contact_moves(struct app *app);
/* Whatever is down counts no more until it comes down anew. */
void contact_forget(struct app *app);

#endif
