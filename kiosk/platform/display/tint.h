/* SPDX-License-Identifier: MIT */
/* Colours between the levels of a pixel, for slow gradients. */
#ifndef PLATFORM_TINT_H
#define PLATFORM_TINT_H

#include <stdint.h>

/* Colours with eight bits of fraction, red green blue, so that a gradient can be dithered. */
struct tint {
    int32_t channel[3];
};

/* The tint of a colour 0xRRGGBB. */
struct tint tint_of(uint32_t rgb);
/* The tint between two, from a at t = 0 to b at t = 1. */
struct tint tint_between(struct tint a, struct tint b, float t);
/* Moves towards a colour; amount in 4096ths. */
static inline void tint_mix(struct tint *tint, const struct tint *to, int32_t amount)
{
    for (int i = 0; i < 3; i++) {
        tint->channel[i] += ((to->channel[i] - tint->channel[i]) * amount) >> 12;
    }
}
/* Ordered dither over one level, against bands in slow gradients; full white stays white. A channel
 * and its dither fill 16 bits at most, so red and blue share a word. */
extern const uint8_t dither_table[8][8];
static inline uint32_t tint_pixel(const struct tint *tint, int32_t x, int32_t y)
{
    uint32_t dither = dither_table[y & 7][x & 7];
    uint32_t red_blue = (uint32_t)tint->channel[0] << 16 | (uint32_t)tint->channel[2];
    red_blue += dither << 16 | dither;
    uint32_t green = (uint32_t)tint->channel[1] + dither;
    return (red_blue >> 8 & 0xFF00FF) | (green & 0xFF00);
}
/* A stretch of one colour. */
void tint_span(const struct tint *tint, uint32_t *row, int32_t first, int32_t end, int32_t y);

#endif
