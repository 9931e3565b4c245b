/* SPDX-License-Identifier: MIT */
/* The machine file: what belongs to this machine and not to the group that meets around it. The
 * file has at most six lines, in this order, after the first line. What was read must be what would
 * be written:
 *
 *   machine 1
 *   fit = 5560 1920 1080
 *   look = calm-dark
 *   language = en
 *   keys = de
 *   zone = Europe/Berlin
 *   month = 2026-12 2000-01 */
#ifndef CORE_MACHINE_H
#define CORE_MACHINE_H

#include "core/calendar.h"
#include "core/status.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    MACHINE_BYTES_MAX = 256,
    MACHINE_WORD_BYTES = 24, /* the name of a look, the tag of a language, a keyboard */
    MACHINE_ZONE_BYTES = 40,
    MACHINE_SIDE_MAX = 32768,
    /* Densities of real screens, from a 55 inch panel at 1080 to a small one at 4K. */
    MACHINE_PX_PER_M_MIN = 1500,
    MACHINE_PX_PER_M_MAX = 14000,
    /* A bank card, ISO/IEC 7810 ID-1. */
    MACHINE_CARD_WIDTH_UM = 85600,
    MACHINE_CARD_HEIGHT_UM = 53980,
};

/* Where the scale of a screen comes from. */
enum fit_source {
    FIT_ASSUMED,    /* from the number of pixels alone, as for most screens */
    FIT_EDID,       /* from what the display says */
    FIT_CALIBRATED, /* a card was held to the screen */
    FIT_PANEL,      /* from the number of pixels, which only small panels have */
    FIT_SOURCE_COUNT,
};

struct machine {
    /* The scale that was matched to a card on a surface of this size; all zero: not yet. */
    uint32_t px_per_m;
    uint32_t width, height;
    char look[MACHINE_WORD_BYTES];     /* "": the program's own look */
    char language[MACHINE_WORD_BYTES]; /* "": the program's own language */
    char keys[MACHINE_WORD_BYTES]; /* what a real keyboard types, as X names it; "": the system's */
    char zone[MACHINE_ZONE_BYTES]; /* below the system's folder of zones; "": the system's */
};

/* For a clock that is wrong: the month that somebody said, and the month that the clock showed at
 * that time. {0}: nobody has said a month. */
struct machine_clock {
    struct month said, then;
};

/* All that the file holds. */
struct machine_file {
    struct machine machine;
    struct machine_clock clock;
};

/* Returns whether every field is in range: the fit whole or absent, the words made of a-z, A-Z, 0-9
 * and '-', the zone of these and of '_', '+' and '/', with zeros behind their ends. */
bool machine_is_valid(const struct machine *machine);

/* Writes a word that fits into a field of size bytes, with zeros behind its end. */
void machine_put(char *field, size_t size, const char *word);

/* Reads the file. INVALID: machine_format would not have written these bytes. NEWER: the first line
 * is that of a later version. */
MUST_USE enum status machine_parse(const char *bytes, size_t length, struct machine_file *out);
/* Writes the file. Returns the length written to out. */
size_t machine_format(const struct machine_file *file, char out[MACHINE_BYTES_MAX]);

/* Returns whether the fit was matched on a surface of this size, upright or turned. */
bool machine_fits(const struct machine *machine, int32_t width, int32_t height);

/* Returns "assumed", "edid", "calibrated" or "panel". */
const char *fit_source_name(enum fit_source source);

#endif
