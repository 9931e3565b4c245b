/* SPDX-License-Identifier: MIT */
#include "main/porter_child.h"

#include "keeper/control.h"
#include "main/roles.h"
#include "platform/system/channel.h"

#include <string.h>
#include <unistd.h>

enum { PAUSE_MS = 1000 };

static uint32_t options_of_porter(void)
{
    uint32_t wanted = role_options_of_sandbox();
#ifdef TEST_BUILD
    wanted |= OPTION_BIT(OPTION_EXPORT_ROOT) | OPTION_BIT(OPTION_BUS);
#endif
    return wanted;
}

/* Sends the keeper's end of the porter's socket. A keeper that is gone is noticed elsewhere. */
static void hand_over(int control, int keeper_end)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_PORTER;
    enum status sent = channel_send(control, &record, sizeof(record), keeper_end);
    (void)sent;
}

bool porter_child_start(struct porter_child *child, const struct options *options, int control,
                        int nothing, uint64_t now_ms)
{
    int ends[2];
    child->started_ms = now_ms;
    child->again_ms = now_ms + PAUSE_MS;
    if (channel_pair(ends) != STATUS_OK) {
        return false;
    }
    struct process_start start = {.environment = ROLE_PORTER_ENVIRONMENT,
                                  .descriptors = &ends[1],
                                  .descriptor_count = 1,
                                  .nothing = nothing};
    bool is_started =
        role_start(&start, ROLE_PORTER, options, options_of_porter(), &child->pid) == STATUS_OK;
    if (is_started) {
        child->again_ms = UINT64_MAX;
        hand_over(control, ends[0]);
    }
    close(ends[0]);
    close(ends[1]);
    return is_started;
}

bool porter_child_ended(struct porter_child *child, pid_t pid)
{
    if (child->pid == 0 || pid != child->pid) {
        return false;
    }
    child->pid = 0;
    child->again_ms = child->started_ms + PAUSE_MS;
    return true;
}

void porter_child_close(struct porter_child *child)
{
    process_end(&child->pid);
}
