/* SPDX-License-Identifier: MIT */
#include "report/csv.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* The heading is read by programs, so it is never translated. The mark at its start says that the
 * file is UTF-8; without the mark a spreadsheet reads the file in the encoding of its machine. */
#define MARK "\xEF\xBB\xBF"
static const char heading[] = MARK "window,set,month,what,level,from,to\n";

enum {
    ROW_BYTES = 128, /* an id of a theme in quotes, a month and five numbers */
    LINE_NUMBERS =
        100, /* more than there are lines; the factor of a block in the number of a row */
};

_Static_assert((int)TRENDS_LINE_MAX <= (int)LINE_NUMBERS, "a window's number is a row's own");

/* The place where rows go. It counts every row, and keeps whole rows from the row `from` on as long
 * as they fit. */
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
        out->is_full = true; /* a shorter row after this one would leave a gap */
        return;
    }
    memcpy(out->out + out->written, text, length);
    out->written += length;
    out->out[out->written] = '\0';
}

/* An id stands in quotes, because a spreadsheet would read "may" or "1-2" as a date. No id has a
 * quote in it. */
static void put_row(struct report_out *out, const struct block *block, uint32_t line,
                    const char *what, const struct band *band)
{
    char month[MONTH_TEXT_BYTES];
    char level[8] = "";
    month_format(block->month, month);
    if (band->readable) {
        (void)snprintf(level, sizeof(level), "%u", (unsigned)band->centre);
    }
    char row[ROW_BYTES];
    int length = snprintf(row, sizeof(row), "%u,%u,%s,\"%s\",%s,%u,%u\n",
                          (unsigned)(block->id * LINE_NUMBERS + line), (unsigned)block->id, month,
                          what, level, (unsigned)band->low, (unsigned)band->high);
    assert(length > 0 && (size_t)length < sizeof(row));
    put_text(out, row, (size_t)length, out->rows >= out->from);
    out->rows++;
}

static const char *name_of(const struct pack *pack, uint32_t line)
{
    if (line == 0) {
        return "all";
    }
    return line <= pack->theme_count ? pack->theme[line - 1].id
                                     : pack->question[line - 1 - pack->theme_count].id;
}

void report_csv(const struct totals *totals, const struct trends *trends, const struct pack *pack,
                enum period period, uint32_t from, char *out, size_t size, size_t *written,
                struct report_size *report)
{
    struct report_out to = {.out = out, .size = size, .from = from};
    const struct line_span span = line_span_of(trends, period);
    const uint32_t skipped = trends->count - span.count;
    put_text(&to, heading, sizeof(heading) - 1, true);
    for (uint32_t newest = span.count; newest-- > 0;) {
        for (uint32_t i = 0; i < trends->line_count; i++) {
            const struct trend_line *line = &trends->line[i];
            if (line->count > 0) {
                put_row(&to, &totals->block[span.first + newest], i, name_of(pack, i),
                        &line->band[skipped + newest]);
            }
        }
    }
    *written = to.written;
    *report = (struct report_size){.rows = to.rows, .bytes = to.bytes, .blocks = span.count};
    if (span.count > 0) {
        const struct month_span months = totals_months(totals, span.first, span.count);
        report->first = months.first;
        report->last = months.last;
    }
}

const char *report_csv_first(const char *text)
{
    return strncmp(text, MARK, sizeof(MARK) - 1) == 0 ? text + sizeof(MARK) - 1 : text;
}
