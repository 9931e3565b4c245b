/* SPDX-License-Identifier: MIT */
#include "core/machine.h"

#include "core/catalog.h"
#include "core/span.h"

#include <assert.h>
#include <string.h>

static const char HEADER[] = "machine";
enum { MACHINE_VERSION = 1, FIT_NUMBERS = 3 };

static const char FIT_KEY[] = "fit", LOOK_KEY[] = "look", LANGUAGE_KEY[] = "language",
                  KEYS_KEY[] = "keys", ZONE_KEY[] = "zone", MONTH_KEY[] = "month";

/* Returns whether the text has only letters, digits and these marks, and zeros behind its end. */
static bool text_is_valid(const char *text, size_t size, const char *marks)
{
    size_t length = strnlen(text, size);
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              strchr(marks, c) != NULL)) {
            return false;
        }
    }
    for (size_t i = length; i < size; i++) {
        if (text[i] != '\0') {
            return false;
        }
    }
    return length < size;
}

static bool word_is_valid(const char word[MACHINE_WORD_BYTES])
{
    return text_is_valid(word, MACHINE_WORD_BYTES, "-");
}

/* Without a dot, a name cannot lead out of the folder of zones. */
static bool zone_is_valid(const char zone[MACHINE_ZONE_BYTES])
{
    return text_is_valid(zone, MACHINE_ZONE_BYTES, "-_+/") && zone[0] != '/';
}

bool machine_is_valid(const struct machine *machine)
{
    bool none = machine->px_per_m == 0 && machine->width == 0 && machine->height == 0;
    bool fit = machine->px_per_m >= MACHINE_PX_PER_M_MIN &&
               machine->px_per_m <= MACHINE_PX_PER_M_MAX && machine->width > 0 &&
               machine->width <= MACHINE_SIDE_MAX && machine->height > 0 &&
               machine->height <= MACHINE_SIDE_MAX;
    return (none || fit) && word_is_valid(machine->look) && word_is_valid(machine->language) &&
           word_is_valid(machine->keys) && zone_is_valid(machine->zone);
}

static bool take_number(struct span *text, uint32_t *out)
{
    uint64_t number = 0;
    bool is_one = span_number(span_take_until(text, ' '), 10, MACHINE_SIDE_MAX, &number);
    *out = (uint32_t)number;
    return is_one;
}

static bool take_fit(struct span text, struct machine *out)
{
    return take_number(&text, &out->px_per_m) && take_number(&text, &out->width) &&
           take_number(&text, &out->height);
}

static bool take_word(struct span text, char *out, size_t size)
{
    if (text.length >= size) {
        return false;
    }
    span_copy(text, out, size);
    return true;
}

static bool take_month(struct span text, struct month *out)
{
    char month[MONTH_TEXT_BYTES] = "";
    if (text.length >= sizeof(month)) {
        return false;
    }
    span_copy(text, month, sizeof(month));
    return month_parse(month, out) == STATUS_OK;
}

static bool take_clock(struct span text, struct machine_clock *out)
{
    return take_month(span_take_until(&text, ' '), &out->said) && take_month(text, &out->then);
}

/* Reads a line. The order, zeros in front of a number and a line that stands twice do not matter
 * here: they show when the file is written again for comparison. */
static bool take_line(struct span line, struct machine_file *file)
{
    struct machine *out = &file->machine;
    struct span key, value;
    if (!span_pair(line, &key, &value)) {
        return false;
    }
    return (span_is(key, FIT_KEY) && take_fit(value, out)) ||
           (span_is(key, LOOK_KEY) && take_word(value, out->look, sizeof(out->look))) ||
           (span_is(key, LANGUAGE_KEY) && take_word(value, out->language, sizeof(out->language))) ||
           (span_is(key, KEYS_KEY) && take_word(value, out->keys, sizeof(out->keys))) ||
           (span_is(key, ZONE_KEY) && take_word(value, out->zone, sizeof(out->zone))) ||
           (span_is(key, MONTH_KEY) && take_clock(value, &file->clock));
}

enum status machine_parse(const char *bytes, size_t length, struct machine_file *out)
{
    struct machine_file file = {0};
    struct text_lines lines = lines_of(bytes, length);
    struct span line;
    enum status status = STATUS_INVALID;
    while (lines_next(&lines, &line)) {
        if (lines.number == 1) {
            status = span_header(line, HEADER, MACHINE_VERSION);
        } else if (!take_line(line, &file)) {
            status = STATUS_INVALID;
        }
        if (status != STATUS_OK) {
            return status;
        }
    }
    char again[MACHINE_BYTES_MAX];
    if (status != STATUS_OK || !machine_is_valid(&file.machine) ||
        machine_format(&file, again) != length || memcmp(bytes, again, length) != 0) {
        return STATUS_INVALID;
    }
    *out = file;
    return STATUS_OK;
}

void machine_put(char *field, size_t size, const char *word)
{
    const size_t length = strlen(word);
    assert(length < size);
    memset(field, 0, size);
    memcpy(field, word, length);
}

static void put(char out[MACHINE_BYTES_MAX], size_t *length, const char *text)
{
    size_t more = strlen(text);
    assert(*length + more <= MACHINE_BYTES_MAX);
    memcpy(out + *length, text, more);
    *length += more;
}

static void put_word(char out[MACHINE_BYTES_MAX], size_t *length, const char *key, const char *word)
{
    if (word[0] != '\0') {
        put(out, length, key);
        put(out, length, " = ");
        put(out, length, word);
        put(out, length, "\n");
    }
}

static void put_clock(char out[MACHINE_BYTES_MAX], size_t *length,
                      const struct machine_clock *clock)
{
    char said[MONTH_TEXT_BYTES], then[MONTH_TEXT_BYTES];
    if (clock->said.month == 0) {
        return;
    }
    month_format(clock->said, said);
    month_format(clock->then, then);
    const char *const words[] = {MONTH_KEY, " = ", said, " ", then, "\n"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        put(out, length, words[i]);
    }
}

size_t machine_format(const struct machine_file *file, char out[MACHINE_BYTES_MAX])
{
    const struct machine *machine = &file->machine;
    size_t length = 0;
    char digits[24];
    put(out, &length, HEADER);
    put(out, &length, " ");
    put(out, &length, text_number(digits, MACHINE_VERSION));
    put(out, &length, "\n");
    if (machine->px_per_m != 0) {
        const uint32_t numbers[FIT_NUMBERS] = {machine->px_per_m, machine->width, machine->height};
        put(out, &length, FIT_KEY);
        put(out, &length, " = ");
        for (int i = 0; i < FIT_NUMBERS; i++) {
            put(out, &length, text_number(digits, numbers[i]));
            put(out, &length, i + 1 < FIT_NUMBERS ? " " : "\n");
        }
    }
    put_word(out, &length, LOOK_KEY, machine->look);
    put_word(out, &length, LANGUAGE_KEY, machine->language);
    put_word(out, &length, KEYS_KEY, machine->keys);
    put_word(out, &length, ZONE_KEY, machine->zone);
    put_clock(out, &length, &file->clock);
    return length;
}

bool machine_fits(const struct machine *machine, int32_t width, int32_t height)
{
    uint32_t w = (uint32_t)width, h = (uint32_t)height;
    return machine->px_per_m != 0 && ((machine->width == w && machine->height == h) ||
                                      (machine->width == h && machine->height == w));
}

const char *fit_source_name(enum fit_source source)
{
    static const char *const NAMES[FIT_SOURCE_COUNT] = {[FIT_ASSUMED] = "assumed",
                                                        [FIT_EDID] = "edid",
                                                        [FIT_CALIBRATED] = "calibrated",
                                                        [FIT_PANEL] = "panel"};
    assert(source < FIT_SOURCE_COUNT);
    return NAMES[source];
}
