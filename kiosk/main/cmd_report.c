/* SPDX-License-Identifier: MIT */
/* "kiosk report": the facilitator's report, behind the same PIN and the same back-off. */
#include "keeper/keeper.h"
#include "main/ask.h"
#include "main/commands.h"
#include "main/failure.h"
#include "main/quiet_host.h"
#include "main/say.h"
#include "main/setup.h"
#include "main/totals_file.h"
#include "platform/system/clock.h"
#include "platform/system/folder.h"
#include "platform/system/room.h"
#include "report/csv.h"
#include "report/page.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAIT_STEP_MS = 1000 }; /* the clock is looked at this often, because the machine may sleep */

static const enum message_id WAITS[WAIT_COUNT] = {[WAIT_WRONG] = MSG_CLI_PIN_WAIT,
                                                  [WAIT_RECORD] = MSG_CLI_PIN_WAIT_RECORD,
                                                  [WAIT_FULL] = MSG_CLI_PIN_WAIT_FULL,
                                                  [WAIT_UNWRITTEN] = MSG_CLI_PIN_WAIT_UNWRITTEN};

/* Waits until the keeper takes PINs again. A person who started this command anew would have to
 * wait anew. */
static void wait_out(struct keeper *keeper)
{
    static struct message out[KEEPER_OUT_MAX];
    uint32_t count = 0;
    uint64_t now_ms = clock_boot_ms();
    if (keeper->wait_until_ms <= now_ms) {
        return;
    }
    uint64_t seconds = (keeper->wait_until_ms - now_ms + 999) / 1000;
    bool is_minutes = seconds >= 120 || seconds == 60;
    char number[24], words[CATALOG_STRING_MAX];
    uint64_t n = is_minutes ? (seconds + 59) / 60 : seconds;
    const struct text_arg arg = {"n", text_number(number, (int64_t)n)};
    text_format(words, sizeof(words),
                say_text_plural(is_minutes ? MSG_PLURAL_MINUTES : MSG_PLURAL_SECONDS, n), &arg, 1);
    (void)say_error(WAITS[keeper->status.wait_why], "time", words, RESULT_NOT_SO);
    while (keeper->wait_until_ms != 0) {
        clock_sleep_until(clock_boot_ms() + WAIT_STEP_MS);
        keeper_tick(keeper, clock_boot_ms(), out, &count);
    }
}

/* Asks for the PIN. The keeper's own rules judge it, so a wrong PIN here counts as one at the
 * kiosk. */
static enum status unlock(struct keeper *keeper)
{
    static struct message out[KEEPER_OUT_MAX];
    struct message in;
    char pin[PIN_DIGITS_MAX + 2];
    uint32_t count = 0;
    message_init(&in, MESSAGE_UNLOCK);
    in.sequence = 1;
    enum status result = STATUS_DENIED;
    enum status asked = ask_line(say_text(MSG_CLI_PIN_ASK), true, pin, sizeof(pin));
    if (asked == STATUS_MISSING) {
        return asked;
    }
    if (asked == STATUS_OK && pin_is_valid(pin)) {
        memcpy(in.as.pin, pin, strlen(pin));
        result = keeper_handle(keeper, &in, sizeof(in), clock_boot_ms(), out, &count);
        result = result == STATUS_OK ? (enum status)out[0].as.status.result : result;
    }
    explicit_bzero(pin, sizeof(pin));
    explicit_bzero(&in, sizeof(in));
    return result;
}

/* Unlocks. A try that could not be written down does not count: the command waits, and asks for the
 * PIN again. */
static enum status unlock_in_time(struct keeper *keeper)
{
    enum status result = STATUS_DENIED;
    bool is_judged = false;
    while (!is_judged) {
        wait_out(keeper);
        result = unlock(keeper);
        is_judged = result != STATUS_DENIED || keeper->wait_until_ms == 0 ||
                    keeper->status.wait_why == WAIT_WRONG;
    }
    return result;
}

/* Returns what prevents writing there, so that it is told before anybody types a PIN. */
static enum result look_at_out(const char *path)
{
    struct stat there;
    char folder[SETUP_PATH_BYTES] = ".";
    const char *slash = strrchr(path, '/');
    if (lstat(path, &there) == 0) {
        return say_error(MSG_CLI_REPORT_EXISTS, "file", path, RESULT_MACHINE);
    }
    if (slash != NULL) {
        snprintf(folder, sizeof(folder), "%.*s", (int)(slash - path) + 1, path);
    }
    if (access(folder, W_OK | X_OK) != 0) {
        return say_error(MSG_CLI_REPORT_FAILED, "file", path, RESULT_MACHINE);
    }
    return RESULT_DONE;
}

static enum result write_file(const char *path, const char *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0 && errno == EEXIST) {
        return say_error(MSG_CLI_REPORT_EXISTS, "file", path, RESULT_MACHINE);
    }
    bool is_written =
        file >= 0 && write(file, bytes, length) == (ssize_t)length && fsync(file) == 0;
    if (file >= 0) {
        is_written = close(file) == 0 && is_written;
    }
    if (!is_written) {
        bool is_gone = file < 0 || unlink(path) == 0;
        return say_error(is_gone ? MSG_CLI_REPORT_FAILED : MSG_CLI_REPORT_LEFT, "file", path,
                         RESULT_MACHINE);
    }
    struct text_arg done = {"file", path};
    say(stdout, MSG_CLI_REPORT_DONE, &done, 1);
    return RESULT_DONE;
}

static enum result write_table(struct keeper *keeper, const char *path)
{
    struct report_size size;
    size_t written = 0;
    report_csv(&keeper->totals, keeper_trends(keeper), keeper->pack, PERIOD_ALL, 0,
               (char *)keeper->scratch, sizeof(keeper->scratch), &written, &size);
    return write_file(path, (const char *)keeper->scratch, written);
}

/* Writes the page in the language of --lang, the language of everything else that this command
 * says. */
static enum result write_page(struct keeper *keeper, const char *path)
{
    struct line_span held = line_span_of(keeper_trends(keeper), PERIOD_ALL);
    struct lines lines = {.pack = keeper->pack,
                          .words = say_words(),
                          .question_off = keeper->settings.choice.question_off,
                          .period = PERIOD_ALL};
    if (held.count == 0 || lines.words.catalog == NULL) {
        return say_error(MSG_REPORT_EMPTY, NULL, NULL, RESULT_NOT_SO);
    }
    const struct block *first = &keeper->totals.block[held.first];
    struct page_span span = {first->month, first[held.count - 1].month, held.count,
                             keeper->status.simulated != 0};
    struct sink sink = {.bytes = (char *)keeper->scratch, .size = sizeof(keeper->scratch)};
    lines_collect(&lines, &keeper->totals, keeper_trends(keeper), &keeper->lines);
    page_html(&lines, &span, &sink);
    if (!sink_is_whole(&sink)) {
        return say_error(MSG_CLI_REPORT_FAILED, "file", path, RESULT_MACHINE);
    }
    return write_file(path, sink.bytes, sink.length);
}

static enum result report(const struct folder_ops *folder, const struct pack *pack,
                          const struct options *options, bool is_page)
{
    static struct keeper_secret secret;
    struct keeper *keeper = room_take(sizeof(*keeper));
    const char *path = options->value[OPTION_OUT];
    struct error error;
    struct keeper_host host;
    if (keeper == NULL) {
        return failure_room();
    }
    quiet_host_init(&host, folder);
    enum status status = keeper_init(keeper, &secret, pack, &host, clock_boot_ms(), &error);
    if (status != STATUS_OK) {
        struct control failure = {.stage = error.status == STATUS_OK ? STAGE_FILE : STAGE_SETTINGS};
        failure.error = error;
        failure.error.status = status;
        return failure_tell(&failure, options);
    }
    if (keeper->status.settings == SETTINGS_LOST) {
        return say_error(MSG_CLI_PIN_LOST, NULL, NULL, RESULT_NOT_SO);
    }
    if (!keeper->status.pin_set) {
        return say_error(MSG_CLI_PIN_NONE, NULL, NULL, RESULT_NOT_SO);
    }
    status = unlock_in_time(keeper);
    if (status == STATUS_DENIED) {
        return say_error(MSG_CLI_PIN_NO, NULL, NULL, RESULT_NOT_SO);
    }
    if (status == STATUS_MISSING) {
        return say_error(MSG_CLI_PIN_MISSING, NULL, NULL, RESULT_NOT_SO);
    }
    if (status != STATUS_OK) {
        return say_error(MSG_CLI_PIN_MEMORY, NULL, NULL, RESULT_MACHINE);
    }
    return is_page ? write_page(keeper, path) : write_table(keeper, path);
}

enum result cli_report(const struct options *options)
{
    const struct totals *totals = NULL;
    static struct folder folder;
    static struct pack pack;
    static struct pack_errors errors;
    const char *path = "";
    const char *format = options->value[OPTION_FORMAT];
    const char *data = setup_data(options);
    struct error error;
#ifdef TEST_BUILD
    if (options_has(options, OPTION_CLOCK) &&
        clock_test(options->value[OPTION_CLOCK]) != STATUS_OK) {
        return say_misused(options->value[OPTION_CLOCK]);
    }
#endif
    if (!options_has(options, OPTION_OUT)) {
        return say_misuse(
            &(struct misuse){.kind = MISUSE_NEEDS, .word = "report", .need = "--out FILE"});
    }
    bool is_page = format != NULL && strcmp(format, "html") == 0;
    if (format != NULL && !is_page && strcmp(format, "csv") != 0) {
        return say_misused(format);
    }
    enum result result = look_at_out(options->value[OPTION_OUT]);
    if (result != RESULT_DONE) {
        return result;
    }
    result = data != NULL ? failure_of_owner(data) : RESULT_DONE;
    if (result != RESULT_DONE) {
        return result;
    }
    /* the file is read here first, because the keeper would set a damaged file aside and a report
     * must leave it in its place */
    result = totals_file_read(data, &totals, &path);
    if (result != RESULT_DONE) {
        return result;
    }
    enum status loaded = setup_pack(options->value[OPTION_PACK], &pack, &errors);
    if (loaded != STATUS_OK) {
        return failure_pack(loaded, options->value[OPTION_PACK], &errors);
    }
    enum status status = folder_wait(data);
    if (status == STATUS_OK) {
        status = folder_open(&folder, data, false, &error);
    }
    if (status != STATUS_OK) {
        return failure_folder(status, data);
    }
    struct options found = *options;
    found.value[OPTION_DATA] = data;
    result = report(&folder.ops, &pack, &found, is_page);
    folder_close(&folder);
    return result;
}
