/* SPDX-License-Identifier: MIT */
#include "core/machine.h"

#include "core/catalog.h"

#include <assert.h>
#include <string.h>

static const char HEADER[] = "machine ";
enum { MACHINE_VERSION = 1, FIT_NUMBERS = 3, DIGITS_MAX = 5 };

static const char FIT_KEY[] = "fit = ", LOOK_KEY[] = "look = ", LANGUAGE_KEY[] = "language = ";

static bool word_is_valid(const char word[MACHINE_WORD_BYTES])
{
    size_t length = strnlen(word, MACHINE_WORD_BYTES);
    for (size_t i = 0; i < length; i++) {
        char c = word[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '-')) {
            return false;
        }
    }
    for (size_t i = length; i < MACHINE_WORD_BYTES; i++) {
        if (word[i] != '\0') {
            return false;
        }
    }
    return length < MACHINE_WORD_BYTES;
}

bool machine_is_valid(const struct machine *machine)
{
    bool none = machine->px_per_m == 0 && machine->width == 0 && machine->height == 0;
    bool fit = machine->px_per_m >= MACHINE_PX_PER_M_MIN &&
               machine->px_per_m <= MACHINE_PX_PER_M_MAX && machine->width > 0 &&
               machine->width <= MACHINE_SIDE_MAX && machine->height > 0 &&
               machine->height <= MACHINE_SIDE_MAX;
    return (none || fit) && word_is_valid(machine->look) && word_is_valid(machine->language);
}

struct text {
    const char *at;
    const char *end;
};

/* Takes the word from the front; false leaves everything as it is. */
static bool take(struct text *text, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(text->end - text->at) < length || memcmp(text->at, word, length) != 0) {
        return false;
    }
    text->at += length;
    return true;
}

/* Lenient about signs of a wrong number, such as zeros before it: writing it again tells. */
static uint32_t take_number(struct text *text)
{
    uint32_t number = 0;
    for (int i = 0; i < DIGITS_MAX && text->at < text->end && *text->at >= '0' && *text->at <= '9';
         i++) {
        number = number * 10 + (uint32_t)(*text->at++ - '0');
    }
    return number;
}

static void take_word(struct text *text, char out[MACHINE_WORD_BYTES])
{
    size_t length = 0;
    while (text->at < text->end && *text->at != '\n' && length < MACHINE_WORD_BYTES - 1) {
        out[length++] = *text->at++;
    }
    (void)take(text, "\n");
}

enum status machine_parse(const char *bytes, size_t length, struct machine *out)
{
    struct machine machine = {0};
    struct text text = {bytes, bytes + length};
    if (!take(&text, HEADER)) {
        return STATUS_INVALID;
    }
    if (text.end - text.at == 0 || *text.at < '1' || *text.at > '9') {
        return STATUS_INVALID;
    }
    if (take_number(&text) > MACHINE_VERSION) {
        return STATUS_NEWER;
    }
    (void)take(&text, "\n");
    if (take(&text, FIT_KEY)) {
        machine.px_per_m = take_number(&text);
        (void)take(&text, " ");
        machine.width = take_number(&text);
        (void)take(&text, " ");
        machine.height = take_number(&text);
        (void)take(&text, "\n");
    }
    if (take(&text, LOOK_KEY)) {
        take_word(&text, machine.look);
    }
    if (take(&text, LANGUAGE_KEY)) {
        take_word(&text, machine.language);
    }
    char again[MACHINE_BYTES_MAX];
    if (!machine_is_valid(&machine) || machine_format(&machine, again) != length ||
        memcmp(bytes, again, length) != 0) {
        return STATUS_INVALID;
    }
    *out = machine;
    return STATUS_OK;
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
        put(out, length, word);
        put(out, length, "\n");
    }
}

size_t machine_format(const struct machine *machine, char out[MACHINE_BYTES_MAX])
{
    size_t length = 0;
    char digits[24];
    put(out, &length, HEADER);
    put(out, &length, text_number(digits, MACHINE_VERSION));
    put(out, &length, "\n");
    if (machine->px_per_m != 0) {
        const uint32_t numbers[FIT_NUMBERS] = {machine->px_per_m, machine->width, machine->height};
        put(out, &length, FIT_KEY);
        for (int i = 0; i < FIT_NUMBERS; i++) {
            put(out, &length, text_number(digits, numbers[i]));
            put(out, &length, i + 1 < FIT_NUMBERS ? " " : "\n");
        }
    }
    put_word(out, &length, LOOK_KEY, machine->look);
    put_word(out, &length, LANGUAGE_KEY, machine->language);
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
    static const char *const NAMES[FIT_SOURCE_COUNT] = {
        [FIT_ASSUMED] = "assumed", [FIT_EDID] = "edid", [FIT_CALIBRATED] = "calibrated"};
    assert(source < FIT_SOURCE_COUNT);
    return NAMES[source];
}
