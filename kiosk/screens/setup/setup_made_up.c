/* SPDX-License-Identifier: MIT */
/* The picture of what blur does to a trend: a group that does not exist, under the noise that the
 * product draws, read as trends read it. It is the same each time, so it was worked out once:
 * tests/unit/screens_made_up.c does it again and compares. */
#include "screens/setup/setup.h"

#include <assert.h>

static const struct made_up {
    struct band band[SETUP_BLOCKS]; /* centre, low, high */
    uint32_t width;                 /* mean, in points */
} MADE_UP[NOISE_SCALE_MAX + 1] = {
    [2] = {.band = {{42, 36, 48, true}, {43, 38, 48, true}, {44, 39, 49, true}, {45, 40, 50, true},
                    {46, 42, 51, true}, {48, 44, 52, true}, {49, 45, 53, true}, {50, 46, 54, true},
                    {51, 47, 56, true}, {52, 47, 56, true}, {53, 49, 58, true}, {55, 50, 59, true},
                    {55, 51, 60, true}, {56, 52, 61, true}, {56, 52, 61, true}, {56, 52, 60, true},
                    {56, 52, 60, true}, {55, 51, 59, true}, {55, 50, 59, true}, {56, 52, 60, true},
                    {57, 53, 61, true}, {57, 53, 62, true}, {58, 54, 63, true}, {57, 53, 62, true},
                    {57, 52, 62, true}, {57, 51, 62, true}},
           .width = 9},
    [4] = {.band = {{50, 44, 55, true}, {50, 45, 55, true}, {50, 45, 55, true}, {50, 45, 55, true},
                    {50, 45, 55, true}, {50, 45, 54, true}, {49, 44, 54, true}, {49, 44, 54, true},
                    {49, 43, 54, true}, {49, 44, 54, true}, {49, 44, 55, true}, {50, 45, 55, true},
                    {51, 46, 56, true}, {51, 47, 56, true}, {52, 47, 57, true}, {52, 48, 57, true},
                    {53, 48, 57, true}, {53, 48, 58, true}, {53, 49, 58, true}, {54, 49, 58, true},
                    {54, 49, 58, true}, {54, 49, 59, true}, {55, 50, 60, true}, {56, 50, 61, true},
                    {56, 50, 62, true}, {56, 49, 62, true}},
           .width = 10},
};

uint32_t setup_made_up(uint32_t scale, struct band band[SETUP_BLOCKS])
{
    assert(scale <= NOISE_SCALE_MAX && MADE_UP[scale].width > 0);
    for (uint32_t i = 0; i < SETUP_BLOCKS; i++) {
        band[i] = MADE_UP[scale].band[i];
    }
    return MADE_UP[scale].width;
}
