/* SPDX-License-Identifier: MIT */
/* Fonts and lines of text on SDL2_ttf. A line is cut into runs by FriBidi level, script and font
 * coverage; each run is shaped, put in its visual order, measured and drawn. Fonts are named files
 * from the Noto packages. */
#ifndef PLATFORM_TEXT_H
#define PLATFORM_TEXT_H

#include "core/status.h"
#include "ui/text.h"

struct text_engine; /* there is one, and it is static */

/* Finds the font files that every start needs. A size is opened when it is first used. MISSING:
 * error names the file and, in brackets, its package. */
MUST_USE enum status text_open(struct text_engine **engine, struct error *error);
void text_close(struct text_engine *engine);

/* Adds the letters of a script (ISO 15924) that not every start needs. MISSING as in text_open, and
 * when no font is known for the script. */
MUST_USE enum status text_add_script(struct text_engine *engine, const char *script,
                                     struct error *error);

/* Returns the table by which ui measures text. */
struct text_ops text_measure(struct text_engine *engine);

#endif
