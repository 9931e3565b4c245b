/* SPDX-License-Identifier: MIT */
/* The outputs of an X display: which one is ours, where its picture lies, and which size it says it
 * has. Outputs may come, go, turn and change their mode at any time; RandR tells of that.
 * As in window_desktop.c, these calls are found by name in a library that SDL is linked with. */
#include "platform/display/window_internal.h"

#include <X11/extensions/Xrandr.h>

struct randr {
    Bool (*has)(Display *, int *, int *);
    void (*select)(Display *, Window, int);
    XRRScreenResources *(*resources)(Display *, Window);
    void (*free_resources)(XRRScreenResources *);
    XRROutputInfo *(*output)(Display *, XRRScreenResources *, RROutput);
    void (*free_output)(XRROutputInfo *);
    XRRCrtcInfo *(*crtc)(Display *, XRRScreenResources *, RRCrtc);
    void (*free_crtc)(XRRCrtcInfo *);
    RROutput (*primary)(Display *, Window);
    int (*property)(Display *, RROutput, Atom, long, long, Bool, Bool, Atom, Atom *, int *,
                    unsigned long *, unsigned long *, unsigned char **);
    int (*update)(XEvent *);
    Atom (*intern)(Display *, const char *, Bool);
    int (*release)(void *);
};

#define FIND(randr, name, field) WINDOW_FIND(name, &(randr)->field)

static bool find_all(struct randr *randr)
{
    return FIND(randr, "XRRQueryExtension", has) && FIND(randr, "XRRSelectInput", select) &&
           FIND(randr, "XRRGetScreenResourcesCurrent", resources) &&
           FIND(randr, "XRRFreeScreenResources", free_resources) &&
           FIND(randr, "XRRGetOutputInfo", output) &&
           FIND(randr, "XRRFreeOutputInfo", free_output) && FIND(randr, "XRRGetCrtcInfo", crtc) &&
           FIND(randr, "XRRFreeCrtcInfo", free_crtc) &&
           FIND(randr, "XRRGetOutputPrimary", primary) &&
           FIND(randr, "XRRGetOutputProperty", property) &&
           FIND(randr, "XRRUpdateConfiguration", update) && FIND(randr, "XInternAtom", intern) &&
           FIND(randr, "XFree", release);
}

/* Looked for until all are there; NULL: some are not. The last one is there only with all others.
 */
static const struct randr *find_randr(void)
{
    static struct randr randr;
    return randr.release != NULL || find_all(&randr) ? &randr : NULL;
}

/* The monitor at this output was asked what it is. */
static bool has_edid(const struct randr *randr, Display *display, RROutput output)
{
    Atom type = None, edid = randr->intern(display, "EDID", True);
    int format = 0;
    unsigned long count = 0, rest = 0;
    unsigned char *value = NULL;
    if (edid == None) {
        return false;
    }
    int failed = randr->property(display, output, edid, 0, 1, False, False, AnyPropertyType, &type,
                                 &format, &count, &rest, &value);
    if (value != NULL) {
        randr->release(value);
    }
    return failed == Success && type != None && count > 0;
}

/* Reads an output. Returns false when it shows no picture. */
static bool read_output(const struct randr *randr, Display *display, XRRScreenResources *all,
                        RROutput id, struct output *out)
{
    XRROutputInfo *info = randr->output(display, all, id);
    if (info == NULL) {
        return false;
    }
    XRRCrtcInfo *crtc = info->crtc != None ? randr->crtc(display, all, info->crtc) : NULL;
    bool shows = crtc != NULL && crtc->width > 0 && crtc->height > 0;
    if (shows) {
        *out =
            (struct output){.x = crtc->x,
                            .y = crtc->y,
                            .display = {.width = (int32_t)crtc->width,
                                        .height = (int32_t)crtc->height,
                                        .width_mm = (uint32_t)info->mm_width,
                                        .height_mm = (uint32_t)info->mm_height,
                                        .has_edid = has_edid(randr, display, id)},
                            /* An output that somebody gave a mode by hand counts as plugged in. */
                            .unplugged = info->connection == RR_Disconnected && info->nmode == 0};
    }
    if (crtc != NULL) {
        randr->free_crtc(crtc);
    }
    randr->free_output(info);
    return shows;
}

static void read_outputs(const struct randr *randr, Display *display, struct outputs *out)
{
    Window root = DefaultRootWindow(display);
    XRRScreenResources *all = randr->resources(display, root);
    out->count = 0;
    if (all == NULL) {
        return;
    }
    RROutput primary = randr->primary(display, root);
    for (int i = 0; i < all->noutput && out->count < OUTPUT_MAX; i++) {
        struct output *output = &out->output[out->count];
        if (read_output(randr, display, all, all->outputs[i], output)) {
            output->primary = all->outputs[i] == primary;
            out->count++;
        }
    }
    randr->free_resources(all);
}

static bool has_randr(const struct randr *randr, Display *display, int *base)
{
    int errors;
    return randr->has(display, base, &errors) != False;
}

void window_take_outputs(struct window *window, const XEvent *event)
{
    const struct randr *randr = find_randr();
    XEvent notice = *event;
    bool is_notice =
        window->randr_base > 0 && (event->type == window->randr_base + RRScreenChangeNotify ||
                                   event->type == window->randr_base + RRNotify);
    if (is_notice && randr != NULL) {
        (void)randr->update(&notice); /* or the library goes on with the sizes of before */
        window->outputs_changed = true;
    }
}

void window_watch_outputs(struct window *window)
{
    const struct randr *randr = find_randr();
    Display *display;
    Window own;
    if (randr == NULL || !window_x11(window, &display, &own) ||
        !has_randr(randr, display, &window->randr_base)) {
        return;
    }
    /* SDL has asked for some of the news; a server leaves that as it is until it is taken back. */
    randr->select(display, DefaultRootWindow(display), 0);
    randr->select(display, DefaultRootWindow(display),
                  RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask);
}

bool window_has_other_output(const struct window *window)
{
    return window->has_other_output;
}

/* Where it stands already, SDL would ask the display five times to find that out. */
static void stand_at(struct window *window, const struct output *output)
{
    int x, y, width, height;
    SDL_GetWindowPosition(window->sdl, &x, &y);
    SDL_GetWindowSize(window->sdl, &width, &height);
    if (x != output->x || y != output->y) {
        SDL_SetWindowPosition(window->sdl, output->x, output->y);
    }
    if (width != output->display.width || height != output->display.height) {
        SDL_SetWindowSize(window->sdl, output->display.width, output->display.height);
    }
}

void window_follow_output(struct window *window)
{
    const struct randr *randr = find_randr();
    struct outputs *outputs = &window->outputs;
    Display *display;
    Window own;
    window->outputs_changed = false;
    outputs->count = 0;
    if (randr != NULL && window->randr_base > 0 && window_x11(window, &display, &own)) {
        read_outputs(randr, display, outputs);
    }
    if (outputs->count == 0) {
        return; /* none shows anything: nobody sees where the window stands */
    }
    const struct output *ours = outputs_ours(outputs);
    window->has_other_output = outputs_elsewhere(outputs, ours);
    window->resized = true; /* the scale may be another one at the same size */
    if (window->windowed || window->has_manager) {
        return; /* the window stays where a person or the window manager has put it */
    }
    stand_at(window, ours);
    window->cover_is_old = true;
}
