/* SPDX-License-Identifier: MIT */
#include "platform/system/owner.h"

#include "platform/system/file.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file is read here, because the library's look-up may ask a network. */
static const char USERS[] = "/etc/passwd";
enum { USERS_BYTES_MAX = 1 << 18 };

/* Returns the next field of a line such as "name:password:1000:...", or NULL at the line's end. */
static const char *field_after(const char *at, const char *end)
{
    const char *colon = memchr(at, ':', (size_t)(end - at));
    return colon != NULL ? colon + 1 : NULL;
}

static bool has_number(const char *line, const char *end, unsigned long number)
{
    const char *at = field_after(line, end);
    at = at != NULL ? field_after(at, end) : NULL;
    char *stop = NULL;
    return at != NULL && strtoul(at, &stop, 10) == number && stop != at && *stop == ':';
}

static void name_of(uid_t user, char out[OWNER_NAME_BYTES])
{
    static char text[USERS_BYTES_MAX + 1];
    size_t length = 0;
    snprintf(out, OWNER_NAME_BYTES, "%lu", (unsigned long)user);
    if (file_read(AT_FDCWD, USERS, text, USERS_BYTES_MAX, &length) != STATUS_OK) {
        return;
    }
    text[length] = '\0';
    for (const char *line = text; *line != '\0';) {
        const char *end = strchrnul(line, '\n');
        if (has_number(line, end, user)) {
            size_t name = strcspn(line, ":");
            if (name > 0 && name < OWNER_NAME_BYTES) {
                memcpy(out, line, name);
                out[name] = '\0';
            }
            return;
        }
        line = *end != '\0' ? end + 1 : end;
    }
}

static enum owner_verdict judge(const struct stat *about, uid_t user)
{
    mode_t needs = S_IRUSR | S_IWUSR | (S_ISDIR(about->st_mode) ? S_IXUSR : 0);
    if (about->st_uid != user) {
        return OWNER_OTHER;
    }
    if (user != 0 && (about->st_mode & needs) != needs) { /* root may use everything */
        return OWNER_MODE;
    }
    return (about->st_mode & (S_IRWXG | S_IRWXO)) != 0 ? OWNER_OPEN : OWNER_FINE;
}

struct owner owner_look(const char *path)
{
    struct owner owner = {.verdict = OWNER_FINE};
    struct stat about;
    if (stat(path, &about) == 0) {
        owner.verdict = judge(&about, geteuid());
        name_of(about.st_uid, owner.owner);
        name_of(geteuid(), owner.user);
    }
    return owner;
}
