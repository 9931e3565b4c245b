/* SPDX-License-Identifier: MIT */
/* The table of calls as a filter of the kernel. A filter sees numbers, never what a pointer leads
 * to: names of files are Landlock's half. */
#include "platform/sandbox/sandbox.h"
#include "platform/sandbox/sandbox_calls.h"
#include "platform/system/process.h"

#include <errno.h>
#include <seccomp.h>
#include <unistd.h>

/* main answers for all that a new face's libraries may ask: what it does not know is not there. The
 * keeper is refused rather than ended, since a meeting hangs on it; so are the porter and who runs
 * its errands, whose end reads as want of memory; the voice, because libraries of sound try much.
 */
static uint32_t otherwise(enum sandbox_role role)
{
    switch (role) {
    case SANDBOX_MAIN:
    case SANDBOX_VOICE:
        return SCMP_ACT_ERRNO(ENOSYS);
    case SANDBOX_KEEPER:
    case SANDBOX_PORTER:
    case SANDBOX_CHECKER:
    case SANDBOX_COURIER:
    case SANDBOX_SETTER:
        return SCMP_ACT_ERRNO(EPERM);
    case SANDBOX_FACE:
    case SANDBOX_ROLE_COUNT:
        break;
    }
    return SCMP_ACT_KILL_PROCESS;
}

static bool add(scmp_filter_ctx context, const struct sandbox_call *call)
{
    struct scmp_arg_cmp checks[SANDBOX_CHECKS_MAX];
    unsigned count = 0;
    for (size_t i = 0; i < SANDBOX_CHECKS_MAX; i++) {
        const struct sandbox_check *check = &call->check[i];
        if (check->bits != 0) {
            uint64_t value = check->is_own_pid ? (uint64_t)getpid() : check->value;
            checks[count++] = SCMP_CMP64(check->argument, SCMP_CMP_MASKED_EQ, check->bits, value);
        }
    }
    uint32_t action = call->error == 0 ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO((uint32_t)call->error);
    return seccomp_rule_add_array(context, action, call->number, count, checks) == 0;
}

static bool fill(scmp_filter_ctx context, enum sandbox_role role)
{
    size_t count = 0;
    const struct sandbox_call *calls = sandbox_calls(&count);
    /* All threads at once, those of libraries too; another machine's call numbers are an attack. */
    bool is_good = seccomp_attr_set(context, SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
                   seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
    for (size_t i = 0; i < count && is_good; i++) {
        is_good = (calls[i].roles & 1u << role) == 0 || add(context, &calls[i]);
    }
    return is_good;
}

bool sandbox_filter(enum sandbox_role role)
{
    scmp_filter_ctx context = seccomp_init(otherwise(role));
    if (context == NULL) {
        return false;
    }
    bool is_on = fill(context, role) && seccomp_load(context) == 0;
    seccomp_release(context);
    process_give_back(); /* hundreds of pieces: in main, most of what it ever allocates */
    return is_on;
}

#ifdef TEST_BUILD
bool sandbox_filter_write(enum sandbox_role role, int file)
{
    scmp_filter_ctx context = seccomp_init(otherwise(role));
    bool is_written =
        context != NULL && fill(context, role) && seccomp_export_bpf(context, file) == 0;
    seccomp_release(context);
    return is_written;
}
#endif
