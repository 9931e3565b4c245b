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
    LANDLOCK_MOVE = 16,   /* rename what is no file, too; only seccomp keeps from making it */
};

/* A file, or a folder with all that is beneath it, now or mounted there later. */
struct landlock_place {
    const char *path;
    unsigned use; /* bits of landlock_use */
};

/* The rights that are taken away, in the kernel's layout and bits. */
struct landlock_taken {
    uint64_t files;
    uint64_t network; /* TCP: bind and connect; from the fourth step on */
    uint64_t scoped;  /* signals and abstract sockets of others; from the sixth */
};

/* Returns the step that this kernel knows, or 0 when it has no Landlock. */
int landlock_abi(void);

/* Returns the rights that a step can take away. scoped is for a process that neither ends another
 * process nor calls one. */
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
