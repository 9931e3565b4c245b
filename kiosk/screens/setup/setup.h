/* SPDX-License-Identifier: MIT */
/* The pages of the first run. The settings open the same pages, one at a time: then there are no
 * steps, and every page leads back. Nothing is kept before its button is pressed. */
#ifndef SCREENS_SETUP_H
#define SCREENS_SETUP_H

#include "screens/app/screen.h"

/* A page's frame: controls at its foot, and above them the steps, a title and a sentence. */
struct setup_page {
    enum screen_id screen;
    const char *title;
    const char *body;
    const char *next; /* label of the button that keeps what was chosen; NULL: not yet */
    const struct ui_button *at_first; /* before the others, on the first run alone; NULL: none */
    bool must;                        /* cannot be skipped */
    bool body_beside;                 /* the title, where the width allows */
    bool body_list;                   /* a stone and a line for each of its sentences */
};

/* Draws the controls; returns the box above them. */
struct box setup_controls(const struct app *app, struct ui *ui, const struct setup_page *page);
/* Steps, title and sentence into a flow. */
void setup_head(const struct app *app, struct flow *flow, const struct setup_page *page);
void setup_steps(const struct app *app, struct flow *flow, enum screen_id screen);
/* What went wrong with the last change, if anything did. */
void setup_problem(const struct app *app, struct flow *flow);

/* In place of the page while it asks whether to begin a new series. True: it did. */
bool setup_build_ask(const struct app *app, struct ui *ui);

/* Opens a page with what is kept now. */
void setup_go(struct app *app, enum screen_id screen);
/* Another view of the page: it takes nothing at first, and focus begins anew. */
void setup_turn(struct app *app);
/* From a page that is done: to the next one, or back to the settings. */
void setup_go_on(struct app *app);
/* Back, Skip and the question about a new series; the rest goes to app_act_common. */
void setup_act(struct app *app, enum action action, int32_t arg);

/* Asks the keeper to keep it; the page goes on when it did. choose asks about a new series first.
 */
void setup_choose(struct app *app);
void setup_send_machine(struct app *app, const struct machine *machine);

/* The keeper's answers. */
void setup_take_answer(struct app *app);
void setup_take_machine(struct app *app, const struct machine *machine);
void setup_take_pin(struct app *app);

/* The practice of the first run, a whole visit that leads back to its page, ends. leave: nobody
 * came back; what was open is locked. */
void setup_practice_ends(struct app *app);
void setup_practice_leave(struct app *app);

/* Nobody is at the settings any more. */
void setup_forget(struct app *app);

/* The settings' own screens. */
void settings_enter(struct app *app);
/* Back to the view that a page was opened from; return: from a screen that is the attendees' too,
 * and locked meanwhile, to the PIN. */
void settings_resume(struct app *app);
void settings_return(struct app *app);
void health_enter(struct app *app, enum screen_id from);

/* Two years of a made-up group of ten under noise of this scale: its band for all questions
 * together, set by set, always the same. Returns the mean width in points. */
enum { SETUP_SETS = 26 };
uint32_t setup_made_up(uint32_t scale, struct band band[SETUP_SETS]);

#endif
