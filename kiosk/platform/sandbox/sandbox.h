/* SPDX-License-Identifier: MIT */
/* What a process gives up once everything that it will need is open: files by Landlock, system
 * calls by seccomp. There is no way back. The kiosk works without the sandbox: where a kernel lacks
 * Landlock or seccomp, a process keeps more than it needs, and "kiosk health" says so. */
#ifndef PLATFORM_SANDBOX_H
#define PLATFORM_SANDBOX_H

#include "platform/sandbox/landlock.h"

enum sandbox_role {
    /* Main: starts the face's program and ends what it started. The children of main are in its
     * sandbox too, so main keeps what a starting face needs: reading, and a socket to the display.
     * It writes nothing. It executes only that program and the program's loader (the loader could
     * run any other program, inside this same sandbox). A system call that is not in the table
     * fails as if the kernel did not have it. */
    SANDBOX_MAIN,
    /* The keeper: reads and writes in its folder, and talks through the sockets that it has. A call
     * that it may not make fails and does not end it, because a meeting depends on it. */
    SANDBOX_KEEPER,
    /* The face: draws through the connection that it has. It opens no file, not even for reading;
     * fonts, words and the display are open already. A call that no library would make in good
     * faith ends the process. */
    SANDBOX_FACE,
    /* The voice: reads its data and the libraries of the sound system, uses sound devices and a
     * local audio server. It writes and executes nothing. A call that is not in the table fails as
     * if the kernel did not have it: libraries of sound try many calls in good faith, and nothing
     * depends on the voice. */
    SANDBOX_VOICE,
    /* The porter: starts a process for each errand, and gives it what the porter has itself, the
     * drives. A call that it may not make fails. */
    SANDBOX_PORTER,
    /* Compares a PIN, in memory alone: no file, and no socket but the one for the answer. Any other
     * call fails. */
    SANDBOX_CHECKER,
    /* Reads and writes on drives. A call that it may not make fails. */
    SANDBOX_COURIER,
    /* Asks a service of this machine over its message bus, and opens no file. A call that it may
     * not make fails. */
    SANDBOX_SETTER,
    SANDBOX_ROLE_COUNT,
};

enum sandbox_part {
    SANDBOX_FILES = 1,
    SANDBOX_CALLS = 2,
    SANDBOX_SIGNALS = 4, /* signals of main: sandbox_begin */
};

enum { SANDBOX_PLACES_MAX = 16 };

struct sandbox {
    enum sandbox_role role;
    uint64_t file_bytes_max; /* the largest size of any file that it writes; 0: it writes none, not
                                even one that is open already */
    struct landlock_place place[SANDBOX_PLACES_MAX]; /* besides what its role allows */
    size_t place_count;
};

/* The value for a role that needs no limit of file sizes. Each role has to name its limit or this
 * value. */
#define SANDBOX_ANY_SIZE UINT64_MAX

/* For main, before it starts the first process: from now on its signals reach only itself and what
 * it starts, where the kernel can do that (from its sixth step on). */
void sandbox_begin(void);

/* Allows this process a path besides what its role allows. use: bits of
 * platform/sandbox/landlock.h. */
void sandbox_add(struct sandbox *sandbox, const char *path, unsigned use);

/* Enters the sandbox. To be called once, late in the start of a process with one thread. Returns
 * the parts that this machine does not have, as bits of sandbox_part. */
unsigned sandbox_enter(const struct sandbox *sandbox);

/* Enters a sandbox in a child that ends at once. Returns the parts that this machine does not have.
 */
unsigned sandbox_probe(void);

/* Sets the filter of system calls alone. Returns false when this machine has none. */
bool sandbox_filter(enum sandbox_role role);
#ifdef TEST_BUILD
/* Writes the filter of a role to a file, in the form that the kernel gets, for a test that reads
 * it. */
bool sandbox_filter_write(enum sandbox_role role, int file);
#endif

#ifdef TEST_BUILD
/* What a test changes: how much the kernel knows, and what is tried before the sandbox is entered.
 */
struct sandbox_test {
    int landlock_abi_max;
    bool no_seccomp;
    void (*attempts)(const struct sandbox *sandbox, const char *folder); /* NULL: none */
    const char *folder;                                                  /* where they are made */
};
void sandbox_test(const struct sandbox_test *test);

/* Makes the attempts alone, for a role whose process cannot prepare them before it enters the
 * sandbox. */
void sandbox_try(const struct sandbox *sandbox);

/* Does what sandbox_enter does after the attempts. */
unsigned sandbox_close(const struct sandbox *sandbox);
#endif

#endif
