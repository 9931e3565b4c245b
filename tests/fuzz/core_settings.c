/* SPDX-License-Identifier: MIT */
/* Protects the settings file: what is read can be written, and reads back the same. */
#include "fuzz.h"

#include "core/settings.h"

#include <assert.h>
#include <string.h>

static struct pack pack;
static struct settings first;
static struct settings second;

static void make_pack(void)
{
    pack.question_count = PACK_QUESTION_MAX;
    for (uint32_t i = 0; i < PACK_QUESTION_MAX; i++) {
        memcpy(pack.question[i].id, "q1", 3);
        pack.question[i].id[1] = (char)('1' + i);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static char text[SETTINGS_BYTES_MAX];
    struct error error;
    if (pack.question_count == 0) {
        make_pack();
    }
    if (settings_parse((const char *)bytes, length, &pack, &first, &error) != STATUS_OK) {
        return 0;
    }
    size_t written = settings_format(&first, &pack, text, sizeof(text));
    enum status again = settings_parse(text, written, &pack, &second, &error);
    assert(again == STATUS_OK);
    assert(strcmp(first.pin_hash, second.pin_hash) == 0);
    assert(memcmp(&first.choice, &second.choice, sizeof(first.choice)) == 0);
    return 0;
}
