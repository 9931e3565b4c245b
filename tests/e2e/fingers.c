/* SPDX-License-Identifier: MIT */
/* fingers SOCKET: true touches on an Xorg whose driver "inputtest" listens there. Reads what they
 * do, a line each, places in hundredths of a percent of the screen:
 *   down N X Y, move N X Y, up N X Y, wait MS
 * A helper of the scripts that source tests/e2e/display. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

/* The driver's own form of messages (inputtestdrv(4)). */
enum { SAY_VERSION = 0, SAY_TOUCH = 6, MAJOR = 1, MINOR = 1 };
enum { TOUCH_BEGIN = 18, TOUCH_UPDATE = 19, TOUCH_END = 20 }; /* the display's names of events */
enum { VALUES_MAX = 64, AXIS_END = 0xFFFF, WHOLE = 10000 };

struct head {
    uint32_t length, type;
};

struct version {
    struct head head;
    uint16_t major, minor;
};

struct touch {
    struct head head;
    uint32_t finger, type;
    uint32_t raw;
    uint8_t known[VALUES_MAX / 8];
    double value[VALUES_MAX], raw_value[VALUES_MAX];
};

static int line;

static int say(const void *bytes, size_t length)
{
    return write(line, bytes, length) == (ssize_t)length;
}

static int greet(void)
{
    struct version version = {{sizeof(version), SAY_VERSION}, MAJOR, MINOR};
    return say(&version, sizeof(version)) &&
           read(line, &version, sizeof(version)) == (ssize_t)sizeof(version);
}

static int touch(uint32_t type, unsigned finger, double x, double y)
{
    struct touch touch = {{sizeof(touch), SAY_TOUCH}, finger, type, 0, {3}, {0}, {0}};
    touch.value[0] = x * AXIS_END / WHOLE;
    touch.value[1] = y * AXIS_END / WHOLE;
    return say(&touch, sizeof(touch));
}

static int do_line(const char *text)
{
    unsigned finger = 0;
    long ms = 0;
    double x = 0, y = 0;
    char verb[8] = "";
    if (sscanf(text, "wait %ld", &ms) == 1) {
        const struct timespec pause = {ms / 1000, ms % 1000 * 1000000L};
        return nanosleep(&pause, NULL) == 0;
    }
    if (sscanf(text, "%7s %u %lf %lf", verb, &finger, &x, &y) != 4) {
        return 0;
    }
    return touch(strcmp(verb, "down") == 0   ? TOUCH_BEGIN
                 : strcmp(verb, "move") == 0 ? TOUCH_UPDATE
                                             : TOUCH_END,
                 finger, x, y);
}

int main(int argc, char **argv)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    char text[80];
    line = socket(AF_UNIX, SOCK_STREAM, 0);
    if (argc != 2 || strlen(argv[1]) >= sizeof(at.sun_path)) {
        return 2;
    }
    strcpy(at.sun_path, argv[1]);
    if (connect(line, (struct sockaddr *)&at, sizeof(at)) != 0 || !greet()) {
        perror(argv[1]);
        return 3;
    }
    while (fgets(text, sizeof(text), stdin) != NULL) {
        if (!do_line(text)) {
            fprintf(stderr, "fingers: %s", text);
            return 1;
        }
    }
    return 0;
}
