/* SPDX-License-Identifier: MIT */
#include "report/metrics.h"

#include "core/utf8.h"

enum {
    EM = 1000,
    CAP = 714,
    ASCENT = 1069,
    DESCENT = 293,
    FIRST = ' ',
    LETTER = 560, /* a letter that the table does not have */
    WIDE = 1000,  /* a letter that fills its square */
    WIDE_FROM = 0x2e80,
};

/* Widths of the letters U+0020 to U+007E, in thousandths of the em. */
static const uint16_t WIDTHS[] = {
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
};
enum { WIDTH_COUNT = sizeof(WIDTHS) / sizeof(WIDTHS[0]) };

/* Marks that stand above or below another letter: Latin, Hebrew and Arabic points. */
static bool is_mark(uint32_t code)
{
    return (code >= 0x300 && code <= 0x36f) || (code >= 0x591 && code <= 0x5c7) ||
           (code >= 0x610 && code <= 0x61a) || (code >= 0x64b && code <= 0x65f) || code == 0x670;
}

static uint32_t width_of(uint32_t code)
{
    if (code >= FIRST && code - FIRST < WIDTH_COUNT) {
        return WIDTHS[code - FIRST];
    }
    if (is_mark(code)) {
        return 0;
    }
    return code >= WIDE_FROM && code < 0xfb00 ? WIDE : LETTER;
}

static int32_t width_px(void *context, struct font font, const char *text, size_t bytes)
{
    (void)context;
    uint64_t width = 0;
    for (size_t at = 0; at < bytes;) {
        width += width_of(utf8_next(text, bytes, &at));
    }
    return (int32_t)((width * font.em_px + EM / 2) / EM);
}

static void metrics(void *context, struct font font, struct font_metrics *out)
{
    (void)context;
    *out = (struct font_metrics){.ascent_px = font.em_px * ASCENT / EM,
                                 .descent_px = font.em_px * DESCENT / EM,
                                 .cap_px = font.em_px * CAP / EM};
}

static uint32_t cap_per_mille(void *context, enum font_family family)
{
    (void)context;
    (void)family;
    return CAP;
}

/* The program that will show the file has its own fonts, so no letter is known to be missing. */
static uint32_t missing(void *context, struct font font, const char *text, size_t bytes)
{
    (void)context;
    (void)font;
    (void)text;
    (void)bytes;
    return 0;
}

struct text_ops metrics_ops(void)
{
    return (struct text_ops){NULL, width_px, metrics, cap_per_mille, missing, NULL};
}
