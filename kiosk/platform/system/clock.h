/* SPDX-License-Identifier: MIT */
/* The clocks. What is scheduled runs on the time since boot, which goes on while the machine
 * sleeps; the wall clock is for texts only. */
#ifndef PLATFORM_CLOCK_H
#define PLATFORM_CLOCK_H

#include "core/calendar.h"
#include "core/status.h"

#include <stdbool.h>
#include <stdint.h>

/* Time since boot: the first goes on while the machine sleeps, the second stands still then. */
uint64_t clock_boot_ms(void);
uint64_t clock_monotonic_ns(void);
/* How long the machine has slept since boot: never more than that, and less for once when this
 * process was kept waiting between its two looks at the clocks. */
uint64_t clock_slept_ms(void);
/* Local wall-clock time, now, in some seconds, and at a time since 1970: the zone's own change to
 * and from summer time is in it. A year that no label can hold is the nearest that one can. */
struct civil_time clock_civil(void);
struct civil_time clock_civil_in(uint32_t seconds);
struct civil_time clock_civil_at(int64_t unix_s);

/* Returns the seconds since 1970 at which a clock of this zone shows this time. Of an hour that the
 * clock shows twice it is one of the two; a time that it leaves out is counted on. */
int64_t clock_moment(const struct civil_time *civil);

/* Opens a descriptor that becomes readable at a time since boot, also when the machine slept past
 * it. ppoll's own time-out stands still while a machine sleeps. */
MUST_USE enum status clock_alarm_open(int *alarm);
/* Sets the time; UINT64_MAX for never. */
void clock_alarm_set(int alarm, uint64_t boot_ms);
/* To be called after the descriptor became readable. */
void clock_alarm_clear(int alarm);

/* Sleeps until that time. */
void clock_sleep_until(uint64_t boot_ms);

#ifdef TEST_BUILD
/* From now on the time since boot is ahead by the milliseconds that the first eight bytes of this
 * file hold, which somebody may change at any time; no alarm tells of that. */
MUST_USE enum status clock_test(const char *file);
bool clock_is_tested(void);
#endif

#endif
