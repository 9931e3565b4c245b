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

/* Begins with a line as the settings keep it. The cursor stands at its end. */
void typed_set(struct typed *typed, const char *text);
/* Adds a visible character or a blank at the cursor. A blank that would begin the line is ignored.
 */
void typed_add(struct typed *typed, uint32_t code);
/* Removes the character before the cursor, or the one behind it. Without one, nothing happens. */
void typed_delete(struct typed *typed);
void typed_delete_behind(struct typed *typed);
/* Moves the cursor by a character, or to the start or the end. */
void typed_move(struct typed *typed, bool on);
void typed_move_to(struct typed *typed, bool end);
void typed_clear(struct typed *typed);
/* Returns whether a sentence begins at the cursor: nothing stands before it, or a sentence of this
 * language and a blank do. */
bool typed_is_at_start(const struct typed *typed, const struct language *language);
/* Writes the line as the settings keep it, without the blanks at its end. */
void typed_take(const struct typed *typed, char out[SETTINGS_TEXT_BYTES]);

#endif
