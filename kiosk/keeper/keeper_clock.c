/* SPDX-License-Identifier: MIT */
/* A machine may have a clock that stops without power, or a clock that nobody set. Nothing is
 * scheduled or put in order by this clock, but a set bears its month for ever. */
#include "keeper/keeper_parts.h"

enum { MONTHS_AHEAD_MAX = 5 * 12 }; /* a group that rested for longer is asked once */

static struct month clock_month(const struct keeper *keeper)
{
    return keeper->host->civil(keeper->host->context, 0).month;
}

/* Returns the month of the newest set; {0}: there is no set yet. */
static struct month newest_month(const struct keeper *keeper)
{
    const struct totals *totals = &keeper->totals;
    uint32_t count = totals->block_count;
    return count > 0 ? totals->block[count - 1].month : (struct month){0};
}

static bool cannot_be(const struct keeper *keeper, struct month now)
{
    const struct month newest = newest_month(keeper);
    return month_compare(now, keeper->host->built) < 0 || month_compare(now, newest) < 0 ||
           (newest.month != 0 && month_compare(now, newest) > MONTHS_AHEAD_MAX);
}

/* Returns whether somebody said which month it is and the clock has not come beyond that month. A
 * clock that stands before the time at which somebody said so begins anew at each start; but if it
 * shows a month that can be right, somebody has set it. A person who said that the clock is right
 * said so of that month alone. */
static bool is_said(const struct keeper *keeper)
{
    const struct month now = clock_month(keeper), then = keeper->clock.then;
    const struct month said = keeper->clock.said;
    bool corrects = month_compare(said, then) != 0 && month_compare(now, said) <= 0;
    bool moved_on = month_compare(now, then) > 0 || cannot_be(keeper, now);
    return said.month != 0 && (month_compare(now, then) == 0 || (corrects && moved_on));
}

bool keeper_doubts_clock(const struct keeper *keeper)
{
    if (is_said(keeper)) {
        return keeper->clock_is_old && keeper->status.open_meetings == 0;
    }
    return cannot_be(keeper, clock_month(keeper));
}

struct month keeper_month(const struct keeper *keeper)
{
    if (is_said(keeper)) {
        return keeper->clock.said;
    }
    if (!cannot_be(keeper, clock_month(keeper))) {
        return clock_month(keeper);
    }
    const struct month newest = newest_month(keeper), built = keeper->host->built;
    return month_compare(newest, built) > 0 ? newest : built;
}

struct civil_time keeper_today(const struct keeper *keeper)
{
    struct civil_time today = keeper->host->civil(keeper->host->context, 0);
    bool is_other = is_said(keeper) && month_compare(keeper->clock.said, today.month) != 0;
    return is_other ? (struct civil_time){.month = keeper->clock.said} : today;
}

void keeper_clock_opens(struct keeper *keeper, struct month said)
{
    if (said.month != 0) {
        keeper_machine_clock(keeper, &(struct machine_clock){said, clock_month(keeper)});
    } else if (keeper->clock.said.month != 0 && !is_said(keeper)) {
        keeper_machine_clock(keeper,
                             &(struct machine_clock){0}); /* else what was said would hold again */
    }
}

static enum status end_set(struct keeper *keeper, struct request *request,
                           const struct errand_answer *answer)
{
    (void)request;
    if (answer->status == STATUS_OK && keeper->clock.said.month != 0) {
        keeper_machine_clock(keeper, &(struct machine_clock){0});
    }
    return (enum status)answer->status;
}

enum status keeper_clock_set(struct keeper *keeper, struct request *request)
{
    if ((keeper->status.appliance & APPLIANCE_OWN) == 0) {
        return STATUS_DENIED;
    }
    struct errand *errand = keeper_errand_of(keeper, ERRAND_CLOCK);
    errand->at_s = keeper->host->moment(keeper->host->context, &request->in->as.clock);
    return keeper_errand_run(keeper, request, end_set);
}
