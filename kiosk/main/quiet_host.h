/* SPDX-License-Identifier: MIT */
/* The host of a keeper that a command runs in its own process: the folder, the clock and the check
 * of PINs, and no meeting, drive or battery. */
#ifndef MAIN_QUIET_HOST_H
#define MAIN_QUIET_HOST_H

#include "keeper/keeper.h"

/* Fills host. Called before a PIN is asked for. */
void quiet_host_init(struct keeper_host *host, const struct folder_ops *folder);

/* Makes the hash of a new PIN, in a short-lived process of its own. Status as pin_hash_make. */
MUST_USE enum status quiet_pin_hash(const char *pin, char out[SETTINGS_PIN_HASH_BYTES]);

#endif
