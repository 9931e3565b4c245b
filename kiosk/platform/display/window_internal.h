/* SPDX-License-Identifier: MIT */
/* Shared by window.c (the display), window_output.c and window_cover.c (its outputs), window_news.c
 * (news that SDL has no event for) and window_input.c (events). */
#ifndef PLATFORM_WINDOW_INTERNAL_H
#define PLATFORM_WINDOW_INTERNAL_H

#include "core/machine.h"
#include "platform/display/outputs.h"
#include "platform/display/window.h"

#include <SDL.h>
#include <SDL_syswm.h>

struct window {
    SDL_Window *sdl;
    bool windowed;
    bool has_x11;
    bool has_manager;   /* a window manager runs */
    int randr_base;     /* of its events; 0: there are none */
    int devices_opcode; /* of news of input devices; 0: there are none */
    bool keyboard_came; /* perhaps: a device did, with the display's own table of keys */
    char layout[MACHINE_WORD_BYTES]; /* what the keyboard was last set to; "": nothing */
    struct outputs outputs;          /* as they were when somebody last looked; none: not known */
    bool outputs_changed;            /* and nobody has looked yet */
    bool has_other_output;           /* beside the one that the window covers */
    bool cover_is_old;               /* the outputs changed since the others were covered */
    XID cover;                       /* the window that does so; 0: none is needed */
    bool shown;
    bool awake;        /* the display is kept from going blank */
    bool has_others;   /* other programs may show something, or have keys of their own */
    uint8_t desktop;   /* what those programs can do whoever has the keyboard (HEALTH_DESKTOP_) */
    bool has_keyboard; /* all keys come here, also those that other programs asked for */
    bool closed;
    bool exposed;    /* the display lost the picture */
    bool new_canvas; /* SDL made other pixels for the window */
    bool resized;
    int fd;
    int32_t width, height;
    uint32_t px_per_m;
    enum fit_source fit_source;
    /* Input. */
    bool mouse_down;            /* the left button of the mouse is down */
    int32_t parked_x, parked_y; /* where the pointer rested; -1: it has moved since */
    bool pointer_shown;
    uint32_t text;       /* what the next key that SDL tells of types; 0: nothing */
    unsigned text_key;   /* the display's number of that key */
    uint32_t command_ms; /* when Control, Alt or the like last went down */
    unsigned unnamed;    /* the last key that SDL did not tell of, while it is down; 0: none */
    /* What each key was when it went down. A key that is pressed with shift and comes up without it
     * would come up as another key, and the first key would stay down for ever. */
    uint8_t held[SDL_NUM_SCANCODES]; /* enum key */
};

/* Finds a function of the libraries that SDL has loaded for X, and sets the pointer to it. Returns
 * false, and sets NULL, where no function has that name. We link none of these libraries, because
 * another kind of display has none. size: of the pointer. */
bool window_find(const char *name, void *function, size_t size);
#define WINDOW_FIND(name, function) window_find(name, function, sizeof(*(function)))

/* For XSetErrorHandler: an error of the display does not end the process. The call that caused the
 * error tells of it. */
int window_pass_over(Display *display, XErrorEvent *event);

/* Returns whether a window manager runs. */
bool window_has_manager(Display *display);
/* Gives the X display and the window. Returns false on a display that is not X. */
bool window_x11(const struct window *window, Display **display, Window *own);
/* Asks for news of outputs and input devices, and from now on takes such news as they come. */
void window_watch_display(struct window *window);
/* window_watch_outputs asks the display for news of its outputs. window_take_output takes one such
 * event and sets window->outputs_changed. */
void window_watch_outputs(struct window *window);
void window_take_outputs(struct window *window, const XEvent *event);
/* The outputs changed: looks at them, and covers ours again, wherever it is. */
void window_follow_output(struct window *window);
/* To be called before anything shows: looks which other programs can act, and whether the keyboard
 * could be had. */
void window_look_around(struct window *window);
/* Takes the keyboard for the window. Only where the window covers the display, and once it shows.
 */
void window_hold_keyboard(struct window *window);

/* Reads the size and the scale again. */
void window_measure(struct window *window);
void window_show_pointer(struct window *window, bool show);

#endif
