/* SPDX-License-Identifier: MIT */
/* Made-up meetings through the real engine. What people answer comes from a seed; the caller says
 * where the noise comes from. For "kiosk simulate" and "kiosk demo". */
#ifndef MAIN_SIMULATE_H
#define MAIN_SIMULATE_H

#include "core/settings.h"
#include "store/store.h"

enum {
    SIMULATE_MEETINGS_MAX = TOTALS_BLOCK_MAX * TOTALS_MEETINGS_PER_BLOCK,
    SIMULATE_PEOPLE_MAX = 200,
};

struct simulation {
    const struct pack *pack;
    const struct settings *settings;
    struct random_source random;
    uint32_t meetings; /* how many, one a week */
    uint32_t people;   /* at each meeting; 0: the totals are noise alone */
    uint64_t seed;
    struct month until; /* of the last meeting */
};

/* Returns whether the folder holds anything of a kiosk. */
bool simulate_has_data(const struct folder_ops *folder);

/* Marks the folder SIMULATED, then writes settings (when a PIN is set) and totals. */
MUST_USE enum status simulate_fill(const struct simulation *simulation,
                                   const struct folder_ops *folder);

#endif
