/* SPDX-License-Identifier: MIT */
#include "report/csv.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* Read by programs, hence never translated. */
static const char heading[] = "window,months,what,share,from,to\n";
static const char all_together[] = "all";

enum {
    LINE_MAX = 1 + PACK_THEME_MAX + PACK_QUESTION_MAX,
    ROW_BYTES = 128, /* an id of a theme, two months and five numbers */
};

struct report_line {
    struct line_id id;
    const char *what;
    uint32_t pool_blocks;
    uint32_t point_count;
};

/* Where rows go: counts all of them, keeps whole ones from `from` on while they fit. */
struct report_out {
    char *out;
    size_t size;
    size_t written;
    uint32_t from;
    uint32_t rows;
    uint32_t bytes;
    bool is_full;
};

static void put_text(struct report_out *out, const char *text, size_t length, bool is_wanted)
{
    out->bytes += (uint32_t)length;
    if (!is_wanted || out->out == NULL || out->is_full) {
        return;
    }
    if (out->written + length + 1 > out->size) {
        out->is_full = true; /* a shorter row after it would leave a gap */
        return;
    }
    memcpy(out->out + out->written, text, length);
    out->written += length;
    out->out[out->written] = '\0';
}

static void put_row(struct report_out *out, uint32_t window, const char *what,
                    const struct point *point)
{
    char first[MONTH_TEXT_BYTES];
    char last[MONTH_TEXT_BYTES];
    char share[8] = "";
    month_format(point->month_from, first);
    month_format(point->month, last);
    bool is_one_month = month_compare(point->month_from, point->month) == 0;
    if (point->band.readable) {
        (void)snprintf(share, sizeof(share), "%u", (unsigned)point->band.centre);
    }
    char row[ROW_BYTES];
    int length = snprintf(row, sizeof(row), "%u,%s%s%s,%s,%s,%u,%u\n", (unsigned)window, first,
                          is_one_month ? "" : "..", is_one_month ? "" : last, what, share,
                          (unsigned)point->band.low, (unsigned)point->band.high);
    assert(length > 0 && (size_t)length < sizeof(row));
    put_text(out, row, (size_t)length, out->rows >= out->from);
    out->rows++;
}

static uint32_t collect_lines(const struct totals *totals, const struct pack *pack,
                              enum period period, struct report_line lines[LINE_MAX])
{
    uint32_t count = 0;
    lines[count++] = (struct report_line){.id = {.kind = LINE_ALL}, .what = all_together};
    for (uint32_t i = 0; i < pack->theme_count; i++) {
        lines[count++] = (struct report_line){.id = {LINE_THEME, i}, .what = pack->theme[i].id};
    }
    for (uint32_t i = 0; i < pack->question_count; i++) {
        lines[count++] =
            (struct report_line){.id = {LINE_QUESTION, i}, .what = pack->question[i].id};
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct line_query query = {.line = lines[i].id, .period = period};
        struct line_view view;
        (void)line_compute(totals, pack, &query, &view, NULL);
        lines[i].pool_blocks = view.pool_blocks;
        lines[i].point_count = view.point_count;
    }
    return count;
}

void report_csv(const struct totals *totals, const struct pack *pack, enum period period,
                uint32_t from, char *out, size_t size, size_t *written, struct report_size *report)
{
    struct report_out to = {.out = out, .size = size, .from = from};
    struct report_line lines[LINE_MAX];
    const uint32_t line_count = collect_lines(totals, pack, period, lines);
    const struct line_span span = line_span_of(totals, period);

    put_text(&to, heading, sizeof(heading) - 1, true);
    for (uint32_t newest = span.count; newest-- > 0;) {
        const uint32_t window = totals->block[span.first + newest].id;
        for (uint32_t i = 0; i < line_count; i++) {
            const struct report_line *line = &lines[i];
            if (line->point_count == 0 || newest + 1 < line->pool_blocks) {
                continue;
            }
            struct point point = line_point(totals, pack, line->id, span, line->pool_blocks,
                                            newest + 1 - line->pool_blocks);
            put_row(&to, window, line->what, &point);
        }
    }
    *written = to.written;
    *report = (struct report_size){.rows = to.rows, .bytes = to.bytes, .blocks = span.count};
    if (span.count > 0) {
        report->first = totals->block[span.first].month;
        report->last = totals->block[span.first + span.count - 1].month;
    }
}
