/* SPDX-License-Identifier: MIT */
/* Measures text without a font: the counting process has none, and nobody knows which one a page
 * will be read with. Widths are those of the screens' own letters, near enough for every sans
 * serif; what is left over, the viewer takes up (ui/svg.h, textLength). */
#ifndef REPORT_METRICS_H
#define REPORT_METRICS_H

#include "ui/text.h"

/* The functions that measure so. */
struct text_ops metrics_ops(void);

#endif
