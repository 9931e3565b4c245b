/* SPDX-License-Identifier: MIT */
#include "platform/system/swap.h"

#include "platform/system/table.h"

#include <string.h>

enum { SWAPS_BYTES_MAX = 8192 };

static struct table the_table = {SWAP_TABLE, -1};

#ifdef TEST_BUILD
void swap_test(const char *path)
{
    the_table.path = path;
}
#endif

void swap_hold(void)
{
    table_open(&the_table);
}

/* Counts the swaps of /proc/swaps: a heading, then one line for each swap, which begins with its
 * device. */
static void count_swaps(const char *text, size_t length, unsigned *zram, unsigned *others)
{
    static const char ZRAM[] = "/dev/zram";
    *zram = *others = 0;
    const char *end = text + length;
    const char *line = memchr(text, '\n', length);
    while (line != NULL && ++line < end) {
        size_t rest = (size_t)(end - line);
        if (rest >= sizeof(ZRAM) - 1 && memcmp(line, ZRAM, sizeof(ZRAM) - 1) == 0) {
            (*zram)++;
        } else {
            (*others)++;
        }
        line = memchr(line, '\n', rest);
    }
}

bool swap_text_is_on(const char *text, size_t length)
{
    unsigned zram, others;
    count_swaps(text, length, &zram, &others);
    return others > 0;
}

bool swap_text_is_zram(const char *text, size_t length)
{
    unsigned zram, others;
    count_swaps(text, length, &zram, &others);
    return others == 0 && zram > 0;
}

bool swap_is_on(void)
{
    char text[SWAPS_BYTES_MAX];
    size_t length = 0;
    enum status status = table_read(&the_table, text, sizeof(text), &length);
    return status != STATUS_OK || swap_text_is_on(text, length);
}

bool swap_is_zram(void)
{
    char text[SWAPS_BYTES_MAX];
    size_t length = 0;
    enum status status = table_read(&the_table, text, sizeof(text), &length);
    return status == STATUS_OK && swap_text_is_zram(text, length);
}
