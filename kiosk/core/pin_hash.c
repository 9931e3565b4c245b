/* SPDX-License-Identifier: MIT */
#include "core/pin_hash.h"

#include <string.h>

enum { KIB_MIN = 8, SALT_DIGITS = 22, HASH_DIGITS = 43, DIGIT_BITS = 6 };

/* Reads a number within its limits, as a program would write it: without zeros in front. */
static bool read_number(struct span digits, uint32_t min, uint32_t max, uint32_t *out)
{
    uint64_t value = 0;
    bool is_good = span_number(digits, 10, max, &value) && value >= min && digits.bytes[0] != '0';
    *out = (uint32_t)value;
    return is_good;
}

static bool take_number(struct span *text, const char *name, uint32_t min, uint32_t max,
                        uint32_t *out)
{
    return span_take(text, name) && read_number(span_take_until(text, ','), min, max, out);
}

/* Returns whether the text is so many digits of base 64, and zero in what the last digit holds
 * beyond whole bytes. */
static bool is_base64(struct span text, size_t digits)
{
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (text.length != digits) {
        return false;
    }
    size_t value = 0;
    for (size_t i = 0; i < digits; i++) {
        const char *digit = memchr(DIGITS, text.bytes[i], sizeof(DIGITS) - 1);
        if (digit == NULL) {
            return false;
        }
        value = (size_t)(digit - DIGITS);
    }
    return (value & ((1u << digits * DIGIT_BITS % 8) - 1)) == 0;
}

bool pin_hash_read(struct span text, struct pin_hash *out)
{
    if (!span_take(&text, "$argon2id$v=19$") ||
        !take_number(&text, "m=", KIB_MIN, PIN_HASH_KIB_MAX, &out->kib) ||
        !take_number(&text, "t=", 1, PIN_HASH_PASSES_MAX, &out->passes) ||
        !span_take(&text, "p=1$")) {
        return false;
    }
    out->salt = span_take_until(&text, '$');
    out->hash = text;
    return is_base64(out->salt, SALT_DIGITS) && is_base64(out->hash, HASH_DIGITS);
}

bool pin_hash_is_valid(struct span text)
{
    struct pin_hash parts;
    return pin_hash_read(text, &parts);
}
