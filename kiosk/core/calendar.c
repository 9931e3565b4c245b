/* SPDX-License-Identifier: MIT */
#include "core/calendar.h"

#include <assert.h>

enum { YEAR_MIN = 2000, YEAR_MAX = 9999 }; /* four digits, and no clock that was never set */

struct civil_time civil_of(int64_t year, uint8_t month, uint8_t day, uint8_t hour, uint8_t minute)
{
    struct civil_time time = {.day = day, .hour = hour, .minute = minute};
    if (year < YEAR_MIN) {
        time.month = (struct month){YEAR_MIN, 1};
        time.day = 1;
    } else if (year > YEAR_MAX) {
        time.month = (struct month){YEAR_MAX, 12};
        time.day = 31;
    } else {
        time.month = (struct month){(uint16_t)year, month};
    }
    return time;
}

bool month_is_valid(struct month month)
{
    return month.year >= YEAR_MIN && month.year <= YEAR_MAX && month.month >= 1 &&
           month.month <= 12;
}

uint8_t month_days(struct month month)
{
    static const uint8_t DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leaps = month.year % 4 == 0 && (month.year % 100 != 0 || month.year % 400 == 0);
    assert(month_is_valid(month));
    return (uint8_t)(DAYS[month.month - 1] + (month.month == 2 && leaps));
}

/* Returns the value one step on among count values from first on; after the last value comes the
 * first. */
static uint8_t round_step(uint8_t value, int32_t first, int32_t count, int32_t by)
{
    return (uint8_t)((value - first + by + count) % count + first);
}

struct civil_time civil_step(struct civil_time time, enum civil_part part, int32_t by)
{
    switch (part) {
    case CIVIL_YEAR:
        time.month = month_after(time.month, by * 12);
        break;
    case CIVIL_MONTH:
        time.month.month = round_step(time.month.month, 1, 12, by);
        break;
    case CIVIL_DAY:
        time.day = round_step(time.day, 1, month_days(time.month), by);
        break;
    case CIVIL_HOUR:
        time.hour = round_step(time.hour, 0, 24, by);
        break;
    case CIVIL_MINUTE:
        time.minute = round_step(time.minute, 0, 60, by);
        break;
    case CIVIL_PARTS:
        break;
    }
    const uint8_t last = month_days(time.month);
    time.day = time.day < last ? time.day : last;
    return time;
}

void month_format(struct month month, char out[MONTH_TEXT_BYTES])
{
    assert(month_is_valid(month));
    uint32_t year = month.year;
    for (int i = 3; i >= 0; i--) {
        out[i] = (char)('0' + year % 10);
        year /= 10;
    }
    out[4] = '-';
    out[5] = (char)('0' + month.month / 10);
    out[6] = (char)('0' + month.month % 10);
    out[7] = '\0';
}

enum status month_parse(const char *text, struct month *out)
{
    uint32_t value[2] = {0, 0};
    for (int i = 0; i < MONTH_TEXT_BYTES - 1; i++) {
        char c = text[i];
        if (i == 4) {
            if (c != '-') {
                return STATUS_INVALID;
            }
            continue;
        }
        if (c < '0' || c > '9') { /* a NUL ends here too, so nothing is read beyond the end */
            return STATUS_INVALID;
        }
        value[i > 4] = value[i > 4] * 10 + (uint32_t)(c - '0');
    }
    struct month month = {.year = (uint16_t)value[0], .month = (uint8_t)value[1]};
    if (text[MONTH_TEXT_BYTES - 1] != '\0' || !month_is_valid(month)) {
        return STATUS_INVALID;
    }
    *out = month;
    return STATUS_OK;
}

int month_compare(struct month a, struct month b)
{
    return (a.year * 12 + a.month) - (b.year * 12 + b.month);
}

struct month month_after(struct month month, int32_t months)
{
    int32_t index = month.year * 12 + month.month - 1 + months;
    index = index < YEAR_MIN * 12 ? YEAR_MIN * 12 : index;
    index = index > YEAR_MAX * 12 + 11 ? YEAR_MAX * 12 + 11 : index;
    return (struct month){(uint16_t)(index / 12), (uint8_t)(index % 12 + 1)};
}

void month_span_add(struct month_span *span, struct month month)
{
    bool is_first = span->first.month == 0;
    if (is_first || month_compare(month, span->first) < 0) {
        span->first = month;
    }
    if (is_first || month_compare(month, span->last) > 0) {
        span->last = month;
    }
}
