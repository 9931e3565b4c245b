/* SPDX-License-Identifier: MIT */
/* Between window.c (the display), window_output.c and window_cover.c (its outputs),
 * window_news.c (news that SDL has no event for) and window_input.c (events). */
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
    bool has_others;   /* programs that may show something, or have keys of their own */
    uint8_t desktop;   /* what they can do whoever has the keyboard */
    bool has_keyboard; /* all keys come here, also those that others asked for */
    bool closed;
    bool exposed;    /* the display lost the picture */
    bool new_canvas; /* SDL made other pixels for the window */
    bool resized;
    int fd;
    int32_t width, height;
    uint32_t px_per_m;
    enum fit_source fit_source;
    /* Input. */
    bool mouse_down;            /* its left button */
    int32_t parked_x, parked_y; /* where the pointer was put; -1: it has moved since */
    bool pointer_shown;
    uint32_t text;       /* what the key types that SDL tells of next; 0: nothing */
    unsigned text_key;   /* which it is to the display */
    uint32_t command_ms; /* a key that makes commands of others last went down */
    unsigned unnamed;    /* the last one that SDL did not tell of, while it is down; 0: none */
    /* What each key was when it went down: with a shift released first it would come up as
     * another one, and the first would stay held for ever. */
    uint8_t held[SDL_NUM_SCANCODES]; /* enum key */
};

/* Fills a pointer to a function of the libraries that SDL has loaded for X; NULL, and false, where
 * none has that name. We link none of them: another way to a display has none. size: of the
 * pointer. */
bool window_find(const char *name, void *function, size_t size);
#define WINDOW_FIND(name, function) window_find(name, function, sizeof(*(function)))

/* For XSetErrorHandler: an error of the display is no reason to end. The call that met it says so.
 */
int window_pass_over(Display *display, XErrorEvent *event);

/* A window manager runs. */
bool window_has_manager(Display *display);
/* Its display and window; false where it is no X display. */
bool window_x11(const struct window *window, Display **display, Window *own);
/* From now on the display's news are looked at as they come. */
void window_watch_display(struct window *window);
/* Asks for news of outputs; takes one, and window->outputs_changed tells. */
void window_watch_outputs(struct window *window);
void window_take_outputs(struct window *window, const XEvent *event);
/* The outputs changed: looks at them, and covers ours again, wherever it is. */
void window_follow_output(struct window *window);
/* Before anything shows: what else has a say, and whether the keyboard could be had. */
void window_look_around(struct window *window);
/* Takes the keyboard, once the window shows and not as one window among others. */
void window_hold_keyboard(struct window *window);

/* Reads size and scale anew. */
void window_measure(struct window *window);
void window_show_pointer(struct window *window, bool show);

#endif
