/* SPDX-License-Identifier: MIT */
#include "platform/display/tint.h"

#include <string.h>

/* Bayer's matrix, in steps of four 256ths. */
const uint8_t dither_table[8][8] = {
    {0, 128, 32, 160, 8, 136, 40, 168},   {192, 64, 224, 96, 200, 72, 232, 104},
    {48, 176, 16, 144, 56, 184, 24, 152}, {240, 112, 208, 80, 248, 120, 216, 88},
    {12, 140, 44, 172, 4, 132, 36, 164},  {204, 76, 236, 108, 196, 68, 228, 100},
    {60, 188, 28, 156, 52, 180, 20, 148}, {252, 124, 220, 92, 244, 116, 212, 84},
};

struct tint tint_of(uint32_t rgb)
{
    return (struct tint){
        {(int32_t)(rgb >> 16 & 0xFF) << 8, (int32_t)(rgb >> 8 & 0xFF) << 8,
         (int32_t)(rgb & 0xFF) << 8},
    };
}

struct tint tint_between(struct tint a, struct tint b, float t)
{
    tint_mix(&a, &b, (int32_t)(t * 4096));
    return a;
}

void tint_span(const struct tint *tint, uint32_t *row, int32_t first, int32_t end, int32_t y)
{
    uint32_t pattern[8];
    for (int32_t i = 0; i < 8; i++) {
        pattern[i] = tint_pixel(tint, i, y);
    }
    int32_t x = first;
    for (; x < end && (x & 7) != 0; x++) {
        row[x] = pattern[x & 7];
    }
    for (; x + 8 <= end; x += 8) {
        memcpy(&row[x], pattern, sizeof(pattern));
    }
    for (; x < end; x++) {
        row[x] = pattern[x & 7];
    }
}
