/* SPDX-License-Identifier: MIT */
#include "main/porter_seat.h"

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

/* A keeper that is gone is dealt with elsewhere. */
static void hand_over(int control, int keeper_end)
{
    struct control record;
    memset(&record, 0, sizeof(record));
    record.type = CONTROL_PORTER;
    enum status sent = channel_send(control, &record, sizeof(record), keeper_end);
    (void)sent;
}

bool porter_seat_start(struct porter_seat *seat, const struct options *options, int control,
                       int nothing, uint64_t now_ms)
{
    int ends[2];
    seat->started_ms = now_ms;
    seat->again_ms = now_ms + PAUSE_MS;
    if (channel_pair(ends) != STATUS_OK) {
        return false;
    }
    struct process_start start = {.environment = ROLE_PORTER_ENVIRONMENT,
                                  .descriptors = &ends[1],
                                  .descriptor_count = 1,
                                  .nothing = nothing};
    bool is_started =
        role_start(&start, ROLE_PORTER, options, options_of_porter(), &seat->pid) == STATUS_OK;
    if (is_started) {
        seat->again_ms = UINT64_MAX;
        hand_over(control, ends[0]);
    }
    close(ends[0]);
    close(ends[1]);
    return is_started;
}

bool porter_seat_ended(struct porter_seat *seat, pid_t pid)
{
    if (seat->pid == 0 || pid != seat->pid) {
        return false;
    }
    seat->pid = 0;
    seat->again_ms = seat->started_ms + PAUSE_MS;
    return true;
}

void porter_seat_close(struct porter_seat *seat)
{
    process_end(&seat->pid);
}
