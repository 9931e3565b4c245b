/* SPDX-License-Identifier: MIT */
/* What every screen uses: common actions, and the verbs that move between screens. */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "screens/app/part.h"
#include "screens/app/request.h"

/* The language that people read now, and the catalogue of its words. */
const struct language *app_language(const struct app *app);
const struct catalog *app_catalog(const struct app *app);
/* app_speaks returns whether the voice has that language, app_has_voice whether the voice has the
 * language that people read now. */
bool app_speaks(const struct app *app, const struct language *language);
bool app_has_voice(const struct app *app);
/* How many questions are switched on, and the pack index of one of these, in the order of the
 * pack. */
uint32_t app_question_count(const struct app *app);
uint32_t app_question_at(const struct app *app, uint32_t index); /* returns the pack index */

/* Goes to a screen. Where the screen left would have returned, the new screen will return. */
void app_go(struct app *app, enum screen_id screen);
/* Goes to a screen from which app_return leads back here. A screen that stands on the stack of ways
 * back already is returned to. */
void app_call(struct app *app, enum screen_id screen);
/* Goes back to the screen that called this one, as that screen was; to the resting screen when no
 * screen called. */
void app_return(struct app *app);
/* Returns the screen that app_return would go to; SCREEN_COUNT when no screen called. */
enum screen_id app_caller(const struct app *app);
/* Returns whether a facilitator's screen stands on the stack of ways back: the present screen was
 * opened from there. */
bool app_facilitator_waits(const struct app *app);
/* Turns to another page, or shows another view, of the same screen. Like a new screen, it takes no
 * press for GUARD_MS. */
void app_turn(struct app *app, uint32_t page);
void app_view(struct app *app);

/* app_rest goes to the resting screen (the first run, Welcome or Closed) and ends a visit. A visit
 * that a facilitator tried out leads back to the facilitator's screen. app_rest_screen returns the
 * resting screen of this moment. */
void app_rest(struct app *app);
enum screen_id app_rest_screen(const struct app *app);
/* Returns whether nobody has set this machine up yet. The machine then rests at the first page of
 * the first run. */
bool app_awaits_setup(const struct app *app);
/* Returns the page of the first run with this number, from 0; SCREEN_COUNT when there are fewer
 * pages. */
enum screen_id app_first_run_page(const struct app *app, uint32_t index);
void app_begin_visit(struct app *app, enum visit visit);
/* Wipes the answers and clears every trace from the display. */
void app_wipe_answers(struct app *app);
void app_reset_comfort(struct app *app);
/* Sets back language and look alone, so that whoever sets the machine up keeps their switches. */
void app_reset_look(struct app *app);
struct comfort app_fresh_comfort(const struct app *app);
bool app_counts(const struct app *app); /* whether this visit can be added to the meeting */
/* Takes the size of the surface in px and finds its scale: the one that was matched to a card on
 * this surface, else what the display says. */
void app_fit(struct app *app, int32_t width, int32_t height);
/* app_lock locks the facilitator's screens. app_show_lock asks for the PIN and says that the
 * screens locked by themselves. */
void app_lock(struct app *app);
void app_show_lock(struct app *app);
void app_pin_wipe(struct app *app);
void app_act_common(struct app *app, enum action action, int32_t arg);

/* Returns a hash of everything in the app that can change what the app does next: no pointer, no
 * padding, not the frame. */
uint64_t app_state_hash(const struct app *app);

/* From here on: for the app's own files. */
void app_take_message(struct app *app, const struct message *message);
void app_take_input(struct app *app, const struct input *input);
/* app_timers fires what is due. app_next_deadline returns the next deadline in ms. */
void app_timers(struct app *app);
uint64_t app_next_deadline(const struct app *app);
/* Builds the frame from the state, and settles focus on a node of the frame. */
void app_build(struct app *app);

/* Does what a press on this node does. */
void app_activate(struct app *app, const struct node *node);
/* Does what a press on the target with this id does. Returns false if the frame has no such target;
 * id may be NULL. */
bool app_activate_id(struct app *app, const char *id);
void app_focus_on(struct app *app, const char *id);
/* Moves focus to the next target in the order of reading, or to the one before. */
void app_move_focus(struct app *app, bool forward);
/* Leaves focus on its node while the node is a target, else moves focus to where the screen's table
 * says. Returns true if focus moved and shows. */
bool app_settle_focus(struct app *app);
/* app_is_guarded returns whether the screen is too new to take a press. app_repeat_guard_ms returns
 * for how long after a press another one is ignored, in ms; 0: no press is. */
bool app_is_guarded(const struct app *app);
uint64_t app_repeat_guard_ms(const struct app *app);
/* Returns the node where focus begins in this frame; NULL when the frame has no target. */
const struct node *app_first_target(const struct app *app);
/* Returns when something that moves needs its next picture: the next multiple of frame_ms after
 * now, counted from since. */
uint64_t app_next_frame(const struct app *app, uint64_t since, uint64_t frame_ms);
/* Shows the idle warning, which asks whether somebody is there. Without a visit nobody is there,
 * and the app rests at once. */
void app_ask_presence(struct app *app);
/* Returns after how long, in ms, an untouched visit shows the idle warning. */
uint64_t app_idle_ms(const struct app *app, enum patience patience);

#endif
