/* SPDX-License-Identifier: MIT */
/* Learning which keys or buttons are a person's switches, as far as the screen shows it. */
#include "screens/access/switches.h"

/* Turns to the first page, where the words about the newest press stand. */
static void show_first_page(struct app *app)
{
    if (app->page > 0) {
        app_turn(app, 0);
    }
}

void learning_restart(struct app *app)
{
    switches_forget(switches_state(app));
    show_first_page(app);
}

/* Offers scanning, with focus on the offer. The one switch that answered takes the offer by its
 * next press. */
void learning_offer(struct app *app)
{
    switches_state(app)->offered = true;
    show_first_page(app);
    app_focus_on(app, "switches.one");
    app->show_focus = true;
}

/* Trying is another view than learning, so it takes no press at first. */
static void begin_trying(struct app *app)
{
    switches_state(app)->markers = 0;
    app_view(app);
    app->show_focus = true;
}

/* Shows what a press or a choice led to. */
static void follow(struct app *app)
{
    if (switches_ready(switches_of(app))) {
        begin_trying(app);
    } else {
        show_first_page(app);
    }
}

void learning_choose(struct app *app, bool one)
{
    switches_choose(switches_state(app), one, app->now_ms);
    follow(app);
}

void learning_take(struct app *app, uint16_t code)
{
    switches_learn(switches_state(app), code, app->now_ms);
    follow(app);
}
