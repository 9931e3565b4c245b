/* SPDX-License-Identifier: MIT */
#include "main/keeper_child.h"

#include "main/roles.h"
#include "platform/system/channel.h"

#include <string.h>
#include <unistd.h>

static uint32_t options_of_keeper(void)
{
    uint32_t wanted = OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_DEMO);
#ifdef TEST_BUILD
    wanted |= OPTION_BIT(OPTION_SEED_NOISE) | OPTION_BIT(OPTION_TODAY) | OPTION_BIT(OPTION_POWER) |
              role_options_of_sandbox();
#endif
    return wanted;
}

enum status keeper_child_start(struct keeper_child *child, const struct options *options, int pack,
                               int nothing)
{
    int ends[2];
    enum status status = channel_pair(ends);
    if (status != STATUS_OK) {
        return status;
    }
    const int descriptors[] = {[ROLE_SOCKET - PROCESS_FD_FIRST] = ends[1],
                               [ROLE_PACK - PROCESS_FD_FIRST] = pack};
    struct process_start start = {.environment = ROLE_KEEPER_ENVIRONMENT,
                                  .descriptors = descriptors,
                                  .descriptor_count = 2,
                                  .nothing = nothing};
    status = role_start(&start, ROLE_KEEPER, options, options_of_keeper(), &child->pid);
    close(ends[1]);
    child->control = ends[0];
    return status;
}

enum status keeper_child_tell(const struct keeper_child *child, enum control_type type, bool flag)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = type;
    record.flag = flag;
    return channel_send(child->control, &record, sizeof(record), -1);
}
