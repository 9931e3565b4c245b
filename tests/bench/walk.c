/* SPDX-License-Identifier: MIT */
/* Taps through a program as a finger would, by the server's own test input, and prints one line:
 * the median and the 95th hundredth of the ms from a touch to the first change on the screen, and
 * the ms of processor time that the program and the display server spent on the whole walk.
 * With --still it stays on each screen, and prints of the most restless one: wake-ups a second and
 * ms of processor time a second, of all processes of the program.
 *
 *   walk PID-OF-SERVER TAPS COMMAND [ARGUMENT...]
 *   walk --still TAPS COMMAND [ARGUMENT...]
 *
 * TAPS is a file of lines "click X Y", as kiosk-test replay --hands prints them. */
#include "tree.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    TAP_MAX = 64,
    PRESS_MS = 60,
    CHANGE_MS_MAX = 5000,
    STILL_MS = 1200,  /* nothing has changed for so long: a new screen is there and takes presses */
    STILL_TRIES = 10, /* what never rests is pressed all the same */
    REST_MS = 11000,  /* and by now nothing moves any more, nor does a voice wait for words */
    WATCHED_MS = 5000,
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

/* Milliseconds until anything on the screen changes; -1: nothing did in so many. */
static double change_ms(Display *display, int event_base, int64_t since_ns, int most_ms)
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
        if (poll(&wait, 1, most_ms) <= 0) {
            return -1;
        }
    }
}

/* A busy machine takes its time to show a screen, and a press before that would be lost. */
static void await_still(Display *display, Damage damage, int event_base)
{
    for (int i = 0; i < STILL_TRIES; i++) {
        forget_damage(display, damage);
        if (change_ms(display, event_base, bench_now_ns(), STILL_MS) < 0) {
            return;
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
    double ms = change_ms(display, event_base, since_ns, CHANGE_MS_MAX);
    bench_sleep_ms(PRESS_MS);
    XTestFakeButtonEvent(display, 1, False, 0);
    await_still(display, damage, event_base);
    return ms;
}

/* Raises the two to what this screen wants. */
static void watch(pid_t pid, double *wakeups, double *cpu_ms)
{
    struct tree tree;
    bench_sleep_ms(REST_MS);
    tree_find(pid, &tree);
    int64_t woken = tree_wakeups(&tree), cpu_ns = tree_cpu_ns(&tree);
    bench_sleep_ms(WATCHED_MS);
    woken = tree_wakeups(&tree) - woken;
    cpu_ns = tree_cpu_ns(&tree) - cpu_ns;
    double a_second = 1000.0 / WATCHED_MS;
    *wakeups = (double)woken * a_second > *wakeups ? (double)woken * a_second : *wakeups;
    double ms = (double)cpu_ns / 1e6 * a_second;
    *cpu_ms = ms > *cpu_ms ? ms : *cpu_ms;
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
        fprintf(stderr, "usage: walk PID-OF-SERVER|--still TAPS COMMAND [ARGUMENT...]\n");
        return 2;
    }
    int64_t first_ns;
    pid_t pid = tree_start(argv + 3, &first_ns);
    Damage damage = XDamageCreate(display, DefaultRootWindow(display), XDamageReportNonEmpty);
    await_still(display, damage, event_base);
    struct tree program, server;
    tree_find(pid, &program);
    bool failed = false, still = strcmp(argv[1], "--still") == 0;
    tree_find(still ? pid : (pid_t)atoi(argv[1]), &server);
    double wakeups = 0, still_ms = 0;
    int64_t before_ns = tree_cpu_ns(&program) + tree_cpu_ns(&server);
    for (uint32_t i = 0; i < count && !failed; i++) {
        ms[i] = tap(display, damage, event_base, taps[i]);
        failed = failed || ms[i] < 0;
        if (still && !failed) {
            watch(pid, &wakeups, &still_ms);
        }
    }
    double cpu_ms = (double)(tree_cpu_ns(&program) + tree_cpu_ns(&server) - before_ns) / 1e6;
    tree_stop(pid);
    XCloseDisplay(display);
    if (failed) {
        fprintf(stderr, "walk: %s: nothing showed after a tap\n", argv[3]);
        return 3;
    }
    if (still) {
        printf("%.2f %.2f\n", wakeups, still_ms);
        return 0;
    }
    qsort(ms, count, sizeof(ms[0]), by_size);
    printf("%.2f %.2f %.1f\n", ms[count / 2], ms[count * 95 / 100], cpu_ms);
    return 0;
}
