/* SPDX-License-Identifier: MIT */
/* The one window, on SDL's x11 driver: only this driver has a window surface and changed
 * rectangles. Turns SDL's events into inputs; no SDL type leaves this module. Must not know what an
 * input does. */
#ifndef PLATFORM_WINDOW_H
#define PLATFORM_WINDOW_H

#include "core/input.h"
#include "platform/display/paint.h"

struct window; /* there is one, and it is static */

struct window_options {
    const char *title;
    bool windowed;   /* an ordinary window that a person may close */
    int lost_status; /* the exit status of the process when the display goes away: the library that
                        talks to the display allows nothing but to exit */
    bool any_driver; /* test builds: accept whatever driver SDL_VIDEODRIVER names, offscreen too */
};

enum { WINDOW_BOX_MAX = 32 }; /* rectangles that one window_present takes */

/* Opens the display and a window that covers it. The window shows at the first present. MISSING:
 * there is no display. INVALID: the display is of another kind, and error->text is the driver's
 * name. LIMIT: the display has fewer colours than we draw with. IO: the display gives no window. */
MUST_USE enum status window_open(struct window **window, const struct window_options *options,
                                 struct error *error);
void window_close(struct window *window);

/* Gives the size and the physical scale, as an INPUT_SURFACE has them. */
void window_surface(const struct window *window, struct input *out);
/* Returns the pixels. With every INPUT_SURFACE the pixels move to another place in memory and have
 * no defined content. */
struct canvas window_canvas(struct window *window);
/* Shows the painted boxes, 1 to WINDOW_BOX_MAX of them. */
void window_present(struct window *window, const struct box *boxes, uint32_t count);
/* Follows the first window_present: what the display tells of it comes in, and no part that it had
 * lost before is shown again. */
void window_settle(void);

/* Returns a descriptor that becomes readable when events may have come, or -1 when the driver has
 * none. Events that came along with an answer of the display do not make it readable: see
 * window_has_more. */
int window_fd(const struct window *window);
/* Returns whether events were already read and wait for the next pump. Then the caller must not
 * sleep before that pump. */
bool window_has_more(const struct window *window);
/* Fills in up to max inputs, oldest first, and returns how many. More inputs wait for the next
 * pump. */
uint32_t window_pump(struct window *window, struct input *out, uint32_t max);

/* Returns whether the canvas is another one since the last call, so that nothing is painted in it.
 * When only the display has lost the picture, the window presents the picture again by itself. */
bool window_canvas_is_new(struct window *window);
/* Returns whether a person closed the window. Only possible with --window. */
bool window_was_closed(const struct window *window);

/* Returns what else on this display can act beside the window, as HEALTH_DESKTOP_ bits. Nothing is
 * known of a display that is not X. */
uint8_t window_desktop(const struct window *window);
/* Returns whether another output is on and shows something else than the one that the window
 * covers. */
bool window_has_other_output(const struct window *window);

/* Paints what another output shows, every pixel of it. */
typedef void window_paint_other(void *context, struct canvas *canvas);
/* On bare X: covers what the outputs beside ours show, so that no desktop shows there. Each of them
 * gets a picture of its own. The picture is painted once and the display keeps it; where there is
 * no memory for the picture, the output is dark. Does nothing while the outputs stay as they are,
 * or before the window shows. */
void window_cover(struct window *window, window_paint_other *paint, void *context);

/* Waits until the display has answered, and so has done all that it was asked to do. */
void window_wait_for_display(const struct window *window);

/* On bare X: a real keyboard types by the X layout of this name, also a keyboard that is plugged in
 * later. With "" the keyboard types by the layout that the display has. To be called after each
 * pump. */
void window_keyboard(struct window *window, const char *layout);

/* With awake, keeps the display from going blank by itself; else lets the display's own settings
 * decide. */
void window_keep_awake(struct window *window, bool awake);

/* To be called when a visit ends: drops queued events, hides the pointer and moves it out of the
 * way. */
void window_forget(struct window *window);

#endif
