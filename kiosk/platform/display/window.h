/* SPDX-License-Identifier: MIT */
/* The one window, on SDL's x11 driver: the only one with a window surface and changed rectangles.
 * Turns SDL's events into inputs; no SDL type leaves. Must not know what an input does. */
#ifndef PLATFORM_WINDOW_H
#define PLATFORM_WINDOW_H

#include "core/input.h"
#include "platform/display/paint.h"

struct window; /* one, static */

struct window_options {
    const char *title;
    bool windowed;   /* an ordinary window that a person may close */
    int lost_status; /* the process ends with it where the display goes away: the library that talks
                        to the display allows nothing else */
    bool any_driver; /* test builds: what SDL_VIDEODRIVER says, offscreen too */
};

enum { WINDOW_BOX_MAX = 32 }; /* rectangles of one present */

/* Opens the display and a window that covers it. MISSING: there is no display; INVALID: it is
 * another kind of display, error->text is the driver's name; LIMIT: it has fewer colours than we
 * draw with; IO: it gives no window. The window shows at the first present. */
MUST_USE enum status window_open(struct window **window, const struct window_options *options,
                                 struct error *error);
void window_close(struct window *window);

/* Gives size and physical scale, as an INPUT_SURFACE has them. */
void window_surface(const struct window *window, struct input *out);
/* Returns the pixels. With every INPUT_SURFACE they move to another place and have no defined
 * content. */
struct canvas window_canvas(struct window *window);
/* Shows the painted boxes, 1 to WINDOW_BOX_MAX of them. */
void window_present(struct window *window, const struct box *boxes, uint32_t count);
/* Follows the first window_present: what the display tells of it comes in, and no part that it had
 * lost before is shown again. */
void window_settle(void);

/* Becomes readable when events may have come; -1 when the driver has none. Events that came along
 * with an answer of the display do not show there: see window_has_more. */
int window_fd(const struct window *window);
/* Returns whether events were read already and wait for the next pump. Then the caller must not
 * sleep before it. */
bool window_has_more(const struct window *window);
/* Fills up to max inputs, oldest first, and returns how many; more wait for the next pump. */
uint32_t window_pump(struct window *window, struct input *out, uint32_t max);

/* Returns whether the canvas is a new one since the last call, so that nothing painted is in it.
 * When only the display has lost the picture, the window presents it again by itself. */
bool window_canvas_is_new(struct window *window);
/* Returns whether a person closed the window; only possible with --window. */
bool window_was_closed(const struct window *window);

/* Returns what else on this display can act beside the window, as HEALTH_DESKTOP_ bits. Of a
 * display that is not X nothing is known. */
uint8_t window_desktop(const struct window *window);
/* Returns whether another output is on and shows something else than the one that the window
 * covers. */
bool window_has_other_output(const struct window *window);

/* Paints what another output shows, every pixel of it. */
typedef void window_paint_other(void *context, struct canvas *canvas);
/* On bare X: covers what the outputs beside ours show, so that no desktop stands there. Each gets a
 * picture of its own, painted once, which the display keeps; where there is no memory for that it
 * is dark. Does nothing as long as the outputs stay as they are, or before the window shows. */
void window_cover(struct window *window, window_paint_other *paint, void *context);

/* Waits until the display has answered, so that it has done all that it was asked for before. */
void window_wait_for_display(const struct window *window);

/* On bare X: a real keyboard types by the layout of this name in X, also one that is plugged in
 * later; "" leaves it as the display has it. To be called after each pump. */
void window_keyboard(struct window *window, const char *layout);

/* Keeps the display from going blank by itself, or lets its own settings decide again. */
void window_keep_awake(struct window *window, bool awake);

/* To be called when a visit ends: drops queued events, hides the pointer and moves it out of the
 * way. */
void window_forget(struct window *window);

#endif
