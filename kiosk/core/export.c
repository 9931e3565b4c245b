/* SPDX-License-Identifier: MIT */
#include "core/export.h"

#include "core/span.h"

#include <assert.h>
#include <string.h>

static const char STEM[] = "reflection-";
enum { STEM_BYTES = sizeof(STEM) - 1, MONTH_BYTES = sizeof("2026-11") - 1 };
/* Stands before the number of a copy. A day has two digits behind a '-', and so has a tenth copy.
 */
static const char COPY_OF_DAY = '-', COPY_OF_MONTH = '_';

static size_t put_digits(char *out, uint32_t value, uint32_t width)
{
    for (uint32_t i = width; i-- > 0; value /= 10) {
        out[i] = (char)('0' + value % 10);
    }
    return width;
}

void export_name(struct civil_time today, uint32_t copy, const char *ending,
                 char out[EXPORT_NAME_BYTES])
{
    size_t at = STEM_BYTES;
    memset(out, 0, EXPORT_NAME_BYTES);
    memcpy(out, STEM, at);
    at += put_digits(out + at, today.month.year, 4);
    out[at++] = '-';
    at += put_digits(out + at, today.month.month, 2);
    if (today.day != 0) {
        out[at++] = '-';
        at += put_digits(out + at, today.day, 2);
    }
    if (copy > 1) {
        out[at++] = today.day != 0 ? COPY_OF_DAY : COPY_OF_MONTH;
        at += put_digits(out + at, copy, copy < 10 ? 1 : 2);
    }
    assert(at + strlen(ending) < EXPORT_NAME_BYTES);
    memcpy(out + at, ending, strlen(ending));
}

/* Returns when a file was made, as far as its name tells: a larger number is newer; 0: the file is
 * none of ours. */
static uint64_t age_of(const char *name)
{
    const char *at = name + STEM_BYTES;
    uint64_t year = 0, month = 0, day = 0, copy = 1;
    if (strncmp(name, STEM, STEM_BYTES) != 0 || strlen(at) < MONTH_BYTES || at[4] != '-' ||
        !span_number((struct span){at, 4}, 10, UINT16_MAX, &year) ||
        !span_number((struct span){at + 5, 2}, 10, 12, &month)) {
        return 0;
    }
    at += MONTH_BYTES;
    bool has_day = *at == '-';
    if (has_day) {
        if (strlen(at) < 3 || !span_number((struct span){at + 1, 2}, 10, 31, &day)) {
            return 0;
        }
        at += 3;
    }
    if (*at == (has_day ? COPY_OF_DAY : COPY_OF_MONTH)) {
        size_t digits = strspn(at + 1, "0123456789");
        if (!span_number((struct span){at + 1, digits}, 10, EXPORT_COPIES_MAX, &copy)) {
            return 0;
        }
        at += 1 + digits;
    }
    return *at == '.' ? ((year * 100 + month) * 100 + day) * 100 + copy : 0;
}

int export_compare(const char *a, const char *b)
{
    uint64_t age_a = age_of(a), age_b = age_of(b);
    return age_a != age_b ? (age_a > age_b ? -1 : 1) : strcmp(a, b);
}

void export_note(struct message_backups *list, const char *name, const char *after)
{
    uint32_t place = list->count;
    while (place > 0 && export_compare(name, list->name[place - 1]) < 0) {
        place--;
    }
    bool is_passed = after[0] != '\0' && export_compare(name, after) <= 0;
    if (is_passed || place == MESSAGE_BACKUP_MAX) {
        return;
    }
    bool is_full = list->count == MESSAGE_BACKUP_MAX;
    memmove(list->name[place + 1], list->name[place],
            (list->count - place - is_full) * sizeof(list->name[0]));
    memset(list->name[place], 0, sizeof(list->name[0]));
    memcpy(list->name[place], name, strlen(name));
    list->count += !is_full;
}
