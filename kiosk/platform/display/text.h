/* SPDX-License-Identifier: MIT */
/* Fonts and lines of text on SDL2_ttf: itemises a line by FriBidi level, script and font coverage,
 * shapes each run, reorders, measures and draws. Fonts are named files from the Noto packages. */
#ifndef PLATFORM_TEXT_H
#define PLATFORM_TEXT_H

#include "core/status.h"
#include "ui/text.h"

struct text_engine; /* one, static */

/* Finds the font files of every start; opens sizes only when first used. MISSING: error names the
 * file and, in brackets, its package. */
MUST_USE enum status text_open(struct text_engine **engine, struct error *error);
void text_close(struct text_engine *engine);

/* Adds the letters of a script (ISO 15924), where not every start needs them. MISSING as text_open,
 * also when no font is known for the script. */
MUST_USE enum status text_add_script(struct text_engine *engine, const char *script,
                                     struct error *error);

/* The measuring table for ui. */
struct text_ops text_measure(struct text_engine *engine);

#endif
