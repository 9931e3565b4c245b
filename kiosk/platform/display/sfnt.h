/* SPDX-License-Identifier: MIT */
/* The few numbers of a TrueType file that layout needs, read from its tables with every offset
 * checked. OpenType 1.9: head, hhea, OS/2. */
#ifndef PLATFORM_SFNT_H
#define PLATFORM_SFNT_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

struct sfnt_metrics {
    /* Thousandths of the em. */
    uint32_t ascent;
    uint32_t descent;
    uint32_t cap;
    uint32_t units; /* units in one em */
};

/* Returns STATUS_DAMAGED when a table is missing, cut short or holds impossible values. */
MUST_USE enum status sfnt_read(const uint8_t *bytes, size_t size, struct sfnt_metrics *out);

/* Finds the bytes of a table. Returns false when the table is missing or cut short. */
bool sfnt_table(const uint8_t *bytes, size_t size, const char tag[4], const uint8_t **table,
                size_t *table_size);

#endif
