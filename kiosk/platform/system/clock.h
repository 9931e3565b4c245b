/* SPDX-License-Identifier: MIT */
/* The clocks. Deadlines use the time since boot, which goes on while the machine sleeps. The wall
 * clock is for texts only. */
#ifndef PLATFORM_CLOCK_H
#define PLATFORM_CLOCK_H

#include "core/calendar.h"
#include "core/status.h"

#include <stdbool.h>
#include <stdint.h>

/* Time since boot. clock_boot_ms goes on while the machine sleeps; clock_monotonic_ns stands still
 * then. */
uint64_t clock_boot_ms(void);
uint64_t clock_monotonic_ns(void);
/* How long the machine has slept since boot. Never more than the true time. It can be less for
 * once, when this process was kept waiting between its looks at two clocks. */
uint64_t clock_slept_ms(void);
/* Local wall-clock time: now, in some seconds, and at a time in seconds since 1970. The zone's
 * changes to and from summer time are in it. A year that no label can hold is replaced by the
 * nearest year that a label can hold. */
struct civil_time clock_civil(void);
struct civil_time clock_civil_in(uint32_t seconds);
struct civil_time clock_civil_at(int64_t unix_s);

/* Returns the seconds since 1970 at which a clock of this zone shows this time. Where the clock
 * shows the hour twice, the result is one of the two. Where the clock leaves the hour out, counting
 * goes on over the gap. */
int64_t clock_moment(const struct civil_time *civil);

/* Opens a descriptor that becomes readable at a time since boot, also when the machine slept past
 * that time. ppoll's own time-out stands still while a machine sleeps. */
MUST_USE enum status clock_alarm_open(int *alarm);
/* Sets the alarm's time; UINT64_MAX for never. */
void clock_alarm_set(int alarm, uint64_t boot_ms);
/* To be called after the alarm became readable: makes it unreadable until its next time. */
void clock_alarm_clear(int alarm);

/* Sleeps until this time since boot. */
void clock_sleep_until(uint64_t boot_ms);

#ifdef TEST_BUILD
/* For tests: from now on the time since boot is ahead by a number of milliseconds, which the first
 * eight bytes of this file hold. Another process may change them at any time; no alarm tells of the
 * change. */
MUST_USE enum status clock_test(const char *file);
bool clock_is_tested(void);
#endif

#endif
