/* SPDX-License-Identifier: MIT */
/* The table of calls as a filter for the kernel. A filter sees numbers, and never what a pointer
 * points to. So names of files are left to Landlock. */
#include "platform/sandbox/sandbox.h"
#include "platform/sandbox/sandbox_calls.h"
#include "platform/system/process.h"

#include <errno.h>
#include <seccomp.h>
#include <unistd.h>

/* What happens to a call that is not in the table. In main the call seems to be missing (ENOSYS),
 * because the libraries of a new face may try anything. In the keeper it is refused and does not
 * end the process, because a meeting depends on the keeper. It is refused too in the porter and in
 * the processes that do its errands, whose sudden end would be read as a lack of memory. In the
 * voice it seems to be missing, because libraries of sound try many calls. */
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
    /* The filter is for all threads at once, also those of libraries. Call numbers of another
     * architecture are an attack. */
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
    process_give_back(); /* the filter was built from hundreds of pieces of memory: most of what
                            main ever allocates */
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
