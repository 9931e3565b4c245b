/* SPDX-License-Identifier: MIT */
/* The controls that many screens share: the same words, the same drawing and the same id
 * everywhere, so that people find them again. */
#ifndef SCREENS_CONTROLS_H
#define SCREENS_CONTROLS_H

#include "ui/ui.h"

struct app;

struct ui_button control_back(const struct app *app);
struct ui_button control_pause(const struct app *app);
struct ui_button control_more(const struct app *app);
struct ui_button control_done(const struct app *app);
struct ui_button control_return(const struct app *app); /* Done that leads back by itself */
struct ui_button control_lock(const struct app *app);   /* the facilitator's */
/* Adds Listen to a row of controls where the screen's language has a voice; returns the new count.
 */
uint32_t control_listen(const struct app *app, struct ui_button *row, uint32_t count);

#endif
