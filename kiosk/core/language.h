/* SPDX-License-Identifier: MIT */
/* The languages the kiosk can speak: all that a language decides and a catalogue cannot say is a
 * row of language.c. A new one is that row, a catalogue (assets/text/TAG.po) and, when its script
 * is new, a font in platform/display/fonts.c. Knows no file, no font and no locale. */
#ifndef CORE_LANGUAGE_H
#define CORE_LANGUAGE_H

#include "core/catalog.h"
#include "core/status.h"

enum {
    LANGUAGE_OFFER_MAX = 8, /* chips that a resting screen and a row of Comfort still hold */
    LANGUAGE_MAX = LANGUAGE_OFFER_MAX + 1, /* and the pseudo-language of the tests */
    LANGUAGE_TAG_BYTES = 9,                /* "pt-BR" */
    NUMBER_BYTES = 64,                     /* twenty digits of three bytes each, a sign and a NUL */
};

/* Where a line may end. */
enum language_breaks {
    BREAKS_AT_BLANKS,
    BREAKS_ANYWHERE, /* also between two characters, but for signs that cling to one */
};

struct language {
    char tag[LANGUAGE_TAG_BYTES]; /* BCP 47 */
    const char *voice;            /* eSpeak NG's name for it; NULL: the tag */
    enum plural_rule plural;
    bool rtl;
    char zero[4];           /* its digit 0 in UTF-8; the other nine follow it in Unicode */
    char script[5];         /* ISO 15924: the letters its fonts must have */
    uint8_t line_percent;   /* of the em: lines stand no closer than this */
    uint8_t letter_percent; /* of the em: a character of running text, on average */
    enum language_breaks breaks;
    const char *ends; /* its own marks at the end of a sentence, beside . ? ! and an ellipsis */
    bool on_request;  /* for tests: offered only when it was asked for by its tag */
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

/* In the order in which they are offered, the pseudo-language last. */
uint32_t language_count(void);
const struct language *language_at(uint32_t index);
uint32_t language_index(const struct language *language);

/* By tag, the region left out when only the language is known ("ar-EG": "ar"); NULL for none. */
const struct language *language_find(const char *tag);

/* Decimal digits of n as this language writes them, into out; returns out. */
char *language_number(const struct language *language, char out[NUMBER_BYTES], int64_t n);

/* A line may end between these two characters, with no blank between them. */
bool language_breaks_between(const struct language *language, uint32_t before, uint32_t after);

/* The character ends a sentence of this language. NULL: only what ends one in every language. */
bool language_ends_sentence(const struct language *language, uint32_t code);
/* Stands between two parts of a sentence: a comma, a colon, a semicolon, a dash. */
bool language_ends_clause(uint32_t code);
/* Closes a quotation or a bracket, and with them belongs to the sentence before. */
bool language_closes_quote(uint32_t code);

#endif
