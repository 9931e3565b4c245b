/* SPDX-License-Identifier: MIT */
#include "platform/system/zone.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char FOLDER[] = "/usr/share/zoneinfo/";
static const char SYSTEM_ZONE[] = "/etc/localtime";

/* A name without a file is a rule, such as CET-1CEST, or means UTC. */
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
