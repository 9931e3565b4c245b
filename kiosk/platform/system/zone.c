/* SPDX-License-Identifier: MIT */
#include "platform/system/zone.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char FOLDER[] = ZONE_FOLDER "/";
static const char SYSTEM_ZONE[] = "/etc/localtime";

/* A name that is no file is a rule, such as CET-1CEST, or means UTC. */
static bool is_plain_or_none(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 ? S_ISREG(about.st_mode) : errno == ENOENT || errno == ENOTDIR;
}

bool zone_is_good(const char *tz)
{
    char path[PATH_MAX];
    if (tz == NULL) {
        return is_plain_or_none(SYSTEM_ZONE);
    }
    tz += tz[0] == ':';
    const char *name = tz;
    if (tz[0] == '/') {
        if (strncmp(tz, FOLDER, sizeof(FOLDER) - 1) != 0) {
            return false;
        }
        name += sizeof(FOLDER) - 1;
    }
    int length = snprintf(path, sizeof(path), "%s%s", FOLDER, name);
    return (size_t)length < sizeof(path) && strstr(name, "..") == NULL &&
           (name[0] == '\0' || is_plain_or_none(path));
}

void zone_begin(void)
{
    unsetenv("TZDIR");
}

/* The last part of the link's path names the zone. Etc/UTC, UCT, Zulu and some others all mean UTC.
 */
bool zone_is_set(void)
{
    static const char *const NOWHERE[] = {"UTC", "UCT",  "Universal", "Zulu",
                                          "GMT", "GMT0", "Greenwich"};
    const char *zone = getenv("TZ");
    char target[PATH_MAX] = "";
    if (zone == NULL || zone[0] == '\0') {
        ssize_t length = readlink(SYSTEM_ZONE, target, sizeof(target) - 1);
        if (length < 0) {
            return errno == EINVAL; /* somebody has put a file of their own there */
        }
        target[length] = '\0';
        zone = target;
    }
    const char *slash = strrchr(zone, '/');
    zone = slash != NULL ? slash + 1 : zone;
    for (size_t i = 0; i < sizeof(NOWHERE) / sizeof(NOWHERE[0]); i++) {
        if (strcmp(zone, NOWHERE[i]) == 0) {
            return false;
        }
    }
    return zone[0] != '\0';
}

enum status zone_use(const char *name)
{
    static char before[PATH_MAX];
    static bool is_known, had_one;
    const char *now = getenv("TZ");
    if (!is_known) {
        had_one = now != NULL && strlen(now) < sizeof(before);
        (void)snprintf(before, sizeof(before), "%s", had_one ? now : "");
        is_known = true;
    }
    if (name[0] != '\0') {
        char path[PATH_MAX];
        struct stat about;
        int length = snprintf(path, sizeof(path), "%s%s", FOLDER, name);
        if ((size_t)length >= sizeof(path) || strstr(name, "..") != NULL ||
            stat(path, &about) != 0 || !S_ISREG(about.st_mode)) {
            return STATUS_MISSING;
        }
    }
    const char *zone = name[0] != '\0' ? name : before;
    int failed = name[0] != '\0' || had_one ? setenv("TZ", zone, 1) : unsetenv("TZ");
    tzset();
    return failed == 0 ? STATUS_OK : STATUS_MISSING;
}
