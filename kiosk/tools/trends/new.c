/* SPDX-License-Identifier: MIT */
/* How lines are read: core/trends.h, as everything that shows them does. */
#include "tools/trends/measure.h"

#include <string.h>

static struct look_claim claim_of(const struct trends *trends, const struct trend_line *line,
                                  enum period period)
{
    const struct claim_shown *claim = &line->claim[period];
    const uint32_t from = trends->count - trends_period_count(trends, period);
    return (struct look_claim){
        .grade = claim->grade,
        .up = claim->up,
        .strength = claim->strength / 1000.0,
        .before = {from, from + claim->since},
        .after = {from + claim->since, trends->count},
    };
}

static struct look_line line_of(const struct trends *trends, const struct trend_line *line)
{
    const uint32_t blocks = trends->count;
    const struct band *band = &line->band[blocks - 1];
    struct look_line look = {
        .exists = true,
        .shown = band->readable,
        .centre = band->centre,
        .low = band->low,
        .high = band->high,
        .claim = {claim_of(trends, line, PERIOD_YEAR), claim_of(trends, line, PERIOD_ALL)}};
    if (blocks > MEASURE_EARLIER) {
        band = &line->band[blocks - 1 - MEASURE_EARLIER];
        look.has_earlier = true;
        look.earlier_centre = band->centre;
        look.earlier_low = band->low;
        look.earlier_high = band->high;
    }
    return look;
}

void measure_new(struct totals *totals, uint32_t blocks, struct look_line line[MEASURE_LINES])
{
    static struct trends trends;
    const uint32_t whole = totals->block_count;
    totals->block_count = blocks;
    trends_compute(totals, group_pack(), &trends);
    totals->block_count = whole;
    memset(line, 0, MEASURE_LINES * sizeof(line[0]));
    for (uint32_t i = 0; i < trends.line_count; i++) {
        if (trends.line[i].count > 0) {
            line[i] = line_of(&trends, &trends.line[i]);
        }
    }
}
