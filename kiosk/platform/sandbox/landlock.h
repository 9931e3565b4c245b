/* SPDX-License-Identifier: MIT */
/* Landlock: the calling process gives up every file and folder but those named, for good and for
 * all that it starts later. The kernel's interface grows by numbered steps; what a kernel does not
 * know is left out, so that an older one limits less but never fails. */
#ifndef PLATFORM_LANDLOCK_H
#define PLATFORM_LANDLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum landlock_use {
    LANDLOCK_READ = 1,    /* files, and what is in folders */
    LANDLOCK_WRITE = 2,   /* make, change, rename and remove files; no folder, link or device */
    LANDLOCK_EXECUTE = 4, /* start it as a program */
    LANDLOCK_DEVICE = 8,  /* use what is there as devices; make nothing */
};

/* A file, or a folder with all beneath it, also what is mounted there later. */
struct landlock_place {
    const char *path;
    unsigned use; /* bits of landlock_use */
};

/* What is taken away, in the kernel's layout and bits. */
struct landlock_taken {
    uint64_t files;
    uint64_t network; /* TCP: bind and connect; from the fourth step on */
    uint64_t scoped;  /* signals and abstract sockets of others; from the sixth */
};

/* The step this kernel knows; 0: it has no Landlock. */
int landlock_abi(void);

/* What a step can take away. scoped: for a process that neither ends nor calls another one. */
struct landlock_taken landlock_takes(int abi, bool scoped);

/* The rights for a use, of those that the step takes away. A file knows fewer than a folder. */
uint64_t landlock_gives(int abi, unsigned use, bool is_folder);

/* Whether the step can keep signals among a process and what it starts. */
bool landlock_scopes_signals(int abi);

/* Signals alone, for a process that goes on to start and end others: they reach itself and what it
 * starts from now on, nobody else. False: the step does not know that. */
bool landlock_keep_signals(int abi);

/* False: nothing was taken away. A place that is not there is left out. The caller has no new
 * privileges and one thread; descriptors that are open keep what they can do. */
bool landlock_enter(int abi, bool scoped, const struct landlock_place *places, size_t count);

#endif
