/* SPDX-License-Identifier: MIT */
/* Fonts and lines of text on SDL2_ttf: itemises a line by FriBidi level, script and font coverage,
 * shapes each run, reorders, measures and draws. Fonts are named files from the Noto packages. */
#ifndef PLATFORM_TEXT_H
#define PLATFORM_TEXT_H

#include "core/status.h"
#include "ui/text.h"

struct text_engine; /* one, static */

/* Finds the font files; opens sizes only when first used. MISSING names the file and its package.
 */
MUST_USE enum status text_open(struct text_engine **engine, struct error *error);
void text_close(struct text_engine *engine);

/* The measuring table for ui. */
struct text_ops text_measure(struct text_engine *engine);

#endif
