/* SPDX-License-Identifier: MIT */
/* Made-up meetings through the real engine: what people answer comes from a seed, the noise from
 * wherever the caller says. For "kiosk simulate" and "kiosk demo". */
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
    uint32_t meetings; /* weekly ones */
    uint32_t people;   /* at each; 0 is pure noise */
    uint64_t seed;
    struct month until; /* of the last meeting */
};

/* Whether the folder holds anything of a kiosk. */
bool simulate_has_data(const struct folder_ops *folder);

/* Marks the folder SIMULATED, then writes settings (when a PIN is set) and totals. */
MUST_USE enum status simulate_fill(const struct simulation *simulation,
                                   const struct folder_ops *folder);

#endif
