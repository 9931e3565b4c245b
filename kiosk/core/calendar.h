/* SPDX-License-Identifier: MIT */
/* Calendar arithmetic on plain fields. Reads no clock: the date enters as a field. */
#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H

#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct month {
    uint16_t year;
    uint8_t month; /* 1..12 */
};

/* Local wall-clock time, for texts only ("Open since 19:05"); nothing is scheduled by it. */
struct civil_time {
    struct month month;
    uint8_t day;
    uint8_t hour;
    uint8_t minute;
};

/* A day and a time as a clock shows them. Beyond the first and the last day that a label can hold
 * it is that day, at the same time of day. */
struct civil_time civil_of(int64_t year, uint8_t month, uint8_t day, uint8_t hour, uint8_t minute);

enum { MONTH_TEXT_BYTES = 8 }; /* "2026-11" and a NUL */

bool month_is_valid(struct month month);
/* Writes "YYYY-MM". */
void month_format(struct month month, char out[MONTH_TEXT_BYTES]);
/* Exactly "YYYY-MM", year 2000..9999. */
MUST_USE enum status month_parse(const char *text, struct month *out);
/* Negative, zero, positive as a is before, equal, after b: the months between them. */
int month_compare(struct month a, struct month b);
/* So many months after, or before where it is negative, within the years that a label can hold. */
struct month month_after(struct month month, int32_t months);

/* The earliest and the latest of some months; {0} before the first. What came first may have the
 * later month, where a clock was wrong. */
struct month_span {
    struct month first, last;
};
void month_span_add(struct month_span *span, struct month month);

#endif
