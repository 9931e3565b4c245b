/* SPDX-License-Identifier: MIT */
#include "keeper/guard.h"

#include "core/span.h"

#include <assert.h>
#include <string.h>

/* The file is text, because people are told to look at it. All guard files have one size, so that
 * the size tells nothing. */
static const char FORM[GUARD_BYTES + 1] = "guard 1\n"
                                          "failures 0\n"
                                          "level 0\n"
                                          "meeting 0\n"
                                          "                          \n";
enum { GUARD_VERSION = 1, FAILURES_AT = 17, LEVEL_AT = 25, FLAG_AT = 35 };
enum {
    GUARD_READ_BYTES = 4096
}; /* a later version's file may be longer; it begins with its name and number */

_Static_assert(sizeof(FORM) == GUARD_BYTES + 1, "the form fills the file");

static void format(const struct guard *guard, char out[GUARD_BYTES])
{
    memcpy(out, FORM, GUARD_BYTES);
    out[FAILURES_AT] = (char)('0' + guard->failures);
    out[LEVEL_AT] = (char)('0' + guard->level);
    out[FLAG_AT] = (char)('0' + guard->flag);
}

static bool take_number(struct text_lines *lines, const char *key, uint64_t max, uint8_t *out)
{
    struct span line;
    uint64_t number = 0;
    if (!lines_next(lines, &line) || !span_take(&line, key) || !span_take(&line, " ") ||
        !span_number(line, 10, max, &number)) {
        return false;
    }
    *out = (uint8_t)number;
    return true;
}

/* Reads strictly: the bytes must be those that would be written. */
static enum status parse(const char *bytes, size_t length, struct guard *out)
{
    struct guard guard;
    struct text_lines lines = lines_of(bytes, length);
    struct span line;
    enum status status =
        lines_next(&lines, &line) ? span_header(line, "guard", GUARD_VERSION) : STATUS_DAMAGED;
    if (status == STATUS_NEWER) {
        return status;
    }
    if (status != STATUS_OK || length != GUARD_BYTES ||
        !take_number(&lines, "failures", GUARD_TRIES, &guard.failures) ||
        !take_number(&lines, "level", GUARD_LEVEL_MAX, &guard.level) ||
        !take_number(&lines, "meeting", GUARD_CLOSING, &guard.flag) ||
        (guard.failures == GUARD_TRIES && guard.level == 0)) {
        return STATUS_DAMAGED;
    }
    char again[GUARD_BYTES];
    format(&guard, again);
    if (memcmp(bytes, again, GUARD_BYTES) != 0) {
        return STATUS_DAMAGED;
    }
    *out = guard;
    return STATUS_OK;
}

enum status guard_load(struct guard *guard, const struct folder_ops *folder)
{
    static const struct guard STRICTEST = {
        .failures = GUARD_TRIES, .level = GUARD_LEVEL_MAX, .flag = GUARD_CLOSING};
    char bytes[GUARD_READ_BYTES];
    size_t length = 0;
    enum status status = folder->read(folder->context, GUARD_FILE, bytes, sizeof(bytes), &length);
    if (status == STATUS_MISSING) {
        *guard = (struct guard){.flag = GUARD_NO_MEETING};
        return STATUS_OK;
    }
    if (status == STATUS_OK) {
        status = parse(bytes, length, guard);
    } else if (status == STATUS_LIMIT) {
        status = STATUS_DAMAGED;
    }
    if (status == STATUS_DAMAGED) {
        *guard = STRICTEST;
    }
    return status;
}

enum status guard_save(const struct guard *guard, const struct folder_ops *folder)
{
    char bytes[GUARD_BYTES];
    assert(guard->failures < GUARD_TRIES || guard->level > 0);
    format(guard, bytes);
    enum status status =
        store_write_file(folder, GUARD_FILE, GUARD_TEMPORARY, bytes, sizeof(bytes));
    if (status != STATUS_OK && store_make_way(folder, GUARD_FILE, GUARD_ASIDE)) {
        status = store_write_file(folder, GUARD_FILE, GUARD_TEMPORARY, bytes, sizeof(bytes));
    }
    return status;
}

static enum status no_sync(void *context)
{
    (void)context;
    return STATUS_OK;
}

enum status guard_save_ordered(const struct guard *guard, const struct folder_ops *folder)
{
    struct folder_ops ordered = *folder;
    ordered.sync_folder = no_sync;
    return guard_save(guard, &ordered);
}

uint32_t guard_wait_ms(uint8_t level)
{
    static const uint32_t WAIT_S[GUARD_LEVEL_MAX + 1] = {0, 30, 60, 5 * 60, 15 * 60};
    assert(level <= GUARD_LEVEL_MAX);
    return WAIT_S[level] * 1000;
}
