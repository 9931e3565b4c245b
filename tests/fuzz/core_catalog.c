/* SPDX-License-Identifier: MIT */
/* Protects the words: no .mo file, however broken, is read outside its own bytes, and of one that
 * is taken every text can be shown. */
#include "fuzz.h"

#include "core/catalog.h"

#include <assert.h>
#include <string.h>

static struct catalog catalog;

/* One number for each form that a language has, and one past them. */
static const uint64_t NUMBERS[] = {0, 1, 2, 3, 11, 100, 111};

static void read_all(void)
{
    for (int i = 0; i < MSG_COUNT; i++) {
        enum message_id id = (enum message_id)i;
        assert(catalog_find(&catalog, message_id_name(id)) == catalog_text(&catalog, id));
        for (size_t n = 0; n < sizeof NUMBERS / sizeof NUMBERS[0]; n++) {
            const char *text = catalog_plural(&catalog, id, NUMBERS[n]);
            assert(utf8_is_clean(text, strlen(text)));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const enum plural_rule rules[] = {PLURAL_ENGLISH, PLURAL_ARABIC, PLURAL_NONE};
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        struct error error;
        if (catalog_open(&catalog, (const char *)bytes, length, rules[i], &error) == STATUS_OK) {
            read_all();
        } else {
            assert(error.status == STATUS_DAMAGED || error.status == STATUS_MISSING);
            assert(memchr(error.text, '\0', sizeof error.text));
        }
    }
    return 0;
}
