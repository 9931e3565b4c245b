/* SPDX-License-Identifier: MIT */
/* The stage's wall clock: civil fields from virtual milliseconds. */
#include "tools/stage/stage.h"

enum { MINUTES_PER_DAY = 24 * 60, MS_PER_MINUTE = 60 * 1000 };

/* Days since 1970-01-01 of a Gregorian date and back; years begin in March, eras have 400 years
 * (Hinnant, chrono-compatible low-level date algorithms). */
static int64_t days_from_civil(int64_t year, int64_t month, int64_t day)
{
    year -= month <= 2;
    int64_t era = year / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static struct civil_time civil_from_days(int64_t days, uint32_t minute_of_day)
{
    days += 719468;
    int64_t era = days / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    int64_t month = shifted + (shifted < 10 ? 3 : -9);
    return civil_of(year_of_era + era * 400 + (month <= 2), (uint8_t)month,
                    (uint8_t)(day_of_year - (153 * shifted + 2) / 5 + 1),
                    (uint8_t)(minute_of_day / 60), (uint8_t)(minute_of_day % 60));
}

int64_t stage_moment(const struct civil_time *civil)
{
    int64_t days = days_from_civil(civil->month.year, civil->month.month, civil->day);
    return (days * MINUTES_PER_DAY + civil->hour * 60 + civil->minute) * 60;
}

void stage_set_moment(struct stage *stage, int64_t unix_s)
{
    stage->clock = (struct stage_clock){.minutes = unix_s / 60, .at_ms = stage->now_ms};
}

void stage_set_clock(struct stage *stage, const struct civil_time *civil)
{
    stage_set_moment(stage, stage_moment(civil));
}

struct civil_time stage_civil(const struct stage *stage, uint32_t in_s)
{
    uint64_t ms = stage->now_ms - stage->clock.at_ms + (uint64_t)in_s * 1000;
    int64_t minutes = stage->clock.minutes + (int64_t)(ms / MS_PER_MINUTE);
    return civil_from_days(minutes / MINUTES_PER_DAY, (uint32_t)(minutes % MINUTES_PER_DAY));
}
