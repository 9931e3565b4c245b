/* SPDX-License-Identifier: MIT */
#include "tools/trends/measure.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const double SAME_WITHIN = .02;   /* true shares that differ by less have not changed */
static const double STEADY_WITHIN = .12; /* and this is what steady means */

static enum line_kind kind_of(uint32_t line)
{
    const uint32_t themes = group_pack()->theme_count;
    return line == 0 ? LINE_ALL : line <= themes ? LINE_THEME : LINE_QUESTION;
}

static bool line_holds(uint32_t line, uint32_t question)
{
    const struct pack *pack = group_pack();
    return line == 0 || (line <= pack->theme_count ? pack->question[question].theme == line - 1
                                                   : question == line - 1 - pack->theme_count);
}

/* The truth of one group, asked for by line. */
struct truth {
    const struct group *group;
    const struct group_truth *shares;
};

static double true_share(const struct truth *truth, uint32_t line, uint32_t block)
{
    double sum = 0, count = 0;
    for (uint32_t i = 0; i < truth->group->questions; i++) {
        if (line_holds(line, i)) {
            sum += truth->shares->share[block][i];
            count++;
        }
    }
    assert(count > 0);
    return sum / count;
}

static double true_mean(const struct truth *truth, uint32_t line, struct stretch blocks)
{
    double sum = 0;
    for (uint32_t block = blocks.from; block < blocks.to; block++) {
        sum += true_share(truth, line, block) / (blocks.to - blocks.from);
    }
    return sum;
}

/* What is said to have gone up has gone down, or nowhere. */
static bool claims_falsely(const struct truth *truth, uint32_t line, const struct look_claim *claim)
{
    if (claim->grade != GRADE_CHANGED) {
        return false;
    }
    const double change =
        true_mean(truth, line, claim->after) - true_mean(truth, line, claim->before);
    return claim->up ? change < SAME_WITHIN : change > -SAME_WITHIN;
}

/* The line that a course moves is told of: a step by its direction, a dip by either of its ends. */
static bool finds(const struct group *group, const struct look_line line[MEASURE_LINES],
                  uint32_t period)
{
    const uint32_t moved = 1 + group_pack()->theme_count + GROUP_MOVED;
    const bool one = group->course == COURSE_STEP_ONE || group->course == COURSE_DIP_ONE;
    const bool step = group->course == COURSE_STEP_ONE || group->course == COURSE_STEP_ALL;
    const struct look_claim *claim = &line[one ? moved : 0].claim[period];
    return claim->grade == GRADE_CHANGED && (claim->up || !step);
}

static bool has_moved(const struct truth *truth, uint32_t line, uint32_t blocks)
{
    const double now = true_share(truth, line, blocks - 1);
    for (uint32_t block = blocks > MEASURE_YEAR ? blocks - MEASURE_YEAR : 0; block < blocks;
         block++) {
        if (fabs(true_share(truth, line, block) - now) > STEADY_WITHIN) {
            return true;
        }
    }
    return false;
}

static void add_line(const struct truth *truth, uint32_t index, uint32_t blocks,
                     const struct look_line *line, struct accuracy *sum)
{
    const double now = 100 * true_share(truth, index, blocks - 1);
    const bool inside = line->low <= now && now <= line->high;
    const enum grade grade = line->claim[0].grade;
    sum->count++;
    sum->square += (line->centre - now) * (line->centre - now);
    sum->inside += inside;
    sum->width += line->high - line->low;
    sum->shown += line->shown;
    sum->shown_inside += line->shown && inside;
    sum->grade[grade]++;
    sum->steady_false += grade == GRADE_STEADY && has_moved(truth, index, blocks);
    if (line->has_earlier) {
        const double then = 100 * true_share(truth, index, blocks - 1 - MEASURE_EARLIER);
        sum->earlier++;
        sum->earlier_square += (line->earlier_centre - then) * (line->earlier_centre - then);
        sum->earlier_inside += line->earlier_low <= then && then <= line->earlier_high;
    }
}

/* What one group has shown of one period so far. */
struct tally_year {
    bool is_false, found;
    double strength;
};

static uint32_t step_of(double strength)
{
    return strength < MEASURE_STEPS / 100.0 ? (uint32_t)(100 * strength) : MEASURE_STEPS;
}

static void add_claims(const struct truth *truth, uint32_t blocks,
                       const struct look_line line[MEASURE_LINES], uint32_t period,
                       struct tally_year *year, struct measure *out)
{
    struct claims *sum = &out->claims[period];
    bool is_false = false;
    double strongest = 0;
    for (uint32_t i = 0; i < MEASURE_LINES; i++) {
        if (line[i].exists) {
            const struct look_claim *claim = &line[i].claim[period];
            is_false = is_false || claims_falsely(truth, i, claim);
            strongest = claim->strength > strongest ? claim->strength : strongest;
        }
    }
    sum->looks_false += is_false;
    sum->look_strength[step_of(strongest)]++;
    year->is_false = year->is_false || is_false;
    year->strength = strongest > year->strength ? strongest : year->strength;
    year->found = year->found || finds(truth->group, line, period);
    if (blocks > GROUP_CHANGE && blocks <= GROUP_CHANGE + MEASURE_YEAR) {
        sum->found[blocks - GROUP_CHANGE] += year->found;
    }
    if (blocks % MEASURE_YEAR == 0) {
        const bool is_full = blocks > MEASURE_YEAR;
        sum->years_false += is_full && year->is_false;
        sum->year_strength[step_of(year->strength)] += is_full;
        *year = (struct tally_year){.found = false};
    }
}

static void measure_one(const struct group *group, measure_reader reader, struct measure *out)
{
    static struct totals totals;
    static struct group_truth shares;
    struct look_line line[MEASURE_LINES];
    struct tally_year year[MEASURE_PERIODS] = {{.found = false}};
    const struct truth truth = {group, &shares};
    group_fill(group, &totals, &shares);
    for (uint32_t blocks = CLAIM_BLOCKS_MIN; blocks <= group->blocks; blocks++) {
        reader(&totals, blocks, line);
        for (uint32_t i = 0; i < MEASURE_LINES; i++) {
            if (line[i].exists) {
                add_line(&truth, i, blocks, &line[i], &out->accuracy[kind_of(i)]);
            }
        }
        for (uint32_t period = 0; period < MEASURE_PERIODS; period++) {
            add_claims(&truth, blocks, line, period, &year[period], out);
        }
        out->looks++;
        out->years += blocks % MEASURE_YEAR == 0 && blocks > MEASURE_YEAR;
    }
    out->groups++;
}

void measure_groups(const struct group *like, uint32_t groups, measure_reader reader,
                    struct measure *out)
{
    memset(out, 0, sizeof(*out));
    for (uint32_t i = 0; i < groups; i++) {
        struct group group = *like;
        group.seed = like->seed + i;
        measure_one(&group, reader, out);
    }
}

double measure_strength(const double strength[MEASURE_STEPS + 1], double share)
{
    double all = 0, above = 0;
    for (uint32_t i = 0; i <= MEASURE_STEPS; i++) {
        all += strength[i];
    }
    for (uint32_t i = MEASURE_STEPS + 1; i-- > 0;) {
        above += strength[i];
        if (above > share * all) {
            return (i + 1) / 100.0;
        }
    }
    return 0;
}
