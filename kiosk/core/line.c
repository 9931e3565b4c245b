/* SPDX-License-Identifier: MIT */
#include "core/line.h"

#include "core/trends.h"

#include <assert.h>

struct line_span line_span_of(const struct trends *trends, enum period period)
{
    const uint32_t count = trends_period_count(trends, period);
    return (struct line_span){.first = trends->first + trends->count - count, .count = count};
}

static uint32_t index_of(const struct pack *pack, struct line_id line)
{
    switch (line.kind) {
    case LINE_THEME:
        assert(line.index < pack->theme_count);
        return 1 + line.index;
    case LINE_QUESTION:
        assert(line.index < pack->question_count);
        return 1 + pack->theme_count + line.index;
    case LINE_ALL:
        break;
    }
    return 0;
}

/* Returns whether the period reaches finished blocks before the span, which belong to another
 * series. */
static bool has_series_before(const struct totals *totals, const struct trends *trends,
                              enum period period)
{
    if (trends_period_count(trends, period) >= trends_period_most(period)) {
        return false;
    }
    for (uint32_t i = 0; i < trends->first; i++) {
        if (totals->block[i].meetings == TOTALS_MEETINGS_PER_BLOCK) {
            return true;
        }
    }
    return false;
}

uint32_t line_read(const struct totals *totals, const struct trends *trends,
                   const struct pack *pack, const struct line_query *query, struct line_view *view,
                   struct point *points)
{
    const struct line_span span = line_span_of(trends, query->period);
    const struct trend_line *line = &trends->line[index_of(pack, query->line)];
    *view = (struct line_view){.block_count = span.count};
    if (span.count == 0) {
        return 0;
    }
    const struct block *blocks = &totals->block[span.first];
    const uint32_t skipped = trends->count - span.count;
    view->series_before = has_series_before(totals, trends, query->period);
    view->series_month = totals_months(totals, trends->first, trends->count).first;
    view->claim = line->claim[query->period];
    view->first_month = totals_months(totals, span.first, span.count).first;
    view->point_count = line->count > 0 ? span.count : 0;
    if (view->claim.grade == GRADE_CHANGED) {
        const uint32_t since = view->claim.since;
        view->since_month = totals_months(totals, span.first + since, span.count - since).first;
    }
    uint32_t written = 0;
    for (uint32_t i = query->from; i < view->point_count && written < query->max; i++) {
        points[written++] = (struct point){
            .block_index = (uint16_t)i, .month = blocks[i].month, .band = line->band[skipped + i]};
    }
    return written;
}
