/* SPDX-License-Identifier: MIT */
/* A facilitator's screen on the water (ui/blocks/hero.h) with the ways to trends, report and
 * settings, and the lock, at its top. */
#ifndef SCREENS_HERO_H
#define SCREENS_HERO_H

#include "screens/app/screen.h"
#include "screens/parts/words.h"
#include "ui/blocks/hero.h"

void hero_draw(const struct app *app, struct ui *ui, const struct hero_view *view);

#endif
