/* SPDX-License-Identifier: MIT */
/* A machine may have no clock that outlives its plug, or one that nobody set. Nothing is scheduled
 * by it and nothing is put in order by it; but a set bears its month for ever. */
#include "keeper/keeper_parts.h"

enum { MONTHS_AHEAD_MAX = 5 * 12 }; /* a group that rested for longer is asked once */

static struct month clock_month(const struct keeper *keeper)
{
    return keeper->host->civil(keeper->host->context, 0).month;
}

/* Somebody said which month it is, and the clock, which stood at that time where it stands or
 * before, has not come beyond it. */
static bool is_said(const struct keeper *keeper)
{
    const struct month now = clock_month(keeper), then = keeper->month_then;
    return keeper->month_said.month != 0 && month_compare(now, then) >= 0 &&
           (month_compare(now, then) == 0 || month_compare(now, keeper->month_said) <= 0);
}

/* {0}: there is no set yet. */
static struct month newest_month(const struct keeper *keeper)
{
    const struct totals *totals = &keeper->totals;
    uint32_t count = totals->block_count;
    return count > 0 ? totals->block[count - 1].month : (struct month){0};
}

bool keeper_doubts_clock(const struct keeper *keeper)
{
    const struct month now = clock_month(keeper), newest = newest_month(keeper);
    if (is_said(keeper)) {
        return false;
    }
    return month_compare(now, keeper->host->built) < 0 || month_compare(now, newest) < 0 ||
           (newest.month != 0 && month_compare(now, newest) > MONTHS_AHEAD_MAX);
}

struct month keeper_month(const struct keeper *keeper)
{
    if (is_said(keeper)) {
        return keeper->month_said;
    }
    if (!keeper_doubts_clock(keeper)) {
        return clock_month(keeper);
    }
    const struct month newest = newest_month(keeper), built = keeper->host->built;
    return month_compare(newest, built) > 0 ? newest : built;
}
