/* SPDX-License-Identifier: MIT */
/* News of the display that SDL has no event for: outputs, and devices that come and go.
 * As in window_desktop.c, these calls are found by name in a library that SDL is linked with. */
#include "platform/display/window_internal.h"

#include <X11/extensions/XInput2.h>

static const char extension[] = "XInputExtension";
enum { NO_TOUCHSCREEN = -1 }; /* a number that the display gives to no touchscreen */

/* SDL looks for touchscreens when it starts, and again after a touch of one that it does not know.
 * That touch is lost. A touchscreen that was unplugged comes back with another number. Asking SDL
 * for a touchscreen that never existed makes SDL look at once. */
static void take_devices(struct window *window, const XEvent *event)
{
    const XGenericEventCookie *about = &event->xcookie;
    if (event->type == GenericEvent && about->extension == window->devices_opcode &&
        about->evtype == XI_HierarchyChanged) {
        (void)SDL_GetNumTouchFingers(NO_TOUCHSCREEN);
        window->keyboard_came = true;
    }
}

static void watch_devices(struct window *window)
{
    Bool (*has)(Display *, const char *, int *, int *, int *) = NULL;
    int (*select)(Display *, Window, XIEventMask *, int) = NULL;
    unsigned char bits[XIMaskLen(XI_LASTEVENT)] = {0};
    XIEventMask mask = {XIAllDevices, sizeof(bits), bits};
    int event, error;
    Display *display;
    Window own;
    if (window_x11(window, &display, &own) && WINDOW_FIND("XQueryExtension", &has) &&
        WINDOW_FIND("XISelectEvents", &select) &&
        has(display, extension, &window->devices_opcode, &event, &error) != False) {
        XISetMask(bits, XI_HierarchyChanged);
        select(display, own, &mask, 1);
    }
}

/* All events of the display come to SDL's queue now. Only those of keys are let through, because
 * they tell what the keys type. */
static int SDLCALL take_news(void *context, SDL_Event *event)
{
    struct window *window = context;
    if (event->type != SDL_SYSWMEVENT) {
        return 1;
    }
    const struct SDL_SysWMmsg *message = event->syswm.msg;
    if (message == NULL || message->subsystem != SDL_SYSWM_X11) {
        return 0;
    }
    const XEvent *x11 = &message->msg.x11.event;
    window_take_outputs(window, x11);
    take_devices(window, x11);
    return x11->type == KeyPress || x11->type == KeyRelease;
}

void window_watch_display(struct window *window)
{
    SDL_SetEventFilter(take_news, window);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
    window_watch_outputs(window);
    watch_devices(window);
}
