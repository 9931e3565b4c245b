/* SPDX-License-Identifier: MIT */
#include "core/pin_hash.h"

#include <string.h>

enum { KIB_MIN = 8, SALT_DIGITS = 22, HASH_DIGITS = 43, DIGIT_BITS = 6 };

/* Within its limits, and as a program would write it: without zeros in front. */
static bool is_number(struct span digits, uint64_t min, uint64_t max)
{
    uint64_t value = 0;
    return span_number(digits, 10, max, &value) && value >= min && digits.bytes[0] != '0';
}

static bool take_number(struct span *text, const char *name, char end, uint64_t min, uint64_t max)
{
    return span_take(text, name) && is_number(span_take_until(text, end), min, max);
}

/* So many digits of base 64; what the last one holds beyond whole bytes is zero. */
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

bool pin_hash_is_valid(struct span text)
{
    if (!span_take(&text, "$argon2id$v=19$") ||
        !take_number(&text, "m=", ',', KIB_MIN, PIN_HASH_KIB_MAX) ||
        !take_number(&text, "t=", ',', 1, PIN_HASH_PASSES_MAX) || !span_take(&text, "p=1$")) {
        return false;
    }
    struct span salt = span_take_until(&text, '$');
    return is_base64(salt, SALT_DIGITS) && is_base64(text, HASH_DIGITS);
}
