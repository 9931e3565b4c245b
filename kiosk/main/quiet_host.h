/* SPDX-License-Identifier: MIT */
/* What a command gives a keeper that it asks in its own process: the folder, the clock and the PIN,
 * and no meeting, drive or battery. */
#ifndef MAIN_QUIET_HOST_H
#define MAIN_QUIET_HOST_H

#include "keeper/keeper.h"

void quiet_host_init(struct keeper_host *host, const struct folder_ops *folder);

#endif
