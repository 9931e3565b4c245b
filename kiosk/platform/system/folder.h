/* SPDX-License-Identifier: MIT */
/* One data folder, held by its descriptor: every name is resolved inside it, so that neither a
 * symbolic link nor a renamed parent can lead a write elsewhere. Whoever may write holds an
 * exclusive lock on the folder itself. Must not know what any file means. */
#ifndef PLATFORM_FOLDER_H
#define PLATFORM_FOLDER_H

#include "core/status.h"
#include "store/store.h"

#include <stdbool.h>

enum {
    /* 2000-01-01 00:00:00 UTC: every file's mtime, so that it tells nothing. */
    FOLDER_FIXED_TIME_S = 946684800,
    FOLDER_NAME_BYTES = 64, /* longer than any name of ours */
};

struct folder {
    struct folder_ops ops; /* ready after folder_open; its context is this struct */
    int descriptor;
    char placed[FOLDER_NAME_BYTES]; /* the file that was renamed and not synced since; "": none */
};

/* Opens the folder for this process alone. With create, makes the folder (0700) and its missing
 * parents. MISSING: there is no such folder. BUSY: another process holds it. READ_ONLY, NO_SPACE,
 * IO. error->text is the path. The struct must not move while ops is in use. */
MUST_USE enum status folder_open(struct folder *folder, const char *path, bool create,
                                 struct error *error);

/* Waits up to a second until no other process holds the folder: a process that was killed a moment
 * ago may still be ending. BUSY: the folder is in use. OK also where there is no folder. For a
 * process that starts others which open the folder; nobody else has to wait so long. */
MUST_USE enum status folder_wait(const char *path);

/* Opens for reading beside a running kiosk: takes no lock, and every writing call of ops returns
 * READ_ONLY without touching anything. */
MUST_USE enum status folder_open_reader(struct folder *folder, const char *path,
                                        struct error *error);

/* Closes the folder and gives up its lock. */
void folder_close(struct folder *folder);

#endif
