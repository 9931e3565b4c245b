/* SPDX-License-Identifier: MIT */
#include "platform/sandbox/sandbox.h"

#include <assert.h>
#include <link.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    PROBE_FAILED = SANDBOX_FILES | SANDBOX_CALLS | SANDBOX_SIGNALS,
    /* No role has a dozen files open. The limit also stops a process that was taken over from
     * opening many. */
    OPEN_FILES_MAX = 64,
};

#ifdef TEST_BUILD
static struct sandbox_test the_test = {.landlock_abi_max = INT32_MAX};

void sandbox_test(const struct sandbox_test *test)
{
    the_test = *test;
}

static int usable_abi(void)
{
    int abi = landlock_abi();
    return abi < the_test.landlock_abi_max ? abi : the_test.landlock_abi_max;
}

static bool has_filter(void)
{
    return !the_test.no_seccomp;
}
#else
static unsigned sandbox_close(const struct sandbox *sandbox);

static int usable_abi(void)
{
    return landlock_abi();
}

static bool has_filter(void)
{
    return true;
}
#endif

void sandbox_add(struct sandbox *sandbox, const char *path, unsigned use)
{
    assert(sandbox->place_count < SANDBOX_PLACES_MAX);
    sandbox->place[sandbox->place_count++] = (struct landlock_place){path, use};
}

/* Finds the loader that has to be started with a program: the first object is the program itself,
 * which names its loader. */
static int find_loader(struct dl_phdr_info *object, size_t size, void *context)
{
    (void)size;
    const char **loader = context;
    for (size_t i = 0; i < object->dlpi_phnum; i++) {
        if (object->dlpi_phdr[i].p_type == PT_INTERP) {
            *loader = (const char *)(object->dlpi_addr + object->dlpi_phdr[i].p_vaddr);
        }
    }
    return 1;
}

static const char SOUND_DEVICES[] = "/dev/snd";

/* The places that opening a sound device reads: the sound system's settings and its plug-ins. */
static void add_what_sound_needs(struct sandbox *sandbox)
{
    static const char *const READ[] = {
        "/usr/lib",         "/lib",       "/usr/share/alsa",    "/etc/alsa", "/etc/asound.conf",
        "/etc/ld.so.cache", "/etc/pulse", "/usr/share/pipewire"};
    sandbox_add(sandbox, SOUND_DEVICES, LANDLOCK_DEVICE);
    for (size_t i = 0; i < sizeof(READ) / sizeof(READ[0]); i++) {
        sandbox_add(sandbox, READ[i], LANDLOCK_READ);
    }
}

/* The places that a starting face reads: libraries, fonts, words, a pack and the display's cookie,
 * wherever this machine and the command line have them. So reading is allowed everywhere. */
static void add_what_starting_needs(struct sandbox *sandbox)
{
    const char *loader = NULL;
    dl_iterate_phdr(find_loader, &loader);
    sandbox_add(sandbox, "/", LANDLOCK_READ);
    sandbox_add(sandbox, SOUND_DEVICES, LANDLOCK_DEVICE);
    if (loader != NULL) {
        sandbox_add(sandbox, loader, LANDLOCK_EXECUTE);
    }
}

/* Lowers a limit. The system never refuses that, only a debugger that runs in this process does. */
static void set_limit(__rlimit_resource_t of, rlim_t most)
{
    struct rlimit limit;
    if (getrlimit(of, &limit) == 0) {
        limit.rlim_max = limit.rlim_max < most ? limit.rlim_max : most;
        limit.rlim_cur = limit.rlim_max;
        int failed = setrlimit(of, &limit);
        (void)failed;
    }
}

/* Sets the classic resource limits, which every kernel has. */
static void set_limits(const struct sandbox *sandbox)
{
    set_limit(RLIMIT_NOFILE, OPEN_FILES_MAX);
    if (sandbox->file_bytes_max != SANDBOX_ANY_SIZE) {
        set_limit(RLIMIT_FSIZE, sandbox->file_bytes_max);
    }
}

void sandbox_begin(void)
{
    bool is_kept = landlock_keep_signals(usable_abi());
    (void)is_kept; /* health tells of it */
}

unsigned sandbox_close(const struct sandbox *sandbox)
{
    struct sandbox whole = *sandbox;
    unsigned missing = landlock_scopes_signals(usable_abi()) ? 0 : SANDBOX_SIGNALS;
    set_limits(sandbox);
    /* main confined its signals before the keeper was started, because main has to be able to end
     * the keeper. And a face that main starts has yet to find the display's socket. */
    bool scoped = whole.role != SANDBOX_MAIN;
    if (whole.role == SANDBOX_MAIN) {
        add_what_starting_needs(&whole);
    } else if (whole.role == SANDBOX_VOICE) {
        add_what_sound_needs(&whole);
    }
    if (!landlock_enter(usable_abi(), scoped, whole.place, whole.place_count)) {
        missing |= SANDBOX_FILES;
    }
    if (!has_filter() || !sandbox_filter(whole.role)) {
        missing |= SANDBOX_CALLS;
    }
    return missing;
}

#ifdef TEST_BUILD
void sandbox_try(const struct sandbox *sandbox)
{
    if (the_test.attempts != NULL) {
        the_test.attempts(sandbox, the_test.folder);
    }
}
#endif

unsigned sandbox_enter(const struct sandbox *sandbox)
{
#ifdef TEST_BUILD
    if (sandbox->role != SANDBOX_CHECKER && sandbox->role != SANDBOX_COURIER &&
        sandbox->role != SANDBOX_SETTER) {
        sandbox_try(sandbox);
    }
#endif
    return sandbox_close(sandbox);
}

unsigned sandbox_probe(void)
{
    static const struct sandbox face = {.role = SANDBOX_FACE}; /* it writes no file */
    int how = 0;
    pid_t child = fork();
    if (child == 0) {
        _exit((int)sandbox_close(&face));
    }
    if (child < 0 || waitpid(child, &how, 0) != child || !WIFEXITED(how)) {
        return PROBE_FAILED;
    }
    return (unsigned)WEXITSTATUS(how);
}
