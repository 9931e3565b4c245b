/* SPDX-License-Identifier: MIT */
/* The example is the same each time, so its numbers were worked out once.
 * tests/unit/report_example.c works the numbers out again and compares. */
#include "report/example.h"

#include "core/noise.h"

#include <assert.h>

static const struct example {
    struct chart_point point[EXAMPLE_BLOCKS];
    uint32_t width;
} EXAMPLES[NOISE_SCALE_MAX + 1] = {
    [2] = {.point = {{0, 42, 36, 48, true},  {1, 43, 38, 48, true},  {2, 44, 39, 49, true},
                     {3, 45, 40, 50, true},  {4, 46, 42, 51, true},  {5, 48, 44, 52, true},
                     {6, 49, 45, 53, true},  {7, 50, 46, 54, true},  {8, 51, 47, 56, true},
                     {9, 52, 47, 56, true},  {10, 53, 49, 58, true}, {11, 55, 50, 59, true},
                     {12, 55, 51, 60, true}, {13, 56, 52, 61, true}, {14, 56, 52, 61, true},
                     {15, 56, 52, 60, true}, {16, 56, 52, 60, true}, {17, 55, 51, 59, true},
                     {18, 55, 50, 59, true}, {19, 56, 52, 60, true}, {20, 57, 53, 61, true},
                     {21, 57, 53, 62, true}, {22, 58, 54, 63, true}, {23, 57, 53, 62, true},
                     {24, 57, 52, 62, true}, {25, 57, 51, 62, true}},
           .width = 9},
    [4] = {.point = {{0, 50, 44, 55, true},  {1, 50, 45, 55, true},  {2, 50, 45, 55, true},
                     {3, 50, 45, 55, true},  {4, 50, 45, 55, true},  {5, 50, 45, 54, true},
                     {6, 49, 44, 54, true},  {7, 49, 44, 54, true},  {8, 49, 43, 54, true},
                     {9, 49, 44, 54, true},  {10, 49, 44, 55, true}, {11, 50, 45, 55, true},
                     {12, 51, 46, 56, true}, {13, 51, 47, 56, true}, {14, 52, 47, 57, true},
                     {15, 52, 48, 57, true}, {16, 53, 48, 57, true}, {17, 53, 48, 58, true},
                     {18, 53, 49, 58, true}, {19, 54, 49, 58, true}, {20, 54, 49, 58, true},
                     {21, 54, 49, 59, true}, {22, 55, 50, 60, true}, {23, 56, 50, 61, true},
                     {24, 56, 50, 62, true}, {25, 56, 49, 62, true}},
           .width = 10},
};

/* One set in about each month. No month is shown. */
static const struct chart_month MONTHS[EXAMPLE_BLOCKS] = {
    {2025, 1},  {2025, 2},  {2025, 3},  {2025, 4},  {2025, 5},  {2025, 6}, {2025, 7},
    {2025, 8},  {2025, 9},  {2025, 10}, {2025, 11}, {2025, 12}, {2025, 1}, {2025, 2},
    {2025, 3},  {2025, 4},  {2025, 5},  {2025, 6},  {2025, 7},  {2025, 8}, {2025, 9},
    {2025, 10}, {2025, 11}, {2025, 12}, {2025, 1},  {2025, 2}};

struct chart example_chart(uint32_t scale, uint32_t *width)
{
    assert(scale <= NOISE_SCALE_MAX && EXAMPLES[scale].width > 0);
    *width = EXAMPLES[scale].width;
    return (struct chart){.month = MONTHS,
                          .position_count = EXAMPLE_BLOCKS,
                          .point = EXAMPLES[scale].point,
                          .point_count = EXAMPLE_BLOCKS,
                          .ground = INK_SURFACE};
}
