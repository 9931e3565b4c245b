/* SPDX-License-Identifier: MIT */
/* Sets what a real keyboard types. The display makes its key table from the names of layouts, as it
 * does for setxkbmap: no program is started here and no file is read.
 * As in window_desktop.c, the two calls are found by name in the library that SDL is linked with.
 */
#include "platform/display/window_internal.h"

#include "core/catalog.h"

#include <X11/XKBlib.h>
#include <X11/extensions/XKBgeom.h>
#include <string.h>

typedef XkbDescPtr get_keyboard(Display *, unsigned, XkbComponentNamesPtr, unsigned, unsigned,
                                Bool);
typedef void free_keyboard(XkbDescPtr, unsigned, Bool);

enum { SYMBOLS_BYTES = 80 };

/* Has the display make its key table. Keys that would lead to another console, or end the display,
 * mean nothing in this table either. */
static void make_table(Display *display, const char *layout)
{
    char symbols[SYMBOLS_BYTES], keycodes[] = "evdev+aliases(qwerty)", whole[] = "complete";
    const struct text_arg arg = {"layout", layout};
    text_format(symbols, sizeof(symbols), "pc+{layout}+inet(evdev)+srvr_ctrl(no_srvr_keys)", &arg,
                1);
    XkbComponentNamesRec names = {
        .keycodes = keycodes, .types = whole, .compat = whole, .symbols = symbols};
    const unsigned parts = XkbGBN_AllComponentsMask,
                   needed = parts & ~(unsigned)XkbGBN_GeometryMask;
    get_keyboard *get = NULL;
    free_keyboard *release = NULL;
    if (!WINDOW_FIND("XkbGetKeyboardByName", &get) || !WINDOW_FIND("XkbFreeKeyboard", &release)) {
        return;
    }
    XkbDescPtr table = get(display, XkbUseCoreKbd, &names, parts, needed, True);
    if (table != NULL) {
        release(table, XkbAllComponentsMask, True);
    }
}

/* Where a window manager runs, its settings decide about the keyboard. */
void window_keyboard(struct window *window, const char *layout)
{
    Display *display;
    Window own;
    bool is_same = strcmp(window->layout, layout) == 0 && !window->keyboard_came;
    window->keyboard_came = false;
    if (layout[0] == '\0' || is_same || window->windowed || window->has_manager ||
        strlen(layout) >= sizeof(window->layout) || !window_x11(window, &display, &own)) {
        return;
    }
    memcpy(window->layout, layout, strlen(layout) + 1);
    make_table(display, layout); /* no change for an unknown name */
}
