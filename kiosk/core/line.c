/* SPDX-License-Identifier: MIT */
/* Lines of complete blocks: which blocks, which windows, and the one comparison a line may make. */
#include "core/band.h"

#include <assert.h>
#include <string.h>

static bool is_complete(const struct block *block)
{
    return block->meetings == TOTALS_MEETINGS_PER_BLOCK;
}

static bool is_same_series(const struct block *a, const struct block *b)
{
    return a->scale == b->scale && strcmp(a->series, b->series) == 0;
}

/* Index behind the newest complete block; 0 when there is none. */
static uint32_t complete_end(const struct totals *totals)
{
    uint32_t end = totals->block_count;
    while (end > 0 && !is_complete(&totals->block[end - 1])) {
        end--;
    }
    return end;
}

/* First block of the unbroken run of the newest complete block's series that ends at end. */
static uint32_t series_begin(const struct totals *totals, uint32_t end)
{
    const struct block *newest = &totals->block[end - 1];
    uint32_t begin = end - 1;
    while (begin > 0 && is_complete(&totals->block[begin - 1]) &&
           is_same_series(&totals->block[begin - 1], newest)) {
        begin--;
    }
    return begin;
}

static uint32_t period_blocks(enum period period)
{
    switch (period) {
    case PERIOD_THREE:
        return BAND_POOL_BLOCKS;
    case PERIOD_YEAR:
        return BAND_LAST_YEAR_BLOCKS;
    case PERIOD_ALL:
    case PERIOD_COUNT:
        break;
    }
    return TOTALS_BLOCK_MAX;
}

struct line_span line_span_of(const struct totals *totals, enum period period)
{
    const uint32_t end = complete_end(totals);
    if (end == 0) {
        return (struct line_span){.first = 0, .count = 0};
    }
    const uint32_t run = end - series_begin(totals, end);
    const uint32_t most = period_blocks(period);
    const uint32_t count = run < most ? run : most;
    return (struct line_span){.first = end - count, .count = count};
}

static bool line_has_question(const struct pack *pack, struct line_id line, const char *question)
{
    if (line.kind == LINE_ALL) {
        return true;
    }
    for (uint32_t i = 0; i < pack->question_count; i++) {
        if (strcmp(pack->question[i].id, question) == 0) {
            return line.kind == LINE_THEME ? pack->question[i].theme == line.index
                                           : i == line.index;
        }
    }
    return false; /* the block was counted with another pack */
}

static struct window_sum window_sum_of(const struct totals *totals, const struct pack *pack,
                                       struct line_id line, uint32_t begin, uint32_t end)
{
    struct window_sum sum = {0};
    for (uint32_t b = begin; b < end; b++) {
        const struct block *block = &totals->block[b];
        for (uint32_t i = 0; i < block->tally_count; i++) {
            if (line_has_question(pack, line, block->tally[i].question)) {
                sum.upper += block->tally[i].upper;
                sum.lower += block->tally[i].lower;
                sum.draws_scale[block->scale] += block->meetings;
            }
        }
    }
    return sum;
}

static struct window_sum window_at(const struct totals *totals, const struct pack *pack,
                                   struct line_id line, struct line_span span, uint32_t pool_blocks,
                                   uint32_t index)
{
    assert(index + pool_blocks <= span.count);
    uint32_t begin = span.first + index;
    return window_sum_of(totals, pack, line, begin, begin + pool_blocks);
}

struct point line_point(const struct totals *totals, const struct pack *pack, struct line_id line,
                        struct line_span span, uint32_t pool_blocks, uint32_t index)
{
    const struct window_sum sum = window_at(totals, pack, line, span, pool_blocks, index);
    const uint32_t newest = index + pool_blocks - 1;
    return (struct point){
        .block_index = (uint16_t)newest,
        .month = totals->block[span.first + newest].month,
        .month_from = totals->block[span.first + index].month,
        .band = band_of(&sum),
    };
}

/* One decision for the whole line, so that its points can be compared with each other. */
static uint32_t pool_of(const struct totals *totals, const struct pack *pack, struct line_id line,
                        struct line_span span)
{
    if (line.kind != LINE_ALL) {
        return BAND_POOL_BLOCKS;
    }
    if (span.count < BAND_POOL_BLOCKS) {
        return 1;
    }
    for (uint32_t i = 0; i < span.count; i++) {
        const struct band band = line_point(totals, pack, line, span, 1, i).band;
        if (band.high - band.low > BAND_WIDTH_SINGLE_MAX) {
            return BAND_POOL_BLOCKS;
        }
    }
    return 1;
}

static bool is_asked(const struct totals *totals, const struct pack *pack, struct line_id line,
                     struct line_span span)
{
    const struct block *newest = &totals->block[span.first + span.count - 1];
    for (uint32_t i = 0; i < newest->tally_count; i++) {
        if (line_has_question(pack, line, newest->tally[i].question)) {
            return true;
        }
    }
    return false;
}

/* Compares the first window with the last when no block is in both. */
static void line_judge(const struct totals *totals, const struct pack *pack, struct line_id line,
                       struct line_span span, struct line_view *view)
{
    const uint32_t pool = view->pool_blocks;
    const uint32_t last_index = view->point_count - 1;
    const struct point first_point = line_point(totals, pack, line, span, pool, 0);
    const struct band first = first_point.band;
    const struct band last = line_point(totals, pack, line, span, pool, last_index).band;
    const bool is_apart = last_index >= pool;
    view->first = first.centre;
    view->last = last.centre;
    view->first_month = first_point.month;
    if (!last.readable || (is_apart && !first.readable)) {
        view->verdict = VERDICT_WIDE;
        return;
    }
    if (!is_apart) {
        view->verdict = VERDICT_ONE;
        return;
    }
    const struct window_sum sum_first = window_at(totals, pack, line, span, pool, 0);
    const struct window_sum sum_last = window_at(totals, pack, line, span, pool, last_index);
    const bool is_claimed = band_change_is_claimed(&sum_first, &sum_last, line.kind);
    const int change = (int)last.centre - (int)first.centre;
    if (is_claimed && change != 0) {
        view->verdict = change > 0 ? VERDICT_UP : VERDICT_DOWN;
    } else if (change >= BAND_LEAN_POINTS) {
        view->verdict = VERDICT_LEAN_UP;
    } else if (change <= -BAND_LEAN_POINTS) {
        view->verdict = VERDICT_LEAN_DOWN;
    } else {
        view->verdict = VERDICT_SAME;
    }
}

/* Complete blocks before the span that the period still reaches: they are of another series. */
static bool has_series_before(const struct totals *totals, struct line_span span,
                              enum period period)
{
    if (span.count >= period_blocks(period)) {
        return false;
    }
    for (uint32_t i = 0; i < span.first; i++) {
        if (is_complete(&totals->block[i])) {
            return true;
        }
    }
    return false;
}

uint32_t line_compute(const struct totals *totals, const struct pack *pack,
                      const struct line_query *query, struct line_view *view, struct point *points)
{
    const struct line_id line = query->line;
    const struct line_span span = line_span_of(totals, query->period);
    *view = (struct line_view){.verdict = VERDICT_NONE, .pool_blocks = 1};
    if (span.count == 0) {
        return 0;
    }
    const uint32_t run_first = series_begin(totals, span.first + span.count);
    view->block_count = span.count;
    view->pool_blocks = pool_of(totals, pack, line, span);
    view->series_before = has_series_before(totals, span, query->period);
    view->series_month = totals->block[run_first].month;
    if (span.count < view->pool_blocks || !is_asked(totals, pack, line, span)) {
        return 0;
    }
    view->point_count = span.count - view->pool_blocks + 1;
    line_judge(totals, pack, line, span, view);
    uint32_t written = 0;
    for (uint32_t i = query->from; i < view->point_count && written < query->max; i++) {
        points[written++] = line_point(totals, pack, line, span, view->pool_blocks, i);
    }
    return written;
}
