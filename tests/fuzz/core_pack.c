/* SPDX-License-Identifier: MIT */
/* Protects the reader of question packs: any bytes give a whole pack or problems with places. */
#include "fuzz.h"

#include "core/pack.h"

#include <assert.h>
#include <string.h>

static struct pack pack;
static struct pack_errors errors;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum status status = pack_parse((const char *)bytes, length, &pack, &errors);
    if (status == STATUS_INVALID) {
        assert(errors.count > 0);
        for (uint32_t i = 0; i < errors.count && i < PACK_ERROR_MAX; i++) {
            assert(errors.item[i].line > 0 && errors.item[i].column > 0);
            assert(memchr(errors.item[i].value, '\0', PACK_QUOTE_BYTES));
        }
    }
    if (status == STATUS_OK) {
        assert(pack.question_count >= PACK_QUESTION_MIN);
        assert(pack.question_count <= PACK_QUESTION_MAX);
        static char text[PACK_BYTES_MAX];
        assert(pack_series_text(&pack, 0, "", text, sizeof(text)) <= sizeof(text));
    }
    return 0;
}
