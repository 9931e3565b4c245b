/* SPDX-License-Identifier: MIT */
/* How tightly a screen is built: with full gaps first, and ever tighter until nothing overflows.
 * The margins, the ribbon and the notice, which any screen may have, are here too. */
#ifndef UI_FITS_H
#define UI_FITS_H

#include "ui/ui.h"

enum { FIT_COUNT = 9 }; /* number of builds, from the roomiest on; the last two make pages */

/* Sets the panel's margins; called before anything is built. */
void fit_margins(struct ui *ui);
/* Sets up ui for build number fit. may_be_compact: the screen has controls at its foot, and actions
 * that it is there for. Returns false if on this panel the build would be no different from the one
 * before. */
bool fit_set(struct ui *ui, uint32_t fit, bool may_be_compact);
/* Returns whether the frame has controls at its foot. */
bool fit_has_foot(const struct frame *frame);

/* Draws a line at the very top, above all content. spoken: NULL when the text is said as it is. */
void fit_ribbon(struct ui *ui, const char *text, const char *spoken);
/* Draws a notice over the top of the page; called when everything else is built. A notice moves
 * nothing on the page, and covers a control only on a page that is full of controls. */
void fit_notice(struct ui *ui, const char *id, const char *words);

#endif
