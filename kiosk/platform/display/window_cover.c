/* SPDX-License-Identifier: MIT */
/* The window behind ours, as large as all outputs together. Its background is a picture that the
 * display holds, so nothing has to be drawn when a part of this window is uncovered.
 * As in window_desktop.c, these calls are found by name in a library that SDL is linked with. */
#include "platform/display/window_internal.h"

#include <sys/mman.h>

struct xlib {
    Window (*create)(Display *, Window, int, int, unsigned, unsigned, unsigned, int, unsigned,
                     Visual *, unsigned long, XSetWindowAttributes *);
    int (*destroy)(Display *, Window);
    int (*map)(Display *, Window);
    int (*configure)(Display *, Window, unsigned, XWindowChanges *);
    int (*background)(Display *, Window, Pixmap);
    Pixmap (*pixmap)(Display *, Drawable, unsigned, unsigned, unsigned);
    int (*free_pixmap)(Display *, Pixmap);
    GC (*gc)(Display *, Drawable, unsigned long, XGCValues *);
    int (*free_gc)(Display *, GC);
    int (*fill)(Display *, Drawable, GC, int, int, unsigned, unsigned);
    Status (*init_image)(XImage *);
    int (*put)(Display *, Drawable, GC, XImage *, int, int, int, int, unsigned, unsigned);
    int (*sync)(Display *, Bool);
    XErrorHandler (*on_error)(XErrorHandler);
};

#define FIND(xlib, name, field) WINDOW_FIND(name, &(xlib)->field)

static bool find_xlib(struct xlib *xlib)
{
    return FIND(xlib, "XCreateWindow", create) && FIND(xlib, "XDestroyWindow", destroy) &&
           FIND(xlib, "XMapWindow", map) && FIND(xlib, "XConfigureWindow", configure) &&
           FIND(xlib, "XSetWindowBackgroundPixmap", background) &&
           FIND(xlib, "XCreatePixmap", pixmap) && FIND(xlib, "XFreePixmap", free_pixmap) &&
           FIND(xlib, "XCreateGC", gc) && FIND(xlib, "XFreeGC", free_gc) &&
           FIND(xlib, "XFillRectangle", fill) && FIND(xlib, "XInitImage", init_image) &&
           FIND(xlib, "XPutImage", put) && FIND(xlib, "XSync", sync) &&
           FIND(xlib, "XSetErrorHandler", on_error);
}

struct cover {
    const struct xlib *xlib;
    Display *display;
    Pixmap picture;
    GC gc;
    window_paint_other *paint;
    void *context;
};

/* Sends the picture of an output. Its bytes are in memory only while they are sent. */
static void put_picture(const struct cover *cover, const struct output *output)
{
    const size_t width = (size_t)output->display.width, height = (size_t)output->display.height;
    void *memory = mmap(NULL, width * height * sizeof(uint32_t), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return;
    }
    struct canvas canvas = {memory, (int32_t)width, (int32_t)height, (int32_t)width};
    XImage image = {.width = (int)width,
                    .height = (int)height,
                    .format = ZPixmap,
                    .data = memory,
                    .byte_order = SDL_BYTEORDER == SDL_BIG_ENDIAN ? MSBFirst : LSBFirst,
                    .bitmap_bit_order = MSBFirst,
                    .bitmap_unit = 32,
                    .bitmap_pad = 32,
                    .depth = DefaultDepth(cover->display, DefaultScreen(cover->display)),
                    .bits_per_pixel = 32,
                    .red_mask = 0xFF0000,
                    .green_mask = 0xFF00,
                    .blue_mask = 0xFF};
    if (cover->xlib->init_image(&image) != 0) {
        cover->paint(cover->context, &canvas);
        cover->xlib->put(cover->display, cover->picture, cover->gc, &image, 0, 0, output->x,
                         output->y, (unsigned)width, (unsigned)height);
    }
    int failed = munmap(memory, width * height * sizeof(uint32_t));
    (void)failed;
}

static void paint_others(struct cover *cover, Window window, const struct outputs *outputs,
                         const struct output *ours)
{
    const struct xlib *xlib = cover->xlib;
    const struct box all = outputs_all(outputs);
    const unsigned depth = (unsigned)DefaultDepth(cover->display, DefaultScreen(cover->display));
    cover->picture = xlib->pixmap(cover->display, window, (unsigned)all.w, (unsigned)all.h, depth);
    /* The picture begins black, the colour of a new drawing context. */
    cover->gc = xlib->gc(cover->display, cover->picture, 0, NULL);
    xlib->fill(cover->display, cover->picture, cover->gc, 0, 0, (unsigned)all.w, (unsigned)all.h);
    for (uint32_t i = 0; i < outputs->count; i++) {
        if (outputs_beside(ours, &outputs->output[i])) {
            put_picture(cover, &outputs->output[i]);
        }
    }
    xlib->background(cover->display, window, cover->picture);
    xlib->free_gc(cover->display, cover->gc);
    xlib->free_pixmap(cover->display, cover->picture);
}

/* Opens the window below ours and above all others. */
static Window cover_with(struct cover *cover, Window own, const struct outputs *outputs,
                         const struct output *ours)
{
    const struct xlib *xlib = cover->xlib;
    const struct box all = outputs_all(outputs);
    XSetWindowAttributes how = {.background_pixel = 0, .override_redirect = True};
    Window window = xlib->create(cover->display, DefaultRootWindow(cover->display), 0, 0,
                                 (unsigned)all.w, (unsigned)all.h, 0, CopyFromParent, InputOutput,
                                 NULL, CWBackPixel | CWOverrideRedirect, &how);
    paint_others(cover, window, outputs, ours);
    XWindowChanges order = {.sibling = own, .stack_mode = Below};
    xlib->configure(cover->display, window, CWSibling | CWStackMode, &order);
    xlib->map(cover->display, window);
    return window;
}

static bool needs_cover(const struct outputs *outputs, const struct output *ours)
{
    for (uint32_t i = 0; i < outputs->count; i++) {
        if (outputs_beside(ours, &outputs->output[i])) {
            return true;
        }
    }
    return false;
}

void window_cover(struct window *window, window_paint_other *paint, void *context)
{
    struct xlib xlib;
    struct cover cover = {.xlib = &xlib, .paint = paint, .context = context};
    Window own, before = window->cover;
    if (!window->cover_is_old || !window->shown) {
        return;
    }
    window->cover_is_old = false;
    const struct outputs *outputs = &window->outputs;
    if (outputs->count == 0 || !window_x11(window, &cover.display, &own) || !find_xlib(&xlib)) {
        return;
    }
    const struct output *ours = outputs_ours(outputs);
    XErrorHandler usual = xlib.on_error(window_pass_over);
    window->cover = needs_cover(outputs, ours) ? cover_with(&cover, own, outputs, ours) : None;
    if (before != None) {
        xlib.destroy(cover.display, before);
    }
    xlib.sync(cover.display, False);
    xlib.on_error(usual);
}
