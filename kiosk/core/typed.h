/* SPDX-License-Identifier: MIT */
/* A line that is being typed: clean UTF-8 that grows and shrinks at its end by whole characters and
 * never outgrows what the settings file keeps. */
#ifndef CORE_TYPED_H
#define CORE_TYPED_H

#include "core/language.h"
#include "core/settings.h"

#include <stdint.h>

struct typed {
    char text[SETTINGS_TEXT_BYTES];
    bool full; /* the last character had no room and was left out */
};

/* text: a line as the settings keep it. */
void typed_set(struct typed *typed, const char *text);
/* code: a character to be seen, or a blank; a blank that would begin the line is left out. */
void typed_add(struct typed *typed, uint32_t code);
/* Takes the last character away, if there is one. */
void typed_delete(struct typed *typed);
void typed_clear(struct typed *typed);
/* A sentence begins here: nothing is typed yet, or one of this language ended with a blank behind
 * it. */
bool typed_is_at_start(const struct typed *typed, const struct language *language);
/* The line as the settings keep it: without the blanks at its end. */
void typed_take(const struct typed *typed, char out[SETTINGS_TEXT_BYTES]);

#endif
