/* SPDX-License-Identifier: MIT */
/* Which other programs on this display can act. While we hold the keyboard, no shortcut of a window
 * manager works. What else could act is looked for and named; nothing is done against it.
 * These are calls of Xlib that SDL does not make for us. The library is there, because SDL is
 * linked with it. It is found by name, so that we do not link it. */
#include "platform/display/window_internal.h"

#include "core/health.h"
#include "platform/system/process.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

enum { SWITCH_TO_CONSOLE_1 = 0x1008FE01 }; /* XF86XK_Switch_VT_1 */

bool window_find(const char *name, void *function, size_t size)
{
    void *found = dlsym(RTLD_DEFAULT, name);
    memcpy(function, &found, size);
    return found != NULL;
}

struct xlib {
    int (*get_property)(Display *, Window, Atom, long, long, Bool, Atom, Atom *, int *,
                        unsigned long *, unsigned long *, unsigned char **);
    Atom (*intern)(Display *, const char *, Bool);
    int (*release)(void *);
    XErrorHandler (*on_error)(XErrorHandler);
    int (*grab_keyboard)(Display *, Window, Bool, int, int, Time);
    int (*ungrab_keyboard)(Display *, Time);
    KeyCode (*keycode)(Display *, KeySym);
};

#define FIND(xlib, name, field) WINDOW_FIND(name, &(xlib)->field)

static bool find_all(struct xlib *xlib)
{
    return FIND(xlib, "XGetWindowProperty", get_property) && FIND(xlib, "XInternAtom", intern) &&
           FIND(xlib, "XFree", release) && FIND(xlib, "XSetErrorHandler", on_error) &&
           FIND(xlib, "XGrabKeyboard", grab_keyboard) &&
           FIND(xlib, "XUngrabKeyboard", ungrab_keyboard) &&
           FIND(xlib, "XKeysymToKeycode", keycode);
}

/* Looked for until all are there; NULL: some are not. The last one is there only with all others.
 */
static const struct xlib *find_xlib(void)
{
    static struct xlib xlib;
    return xlib.keycode != NULL || find_all(&xlib) ? &xlib : NULL;
}

int window_pass_over(Display *display, XErrorEvent *event)
{
    (void)display;
    (void)event;
    return 0;
}

/* Returns the one number of a window's property with this name; None where the property is missing
 * or holds anything else. */
static unsigned long number_of(const struct xlib *xlib, Display *display, Window window,
                               const char *name)
{
    Atom type = None;
    int format = 0;
    unsigned long count = 0, rest = 0, number = None;
    unsigned char *value = NULL;
    Atom property = xlib->intern(display, name, False);
    int failed = xlib->get_property(display, window, property, 0, 1, False, AnyPropertyType, &type,
                                    &format, &count, &rest, &value);
    if (failed == 0 && format == 32 && count == 1) {
        memcpy(&number, value, sizeof(number));
    }
    if (value != NULL) {
        xlib->release(value);
    }
    return number;
}

/* A window manager names a window of its own in a property of the root and of that window (EWMH,
 * _NET_SUPPORTING_WM_CHECK). When the manager has ended, the root's property may stay, but the
 * window is gone. */
bool window_has_manager(Display *display)
{
    static const char CHECK[] = "_NET_SUPPORTING_WM_CHECK";
    const struct xlib *xlib = find_xlib();
    if (xlib == NULL) {
        return true; /* without a way to ask, the slower way in works with and without one */
    }
    Window window = number_of(xlib, display, DefaultRootWindow(display), CHECK);
    if (window == None) {
        return false;
    }
    XErrorHandler before = xlib->on_error(window_pass_over);
    bool is_there = number_of(xlib, display, window, CHECK) == window;
    xlib->on_error(before);
    return is_there;
}

bool window_x11(const struct window *window, Display **display, Window *own)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!window->has_x11 || SDL_GetWindowWMInfo(window->sdl, &info) != SDL_TRUE) {
        return false;
    }
    *display = info.info.x11.display;
    *own = info.info.x11.window;
    return true;
}

void window_hold_keyboard(struct window *window)
{
    const struct xlib *xlib = find_xlib();
    Display *display;
    Window own;
    if (!window->windowed && window_x11(window, &display, &own) && xlib != NULL) {
        window->has_keyboard = xlib->grab_keyboard(display, own, True, GrabModeAsync, GrabModeAsync,
                                                   CurrentTime) == GrabSuccess;
    }
}

/* For a program that only looks, with a window that never shows: returns whether the keyboard could
 * be held. A kiosk that runs there holds the keyboard already. */
static bool could_hold_keyboard(const struct xlib *xlib, Display *display)
{
    int got = xlib->grab_keyboard(display, DefaultRootWindow(display), False, GrabModeAsync,
                                  GrabModeAsync, CurrentTime);
    if (got == GrabSuccess) {
        xlib->ungrab_keyboard(display, CurrentTime);
    }
    return got == GrabSuccess || got == AlreadyGrabbed;
}

/* Returns whether this display is shown inside another one. Whoever draws the outer display sees
 * its keys first. */
static bool is_inside_another(void)
{
    const char *outer = getenv("WAYLAND_DISPLAY");
    return outer != NULL && outer[0] != '\0';
}

void window_look_around(struct window *window)
{
    const struct xlib *xlib = find_xlib();
    Display *display;
    Window own;
    /* The kiosk's own session shows nothing else and has no keys. */
    if (process_is_below("cage") || !window_x11(window, &display, &own) || xlib == NULL) {
        return;
    }
    window->has_others = true;
    if (window->has_manager || is_inside_another()) {
        window->desktop |= HEALTH_DESKTOP_CORNERS;
    }
    if (is_inside_another()) {
        window->desktop |= HEALTH_DESKTOP_KEYS;
    }
    /* Xorg tells on which console it runs, and its key table tells whether a key leads to another
     * console. */
    Window root = DefaultRootWindow(display);
    if (number_of(xlib, display, root, "XFree86_VT") != None &&
        xlib->keycode(display, SWITCH_TO_CONSOLE_1) != 0) {
        window->desktop |= HEALTH_DESKTOP_CONSOLES;
    }
    window->has_keyboard = !window->windowed && could_hold_keyboard(xlib, display);
}

uint8_t window_desktop(const struct window *window)
{
    bool hears = window->has_others && !window->has_keyboard;
    return window->desktop | (hears ? HEALTH_DESKTOP_KEYS : 0);
}
