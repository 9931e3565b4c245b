/* SPDX-License-Identifier: MIT */
/* Protects the machine file: what is read is valid, and is byte for byte what would be written;
 * whatever is refused leaves the value of before alone. */
#include "fuzz.h"

#include "core/machine.h"

#include <assert.h>
#include <string.h>

static struct machine_file file;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct machine_file before = {.machine = {.look = "soft"}};
    char again[MACHINE_BYTES_MAX];
    file = before;
    enum status status = machine_parse((const char *)bytes, length, &file);
    if (status == STATUS_OK) {
        assert(machine_is_valid(&file.machine));
        assert(machine_format(&file, again) == length);
        assert(memcmp(again, bytes, length) == 0);
    } else {
        assert(status == STATUS_INVALID || status == STATUS_NEWER);
        assert(memcmp(&file, &before, sizeof(file)) == 0);
    }
    return 0;
}
