/* SPDX-License-Identifier: MIT */
/* A facilitator's screen on the water (ui/blocks/hero.h) with the ways to trends, report and
 * settings, and the lock, at its top. */
#ifndef SCREENS_HERO_H
#define SCREENS_HERO_H

#include "screens/app/screen.h"
#include "screens/parts/controls.h"
#include "screens/parts/words.h"
#include "ui/blocks/hero.h"

enum { HERO_PAGE_TEXTS = 2, HERO_PAGE_LEFT = 3, HERO_PAGE_RIGHT = 2 };

/* Such a screen as a table. Words that are 0, the name of the window, are none. */
struct hero_page {
    enum message_id title, text[HERO_PAGE_TEXTS];
    bool large; /* the title */
    uint8_t strength;
    struct control left[HERO_PAGE_LEFT], right[HERO_PAGE_RIGHT];
};
/* The view of a page, to be completed with what changes. */
struct hero_view hero_view_of(const struct app *app, const struct hero_page *page);

void hero_add_left(const struct app *app, struct hero_view *view, const struct control *control);
void hero_add_right(const struct app *app, struct hero_view *view, const struct control *control);
/* Its controls take no press while that is so. */
void hero_rest(struct hero_view *view, bool resting);

void hero_draw(const struct app *app, struct ui *ui, const struct hero_view *view);

#endif
