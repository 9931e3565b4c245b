/* SPDX-License-Identifier: MIT */
/* A made-up font: every character half an em wide, capitals 714 thousandths of the em. */
#ifndef TESTS_FAKE_FONT_H
#define TESTS_FAKE_FONT_H

#include "ui/text.h"

static int32_t fake_width(void *context, struct font font, const char *text, size_t bytes)
{
    (void)context;
    int32_t characters = 0;
    for (size_t i = 0; i < bytes; i++) {
        characters += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return characters * font.em_px / 2;
}

static void fake_metrics(void *context, struct font font, struct font_metrics *out)
{
    (void)context;
    *out = (struct font_metrics){.ascent_px = font.em_px * 107 / 100,
                                 .descent_px = font.em_px * 30 / 100,
                                 .cap_px = font.em_px * 714 / 1000};
}

static uint32_t fake_cap(void *context, enum font_family family)
{
    (void)context;
    (void)family;
    return 714;
}

static uint32_t fake_missing(void *context, struct font font, const char *text, size_t bytes)
{
    (void)context;
    (void)font;
    (void)text;
    (void)bytes;
    return 0;
}

static struct text_kept fake_kept;
static const struct text_ops FAKE_FONT = {NULL,     fake_width,   fake_metrics,
                                          fake_cap, fake_missing, &fake_kept};

#endif
