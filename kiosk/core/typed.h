/* SPDX-License-Identifier: MIT */
/* A line that is being typed: clean UTF-8 that grows and shrinks by whole characters where its
 * cursor stands and never outgrows what the settings file keeps. */
#ifndef CORE_TYPED_H
#define CORE_TYPED_H

#include "core/language.h"
#include "core/settings.h"

#include <stdint.h>

struct typed {
    char text[SETTINGS_TEXT_BYTES];
    uint8_t at; /* bytes before the cursor */
    bool full;  /* the last character had no room and was left out */
};

_Static_assert(SETTINGS_TEXT_BYTES <= UINT8_MAX, "a cursor reaches the end");

/* text: a line as the settings keep it; the cursor stands at its end. */
void typed_set(struct typed *typed, const char *text);
/* code: a character to be seen, or a blank; a blank that would begin the line is left out. */
void typed_add(struct typed *typed, uint32_t code);
/* Takes the character before the cursor away, or the one behind it, if there is one. */
void typed_delete(struct typed *typed);
void typed_delete_behind(struct typed *typed);
/* Moves the cursor by a character, or to the start or the end. */
void typed_move(struct typed *typed, bool on);
void typed_move_to(struct typed *typed, bool end);
void typed_clear(struct typed *typed);
/* A sentence begins at the cursor: nothing is before it, or one of this language ended with a blank
 * behind it. */
bool typed_is_at_start(const struct typed *typed, const struct language *language);
/* The line as the settings keep it: without the blanks at its end. */
void typed_take(const struct typed *typed, char out[SETTINGS_TEXT_BYTES]);

#endif
