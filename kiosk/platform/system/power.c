/* SPDX-License-Identifier: MIT */
#include "platform/system/power.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SUPPLIES "/sys/class/power_supply"

enum {
    WORD_BYTES = 32, /* an attribute: a word or a number, and a line feed */
    EVENT_BYTES = 4096,
    GROUP_KERNEL = 1,
    CAPACITY_MAX = 100,
};

/* Reads what an attribute is now. The system writes it anew when it is read from its beginning. */
static bool read_word(int file, char word[WORD_BYTES])
{
    ssize_t got = pread(file, word, WORD_BYTES - 1, 0);
    if (got <= 0) {
        return false;
    }
    word[got] = '\0';
    word[strcspn(word, "\n")] = '\0';
    return true;
}

static bool attribute_is(int supply, const char *name, const char *value)
{
    char word[WORD_BYTES];
    int file = openat(supply, name, O_RDONLY | O_CLOEXEC);
    bool is = file >= 0 && read_word(file, word) && strcmp(word, value) == 0;
    if (file >= 0) {
        close(file);
    }
    return is;
}

/* Adds a power supply when it is a battery of the machine; a mouse has a battery too. */
static void add_supply(struct power *power, int supply)
{
    if (!attribute_is(supply, "type", "Battery") || attribute_is(supply, "scope", "Device")) {
        return;
    }
    struct power_battery battery = {openat(supply, "capacity", O_RDONLY | O_CLOEXEC),
                                    openat(supply, "status", O_RDONLY | O_CLOEXEC)};
    if (battery.capacity >= 0 && battery.status >= 0) {
        power->battery[power->count++] = battery;
        return;
    }
    if (battery.capacity >= 0) {
        close(battery.capacity);
    }
    if (battery.status >= 0) {
        close(battery.status);
    }
}

/* Opens the kernel's own events, which udev listens to as well. They are about every device, so
 * they have to be filtered. */
static int open_events(void)
{
    struct sockaddr_nl address = {.nl_family = AF_NETLINK, .nl_groups = GROUP_KERNEL};
    int events =
        socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT);
    if (events >= 0 && bind(events, (const struct sockaddr *)&address, sizeof(address)) != 0) {
        close(events);
        return -1;
    }
    return events;
}

void power_open(struct power *power, const char *root)
{
    *power = (struct power){.events = -1};
    DIR *folder = opendir(root != NULL ? root : SUPPLIES);
    if (folder == NULL) {
        return;
    }
    for (struct dirent *entry = readdir(folder);
         entry != NULL && power->count < POWER_BATTERIES_MAX; entry = readdir(folder)) {
        int supply = openat(dirfd(folder), entry->d_name, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (supply >= 0 && entry->d_name[0] != '.') {
            add_supply(power, supply);
        }
        if (supply >= 0) {
            close(supply);
        }
    }
    if (power->count > 0) {
        power->events = root == NULL
                            ? open_events()
                            : openat(dirfd(folder), "events", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    }
    closedir(folder);
}

/* ENOBUFS: the kernel dropped some events, and nothing tells what they were about. */
bool power_events_clear(struct power *power)
{
    static const char OURS[] = "power_supply";
    char text[EVENT_BYTES];
    bool is_ours = false;
    ssize_t got;
    do {
        got = read(power->events, text, sizeof(text));
        is_ours = is_ours || (got < 0 && errno == ENOBUFS) ||
                  (got > 0 && memmem(text, (size_t)got, OURS, sizeof(OURS) - 1) != NULL);
    } while (got > 0 || (got < 0 && (errno == EINTR || errno == ENOBUFS)));
    if (got < 0 && errno != EAGAIN) {
        close(power->events);
        power->events = -1;
        return true; /* without events, the caller looks from now on */
    }
    return is_ours;
}

static bool read_percent(int file, uint32_t *out)
{
    char word[WORD_BYTES];
    uint32_t value = 0;
    if (!read_word(file, word) || word[0] == '\0') {
        return false;
    }
    for (const char *digit = word; *digit != '\0'; digit++) {
        if (*digit < '0' || *digit > '9' || value > CAPACITY_MAX) {
            return false;
        }
        value = value * 10 + (uint32_t)(*digit - '0');
    }
    *out = value;
    return value <= CAPACITY_MAX;
}

/* Several batteries are used one after the other, so what is left is their mean. A battery that was
 * taken out has no number any more. */
enum battery power_look(const struct power *power)
{
    uint32_t count = 0, sum = 0, percent;
    bool in_use = false;
    for (size_t i = 0; i < power->count; i++) {
        char status[WORD_BYTES];
        if (!read_percent(power->battery[i].capacity, &percent) ||
            !read_word(power->battery[i].status, status)) {
            continue;
        }
        in_use = in_use || strcmp(status, "Discharging") == 0;
        sum += percent;
        count++;
    }
    if (power->count == 0) {
        return BATTERY_NONE;
    }
    if (!in_use) {
        return power->events >= 0 ? BATTERY_MAINS : BATTERY_FINE;
    }
    return sum <= POWER_EMPTY * count ? BATTERY_EMPTY
           : sum <= POWER_LOW * count ? BATTERY_LOW
                                      : BATTERY_FINE;
}
