/* SPDX-License-Identifier: MIT */
/* Protects the words against any file: a catalogue is refused, or every text in it can be read. The
 * first byte picks the plural rule. */
#include "core/catalog.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct catalog catalog;
    struct error error;
    if (size == 0) {
        return 0;
    }
    enum plural_rule rule = (enum plural_rule)(data[0] % 3);
    enum status status = catalog_open(&catalog, (const char *)data + 1, size - 1, rule, &error);
    if (status != STATUS_OK) {
        require(status == STATUS_DAMAGED || status == STATUS_MISSING);
        require(memchr(error.text, '\0', sizeof error.text) != NULL);
        return 0;
    }
    for (uint32_t id = 0; id < MSG_COUNT; id++) {
        const char *name = message_id_name((enum message_id)id);
        require(catalog_find(&catalog, name) == catalog_text(&catalog, (enum message_id)id));
        for (uint64_t n = 0; n < 112; n++) {
            const char *text = catalog_plural(&catalog, (enum message_id)id, n);
            require(utf8_is_clean(text, strlen(text)));
        }
    }
    return 0;
}
