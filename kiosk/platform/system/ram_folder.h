/* SPDX-License-Identifier: MIT */
/* A data folder in memory alone, which is gone with the process. A demonstration uses one. */
#ifndef PLATFORM_RAM_FOLDER_H
#define PLATFORM_RAM_FOLDER_H

#include "store/store.h"

enum {
    RAM_FILE_MAX = 8, /* totals, settings, guard, SIMULATED, and a temporary file of each writer */
    RAM_NAME_BYTES = 40,
    RAM_FILE_BYTES = 1 << 20, /* far more than two years of meetings need */
};

struct ram_file {
    char name[RAM_NAME_BYTES]; /* "": this place is free */
    size_t length;
    uint8_t bytes[RAM_FILE_BYTES];
};

struct ram_folder {
    struct folder_ops ops; /* ready after ram_folder_init; its context is this struct */
    struct ram_file file[RAM_FILE_MAX];
};

/* Makes an empty folder of this memory. The struct must not move while ops is in use. */
void ram_folder_init(struct ram_folder *folder);

#endif
