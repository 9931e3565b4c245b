/* SPDX-License-Identifier: MIT */
/* What a process gives up once it has everything open that it will need: files by Landlock, calls
 * of the system by seccomp. There is no way back, and nothing here is needed for the kiosk to work:
 * a kernel without one of the two leaves a process with more than it needs, and "kiosk health" says
 * so. */
#ifndef PLATFORM_SANDBOX_H
#define PLATFORM_SANDBOX_H

#include "platform/sandbox/landlock.h"

enum sandbox_role {
    /* Starts the face's program and ends what it started. What it gives up its children have not
     * either, so it keeps what a starting face needs: reading, a socket to the display. It writes
     * nothing and executes nothing but that program and its loader (which, asked by hand, runs any
     * other one, inside this same sandbox). A call it does not know is not there. */
    SANDBOX_MAIN,
    /* Reads and writes in its folder, and talks through the sockets it has. What it may not do is
     * refused rather than deadly: a meeting hangs on it. */
    SANDBOX_KEEPER,
    /* Draws through the connection it has. Opens no file at all, also not for reading; fonts, words
     * and the display are open. What no library would try in good faith ends it. */
    SANDBOX_FACE,
    /* Speaks: reads its data and the libraries of the sound system, uses sound devices and a local
     * audio server. Writes and executes nothing. A call it does not know is not there: the
     * libraries of sound try much in good faith, and nothing hangs on it. */
    SANDBOX_VOICE,
    /* Starts a process for each errand, and gives it what it has itself: the drives. What it may
     * not do is refused. */
    SANDBOX_PORTER,
    /* Compares a PIN, in memory alone: no file, no socket but the one it answers through.
     * Anything else is refused. */
    SANDBOX_CHECKER,
    /* Reads and writes on drives. What it may not do is refused. */
    SANDBOX_COURIER,
    /* Asks a service of this machine over its message bus, and opens no file. What it may not do is
     * refused. */
    SANDBOX_SETTER,
    SANDBOX_ROLE_COUNT,
};

enum sandbox_part {
    SANDBOX_FILES = 1,
    SANDBOX_CALLS = 2,
    SANDBOX_SIGNALS = 4, /* of main: sandbox_begin */
};

enum { SANDBOX_PLACES_MAX = 16 };

struct sandbox {
    enum sandbox_role role;
    uint64_t file_bytes_max; /* of any file it writes to; 0 is none at all, also if open already */
    struct landlock_place place[SANDBOX_PLACES_MAX]; /* beside what the role needs anyway */
    size_t place_count;
};

/* The value for a limit that a role does not need; a role has to say so. */
#define SANDBOX_ANY_SIZE UINT64_MAX

/* For main, before it starts the first process: from then on its signals reach nobody but itself
 * and what it starts, where the kernel knows how (its sixth step). */
void sandbox_begin(void);

/* Allows a path for this process beside what its role allows. use: bits of
 * platform/sandbox/landlock.h. */
void sandbox_add(struct sandbox *sandbox, const char *path, unsigned use);

/* Once, late in the start of a process with one thread. Returns what could not be had, as bits of
 * sandbox_part. */
unsigned sandbox_enter(const struct sandbox *sandbox);

/* Tries the same in a child that ends at once. Returns what this machine cannot give. */
unsigned sandbox_probe(void);

/* Sets the filter of system calls alone. Returns false when this machine has none. */
bool sandbox_filter(enum sandbox_role role);
#ifdef TEST_BUILD
/* The same into a file, as the kernel gets it, for a test that reads it through. */
bool sandbox_filter_write(enum sandbox_role role, int file);
#endif

#ifdef TEST_BUILD
/* As if the kernel knew less; and, before entering, whatever the test tries. */
struct sandbox_test {
    int landlock_abi_max;
    bool no_seccomp;
    void (*attempts)(const struct sandbox *sandbox, const char *folder); /* NULL: none */
    const char *folder;                                                  /* of the attempts */
};
void sandbox_test(const struct sandbox_test *test);

/* The attempts alone, for a role that is only entered by a process that cannot prepare them. */
void sandbox_try(const struct sandbox *sandbox);

/* What sandbox_enter does after the attempts. */
unsigned sandbox_close(const struct sandbox *sandbox);
#endif

#endif
