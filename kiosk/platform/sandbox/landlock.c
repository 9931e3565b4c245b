/* SPDX-License-Identifier: MIT */
#include "platform/sandbox/landlock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's numbers, under names of our own: Debian 12's header has only those of two steps. */
enum {
    ABI_VERSION = 1, /* a flag of create_ruleset: asks which step the kernel knows */
    RULE_BENEATH = 1,
};

#define FILE_EXECUTE (UINT64_C(1) << 0)
#define FILE_WRITE   (UINT64_C(1) << 1)
#define FILE_READ    (UINT64_C(1) << 2)
#define READ_FOLDER  (UINT64_C(1) << 3)
#define REMOVE_FILE  (UINT64_C(1) << 5)
#define MAKE_FILE    (UINT64_C(1) << 8)
#define MOVE_OTHERS  (UINT64_C(0x1ED0)) /* remove a folder; make anything but a file */
#define TRUNCATE     (UINT64_C(1) << 14)
#define IOCTL_DEVICE (UINT64_C(1) << 15)

#define SCOPE_SIGNALS (UINT64_C(1) << 1)

/* Rights that a rule for a single file may have. */
#define OF_A_FILE (FILE_EXECUTE | FILE_WRITE | FILE_READ | TRUNCATE | IOCTL_DEVICE)

struct beneath { /* packed, in the kernel's header too */
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

/* How many bits of each kind a step knows. Bits were only ever added at the top. */
static const struct {
    unsigned files, network, scoped;
} STEPS[] = {
    {0, 0, 0},  /* no Landlock */
    {13, 0, 0}, /* 5.13 */
    {14, 0, 0}, /* 5.19: moving to another folder, which earlier kernels always refuse */
    {15, 0, 0}, /* 6.2: truncating */
    {15, 2, 0}, /* 6.7: TCP */
    {16, 2, 0}, /* 6.10: calls on devices */
    {16, 2, 2}, /* 6.12: signals, abstract sockets */
};

static uint64_t lowest(unsigned count)
{
    return (UINT64_C(1) << count) - 1;
}

static size_t step_of(int abi)
{
    const int last = (int)(sizeof(STEPS) / sizeof(STEPS[0])) - 1;
    return (size_t)(abi < 0 ? 0 : abi > last ? last : abi);
}

int landlock_abi(void)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, ABI_VERSION);
    return abi > 0 ? (int)abi : 0;
}

struct landlock_taken landlock_takes(int abi, bool scoped)
{
    size_t step = step_of(abi);
    return (struct landlock_taken){
        .files = lowest(STEPS[step].files),
        .network = lowest(STEPS[step].network),
        .scoped = scoped ? lowest(STEPS[step].scoped) : 0,
    };
}

uint64_t landlock_gives(int abi, unsigned use, bool is_folder)
{
    uint64_t rights = 0;
    if ((use & LANDLOCK_READ) != 0) {
        rights |= FILE_READ | READ_FOLDER;
    }
    if ((use & LANDLOCK_WRITE) != 0) {
        rights |= FILE_WRITE | TRUNCATE | MAKE_FILE | REMOVE_FILE;
    }
    if ((use & LANDLOCK_MOVE) != 0) {
        rights |= MOVE_OTHERS;
    }
    if ((use & LANDLOCK_EXECUTE) != 0) {
        rights |= FILE_EXECUTE;
    }
    if ((use & LANDLOCK_DEVICE) != 0) {
        rights |= FILE_READ | READ_FOLDER | FILE_WRITE | IOCTL_DEVICE;
    }
    return rights & landlock_takes(abi, false).files & (is_folder ? ~UINT64_C(0) : OF_A_FILE);
}

/* Adds a rule for a place. The rule holds the file itself and not its name. So a place in /proc
 * makes no sense, because each look-up there gives another file. */
static bool add_place(int rules, int abi, const struct landlock_place *place)
{
    struct stat about;
    struct beneath rule = {.parent = open(place->path, O_PATH | O_CLOEXEC)};
    if (rule.parent < 0) {
        return true;
    }
    bool is_good = fstat(rule.parent, &about) == 0;
    if (is_good) {
        rule.allowed = landlock_gives(abi, place->use, S_ISDIR(about.st_mode));
        is_good = syscall(SYS_landlock_add_rule, rules, RULE_BENEATH, &rule, 0) == 0;
    }
    close(rule.parent);
    return is_good;
}

static int make_rules(const struct landlock_taken *taken)
{
    return (int)syscall(SYS_landlock_create_ruleset, taken, sizeof(*taken), 0);
}

static bool restrict_self(int rules)
{
    return syscall(SYS_landlock_restrict_self, rules, 0) == 0;
}

bool landlock_scopes_signals(int abi)
{
    return (landlock_takes(abi, true).scoped & SCOPE_SIGNALS) != 0;
}

bool landlock_keep_signals(int abi)
{
    const struct landlock_taken taken = {.scoped = SCOPE_SIGNALS};
    int rules = landlock_scopes_signals(abi) ? make_rules(&taken) : -1;
    if (rules < 0) {
        return false;
    }
    bool is_good = restrict_self(rules);
    close(rules);
    return is_good;
}

bool landlock_enter(int abi, bool scoped, const struct landlock_place *places, size_t count)
{
    struct landlock_taken taken = landlock_takes(abi, scoped);
    if (taken.files == 0) {
        return false;
    }
    int rules = make_rules(&taken);
    if (rules < 0) {
        return false;
    }
    bool is_good = true;
    for (size_t i = 0; i < count && is_good; i++) {
        is_good = add_place(rules, abi, &places[i]);
    }
    is_good = is_good && restrict_self(rules);
    close(rules);
    return is_good;
}
