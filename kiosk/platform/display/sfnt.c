/* SPDX-License-Identifier: MIT */
#include "platform/display/sfnt.h"

#include <string.h>

enum {
    TABLE_MAX = 64, /* real fonts have about 20 */
    RECORD_BYTES = 16,
    HEAD_UNITS = 18,
    HHEA_ASCENT = 4,
    HHEA_DESCENT = 6,
    OS2_CAP = 88, /* present since version 2 of the table */
};

struct table {
    const uint8_t *bytes;
    size_t size;
};

static uint32_t big16(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

static int32_t big16_signed(const uint8_t *bytes)
{
    return (int16_t)big16(bytes);
}

static uint32_t big32(const uint8_t *bytes)
{
    return big16(bytes) << 16 | big16(bytes + 2);
}

static bool table_find(const uint8_t *bytes, size_t size, const char tag[4], size_t least,
                       struct table *out)
{
    if (size < 12) {
        return false;
    }
    uint32_t count = big16(bytes + 4);
    if (count > TABLE_MAX || 12 + count * RECORD_BYTES > size) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *record = bytes + 12 + i * RECORD_BYTES;
        if (memcmp(record, tag, 4) == 0) {
            size_t start = big32(record + 8);
            size_t length = big32(record + 12);
            if (start > size || length > size - start || length < least) {
                return false;
            }
            *out = (struct table){.bytes = bytes + start, .size = length};
            return true;
        }
    }
    return false;
}

enum status sfnt_read(const uint8_t *bytes, size_t size, struct sfnt_metrics *out)
{
    struct table head, hhea, os2;
    if (!table_find(bytes, size, "head", HEAD_UNITS + 2, &head) ||
        !table_find(bytes, size, "hhea", HHEA_DESCENT + 2, &hhea) ||
        !table_find(bytes, size, "OS/2", OS2_CAP + 2, &os2)) {
        return STATUS_DAMAGED;
    }
    int32_t units = (int32_t)big16(head.bytes + HEAD_UNITS);
    int32_t ascent = big16_signed(hhea.bytes + HHEA_ASCENT);
    int32_t descent = -big16_signed(hhea.bytes + HHEA_DESCENT);
    int32_t cap = big16_signed(os2.bytes + OS2_CAP);
    if (units < 16 || ascent <= 0 || descent <= 0 || cap <= 0) {
        return STATUS_DAMAGED;
    }
    out->ascent = (uint32_t)((ascent * 1000 + units / 2) / units);
    out->descent = (uint32_t)((descent * 1000 + units / 2) / units);
    out->cap = (uint32_t)((cap * 1000 + units / 2) / units);
    out->units = (uint32_t)units;
    return STATUS_OK;
}

bool sfnt_table(const uint8_t *bytes, size_t size, const char tag[4], const uint8_t **table,
                size_t *table_size)
{
    struct table found;
    if (!table_find(bytes, size, tag, 0, &found)) {
        return false;
    }
    *table = found.bytes;
    *table_size = found.size;
    return true;
}
