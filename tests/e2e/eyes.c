/* SPDX-License-Identifier: MIT */
/* eyes SECONDS [X Y RRGGBB]...: waits until most of these places of the display have these colours.
 * Status 1 when they have not within that time, and what was there instead.
 * eyes strip X Y: a run of pixels near there that nothing else looks like, three bytes each, as
 * they lie in memory. eyes focus WINDOW: takes the keyboard's focus away and gives it to that
 * window. eyes saver: status 0 when the display has gone blank by itself. eyes any RRGGBB: status 0
 * when a pixel of the display has that colour, and where. eyes cut WINDOW: the display lets go of
 * the program whose window that is. eyes shades MS X Y: looks at points of the whole display as
 * often as it can for so long, and prints how many had a third colour on the way from one to
 * another; those about X Y, where a button is pressed, are left out. A helper of the scripts that
 * source tests/e2e/display. */
#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SHADE_STEP = 16, SHADE_MAX = 1 << 14, PRESSED_W = 360, PRESSED_H = 100 };
enum { LOOK_MS = 20, STRIP = 48, STRIP_CHANGES_MIN = 16, REACH_X = 320, REACH_Y = 24 };

static unsigned long colour_at(Display *display, int x, int y)
{
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, 1, 1, AllPlanes, ZPixmap);
    if (image == NULL) {
        return 0;
    }
    unsigned long colour = XGetPixel(image, 0, 0) & 0xFFFFFF;
    XDestroyImage(image);
    return colour;
}

/* Three of four are enough: a date or the room on a drive are other ones than the story's. */
static bool see(Display *display, int count, char **places, bool tells)
{
    int right = 0, all = 0;
    for (int i = 0; i + 2 < count; i += 3, all++) {
        int x = atoi(places[i]), y = atoi(places[i + 1]);
        unsigned long colour = colour_at(display, x, y);
        bool is_right = colour == strtoul(places[i + 2], NULL, 16);
        right += is_right;
        if (tells && !is_right) {
            printf("at %d %d is %06lx, not %s; ", x, y, colour, places[i + 2]);
        }
    }
    return 4 * right >= 3 * all;
}

/* Changes along a line: letters have many, paper none. */
static int changes(XImage *image, int x, int y)
{
    int count = 0;
    for (int i = 1; i < STRIP; i++) {
        count += XGetPixel(image, x + i, y) != XGetPixel(image, x + i - 1, y);
    }
    return count;
}

/* Of all runs about that place the one with the most in it: the words of an answer stand at one
 * side of it, and it is pressed in the middle. */
static int tell_strip(Display *display, int x, int y)
{
    const int left = x > REACH_X ? x - REACH_X : 0, top = y > REACH_Y ? y - REACH_Y : 0;
    const int wide = DisplayWidth(display, DefaultScreen(display)) - left;
    const int width = wide < 2 * REACH_X ? wide : 2 * REACH_X;
    XImage *image = XGetImage(display, DefaultRootWindow(display), left, top, (unsigned)width,
                              2 * REACH_Y, AllPlanes, ZPixmap);
    int best_x = 0, best_y = 0, best = 0;
    for (int row = 0; image != NULL && row < 2 * REACH_Y; row++) {
        for (int column = 0; column + STRIP <= width; column++) {
            int count = changes(image, column, row);
            if (count > best) {
                best = count, best_x = column, best_y = row;
            }
        }
    }
    if (best < STRIP_CHANGES_MIN) {
        return 1;
    }
    for (int i = 0; i < STRIP; i++) {
        unsigned long colour = XGetPixel(image, best_x + i, best_y);
        printf("%02lx%02lx%02lx", colour & 0xFF, colour >> 8 & 0xFF, colour >> 16 & 0xFF);
    }
    printf("\n");
    return 0;
}

/* The library is there wherever SDL is; its header is not. */
static int has_gone_blank(Display *display)
{
    struct {
        Window window;
        int state, kind;
        unsigned long next, idle, events;
    } *about;
    void *library = dlopen("libXss.so.1", RTLD_NOW);
    if (library == NULL) {
        return 0;
    }
    void *(*allocate)(void) = (void *(*)(void))dlsym(library, "XScreenSaverAllocInfo");
    int (*query)(Display *, Drawable, void *) =
        (int (*)(Display *, Drawable, void *))dlsym(library, "XScreenSaverQueryInfo");
    about = allocate();
    query(display, DefaultRootWindow(display), about);
    return about->state == 1;
}

static int tell_any(Display *display, unsigned long wanted)
{
    XWindowAttributes all;
    XGetWindowAttributes(display, DefaultRootWindow(display), &all);
    XImage *image = XGetImage(display, DefaultRootWindow(display), 0, 0, (unsigned)all.width,
                              (unsigned)all.height, AllPlanes, ZPixmap);
    for (int y = 0; image != NULL && y < all.height; y++) {
        for (int x = 0; x < all.width; x++) {
            if ((XGetPixel(image, x, y) & 0xFFFFFF) == wanted) {
                printf("%d %d\n", x, y);
                return 0;
            }
        }
    }
    return 1;
}

static long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Of each point the colour it had at first, another one, and whether there was a third. */
static int tell_shades(Display *display, long ms, int x, int y)
{
    static struct point {
        unsigned long first, other;
        bool looked, third;
    } points[SHADE_MAX];
    XWindowAttributes all;
    XGetWindowAttributes(display, DefaultRootWindow(display), &all);
    const long end = now_ms() + ms;
    int third = 0, looks = 0;
    for (; now_ms() < end; looks++) {
        XImage *image = XGetImage(display, DefaultRootWindow(display), 0, 0, (unsigned)all.width,
                                  (unsigned)all.height, AllPlanes, ZPixmap);
        struct point *point = points;
        for (int row = 0; row < all.height; row += SHADE_STEP) {
            for (int column = 0; column < all.width; column += SHADE_STEP, point++) {
                const unsigned long colour = XGetPixel(image, column, row);
                if (abs(column - x) < PRESSED_W / 2 && abs(row - y) < PRESSED_H / 2) {
                    continue;
                }
                if (!point->looked) {
                    *point = (struct point){colour, colour, true, false};
                } else if (point->other == point->first) {
                    point->other = colour;
                } else if (colour != point->first && colour != point->other && !point->third) {
                    point->third = true;
                    third++;
                }
            }
        }
        XDestroyImage(image);
    }
    printf("%d of %d looks\n", third, looks);
    return 0;
}

int main(int argc, char **argv)
{
    Display *display = XOpenDisplay(NULL);
    if (display == NULL || argc < 2) {
        return 3;
    }
    if (argc == 4 && strcmp(argv[1], "strip") == 0) {
        return tell_strip(display, atoi(argv[2]), atoi(argv[3]));
    }
    if (argc == 3 && strcmp(argv[1], "focus") == 0) {
        XSetInputFocus(display, PointerRoot, RevertToNone, CurrentTime);
        XSync(display, False);
        XSetInputFocus(display, (Window)strtoul(argv[2], NULL, 0), RevertToNone, CurrentTime);
        XSync(display, False);
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "saver") == 0) {
        return !has_gone_blank(display);
    }
    if (argc == 3 && strcmp(argv[1], "cut") == 0) {
        XKillClient(display, strtoul(argv[2], NULL, 0));
        XSync(display, False);
        return 0;
    }
    if (argc == 3 && strcmp(argv[1], "any") == 0) {
        return tell_any(display, strtoul(argv[2], NULL, 16));
    }
    if (argc == 5 && strcmp(argv[1], "shades") == 0) {
        return tell_shades(display, atol(argv[2]), atoi(argv[3]), atoi(argv[4]));
    }
    const struct timespec pause = {.tv_nsec = LOOK_MS * 1000000L};
    for (long left_ms = atol(argv[1]) * 1000; left_ms > 0; left_ms -= LOOK_MS) {
        if (see(display, argc - 2, argv + 2, false)) {
            return 0;
        }
        (void)nanosleep(&pause, NULL);
    }
    return see(display, argc - 2, argv + 2, true) ? 0 : 1;
}
