/* SPDX-License-Identifier: MIT */
/* A facilitator's screen on the water (ui/blocks/hero.h) with the ways to trends, report and
 * settings, and the lock, at its top. */
#ifndef SCREENS_HERO_H
#define SCREENS_HERO_H

#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "ui/blocks/hero.h"

enum { HERO_PAGE_TEXTS = 2, HERO_PAGE_LEFT = 3, HERO_PAGE_RIGHT = 2 };

/* A facilitator's screen on the water as a table. A message_id of 0 (the name of the window) stands
 * for no words. */
struct hero_page {
    enum message_id title, text[HERO_PAGE_TEXTS];
    bool large; /* the title */
    uint8_t strength;
    struct control left[HERO_PAGE_LEFT], right[HERO_PAGE_RIGHT];
};
/* Returns the view of a page. The caller adds to the view what changes from one build to the
 * next. */
struct hero_view hero_view_of(const struct app *app, const struct hero_page *page);

void hero_add_left(const struct app *app, struct hero_view *view, const struct control *control);
void hero_add_right(const struct app *app, struct hero_view *view, const struct control *control);
/* While resting is true, the controls of the view take no press. */
void hero_rest(struct hero_view *view, bool resting);

void hero_draw(const struct app *app, struct ui *ui, const struct hero_view *view);

#endif
