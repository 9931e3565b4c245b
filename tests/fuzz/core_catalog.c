/* SPDX-License-Identifier: MIT */
/* Protects the words: no .mo file, however broken, is read outside its own bytes. */
#include "fuzz.h"

#include "core/catalog.h"

#include <assert.h>
#include <string.h>

static struct catalog catalog;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    if (catalog_open(&catalog, (const char *)bytes, length, PLURAL_ENGLISH, &error) != STATUS_OK) {
        assert(memchr(error.text, '\0', sizeof(error.text)));
        return 0;
    }
    size_t sum = 0;
    for (int id = 0; id < MSG_COUNT; id++) {
        sum += strlen(catalog_text(&catalog, (enum message_id)id));
        sum += strlen(catalog_plural(&catalog, (enum message_id)id, sum));
    }
    const char *found = catalog_find(&catalog, "welcome.title");
    assert(!found || strlen(found) <= sum);
    return 0;
}
