/* SPDX-License-Identifier: MIT */
/* What a key of a real keyboard is, and what it types in the display's layout. No input method is
 * asked: dead keys and the compose key are passed on as they are, and the reader of the keys
 * combines them (core/compose.h). */
#ifndef PLATFORM_WINDOW_KEYS_H
#define PLATFORM_WINDOW_KEYS_H

#include "core/input.h"

#include <SDL.h>
#include <SDL_syswm.h>

/* Finds the two X functions that keys_text_of needs, and lets the first of them fetch the layout.
 * Without these functions real keys type nothing. */
void keys_begin(Display *display);

/* Returns which key of ours a key is. text: what the key types, as in struct input. */
enum key keys_key_of(const SDL_Keysym *keysym, uint32_t text);
/* Returns whether a key is a modifier, such as Shift. */
bool keys_is_modifier(const SDL_Keysym *keysym);
/* Returns whether the key is Control, Alt or the window manager's key, or is pressed together with
 * one of them. */
bool keys_is_command(const SDL_Keysym *keysym);

/* Returns what a press types, as in struct input. Returns 0 when Control, Alt or the window
 * manager's key is held, unless that key is stuck. */
uint32_t keys_text_of(const XKeyEvent *event, bool is_stuck);
/* Returns the same for a key's name in X. */
uint32_t keys_text(unsigned long keysym, unsigned held);

#endif
