/* SPDX-License-Identifier: MIT */
#include "platform/system/assets.h"

#include "platform/system/file.h"

#include <assert.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static enum status fail_missing(struct error *error, const char *path)
{
    *error = (struct error){.status = STATUS_MISSING};
    snprintf(error->text, sizeof error->text, "assets: nothing at %.150s", path);
    return STATUS_MISSING;
}

enum status assets_open_path(struct assets *assets, const char *path, struct error *error)
{
    size_t length = strlen(path);
    if (length >= sizeof assets->path) {
        return fail_missing(error, path);
    }
    int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0) {
        return fail_missing(error, path);
    }
    assets->dir = dir;
    memcpy(assets->path, path, length + 1);
    return STATUS_OK;
}

enum status assets_open(struct assets *assets, struct error *error)
{
    static const char beside[] = "/assets";
    char path[PATH_MAX + sizeof beside];
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
    if (length > 0) {
        path[length] = '\0';
        char *slash = strrchr(path, '/');
        assert(slash != NULL);
        memcpy(slash, beside, sizeof beside);
        if (assets_open_path(assets, path, error) == STATUS_OK) {
            return STATUS_OK;
        }
    } else {
        fail_missing(error, "/proc/self/exe");
    }
#ifdef KIOSK_DATA_DIR
    return assets_open_path(assets, KIOSK_DATA_DIR, error);
#else
    return STATUS_MISSING;
#endif
}

void assets_close(struct assets *assets)
{
    close(assets->dir);
    assets->dir = -1;
}

enum status assets_read(const struct assets *assets, const char *name, void *buffer, size_t size,
                        size_t *length)
{
    assert(name[0] != '/' && strstr(name, "..") == NULL);
    return file_read(assets->dir, name, buffer, size, length);
}
