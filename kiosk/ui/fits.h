/* SPDX-License-Identifier: MIT */
/* How tightly a screen is built: with full gaps, and ever tighter until nothing overflows. What
 * stands beside every screen, at the panel's edges, is here too. */
#ifndef UI_FITS_H
#define UI_FITS_H

#include "ui/ui.h"

enum { FIT_COUNT = 9 }; /* from the roomiest; the last two make pages */

/* The panel's margins, before anything is built. */
void fit_margins(struct ui *ui);
/* Makes a build that tight. may_be_compact: the screen has controls at its foot, and something that
 * it is there for. False: on this panel it is no different from the one before. */
bool fit_set(struct ui *ui, uint32_t fit, bool may_be_compact);
/* The frame has controls at its foot. */
bool fit_has_foot(const struct frame *frame);

/* A line at the very top, above all content. spoken: NULL is the text. */
void fit_ribbon(struct ui *ui, const char *text, const char *spoken);
/* What comes and goes, over the top of the page: nothing moves under it, and it covers no control
 * but on a page that is full of them. Once all else is built. */
void fit_notice(struct ui *ui, const char *id, const char *words);

#endif
