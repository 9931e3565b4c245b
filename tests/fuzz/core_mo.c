/* SPDX-License-Identifier: MIT */
/* Protects the reader of compiled catalogues: no file, however broken, is read outside its own
 * bytes; of one that is taken every string ends inside it and is clean, and every key is found. */
#include "fuzz.h"

#include "core/mo.h"
#include "core/utf8.h"

#include <assert.h>
#include <string.h>

static void check_string(const struct mo *mo, struct mo_string string)
{
    uint32_t parts = 0;
    assert(string.bytes >= mo->bytes && string.length <= MO_STRING_MAX);
    assert(string.length < mo->length - (size_t)(string.bytes - mo->bytes));
    assert(string.bytes[string.length] == '\0');
    for (size_t at = 0; at <= string.length; parts++) {
        const size_t length = strlen(string.bytes + at);
        assert(utf8_is_clean(string.bytes + at, length));
        at += length + 1;
    }
    assert(parts == mo_part_count(string));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct mo before = {.count = 1};
    struct mo mo = before;
    if (mo_open(&mo, (const char *)bytes, length) != NULL) {
        assert(memcmp(&mo, &before, sizeof(mo)) == 0);
        return 0;
    }
    for (uint32_t i = 0; i < mo.count; i++) {
        check_string(&mo, mo_key(&mo, i));
        check_string(&mo, mo_text(&mo, i));
        assert(mo_find(&mo, mo_key(&mo, i).bytes) == i);
    }
    assert(mo_find(&mo, "\x7F") == mo.count);
    return 0;
}
