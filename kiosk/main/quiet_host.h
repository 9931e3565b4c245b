/* SPDX-License-Identifier: MIT */
/* What a command gives a keeper that it asks in its own process: the folder, the clock and the PIN,
 * and no meeting, drive or battery. */
#ifndef MAIN_QUIET_HOST_H
#define MAIN_QUIET_HOST_H

#include "keeper/keeper.h"

/* Before a PIN is asked for. */
void quiet_host_init(struct keeper_host *host, const struct folder_ops *folder);

/* A new PIN's hash, made by the same short-lived process; as pin_hash_make. */
MUST_USE enum status quiet_pin_hash(const char *pin, char out[SETTINGS_PIN_HASH_BYTES]);

#endif
