/* SPDX-License-Identifier: MIT */
#include "platform/system/swap.h"

#include "platform/system/file.h"

#include <fcntl.h>
#include <string.h>

enum { SWAPS_BYTES_MAX = 8192 };

#ifdef TEST_BUILD
static const char *the_table = SWAP_TABLE;

void swap_test(const char *path)
{
    the_table = path;
}

const char *swap_table(void)
{
    return the_table;
}
#else
const char *swap_table(void)
{
    return SWAP_TABLE;
}
#endif

/* Counts the swaps of /proc/swaps: a heading, then one a line, its device first. */
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
    enum status status = file_read(AT_FDCWD, swap_table(), text, sizeof(text), &length);
    return status != STATUS_OK || swap_text_is_on(text, length);
}

bool swap_is_zram(void)
{
    char text[SWAPS_BYTES_MAX];
    size_t length = 0;
    enum status status = file_read(AT_FDCWD, swap_table(), text, sizeof(text), &length);
    return status == STATUS_OK && swap_text_is_zram(text, length);
}
