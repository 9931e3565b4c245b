/* SPDX-License-Identifier: MIT */
/* What every screen uses: common actions, and the verbs that move between screens. */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "screens/app/part.h"
#include "screens/app/request.h"

/* What people read now, and its words. */
const struct language *app_language(const struct app *app);
const struct catalog *app_catalog(const struct app *app);
/* The voice has that language; it has the one that people read now. */
bool app_speaks(const struct app *app, const struct language *language);
bool app_has_voice(const struct app *app);
/* Questions switched on, in pack order. */
uint32_t app_question_count(const struct app *app);
uint32_t app_question_at(const struct app *app, uint32_t index); /* pack index */

/* Arrives at a screen. Whoever would return from this one will return from that one. */
void app_go(struct app *app, enum screen_id screen);
/* The same, and app_return leads back here. Who is asked to call a screen that waits for a return
 * returns to it. */
void app_call(struct app *app, enum screen_id screen);
/* Back to the screen that called, as it was; to the resting screen when none did. */
void app_return(struct app *app);
/* Who would be returned to; SCREEN_COUNT: nobody. */
enum screen_id app_caller(const struct app *app);
/* A facilitator's screen waits for a return: this one was opened from there. */
bool app_facilitator_waits(const struct app *app);
/* Another page, or another view, of the same screen: it takes nothing at first, like a new one. */
void app_turn(struct app *app, uint32_t page);
void app_view(struct app *app);

/* The resting screen of this moment: first run, welcome or closed. Ends a visit. A visit that a
 * facilitator tried out leads back to their screen. */
void app_rest(struct app *app);
enum screen_id app_rest_screen(const struct app *app);
/* Nobody has set this machine up: the first page of that is where it rests. */
bool app_awaits_setup(const struct app *app);
/* The page of the first run with that number, from 0; SCREEN_COUNT: there are no more. */
enum screen_id app_first_run_page(const struct app *app, uint32_t index);
void app_begin_visit(struct app *app, enum visit visit);
/* Wipes the answers and clears every trace from the display. */
void app_wipe_answers(struct app *app);
void app_reset_comfort(struct app *app);
/* Language and look alone: whoever sets the machine up keeps their switches. */
void app_reset_look(struct app *app);
struct comfort app_fresh_comfort(const struct app *app);
bool app_counts(const struct app *app); /* this visit can be added */
/* The scale of the surface: as matched to a card when that was done on this surface, else what the
 * display says. */
void app_fit(struct app *app, int32_t width, int32_t height);
/* The facilitator's part is locked. app_show_lock asks for the PIN and says that it locked. */
void app_lock(struct app *app);
void app_show_lock(struct app *app);
void app_pin_wipe(struct app *app);
void app_act_common(struct app *app, enum action action, int32_t arg);

/* Everything in the app that can change what it does next: no pointer, no padding, not the frame.
 */
uint64_t app_state_hash(const struct app *app);

/* The app's own files. */
void app_take_message(struct app *app, const struct message *message);
void app_take_input(struct app *app, const struct input *input);
/* Fires what is due; the next deadline. */
void app_timers(struct app *app);
uint64_t app_next_deadline(const struct app *app);
/* Builds the frame from the state, and settles focus on it. */
void app_build(struct app *app);

/* Focus and presses. */
void app_activate(struct app *app, const struct node *node);
/* Activates the target of that id. False: there is none now; NULL is the id of none. */
bool app_activate_id(struct app *app, const char *id);
void app_focus_on(struct app *app, const char *id);
/* To the next target, in the order of reading, or the one before. */
void app_move_focus(struct app *app, bool forward);
/* Focus stays on its node while that is a target, else goes where the screen wants it. True: it
 * moved, and shows. */
bool app_settle_focus(struct app *app);
/* A new screen takes no press at first; a press so soon after one like it is ignored, 0: never. */
bool app_is_guarded(const struct app *app);
uint64_t app_repeat_guard_ms(const struct app *app);
/* Where focus begins on this frame; NULL: no target. */
const struct node *app_first_target(const struct app *app);
/* The next multiple of frame after now, counted from since: when something that moves shows anew.
 */
uint64_t app_next_frame(const struct app *app, uint64_t since, uint64_t frame_ms);
/* Asks whether somebody is there; without a visit nobody is. */
void app_ask_presence(struct app *app);
/* Untouched this long, a visit is asked whether somebody is there. */
uint64_t app_idle_ms(const struct app *app, enum patience patience);

#endif
