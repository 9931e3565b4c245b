/* SPDX-License-Identifier: MIT */
/* The files that come with the program: texts, packs, fonts. Found once, at start, and read through
 * the directory's descriptor. Must not know what any of them means. */
#ifndef PLATFORM_ASSETS_H
#define PLATFORM_ASSETS_H

#include "core/status.h"

#include <stddef.h>

enum { ASSETS_PATH_BYTES = 4096 };

struct assets {
    int dir;
    char path[ASSETS_PATH_BYTES]; /* for libraries that open a file by its name */
};

/* The directory "assets" beside the executable, else the installed one (KIOSK_DATA_DIR, when the
 * build names it). STATUS_MISSING with a message when neither is there. */
MUST_USE enum status assets_open(struct assets *assets, struct error *error);

/* The same at a given directory. */
MUST_USE enum status assets_open_path(struct assets *assets, const char *path, struct error *error);

/* Closes the directory. */
void assets_close(struct assets *assets);

/* Reads a file by its name inside the directory ("text/en.mo"), without "..". As file_read. */
MUST_USE enum status assets_read(const struct assets *assets, const char *name, void *buffer,
                                 size_t size, size_t *length);

#endif
