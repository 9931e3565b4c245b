/* SPDX-License-Identifier: MIT */
/* Loaded into an Xorg before its own code: plugs touchscreens in and out, as the system's news of
 * devices would. The server tells nobody how to do that, so its functions for drivers are called.
 * PLUGS names a pipe with a byte for each: a capital letter plugs one in, whose driver "inputtest"
 * listens at $PLUGS.LETTER; its small letter pulls it out. A helper of the scripts that source
 * tests/e2e/display. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The server's own (input.h, os.h, optionstr.h). */
struct input_attributes {
    char *product, *vendor, *device, *pnp_id, *usb_id, **tags;
    unsigned flags;
};
extern int SetNotifyFd(int fd, void (*notify)(int, int, void *), int mask, void *data);
extern void *input_option_new(void *list, const char *key, const char *value);
extern int NewInputDeviceRequest(void *options, struct input_attributes *attributes, void **device);
extern void DeleteInputDeviceRequest(void *device);
enum { NOTIFY_READ = 1 };

static void *plugged[26];

static void plug(unsigned letter)
{
    static struct input_attributes nothing;
    char socket[4096], name[] = "panel A";
    snprintf(socket, sizeof(socket), "%s.%c", getenv("PLUGS"), 'A' + letter);
    name[sizeof(name) - 2] = (char)('A' + letter);
    void *options = input_option_new(NULL, "driver", "inputtest");
    options = input_option_new(options, "name", name);
    options = input_option_new(options, "DeviceType", "Touch");
    options = input_option_new(options, "SocketPath", socket);
    NewInputDeviceRequest(options, &nothing, &plugged[letter]);
}

static void take(int fd, int ready, void *unused)
{
    (void)ready;
    (void)unused;
    unsigned char byte = 0;
    if (read(fd, &byte, 1) == 1 && byte >= 'A' && byte <= 'Z') {
        plug(byte - 'A');
    } else if (byte >= 'a' && byte <= 'z' && plugged[byte - 'a'] != NULL) {
        DeleteInputDeviceRequest(plugged[byte - 'a']);
        plugged[byte - 'a'] = NULL;
    }
}

/* The server is up once it writes the number of its display. */
ssize_t write(int fd, const void *bytes, size_t count)
{
    enum { DISPLAY_FD = 3 };
    static int is_up;
    if (fd == DISPLAY_FD && !is_up && getenv("PLUGS") != NULL) {
        is_up = 1;
        SetNotifyFd(open(getenv("PLUGS"), O_RDWR | O_NONBLOCK | O_CLOEXEC), take, NOTIFY_READ,
                    NULL);
    }
    return syscall(SYS_write, fd, bytes, count);
}
