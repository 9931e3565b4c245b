/* SPDX-License-Identifier: MIT */
/* Signs and short forms are said in words, because a synthesiser reads "-2" as "2" in Spanish and
 * Arabic, and "12 kB" as letters. */
#include "ui/spoken.h"

#include "core/utf8.h"

#include <string.h>

enum {
    MINUS = 0x2212,
    EN_DASH = 0x2013,
    SAID_BYTES = 192, /* two numbers and the words between them */
};

/* A text that is read from the left. The place `at` is never inside a character. */
struct reader {
    const char *text;
    size_t bytes, at;
};

/* Returns the next character; 0 at the end. */
static uint32_t peek(const struct reader *reader)
{
    size_t at = reader->at;
    return at < reader->bytes ? utf8_next(reader->text, reader->bytes, &at) : 0;
}

static bool take(struct reader *reader, uint32_t code)
{
    bool is_next = peek(reader) == code && reader->at < reader->bytes;
    if (is_next) {
        (void)utf8_next(reader->text, reader->bytes, &reader->at);
    }
    return is_next;
}

struct number {
    size_t start, bytes; /* its digits */
    uint64_t value;
    bool is_negative;
};

/* Takes a whole number with its sign. Returns false, and takes nothing, where none begins. */
static bool take_number(struct reader *reader, struct number *number)
{
    struct reader ahead = *reader;
    *number = (struct number){.is_negative = take(&ahead, '-') || take(&ahead, MINUS)};
    number->start = ahead.at;
    for (int digit = utf8_digit(peek(&ahead)); digit >= 0; digit = utf8_digit(peek(&ahead))) {
        number->value = number->value * 10 + (uint64_t)digit;
        (void)take(&ahead, peek(&ahead));
    }
    number->bytes = ahead.at - number->start;
    if (number->bytes == 0 || number->bytes >= NUMBER_BYTES) {
        return false;
    }
    *reader = ahead;
    return true;
}

/* Says a number in words where its sign needs them, else in digits. */
static void say_number(const struct catalog *catalog, const struct reader *reader,
                       const struct number *number, char out[SAID_BYTES])
{
    char digits[NUMBER_BYTES];
    memcpy(digits, reader->text + number->start, number->bytes);
    digits[number->bytes] = '\0';
    const struct text_arg arg = {"n", digits};
    text_format(out, SAID_BYTES,
                number->is_negative ? catalog_text(catalog, MSG_NUMBER_MINUS_S) : "{n}", &arg, 1);
}

/* Takes the short form of a unit behind a number. Returns the words for both; MSG_COUNT when there
 * is no unit. */
static enum message_id take_unit(const struct catalog *catalog, struct reader *reader)
{
    static const struct {
        enum message_id shown, said;
    } UNITS[] = {
        {MSG_SIZE_KB, MSG_SIZE_KB_S}, {MSG_SIZE_MB, MSG_SIZE_MB_S}, {MSG_SIZE_GB, MSG_SIZE_GB_S}};
    const struct text_arg none = {"n", ""};
    for (size_t i = 0; i < sizeof(UNITS) / sizeof(UNITS[0]); i++) {
        char unit[NUMBER_BYTES];
        size_t bytes =
            text_format(unit, sizeof(unit), catalog_text(catalog, UNITS[i].shown), &none, 1);
        if (bytes <= reader->bytes - reader->at &&
            memcmp(reader->text + reader->at, unit, bytes) == 0) {
            struct reader ahead = {reader->text, reader->bytes, reader->at + bytes};
            uint32_t next = peek(&ahead);
            if (next < 'A' || (next > 'Z' && next < 'a') || next > 'z') {
                *reader = ahead;
                return UNITS[i].said;
            }
        }
    }
    return MSG_COUNT;
}

/* Says a number that was taken, with the unit behind it. */
static void say_quantity(const struct catalog *catalog, struct reader *reader,
                         const struct number *number, char out[SAID_BYTES])
{
    char low[SAID_BYTES];
    say_number(catalog, reader, number, low);
    struct reader ahead = *reader;
    struct number end;
    if (take(&ahead, EN_DASH) && take_number(&ahead, &end)) {
        char high[SAID_BYTES];
        say_number(catalog, reader, &end, high);
        const struct text_arg ends[] = {{"low", low}, {"high", high}};
        text_format(out, SAID_BYTES, catalog_text(catalog, MSG_NUMBER_RANGE_S), ends, 2);
        *reader = ahead;
        return;
    }
    enum message_id unit = take_unit(catalog, reader);
    const struct text_arg arg = {"n", low};
    const char *message = unit != MSG_COUNT ? catalog_plural(catalog, unit, number->value) : "{n}";
    text_format(out, SAID_BYTES, message, &arg, 1);
}

/* Returns whether a number may begin behind this character. A sign there is no hyphen of a word or
 * of a telephone number. */
static bool stands_free(uint32_t before)
{
    return before == 0 || before == ' ' || before == '(' || before == '[' || before == '"' ||
           before == 0xAB || before == 0x201C;
}

size_t spoken_numbers(const struct catalog *catalog, const char *text, size_t bytes, char *out,
                      size_t size)
{
    struct reader reader = {text, bytes, 0};
    size_t length = 0;
    uint32_t before = 0;
    while (reader.at < bytes) {
        char said[SAID_BYTES];
        struct number number;
        size_t start = reader.at;
        const char *piece = text + start;
        if (stands_free(before) && take_number(&reader, &number)) {
            say_quantity(catalog, &reader, &number, said);
            piece = said;
            before = '0';
        } else {
            before = utf8_next(text, bytes, &reader.at);
        }
        size_t piece_bytes = piece == said ? strlen(said) : reader.at - start;
        if (piece_bytes >= size - length) {
            break; /* said up to here */
        }
        memcpy(out + length, piece, piece_bytes);
        length += piece_bytes;
    }
    out[length] = '\0';
    return length;
}
