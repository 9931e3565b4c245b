/* SPDX-License-Identifier: MIT */
/* Views of the meeting screen that have a file of their own: what may stand in the way before it
 * opens, and what comes after its end. */
#ifndef SCREENS_MEETING_H
#define SCREENS_MEETING_H

#include "screens/parts/hero.h"

enum { SAVING_MS = 1000 }; /* a close that takes longer says so */

struct ui_button meeting_button(const struct app *app, const char *id, enum message_id label,
                                enum action action, int32_t arg);
/* The way back out of a question: focus starts there, and Esc goes there. */
struct ui_button meeting_keep_button(const struct app *app, enum message_id label);

/* Little space left: open anyway, or look at what to do. */
void meeting_view_space(const struct app *app, struct hero_view *view);
/* Whether to leave the kiosk, and how. */
void meeting_view_leave(const struct app *app, struct hero_view *view);
/* The way to that question, where something else may be done as well. */
void meeting_add_leave(const struct app *app, struct hero_view *view);

/* What the battery asks for now; MSG_COUNT: nothing. */
enum message_id meeting_battery_text(const struct app *app);

/* A close is on its way and takes its time. */
bool meeting_is_saving(const struct app *app);
void meeting_view_saving(const struct app *app, struct hero_view *view);
/* CLOSE or LEAVE went out: from now on it takes its time. */
void meeting_wait_for_close(struct app *app, uint32_t sequence);

#endif
