/* SPDX-License-Identifier: MIT */
/* The languages the kiosk can speak: what is not in a catalogue and yet differs between them. A new
 * one is a line in language.c, a catalogue (assets/text/TAG.po) and, when its script is new, a font
 * in platform/text.c. Knows no file, no font and no locale. */
#ifndef CORE_LANGUAGE_H
#define CORE_LANGUAGE_H

#include "core/catalog.h"
#include "core/status.h"

enum {
    LANGUAGE_MAX = 8,       /* chips that a resting screen and a row of Comfort still hold */
    LANGUAGE_TAG_BYTES = 9, /* "pt-BR" */
    NUMBER_BYTES = 64,      /* twenty digits of three bytes each, a sign and a NUL */
};

struct language {
    char tag[LANGUAGE_TAG_BYTES]; /* BCP 47 */
    enum plural_rule plural;
    bool rtl;
    char zero[4];           /* its digit 0 in UTF-8; the other nine follow it in Unicode */
    char script[5];         /* ISO 15924: the letters its fonts must have */
    uint8_t line_percent;   /* of the em: lines stand no closer than this */
    uint8_t letter_percent; /* of the em: a character of running text, on average */
    bool on_request;        /* for tests: offered only when it was asked for by its tag */
};

/* A language on offer: its words are at hand and its letters can be drawn. */
struct language_offer {
    const struct language *language;
    const struct catalog *catalog;
};

/* A language that is not offered. */
struct language_gap {
    const struct language *language;
    char name[64];      /* its own name, or its tag when its words are missing too */
    struct error error; /* the file and, for a font, its package in brackets */
};

/* In the order in which they are offered. */
uint32_t language_count(void);
const struct language *language_at(uint32_t index);
uint32_t language_index(const struct language *language);

/* By tag, the region left out when only the language is known ("ar-EG": "ar"); NULL for none. */
const struct language *language_find(const char *tag);

/* Decimal digits of n as this language writes them, into out; returns out. */
char *language_number(const struct language *language, char out[NUMBER_BYTES], int64_t n);

#endif
