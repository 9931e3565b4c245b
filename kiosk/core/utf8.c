/* SPDX-License-Identifier: MIT */
#include "core/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t utf8_decode(const char *bytes, size_t length, uint32_t *code)
{
    /* The smallest code point of each length: below it the form is overlong. */
    static const uint32_t code_min[] = {0, 0, 0x80, 0x800, 0x10000};
    if (length == 0) {
        return 0;
    }
    unsigned char first = (unsigned char)bytes[0];
    size_t size;
    uint32_t value;
    if (first < 0x80) {
        size = 1;
        value = first;
    } else if ((first & 0xE0) == 0xC0) {
        size = 2;
        value = first & 0x1FU;
    } else if ((first & 0xF0) == 0xE0) {
        size = 3;
        value = first & 0x0FU;
    } else if ((first & 0xF8) == 0xF0) {
        size = 4;
        value = first & 0x07U;
    } else {
        return 0;
    }
    if (size > length) {
        return 0;
    }
    for (size_t i = 1; i < size; i++) {
        if (!is_continuation(bytes[i])) {
            return 0;
        }
        value = value << 6 | ((unsigned char)bytes[i] & 0x3FU);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < code_min[size] || surrogate || value > 0x10FFFF) {
        return 0;
    }
    *code = value;
    return size;
}

uint32_t utf8_next_long(const char *bytes, size_t length, size_t *at)
{
    uint32_t code = REPLACEMENT;
    size_t size = utf8_decode(bytes + *at, length - *at, &code);
    *at += size > 0 ? size : 1;
    return code;
}

size_t utf8_encode(uint32_t code, char out[UTF8_BYTES_MAX])
{
    bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (surrogate || code > 0x10FFFF) {
        return 0;
    }
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    static const uint8_t LEAD[] = {0, 0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(LEAD[size] | code);
    return size;
}

bool utf8_is_rtl(uint32_t code)
{
    enum { HEBREW = 0x0590, AFTER_ARABIC = 0x0900, FORMS = 0xFB1D, AFTER_FORMS = 0xFEFF };
    bool digit = (code >= 0x0660 && code <= 0x0669) || (code >= 0x06F0 && code <= 0x06F9);
    return !digit &&
           ((code >= HEBREW && code < AFTER_ARABIC) || (code >= FORMS && code < AFTER_FORMS));
}

int utf8_digit(uint32_t code)
{
    static const uint32_t ZEROS[] = {'0', 0x0660, 0x06f0, 0x0966, 0x09e6};
    for (size_t i = 0; i < sizeof(ZEROS) / sizeof(ZEROS[0]); i++) {
        if (code >= ZEROS[i] && code <= ZEROS[i] + 9) {
            return (int)(code - ZEROS[i]);
        }
    }
    return -1;
}

bool utf8_is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

bool utf8_is_in(const struct utf8_range *ranges, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count && code >= ranges[i].first; i++) {
        if (code <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

bool utf8_is_invisible(uint32_t code)
{
    static const struct utf8_range FORMATS[] = {
        {0x00AD, 0x00AD}, {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},
        {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}};
    return utf8_is_in(FORMATS, sizeof(FORMATS) / sizeof(FORMATS[0]), code);
}

bool utf8_joins(uint32_t code)
{
    return (code >= 0x200C && code <= 0x200F) || code == 0x061C;
}

bool utf8_is_visible(const char *bytes, size_t length)
{
    static const struct utf8_range BLANKS[] = {{' ', ' '},       {0x00A0, 0x00A0}, {0x1680, 0x1680},
                                               {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                               {0x3000, 0x3000}};
    bool is = false;
    for (size_t at = 0; at < length && !is;) {
        const uint32_t code = utf8_next(bytes, length, &at);
        is = !utf8_is_invisible(code) && !utf8_is_control(code) &&
             !utf8_is_in(BLANKS, sizeof(BLANKS) / sizeof(BLANKS[0]), code);
    }
    return is;
}

/* Eight bytes from blank to tilde, told at once: one below would borrow, one above would carry,
 * into the highest bit of its byte, which is unset in all of them. */
static bool is_plain(const char bytes[8])
{
    static const uint64_t EACH = 0x0101010101010101;
    uint64_t eight;
    memcpy(&eight, bytes, sizeof(eight));
    return ((eight | (eight - EACH * ' ') | (eight + EACH)) & EACH * 0x80) == 0;
}

size_t utf8_plain_length(const char *bytes, size_t length)
{
    size_t at = 0;
    while (length - at >= 8 && is_plain(bytes + at)) {
        at += 8;
    }
    while (at < length && bytes[at] >= ' ' && bytes[at] < 0x7F) {
        at++;
    }
    return at;
}

size_t utf8_clean_length(const char *bytes, size_t length)
{
    enum { TWO_BYTES_FIRST = 0xC3, TWO_BYTES_LAST = 0xDF }; /* of what is no control */
    size_t at = 0;
    while ((at += utf8_plain_length(bytes + at, length - at)) < length) {
        const unsigned char first = (unsigned char)bytes[at];
        if (first >= TWO_BYTES_FIRST && first <= TWO_BYTES_LAST && at + 1 < length &&
            is_continuation(bytes[at + 1])) {
            at += 2;
            continue;
        }
        uint32_t code = 0;
        size_t size = utf8_decode(bytes + at, length - at, &code);
        if (size == 0 || (utf8_is_control(code) && code != '\n')) {
            break;
        }
        at += size;
    }
    return at;
}

bool utf8_is_clean(const char *bytes, size_t length)
{
    return utf8_clean_length(bytes, length) == length;
}

size_t utf8_cut(const char *bytes, size_t length)
{
    size_t start = length;
    while (start > 0 && is_continuation(bytes[start - 1])) {
        start--;
    }
    if (start == 0) {
        return 0;
    }
    uint32_t code;
    start--;
    size_t size = utf8_decode(bytes + start, length - start, &code);
    return size == length - start ? length : start;
}
