/* SPDX-License-Identifier: MIT */
/* An example of what blur does to a trend: two years of a group of twelve that does not exist,
 * under the noise that the product draws, read as trends read it. */
#ifndef REPORT_EXAMPLE_H
#define REPORT_EXAMPLE_H

#include "ui/chart.h"

enum { EXAMPLE_BLOCKS = 26 };

/* The band of all questions together under noise of this scale, set by set, always the same; width:
 * its mean, in points. */
struct chart example_chart(uint32_t scale, uint32_t *width);

#endif
