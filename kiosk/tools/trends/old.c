/* SPDX-License-Identifier: MIT */
/* How lines were read before: windows of three sets with a band of the blur alone, and one
 * comparison of the first window with the last. Kept to compare with. */
#include "tools/trends/measure.h"

#include <string.h>

static struct line_id id_of(uint32_t line)
{
    const uint32_t themes = group_pack()->theme_count;
    if (line == 0) {
        return (struct line_id){LINE_ALL, 0};
    }
    return line <= themes ? (struct line_id){LINE_THEME, line - 1}
                          : (struct line_id){LINE_QUESTION, line - 1 - themes};
}

static enum grade grade_of(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_UP:
    case VERDICT_DOWN:
        return GRADE_CHANGED;
    case VERDICT_LEAN_UP:
    case VERDICT_LEAN_DOWN:
        return GRADE_LEANING;
    case VERDICT_SAME:
        return GRADE_STEADY;
    case VERDICT_NONE:
    case VERDICT_ONE:
    case VERDICT_WIDE:
        break;
    }
    return GRADE_NOT_YET;
}

/* The sets compared are those of two windows; what lies between them was not looked at. */
static struct look_claim claim_of(const struct totals *totals, uint32_t line, enum period period,
                                  struct look_line *look)
{
    static struct point point[GROUP_SETS_MAX];
    const struct line_query query = {id_of(line), period, 0, GROUP_SETS_MAX};
    struct line_view view;
    const uint32_t count = line_compute(totals, group_pack(), &query, &view, point);
    const uint32_t sets = totals->block_count, from = sets - view.block_count;
    look->exists = count > 0;
    if (count == 0) {
        return (struct look_claim){.grade = GRADE_NONE};
    }
    const struct band *band = &point[count - 1].band;
    look->shown = band->readable;
    look->centre = band->centre;
    look->low = band->low;
    look->high = band->high;
    look->has_earlier = count > MEASURE_EARLIER;
    if (look->has_earlier) {
        band = &point[count - 1 - MEASURE_EARLIER].band;
        look->earlier_centre = band->centre;
        look->earlier_low = band->low;
        look->earlier_high = band->high;
    }
    return (struct look_claim){.grade = grade_of(view.verdict),
                               .up = view.verdict == VERDICT_UP,
                               .before = {from, from + view.pool_blocks},
                               .after = {sets - view.pool_blocks, sets}};
}

void measure_old(struct totals *totals, uint32_t sets, struct look_line line[MEASURE_LINES])
{
    const uint32_t whole = totals->block_count;
    totals->block_count = sets;
    memset(line, 0, MEASURE_LINES * sizeof(line[0]));
    for (uint32_t i = 0; i < 1 + group_pack()->theme_count + group_pack()->question_count; i++) {
        line[i].claim[0] = claim_of(totals, i, PERIOD_YEAR, &line[i]);
        line[i].claim[1] = claim_of(totals, i, PERIOD_ALL, &line[i]);
    }
    totals->block_count = whole;
}
