/* SPDX-License-Identifier: MIT */
/* Calendar arithmetic on plain fields. The module reads no clock; its callers hand it the date. */
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

/* Returns a day and a time as a clock shows them. A day outside what a label can hold becomes the
 * first or the last such day, at the same time. */
struct civil_time civil_of(int64_t year, uint8_t month, uint8_t day, uint8_t hour, uint8_t minute);

/* The parts of a date and a time that somebody sets one by one. */
enum civil_part { CIVIL_YEAR, CIVIL_MONTH, CIVIL_DAY, CIVIL_HOUR, CIVIL_MINUTE, CIVIL_PARTS };
/* Returns the time with one part a step later (by: 1) or earlier (by: -1). After its last value a
 * part begins anew, and no other part changes; only the year stops at the years that a label can
 * hold. A day that the month does not have becomes the last day of the month. */
struct civil_time civil_step(struct civil_time time, enum civil_part part, int32_t by);

/* Returns how many days that month has. */
uint8_t month_days(struct month month);

enum { MONTH_TEXT_BYTES = 8 }; /* "2026-11" and a NUL */

/* Returns whether the year is from 2000 to 9999 and the month from 1 to 12. */
bool month_is_valid(struct month month);
/* Writes "YYYY-MM". */
void month_format(struct month month, char out[MONTH_TEXT_BYTES]);
/* Reads exactly "YYYY-MM" with a year from 2000 to 9999. INVALID for anything else. */
MUST_USE enum status month_parse(const char *text, struct month *out);
/* Returns the number of months from b to a: negative when a is earlier, 0 when they are equal. */
int month_compare(struct month a, struct month b);
/* Returns the month that is so many months later (earlier when negative), kept within the years
 * that a label can hold. */
struct month month_after(struct month month, int32_t months);

/* The earliest and the latest of some months; {0} before the first one is added. Months may come in
 * any order, because a clock may have been wrong. */
struct month_span {
    struct month first, last;
};
void month_span_add(struct month_span *span, struct month month);

#endif
