/* SPDX-License-Identifier: MIT */
/* The report: what leaves the machine is shown first and then written to a drive as two files, a
 * page to read and a table to reckon with. Both come from the same complete blocks. */
#include "keeper/keeper_parts.h"
#include "report/csv.h"
#include "report/page.h"

#include <string.h>

/* The period and the language of a report. */
struct report_wish {
    enum period period;
    const struct language_offer *words;
};

/* Finds the words of a report. Returns false if this process does not have them. */
static bool find_wish(const struct keeper *keeper, uint8_t period, uint8_t language,
                      struct report_wish *wish)
{
    const struct keeper_host *host = keeper->host;
    *wish = (struct report_wish){(enum period)period, host->words(host->context, language)};
    return wish->words != NULL;
}

static void write_page(struct keeper *keeper, const struct report_wish *wish,
                       const struct report_size *size, struct sink *sink)
{
    struct lines lines = {.pack = keeper->pack,
                          .words = *wish->words,
                          .question_off = keeper->settings.choice.question_off,
                          .period = wish->period};
    lines_collect(&lines, &keeper->totals, keeper_trends(keeper), &keeper->lines);
    struct page_span span = {.from = size->first,
                             .to = size->last,
                             .blocks = size->blocks,
                             .made_up = keeper->status.simulated != 0};
    page_html(&lines, &span, sink);
}

enum status keeper_read_report(struct keeper *keeper, struct request *request)
{
    const struct message_report_request *wanted = &request->in->as.report_request;
    struct report_wish wish;
    if (!find_wish(keeper, wanted->period, wanted->language, &wish)) {
        return STATUS_INVALID;
    }
    struct message *answer = keeper_answer(request, MESSAGE_REPORT);
    struct message_report *report = &answer->as.report;
    struct report_size size = {.rows = 0};
    struct sink page = {.bytes = NULL};
    size_t written = 0;
    report->request = *wanted;
    report_csv(&keeper->totals, keeper_trends(keeper), keeper->pack, wish.period, wanted->from,
               report->text, sizeof(report->text), &written, &size);
    report->rows = size.rows;
    report->bytes = size.bytes;
    report->blocks = size.blocks;
    report->first = size.first;
    report->last = size.last;
    if (size.blocks > 0) {
        write_page(keeper, &wish, &size, &page);
    }
    report->page_bytes = (uint32_t)page.length;
    keeper_answer_send(answer);
    return STATUS_OK;
}

/* Makes both files in the scratch, the table first and the page behind it. */
static enum status make_files(struct keeper *keeper, const struct report_wish *wish,
                              struct errand *errand)
{
    struct report_size size = {.rows = 0};
    size_t written = 0;
    char *text = (char *)keeper->scratch;
    report_csv(&keeper->totals, keeper_trends(keeper), keeper->pack, wish->period, 0, text,
               sizeof(keeper->scratch), &written, &size);
    if (size.blocks == 0) {
        return STATUS_DENIED; /* nothing is complete: the screen offers no save */
    }
    struct sink page = {.bytes = text + written, .size = sizeof(keeper->scratch) - written};
    write_page(keeper, wish, &size, &page);
    if (written != size.bytes || !sink_is_whole(&page)) {
        return STATUS_LIMIT;
    }
    errand->file[0] = (struct errand_file){".html", (uint32_t)written, (uint32_t)page.length};
    errand->file[1] = (struct errand_file){".csv", 0, (uint32_t)written};
    errand->file_count = 2;
    return STATUS_OK;
}

enum status keeper_end_save(struct keeper *keeper, struct request *request,
                            const struct errand_answer *answer)
{
    (void)keeper;
    if (answer->status == STATUS_OK) {
        keeper_answer_send(keeper_answer(request, MESSAGE_SAVED));
    }
    return (enum status)answer->status;
}

enum status keeper_save_report(struct keeper *keeper, struct request *request)
{
    const struct message_save *save = &request->in->as.save;
    struct errand *errand = keeper_errand_of(keeper, ERRAND_EXPORT);
    struct report_wish wish;
    if (!find_wish(keeper, save->period, save->language, &wish)) {
        return STATUS_INVALID;
    }
    enum status status = make_files(keeper, &wish, errand);
    if (status != STATUS_OK) {
        return status;
    }
    memcpy(errand->pick.label, save->label, sizeof(errand->pick.label));
    errand->today = keeper_today(keeper);
    return keeper_errand_run(keeper, request, keeper_end_save);
}
