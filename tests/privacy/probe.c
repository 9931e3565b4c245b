/* SPDX-License-Identifier: MIT */
/* What any other program on the display can see or offer without being asked. A helper of
 * traces.sh: probe dump: every window's properties, every selection that has an owner, every word
 * (atom) that the server was given; a time stands as "a time", and ids of windows are left out.
 *   probe announce NAME VALUE: a property of the root window, where accessibility looks for its
 * bus. probe own NAME: owns that selection until it ends. probe method NAME: offers an input method
 * of that name; a line for each program that asks. probe ask-method: asks for the input method of
 * XMODIFIERS, as a program with text input does. probe bus PATH: listens there as a message bus
 * would; a line for each program that comes. probe ask-bus PATH: comes there. */
#define _GNU_SOURCE
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { PROPERTY_LONGS = 4096, ATOM_MAX = 4096, DONE = 0, CANNOT = 3 };

static int ignore(Display *display, XErrorEvent *event)
{
    (void)display, (void)event;
    return 0;
}

static const char *name_of(Display *display, Atom atom)
{
    static char name[256];
    char *text = atom == None ? NULL : XGetAtomName(display, atom);
    snprintf(name, sizeof(name), "%s", text != NULL ? text : "?");
    if (text != NULL) {
        XFree(text);
    }
    return name;
}

static void dump_property(Display *display, Window window, Atom property)
{
    Atom type = None;
    int format = 0;
    unsigned long count = 0, rest = 0;
    unsigned char *value = NULL;
    if (strstr(name_of(display, property), "USER_TIME") != NULL) {
        return;
    }
    printf("  %s", name_of(display, property));
    if (XGetWindowProperty(display, window, property, 0, PROPERTY_LONGS, False, AnyPropertyType,
                           &type, &format, &count, &rest, &value) != 0) {
        printf(" cannot be read\n");
        return;
    }
    printf(" %s", name_of(display, type));
    for (unsigned long i = 0; i < count; i++) {
        if (format == 8) {
            printf(value[i] >= ' ' && value[i] < 127 ? " %c" : " %02x", value[i]);
        } else if (type == XA_WINDOW) {
            printf(" a window");
        } else if (type == XA_ATOM) {
            printf(" %s", name_of(display, ((Atom *)value)[i]));
        } else {
            printf(" %lx",
                   format == 16 ? ((unsigned short *)value)[i] : ((unsigned long *)value)[i]);
        }
    }
    printf("\n");
    XFree(value);
}

static void dump_window(Display *display, Window window, int depth)
{
    int count = 0;
    Atom *property = XListProperties(display, window, &count);
    printf("window at depth %d\n", depth);
    for (int i = 0; i < count; i++) {
        dump_property(display, window, property[i]);
    }
    XFree(property);
    Window root = None, parent = None, *child = NULL;
    unsigned children = 0;
    if (XQueryTree(display, window, &root, &parent, &child, &children) != 0) {
        for (unsigned i = 0; i < children; i++) {
            dump_window(display, child[i], depth + 1);
        }
        XFree(child);
    }
}

static int dump(Display *display)
{
    dump_window(display, DefaultRootWindow(display), 0);
    for (Atom atom = 1; atom < ATOM_MAX; atom++) {
        char *text = XGetAtomName(display, atom);
        if (text == NULL) {
            printf("%lu words\n", atom - 1);
            return DONE;
        }
        printf("word %s\n", text);
        if (XGetSelectionOwner(display, atom) != None) {
            printf("selection %s has an owner\n", text);
        }
        XFree(text);
    }
    return CANNOT;
}

static Window own(Display *display, const char *name)
{
    Window window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
    XSetSelectionOwner(display, XInternAtom(display, name, False), window, CurrentTime);
    XSync(display, False);
    printf("owned\n");
    fflush(stdout);
    return window;
}

/* As the X Input Method protocol has it: the server's name stands on the root window. */
static void offer_method(Display *display, const char *name)
{
    char server[128];
    snprintf(server, sizeof(server), "@server=%s", name);
    (void)XInternAtom(display, "LOCALES", False); /* or nobody thinks that it answers */
    (void)XInternAtom(display, "TRANSPORT", False);
    (void)own(display, server);
    Atom atom = XInternAtom(display, server, False);
    XChangeProperty(display, DefaultRootWindow(display), XInternAtom(display, "XIM_SERVERS", False),
                    XA_ATOM, 32, PropModeReplace, (unsigned char *)&atom, 1);
    XFlush(display);
    for (;;) {
        XEvent event;
        XNextEvent(display, &event);
        if (event.type != SelectionRequest) {
            continue;
        }
        printf("asked\n");
        fflush(stdout);
        XSelectionEvent none = {.type = SelectionNotify,
                                .requestor = event.xselectionrequest.requestor,
                                .selection = event.xselectionrequest.selection,
                                .target = event.xselectionrequest.target,
                                .property = None,
                                .time = event.xselectionrequest.time};
        XSendEvent(display, none.requestor, False, 0, (XEvent *)&none);
        XFlush(display);
    }
}

static int ask_method(Display *display)
{
    if (setlocale(LC_ALL, "") == NULL || XSetLocaleModifiers("") == NULL) {
        return CANNOT;
    }
    XIM method = XOpenIM(display, NULL, NULL, NULL);
    if (method != NULL) {
        XCloseIM(method);
    }
    return DONE;
}

static int bus(const char *path, bool asks)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int end = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
    if (asks) {
        return connect(end, (struct sockaddr *)&address, sizeof(address)) == 0 ? DONE : CANNOT;
    }
    if (bind(end, (struct sockaddr *)&address, sizeof(address)) != 0 || listen(end, 8) != 0) {
        return CANNOT;
    }
    printf("owned\n");
    fflush(stdout);
    for (int came = 0; (came = accept(end, NULL, NULL)) >= 0; close(came)) {
        printf("asked\n");
        fflush(stdout);
    }
    return CANNOT;
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    if (argc > 2 && (strcmp(what, "bus") == 0 || strcmp(what, "ask-bus") == 0)) {
        return bus(argv[2], what[0] == 'a');
    }
    Display *display = XOpenDisplay(NULL);
    if (display == NULL) {
        return CANNOT;
    }
    XSetErrorHandler(ignore);
    if (strcmp(what, "dump") == 0) {
        return dump(display);
    }
    if (strcmp(what, "ask-method") == 0) {
        return ask_method(display);
    }
    if (argc > 3 && strcmp(what, "announce") == 0) {
        XChangeProperty(display, DefaultRootWindow(display), XInternAtom(display, argv[2], False),
                        XA_STRING, 8, PropModeReplace, (unsigned char *)argv[3],
                        (int)strlen(argv[3]));
        XCloseDisplay(display);
        return DONE;
    }
    if (argc > 2 && strcmp(what, "method") == 0) {
        offer_method(display, argv[2]);
    }
    if (argc > 2 && strcmp(what, "own") == 0) {
        (void)own(display, argv[2]);
        return pause();
    }
    return CANNOT;
}
