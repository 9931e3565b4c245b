/* SPDX-License-Identifier: MIT */
/* Landlock: the calling process gives up every file and folder except the named ones. It cannot get
 * them back, and the same holds for every process that it starts later. The kernel's interface
 * grows by numbered steps. What a kernel does not know is left out, so an older kernel limits less
 * but never fails. */
#ifndef PLATFORM_LANDLOCK_H
#define PLATFORM_LANDLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum landlock_use {
    LANDLOCK_READ = 1,    /* read files, and list folders */
    LANDLOCK_WRITE = 2,   /* make, change, rename and remove files; no folder, link or device */
    LANDLOCK_EXECUTE = 4, /* start files as programs */
    LANDLOCK_DEVICE = 8,  /* use devices that are there; make nothing */
    LANDLOCK_MOVE = 16,   /* also rename what is no file; only seccomp keeps the process from making
                             such things */
};

/* A file, or a folder with everything beneath it, also what is mounted there later. */
struct landlock_place {
    const char *path;
    unsigned use; /* bits of landlock_use */
};

/* The rights that are taken away, in the kernel's layout and bits. */
struct landlock_taken {
    uint64_t files;
    uint64_t network; /* TCP: bind and connect; from the fourth step on */
    uint64_t scoped;  /* signals and abstract sockets of other processes; from the sixth step on */
};

/* Returns the step that this kernel knows, or 0 when it has no Landlock. */
int landlock_abi(void);

/* Returns the rights that a step can take away. scoped is for a process that neither ends another
 * process nor connects to one. */
struct landlock_taken landlock_takes(int abi, bool scoped);

/* Returns the rights that a use needs, among those that the step takes away. A file has fewer
 * rights than a folder. */
uint64_t landlock_gives(int abi, unsigned use, bool is_folder);

/* Returns whether the step can confine signals to a process and what it starts. */
bool landlock_scopes_signals(int abi);

/* Confines signals alone, for a process that goes on to start and end others: from now on its
 * signals reach only itself and what it starts. Returns false when the step does not know how. */
bool landlock_keep_signals(int abi);

/* Takes the rights away, except at the named places. Returns false when nothing was taken away. A
 * place that does not exist is skipped. The caller has no_new_privs set and one thread. Open
 * descriptors keep what they can do. */
bool landlock_enter(int abi, bool scoped, const struct landlock_place *places, size_t count);

#endif
