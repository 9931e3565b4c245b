/* SPDX-License-Identifier: MIT */
/* Taps through a program as a finger would, by the server's own test input, and prints one line:
 * the median and the 95th hundredth of the ms from a touch to the first change on the screen, and
 * the ms of processor time that the program and the display server spent on the whole walk.
 *
 *   walk PID-OF-SERVER TAPS COMMAND [ARGUMENT...]
 *
 * TAPS is a file of lines "click X Y", as kiosk-test replay --hands prints them. */
#include "tree.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    TAP_MAX = 64,
    PRESS_MS = 60,
    CHANGE_MS_MAX = 5000,
    STILL_MS = 1200, /* after a tap: a new screen has crossed over and takes presses */
};

struct point {
    int x, y;
};

static uint32_t read_taps(const char *path, struct point taps[TAP_MAX])
{
    FILE *file = fopen(path, "r");
    char line[128];
    uint32_t count = 0;
    while (file && count < TAP_MAX && fgets(line, sizeof(line), file)) {
        count += sscanf(line, "click %d %d", &taps[count].x, &taps[count].y) == 2;
    }
    if (file) {
        fclose(file);
    }
    return count;
}

static void forget_damage(Display *display, Damage damage)
{
    XDamageSubtract(display, damage, None, None);
    XSync(display, True);
}

/* Milliseconds until anything on the screen changes. */
static double change_ms(Display *display, int event_base, int64_t since_ns)
{
    struct pollfd wait = {.fd = ConnectionNumber(display), .events = POLLIN};
    for (;;) {
        while (XPending(display)) {
            XEvent event;
            XNextEvent(display, &event);
            if (event.type == event_base + XDamageNotify) {
                return (double)(bench_now_ns() - since_ns) / 1e6;
            }
        }
        if (poll(&wait, 1, CHANGE_MS_MAX) <= 0) {
            fprintf(stderr, "walk: nothing showed after a tap\n");
            exit(3);
        }
    }
}

static double tap(Display *display, Damage damage, int event_base, struct point at)
{
    XTestFakeMotionEvent(display, -1, at.x, at.y, 0);
    forget_damage(display, damage);
    int64_t since_ns = bench_now_ns();
    XTestFakeButtonEvent(display, 1, True, 0);
    XFlush(display);
    double ms = change_ms(display, event_base, since_ns);
    bench_sleep_ms(PRESS_MS);
    XTestFakeButtonEvent(display, 1, False, 0);
    XFlush(display);
    bench_sleep_ms(STILL_MS);
    return ms;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    static struct point taps[TAP_MAX];
    double ms[TAP_MAX];
    int event_base, error_base;
    Display *display = XOpenDisplay(NULL);
    uint32_t count = argc > 3 ? read_taps(argv[2], taps) : 0;
    if (!display || count == 0 || !XDamageQueryExtension(display, &event_base, &error_base)) {
        fprintf(stderr, "usage: walk PID-OF-SERVER TAPS COMMAND [ARGUMENT...]\n");
        return 2;
    }
    int64_t first_ns;
    pid_t pid = tree_start(argv + 3, &first_ns);
    bench_sleep_ms(STILL_MS);
    Damage damage = XDamageCreate(display, DefaultRootWindow(display), XDamageReportNonEmpty);
    struct tree program, server;
    tree_find(pid, &program);
    tree_find((pid_t)atoi(argv[1]), &server);
    int64_t before_ns = tree_cpu_ns(&program) + tree_cpu_ns(&server);
    for (uint32_t i = 0; i < count; i++) {
        ms[i] = tap(display, damage, event_base, taps[i]);
    }
    double cpu_ms = (double)(tree_cpu_ns(&program) + tree_cpu_ns(&server) - before_ns) / 1e6;
    qsort(ms, count, sizeof(ms[0]), by_size);
    printf("%.2f %.2f %.1f\n", ms[count / 2], ms[count * 95 / 100], cpu_ms);
    tree_stop(pid);
    XCloseDisplay(display);
    return 0;
}
