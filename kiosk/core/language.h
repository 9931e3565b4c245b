/* SPDX-License-Identifier: MIT */
/* The languages that the kiosk can offer. All that a language decides and a catalogue cannot say is
 * a row of language.c. A new language is a row, a catalogue (assets/text/TAG.po) and, if its script
 * is new, a font in platform/display/fonts.c. This module knows no file, no font and no locale. */
#ifndef CORE_LANGUAGE_H
#define CORE_LANGUAGE_H

#include "core/catalog.h"
#include "core/status.h"

enum {
    LANGUAGE_OFFER_MAX = 8, /* as many chips as a resting screen and a row of Comfort hold */
    LANGUAGE_MAX = LANGUAGE_OFFER_MAX + 1, /* the offer, and the pseudo-language of the tests */
    LANGUAGE_TAG_BYTES = 9,                /* "pt-BR" */
    NUMBER_BYTES = 64,                     /* twenty digits of three bytes each, a sign and a NUL */
};

/* Where a line may end. */
enum language_breaks {
    BREAKS_AT_BLANKS,
    BREAKS_ANYWHERE, /* between any two characters too, except signs that stay with a neighbour */
};

struct language {
    char tag[LANGUAGE_TAG_BYTES]; /* BCP 47 */
    const char *voice;            /* eSpeak NG's name for the language; NULL: the tag */
    enum plural_rule plural;
    bool rtl;
    char zero[4];           /* its digit 0 in UTF-8; the other nine follow it in Unicode */
    char script[5];         /* ISO 15924: the letters its fonts must have */
    uint8_t line_percent;   /* of the em: least distance of lines */
    uint8_t letter_percent; /* of the em: average width of a character of running text */
    enum language_breaks breaks;
    const char *ends; /* its own marks at the end of a sentence, apart from . ? ! and an ellipsis */
    bool on_request;  /* for tests: offered only if its tag was asked for */
};

/* A language on offer: its words can be read and its letters can be drawn. */
struct language_offer {
    const struct language *language;
    const struct catalog *catalog;
};

/* A language that is not offered. */
struct language_gap {
    const struct language *language;
    char name[64];      /* its own name; its tag if its words are missing too */
    struct error error; /* the file and, for a font, its package in brackets */
};

/* language_count returns how many languages there are, in the order in which they are offered, the
 * pseudo-language last. */
uint32_t language_count(void);
const struct language *language_at(uint32_t index);
uint32_t language_index(const struct language *language);

/* Returns the language of a tag, without its region if only the language is known ("ar-EG": "ar");
 * NULL if none is. */
const struct language *language_find(const char *tag);

/* Writes the decimal digits of n as this language writes them; returns out. */
char *language_number(const struct language *language, char out[NUMBER_BYTES], int64_t n);

/* Returns whether a line may end between these two characters although no blank stands there. */
bool language_breaks_between(const struct language *language, uint32_t before, uint32_t after);

/* Returns whether the character ends a sentence of this language; language NULL: of every language.
 */
bool language_ends_sentence(const struct language *language, uint32_t code);
/* Returns whether the character stands between two parts of a sentence: a comma, a colon, a
 * semicolon, a dash. */
bool language_ends_clause(uint32_t code);
/* Returns whether the character closes a quotation or a bracket, which belongs to the sentence
 * before it. */
bool language_closes_quote(uint32_t code);

#endif
