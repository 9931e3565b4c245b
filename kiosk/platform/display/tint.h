/* SPDX-License-Identifier: MIT */
/* Colours finer than the levels of a pixel, for slow gradients. */
#ifndef PLATFORM_TINT_H
#define PLATFORM_TINT_H

#include <stdint.h>

/* A colour with eight more bits for each of red, green and blue, so that a gradient can be
 * dithered. */
struct tint {
    int32_t channel[3];
};

/* Returns the tint of a colour 0xRRGGBB. */
struct tint tint_of(uint32_t rgb);
/* Returns the tint between two tints: a at t = 0, b at t = 1. */
struct tint tint_between(struct tint a, struct tint b, float t);
/* Moves a tint towards another; amount in 4096ths. */
static inline void tint_mix(struct tint *tint, const struct tint *to, int32_t amount)
{
    for (int i = 0; i < 3; i++) {
        tint->channel[i] += ((to->channel[i] - tint->channel[i]) * amount) >> 12;
    }
}
/* Ordered dither over one level, against bands in slow gradients; full white stays white. A channel
 * and its dither fill at most 16 bits, so red and blue share a word. */
extern const uint8_t dither_table[8][8];
static inline uint32_t tint_pixel(const struct tint *tint, int32_t x, int32_t y)
{
    uint32_t dither = dither_table[y & 7][x & 7];
    uint32_t red_blue = (uint32_t)tint->channel[0] << 16 | (uint32_t)tint->channel[2];
    red_blue += dither << 16 | dither;
    uint32_t green = (uint32_t)tint->channel[1] + dither;
    return (red_blue >> 8 & 0xFF00FF) | (green & 0xFF00);
}
/* Fills a part of a row with one tint. */
void tint_span(const struct tint *tint, uint32_t *row, int32_t first, int32_t end, int32_t y);

#endif
