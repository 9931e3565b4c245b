/* SPDX-License-Identifier: MIT */
/* Protects the door: a hash that would match no PIN, or that asks for more memory or time than
 * there is, is no hash. */
#include "core/pin_hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SALT "c29tZXNhbHRzb21lc2FsdA"
#define HASH "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/AAAAA"

static bool is_good(const char *text)
{
    return pin_hash_is_valid(span_of(text));
}

static void test_what_we_write_is_good(void **state)
{
    (void)state;
    assert_true(is_good("$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" HASH));
    assert_true(is_good("$argon2id$v=19$m=8,t=1,p=1$" SALT "$" HASH));
    assert_true(is_good("$argon2id$v=19$m=65536,t=4,p=1$" SALT "$" HASH));
}

static void test_everything_else_is_refused(void **state)
{
    (void)state;
    static const char *const BAD[] = {
        "",
        "$argon2id$x",
        "$argon2id$",
        "$argon2i$v=19$m=65536,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=16$m=65536,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=4194304,t=3,p=1$" SALT "$" HASH, /* 4 GB */
        "$argon2id$v=19$m=65537,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=7,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=65536,t=4294967296,p=1$" SALT "$" HASH, /* 2^32 passes */
        "$argon2id$v=19$m=65536,t=4294967297,p=1$" SALT "$" HASH, /* 1, to who reads 32 bits */
        "$argon2id$v=19$m=65536,t=18446744073709551617,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=65536,t=5,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=65536,t=0,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=065536,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=65536,t=03,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=65536,t=3,p=2$" SALT "$" HASH,
        "$argon2id$v=19$m=-1,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=19$t=3,m=65536,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21lc2FsdB$" HASH, /* bits behind the salt */
        "$argon2id$v=19$m=65536,t=3,p=1$" SALT "A$" HASH,
        "$argon2id$v=19$m=65536,t=3,p=1$$" HASH,
        "$argon2id$v=19$m=65536,t=3,p=1$" SALT "$",
        "$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" HASH "A",
        "$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" HASH "=",
        "$argon2id$v=19$m=65536,t=3,p=1$" SALT "$AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/AAAAB",
        "$argon2id$v=19$m=65536,t=3,p=1$" SALT "$AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AAAAA",
        " $argon2id$v=19$m=65536,t=3,p=1$" SALT "$" HASH,
        "$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" HASH " ",
    };
    for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
        if (is_good(BAD[i])) {
            fail_msg("taken for a hash: %s", BAD[i]);
        }
    }
}

/* None of its bytes can be missing, or be another kind of character. */
static void test_no_cut_is_good(void **state)
{
    (void)state;
    static const char GOOD[] = "$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" HASH;
    for (size_t length = 0; length < sizeof(GOOD) - 1; length++) {
        assert_false(pin_hash_is_valid((struct span){GOOD, length}));
        for (int byte = 0; byte < 256; byte++) {
            char text[sizeof(GOOD)];
            memcpy(text, GOOD, sizeof(GOOD));
            text[length] = (char)byte;
            bool good = pin_hash_is_valid((struct span){text, sizeof(GOOD) - 1});
            bool is_digit = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                            (byte >= 'a' && byte <= 'z') || byte == '+' || byte == '/';
            assert_true(!good || is_digit || text[length] == GOOD[length]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_we_write_is_good),
        cmocka_unit_test(test_everything_else_is_refused),
        cmocka_unit_test(test_no_cut_is_good),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
