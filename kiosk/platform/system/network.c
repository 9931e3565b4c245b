/* SPDX-License-Identifier: MIT */
#include "platform/system/network.h"

#include "platform/system/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    PATH_BYTES = 4096,
    NUMBER_BYTES = 32,
    LOOPBACK = 772, /* ARPHRD_LOOPBACK: the machine talks to itself */
    RADIO_IS_ON = 1 /* a state of rfkill: neither the radio's switch nor a program keeps it off */
};

/* The links in the first two folders lead into the devices. */
const char *const NETWORK_PLACE[NETWORK_PLACES] = {"/sys/class/net", "/sys/class/rfkill",
                                                   "/sys/devices"};

static const char *the_root = "";

#ifdef TEST_BUILD
void network_test(const char *root)
{
    the_root = root;
}
#endif

static void at_root(const char *place, char path[PATH_BYTES])
{
    (void)snprintf(path, PATH_BYTES, "%s%s", the_root, place);
}

bool network_is_asked(void)
{
    char path[PATH_BYTES];
    at_root("/run/kiosk-session", path);
    return access(path, F_OK) == 0;
}

/* Returns false when there is no such attribute, or no number in it. */
static bool read_number(int class, const char *device, const char *name, unsigned long *out)
{
    char path[2 * NAME_MAX], text[NUMBER_BYTES];
    size_t length = 0;
    int needed = snprintf(path, sizeof(path), "%s/%s", device, name);
    if (needed < 0 || (size_t)needed >= sizeof(path) ||
        file_read(class, path, text, sizeof(text) - 1, &length) != STATUS_OK) {
        return false;
    }
    text[length] = '\0';
    char *end = NULL;
    *out = strtoul(text, &end, 0);
    return end != text;
}

/* An interface whose state cannot be read may be up; only one that is seen to be down counts as
 * down. */
static bool interface_is_up(int class, const char *name)
{
    unsigned long type = 0, flags = IFF_UP;
    bool is_known =
        read_number(class, name, "type", &type) && read_number(class, name, "flags", &flags);
    return !is_known || (type != LOOPBACK && (flags & IFF_UP) != 0);
}

static bool radio_is_on(int class, const char *name)
{
    unsigned long state = RADIO_IS_ON;
    return !read_number(class, name, "state", &state) || state == RADIO_IS_ON;
}

/* Returns whether any device of the class is on. A class that does not exist has no devices. */
static bool any_is_on(const char *class, bool (*is_on)(int class, const char *name))
{
    char path[PATH_BYTES];
    at_root(class, path);
    DIR *folder = opendir(path);
    bool any = false;
    if (folder == NULL) {
        return access(path, F_OK) == 0;
    }
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        /* Besides links the folder has files of the kernel, such as those of bonded interfaces. */
        any = any || (entry->d_name[0] != '.' && entry->d_type != DT_REG &&
                      is_on(dirfd(folder), entry->d_name));
    }
    closedir(folder);
    return any;
}

enum health_network network_look(void)
{
    if (!network_is_asked()) {
        return HEALTH_NETWORK_UNASKED;
    }
    if (any_is_on(NETWORK_PLACE[0], interface_is_up)) {
        return HEALTH_NETWORK_ON;
    }
    return any_is_on(NETWORK_PLACE[1], radio_is_on) ? HEALTH_NETWORK_RADIO : HEALTH_NETWORK_OFF;
}
